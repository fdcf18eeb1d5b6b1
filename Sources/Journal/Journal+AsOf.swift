package import Desk
package import struct Desk.Stream
package import Foundation

extension Journal {
  /// The desk as it stood at an instant: everything that had happened by then, whenever it was written down.
  ///
  /// Folds the streams of what was open then, found by the indexed times of `history`; routes, staff, incidents, equipment and plans
  /// whole, rounds and shifts of that day and the one before, and who was inside of those who came since the day before.
  package func desk(asOf instant: Date) throws(JournalError) -> Desk {
    var desk = Desk(zone: zone)
    desk.adopt(beganAt: try beganAt())
    var others: [RecordedEvent] = []
    for stream in try streams(openAt: instant) {
      let past = try events(of: stream).standing(at: instant)
      if let id = stream.ticket {
        // Folded apart: the desk lets go of a ticket that ends, and one that was reopened after that is open again.
        if let ticket = Ticket.folded(id, past), !ticket.isEnded { desk.adopt(ticket) }
      } else {
        others += past
      }
    }
    // In the order they were recorded: what is planned on a route goes when another schedule is published.
    for recorded in others.sorted(by: { $0.position < $1.position }) { desk.evolve(recorded) }
    return desk
  }

  private func streams(openAt instant: Date) throws(JournalError) -> [Stream] {
    let today = CivilDate(instant, in: zone).daysSince1970
    let (first, end) = (
      CivilDate(daysSince1970: today - 1).number, CivilDate(daysSince1970: today + 1).number
    )
    var streams: [Stream] = [.policy, .calendar, .staff, .duties]
    for kind in ["duty", "route", "asset", "plan"] { streams += try names(from: "\(kind):", to: "\(kind);") }
    for kind in ["P", "S"] { streams += try names(from: "\(kind)-\(first)-", to: "\(kind)-\(end)-") }
    streams += try names(from: "I-", to: "I.")
    let yesterday = CivilDate(daysSince1970: today - 1).start(in: zone)
    streams += try visits(from: yesterday, to: instant.addingTimeInterval(0.001)).map { Stream($0.id) }
    return streams + (try tickets(openIn: instant..<instant.addingTimeInterval(0.001)).map(Stream.init(_:)))
  }

  /// The streams whose names lie in a half-open range, in the order they began.
  func names(from: String, to: String) throws(JournalError) -> [Stream] {
    let statement = try connection.statement(
      "SELECT stream FROM event WHERE stream >= ?1 AND stream < ?2 AND version = 1 ORDER BY position")
    defer { statement.reset() }
    statement.bind(1, from)
    statement.bind(2, to)
    var streams: [Stream] = []
    while try statement.step() { streams.append(Stream(rawValue: statement.text(0))) }
    return streams
  }
}
