import CSQLite
import Desk
import Foundation
import Journal

/// A store of a known size: so many tickets that were closed, five events each, and so many open ones.
struct SampleStore {
  let folder: String
  let closed: Int
  let open: Int
  /// The instant the desk is at: nothing is due.
  let now: Date

  var file: String { "\(folder)/desk.db" }
  var events: Int { closed * 5 + open }

  private static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
  /// 2025-10-14 12:00:00 UTC.
  private static let end = Date(timeIntervalSince1970: 1_760_443_200)

  /// The store of that size kept from an earlier run, or built now.
  static func cached(closed: Int, open: Int, _ scratch: Scratch) throws -> SampleStore {
    let folder = "\(scratch.cache)/v3-\(closed)-\(open)"
    let store = SampleStore(folder: folder, closed: closed, open: open, now: end)
    if access("\(folder)/complete", F_OK) == 0 { return store }
    FileHandle.standardError.write(Data("building a store of \(store.events) events…\n".utf8))
    // Built aside and put in place whole: another bench may be building the same.
    let aside = SampleStore(folder: try scratch.folder("cache"), closed: closed, open: open, now: end)
    try aside.build()
    try Data().write(to: URL(fileURLWithPath: "\(aside.folder)/complete"))
    scratch.drop(folder)
    try? FileManager.default.moveItem(atPath: aside.folder, toPath: folder)
    return store
  }

  /// A new store that is thrown away.
  static func new(open: Int, now: Date = end, _ scratch: Scratch) throws -> SampleStore {
    let store = SampleStore(folder: try scratch.folder("store"), closed: 0, open: open, now: now)
    try store.build()
    return store
  }

  /// A copy that may be written to.
  func copy(_ scratch: Scratch) throws -> SampleStore {
    SampleStore(folder: try scratch.copy(of: folder), closed: closed, open: open, now: now)
  }

  /// Opens it for writing.
  func clerk() throws -> (journal: Journal, clerk: Clerk) {
    let journal = try Journal(path: file, access: .readWrite(createZone: Self.zone))
    return (journal, try Clerk(journal))
  }

  private func build() throws {
    do {
      let (_, clerk) = try clerk()
      var life = SampleLife(seed: 1, lastNumber: 0)
      var batch: [Submission] = []
      for index in 0..<closed {
        let start = now.addingTimeInterval(-86_400 - Double(closed - index) * 170)
        batch += life.next(at: start)
        if batch.count >= 2000 { try clerk.carryOut(batch) }
        if batch.count >= 2000 { batch.removeAll(keepingCapacity: true) }
      }
      try clerk.carryOut(batch)
      try fillOpen(clerk, &life)
    }
    try checkpoint()
  }

  /// Open work of the last three hours, its crossings recorded as they were due.
  private func fillOpen(_ clerk: Clerk, _ life: inout SampleLife) throws {
    var batch: [Submission] = []
    for index in 0..<open {
      batch.append(life.nextReport(at: now.addingTimeInterval(-10_800 * (1 - Double(index) / Double(open)))))
    }
    batch.append(.sample(.recordCrossings, at: now))
    try clerk.carryOut(batch)
  }

  /// Moves the log into the database, so that a reader meets one file as after a quiet night.
  private func checkpoint() throws {
    let store = try RawStore(file: file)
    try store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
