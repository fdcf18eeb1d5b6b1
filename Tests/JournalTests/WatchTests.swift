import Desk
import Foundation
import Testing

@testable import Journal

/// What a process that has the store open notices of its files, without writing.
@Suite struct WatchTests {
  let store = Store()

  private func opened(readOnly: Bool) throws -> Journal {
    _ = try store.clerk().record(submission(1, leak()))
    let journal = readOnly ? try Journal(path: store.folder, access: .readOnly) : try store.open()
    #expect(journal.lookAround() == nil && !journal.isCutOff)
    return journal
  }

  @Test(arguments: [true, false]) func `a folder that was moved away is noticed once, and so is its return`(
    readOnly: Bool
  ) throws {
    let journal = try opened(readOnly: readOnly)
    rename(store.folder, store.folder + ".old")
    #expect(journal.lookAround() == .gone)
    #expect(journal.lookAround() == nil && journal.isCutOff)
    rename(store.folder + ".old", store.folder)
    #expect(journal.lookAround() == .back)
    #expect(journal.lookAround() == nil && journal.isCutOff)
    #expect(try store.open().damage == nil)
  }

  @Test(arguments: [true, false]) func `another file under the same name is noticed`(readOnly: Bool) throws {
    let journal = try opened(readOnly: readOnly)
    rename(store.file("desk.db"), store.file("old.db"))
    try FileManager.default.copyItem(atPath: store.file("old.db"), toPath: store.file("desk.db"))
    #expect(journal.lookAround() == .replaced)
    #expect(journal.lookAround() == nil && journal.isCutOff)
  }

  @Test(arguments: [true, false])
  func `a fault that another process met is noticed, and when it was taken away`(
    readOnly: Bool
  ) throws {
    let journal = try opened(readOnly: readOnly)
    try Data("input/output\u{1B}[2J\nerror\n".utf8).write(to: URL(filePath: store.file("desk.fault")))
    guard case .faulted(let reason)? = journal.lookAround() else {
      Issue.record("no fault was seen")
      return
    }
    #expect(!reason.contains("\n") && !reason.contains("\u{1B}"))
    #expect(journal.lookAround() == nil && journal.isCutOff)
    unlink(store.file("desk.fault"))
    #expect(journal.lookAround() == .back)
    #expect(try store.open().damage == nil)
  }

  @Test func `bits of the file that change are no other file, a second name is`() throws {
    let journal = try opened(readOnly: false)
    chmod(store.file("desk.db"), 0o640)
    #expect(journal.lookAround() == nil)
    link(store.file("desk.db"), store.file("second.db"))
    #expect(journal.lookAround() == .linked)
    #expect(!journal.isCutOff)
  }
}
