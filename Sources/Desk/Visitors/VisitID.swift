/// A visit's number as people say it, `V-12`, counted from 1.
package struct VisitID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int

  /// Names the `number`-th visit.
  package init(_ number: Int) { self.number = number }

  /// Reads `V-12` and `v12`; nil for anything else.
  package init?(_ text: String) {
    guard let number = text.runningNumber(after: "V") else { return nil }
    self.init(number)
  }

  /// Oldest first.
  package static func < (left: VisitID, right: VisitID) -> Bool { left.number < right.number }

  package var description: String { "V-\(number)" }
}

extension VisitID: StoredAsText {}
