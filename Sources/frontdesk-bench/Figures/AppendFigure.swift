import Desk
import Foundation
import Journal

/// One command at a time: the life of repairs, report to close, over and over.
enum AppendFigure {
  private static let lives = 100

  static func measure(_ bench: Bench) throws -> [Measurement] {
    let (journal, clerk) = try SampleStore.new(open: 200, bench.scratch).clerk()
    let raw = try RawStore(newIn: journal.path)
    var life = SampleLife(seed: 7, lastNumber: 200)
    var lap = 0
    let pair = try bench.alternate(
      {
        lap += 1
        return try rate(clerk, &life, lap)
      }, { try rate(raw) })
    let growth = try grow(bench)
    return [
      Measurement(
        "append", "one command of a repair's life, 1 event each",
        ours: Quantity(pair.ours.median, .perSecond),
        peer: Quantity(pair.peer.median, .perSecond), ratio: pair.ratio, now: .ratio(.atLeast(0.6)),
        next: .ratio(.atLeast(0.75)))
    ] + growth.lines
  }

  private static func rate(
    _ clerk: Clerk, _ life: inout SampleLife, _ lap: Int,
    by clock: (() throws -> Void) throws -> Double = { try seconds($0) }
  ) throws -> Double {
    var submissions: [Submission] = []
    let start = Date(timeIntervalSince1970: 1_760_450_000 + Double(lap) * 86_400)
    for index in 0..<lives { submissions += life.next(at: start + Double(index) * 720) }
    let time = try clock { for submission in submissions { try clerk.carryOut([submission]) } }
    return Double(submissions.count) / time
  }

  private static func rate(_ raw: RawStore) throws -> Double {
    let time = try seconds { for _ in 0..<(lives * 5) { try raw.append(1) } }
    return Double(lives * 5) / time
  }

  /// The same on logs of other lengths, by processor time: the disk knows nothing of the length.
  private static func grow(_ bench: Bench) throws -> Growth {
    var growth = Growth("append", of: "events in the log, processor time")
    for closed in [2_000, 20_000, 200_000] {
      let store = try SampleStore.cached(closed: closed, open: 1_000, bench.scratch).copy(bench.scratch)
      defer { bench.scratch.drop(store.folder) }
      let (_, clerk) = try store.clerk()
      var life = SampleLife(seed: 9, lastNumber: closed + 1_000)
      var lap = 0
      let rates = try bench.repeated {
        lap += 1
        return try rate(clerk, &life, lap) { try processorSeconds($0) }
      }
      growth.add(store.events, Quantity(1_000_000 / rates.median, .microseconds))
    }
    return growth
  }
}
