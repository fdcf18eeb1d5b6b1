package import Screen

/// A key as the key table writes it.
package struct BoundKey: Hashable, Sendable {
  package var key: Key
  package var name: String

  private init(_ key: Key, _ name: String) {
    self.key = key
    self.name = name
  }

  static func f(_ number: Int) -> BoundKey { BoundKey(.function(number), "F\(number)") }
  static func shiftF(_ number: Int) -> BoundKey { BoundKey(.function(number + 12), "Shift-F\(number)") }
  static func letter(_ letter: Character) -> BoundKey {
    BoundKey(.character(letter), letter == " " ? "Space" : String(letter))
  }
  static func control(_ letter: Character) -> BoundKey {
    BoundKey(.control(letter), "Ctrl-\(letter.uppercased())")
  }

  static let enter = BoundKey(.enter, "Enter")
  static let escape = BoundKey(.escape, "Esc")
  static let tab = BoundKey(.tab, "Tab")
  static let backTab = BoundKey(.backTab, "Shift-Tab")
  static let up = BoundKey(.up, "↑")
  static let down = BoundKey(.down, "↓")
  static let pageUp = BoundKey(.pageUp, "PgUp")
  static let pageDown = BoundKey(.pageDown, "PgDn")
  static let home = BoundKey(.home, "Home")
  static let end = BoundKey(.end, "End")
  static let backspace = BoundKey(.backspace, "Backspace")
}

extension BoundKey {
  /// The key that was pressed, where it is one of a letter, a mark or a number; nil for keys that move or end something.
  init?(pressed key: Key) {
    switch key {
    case .character(let letter): self = .letter(letter)
    case .control(let letter): self = .control(letter)
    case .function(let number): self = number <= 12 ? .f(number) : .shiftF(number - 12)
    default: return nil
    }
  }

  /// Reads a key as the settings write it: `h`, `H`, `$`, `Space`, `Ctrl-T`, `F13`, `Shift-F3`; nil for anything else.
  package init?(written text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts.first?.lowercased(), parts.count) {
    case ("ctrl", 2):
      guard let letter = parts[1].lowercased().first, parts[1].count == 1, letter.isASCII, letter.isLetter
      else { return nil }
      self = .control(letter)
    case ("shift", 2):
      guard let number = BoundKey.functionNumber(parts[1]), number <= 12 else { return nil }
      self = .shiftF(number)
    case ("space", 1): self = .letter(" ")
    default:
      if let number = BoundKey.functionNumber(text) {
        self = number <= 12 ? .f(number) : .shiftF(number - 12)
      } else {
        guard let letter = text.first, text.count == 1, letter.isASCII, ("!"..."~").contains(letter) else {
          return nil
        }
        self = .letter(letter)
      }
    }
  }

  private static func functionNumber(_ text: String) -> Int? {
    guard text.first == "F" || text.first == "f", let number = Int(text.dropFirst()),
      (1...24).contains(number)
    else { return nil }
    return number
  }

  /// Whether a terminal, tmux, the desktop or a form has it for itself (*design*): Ctrl-H, -I, -J and -M are what Backspace,
  /// Tab and Enter send.
  var isReserved: Bool {
    switch key {
    case .control(let letter): "abhijms".contains(letter)
    case .function(let number): number == 10 || number == 11
    default: false
    }
  }
}

extension BoundKey {
  /// Whether it belongs to its action for good: the pages name it, or a text that is typed leaves it be.
  var isFixed: Bool {
    switch key {
    case .function, .control("l"), .control("q"): true
    case .character, .control: false
    default: true
    }
  }

  /// Whether it types a character.
  var isCharacter: Bool { if case .character = key { true } else { false } }
}
