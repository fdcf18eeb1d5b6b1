import Desk
import Foundation
import Screen

extension Model {
  /// What was recorded, as far as the message lines go back, oldest first.
  var recorded: [RecordedEvent] {
    messages.compactMap { if case .event(let recorded) = $0 { recorded } else { nil } }
  }

  /// What it was, in words, where its own do not say it: the events of its thing tell, as far as they are known, else the messages, and of
  /// one who called again the ticket.
  func told(_ recorded: RecordedEvent, among events: [RecordedEvent] = []) -> Words? {
    recorded.told(among: events) ?? recorded.told(among: self.recorded) ?? again(recorded)
  }

  /// What happened, after the name of the thing it happened to, as the page of the thing tells it.
  func named(_ recorded: RecordedEvent) -> Words {
    func line(_ language: Language) -> String {
      again(recorded).map { "\(recorded.stream.rawValue) \($0(language))" }
        ?? recorded.event.named(language, on: desk)
    }
    return Words(zh: line(.chinese), en: line(.english))
  }

  private func again(_ recorded: RecordedEvent) -> Words? {
    guard case .ticket(let id, .reporterJoined(let caller?, let text)) = recorded.event,
      let first = desk.tickets[id]?.work.reporters.first(where: { $0.contact == caller }),
      first.joinedAt < recorded.occurredAt
    else { return nil }
    return .calledAgain(text)
  }
}

extension TicketLines {
  /// What happened to a ticket lately, the latest first, as far as the messages tell: all of it is on its page.
  static func lately(_ id: TicketID, _ model: Model, rows: Int) -> [Line] {
    guard rows > 0 else { return [] }
    let events = model.messages.reversed().lazy.compactMap { line -> RecordedEvent? in
      guard case .event(let recorded) = line, case .ticket(let other, _) = recorded.event, other == id
      else { return nil }
      return recorded
    }
    let title = Words(zh: "经过", en: "Lately")(model.language)
    return happened(Array(events.prefix(rows)), model).enumerated().map { index, row in
      Line([(padded(index == 0 ? title : "", to: 7), .dim), (row.margin, .dim), (row.words, row.role)])
    }
  }

  /// When and by whom things happened, in columns as wide as they need, and what it was.
  static func happened(_ events: [RecordedEvent], _ model: Model) -> [(
    margin: String, words: String, role: Role
  )] {
    let language = model.language
    let times = events.map { model.dates.short($0.occurredAt, near: model.now)(language) }
    let width = times.map(displayWidth).max() ?? 0
    return zip(events, times).map { recorded, time in
      let told = model.told(recorded, among: events)
      let words = (told ?? recorded.event.words { model.dates.short($0, near: model.now) })(language)
      let who = recorded.actor == .system ? Words(zh: "系统", en: "system")(language) : recorded.actor.name
      let at = model.dates.short(recorded.recordedAt, near: model.now)
      let late =
        recorded.recordedAt.timeIntervalSince(recorded.occurredAt) >= 60
        ? Words(zh: "  （\(at.zh) 记）", en: "  (recorded \(at.en))")(language) : ""
      return ("\(padded(time, to: width))  \(padded(who, to: 8)) ", "\(words)\(late)", recorded.event.role)
    }
  }
}
