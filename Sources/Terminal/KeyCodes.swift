import CNcurses
import Screen

/// The key codes that a terminal's sequences are given, beyond those that the terminal database knows.
enum KeyCodes {
  /// A paste begins and ends.
  static let pasteBegins: Int32 = 3000
  static let pasteEnds: Int32 = 3001

  /// The end of a paste, without its Escape.
  static let pasteEnd = "[201~"

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
      // Of a terminal that some program left in kitty's protocol.
      ("[27u", .escape), ("[13u", .enter), ("[9u", .tab), ("[127u", .backspace),
    ] + numberPad

  /// The number pad of a terminal that tells it apart, as PuTTY does whatever Num Lock says: on it telephone numbers are typed, so the
  /// digits go before what the database has there, Home and its neighbours.
  ///
  /// - Source: xterm's ctlseqs, "VT220-Style Function Keys", keypad in application mode.
  private static let numberPad: [(String, Key)] = zip("jklmnopqrstuvwxy", "*+,-./0123456789").map {
    ("O\($0)", .character($1))
  }

  private static let codes: [String: Int32] = {
    var codes = ["[200~": pasteBegins, pasteEnd: pasteEnds]
    for (index, sequence) in sequences.enumerated() { codes[sequence.0] = pasteEnds + 1 + Int32(index) }
    return codes
  }()

  /// Teaches the current screen the sequences.
  static func define() {
    for (sequence, code) in codes { define_key("\u{1B}" + sequence, code) }
  }

  /// Returns the code of a sequence without its Escape, which ncurses does not find when it comes in pieces.
  static func code(of sequence: String) -> Int32? { codes[sequence] }

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
