/// One record of a CSV text, still in bytes: only the fields somebody asks for become text.
package struct CSVRecord: Equatable, Sendable {
  /// The line it begins on, from 1.
  package let line: Int
  /// Why it cannot be trusted; nil when it is well formed.
  package let fault: Fault?
  private let bytes: [UInt8]
  private let fields: [CSVField]

  /// What is wrong with a record as such.
  package enum Fault: Equatable, Sendable {
    /// Text after a closing quote, as in `"a"b`.
    case textAfterQuote
    /// A quote that is still open at the end of the text, or after a mebibyte.
    case quoteNotClosed
  }

  init(line: Int, fault: Fault?, bytes: [UInt8], fields: [CSVField]) {
    self.line = line
    self.fault = fault
    self.bytes = bytes
    self.fields = fields
  }

  /// How many fields it has, at least one.
  package var count: Int { fields.count }

  /// The bytes of a field without its quotes, doubled quotes made single; empty for a column it does not have.
  package func bytes(_ column: Int) -> ArraySlice<UInt8> {
    guard fields.indices.contains(column) else { return [] }
    let field = fields[column]
    let slice = bytes[field.start..<field.end]
    guard field.isEscaped else { return slice }
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var wasQuote = false
    for byte in slice {
      if byte == UInt8(ascii: "\""), wasQuote {
        wasQuote = false
        continue
      }
      wasQuote = byte == UInt8(ascii: "\"")
      plain.append(byte)
    }
    return plain[...]
  }
}

/// Where a field lies in its record.
struct CSVField: Equatable, Sendable {
  var start: Int
  var end: Int
  /// Whether doubled quotes lie inside.
  var isEscaped: Bool
}
