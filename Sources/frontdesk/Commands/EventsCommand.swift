import Dashboard
import Desk
import Foundation
import Journal

import struct Desk.Stream

/// `frontdesk events`: everything that happened, and with `--follow` what happens next.
enum EventsCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let stream = call.options.value("stream").map { Stream(rawValue: TicketID($0)?.description ?? $0) }
    let (after, limit) = (try call.number("after", least: 0) ?? 0, try call.number("limit") ?? .max)
    let journal = try call.reader()
    var tape = EventTape(journal: journal, call: call, seen: after, left: limit)
    guard call.options.has("follow") else {
      if let stream { return try tape.printAll(of: stream) }
      return try tape.printNew { _ in true }
    }
    try Following.run(call, journal) { () throws(Failure) in
      guard tape.left > 0 else { return false }
      try tape.printNew { stream == nil || $0.stream == stream }
      return tape.left > 0
    }
  }
}

/// Events as they are printed, and how far that is.
private struct EventTape {
  let journal: Journal
  let call: Invocation
  /// The last position that was looked at.
  var seen: Int
  /// How many may still be printed.
  var left: Int
  /// The routes of the rounds that came by, whose checkpoints are printed with their names.
  private var routes: [RoundID: Route] = [:]
  /// Who came with which name and phone, as far as the record was read for that.
  private var visitors: (through: Int, byContact: [String: VisitID]) = (0, [:])

  init(journal: Journal, call: Invocation, seen: Int, left: Int) {
    (self.journal, self.call, self.seen, self.left) = (journal, call, seen, left)
  }

  /// Prints every event of one thing.
  mutating func printAll(of stream: Stream) throws(Failure) {
    let events = try inWords(journal.events(of: stream))
    guard !events.isEmpty else {
      let name = stream.rawValue.plainLine
      throw Failure(
        .refused, zh: "没有“\(name)”的记录。请写成 R-12、V-3、I-1、route:A、staff 这样；不写 --stream 就是全部。",
        en:
          "Nothing is on record of \"\(name)\". Write it as R-12, V-3, I-1, route:A or staff; without --stream it is everything."
      )
    }
    for event in events where event.position > seen { try print(event) }
  }

  /// Prints every event after the last one looked at.
  mutating func printNew(_ isWanted: (RecordedEvent) -> Bool) throws(Failure) {
    while left > 0 {
      let events = try inWords(journal.events(after: seen, limit: 1000))
      for event in events where isWanted(event) { try print(event) }
      guard let last = events.last else { return }
      seen = last.position
    }
  }

  private mutating func print(_ event: RecordedEvent) throws(Failure) {
    guard left > 0 else { return }
    left -= 1
    if call.format == "json" {
      try call.output.json(EventText.json(event))
    } else {
      let context = try inWords(journal.context(of: event))
      try call.output.line(
        EventText.line(
          named(event), journal.zone, among: context, of: visitor(of: event), call.language))
    }
  }

  /// The visitor whose phone was shown or whose data were erased; nil for anybody else.
  private mutating func visitor(of recorded: RecordedEvent) throws(Failure) -> VisitID? {
    guard case .household(_, let event) = recorded.event, let contact = event.contact else { return nil }
    if visitors.through < recorded.position {
      visitors = (journal.position, try inWords(journal.visitors()))
    }
    return visitors.byContact[contact]
  }

  /// An event of a round with the names of checkpoints beside their keys, which only its route knows.
  private mutating func named(_ recorded: RecordedEvent) throws(Failure) -> RecordedEvent {
    guard case .round(let id, let event) = recorded.event else { return recorded }
    if let route = event.route { routes[id] = route }
    if routes[id] == nil {
      routes[id] = try inWords(journal.events(of: recorded.stream)).compactMap(\.event.round?.route).last
    }
    guard let route = routes[id] else { return recorded }
    var named = recorded
    named.event = .round(id, event.besideKeys(route))
    return named
  }
}

extension Event {
  fileprivate var round: RoundEvent? { if case .round(_, let event) = self { event } else { nil } }
}

extension RoundEvent {
  /// The route it tells of; nil for what happens on the way.
  fileprivate var route: Route? {
    switch self {
    case .planned(let route, _, _), .started(let route, _): route
    default: nil
    }
  }
}
