import Foundation

/// How Han words are read aloud: full pinyin and initials, so that they can be found by typing either.
///
/// Foundation's transform costs about 80 µs a string; a character is read once and remembered, and there are few thousand.
package struct Readings: Equatable, Sendable {
  private var known: [Character: String] = [:]

  package init() {}

  /// The full pinyin of every run of Han characters, then the initials of each, one a line; empty without Han.
  package mutating func read(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return "" }
    var full = ""
    var initials = ""
    var inHan = false
    for character in text {
      guard let reading = reading(of: character) else {
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

  private mutating func reading(of character: Character) -> String? {
    if let reading = known[character] { return reading.isEmpty ? nil : reading }
    guard let scalar = character.unicodeScalars.first, scalar.properties.isIdeographic else { return nil }
    let latin =
      String(character).applyingTransform(.mandarinToLatin, reverse: false)?
      .applyingTransform(.stripDiacritics, reverse: false)?.lowercased() ?? ""
    let reading = latin.allSatisfy(\.isASCII) ? latin.filter(\.isLetter) : ""
    known[character] = reading
    return reading.isEmpty ? nil : reading
  }
}
