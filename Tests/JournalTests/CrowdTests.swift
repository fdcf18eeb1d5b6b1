import Desk
import Foundation
import Testing

@testable import Journal

/// Several real processes at one store, one of which does not behave.
@Suite(.serialized) struct CrowdTests {
  let store = Store()

  @Test(.timeLimit(.minutes(20)))
  func `a writer stopped in the middle keeps the others busy, and they go on once it is killed`()
    async throws
  {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    let folder = store.folder
    async let holder = #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
      let journal = try Journal(path: folder, access: .readWrite(createZone: nil))
      try journal.write { () throws(JournalError) in
        try? "\(getpid())".write(toFile: folder + "/holder", atomically: true, encoding: .utf8)
        // Nobody waits for ever, not even for a test that failed half way.
        alarm(1800)
        while true { pause() }
      }
    }
    let process = try await until {
      (try? String(contentsOfFile: store.file("holder"), encoding: .utf8)).flatMap { Int32($0) }
    }
    kill(process, SIGSTOP)
    #expect(throws: JournalError.busy(path: folder)) { try clerk.submit(submission(2, leak())) }
    kill(process, SIGKILL)
    _ = await holder
    try clerk.record(submission(2, leak()))
    #expect(clerk.journal.position == 2)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test(.timeLimit(.minutes(20)))
  func `a reader that catches up while four write comes to the same desk`() async throws {
    let folder = store.folder
    _ = try store.open()
    let reader = try Clerk(Journal(path: folder, access: .readOnly))
    var board = reader.desk
    async let writers: Void = withTaskGroup(of: Void.self) { group in
      for writer in 1...4 {
        group.addTask {
          await #expect(processExitsWith: .success) { [folder = folder as String, writer = writer as Int] in
            try ProcessTests.work(folder, (writer * 1000)..<(writer * 1000 + 30))
          }
        }
      }
    }
    var seen: [Int] = []
    _ = try await until { () -> Bool? in
      guard let news = try reader.catchUp() else { return nil }
      seen += news.events.map(\.position)
      board.take(news)
      return seen.count == 120 ? true : nil
    }
    await writers
    #expect(seen == Array(1...120))
    #expect(board == reader.desk)
    #expect(try store.clerk().desk == reader.desk)
  }

  @Test func `a backup that is killed under load leaves no file of its name and the next one is whole`()
    async throws
  {
    let clerk = try store.clerk()
    for n in 1...50 { try clerk.record(submission(n, leak(subject: String(repeating: "长", count: 3000)))) }
    let folder = store.folder
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await #expect(processExitsWith: .success) { [folder = folder as String] in
          try ProcessTests.work(folder, 1000..<1060)
        }
      }
      for copy in 1...4 {
        group.addTask {
          await #expect(processExitsWith: .signal(SIGALRM)) {
            [folder = folder as String, copy = copy as Int] in
            let journal = try Journal(path: folder, access: .readOnly)
            ProcessTests.die(afterMicroseconds: copy * 1500)
            while true {
              _ = try journal.backup(to: "\(folder)/copy.\(copy)")
              unlink("\(folder)/copy.\(copy)")
            }
          }
        }
      }
    }
    for copy in 1...4 where access(store.file("copy.\(copy)"), F_OK) == 0 {
      #expect(try Journal.check(copy: store.file("copy.\(copy)")).anchor.position >= 50)
    }
    #expect(try clerk.journal.backup(to: store.file("last")).anchor.position == 110)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test func `a store whose file was deleted is noticed before anything is written`() throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    unlink(store.file("desk.db"))
    #expect(throws: JournalError.damaged(.gone)) { try clerk.submit(submission(2, leak())) }
    #expect(throws: JournalError.damaged(.lostTail(missing: 1))) {
      try Journal(path: store.folder, access: .readWrite(createZone: nil))
    }
  }

  @Test func `a text of one mebibyte is kept to the byte`() throws {
    let text = String(repeating: "漏水。", count: 116_509)
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, .ticket(TicketID(.repair, 1), .note(text: text))))
    let events = try store.open().events(after: 1, limit: 1)
    #expect(events.map(\.event) == [.ticket(TicketID(.repair, 1), .noted(text: text))])
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test(arguments: [
    "CAST(x'7B2274657874223A22FF22 7D' AS TEXT)", "'{\"text\":9223372036854775808}'", "'{\"text\":1e999}'",
    "''",
  ])
  func `a payload that cannot be read is named and nothing is written on top`(payload: String) throws {
    let clerk = try store.clerk()
    try clerk.record(submission(1, leak()))
    try clerk.record(submission(2, .ticket(TicketID(.repair, 1), .note(text: "x"))))
    let sql = payload.replacingOccurrences(of: "22 7D", with: "227D")
    try store.shell(
      "DROP TRIGGER event_is_never_changed; UPDATE event SET payload = \(sql) WHERE position = 2")
    let later = try store.clerk()
    let classes = try later.journal.verify().classes
    #expect(classes.contains(.chain))
    #expect(payload.hasPrefix("CAST") || classes.contains(.payload))
  }
}

/// Waits until there is an answer, or the test is cancelled: by its time limit, which is the whole suite's and more, because other
/// tests may have the cores for minutes between two looks.
func until<Value>(_ answer: () throws -> Value?) async throws -> Value {
  while true {
    if let value = try answer() { return value }
    try Task.checkCancellation()
    await Task.yield()
  }
}
