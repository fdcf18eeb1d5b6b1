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
