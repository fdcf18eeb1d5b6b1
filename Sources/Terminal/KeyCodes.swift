import CNcurses
import Screen

/// The key codes that a terminal's sequences are given, beyond those that the terminal database knows.
enum KeyCodes {
  /// A paste begins and ends.
  static let pasteBegins: Int32 = 3000
  static let pasteEnds: Int32 = 3001

  /// The terminal's answers to the questions of `TerminalModes`; the numbers of others never come near these.
  static let squaresAreNarrow: Int32 = 3200
  static let squaresAreWide: Int32 = 3201
  static let canShowAtOnce: Int32 = 3202
  static let cannotShowAtOnce: Int32 = 3203

  /// An answer that is a text begins, and ends with the string terminator or a bell.
  static let backgroundBegins: Int32 = 3204
  static let nameBegins: Int32 = 3205
  static let answerEnds: Int32 = 3206

  private static let answers: [(String, Int32)] = [
    ("]11;rgb:", backgroundBegins), ("]11;rgba:", backgroundBegins), ("P>|", nameBegins), ("\\", answerEnds),
    ("[2;2R", squaresAreNarrow), ("[2;3R", squaresAreWide), ("[?2026;1$y", canShowAtOnce),
    ("[?2026;2$y", canShowAtOnce), ("[?2026;0$y", cannotShowAtOnce), ("[?2026;3$y", cannotShowAtOnce),
    ("[?2026;4$y", cannotShowAtOnce),
  ]

  /// What a sequence means on every terminal that sends it; the database often lacks them.
  private static let sequences: [(String, Key)] =
    [
      ("[A", .up), ("[B", .down), ("[C", .right), ("[D", .left),
      ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left),
      ("[1;2A", .shiftUp), ("[1;2B", .shiftDown), ("[1;2C", .shiftRight), ("[1;2D", .shiftLeft),
      ("[1;5C", .wordRight), ("[1;5D", .wordLeft), ("[1;3C", .wordRight), ("[1;3D", .wordLeft),
      ("Oc", .wordRight), ("Od", .wordLeft),
      ("[H", .home), ("[F", .end), ("OH", .home), ("OF", .end), ("[1~", .home), ("[4~", .end),
      ("[7~", .home), ("[8~", .end), ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown),
      ("[Z", .backTab), ("OM", .enter), ("[I", .focusGained), ("[O", .focusLost),
      ("OP", .function(1)), ("OQ", .function(2)), ("OR", .function(3)), ("OS", .function(4)),
      ("[11~", .function(1)), ("[12~", .function(2)), ("[13~", .function(3)), ("[14~", .function(4)),
      ("[15~", .function(5)), ("[17~", .function(6)), ("[18~", .function(7)), ("[19~", .function(8)),
      ("[20~", .function(9)), ("[21~", .function(10)), ("[23~", .function(11)), ("[24~", .function(12)),
    ]

  /// Teaches the current screen the sequences.
  static func define() {
    define_key("\u{1B}[200~", pasteBegins)
    define_key("\u{1B}[201~", pasteEnds)
    for answer in answers { define_key("\u{1B}" + answer.0, answer.1) }
    for (index, sequence) in sequences.enumerated() {
      define_key("\u{1B}" + sequence.0, pasteEnds + 1 + Int32(index))
    }
  }

  /// Returns what a key code means; nothing for keys nobody uses.
  static func key(_ code: Int32) -> Key? {
    let index = Int(code) - Int(pasteEnds) - 1
    if sequences.indices.contains(index) { return sequences[index].1 }
    if (KEY_F0 + 1...KEY_F0 + 63).contains(code) { return .function(Int(code - KEY_F0)) }
    return known[code]
  }

  private static let known: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_SR: .shiftUp, KEY_SF: .shiftDown,
    KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight, KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp,
    KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete, KEY_BTAB: .backTab,
    KEY_ENTER: .enter, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
  ]

  /// Returns what a control character means when typed; nothing for those that no key is for.
  static func control(_ value: UInt32) -> Key? {
    switch value {
    case 8, 127: .backspace
    case 9: .tab
    case 13: .enter
    case 1...26: .control(Character(Unicode.Scalar(UInt8(value + 0x60))))
    default: nil
    }
  }
}
