/// What a person did on the keyboard, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// Something printable, as typed or as the input method committed it.
  case character(Character)
  case enter, tab, backTab, backspace, delete, insert, escape
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  /// Control with the left or right arrow.
  case wordLeft, wordRight
  case home, end, pageUp, pageDown
  /// F1 and up.
  case function(Int)
  /// Control with a letter, given in lower case.
  case control(Character)
  /// Text that came in one piece, with its line breaks as `\n` and without other control characters.
  case paste(String)
  /// Characters that came faster than anybody types: printable ASCII, where a text is typed any.
  case burst(String)
  case focusGained, focusLost
  /// Something done with the mouse at a cell; only where that was asked for.
  case mouse(MouseAct, Position)
}

/// What a person did with the mouse.
package enum MouseAct: Hashable, Sendable {
  case click
  /// The second of two clicks on one cell, soon after each other; the first came as `click`.
  case doubleClick
  case wheelUp, wheelDown
}

extension [Key] {
  /// The same with every run of more than six printable ASCII characters as one burst: that is how a paste looks on a terminal that
  /// does not mark pastes. For keys that came within 80 ms (*design*: ux.md c.3). Where a text is typed any character counts, so that a
  /// long paste is read once and not once a character.
  package func foldingBursts(intoText: Bool) -> [Key] {
    var keys: [Key] = []
    var run = ""
    func end() -> [Key] { run.count > 6 ? [.burst(run)] : run.map(Key.character) }
    for key in self {
      if case .character(let character) = key,
        intoText || character.asciiValue.map({ (0x20..<0x7F).contains($0) }) == true
      {
        run.append(character)
      } else {
        keys += end() + [key]
        run = ""
      }
    }
    return keys + end()
  }
}
