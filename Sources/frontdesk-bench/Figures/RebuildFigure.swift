import Foundation
import Journal

/// Computing everything derived anew, and checking everything, against stepping through every row of the log.
enum RebuildFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let closed = bench.isFull ? 200_000 : 20_000
    let store = try SampleStore.cached(closed: closed, open: 1_000, bench.scratch).copy(bench.scratch)
    defer { bench.scratch.drop(store.folder) }
    let journal = try Journal(path: store.file, access: .readWrite(createZone: nil))
    let raw = try RawStore(file: store.file)
    let rebuild = try bench.alternate(
      { try rate(store) { try journal.rebuild() } },
      {
        try rate(store) { _ = try raw.count("SELECT * FROM event ORDER BY position") }
      })
    let verify = try bench.alternate(
      { try rate(store) { try check(journal) } },
      {
        try rate(store) { _ = try raw.count("SELECT * FROM event ORDER BY position") }
      })
    return [("rebuild", rebuild), ("verify", verify)].map { name, pair in
      Measurement(
        name, "\(Double(store.events).short) events", ours: Quantity(pair.ours.median, .perSecond),
        peer: Quantity(pair.peer.median, .perSecond), ratio: pair.ratio, now: .ours(.atLeast(100_000)),
        next: .ours(.atLeast(300_000)), note: "peer: raw step of all rows")
    }
  }

  private static func rate(_ store: SampleStore, _ body: () throws -> Void) throws -> Double {
    Double(store.events) / (try seconds(body))
  }

  private static func check(_ journal: Journal) throws {
    let findings = try journal.verify()
    guard findings.isClean else { throw Broken("verify found \(findings.classes)") }
  }
}
