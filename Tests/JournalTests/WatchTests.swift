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

  @Test(arguments: [true, false])
  func `a log that was removed under a desk stops it, and what it holds is kept in the database`(
    isWriting: Bool
  ) throws {
    do {
      let clerk = try store.clerk()
      for n in 1...3 { try clerk.record(submission(n, leak())) }
      unlink(store.file("desk.db-wal"))
      if isWriting {
        #expect(throws: JournalError.damaged(.replaced)) { try clerk.submit(submission(4, leak())) }
      } else {
        #expect(clerk.journal.lookAround() == .replaced)
      }
      #expect(clerk.journal.isToBeReopened)
    }
    let later = try store.clerk()
    #expect(later.journal.damage == nil && later.desk.tickets.count == 3)
    #expect(try later.journal.verify().isClean)
  }

  @Test func `another log in the place of the open one stops a desk`() throws {
    let journal = try opened(readOnly: true)
    rename(store.file("desk.db-wal"), store.file("old-wal"))
    try FileManager.default.copyItem(atPath: store.file("old-wal"), toPath: store.file("desk.db-wal"))
    #expect(journal.lookAround() == .replaced)
  }

  /// A store without a log, in a folder that others may read and not write.
  private func laidOpen() throws {
    do {
      let clerk = try store.clerk()
      try clerk.record(submission(1, leak()))
      _ = try clerk.journal.connection.checkpoint(3)
    }
    for name in ["desk.db-wal", "desk.db-shm"] { unlink(store.file(name)) }
    chmod(store.folder, 0o755)
    for name in ["desk.db", "desk.head"] { chmod(store.file(name), 0o644) }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can be somebody else"))
  func `a reader of a folder it cannot write notices that somebody begins to write there`() async throws {
    try laidOpen()
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let me = geteuid()
      #expect(seteuid(65534) == 0)
      let journal = try Journal(path: folder, access: .readOnly)
      let reader = try Clerk(journal)
      #expect(journal.lookAround() == nil && reader.desk.tickets.count == 1)
      #expect(seteuid(me) == 0)
      let writer = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
      try writer.record(submission(2, leak()))
      #expect(seteuid(65534) == 0)
      #expect(throws: JournalError.damaged(.back)) { try reader.catchUp() }
      let other = try Journal(path: folder, access: .readOnly)
      #expect(journal.isToBeReopened && !other.isToBeReopened)
      #expect(seteuid(me) == 0)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can be somebody else"))
  func `a reader without a log notices what was moved into the database`() async throws {
    try laidOpen()
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      #expect(seteuid(65534) == 0)
      let journal = try Journal(path: folder, access: .readOnly)
      #expect(journal.lookAround() == nil)
      #expect(seteuid(0) == 0)
      let file = try FileHandle(forWritingTo: URL(filePath: folder + "/desk.db"))
      try file.truncate(atOffset: file.seekToEnd() + 4096)
      try file.close()
      #expect(journal.lookAround() == .back)
      #expect(journal.lookAround() == nil && journal.isToBeReopened)
    }
  }
}
