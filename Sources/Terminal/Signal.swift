/// What the system told the process, as far as a screen is concerned.
package enum Signal: Hashable, Sendable {
  /// The terminal has another size now.
  case resized
  /// Somebody asks the program to end.
  case terminate
  /// The terminal or the guarding parent is gone.
  case hangUp
  /// Somebody sent an interrupt; Control-C comes as a key.
  case interrupt
  /// The program is asked to stop until it is continued, as by the shell's own key.
  case stopped
  /// The program was stopped and goes on; the screen has to be drawn anew.
  case continued
  /// The settings are to be read again (SIGUSR2).
  case reload
}
