import Desk

extension Model {
  /// The policy of the settings folder where it says something else than the one in force; nil where there is nothing to publish.
  var unpublishedPolicy: Policy? { policyFile.flatMap { $0.json5 == desk.policy.json5 ? nil : $0 } }

  /// Says that the file differs and what to do: it counts once somebody publishes it, because two desks may have two files.
  mutating func take(_ policy: Policy?, fault: Words?) -> [Effect] {
    policyFile = policy
    guard let words = fault ?? unpublishedPolicy.map({ _ in Model.differs }) else { return [] }
    say(words, isAlert: true)
    remember(.words(words, at: now, isAlert: true))
    return ringForFailure()
  }

  private static let differs = Words(
    zh: "设置里的 policy.json5 与现行承诺不同，还没生效：主管按 F9 发布承诺",
    en: "policy.json5 in the settings differs and does not count yet: a supervisor publishes it, F9")

  /// Publishes it under the name of who sits here.
  mutating func publishPolicy() -> [Effect] {
    guard let policy = unpublishedPolicy else { return [] }
    return submit([.submit(.publishPolicy(policy), seen: nil, occurredAt: nil, contact: nil)])
  }
}

extension PickerItem {
  /// Publishing the policy of the settings folder, with what stands in the way; nil where it says nothing new.
  static func publication(_ model: Model) -> PickerItem? {
    guard let policy = model.unpublishedPolicy else { return nil }
    let (gone, new) = model.desk.policy.changes(to: policy)
    let obstacle = model.obstacle(to: .publishPolicy(policy))
    var item = PickerItem(
      Words(zh: "发布承诺：设置里的 policy.json5", en: "Publish policy.json5 of the settings"),
      detail: obstacle
        ?? Words(zh: "去 \(gone.count) 条，新 \(new.count) 条", en: "\(gone.count) out, \(new.count) in"),
      .publishPolicy)
    item.isPossible = obstacle == nil
    return item
  }
}
