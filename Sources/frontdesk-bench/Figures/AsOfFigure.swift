import Desk
import Foundation
import Journal

/// The board as it was: early, in the middle and at the end of a log of 50,000 tickets.
enum AsOfFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let store = try SampleStore.cached(closed: 49_000, open: 1_000, bench.scratch)
    let journal = try Journal(path: store.file, access: .readOnly)
    let span = Double(store.closed) * 170
    return try [(0.9, "a tenth in"), (0.5, "the middle"), (0.0, "the end")].map { share, name in
      let instant = store.now.addingTimeInterval(-86_400 - span * share + 400)
      var open = 0
      let times = try bench.repeated {
        try seconds { open = try journal.desk(asOf: instant).tickets.count }
      }
      return Measurement(
        "asof", "the board at \(name), 50,000 tickets", ours: Quantity(times.median * 1_000, .milliseconds),
        now: .ours(.atMost(1_000)), next: .ours(.atMost(300)), note: "\(open) open then")
    }
  }
}
