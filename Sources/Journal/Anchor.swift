/// The end of a log in one line: whoever keeps it elsewhere can tell later whether that much of the record is still what it was.
package struct Anchor: Equatable, Sendable, CustomStringConvertible {
  package var position: Int
  /// BLAKE2b over the whole chain up to that event, as hexadecimal digits.
  package var hash: String

  init(position: Int, hash: Hash) {
    self.position = position
    self.hash = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Reads a line as `description` writes it; nil for anything else.
  package init?(_ line: String) {
    let parts = line.split(separator: " ")
    guard parts.count == 2, let position = Int(parts[0]), parts[1].count == HashChain.length * 2 else {
      return nil
    }
    self.position = position
    hash = String(parts[1])
  }

  package var description: String { "\(position) \(hash)" }
}

extension Journal {
  /// The end of the log now.
  package func anchor() throws(JournalError) -> Anchor {
    try reading { () throws(JournalError) in
      try look()
      return Anchor(position: head.position, hash: head.hash)
    }
  }

  /// Whether the event an anchor names is in the log as it was.
  package func holds(_ anchor: Anchor) throws(JournalError) -> Bool {
    guard anchor.position > 0 else { return true }
    let statement = try connection.statement("SELECT hash FROM event WHERE position = ?")
    statement.bind(1, anchor.position)
    defer { statement.reset() }
    return try statement.step() && Anchor(position: anchor.position, hash: statement.blob(0)) == anchor
  }
}
