import Dashboard
import Desk
import struct Desk.Stream
import Foundation
import Journal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `frontdesk events`: everything that happened, and with `--follow` what happens next.
enum EventsCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let after = try call.number("after", least: 0) ?? 0
    let limit = try call.number("limit") ?? .max
    let stream = call.options.value("stream").map { Stream(rawValue: TicketID($0)?.description ?? $0) }
    let journal = try call.reader()
    guard call.options.has("follow") else {
      return try printAll(after: after, limit, stream, journal, call)
    }
    // Nothing is half done here: the store is open for reading only.
    signal(SIGINT) { _ in _exit(0) }
    signal(SIGTERM) { _ in _exit(0) }
    let doorbell = Doorbell(journal.headPath)
    var seen = after
    while !call.output.isClosed {
      seen = try printNew(after: seen, stream, journal, call)
      try call.output.flush()
      doorbell.wait(orClosed: call.output)
    }
  }

  private static func printAll(
    after: Int, _ limit: Int, _ stream: Stream?, _ journal: Journal, _ call: Invocation
  ) throws(Failure) {
    if let stream {
      let events: [RecordedEvent]
      do { events = try journal.events(of: stream) } catch { throw Failure(error) }
      for event in events.filter({ $0.position > after }).prefix(limit) {
        try print(event, journal.zone, call)
      }
      return
    }
    var (seen, left) = (after, limit)
    while left > 0 {
      let events = try page(after: seen, min(left, 1000), journal)
      for event in events { try print(event, journal.zone, call) }
      guard let last = events.last else { return }
      seen = last.position
      left -= events.count
    }
  }

  /// Prints what is new and gives the last position seen.
  private static func printNew(
    after: Int, _ stream: Stream?, _ journal: Journal, _ call: Invocation
  ) throws(Failure) -> Int {
    var seen = after
    while true {
      let events = try page(after: seen, 1000, journal)
      for event in events where stream == nil || event.stream == stream {
        try print(event, journal.zone, call)
      }
      guard let last = events.last else { return seen }
      seen = last.position
    }
  }

  private static func page(after: Int, _ limit: Int, _ journal: Journal) throws(Failure) -> [RecordedEvent] {
    do { return try journal.events(after: after, limit: limit) } catch { throw Failure(error) }
  }

  private static func print(_ event: RecordedEvent, _ zone: TimeZone, _ call: Invocation) throws(Failure) {
    if call.format == "json" {
      try call.output.raw(EventText.json(event).line + "\n")
    } else {
      try call.output.line(EventText.line(event, zone, call.language))
    }
  }
}
