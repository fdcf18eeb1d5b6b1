import CFaultyDisk
import Desk
import Foundation
import TestSupport
import Testing

@testable import Journal

@Suite struct CopyTests {
  let store = Store()
  let target = Store()
  let restoring = Journal.Restoring(id: id(999), actor: reception, at: after(minutes: 500))

  @Test func `a backup holds everything and is checked before it gets its name`() throws {
    let clerk = try store.clerk()
    for n in 1...3 { try clerk.record(submission(n, leak())) }
    let copy = store.file("copy.db")
    let (anchor, findings) = try clerk.journal.backup(to: copy)
    #expect(findings.isClean)
    #expect(anchor == (try clerk.journal.anchor()))
    #expect(anchor.position == 3)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: store.folder).allSatisfy { !$0.hasSuffix(".part") })
    #expect(throws: JournalError.notEmpty(path: copy)) { try clerk.journal.backup(to: copy) }
  }

  @Test(arguments: ["copy.db", "copies/desk.db"])
  func `what a killed backup left is removed, and what another process is writing is left alone`(copy: String)
    throws
  {
    let journal = try store.open()
    try FileManager.default.createDirectory(
      atPath: store.file("copies"), withIntermediateDirectories: true)
    let ended = Process()
    ended.executableURL = URL(filePath: "/bin/sh")
    ended.arguments = ["-c", "exit"]
    try ended.run()
    ended.waitForEnd()
    let (left, written) = ("\(copy).\(ended.processIdentifier).part", "\(copy).\(getppid()).part")
    for name in [left, written] { try Data().write(to: URL(fileURLWithPath: store.file(name))) }
    _ = try journal.backup(to: store.file(copy))
    #expect([left, written, copy].map { access(store.file($0), F_OK) == 0 } == [false, true, true])
  }

