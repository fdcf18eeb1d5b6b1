import Dashboard
import Desk
import Foundation
import Journal

/// One walk through a table: rows become commands, a page of them in one transaction; rows that cannot go to a file of their own.
struct ImportRun {
  private var progress: ProgressBar
  private let clerk: Clerk
  private let journal: Journal
  private let call: Invocation
  /// What goes into the next transaction, each with the rows it came from.
  private var batch: [(submission: Submission, records: [CSVRecord])] = []
  private var waiting = 0
  var tally: ImportTally

  init(_ source: LogSource, header: CSVRecord, _ journal: Journal, _ call: Invocation) throws(Failure) {
    tally = ImportTally(
      rejects: try RejectedRows(call, header: header, encoding: source.encoding, zone: journal.zone))
    progress = ProgressBar(call.errors)
    clerk = try call.clerk(journal)
    (self.journal, self.call) = (journal, call)
  }

  /// Imports every page there is; when each row was recorded is filled in here. `next` gets the page before.
  mutating func all(_ next: (LogPage?) throws(Failure) -> LogPage?) throws(Failure) {
    var before: LogPage?
    while let page = try next(before) {
      for row in page.rows { try take(row.record, row.reading) }
      try submit()
      try show(page.share)
      before = page
    }
    try end()
  }

  /// Takes what several rows say together; it is on record once there is a page of rows, or at the end.
  mutating func take(_ submission: Submission, _ records: [CSVRecord]) throws(Failure) {
    batch.append((submission, records))
    waiting += records.count
    guard waiting >= LogPage.size else { return }
    try submit()
    try show(nil)
  }

  /// Records what is left, and hands over what was rejected.
  mutating func end() throws(Failure) {
    try submit()
    try progress.clear()
    try tally.rejects.close()
    // The rows are on record. What keeps them from the index now is told by the next command, and the commands after it index them.
    try? journal.indexRest()
  }

  private mutating func show(_ share: Double?) throws(Failure) {
    try progress.show(share, Words(zh: "\(tally.rows) 行", en: "\(tally.rows) rows")(call.language))
  }

  private mutating func take(
    _ record: CSVRecord, _ reading: Result<Submission, RowFault>
  ) throws(Failure) {
    tally.rows += 1
    switch reading {
    case .success(let submission): batch.append((submission, [record]))
    case .failure(.store(let error)): throw Failure(error)
    case .failure(let fault): try tally.rejects.add(record, fault)
    }
  }

  private mutating func submit() throws(Failure) {
    guard !batch.isEmpty else { return }
    let now = try call.clock(zone: journal.zone).now
    let submissions = batch.map { pair in
      var submission = pair.submission
      submission.recordedAt = now
      return submission
    }
    let outcomes: [Outcome]
    do { outcomes = try clerk.submit(submissions) } catch { throw failure(error) }
    for (outcome, pair) in zip(outcomes, batch) {
      switch outcome {
      case .recorded(let recorded):
        let isNew = recorded.events.contains { $0.command == pair.submission.id }
        if isNew { tally.imported += pair.records.count } else { tally.known += pair.records.count }
        if isNew, ImportRun.isMasked(pair.submission.command, recorded.events) { tally.masked += 1 }
      case .refused(let refusal):
        let refusal = ImportRun.told(refusal, of: pair.submission.command)
        for record in pair.records { try tally.rejects.add(record, .refused(refusal)) }
      }
    }
    batch.removeAll(keepingCapacity: true)
    waiting = 0
  }

  /// Whether a telephone number in the words of a row was not kept.
  private static func isMasked(_ command: Command, _ events: [RecordedEvent]) -> Bool {
    guard case .importTicket(let row) = command else { return false }
    return events.contains { recorded in
      guard case .ticket(_, .reported(let kept)) = recorded.event, kept.source == row.source else {
        return false
      }
      return kept.subject != row.report.subject.plainLine || kept.text != row.report.text.plain.trimmed
        || kept.place != row.report.place
    }
  }

  /// A refusal in the words of the rows: of a round that was put right since, that it is on record already.
  private static func told(_ refusal: Refusal, of command: Command) -> Refusal {
    guard case .idempotencyConflict = refusal, case .importRound(let walked) = command else { return refusal }
    return .roundAlreadyImported(walked.source)
  }

  /// What the store says; of a full disk how far the import came, because the rows before are on record.
  private func failure(_ error: JournalError) -> Failure {
    guard case .diskFull(let path) = error, tally.imported > 0 else { return Failure(error) }
    return Failure(
      .disk,
      zh: "\(path) 所在的磁盘满了：已导入 \(tally.imported) 行，后面的没有记。请腾出空间，再导入同一个文件一次：已有的不会重复。",
      en:
        "The disk of \(path) is full: \(tally.imported) \(tally.imported == 1 ? "row is" : "rows are") on record, the rest is not. Free some space and import the same file again: what is on record is not repeated."
    )
  }
}
