/// When a day is open: half-open spans of wall time, in seconds after midnight, in order and apart from each other.
package struct DayHours: Hashable, Sendable {
  /// Each within `0..<86400`, where 86400 is the end of the day; empty for a day that stays closed.
  package let spans: [Range<Int>]

  /// Takes spans in any order; those that touch or overlap become one, and what lies outside the day is cut off.
  package init(_ spans: [Range<Int>]) {
    var merged: [Range<Int>] = []
    for span in spans.map({ $0.clamped(to: 0..<86400) }).sorted(by: { $0.lowerBound < $1.lowerBound })
    where !span.isEmpty {
      if let last = merged.last, span.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        merged.append(span)
      }
    }
    self.spans = merged
  }

  package static let closed = DayHours([])

  /// Seconds open on a day whose clocks are not changed.
  package var seconds: Int { spans.reduce(0) { $0 + $1.count } }
  package var isOpen: Bool { !spans.isEmpty }

  /// Itself without some spans.
  package func without(_ breaks: [Range<Int>]) -> DayHours {
    var left = spans
    for gap in breaks {
      left = left.flatMap { span in
        [
          span.lowerBound..<max(span.lowerBound, min(span.upperBound, gap.lowerBound)),
          min(span.upperBound, max(span.lowerBound, gap.upperBound))..<span.upperBound,
        ]
      }
    }
    return DayHours(left)
  }
}

extension DayHours: CustomStringConvertible {
  /// As people write it, `09:00-12:00 14:00-18:00`; empty when closed.
  package var description: String { spans.map(DayHours.text).joined(separator: " ") }

  /// Writes one span, `09:00-12:00`.
  package static func text(_ span: Range<Int>) -> String {
    "\(time(span.lowerBound))-\(time(span.upperBound))"
  }

  /// Reads one span, `09:00-12:00` or `18:30-24:00`; nil for anything else, also one that ends before it begins.
  package static func span(_ text: String) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = second(ends[0]), let to = second(ends[1]), from < to else { return nil }
    return from..<to
  }

  /// Whether hours end on the next day, `20:00-08:00`: a day has only its own.
  package static func isOverMidnight(_ text: String) -> Bool {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { second($0) }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else { return false }
    return to < from
  }

  /// Reads a time of day, `09:00`, `9:00`, `09:00:30` or `24:00`; nil for anything else.
  package static func second(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.enumerated().compactMap { index, part in
      part.count == 2 || part.count == 1 && index == 0 ? Int(digits: part) : nil
    }
    guard parts.count == 2 || parts.count == 3, numbers.count == parts.count else { return nil }
    let second = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }), second <= 86400 else { return nil }
    return second
  }

  private static func time(_ second: Int) -> String {
    let text = "\((second / 3600).digits(2)):\((second / 60 % 60).digits(2))"
    return second % 60 == 0 ? text : "\(text):\((second % 60).digits(2))"
  }
}
