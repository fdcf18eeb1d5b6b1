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

  /// The rows of the round being read.
  private struct Walk {
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
  private let clerk: Clerk
  private let reader: TableReader<Column>
  private var local: LocalTime
  private let recordedAt: Date
  private let within: Int
  private var walk: Walk?
  /// A round with a row that cannot be read is not imported in part; the line of the first such row.
  private var spoilt: (round: String, line: Int)?
  private var tally: ImportTally

  static func run(_ call: Invocation) throws(Failure) {
    var source = try LogSource(call.options.argument(0))
    var run = try PunchImport(&source, call)
    while let record = try source.next() { try run.take(record) }
    try run.submit()
    try run.tally.rejects.close()
    try ImportCommand.tell(run.tally, call)
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
    (self.call, local, clerk) = (call, LocalTime(journal.zone), try call.clerk(journal))
    recordedAt = try call.clock(zone: journal.zone).now
    tally = ImportTally(
      rejects: try RejectedRows(call, header: header, encoding: source.encoding, zone: journal.zone))
  }

  private mutating func take(_ record: CSVRecord) throws(Failure) {
    tally.rows += 1
    let row: [Column: String]
    let round: String
    do throws(RowFault) {
      row = try reader.read(record)
      round = row[.round] ?? ""
      guard !round.isEmpty else { throw .missing(column: reader.heading(.round)) }
    } catch {
      return try spoil(walk?.walked.source.number ?? spoilt?.round, record, error)
    }
    if round != walk?.walked.source.number { try submit() }
    if let spoilt, round == spoilt.round {
      do throws(RowFault) { _ = try point(row) } catch { return try tally.rejects.add(record, error) }
      return try tally.rejects.add(record, .roundLeftOut(line: spoilt.line))
    }
    do throws(RowFault) { try add(row, round, record) } catch { try spoil(round, record, error) }
  }

  /// Gives up a round for a row of it, with the rows that were read before.
  private mutating func spoil(_ round: String?, _ record: CSVRecord, _ fault: RowFault) throws(Failure) {
    if spoilt?.round != round { spoilt = round.map { ($0, record.line) } }
    for kept in walk?.records ?? [] { try tally.rejects.add(kept, .roundLeftOut(line: record.line)) }
    walk = nil
    try tally.rejects.add(record, fault)
  }

  private mutating func add(_ row: [Column: String], _ round: String, _ record: CSVRecord) throws(RowFault) {
    let (point, seconds) = try point(row)
    var walk: Walk
    if let begun = self.walk { walk = begun } else { walk = try begin(row, round) }
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
    guard let seconds = Int(digits: text), (0...Self.longest).contains(seconds) else {
      throw .unreadableNumber(column: reader.heading(.seconds), value: text)
    }
    return (id, seconds)
  }

  private mutating func begin(_ row: [Column: String], _ round: String) throws(RowFault) -> Walk {
    guard let route = row[.route], !route.isEmpty else { throw .missing(column: reader.heading(.route)) }
    let date = row[.date] ?? ""
    guard let day = CivilDate(date) else {
      throw .unreadableDate(column: reader.heading(.date), value: date, forms: ["2026-10-01"])
    }
    let text = row[.start] ?? ""
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int(digits: $0) ?? -1 }
    guard text.isEmpty || parts.count == 3 && zip(parts, [24, 60, 60]).allSatisfy({ (0..<$1).contains($0) })
    else {
      throw .unreadableDate(column: reader.heading(.start), value: text, forms: ["08:05:30"])
    }
    let seconds = text.isEmpty ? 0 : parts[0] * 3600 + parts[1] * 60 + parts[2]
    let midnight = day.start(in: local.zone)
    let start = Date(timeIntervalSince1970: local.instant(day.daysSince1970 * 86400 + seconds))
    let walked = WalkedRound(
      source: LogNumber(log: "punches", number: round), route: Route(id: route, name: route, points: []),
      guardName: "", start: start, reached: [:], isAbandoned: row[.verdict] == "rtd", method: "reader")
    return Walk(
      id: CommandID.ofRow(log: "punches", [route, round, "\(day)"], reportedAt: midnight),
      formerStart: midnight.addingTimeInterval(TimeInterval(seconds)), walked: walked)
  }

  private mutating func submit() throws(Failure) {
    guard let walk else { return }
    self.walk = nil
    guard try !isKnown(walk) else { return tally.known += walk.records.count }
    let submission = Submission(
      id: walk.id, .importRound(walk.walked), occurredAt: walk.walked.start, recordedAt: recordedAt,
      actor: call.actor)
    switch try inWords(clerk.submit(submission)) {
    case .recorded(let recorded):
      let isNew = recorded.events.contains { $0.command == walk.id }
      if isNew { tally.imported += walk.records.count } else { tally.known += walk.records.count }
    case .refused(.idempotencyConflict):
      for record in walk.records {
        try tally.rejects.add(record, .refused(.roundAlreadyImported(walk.walked.source)))
      }
    case .refused(let refusal):
      for record in walk.records { try tally.rejects.add(record, .refused(refusal)) }
    }
  }

  /// Whether exactly these rows are on record by the id that rounds had at first, made of every cell.
  private func isKnown(_ walk: Walk) throws(Failure) -> Bool {
    let id = CommandID.ofRow(log: "punches", walk.values, reportedAt: walk.formerStart)
    return try inWords(!journal.events(by: id).isEmpty)
  }
}
