/// One piece of a date format.
enum DatePart: Equatable, Sendable {
  case number(DateUnit, least: Int, most: Int)
  case half
  case offset
  case literal([UInt8])
}

/// What a number in a date means.
enum DateUnit: Sendable {
  case year, month, day, hour, hour12, minute, second, millisecond
}

/// Cuts a pattern into parts.
struct DatePatternReader {
  private let letters: [Character]
  private var index = 0

  init(_ pattern: String) { letters = Array(pattern) }

  mutating func parts() -> [DatePart]? {
    var parts: [DatePart] = []
    while index < letters.count {
      guard let part = part() else { return nil }
      parts.append(part)
    }
    return parts
  }

  private mutating func part() -> DatePart? {
    let letter = letters[index]
    if letter == "'" { return quoted() }
    guard letter.isASCII, letter.isLetter else {
      index += 1
      return .literal(Array(String(letter).utf8))
    }
    let run = letters[index...].prefix { $0 == letter }.count
    index += run
    switch letter {
    case "y": return run == 4 ? .number(.year, least: 4, most: 4) : nil
    case "M": return number(.month, run)
    case "d": return number(.day, run)
    case "H": return number(.hour, run)
    case "h": return number(.hour12, run)
    case "m": return number(.minute, run)
    case "s": return number(.second, run)
    case "S": return run == 3 ? .number(.millisecond, least: 3, most: 3) : nil
    case "a": return .half
    case "X": return .offset
    default: return nil
    }
  }

  private func number(_ unit: DateUnit, _ run: Int) -> DatePart? {
    run <= 2 ? .number(unit, least: run, most: 2) : nil
  }

  private mutating func quoted() -> DatePart? {
    guard let end = letters[(index + 1)...].firstIndex(of: "'") else { return nil }
    defer { index = end + 1 }
    return .literal(Array(String(letters[(index + 1)..<end]).utf8))
  }
}

extension [DatePart] {
  /// Whether one of the parts is that number.
  func names(_ unit: DateUnit) -> Bool {
    contains { part in
      if case .number(unit, _, _) = part { true } else { false }
    }
  }
}
