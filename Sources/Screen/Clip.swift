/// What becomes of a text that is wider than its room.
package enum Clip: Hashable, Sendable {
  /// The last column says `~`; a wide character that does not fit before it leaves one blank.
  case mark
  /// It ends; a wide character that does not fit leaves one blank.
  case cut
}
