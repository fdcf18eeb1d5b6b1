import Foundation

/// What the dashboard holds in memory with a long log behind it, and after seven days of work passed over its screen.
enum MemoryFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let store = try SampleStore.cached(closed: 200_000, open: 1_000, bench.scratch).copy(bench.scratch)
    defer { bench.scratch.drop(store.folder) }
    let screen = try TerminalScreen.dashboard(bench, store, rows: 40, columns: 120)
    for _ in 0..<20 { _ = screen.answer(to: Array("\u{1B}[6~".utf8)) }
    let before = ProcessFigures.residentMegabytes(screen.process)
    let growth = try week(store, screen)
    return [
      Measurement(
        "memory", "1,000 open, 1,001,000 events", ours: Quantity(before.max() ?? .nan, .megabytes),
        now: .ours(.atMost(80)), note: "guard process \((before.min() ?? .nan).short) MB"),
      Measurement(
        "memory", "growth over seven days of 150 lives", ours: Quantity(growth, .megabytes),
        next: .ours(.atMost(5))),
    ]
  }

  /// Seven days of lives, each day after a settled first one; how much more is held at the end.
  private static func week(_ store: SampleStore, _ screen: TerminalScreen) throws -> Double {
    let (_, clerk) = try store.clerk()
    var life = SampleLife(seed: 21, lastNumber: store.closed + store.open)
    var days: [Double] = []
    for day in 0..<8 {
      for index in 0..<150 {
        // The past: the program's own clock stands near the store's.
        let start = store.now.addingTimeInterval(-86_400 * Double(9 - day) + Double(index) * 500)
        for submission in life.next(at: start) { try clerk.carryOut([submission]) }
        screen.read(patience: 0)
      }
      screen.settle(300)
      days.append(ProcessFigures.residentMegabytes(screen.process).max() ?? .nan)
    }
    return (days.last ?? .nan) - (days.first ?? .nan)
  }
}
