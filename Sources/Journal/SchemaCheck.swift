/// The tables, indexes and triggers of a database, as SQLite keeps them: name and text.
private struct SchemaList {
  private(set) var texts: [String: String] = [:]
  private(set) var triggers: Set<String> = []

  init(_ connection: Connection) throws(JournalError) {
    // Those without a text are made by SQLite itself.
    let statement = try connection.statement(
      "SELECT name, sql, type FROM sqlite_schema WHERE sql IS NOT NULL")
    defer { statement.reset() }
    while try statement.step() {
      texts[statement.text(0)] = statement.text(1)
      if statement.text(2) == "trigger" { triggers.insert(statement.text(0)) }
    }
  }

  /// What this program makes, made in memory.
  static func expected() throws(JournalError) -> SchemaList {
    let connection = try Connection(file: ":memory:", path: "", readOnly: false)
    try connection.execute(Schema.log + Schema.derivedTables + Schema.derivedIndexes)
    return try SchemaList(connection)
  }
}

extension Verifier {
  /// Checks that the tables, indexes and triggers are those this program makes; the names of those that are missing.
  mutating func checkSchema() throws(JournalError) -> Set<String> {
    // An older store that is only looked at has other tables.
    guard try connection.number("PRAGMA user_version") == Schema.format else { return [] }
    let (found, expected) = (try SchemaList(connection), try SchemaList.expected())
    let missing = Set(expected.texts.keys).subtracting(found.texts.keys)
    // With a table goes what belongs to it.
    for name in missing.sorted() where !missing.contains(where: { name.hasPrefix("\($0)_") }) {
      findings.add(name == "vault" ? .vault : .derived, at: name, .absent)
    }
    for name in found.triggers.sorted() where found.texts[name] != expected.texts[name] {
      findings.add(.derived, at: name, .stranger)
    }
    return missing
  }
}

extension Connection {
  /// Makes the triggers and indexes beside the events anew, and drops what others have put there.
  func mendSchema() throws(JournalError) {
    let found = try SchemaList(self)
    for name in found.triggers.sorted() {
      try execute("DROP TRIGGER \"\(name.replacing("\"", with: "\"\""))\"")
    }
    try execute(Schema.guards + (found.texts["vault"] == nil ? "" : Schema.vaultIndex))
  }
}
