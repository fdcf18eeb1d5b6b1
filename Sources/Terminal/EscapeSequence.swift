import Screen

/// What a terminal sends after an Escape, while it comes in: a character with Alt, a key in pieces, an answer.
///
/// Decision: ncurses knows sequences from a table and hands out all others as Escape and letters, each a command at the desk. So what
/// has the shape of a sequence is taken in to its end, known or not.
/// - Source: ECMA-48, 5.4 and 5.6; xterm for the three bytes after `[M`, the Linux console for the letter after `[[`.
struct EscapeSequence {
  /// How far it has come.
  enum Progress {
    /// More belongs to it.
    case unfinished
    /// This was all of it.
    case whole
    /// An Escape came, with which another begins.
    case interrupted
  }

  /// What came after the Escape, as far as it can be printed; of an answer nobody asked for, the beginning.
  private(set) var text = ""
  /// How many more characters belong to it, whatever they are.
  private var rest = 0
  /// Whether an Escape came in a string: its end, where a backslash follows.
  private var isEnding = false
  /// How long its end has been waited for.
  var age = Duration.zero

  /// The longest text that is kept, in bytes.
  private static let longest = 256

  /// Whether nothing came but the Escape.
  var isBare: Bool { text.isEmpty }

  /// Takes the next character.
  mutating func add(_ value: UInt32) -> Progress {
    if let first = text.utf8.first, EscapeSequence.strings.contains(first) { return addToString(value) }
    guard value != 27 else { return .interrupted }
    let first = text.utf8.first
    keep(value)
    if rest > 0 {
      rest -= 1
      return rest > 0 ? .unfinished : .whole
    }
    switch first {
    case UInt8(ascii: "["): return addedToControl(value)
    // Old terminals put the modifiers between.
    case UInt8(ascii: "O"): return (0x30..<0x3C).contains(value) ? .unfinished : .whole
    default: return value < 0x7F && EscapeSequence.beginnings.contains(UInt8(value)) ? .unfinished : .whole
    }
  }

  /// What has more behind it.
  private static let beginnings = Array("[O".utf8) + strings
  /// What begins a string, which ends with a bell or with Escape and a backslash: OSC, DCS, APC, PM, SOS.
  private static let strings = Array("]P_^X".utf8)

  private mutating func keep(_ value: UInt32) {
    guard (0x20..<0x7F).contains(value), let scalar = Unicode.Scalar(value),
      text.utf8.count < EscapeSequence.longest
    else { return }
    text.unicodeScalars.append(scalar)
  }

  private mutating func addedToControl(_ value: UInt32) -> Progress {
    switch text {
    case "[M": rest = 3
    case "[[": rest = 1
    default: return (0x20..<0x40).contains(value) ? .unfinished : .whole
    }
    return .unfinished
  }

  private mutating func addToString(_ value: UInt32) -> Progress {
    if isEnding, value != 27 {
      if value == 0x5C { return .whole }
      // The Escape was no end, so it began something else.
      self = EscapeSequence()
      return add(value)
    }
    isEnding = value == 27
    guard value != 7, value != 0x9C else { return .whole }
    if !isEnding { keep(value) }
    return .unfinished
  }
}

extension TerminalFacts {
  /// Takes in a whole sequence, which may be an answer to the questions of `TerminalModes`; the numbers of others never come near.
  mutating func hear(_ answer: String) {
    switch answer {
    case "[2;2R": ambiguousWidth = 1
    case "[2;3R": ambiguousWidth = 2
    case "[?2026;1$y", "[?2026;2$y": showsAtOnce = true
    default:
      if answer.hasPrefix("P>|") {
        name = String(answer.dropFirst(3))
      } else if let colour = ["]11;rgb:", "]11;rgba:"].first(where: answer.hasPrefix) {
        backgroundLuminance =
          TerminalFacts.luminance(answer.dropFirst(colour.count)) ?? backgroundLuminance
      }
    }
  }

  /// How bright a colour is, 0 to 1, of `ffff/ffff/ffff` with one to four digits each; nil for anything else.
  ///
  /// - Source: weights of Rec. 709 on the components as they are, which is enough to tell light from dark.
  private static func luminance(_ colour: Substring) -> Double? {
    let parts = colour.split(separator: "/").prefix(3).compactMap { digits -> Double? in
      guard (1...4).contains(digits.count), let value = Int(digits, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * digits.count)) - 1)
    }
    return parts.count == 3 ? 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] : nil
  }
}
