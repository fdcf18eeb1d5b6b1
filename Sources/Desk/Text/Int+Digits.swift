extension Int {
  /// Reads a number of ASCII digits and nothing else: `Int(_:)` takes a sign.
  package init?(digits: some StringProtocol) {
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.init(digits)
  }

  /// Itself in at least so many digits, zeros before it.
  package func digits(_ count: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
  }
}
