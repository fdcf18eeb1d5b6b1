import Dashboard
import Desk
import Foundation
import Journal

/// One walk through a table: rows become commands, five hundred in one transaction; rows that cannot go to a file of their own.
struct ImportRun {
  private static let batchSize = 500

  private let submission: (CSVRecord) throws(RowFault) -> Submission
  private var rejects: RejectedRows
  private var progress: ProgressBar
  private let clerk: Clerk
  private let journal: Journal
  private let call: Invocation
  private var batch: [(submission: Submission, record: CSVRecord)] = []
  private(set) var tally: ImportTally

  /// `submission` turns a row into what is asked of the clerk; when it was recorded is filled in later.
  init(
    _ source: LogSource, header: CSVRecord, _ journal: Journal, _ call: Invocation,
    _ submission: @escaping (CSVRecord) throws(RowFault) -> Submission
  ) throws(Failure) {
    self.submission = submission
    rejects = try RejectedRows(call, header: header, encoding: source.encoding)
    tally = ImportTally(rejectsPath: rejects.path)
    progress = ProgressBar(call.errors)
    clerk = try call.clerk(journal)
    (self.journal, self.call) = (journal, call)
  }

  /// Imports every row there is.
  mutating func all(_ source: inout LogSource) throws(Failure) {
    while let record = try source.next() {
      tally.rows += 1
      try take(record)
      if batch.count >= Self.batchSize {
        try submit()
        try progress.show(source.share, Words(zh: "\(tally.rows) 行", en: "\(tally.rows) rows")(call.language))
      }
    }
    try submit()
    try progress.clear()
    tally.earlier = try rejects.close()
  }

  private mutating func take(_ record: CSVRecord) throws(Failure) {
    do {
      batch.append((try submission(record), record))
    } catch {
      if case .store(let error) = error { throw Failure(error) }
      try reject(record, error)
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
    let outcomes = try inWords(clerk.submit(submissions))
    for (outcome, pair) in zip(outcomes, batch) {
      switch outcome {
      case .recorded(let recorded):
        let isNew = recorded.events.contains { $0.command == pair.submission.id }
        if isNew { tally.imported += 1 } else { tally.known += 1 }
      case .refused(let refusal): try reject(pair.record, .refused(refusal))
      }
    }
    batch.removeAll(keepingCapacity: true)
  }

  private mutating func reject(_ record: CSVRecord, _ fault: RowFault) throws(Failure) {
    tally.rejected += 1
    try rejects.add(record, fault.words(zone: journal.zone)(call.language))
  }
}
