import CSQLite
import Desk
import struct Desk.Stream

extension Journal {
  /// Seals the names and phones that an earlier program kept as they were, once, as the only writer.
  func sealContacts() throws(JournalError) {
    guard try connection.number("PRAGMA user_version") == 1 else { return }
    try write { () throws(JournalError) in
      guard try connection.number("PRAGMA user_version") == 1 else { return }
      try connection.execute(Schema.vault + Schema.vaultIndex)
      let statement = try connection.statement("SELECT id, name, phone FROM contact")
      var contacts: [Contact] = []
      while try statement.step() {
        contacts.append(
          Contact(id: statement.text(0), name: statement.text(1), phone: statement.text(2)))
      }
      statement.reset()
      for contact in contacts { try keep(contact) }
      try connection.execute("DROP TABLE contact; PRAGMA user_version = \(Schema.format)")
      try oweForgetting()
    }
  }

  /// Notes, inside a transaction, that what it erases has to go from the log's file too.
  func oweForgetting() throws(JournalError) {
    try Meta.set("forgetting", "1", connection)
    owesForgetting = true
  }

  /// Moves the log into the database and empties it, so that what was erased stands in no file. While somebody reads an older state of
  /// the store, as a copy being made does, that stays owed; nobody waits for it.
  func forget() throws(JournalError) {
    connection.waits(milliseconds: 0)
    defer { connection.waitsAsUsual() }
    guard try connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE).frames == 0 else { return }
    try Meta.set("forgetting", "0", connection)
    owesForgetting = false
  }

  /// Empties the log of what was erased when that is owed still; tries once, and waits for nobody.
  package func forgetWhatIsOwed() {
    guard owesForgetting, !isReadOnly else { return }
    try? write(within: 0) {}
  }

  /// How many events a stream has; one index look-up.
  func lastVersion(of stream: Stream) throws(JournalError) -> Int {
    let statement = try connection.statement("SELECT max(version) FROM event WHERE stream = ?")
    statement.bind(1, stream.rawValue)
    defer { statement.reset() }
    return try statement.step() ? statement.int(0) : 0
  }
}
