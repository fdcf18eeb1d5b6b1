import Desk
import Foundation
import Screen

extension Model {
  /// Who is inside, the longest first; then who left last.
  var visitRows: [RowKey] {
    let left = desk.visits.values.filter { !$0.isInside }
      .sorted { ($0.endedAt ?? .distantPast, $0.id) > ($1.endedAt ?? .distantPast, $1.id) }
    return (desk.inside + left).map { .visit($0.id) }
  }

  /// The visit under the cursor of its page.
  var selectedVisit: Visit? {
    guard case .visit(let id) = selected else { return nil }
    return desk.visits[id]
  }

  /// Whether keys are for the visitors.
  var isOnVisitors: Bool { layers.isEmpty && focus == .visitors }

  /// Asks who stands at the desk.
  mutating func registerVisit() -> [Effect] {
    guard canWrite() else { return [] }
    return open(PromptPage(.visitor, [], [:]))
  }

  /// That the room a visitor is being written down for is none of those known; nil where there is nothing to say.
  var visitorsRoom: Words? {
    guard case .prompt(let page) = layers.last, page.purpose == .visitor else { return nil }
    let place = VisitLine(page.field.text, in: directory).arrival.place
    guard directory.lacks(place) else { return nil }
    let lacks = Directory.lacksPlace
    return Words(zh: "\(place.text) \(lacks.zh)", en: "\(place.text): \(lacks.en)")
  }

  /// The one under the cursor has gone.
  mutating func endVisit() -> [Effect] {
    guard canWrite() else { return [] }
    guard let visit = selectedVisit else {
      say(Words(zh: "没有登记在里面的访客：F6 登记", en: "Nobody is registered: F6 registers a visitor"))
      return []
    }
    return submit([.submit(.endVisit(visit.id), seen: nil, occurredAt: nil, contact: nil)])
  }

  private func whyNoPhone(of keys: [String]) -> Words {
    if keys.contains(where: erased.contains) {
      return Words(zh: "姓名电话已删除，没有可看的", en: "Name and phone were erased; there is nothing to show")
    }
    return keys.allSatisfy { contacts[$0] != nil }
      ? Words(zh: "没有留电话", en: "No phone was left")
      : Words(zh: "姓名电话读不出：请管理员看 frontdesk doctor", en: "Name and phone cannot be read: see frontdesk doctor")
  }

  /// Asks why a whole phone is needed: of the visitor under the cursor, or of those who reported the tickets.
  mutating func reveal() -> [Effect] {
    guard isOnVisitors || !targets.isEmpty else { return prompt(.reveal) }
    guard canWrite() else { return [] }
    let keys = people(of: targets).map(\.contact)
    guard keys.contains(where: hasPhone) else {
      say(whyNoPhone(of: keys))
      return []
    }
    guard isOnVisitors else { return prompt(.reveal) }
    return open(PromptPage(.reveal, [], [:], about: visitorAsked))
  }
}

extension Model {
  /// Whether there is a phone to show of somebody by key.
  func hasPhone(_ key: String) -> Bool { contacts[key]?.phone.isEmpty == false }
}

extension VisitLine {
  /// What writes it down.
  var effect: Effect {
    .submit(
      .registerVisit(arrival), seen: nil, occurredAt: nil, contact: contact.isEmpty ? nil : contact)
  }
}
