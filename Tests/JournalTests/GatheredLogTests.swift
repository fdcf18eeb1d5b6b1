import CFaultyDisk
import Foundation
import Testing

@testable import Journal

/// What goes to the write-ahead log goes in one piece, and nothing of it is missed by who reads.
@Suite struct GatheredLogTests {
  private let store = Store()

  @Test func `a command is one write and one sync`() async throws {
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      faulty_disk_install()
      let clerk = try Clerk(Journal(path: folder, access: .readWrite(createZone: Store.zone)))
      // The first one writes the head of the log too, and syncs it.
      try clerk.record(submission(1, leak()))
      let before = clerk.journal.connection.walFrames
      faulty_disk_arm(faulty_disk_none, 0)
      try clerk.record(submission(2, leak()))
      #expect(clerk.journal.connection.walFrames > before + 3)
      #expect(faulty_disk_steps() == 2)
    }
  }

  @Test func `a transaction reads what it wrote, others see it at its end, and nothing of one taken back`()
    throws
  {
    let journal = try store.open()
    let (connection, file) = (journal.connection, store.file("desk.db"))
    let other = try Connection(file: file, path: store.folder, readOnly: true)
    // So small that most of a transaction goes to the log before its end.
    try connection.execute("PRAGMA cache_size = 10; CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT)")
    for end in ["ROLLBACK", "COMMIT"] {
      try connection.statement("BEGIN IMMEDIATE").run()
      for n in 1...400 {
        let statement = try connection.statement("INSERT INTO line VALUES (?, ?)")
        statement.bind(1, n)
        statement.bind(2, "\(n) " + String(repeating: "x", count: 1500))
        try statement.run()
      }
      try connection.execute("UPDATE line SET text = text || ' again' WHERE n % 7 = 0")
      #expect(try connection.number("SELECT count(*) FROM line WHERE text LIKE n || ' x%'") == 400)
      #expect(try other.number("SELECT count(*) FROM line") == 0)
      try connection.statement(end).run()
      #expect(try other.number("SELECT count(*) FROM line") == (end == "COMMIT" ? 400 : 0))
    }
    let again = try Connection(file: file, path: store.folder, readOnly: false)
    #expect(try again.text("PRAGMA integrity_check") == "ok")
    #expect(try again.number("SELECT count(*) FROM line WHERE text LIKE '% again'") == 57)
  }
}
