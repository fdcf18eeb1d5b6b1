package import Desk

/// Reads the rows of a table whose first line names its columns, in any order and by any of the names each is known by.
package struct TableReader<Column: CaseIterable & Hashable & RawRepresentable<String>> {
  package let encoding: TextEncoding
  private let decoder: TextDecoder
  private let indices: [Column: Int]
  private let headings: [Column: String]
  private let width: Int
  /// The headings of columns that are not read, as they stand.
  package let unread: [String]

  /// Takes a table's first line. `names` are compared in lower case without spaces; the column's own name always counts.
  ///
  /// - Throws: the first needed column that is not there.
  package init(
    _ names: [Column: [String]], needed: [Column], header: CSVRecord, encoding: TextEncoding, file: String
  ) throws(SettingsError) {
    self.encoding = encoding
    decoder = TextDecoder(encoding)
    var found: [String: Int] = [:]
    for index in 0..<header.count {
      let name = TableReader.folded(decoder.text(header.bytes(index)) ?? "")
      found[name] = found[name] ?? index
    }
    var indices: [Column: Int] = [:]
    for column in Column.allCases {
      let known = [column.rawValue] + (names[column] ?? [])
      indices[column] = known.lazy.compactMap { found[TableReader.folded($0)] }.first
    }
    for column in needed where indices[column] == nil {
      throw SettingsError(
        file: file, line: 1, column: 1, fault: .missingColumn([column.rawValue] + (names[column] ?? [])))
    }
    self.indices = indices
    width = header.count
    let (decoder, read) = (decoder, Set(indices.values))
    headings = indices.mapValues { (decoder.text(header.bytes($0)) ?? "").plainLine }
    unread = (0..<header.count).filter { !read.contains($0) }
      .map { (decoder.text(header.bytes($0)) ?? "").plainLine }.filter { !$0.isEmpty }
  }

  private static func folded(_ name: String) -> String {
    name.plainLine.lowercased().filter { !" _-\u{FEFF}".contains($0) }
  }

  /// What the table calls the column, or the column's own name where it has none.
  package func heading(_ column: Column) -> String { headings[column] ?? column.rawValue }

  /// The values of one row as plain lines; a column that the table does not have is empty.
  package func read(_ record: CSVRecord) throws(RowFault) -> [Column: String] {
    if let fault = record.fault { throw .malformed(fault) }
    guard record.count == width else { throw .fieldCount(found: record.count, expected: width) }
    var values: [Column: String] = [:]
    for (column, index) in indices {
      guard let text = decoder.text(record.bytes(index)) else {
        throw .notInEncoding(encoding, column: heading(column))
      }
      values[column] = text.plainLine
    }
    return values
  }
}
