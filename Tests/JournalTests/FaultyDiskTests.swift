import CFaultyDisk
import Desk
import Foundation
import Testing

@testable import Journal

/// Real processes on a file system that kills them, fails or is full at a chosen step.
@Suite(.serialized) struct FaultyDiskTests {
  let store = Store()

  /// Appends once and tells so, then once more and is killed at a step of it, at the latest after the end.
  static func victim(_ folder: String, _ step: Int) throws {
    faulty_disk_install()
    try ProcessTests.work(folder, (step * 100)..<(step * 100 + 1))
    let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
    faulty_disk_arm(faulty_disk_kill, step)
    _ = try clerk.submit(submission(step * 100 + 50, leak("1-1-\(step)")))
    try Data().write(to: URL(fileURLWithPath: folder + "/survived.\(step)"))
    kill(getpid(), SIGKILL)
  }

  /// Appends 200 long tickets, so that some batches fill the log.
  private static func append(_ batch: Int, to clerk: Clerk) throws {
    let text = String(repeating: "pothole ", count: 500)
    _ = try clerk.submit(
      (1...200).map { submission($0 + batch * 200, imported($0 + batch * 200, subject: text)) })
  }

  @Test func `three writers killed at every step of an append leave one whole record`() async throws {
    _ = try store.open()
    let folder = store.folder
    for first in stride(from: 1, through: 43, by: 3) {
      await withTaskGroup(of: Void.self) { group in
        for step in first..<(first + 3) {
          group.addTask {
            await #expect(processExitsWith: .signal(SIGKILL)) {
              [folder = folder as String, step = step as Int] in
              try FaultyDiskTests.victim(folder, step)
            }
          }
        }
      }
    }
    let survivors = (1...45).filter { access(store.file("survived.\($0)"), F_OK) == 0 }
    #expect(!survivors.isEmpty && !survivors.contains(1), "the steps go from the first to the last")
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == nil)
    for step in 1...45 {
      #expect(try clerk.journal.events(by: id(step * 100)).count == 1, "what was acknowledged is there")
      try clerk.record(submission(step * 100 + 50, leak("1-1-\(step)")))
      #expect(try clerk.journal.events(by: id(step * 100 + 50)).count == 1, "step \(step)")
    }
    #expect(clerk.journal.position == 90)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test(arguments: 0...6)
  func `a write or a sync that fails once makes the outcome unknown and every process read-only`(
    step: Int
  ) async throws {
    let here = try store.clerk()
    try here.record(submission(1, leak()))
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String, step = step as Int] in
      faulty_disk_install()
      let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
      faulty_disk_arm(step == 0 ? faulty_disk_sync_error : faulty_disk_write_error, step)
      let error = #expect(throws: JournalError.self) { try clerk.submit(submission(2, leak())) }
      guard case .unknownOutcome? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(throws: JournalError.self) { try clerk.submit(submission(3, leak())) }
    }
    #expect(access(store.file("desk.fault"), F_OK) == 0)
    #expect(throws: JournalError.self) { try here.submit(submission(4, leak())) }
    guard case .faulted? = try store.open().damage else {
      Issue.record("no fault")
      return
    }
    unlink(store.file("desk.fault"))
    let later = try store.clerk()
    try later.record(submission(2, leak()))
    #expect(try later.journal.events(by: id(2)).count == 1)
    #expect(try later.journal.verify().findings == [])
  }

  @Test func `a checkpoint that fails loses nothing and makes the store read-only`() async throws {
    let folder = store.folder
    _ = try store.open()
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      faulty_disk_install()
      let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
      faulty_disk_arm(faulty_disk_checkpoint_error, 0)
      for batch in 0..<12 { try? Self.append(batch, to: clerk) }
      #expect(clerk.journal.isReadOnly)
    }
    #expect(access(store.file("desk.fault"), F_OK) == 0)
    unlink(store.file("desk.fault"))
    let later = try store.clerk()
    #expect(later.journal.position >= 10 * 200)
    #expect(try later.journal.verify().findings == [])
  }

  @Test func `no room for a checkpoint loses nothing, stops nobody, and is made up for when there is room`()
    async throws
  {
    let folder = store.folder
    _ = try store.open()
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      faulty_disk_install()
      let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
      let size = {
        (try? FileManager.default.attributesOfItem(atPath: folder + "/desk.db")[.size]) as? Int ?? 0
      }
      let before = size()
      faulty_disk_arm(faulty_disk_full_checkpoint, 0)
      for batch in 0..<12 { try Self.append(batch, to: clerk) }
      #expect(!clerk.journal.isReadOnly && size() == before, "all of it is in the log")
      faulty_disk_arm(faulty_disk_none, 0)
      try Self.append(12, to: clerk)
      #expect(size() > before + 800 * 4000, "the log was moved")
      #expect(try clerk.journal.verify().findings == [])
    }
    #expect(try store.open().position >= 13 * 200)
  }

  @Test func `what a writer recorded and was killed before telling of is found by who did not hear it`()
    async throws
  {
    let here = try store.clerk()
    let (folder, bell) = (store.folder, try Data(contentsOf: URL(fileURLWithPath: store.file("desk.head"))))
    var found: Recorded?
    for step in 1...60 where found == nil {
      await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String, step = step as Int] in
        faulty_disk_install()
        let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
        faulty_disk_arm(faulty_disk_kill, step)
        _ = try clerk.submit(submission(2, leak()))
        kill(getpid(), SIGKILL)
      }
      found = try here.catchUp()
    }
    #expect(found?.events.map(\.command) == [id(2)])
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.file("desk.head"))) == bell, "nobody rang")
    try here.record(submission(2, leak()))
    #expect(here.journal.position == 1, "asked again, it is there once")
  }

  @Test(arguments: 1...6)
  func `no room at any step takes the command back, and room makes it work again`(step: Int) async throws {
    try store.clerk().record(submission(1, leak()))
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String, step = step as Int] in
      faulty_disk_install()
      let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
      let before = clerk.desk
      faulty_disk_arm(faulty_disk_full, step)
      #expect(throws: JournalError.diskFull(path: folder)) { try clerk.submit(submission(2, leak())) }
      #expect(try clerk.catchUp() == nil)
      #expect(clerk.desk == before)
      #expect(throws: JournalError.self) { try clerk.journal.backup(to: folder + "/copy.db") }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasPrefix("copy.db") })
      faulty_disk_arm(faulty_disk_none, 0)
      try clerk.record(submission(2, leak()))
      _ = try clerk.journal.backup(to: folder + "/copy.db")
      #expect(try clerk.journal.verify().findings == [])
    }
    #expect(try store.open().position == 2)
  }

  @Test func `no room for the index takes no row back, and room makes up for it`() async throws {
    let folder = store.folder
    _ = try store.open()
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      faulty_disk_install()
      let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
      try Self.append(0, to: clerk)
      faulty_disk_arm(faulty_disk_full, 3)
      #expect(throws: JournalError.diskFull(path: folder)) { try clerk.journal.indexRest() }
      #expect(try clerk.journal.indexed() == 0 && clerk.journal.search("pothol", limit: nil).count == 200)
      faulty_disk_arm(faulty_disk_none, 0)
      try clerk.journal.indexRest()
      #expect(try clerk.journal.indexed() == clerk.journal.position)
      #expect(try clerk.journal.search("pothol", limit: nil).count == 200)
      #expect(try clerk.journal.verify().findings == [])
    }
  }
}
