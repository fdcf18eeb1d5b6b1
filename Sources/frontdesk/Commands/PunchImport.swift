import Desk
import Foundation
import Journal

/// `frontdesk import punches`: the log of another system's checkpoints, a row a point, the rows of a round together; each round is one
/// command.
struct PunchImport {
  /// The columns of the log.
  enum Column: String, CaseIterable {
    case date, route, round, verdict, start, seq, checkpoint, seconds
  }

  private static let names: [Column: [String]] = [
    .verdict: ["official_verdict"], .seconds: ["elapsed_s"],
  ]

  /// Nobody walks longer than a week, in seconds (*design*).
  private static let longest = 7 * 86400

  /// Which round a row is of: numbers begin anew on another day or route. What cannot be read of it is nil, and may be anything.
  private struct Key {
    var day: CivilDate?
    var route: String?
    let number: String

    var isWhole: Bool { day != nil && route != nil }

    func mayBe(_ other: Key) -> Bool {
      func same<Part: Equatable>(_ one: Part?, _ two: Part?) -> Bool {
        one == nil || two == nil || one == two
      }
      return number == other.number && same(day, other.day) && same(route, other.route)
    }

    /// Learns from another row of the same round what it did not know.
    mutating func fill(from other: Key) { (day, route) = (day ?? other.day, route ?? other.route) }
  }

  /// The rows of the round being read.
  private struct Walk {
    let key: Key
    /// Made of its log, route, number and date: whatever else is put right, it stays the same round.
    let id: UUID
    /// What its start was before wall clocks were heeded, midnight and so many seconds; see `isKnown`.
    let formerStart: Date
    var walked: WalkedRound
    var records: [CSVRecord] = []
    var values: [String] = []
  }

  private let call: Invocation
  private let journal: Journal
  private let reader: TableReader<Column>
  private var local: LocalTime
  private let within: Int
  private var walk: Walk?
  /// A round with a row that cannot be read is not imported in part; the line of the first such row.
  private var spoilt: (key: Key, line: Int)?
  private var run: ImportRun

  static func run(_ call: Invocation) throws(Failure) {
    var source = try LogSource(call.options.argument(0))
    var log = try PunchImport(&source, call)
    while let record = try source.next() { try log.take(record) }
    try log.submit()
    try log.run.end()
    try ImportCommand.tell(log.run.tally, call)
  }

  private init(_ source: inout LogSource, _ call: Invocation) throws(Failure) {
    let path = call.options.argument(0)
    let header = try source.header()
    reader = try inWords(
      file: TableReader(
        Self.names, needed: [.date, .route, .round, .seq, .seconds], header: header,
        encoding: source.encoding, file: path))
    let minutes = call.options.value("within").map { Int($0) } ?? 180
    guard let minutes, (1...1440).contains(minutes) else {
      throw Failure(.usage, zh: "--within 请写 1 到 1440 分钟。", en: "--within takes 1 to 1440 minutes.")
    }
    within = minutes
    journal = try call.writer()
    (self.call, local) = (call, LocalTime(journal.zone))
    run = try ImportRun(source, header: header, journal, call)
  }

  private mutating func take(_ record: CSVRecord) throws(Failure) {
    run.tally.rows += 1
    let row: [Column: String]
    let key: Key
    do throws(RowFault) {
      row = try reader.read(record)
      let round = row[.round] ?? ""
      guard !round.isEmpty else { throw .missing(column: reader.heading(.round)) }
      key = Key(
        day: row[.date].flatMap { CivilDate($0) }, route: row[.route].flatMap { $0.isEmpty ? nil : $0 },
        number: round)
    } catch {
      return try spoil(walk?.key ?? spoilt?.key, record, error)
    }
    if let walk, !walk.key.mayBe(key) { try submit() }
    if let spoilt, spoilt.key.mayBe(key) {
      self.spoilt?.key.fill(from: key)
      do throws(RowFault) { _ = try point(row) } catch { return try run.tally.rejects.add(record, error) }
      return try run.tally.rejects.add(record, .roundLeftOut(line: spoilt.line))
    }
    do throws(RowFault) { try add(row, key, record) } catch { try spoil(walk?.key ?? key, record, error) }
  }

  /// Gives up a round for a row of it, with the rows that were read before.
  private mutating func spoil(_ key: Key?, _ record: CSVRecord, _ fault: RowFault) throws(Failure) {
    if let key, spoilt?.key.mayBe(key) != true { spoilt = (key, record.line) }
    for kept in walk?.records ?? [] { try run.tally.rejects.add(kept, .roundLeftOut(line: record.line)) }
    walk = nil
    try run.tally.rejects.add(record, fault)
  }

