/// A ticket's number as people say it: a letter by kind and a running number from 1, as in `R-1042`.
package struct TicketID: Hashable, Comparable, Sendable {
  package let kind: TicketKind
  package let number: Int

  /// Names the `number`-th ticket of a kind.
  package init(_ kind: TicketKind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// Reads `R-1042`, `r1042` and full-width spellings that were folded before; nil for anything else.
  package init?(_ text: String) {
    guard let kind = text.first.flatMap(TicketKind.init(letter:)),
      let number = text.runningNumber(after: kind.letter)
    else { return nil }
    self.init(kind, number)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// Oldest first within a kind.
  package static func < (left: TicketID, right: TicketID) -> Bool {
    left.kind == right.kind ? left.number < right.number : left.kind.letter < right.kind.letter
  }
}

extension TicketID: CustomStringConvertible {
  package var description: String { String(kind.letter) + "-" + String(number) }
}

extension TicketID: StoredAsText {}
