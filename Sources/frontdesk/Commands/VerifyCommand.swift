import Dashboard

/// `frontdesk verify`: waits for the journal's own check.
enum VerifyCommand {
  static let details = Words(zh: "", en: "")

  static func run(_ call: Invocation) throws(Failure) { throw notYet }

  static let notYet = Failure(.unavailable, zh: "还没有接上。", en: "It is not connected yet.")
}
