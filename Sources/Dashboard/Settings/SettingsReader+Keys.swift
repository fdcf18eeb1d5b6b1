import Desk

extension SettingsReader {
  /// The key table with what `keys.bind` says; a key has one meaning, so one that is another action's already has to be taken from it
  /// in the same breath.
  func table(
    _ written: [String: [String]], over start: Settings
  ) throws(SettingsError) -> KeyTable {
    let known = KeyTable.choosable.map(\.rawValue)
    var bound: [Action: [BoundKey]] = [:]
    for name in written.keys.sorted() {
      let path = "keys.bind.\(name)"
      guard let action = Action(rawValue: name), known.contains(name) else {
        throw document.error(at: path, .unknownKey(path, known: known))
      }
      bound[action] = []
      for (index, text) in (written[name] ?? []).enumerated() {
        bound[action]?.append(try key(text, "\(path)[\(index)]", for: action, start.keys))
      }
    }
    let others = start.keyTable.bindings.filter { bound[$0.action] == nil }
    var owners = Dictionary(
      uniqueKeysWithValues: others.flatMap { line in line.keys.map { ($0, line.action) } })
    for action in bound.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      for (index, key) in (bound[action] ?? []).enumerated() {
        if let other = owners[key] {
          throw document.error(
            at: "keys.bind.\(action.rawValue)[\(index)]", .keyTaken(key.name, by: other.rawValue))
        }
        owners[key] = action
      }
    }
    return KeyTable(bound: start.keyTable.bound.merging(bound) { $1 }, preset: start.keys)
  }

  private func key(
    _ text: String, _ path: String, for action: Action, _ preset: Settings.Keys
  ) throws(SettingsError) -> BoundKey {
    guard let key = BoundKey(written: text) else {
      let forms = ["h", "H", "$", "Space", "Ctrl-T", "F13", "Shift-F3"]
      throw document.bad(path, text, forms)
    }
    let owner = KeyTable.standard.bindings.first { $0.keys.contains(key) && key.isFixed }?.action
    if key.isReserved || preset.moves(key.key) != nil || (owner ?? action) != action {
      throw document.error(at: path, .keyReserved(key.name, for: owner?.rawValue))
    }
    return key
  }
}

extension KeyTable {
  /// The actions whose letters may be chosen: all but those that move about.
  package static let choosable = Action.allCases.filter {
    !$0.isMovement || [.historyBack, .historyForward, .commands].contains($0)
  }
}
