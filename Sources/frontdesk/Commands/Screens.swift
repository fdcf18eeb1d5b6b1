import Dashboard

/// The commands that draw: each is one call out to the dashboard's own glue.
enum Screens {
  /// The dashboard itself.
  static func dashboard(_ call: Invocation) throws(Failure) {
    if call.options.has("version") { return try HelpCommand.version(call) }
    if call.options.has("demo") { return try demo(call) }
    throw notYet
  }

  /// The timers pane over the whole screen, read-only.
  static func wall(_ call: Invocation) throws(Failure) { throw notYet }

  /// One frame without a terminal.
  static func render(_ call: Invocation) throws(Failure) { throw notYet }

  /// A throw-away store with a lively sample day.
  static func demo(_ call: Invocation) throws(Failure) { throw notYet }

  private static let notYet = Failure(.unavailable, zh: "屏幕还没有接上。", en: "The screen is not connected yet.")
}
