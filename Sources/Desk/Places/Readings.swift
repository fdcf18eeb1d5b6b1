import Foundation

/// How Han words are read aloud: full pinyin and initials, so that they can be found by typing either.
///
/// Foundation's transform costs about 80 µs a string, however short: the unknown characters of a text are asked for together, and
/// every character only once; there are few thousand.
package struct Readings: Equatable, Sendable {
  private var known: [Unicode.Scalar: String] = [:]

  package init() {}

  /// The full pinyin of every run of Han characters, then the initials of each, one a line; empty without Han.
  package mutating func read(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return "" }
    var full = ""
    var initials = ""
    var inHan = false
    for scalar in text.unicodeScalars where !scalar.isVariation {
      let reading = reading(of: scalar, in: text)
      if reading.isEmpty {
        if inHan {
          full.append("\n")
          initials.append("\n")
        }
        inHan = false
      } else {
        full += reading
        initials.unicodeScalars.append(reading.unicodeScalars[reading.startIndex])
        inHan = true
      }
    }
    return full + "\n" + initials
  }

  /// Empty for what is no Han character; one that is met for the first time is learnt with all others of its text.
  private mutating func reading(of scalar: Unicode.Scalar, in text: String) -> String {
    guard scalar.value >= 0x3000 else { return "" }
    if let reading = known[scalar] { return reading }
    learn(text)
    return known[scalar] ?? ""
  }

  /// Asks for the characters of a text that are not known yet, one a line so that none is read by its neighbours.
  ///
  /// The first time in a process costs some 20 ms, so a writer learns before it makes others wait.
  package mutating func learn(_ text: String) {
    var unknown: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where scalar.value >= 0x3000 && known[scalar] == nil {
      known[scalar] = ""
      if scalar.properties.isIdeographic { unknown.append(scalar) }
    }
    guard !unknown.isEmpty else { return }
    let lines = unknown.map { String($0) }.joined(separator: "\n")
    let latin =
      lines.applyingTransform(.mandarinToLatin, reverse: false)?
      .applyingTransform(.stripDiacritics, reverse: false)?.lowercased() ?? ""
    let readings = latin.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalar) in unknown.enumerated() {
      let reading = index < readings.count ? readings[index] : ""
      known[scalar] = reading.allSatisfy(\.isASCII) ? reading.filter(\.isLetter) : ""
    }
  }
}

extension Unicode.Scalar {
  /// Whether it only chooses among the shapes of the character before it.
  fileprivate var isVariation: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }
}
