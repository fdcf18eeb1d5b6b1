/// Walks a JSON5 text once: finds its first fault, and where every value stands.
struct JSON5Scanner {
  /// A place in the text, both from 1.
  struct Place: Sendable {
    var line: Int
    var column: Int
  }

  /// The first thing wrong with a text.
  struct Fault: Error {
    let line: Int
    let column: Int
    let fault: SettingsError.Fault
  }

  /// Where each key, or list element, begins, by its path.
  private(set) var places: [String: Place] = [:]
  /// The first number that is not whole, or too large for one: where it stands and as it is written.
  private(set) var oddNumber: (path: String, text: String)?
  /// Where each key with its value and the comma behind it stands, in scalars of the text; what holds others comes after them.
  private(set) var members: [Range<Int>] = []
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var place = Place(line: 1, column: 1)

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Reads the whole text as one value.
  mutating func scan() throws(Fault) {
    try skipBlanks()
    places[""] = place
    try value("", depth: 0)
    try skipBlanks()
    guard next == nil else { throw unexpected() }
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func unexpected() -> Fault { fault(.unexpected(next.map { String(Character($0)) } ?? "")) }

  private func fault(_ fault: SettingsError.Fault) -> Fault {
    Fault(line: place.line, column: place.column, fault: fault)
  }

  private mutating func advance() {
    guard let scalar = next else { return }
    index += 1
    if scalar == "\n" { place = Place(line: place.line + 1, column: 1) } else { place.column += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(Fault) {
    guard take(scalar) else { throw unexpected() }
  }

  private mutating func skipBlanks() throws(Fault) {
    while let scalar = next {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        advance()
      } else if scalar == "/" {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(Fault) {
    advance()
    if take("/") {
      while let scalar = next, scalar != "\n" { advance() }
      return
    }
    try expect("*")
    while next != nil {
      if take("*") {
        if take("/") { return }
      } else {
        advance()
      }
    }
    throw unexpected()
  }

  private mutating func value(_ path: String, depth: Int) throws(Fault) {
    guard depth < 64 else { throw fault(.tooDeep) }
    switch next {
    case "{": try object(path, depth: depth)
    case "[": try list(path, depth: depth)
    case "\"", "'": _ = try string()
    default: try word(path)
    }
  }

  private mutating func object(_ path: String, depth: Int) throws(Fault) {
    advance()
    var seen: Set<String> = []
    while true {
      try skipBlanks()
      if take("}") { return }
      let (start, begin) = (place, index)
      let key = next == "\"" || next == "'" ? try string() : try name()
      let child = path.isEmpty ? key : "\(path).\(key)"
      guard seen.insert(key).inserted else {
        throw Fault(line: start.line, column: start.column, fault: .duplicateKey(child))
      }
      places[child] = start
      try skipBlanks()
      try expect(":")
      try skipBlanks()
      try value(child, depth: depth + 1)
      let end = index
      try skipBlanks()
      let goesOn = take(",")
      members.append(begin..<(goesOn ? index : end))
      if !goesOn { return try expect("}") }
    }
  }

  private mutating func list(_ path: String, depth: Int) throws(Fault) {
    advance()
    var count = 0
    while true {
      try skipBlanks()
      if take("]") { return }
      let child = "\(path)[\(count)]"
      places[child] = place
      try value(child, depth: depth + 1)
      count += 1
      try skipBlanks()
      if !take(",") { return try expect("]") }
    }
  }

  /// Reads a quoted string; only the escapes a key may need are resolved.
  private mutating func string() throws(Fault) -> String {
    guard let quote = next else { throw unexpected() }
    advance()
    var text = String.UnicodeScalarView()
    while let scalar = next, scalar != "\n" {
      advance()
      if scalar == quote { return String(text) }
      if scalar == "\\", let escaped = next {
        advance()
        let count = escaped == "u" ? 4 : escaped == "x" ? 2 : 0
        text.append(count == 0 ? escaped : try escapedScalar(count))
      } else {
        text.append(scalar)
      }
    }
    throw unexpected()
  }

  /// The scalar of so many hexadecimal digits; half a surrogate is nobody's key.
  private mutating func escapedScalar(_ count: Int) throws(Fault) -> Unicode.Scalar {
    var digits = ""
    for _ in 0..<count {
      guard let scalar = next, scalar.properties.isASCIIHexDigit else { throw unexpected() }
      digits.unicodeScalars.append(scalar)
      advance()
    }
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }

  private mutating func name() throws(Fault) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next, scalar.properties.isIDContinue || scalar == "$" || scalar == "_" {
      text.append(scalar)
      advance()
    }
    guard !text.isEmpty else { throw unexpected() }
    return String(text)
  }

  private mutating func word(_ path: String) throws(Fault) {
    let start = place
    var text = ""
    while let scalar = next,
      scalar.properties.isAlphabetic || "0123456789+-._".unicodeScalars.contains(scalar)
    {
      text.unicodeScalars.append(scalar)
      advance()
    }
    guard !text.isEmpty else { throw unexpected() }
    guard JSON5Scanner.isValue(text) else {
      throw Fault(line: start.line, column: start.column, fault: .unexpected(text))
    }
    if oddNumber == nil, JSON5Scanner.isOdd(text) { oddNumber = (path, text) }
  }

  /// Whether it is a number that no `Int` is: a fraction, or 19 digits and more.
  private static func isOdd(_ text: String) -> Bool {
    guard Int(text) == nil, !text.contains(where: { "xXtfu".contains($0) }), let number = Double(text) else {
      return false
    }
    return number != number.rounded(.towardZero) || abs(number) >= 1e18
  }

  private static func isValue(_ text: String) -> Bool {
    ["true", "false", "null"].contains(text) || isNumber(text.utf8[...])
  }

  /// By hand: a regular expression takes longer over the themes than opening the store does.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    func take(_ characters: String) -> Bool {
      guard let first = rest.first, characters.utf8.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    func digits(_ known: String = "0123456789") -> Int {
      var count = 0
      while take(known) { count += 1 }
      return count
    }
    _ = take("+-")
    if rest.elementsEqual("Infinity".utf8) || rest.elementsEqual("NaN".utf8) { return true }
    let leadsWithZero = take("0")
    if leadsWithZero, take("xX") { return digits("0123456789abcdefABCDEF") > 0 && rest.isEmpty }
    let whole = digits()
    guard !leadsWithZero || whole == 0 else { return false }
    let fraction = take(".") ? digits() : 0
    guard leadsWithZero || whole + fraction > 0 else { return false }
    if take("eE") {
      _ = take("+-")
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
