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
    learn(text)
    var full = ""
    var initials = ""
    var inHan = false
    for scalar in text.unicodeScalars where !scalar.isVariation {
      guard let reading = reading(of: scalar) else {
        if inHan {
          full.append("\n")
          initials.append("\n")
        }
        inHan = false
        continue
      }
      full += reading
      initials.append(reading.first ?? " ")
      inHan = true
    }
    return full + "\n" + initials
  }

  private func reading(of scalar: Unicode.Scalar) -> String? {
    guard scalar.value >= 0x3000, let reading = known[scalar], !reading.isEmpty else { return nil }
    return reading
  }

  /// Asks for the characters of a text that are not known yet, one a line so that none is read by its neighbours.
  ///
  /// The first time in a process costs some 20 ms, so a writer learns before it makes others wait.
  package mutating func learn(_ text: String) {
    let unknown = text.unicodeScalars.filter {
      $0.value >= 0x3000 && known[$0] == nil && $0.properties.isIdeographic
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
