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
  /// Whether the mouse was asked for.
  var hearsMouse = false
  /// Whether the last of the questions of `TerminalModes` was answered.
  private(set) var hasAnswered = false

  /// When nothing was waiting to be read for the last time.
  private var rested = SuspendingClock.now
  /// How long nothing has come since the last character.
  private var silence = Duration.zero
  /// Whether something came since nothing was waiting.
  private var hasHeard = false

  private var clicked: (at: Position, when: SuspendingClock.Instant)?

  /// How soon after the first the second click comes.
  private static let double = Duration.milliseconds(400)
  /// The longest paste, in bytes.
  private static let longest = 1 << 18
  /// How long the next piece of a sequence may take (*design*: a packet that is sent again takes less), and all of it: whoever typed
  /// what looks like a beginning is heard again after that. A paste whose end never comes is handed over when something comes after
  /// its pause, which is longer, because its rest would be a row of commands.
  private static let limits = (
    pause: Duration.seconds(1), whole: Duration.seconds(3), paste: Duration.seconds(10)
  )

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
    endEscape()
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
      hear(begun.text)
    case .interrupted:
      endEscape()
      sequence = EscapeSequence()
    }
  }

  private mutating func hear(_ text: String) {
    if let code = KeyCodes.code(of: text) { return act(on: code) }
    if text.hasPrefix("[<") { return point(text) }
    if text.hasPrefix("[?"), text.hasSuffix("c") { hasAnswered = true }
    facts.hear(text)
  }

  /// Learns that at this instant nothing more is waiting to be read: an Escape without anything close behind it was typed.
  ///
  /// Decision: how long nothing came is counted only between two such instants, a second at most. While the desk is busy itself, or
  /// stopped, what comes waits unread, and the rest of a paste that waited would otherwise be a row of commands. A sleeping computer's
  /// clock stands still.
  mutating func rest(at now: SuspendingClock.Instant) {
    let time = min(rested.duration(to: now), .seconds(1))
    rested = now
    silence = hasHeard ? .zero : silence + time
    hasHeard = false
    sequence?.age += time
    endEscape()
  }

  /// A character close behind one is that character with Alt, which no key is for; as two keys it would leave a form and act on
  /// whatever lies under it.
  private mutating func endEscape() {
    guard let sequence, sequence.isBare else { return }
    keys.append(.escape)
    self.sequence = nil
  }

  /// Takes a report of the mouse: what was done, column and row from 1, and `M` for a button that went down.
  ///
  /// - Source: xterm's ctlseqs, "Extended coordinates", mode 1006; 4, 8 and 16 are Shift, Alt and Control.
  private mutating func point(_ report: String) {
    guard hearsMouse, report.hasSuffix("M") else { return }
    let numbers = report.dropFirst(2).dropLast().split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return }
    let place = Position(row: numbers[2] - 1, column: numbers[1] - 1)
    switch numbers[0] & ~0x1C {
    case 0: click(at: place)
    case 64: keys.append(.mouse(.wheelUp, place))
    case 65: keys.append(.mouse(.wheelDown, place))
    default: break
    }
  }

  /// The second click on a cell within a moment is a double one, the third a first again.
  private mutating func click(at place: Position) {
    let now = SuspendingClock.now
    let isDouble = clicked.map { $0.at == place && now - $0.when < KeyDecoder.double } ?? false
    clicked = isDouble ? nil : (place, now)
    keys.append(.mouse(isDouble ? .doubleClick : .click, place))
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

  /// Something has come: what has waited too long for it no longer does.
  private mutating func dropStale() {
    let limits = KeyDecoder.limits
    if let sequence, silence > limits.pause || sequence.age > limits.whole { self.sequence = nil }
    if silence > limits.paste { endPaste() }
    (silence, hasHeard) = (.zero, true)
  }
}
