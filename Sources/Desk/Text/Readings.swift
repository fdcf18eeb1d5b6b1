import Foundation

/// How Han words are read aloud: full pinyin and initials, so that they can be found by typing either.
///
/// Foundation's transform costs about 80 µs a string, however short: the unknown characters of a text are asked for together, and
/// every character only once; there are few thousand.
package struct Readings: Equatable, Sendable {
  /// By character from U+3000 to U+9FFF, the place of its syllable and one more; 0 while it is unknown. Empty until something is learnt.
  private var places: [UInt16] = []
  /// The rare characters beyond, in the same way.
  private var rare: [UInt32: UInt16] = [:]
  /// The ASCII letters of some 400 syllables, and where each has its own; the first is that of what is no Han character.
  private var letters: [UInt8] = []
  private var syllables: [Range<Int>] = [0..<0]

  package init() {}

  /// Loads the transform's rules, some 50 ms: who has a screen does it on a thread of its own while the store is opened, so that no
  /// key waits for the first ticket that is read.
  package static func prepare() {
    var readings = Readings()
    readings.learn("前")
  }

  /// The full pinyin of every run of Han characters, then the initials of each, one a line; empty without Han.
  package mutating func read(_ text: String) -> String { read([text]) }

  /// The same of several texts; no word reaches from one into the next.
  package mutating func read(_ texts: [String]) -> String {
    guard texts.contains(where: { $0.utf8.contains { $0 >= 0xE3 } }) else { return "" }
    var (full, initials) = ([UInt8](), [UInt8]())
    full.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count * 3 })
    var inHan = false
    func endWord() {
      guard inHan else { return }
      full.append(0x0A)
      initials.append(0x0A)
      inHan = false
    }
    for text in texts {
      endWord()
      for scalar in text.unicodeScalars where !scalar.isVariation {
        let syllable = scalar.value < 0x3000 ? 0 : syllable(of: scalar.value, in: texts)
        let letters = letters[syllables[syllable]]
        guard let first = letters.first else {
          endWord()
          continue
        }
        full += letters
        initials.append(first)
        inHan = true
      }
    }
    full.append(0x0A)
    return String(decoding: full + initials, as: UTF8.self)
  }

  private mutating func syllable(of value: UInt32, in texts: [String]) -> Int {
    if place(of: value) == 0 { learn(texts.joined(separator: "\n")) }
    return max(place(of: value), 1) - 1
  }

  private func place(of value: UInt32) -> Int {
    if value < 0xA000 { return places.isEmpty ? 0 : Int(places[Int(value) - 0x3000]) }
    return Int(rare[value] ?? 0)
  }

  private mutating func keep(_ syllable: [UInt8], for value: UInt32) {
    let place = syllables.firstIndex { letters[$0].elementsEqual(syllable) } ?? syllables.count
    if place == syllables.count {
      syllables.append(letters.count..<(letters.count + syllable.count))
      letters += syllable
    }
    if value < 0xA000 {
      if places.isEmpty { places = Array(repeating: 0, count: 0x7000) }
      places[Int(value) - 0x3000] = UInt16(place + 1)
    } else {
      rare[value] = UInt16(place + 1)
    }
  }

  /// Asks for the characters of a text that are not known yet, one a line so that none is read by its neighbours.
  ///
  /// The first time in a process loads the transform's rules (see `prepare`), so a writer learns before it makes others wait.
  package mutating func learn(_ text: String) {
    var unknown: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where scalar.value >= 0x3000 && place(of: scalar.value) == 0 {
      keep([], for: scalar.value)
      if scalar.properties.isIdeographic { unknown.append(scalar) }
    }
    guard !unknown.isEmpty else { return }
    let lines = unknown.map { String($0) }.joined(separator: "\n")
    let latin =
      lines.applyingTransform(.mandarinToLatin, reverse: false)?
      .applyingTransform(.stripDiacritics, reverse: false)?.lowercased() ?? ""
    let readings = latin.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalar) in unknown.enumerated() where index < readings.count {
      let reading = readings[index]
      if reading.allSatisfy(\.isASCII) { keep(Array(reading.filter(\.isLetter).utf8), for: scalar.value) }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it only chooses among the shapes of the character before it.
  fileprivate var isVariation: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }
}