  @Test func `of two copies to one name at once one gets it, and it is whole`() async throws {
    let clerk = try store.clerk()
    for n in 1...60 { try clerk.record(submission(n, leak())) }
    let (folder, copy) = (store.folder, store.file("copy.db"))
    await withTaskGroup(of: Void.self) { group in
      for process in 1...4 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [folder = folder as String, copy = copy as String, process = process as Int] in
            let journal = try Journal(path: folder, access: .readOnly)
            do {
              _ = try journal.backup(to: copy)
              try Data().write(to: URL(fileURLWithPath: "\(folder)/made.\(process)"))
            } catch { #expect(error as? JournalError == .notEmpty(path: copy)) }
          }
        }
      }
    }
    #expect(try Journal.check(copy: copy).anchor.position == 60)
    let names = try FileManager.default.contentsOfDirectory(atPath: store.folder)
    #expect(names.count { $0.hasPrefix("made.") } == 1 && !names.contains { $0.hasSuffix(".part") })
  }

  @Test func `a restored store goes on where the copy ended, in a new epoch`() throws {
    let clerk = try store.clerk()
    try clerk.record(
      submission(1, leak(), contact: Contact(id: "c", name: "赵", phone: "1")))
    _ = try clerk.journal.backup(to: store.file("copy.db"))
    let came = try Journal.restore(
      from: store.file("copy.db"), to: target.folder, replace: false, by: restoring)
    #expect(came.anchor.position == 2 && came.left == 0 && came.former == nil)
    let restored = try target.clerk()
    #expect(restored.journal.damage == nil)
    #expect(restored.desk == clerk.desk)
    #expect(try restored.journal.contacts(["c"]).isEmpty)
    try FileManager.default.copyItem(atPath: store.file("desk.key"), toPath: target.file("desk.key"))
    #expect(try restored.journal.contacts(["c"]).count == 1)
    #expect(try restored.journal.events(of: .store).map(\.event) == [.storeRestored(position: 1)])
    #expect(restored.journal.epoch == 2)
    try restored.record(submission(2, leak()))
    #expect(try restored.journal.verify().findings == [])
  }

  @Test func `a store is overwritten only when asked, and desks that had it open notice`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let copy = target.folder + ".db"
    defer { unlink(copy) }
    _ = try clerk.journal.backup(to: copy)
    for n in 2...4 { try clerk.record(submission(n, leak())) }
    #expect(throws: JournalError.notEmpty(path: store.folder)) {
      try Journal.restore(from: copy, to: store.folder, replace: false, by: restoring)
    }
    let came = try Journal.restore(from: copy, to: store.folder, replace: true, by: restoring)
    #expect(came.left == 3 && came.former == store.file("desk.former"))
    #expect(StoreFolder.identity(store.file("desk.former")).map { $0.mode & 0o077 } == 0)
    try FileManager.default.createDirectory(atPath: target.folder, withIntermediateDirectories: true)
    _ = try Journal.restore(from: store.file("desk.former"), to: target.folder, replace: false, by: restoring)
    #expect(try target.clerk().desk.tickets.count == 4, "what was on record before is kept")
    #expect(throws: JournalError.damaged(.restored(epoch: 2))) { try clerk.submit(submission(5, leak())) }
    #expect(throws: JournalError.self) { try clerk.catchUp() }
    let later = try store.clerk()
    #expect(later.journal.damage == nil)
    #expect(later.journal.position == 2)
    try later.record(submission(5, leak()))
  }

  @Test(arguments: ["copy.db", "new.db"])
  func `a file of another name is no store, and none is begun under it`(name: String) throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    _ = try clerk.journal.backup(to: store.file("copy.db"))
    #expect(throws: JournalError.otherName(path: store.file(name))) {
      try Journal(path: store.file(name), access: .readWrite(createZone: .gmt))
    }
    #expect(throws: JournalError.otherName(path: store.file(name))) {
      try Journal(path: store.file(name), access: .readOnly)
    }
  }

  @Test func `a restore mends a lost tail, a fault and a file that is no database any more`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let copy = target.folder + ".db"
    defer { unlink(copy) }
    _ = try clerk.journal.backup(to: copy)
    StoreFolder(store.folder).markFault("fsync")
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: store.file("desk.db")))
    _ = try Journal.restore(from: copy, to: store.folder, replace: true, by: restoring)
    let later = try store.clerk()
    #expect(later.journal.damage == nil)
    #expect(later.desk.tickets.count == 1)
  }

  /// Restores over a store in a process that is killed at a step, at the latest after the end; whether it came to its end.
  private func restore(_ copy: String, killedAt step: Int) async -> Bool {
    let (folder, mark) = (store.folder, store.file("survived.\(step)"))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = folder as String, copy = copy as String, mark = mark as String, step = step as Int] in
      faulty_disk_install()
      faulty_disk_arm(faulty_disk_kill, step)
      let restoring = Journal.Restoring(id: id(9000 + step), actor: reception, at: after(minutes: 500))
      _ = try Journal.restore(from: copy, to: folder, replace: true, by: restoring)
      try Data().write(to: URL(fileURLWithPath: mark))
      kill(getpid(), SIGKILL)
    }
    return access(mark, F_OK) == 0
  }

  @Test func `a restore that is killed at any step leaves a running desk its whole record, or stops it`()
    async throws
  {
    let copy = target.folder + ".db"
    defer { unlink(copy) }
    var clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    _ = try clerk.journal.backup(to: copy)
    for n in 2...5 { try clerk.record(submission(n, leak())) }
    var (step, tickets, isOver) = (0, 5, false)
    while !isOver {
      step += 11
      isOver = await restore(copy, killedAt: step)
      do {
        try clerk.record(submission(100 + step, leak()))
        tickets += 1
      } catch {
        guard case .damaged(.restored)? = error as? JournalError else { throw error }
        (clerk, tickets) = (try store.clerk(), 1)
        #expect(try clerk.journal.events(of: .store).count == 1, "step \(step)")
      }
      let later = try store.clerk()
      #expect(later.journal.damage == nil && later.desk.tickets.count == tickets, "step \(step)")
      #expect(try later.journal.verify().isClean, "step \(step)")
    }
    #expect(step > 20 && tickets == 1)
    let former = clerk.journal.formerRecords
    #expect(!former.isEmpty && !former.contains { $0.hasSuffix(".part") })
    for file in former { #expect(throws: Never.self, "\(file)") { try Journal.check(copy: file) } }
  }

  @Test(arguments: [true, false])
  func `a log that ends before the last event a desk has seen, or holds another, stops the desk`(isCut: Bool)
    throws
  {
    let clerk = try store.clerk()
    for n in 1...3 { try clerk.record(submission(n, leak())) }
    try store.shell(
      "DROP TRIGGER event_is_never_deleted; DROP TRIGGER event_is_never_changed;"
        + (isCut
          ? "DELETE FROM event WHERE position > 1" : "UPDATE event SET hash = x'00' WHERE position = 3"))
    let damage = isCut ? Damage.lostTail(missing: 2) : .rewritten(position: 3)
    #expect(throws: JournalError.damaged(damage)) { try clerk.catchUp() }
    #expect(clerk.journal.damage == damage)
    #expect(throws: JournalError.damaged(damage)) { try clerk.submit(submission(4, leak())) }
  }

  @Test(arguments: [true, false])
  func `an older copy written over the open database stops the desk`(isReading: Bool) throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    _ = try clerk.journal.backup(to: store.file("copy.db"))
    for n in 2...3 { try clerk.record(submission(n, leak())) }
    _ = try clerk.journal.connection.checkpoint(3)
    #expect(try clerk.catchUp() == nil)
    let copy = try Data(contentsOf: URL(fileURLWithPath: store.file("copy.db")))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: store.file("desk.db")))
    try file.write(contentsOf: copy)
    try file.truncate(atOffset: UInt64(copy.count))
    try file.close()
    #expect(throws: JournalError.damaged(.lostTail(missing: 2))) {
      if isReading { _ = try clerk.catchUp() } else { _ = try clerk.submit(submission(4, leak())) }
    }
    #expect(clerk.journal.isReadOnly)
  }

  @Test func `an older copy put back by hand is noticed`() throws {
    _ = try store.clerk().record(submission(1, leak()))
    _ = try store.open().backup(to: store.file("copy.db"))
    _ = try Journal.restore(from: store.file("copy.db"), to: target.folder, replace: false, by: restoring)
    for name in ["desk.db", "desk.db-wal", "desk.db-shm"] { unlink(target.file(name)) }
    try FileManager.default.copyItem(atPath: store.file("copy.db"), toPath: target.file("desk.db"))
    let reader = try Journal(path: target.folder, access: .readOnly)
    #expect(reader.damage == .olderCopy(epoch: 1, witnessed: 2))
  }

  @Test(arguments: ["SQLite format 3", "\"kind\":\"repair\",\"place\""])
  func `a copy with broken bytes is not restored`(text: String) throws {
    let clerk = try store.clerk()
    for n in 1...40 { try clerk.record(submission(n, leak())) }
    let copy = store.file("copy.db")
    _ = try clerk.journal.backup(to: copy)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    let place = try #require(bytes.range(of: Data(text.utf8)))
    bytes[place.lowerBound + 3] ^= 0x20
    try bytes.write(to: URL(fileURLWithPath: copy))
    #expect(throws: JournalError.self) {
      try Journal.restore(from: copy, to: target.folder, replace: false, by: restoring)
    }
    #expect(!FileManager.default.fileExists(atPath: target.file("desk.db")))
  }

  @Test(arguments: ["x", "y/", "./z", "-"])
  func `a copy may have a name of one character, in the folder one is in`(name: String) async throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String, name = name as String] in
      #expect(chdir(folder) == 0)
      let journal = try Journal(path: folder, access: .readOnly)
      if name == "y/" {
        #expect(throws: JournalError.self) { try journal.backup(to: name) }
      } else {
        #expect(try journal.backup(to: name).anchor.position == 1)
        #expect(access(name, F_OK) == 0)
      }
    }
  }

  @Test func `a store in a folder that cannot be written is copied all the same`() throws {
    let clerk = try store.clerk()
    for n in 1...3 { try clerk.record(submission(n, leak())) }
    try store.shell("PRAGMA wal_checkpoint(TRUNCATE)")
    // So is one opened where there is no room for what SQLite keeps beside it.
    let connection = try Connection(
      file: store.file("desk.db"), path: store.folder, readOnly: true, immutable: true)
    let copy = store.file("copy.db")
    try Data().write(to: URL(fileURLWithPath: copy))
    try connection.write(to: copy)
    let (anchor, findings) = try Journal.check(copy: copy)
    #expect(anchor == (try clerk.journal.anchor()) && findings.isClean)
    let mode = try Connection(file: copy, path: store.folder, readOnly: true).text("PRAGMA journal_mode")
    #expect(mode == "delete")
  }
}
