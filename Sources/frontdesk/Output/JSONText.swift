/// A JSON value whose keys keep the order they were given in, which Foundation's encoder does not do; everything that
/// could steer a terminal is escaped, C1 and bidirectional controls too.
indirect enum JSONText {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  case list([JSONText])
  case object([(String, JSONText)])
  /// JSON that was written before.
  case written(String)

  /// A text, or null.
  static func optional(_ text: String?) -> JSONText { text.map(JSONText.text) ?? .null }

  /// Rows of texts, an object each, under the names of their columns.
  static func rows(_ rows: [[String]], _ columns: [String]) -> JSONText {
    .list(rows.map { .object(Array(zip(columns, $0.map(JSONText.text)))) })
  }

  /// The value as one line.
  var line: String {
    var line = ""
    write(to: &line)
    return line
  }

  private func write(to line: inout String) {
    switch self {
    case .text(let text): JSONText.quote(text, to: &line)
    case .number(let number): line += String(number)
    case .flag(let flag): line += flag ? "true" : "false"
    case .null: line += "null"
    case .written(let json): JSONText.escape(json, to: &line)
    case .list(let values):
      line += "["
      for (index, value) in values.enumerated() {
        if index > 0 { line += ", " }
        value.write(to: &line)
      }
      line += "]"
    case .object(let members):
      line += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { line += ", " }
        JSONText.quote(member.0, to: &line)
        line += ": "
        member.1.write(to: &line)
      }
      line += "}"
    }
  }

  private static func quote(_ text: String, to line: inout String) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      line += "\"\(text)\""
      return
    }
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    line += "\""
    escape(String(quoted), to: &line)
    line += "\""
  }

  /// Writes control characters, which in JSON stand in texts only, as escapes.
  private static func escape(_ text: String, to line: inout String) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      line += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: line += "\\n"
      case 0x0D: line += "\\r"
      case 0x09: line += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: line.unicodeScalars.append(scalar)
      }
    }
  }
}
