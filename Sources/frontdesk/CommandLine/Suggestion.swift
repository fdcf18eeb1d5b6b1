import Dashboard
import Desk

/// Finds what someone probably meant.
enum Suggestion {
  /// The question whether that was meant, to stand between two sentences; empty when nothing is near.
  static func words(_ word: String, in candidates: [String], after prefix: String = "") -> Words {
    guard let nearest = nearest(to: word, in: candidates)?.plainLine else { return .none }
    return Words(zh: "是不是 \(prefix)\(nearest)？", en: "Did you mean \(prefix)\(nearest)? ")
  }

  /// The candidate with the fewest letters changed; nil when even that one is too far.
  private static func nearest(to word: String, in candidates: [String]) -> String? {
    // `ticket.undo` means `desk.undo` rather than `ticket.new`.
    let ending = word.drop { $0 != "." }
    if !ending.isEmpty, let same = candidates.first(where: { $0.hasSuffix(ending) }) { return same }
    let limit = max(1, min(3, word.count / 2))
    let ranked = candidates.map { (distance(Array(word), Array($0)), $0) }.min { $0.0 < $1.0 }
    guard let (distance, candidate) = ranked, distance <= limit else {
      return candidates.first { !word.isEmpty && $0.hasPrefix(word) }
    }
    return candidate
  }

  /// How many letters must be changed, put in, taken out or swapped to make one word of the other.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in left.indices {
      var line = [row + 1]
      for column in right.indices {
        var best = min(
          above[column] + (left[row] == right[column] ? 0 : 1), above[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        line.append(best)
      }
      (before, above) = (above, line)
    }
    return above[right.count]
  }
}
