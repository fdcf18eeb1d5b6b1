import Desk
import Foundation
import Journal

/// From the end of a commit here to the new ticket's words on another process's screen.
enum NoticeFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let store = try SampleStore.new(open: 200, now: Date(), bench.scratch)
    let screen = try TerminalScreen.dashboard(bench, store, rows: 40, columns: 120, isNow: true)
    let (_, clerk) = try store.clerk()
    var random = Seeded(11)
    var times: [Double] = []
    for round in 0..<(40 * bench.rounds) {
      // Words that share no letter with the one that stood there before: the painter writes only what differs.
      let letters = Array(round.isMultiple(of: 2) ? "abcdefghijklm" : "nopqrstuvwxyz")
      let word = String((0..<10).map { _ in random.pick(letters) })
      var ticket = SampleTickets(seed: random.next()).first
      ticket.subject = word
      try clerk.carryOut([.sample(.report(ticket), at: Date())])
      let start = ContinuousClock.now
      guard screen.wait(for: word, within: 3) else {
        throw Broken("\(word) never came on screen: \(screen.said)")
      }
      times.append(start.duration(to: .now) / .milliseconds(1))
      // Longer than a screen takes between two frames that nobody typed for.
      screen.settle(60)
    }
    let p50 = Quantity(times.percentile(50), .milliseconds)
    return [
      Measurement(
        "notice", "commit here → painted there, p50", ours: p50, now: .ours(.atMost(5)),
        next: .ours(.atMost(2))),
      Measurement(
        "notice", "commit here → painted there, p99", ours: Quantity(times.percentile(99), .milliseconds),
        now: .ours(.atMost(20)), note: "\(times.count) commits"),
    ]
  }
}
