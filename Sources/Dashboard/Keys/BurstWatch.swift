package import Screen

/// Sees by their haste which keys nobody typed: so comes a paste on a terminal that does not mark pastes.
///
/// A burst is more than six printable ASCII characters within 80 ms, in however many reads they come, and whatever comes within 80 ms
/// of its last (*design*). Among commands a line break between two of them belongs to it: by itself it would open what the
/// line before chose. A key such as F2 ends a run, and as it may open a text, a line break behind it ends one too. Where a text is
/// typed any character counts, so that a long paste is read once and not once a character.
package struct BurstWatch: Sendable {
  /// The reads before, as far as the run they ended with may go on: before when none of their keys came, and how many they were.
  private var reads: [(since: Duration, count: Int)] = []
  /// The burst that may go on: its text so far, and when the last of it had come.
  private var burst: (text: String, until: Duration)?

  static let span = Duration.milliseconds(80)
  private static let most = 6
  /// Where a burst has so many bytes nothing is added to it: nobody looks for more, and every read would go through all of it.
  private static let limit = 4096

  package init() {}

  /// Returns the keys of one read, which came between two instants, with every burst as one key.
  package mutating func fold(_ keys: [Key], since: Duration, until: Duration, intoText: Bool) -> [Key] {
    guard !keys.isEmpty else { return [] }
    if let last = burst?.until, since - last > BurstWatch.span { burst = nil }
    reads.removeAll { until - $0.since > BurstWatch.span }
    // So many that within some 80 ms of a longer time there were more than six.
    let spans = max(1, Int(((until - since) / BurstWatch.span).rounded(.up)))
    var run = Run(
      isText: intoText, most: BurstWatch.most * spans, isBurst: burst != nil,
      before: reads.reduce(0) { $0 + $1.count })
    var folded = keys.flatMap { run.take($0) } + run.end()
    if !intoText, let before = burst?.text, case .burst(let text)? = folded.first {
      folded[0] = .burst(before.utf8.count < BurstWatch.limit ? before + text : before)
    }
    if run.before == 0 { reads = [] }
    reads.append((since, run.count))
    burst = run.isBurst ? (intoText ? "" : folded.lastBurst ?? burst?.text ?? "", until) : nil
    return folded
  }

  /// A run of characters, while the keys of one read are gone through.
  private struct Run {
    let isText: Bool
    let most: Int
    /// Whether it is more than anybody types.
    var isBurst: Bool
    /// How many characters of it came in the reads before.
    var before: Int
    /// How many came in this one.
    var count = 0
    private var held: [Key] = []
    /// Whether nothing in this read can have opened a text.
    private var joinsLines: Bool

    init(isText: Bool, most: Int, isBurst: Bool, before: Int) {
      (self.isText, self.most, self.isBurst, self.before) = (isText, most, isBurst, before)
      joinsLines = !isText
    }

    /// Takes the next key; what is decided by it.
    mutating func take(_ key: Key) -> [Key] {
      if case .character(let character) = key, isText || isBurst || character.isPrintableASCII {
        held.append(key)
        count += 1
        if before + count > most { isBurst = true }
        return []
      }
      if joinsLines, key.breaksLine, isBurst || !held.isEmpty {
        held.append(key)
        return []
      }
      defer { pass(key) }
      return end() + [key]
    }

    private mutating func pass(_ key: Key) {
      switch key {
      case .focusGained, .focusLost, .mouse: break
      default: (isBurst, before, count, joinsLines) = (false, 0, 0, false)
      }
    }

    /// What was held, as one key where it is a burst. Line breaks at its end are keys, but for those of a text of lines.
    mutating func end() -> [Key] {
      defer { held = [] }
      guard isBurst else { return held }
      let isLines = held.drop { !$0.breaksLine }.contains { !$0.breaksLine }
      let last = held.lastIndex { !$0.breaksLine }.map { isLines ? held.count : $0 + 1 } ?? 0
      let text = String(held[..<last].map(\.typed))
      return (text.isEmpty ? [] : [.burst(text)]) + held[last...]
    }
  }
}

extension [Key] {
  fileprivate var lastBurst: String? { if case .burst(let text)? = last { text } else { nil } }
}

extension Key {
  /// Whether it may stand for a line break or a tab of a text.
  fileprivate var breaksLine: Bool { [.enter, .tab, .control("j")].contains(self) }

  fileprivate var typed: Character {
    if case .character(let character) = self { character } else { self == .tab ? "\t" : "\n" }
  }
}

extension Character {
  fileprivate var isPrintableASCII: Bool { asciiValue.map { (0x20..<0x7F).contains($0) } ?? false }
}
