import CNcurses
import Screen

/// Puts characters and key codes together to keys: marks to their letter, a paste to one piece of text.
struct KeyDecoder {
  /// What was decoded and not yet handed over.
  private(set) var keys: [Key] = []
  /// What the terminal has said of itself.
  private(set) var facts = TerminalFacts()
  /// What an Escape began; of a bare one is not known yet whether it was typed.
  private var sequence: EscapeSequence?
  private var paste: String?
  /// What may become the end of the paste.
  private var pasteEnd: String?
  private var isAfterReturn = false
  private var last = ContinuousClock.now

  private var clicked: (at: Position, when: ContinuousClock.Instant)?

  /// How soon after the first the second click comes.
  private static let double = Duration.milliseconds(400)
  /// The longest paste, in bytes.
  private static let longest = 1 << 18
  /// A paste whose end never comes is handed over when something comes after this pause.
  private static let pause = Duration.seconds(2)

  /// Hands over the keys.
  mutating func take() -> [Key] {
    defer { keys = [] }
    return keys
  }

  /// Takes a key code of ncurses.
  mutating func add(code: Int32) {
    // The one key code that is a single character: with Alt it is nothing, like any other.
    guard code != KEY_BACKSPACE else { return add(character: 127) }
    dropStale()
    rest()
    sequence = nil
    act(on: code)
  }

  private mutating func act(on code: Int32) {
    switch code {
    case KeyCodes.pasteBegins: paste = paste ?? .init()
    case KeyCodes.pasteEnds: endPaste()
    default:
      if paste == nil, let key = KeyCodes.key(code) { keys.append(key) }
    }
  }

  /// Takes a character of ncurses.
  mutating func add(character value: UInt32) {
    dropStale()
    defer { isAfterReturn = value == 13 }
    guard paste == nil else { return addToPaste(value) }
    guard sequence == nil, value != 27 else { return addToSequence(value) }
    // In a paste it shows that something could not be read; as a key it is nothing.
    guard value != 0xFFFD else { return }
    if value < 0x20 || (0x7F..<0xA0).contains(value) {
      if let key = KeyCodes.control(value) { keys.append(key) }
    } else if let scalar = Unicode.Scalar(value) {
      add(scalar)
    }
  }

  /// What is known is a key or an answer wherever it was cut; all else is nothing.
  private mutating func addToSequence(_ value: UInt32) {
    guard var begun = sequence else { return sequence = EscapeSequence() }
    switch begun.add(value) {
    case .unfinished: sequence = begun
    case .whole:
      sequence = nil
      KeyCodes.code(of: begun.text).map { act(on: $0) } ?? facts.hear(begun.text)
    case .interrupted:
      rest()
      sequence = EscapeSequence()
    }
  }

  /// Learns that nothing more has come for now: an Escape without anything close behind it was typed.
  ///
  /// A character close behind one is that character with Alt, which no key is for; as two keys it would leave a form and act on
  /// whatever lies under it.
  mutating func rest() {
    guard let sequence, sequence.isBare else { return }
    keys.append(.escape)
    self.sequence = nil
  }

  /// Takes a click; the second on a cell within a moment is a double one, the third a first again.
  mutating func add(clickAt place: Position) {
    let now = ContinuousClock.now
    let isDouble = clicked.map { $0.at == place && now - $0.when < KeyDecoder.double } ?? false
    clicked = isDouble ? nil : (place, now)
    add(.mouse(isDouble ? .doubleClick : .click, place))
  }

  /// Takes a key that is one already; nothing interrupts a paste.
  mutating func add(_ key: Key) {
    dropStale()
    rest()
    if paste == nil { keys.append(key) }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if case .character(let before)? = keys.last {
      var joined = String(before)
      joined.unicodeScalars.append(scalar)
      if joined.count == 1, let character = joined.first {
        keys[keys.count - 1] = .character(character)
        return
      }
    }
    keys.append(.character(Character(scalar)))
  }

  /// The end of a paste may come in pieces; what only looked like it is text.
  private mutating func addToPaste(_ value: UInt32) {
    if let begun = pasteEnd, value != 27, let scalar = Unicode.Scalar(value) {
      let longer = begun + String(scalar)
      if longer == KeyCodes.pasteEnd { return endPaste() }
      if KeyCodes.pasteEnd.hasPrefix(longer) { return pasteEnd = longer }
    }
    for scalar in (pasteEnd ?? "").unicodeScalars { addToText(scalar.value) }
    pasteEnd = value == 27 ? "" : nil
    if value != 27 { addToText(value) }
  }

  /// What goes beyond the longest paste is dropped: the end of a text is no keys.
  private mutating func addToText(_ value: UInt32) {
    guard let length = paste?.utf8.count, length < KeyDecoder.longest else { return }
    switch value {
    case 10 where isAfterReturn: return
    case 10, 13: paste?.append("\n")
    case 9: paste?.append("\t")
    case 0..<0x20, 0x7F..<0xA0: return
    default:
      if let scalar = Unicode.Scalar(value) { paste?.unicodeScalars.append(scalar) }
    }
  }

  private mutating func endPaste() {
    if let text = paste, !text.isEmpty { keys.append(.paste(text)) }
    (paste, pasteEnd) = (nil, nil)
  }

  private mutating func dropStale() {
    if let sequence, sequence.isStale { self.sequence = nil }
    guard paste != nil else { return last = .now }
    let now = ContinuousClock.now
    if now - last > KeyDecoder.pause { endPaste() }
    last = now
  }
}
