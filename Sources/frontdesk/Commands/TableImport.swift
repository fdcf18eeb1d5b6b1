import Desk
import Foundation
import Journal

/// A table that the office keeps itself, read into commands, a row each; its columns are known by any of their names.
struct TableImport<Column: CaseIterable & Hashable & RawRepresentable<String>> {
  let reader: TableReader<Column>
  let journal: Journal
  let now: Date
  private var source: LogSource
  private let header: CSVRecord
  private let call: Invocation

  /// Opens the table of the first argument and the store; headings that nobody knows are told, and their columns left out.
  init(_ names: [Column: [String]], needed: [Column], _ call: Invocation) throws(Failure) {
    let path = call.options.argument(0)
    var source = try LogSource(path)
    let header = try source.header()
    reader = try inWords(
      file: TableReader(names, needed: needed, header: header, encoding: source.encoding, file: path))
    journal = try call.writer()
    now = try call.clock(zone: journal.zone).now
    (self.source, self.header, self.call) = (source, header, call)
    guard !reader.unread.isEmpty else { return }
    try call.tell(
      zh: "没有读这几列：\(reader.unread.joined(separator: "、"))。列名见 --help。",
      en: "Columns not read: \(reader.unread.joined(separator: ", ")). See --help for those known.")
  }

  /// Imports every row there is, and tells what came of them.
  mutating func all(_ command: @escaping (CSVRecord) throws(RowFault) -> (Command, Contact?)) throws(Failure)
  {
    let (now, actor) = (now, call.actor)
    var run = try ImportRun(source, header: header, journal, call)
    try run.all { _ throws(Failure) in
      try source.page { record throws(RowFault) in
        let (command, contact) = try command(record)
        return Submission(
          id: CommandID.new(at: now), command, occurredAt: now.wholeSecond, recordedAt: now, actor: actor,
          contact: contact)
      }
    }
    try ImportCommand.tell(run.tally, call)
  }
}
