package import Desk
package import Foundation

/// Why a row of a log could not become a ticket.
package enum RowFault: Error, Equatable, Sendable {
  case malformed(CSVRecord.Fault)
  /// It has another number of fields than the first line.
  case fieldCount(found: Int, expected: Int)
  /// Its bytes are not in the encoding of the log.
  case notInEncoding(TextEncoding, column: String)
  case missing(column: String)
  /// `forms` are the ways in which it may be written.
  case unreadableDate(column: String, value: String, forms: [String])
  case unreadableNumber(column: String, value: String)
  /// A whole number below or above what may stand there.
  case numberBeyond(column: String, value: String, ClosedRange<Int>)
  /// What stands for a telephone number is none.
  case noPhone(column: String)
  case refused(Refusal)
  /// Nothing is wrong with it, but with another row of its round.
  case roundLeftOut(line: Int)
  /// What has to be known for it could not be read from the store: no row after it could be either.
  case store(JournalError)
}

/// Reads the rows of one log by its map.
package struct ImportReader: Sendable {
  private let map: ImportMap
  /// What the log is written in.
  package let encoding: TextEncoding
  private let decoder: TextDecoder
  private let indices: [(column: ImportColumn, name: String, index: Int)]
  private let width: Int
  private var time: LocalTime
  private var values = [String](repeating: "", count: ImportColumn.allCases.count)

  /// Takes a log's first line.
  ///
  /// - Throws: the first column of the map that the log does not have.
  package init(_ map: ImportMap, header: CSVRecord, encoding: TextEncoding) throws(SettingsError) {
    self.map = map
    self.encoding = encoding
    decoder = TextDecoder(encoding)
    var names: [String] = []
    for column in 0..<header.count { names.append(decoder.text(header.bytes(column))?.trimmed ?? "") }
    let found = try map.indices(in: names)
    indices = ImportColumn.allCases.compactMap { column in
      found[column].map { (column, map.columns[column] ?? "", $0) }
    }
    width = header.count
    time = LocalTime(map.zone)
  }

  /// Reads one row: the ticket, and the command's id, which is the same for the same row.
  package mutating func read(_ record: CSVRecord) throws(RowFault) -> (id: UUID, ticket: ImportedTicket) {
    if let fault = record.fault { throw .malformed(fault) }
    guard record.count == width else { throw .fieldCount(found: record.count, expected: width) }
    for (column, name, index) in indices {
      guard let text = decoder.text(record.bytes(index)) else { throw .notInEncoding(encoding, column: name) }
      values[column.index] = text
    }
    let number = values[ImportColumn.number.index].plainLine
    guard !number.isEmpty else { throw .missing(column: map.columns[.number] ?? "") }
    guard let reported = try date(.reported) else { throw .missing(column: map.columns[.reported] ?? "") }
    let ticket = ImportedTicket(
      report: report(), source: LogNumber(log: map.log, number: number), reportedAt: reported,
      dueAt: try date(.due), closedAt: try date(.closed))
    return (CommandID.ofRow(log: map.log, values, reportedAt: reported), ticket)
  }

  private func report() -> NewTicket {
    NewTicket(
      kind: map.kinds[values[ImportColumn.kind.index]] ?? map.kind,
      place: Place(values[ImportColumn.place.index]), category: values[ImportColumn.category.index],
      subject: values[ImportColumn.subject.index], text: values[ImportColumn.text.index],
      channel: map.channels[values[ImportColumn.channel.index]] ?? map.channel)
  }

  private mutating func date(_ column: ImportColumn) throws(RowFault) -> Date? {
    let text = values[column.index]
    guard !text.isEmpty else { return nil }
    for format in map.dates {
      if let date = format.date(text, in: &time) { return date }
    }
    let plain = text.plainLine
    if plain.isEmpty { return nil }
    throw .unreadableDate(
      column: map.columns[column] ?? "", value: plain, forms: map.dates.map(\.pattern))
  }
}

extension ImportColumn {
  fileprivate var index: Int {
    switch self {
    case .number: 0
    case .reported: 1
    case .due: 2
    case .closed: 3
    case .category: 4
    case .subject: 5
    case .place: 6
    case .channel: 7
    case .kind: 8
    case .text: 9
    }
  }
}
