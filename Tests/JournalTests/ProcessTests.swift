import Desk
import Foundation
import Testing

@testable import Journal

/// Real processes on one store, some of them killed at any moment.
@Suite(.serialized) struct ProcessTests {
  let store = Store()

  /// Submits reports until the end of the range, writing each acknowledged number to a file of its own.
  static func work(_ folder: String, _ range: Range<Int>) throws {
    let clerk = try Clerk(
      Journal(path: folder, access: .readWrite(createZone: Store.zone)))
    let acknowledged = open(folder + "/done.\(range.lowerBound)", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    for n in range {
      guard case .recorded = try clerk.submit(submission(n, leak("1-1-\(n)"))) else { return }
      let line = Array("\(n)\n".utf8)
      write(acknowledged, line, line.count)
    }
  }

  private func acknowledged(_ start: Int) -> [Int] {
    let text = try? String(contentsOfFile: store.file("done.\(start)"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").compactMap { Int($0) }
  }

  /// Ends the process as `kill -9` would, after so many microseconds; nobody handles the signal, nothing is tidied up.
  static func die(afterMicroseconds delay: Int) {
    var timer = itimerval()
    timer.it_value.tv_usec = delay
    signal(SIGALRM, SIG_DFL)  // 0 is ITIMER_REAL; its name has another type on each platform
    setitimer(0, &timer, nil)
  }

  @Test(arguments: [11, 12, 13, 14])
  func `three writers killed at any moment lose nothing that was acknowledged`(seed: Int) async throws {
    _ = try store.open()
    let folder = store.folder
    await withTaskGroup(of: Void.self) { group in
      for writer in 1...3 {
        let start = writer * 100_000
        let delay = 30_000 + (seed * 7919 + writer * 104_729) % 90_000
        group.addTask {
          await #expect(processExitsWith: .signal(SIGALRM)) {
            [folder = folder as String, start = start as Int, delay = delay as Int] in
            ProcessTests.die(afterMicroseconds: delay)
            try ProcessTests.work(folder, start..<(start + 99_999))
          }
        }
      }
    }
    let clerk = try store.clerk()
    #expect(clerk.journal.damage == nil)
    #expect(try clerk.journal.verify().findings == [])
    let events = try clerk.journal.events(after: 0, limit: .max)
    let commands = Set(events.map(\.command))
    for start in [100_000, 200_000, 300_000] {
      let done = acknowledged(start)
      #expect(done.allSatisfy { commands.contains(id($0)) }, "seed \(seed)")
      // The one that may or may not be in: submitting it again leaves exactly one.
      let unknown = (done.last ?? start - 1) + 1
      let recorded = try clerk.record(submission(unknown, leak("1-1-\(unknown)")))
      #expect(recorded.repeated.isEmpty != recorded.events.isEmpty)
      #expect(try clerk.journal.events(by: id(unknown)).count == 1)
    }
  }

  @Test func `three processes at once take turns and leave one gapless record`() async throws {
    let folder = store.folder
    await withTaskGroup(of: Void.self) { group in
      for start in [1000, 2000, 3000] {
        group.addTask {
          await #expect(processExitsWith: .success) { [folder = folder as String, start = start as Int] in
            // Nobody created the store before: the first to come does.
            try ProcessTests.work(folder, start..<(start + 60))
          }
        }
      }
    }
    let clerk = try store.clerk()
    #expect(clerk.journal.position == 180)
    #expect(clerk.desk.lastNumber[.repair] == 180)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test(arguments: 1...5)
  func `processes that come first at once create one store between them`(round: Int) async throws {
    let folder = store.folder
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<5 {
        group.addTask {
          await #expect(processExitsWith: .success) { [folder = folder as String] in
            _ = try Journal(path: folder, access: .readWrite(createZone: .gmt))
          }
        }
      }
    }
    #expect(try store.open().damage == nil, "round \(round)")
  }

  @Test func `the same command from three processes is carried out once`() async throws {
    let folder = store.folder
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          await #expect(processExitsWith: .success) { [folder = folder as String] in
            try ProcessTests.work(folder, 1..<20)
          }
        }
      }
    }
    #expect(try store.open().position == 19)
  }

  @Test func `a write that fails half way makes every process read-only`() async throws {
    let here = try store.clerk()
    try here.record(submission(1, leak()))
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: nil)))
      // No file may grow any more: what is written fails with an input/output error, as on a failing disk.
      var limit = rlimit(rlim_cur: 0, rlim_max: 0)
      let size = StoreFolder.size(folder + "/desk.db-wal")
      (limit.rlim_cur, limit.rlim_max) = (rlim_t(size + 5000), rlim_t(size + 5000))
      signal(SIGXFSZ, SIG_IGN)
      setrlimit(1, &limit)  // RLIMIT_FSIZE
      let error = #expect(throws: JournalError.self) { try clerk.submit(submission(2, leak())) }
      guard case .unknownOutcome = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(clerk.journal.isReadOnly)
    }
    #expect(throws: JournalError.self) { try here.submit(submission(3, leak())) }
    guard case .faulted? = try store.open().damage else {
      Issue.record("no fault")
      return
    }
    #expect(try store.clerk().desk.tickets.count == 1)
  }

  @Test func `a writer that was stopped while writing makes the others say busy`() throws {
    let clerk = try store.clerk()
    let gate = try Turnstile(StoreFolder(store.folder))
    let other = try Turnstile(StoreFolder(store.folder))
    try gate.pass { () throws(JournalError) in
      let busy = #expect(throws: JournalError.self) { try other.pass(within: 0.05) {} }
      #expect(busy == .busy(path: store.folder))
    }
    try clerk.record(submission(1, leak()))
  }
}
