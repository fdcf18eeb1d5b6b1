import Desk
import Foundation

/// What changes of an open ticket from command to command; an ended one has it in its row.
struct OpenWork {
  let urgency: Urgency
  let stage: TicketStage
  let assignee: String?
  let inCharge: String?
}

/// Where the work of an open ticket is asked for.
typealias OpenWorkSource = (TicketID) throws(JournalError) -> OpenWork?

/// The columns of `history` in the order they are read.
enum HistoryColumns {
  static let list = """
    h.kind, h.number, h.place, h.category, h.subject, h.text, h.channel, h.urgency, h.stage, h.assignee,
    h.reported_at, h.closed_at, h.due_at, h.log, h.log_number, h.reading
    """

  /// Which of them hold what a row is found by.
  static let searched: (reading: Int32, others: [Int32]) = (15, [3, 4, 2, 5])

  /// The rows of the index that hold what is asked of it, as `found`.
  static let matching = "SELECT rowid AS found FROM words WHERE words MATCH ?"

  /// The tables to read from where a question says which rows are `found`: those are looked up one by one, in its order.
  static func source(_ found: String) -> String { "(\(found)) CROSS JOIN history h ON h.row = found" }

  /// The columns in the order in which `Ticket.bind` gives them, and the reading.
  static let bound = """
    row, category, urgency, stage, assignee, closed_at, reopenings, kind, number, place, subject, text, channel,
    reported_at, due_at, log, log_number, reading
    """

  static let insert = "INSERT " + values
  static let replace = "INSERT OR REPLACE " + values
  private static let values =
    "INTO history (\(bound)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  /// Reads a row. What `live` has of an open ticket is missing in it.
  static func row(_ it: Statement, _ live: OpenWorkSource) throws(JournalError) -> HistoryRow {
    guard let kind = TicketKind(rawValue: it.text(0)) else { throw .damaged(.derived(stream: it.text(0))) }
    let id = TicketID(kind, it.int(1))
    let open = it.isNull(8) ? try live(id) : nil
    guard let channel = Channel(rawValue: it.text(6)),
      let urgency = open?.urgency ?? Urgency(rawValue: it.text(7)),
      let stage = open?.stage ?? TicketStage(rawValue: it.text(8))
    else { throw .damaged(.derived(stream: id.description)) }
    return HistoryRow(
      id: id, place: Place(stored: it.text(2)), category: it.text(3), subject: it.text(4), text: it.text(5),
      channel: channel, urgency: urgency, stage: stage, assignee: open?.assignee ?? it.textOrNil(9),
      inCharge: open?.inCharge, reportedAt: it.date(10), closedAt: it.dateOrNil(11), dueAt: it.dateOrNil(12),
      source: it.textOrNil(13).map { LogNumber(log: $0, number: it.text(14)) })
  }
}

extension Ticket {
  fileprivate var storedReopenings: [UInt8]? {
    guard !reopenings.isEmpty else { return nil }
    var writer = PayloadWriter()
    writer.put(reopenings: reopenings)
    return writer.finished()
  }

  /// Binds parameters 2 to 17.
  func bind(_ it: Statement) {
    bindLife(it, from: 2)
    it.bind(8, kind.rawValue)
    it.bind(9, id.number)
    it.bind(10, place.text)
    it.bind(11, subject)
    it.bind(12, text)
    it.bind(13, channel.rawValue)
    it.bind(14, reportedAt)
    it.bind(15, logDueAt)
    it.bind(16, source?.log)
    it.bind(17, source?.number)
  }

  /// Binds what changes in a ticket's life, from a parameter on; six of them.
  fileprivate func bindLife(_ it: Statement, from first: Int32) {
    it.bind(first, work.category)
    it.bind(first + 1, isEnded ? work.urgency.rawValue : nil)
    it.bind(first + 2, isEnded ? work.stage.rawValue : nil)
    it.bind(first + 3, isEnded ? work.assignee : nil)
    it.bind(first + 4, work.closedAt)
    it.bind(textOrNil: storedReopenings, first + 5)
  }
}

extension Statement {
  fileprivate func bind(textOrNil bytes: [UInt8]?, _ index: Int32) {
    if let bytes { bind(text: bytes, index) } else { bindNull(index) }
  }
}

extension Journal {
  /// Adds a ticket's row; its words follow later, many at a time.
  func insertHistory(_ ticket: Ticket, row: Int) throws(JournalError) {
    let statement = try connection.statement(HistoryColumns.insert)
    statement.bind(1, row)
    ticket.bind(statement)
    statement.bind(18, readings.of(IndexedWords.fields(ticket)))
    try statement.run()
  }

  /// Changes a ticket's row; the index only when one of the words it is found by has changed.
  func updateHistory(_ ticket: Ticket, before: Ticket) throws(JournalError) {
    guard let row = try row(of: ticket.id) else { return }
    let isReworded = !before.reads(like: ticket)
    let isIndexed = isReworded ? try row <= indexed() : false
    if isIndexed, let words = try storedWords(row: row) { try unindex(words, row: row) }
    let statement = try connection.statement(
      """
      UPDATE history SET category = ?, urgency = ?, stage = ?, assignee = ?, closed_at = ?, reopenings = ?,
        place = ?, subject = ?, text = ? WHERE row = ?
      """)
    ticket.bindLife(statement, from: 1)
    statement.bind(7, ticket.place.text)
    statement.bind(8, ticket.subject)
    statement.bind(9, ticket.text)
    statement.bind(10, row)
    try statement.run()
    guard isReworded else { return }
    let words = IndexedWords(ticket, &readings)
    let reading = try connection.statement("UPDATE history SET reading = ? WHERE row = ?")
    reading.bind(1, words.reading)
    reading.bind(2, row)
    try reading.run()
    if isIndexed { try index(words, row: row) }
  }

  /// The position of a ticket's report, which is its row; nil when there is no such ticket.
  func row(of id: TicketID) throws(JournalError) -> Int? {
    let statement = try connection.statement("SELECT position FROM event WHERE stream = ? AND version = 1")
    statement.bind(1, id.description)
    defer { statement.reset() }
    return try statement.step() ? statement.int(0) : nil
  }
}

extension Connection {
  /// Whether the history row of a ticket says what the ticket does.
  func holds(_ row: Refold.Row, reading: String?) throws(JournalError) -> Bool {
    let statement = try statement(
      """
      SELECT 1 FROM history WHERE row = ? AND category IS ? AND urgency IS ? AND stage IS ? AND assignee IS ?
        AND closed_at IS ? AND reopenings IS ? AND kind IS ? AND number IS ? AND place IS ?
        AND subject IS ? AND text IS ? AND channel IS ? AND reported_at IS ? AND due_at IS ? AND log IS ?
        AND log_number IS ? AND reading IS ?
      """)
    statement.bind(1, row.row)
    row.ticket.bind(statement)
    statement.bind(18, reading)
    defer { statement.reset() }
    return try statement.step()
  }
}
