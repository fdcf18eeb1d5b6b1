import Dashboard
import Desk
import Foundation
import Journal

/// One event, for people and for programs.
enum EventText {
  /// `12  2026-11-20 14:06:00  R-12  李敏  派工给 老王`; what only earlier events tell is said where they are among `context`, and of what
  /// was written down a minute later or more, when that was. `visitor`: of whom it tells, where that is no household.
  static func line(
    _ event: RecordedEvent, _ zone: TimeZone, among context: [RecordedEvent] = [], of visitor: VisitID? = nil,
    _ language: Language
  ) -> String {
    let author = event.actor == .system ? Words(zh: "系统", en: "system")(language) : event.actor.name
    return [
      "\(event.position)", event.occurredAt.deskText(zone), event.stream.rawValue.plainLine, author.plainLine,
      (visitor.map { "\($0) " } ?? "")
        + (event.told(among: context) ?? event.event.words { Words(both: $0.deskText(zone)) })(language)
        .plainLine + late(event, zone)(language),
    ].joined(separator: "  ")
  }

  private static func late(_ event: RecordedEvent, _ zone: TimeZone) -> Words {
    guard event.recordedAt.timeIntervalSince(event.occurredAt) >= 60 else { return .none }
    let at = event.recordedAt.deskText(zone)
    return Words(zh: "（\(at) 记）", en: " (written down \(at))")
  }

  /// The event with its stored name and payload.
  static func json(_ event: RecordedEvent) -> JSONText {
    let stored = event.stored
    return .object([
      ("position", .number(event.position)), ("stream", .text(event.stream.rawValue)),
      ("version", .number(event.version)), ("name", .text(stored.name)), ("schema", .number(stored.schema)),
      ("occurred_at", .text(event.occurredAt.isoText)), ("recorded_at", .text(event.recordedAt.isoText)),
      ("command", .text(event.command.uuidString)), ("actor", .text(event.actor.name)),
      ("desk", .text(event.actor.desk)), ("payload", .written(stored.payload)),
    ])
  }
}

extension Journal {
  /// Every visitor there ever was, by the key of their name and phone.
  func visitors() throws(JournalError) -> [String: VisitID] {
    let known = try visits(from: Date(timeIntervalSince1970: 0), to: .distantFuture)
      .compactMap { visit in visit.arrival.contact.map { ($0, visit.id) } }
    return Dictionary(known) { first, _ in first }
  }

  /// The events that say what an event was: what it took back, or where its caller called before; none for any other.
  func context(of recorded: RecordedEvent) throws(JournalError) -> [RecordedEvent] {
    switch recorded.event {
    case .ticket(_, .corrected(let command, _)): try events(by: command)
    case .ticket(_, .reporterJoined(.some, _)), .visit(_, .takenBack): try events(of: recorded.stream)
    default: []
    }
  }
}
