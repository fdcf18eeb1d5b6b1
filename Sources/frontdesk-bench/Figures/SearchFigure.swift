import Foundation
import Journal

/// The search over closed work, against the sqlite3 shell answering the same SQL on the same file.
enum SearchFigure {
  private static let words = ["漏水", "可视对讲", "laoren", "minutes"]
  /// So many that what the start of the shell takes, some milliseconds and never the same, does not count.
  private static let laps = 200

  static func measure(_ bench: Bench) throws -> [Measurement] {
    guard let shell = bench.tool("sqlite3") else {
      throw Missing("full text search", "peer missing: sqlite3")
    }
    let closed = bench.isFull ? 1_000_000 : 200_000
    let store = try SampleStore.cached(closed: closed, open: 1_000, bench.scratch).copy(bench.scratch)
    defer { bench.scratch.drop(store.folder) }
    let (journal, clerk) = try store.clerk()
    // What is not in the index yet is read row by row.
    try journal.indexRest()
    let (empty, script) = ("\(store.folder)/empty.sql", "\(store.folder)/search.sql")
    try Data("SELECT 1;\n".utf8).write(to: URL(fileURLWithPath: empty))
    return try words.map { word in
      let query = sql(word) + "\n"
      try Data(String(repeating: query, count: laps).utf8).write(to: URL(fileURLWithPath: script))
      var found = 0
      let pair = try bench.alternate(
        {
          try seconds { for _ in 0..<laps { found = try clerk.search(word, limit: 50).count } }
            / Double(laps)
        },
        {
          let whole = try Child.time(shell, ["-readonly", store.file], input: script, output: "/dev/null")
          let start = try Child.time(shell, ["-readonly", store.file], input: empty, output: "/dev/null")
          return max(0, whole - start) / Double(laps)
        })
      return Measurement(
        "search", "\(word), newest 50 of \(Double(closed).short) closed",
        ours: Quantity(pair.ours.median * 1_000, .milliseconds),
        peer: Quantity(pair.peer.median * 1_000, .milliseconds), ratio: pair.ratio, now: .ratio(.atMost(2)),
        next: .ratio(.atMost(1.3)), note: "\(found) found")
    }
  }

  /// What the record itself asks: a Latin word is looked for in every indexed word that holds it.
  private static func sql(_ word: String) -> String {
    let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
    let match =
      isLatin
      ? "(SELECT group_concat('\"' || term || '\"', ' OR ') FROM term WHERE instr(term, '\(word)') > 0)"
      : "'\"\(word.map { String($0) }.joined(separator: " "))\"'"
    return """
      SELECT h.kind, h.number, h.place, h.category, h.subject, h.text, h.channel, h.urgency, h.stage, \
      h.assignee, h.reported_at, h.closed_at, h.due_at, h.log, h.log_number, h.contact, h.reading \
      FROM words CROSS JOIN history h ON h.row = words.rowid WHERE words MATCH \(match) \
      ORDER BY words.rowid DESC LIMIT 50;
      """
  }
}
