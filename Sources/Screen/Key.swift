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
