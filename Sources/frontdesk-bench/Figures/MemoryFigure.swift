import Desk
import Foundation

/// What the dashboard holds in memory with a long log behind it, and after seven days of work passed over its screen: that, and how
/// long a frame takes then.
enum MemoryFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let store = try SampleStore.cached(closed: 200_000, open: 1_000, bench.scratch).copy(bench.scratch)
    defer { bench.scratch.drop(store.folder) }
    let screen = try TerminalScreen.dashboard(bench, store, rows: 40, columns: 120)
    for _ in 0..<20 { _ = screen.answer(to: Array("\u{1B}[6~".utf8)) }
    let before = ProcessFigures.residentMegabytes(screen.process)
    let week = try week(store, screen)
    return [
      Measurement(
        "memory", "1,000 open, 1,001,000 events", ours: Quantity(before.max() ?? .nan, .megabytes),
        now: .ours(.atMost(80)), note: "guard process \((before.min() ?? .nan).short) MB"),
      Measurement(
        "memory", "growth over seven days of 150 lives", ours: Quantity(week.growth, .megabytes),
        next: .ours(.atMost(5))),
      Measurement(
        "memory", "a frame after seven days, by one before", ours: Quantity(week.after / week.before, .times),
        next: .ours(.atMost(1.1)),
        note:
          "key → painted p50 \((week.before * 1_000).short) ms before, \((week.after * 1_000).short) ms after"
      ),
    ]
  }

  /// Seven days of lives, each day after a settled first one; how many more megabytes are held at the end, and the seconds from a key
  /// to its frame at both ends.
  private static func week(_ store: SampleStore, _ screen: TerminalScreen) throws
    -> (growth: Double, before: Double, after: Double)
  {
    let (_, clerk) = try store.clerk()
    var life = SampleLife(seed: 21, lastNumber: store.closed + store.open)
    var days: [Double] = []
    var frames: [Double] = []
    for day in 0..<8 {
      for index in 0..<150 {
        // The past: the program's own clock stands near the store's.
        let start = store.now.addingTimeInterval(-86_400 * Double(9 - day) + Double(index) * 500)
        for submission in life.next(at: start) {
          try clerk.carryOut([submission.calledBy("person \(day)-\(index)")])
        }
        screen.read(patience: 0)
      }
      screen.settle(300)
      days.append(ProcessFigures.residentMegabytes(screen.process).max() ?? .nan)
      frames.append(frame(screen))
    }
    return ((days.last ?? .nan) - (days.first ?? .nan), frames.first ?? .nan, frames.last ?? .nan)
  }

  /// The seconds from a key to its frame, up and down the list: the best median of several, because the machine is now and then slower
  /// for a second, and the two ends of a week cannot be measured by turns.
  private static func frame(_ screen: TerminalScreen) -> Double {
    (0..<5).map { _ in
      screen.settle(300)
      return (0..<300).compactMap { screen.answer(to: Array("\u{1B}O\($0 % 20 < 10 ? "B" : "A")".utf8)) }
        .median
    }.min() ?? .nan
  }
}

extension Submission {
  /// Itself, when it is a report, with the name and the telephone of whoever called: each caller is somebody else.
  fileprivate func calledBy(_ name: String) -> Submission {
    guard case .report(var ticket) = command else { return self }
    ticket.contact = "bench \(name)"
    var named = self
    named.command = .report(ticket)
    named.contact = Contact(id: "bench \(name)", name: name, phone: "13800000000")
    return named
  }
}
