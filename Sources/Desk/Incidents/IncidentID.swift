/// An incident's number as people say it, `I-3`, counted from 1.
package struct IncidentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int

  /// Names the `number`-th incident.
  package init(_ number: Int) { self.number = number }

  /// Reads `I-3` and `i3`; nil for anything else.
  package init?(_ text: String) {
    guard let number = text.runningNumber(after: "I") else { return nil }
    self.init(number)
  }

  /// Oldest first.
  package static func < (left: IncidentID, right: IncidentID) -> Bool { left.number < right.number }

  package var description: String { "I-\(number)" }
}

extension IncidentID: StoredAsText {}