  private mutating func add(_ row: [Column: String], _ key: Key, _ record: CSVRecord) throws(RowFault) {
    let (point, seconds) = try point(row)
    var walk: Walk
    if let begun = self.walk {
      walk = begun
      _ = try date(row, or: walk.key.day)
    } else {
      walk = try begin(row, key)
    }
    let name = row[.checkpoint] ?? ""
    walk.walked.route.points.append(
      Checkpoint(id: point, name: name.isEmpty ? point : name, within: within))
    if let seconds {
      walk.walked.reached[point] = walk.walked.start.addingTimeInterval(TimeInterval(seconds))
    }
    walk.records.append(record)
    walk.values += Column.allCases.map { row[$0] ?? "" }
    self.walk = walk
  }

  /// The point of a row, and how long after the start it was reached; nil where it was not.
  private func point(_ row: [Column: String]) throws(RowFault) -> (id: String, seconds: Int?) {
    guard let id = row[.seq], !id.isEmpty else { throw .missing(column: reader.heading(.seq)) }
    guard let text = row[.seconds], !text.isEmpty else { return (id, nil) }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let seconds = Int(digits: String(digits)) else {
      throw .unreadableNumber(column: reader.heading(.seconds), value: text)
    }
    guard !text.hasPrefix("-"), seconds <= Self.longest else {
      throw .numberBeyond(column: reader.heading(.seconds), value: text, 0...Self.longest)
    }
    return (id, seconds)
  }

  /// The day of a row; where none is written, that of the rows before.
  private func date(_ row: [Column: String], or before: CivilDate? = nil) throws(RowFault) -> CivilDate {
    let text = row[.date] ?? ""
    if let day = CivilDate(text) ?? (text.isEmpty ? before : nil) { return day }
    throw .unreadableDate(column: reader.heading(.date), value: text, forms: ["2026-10-01"])
  }

  /// The seconds after midnight at which a row says that its round began.
  private func secondsOfStart(_ row: [Column: String]) throws(RowFault) -> Int {
    let text = row[.start] ?? ""
    if text.isEmpty { return 0 }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int(digits: $0) ?? -1 }
    guard (2...3).contains(parts.count),
      zip(parts, [24, 60, 60]).allSatisfy({ (0..<$1).contains($0) })
    else {
      throw .unreadableDate(column: reader.heading(.start), value: text, forms: ["08:05:30", "08:05"])
    }
    return zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private mutating func begin(_ row: [Column: String], _ key: Key) throws(RowFault) -> Walk {
    guard let route = key.route else { throw .missing(column: reader.heading(.route)) }
    let (day, seconds) = (try date(row), try secondsOfStart(row))
    // Rows of a round are together: one of which not everything could be read ended before this one.
    if spoilt?.key.isWhole == false { spoilt = nil }
    let midnight = day.start(in: local.zone)
    let start = Date(timeIntervalSince1970: local.instant(day.daysSince1970 * 86400 + seconds))
    let walked = WalkedRound(
      source: LogNumber(log: "punches", number: key.number),
      route: Route(id: route, name: route, points: []), guardName: "", start: start, reached: [:],
      isAbandoned: row[.verdict] == "rtd", method: "reader")
    return Walk(
      key: key, id: CommandID.ofRow(log: "punches", [route, key.number, "\(day)"], reportedAt: midnight),
      formerStart: midnight.addingTimeInterval(TimeInterval(seconds)), walked: walked)
  }

  /// Hands the round over that was read.
  private mutating func submit() throws(Failure) {
    guard let walk else { return }
    self.walk = nil
    guard try !isKnown(walk) else { return run.tally.known += walk.records.count }
    // When it was recorded is filled in with the transaction.
    let submission = Submission(
      id: walk.id, .importRound(walk.walked), occurredAt: walk.walked.start, recordedAt: walk.walked.start,
      actor: call.actor)
    try run.take(submission, walk.records)
  }

  /// Whether exactly these rows are on record by the id that rounds had at first, made of every cell.
  private func isKnown(_ walk: Walk) throws(Failure) -> Bool {
    let id = CommandID.ofRow(log: "punches", walk.values, reportedAt: walk.formerStart)
    return try inWords(!journal.events(by: id).isEmpty)
  }
}
