import Foundation

/// How Han words are read aloud: full pinyin and initials, so that they can be found by typing either.
///
/// Foundation's transform costs about 80 µs a string, however short: the unknown characters of a text are asked for together, and
/// every character only once; there are few thousand.
package struct Readings: Equatable, Sendable {
  /// By character from U+3000 to U+9FFF, the number of its syllable and one more; 0 while it is unknown. Empty until something is learnt.
  private var numbers: [UInt16] = []
  /// The rare characters beyond, in the same way.
  private var rare: [UInt32: UInt16] = [:]
  /// Some 400; the first is that of what is no Han character.
  private var syllables = [Syllable()]

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
    return lines(texts)
      ?? {
        learn(texts.joined(separator: "\n"))
        return lines(texts) ?? ""
      }()
  }

  /// The reading of several texts; nil while one of their characters is unknown.
  private func lines(_ texts: [String]) -> String? {
    // Three bytes of a Han character make six letters, an initial and a line end of each at most.
    let room = texts.reduce(8) { $0 + $1.utf8.count * 3 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room * 2) { bytes in
      var lines = ReadingLines(bytes, room)
      for text in texts {
        lines.endWord()
        for scalar in text.unicodeScalars where !scalar.isVariation {
          guard scalar.value >= 0x3000 else {
            lines.endWord()
            continue
          }
          let number = number(of: scalar.value)
          guard number > 0 else { return nil }
          lines.add(syllables[number - 1])
        }
      }
      return lines.text
    }
  }

  private func number(of value: UInt32) -> Int {
    if value < 0xA000 { return numbers.isEmpty ? 0 : Int(numbers[Int(value) - 0x3000]) }
    return Int(rare[value] ?? 0)
  }

  private mutating func keep(_ syllable: Syllable, for value: UInt32) {
    let number = syllables.firstIndex(of: syllable) ?? syllables.count
    if number == syllables.count { syllables.append(syllable) }
    if value < 0xA000 {
      if numbers.isEmpty { numbers = Array(repeating: 0, count: 0x7000) }
      numbers[Int(value) - 0x3000] = UInt16(number + 1)
    } else {
      rare[value] = UInt16(number + 1)
    }
  }

  /// Asks for the characters of a text that are not known yet, one a line so that none is read by its neighbours.
  ///
  /// The first time in a process loads the transform's rules (see `prepare`), so a writer learns before it makes others wait.
  package mutating func learn(_ text: String) {
    var unknown: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where scalar.value >= 0x3000 && number(of: scalar.value) == 0 {
      keep(Syllable(), for: scalar.value)
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
      if reading.allSatisfy(\.isASCII) { keep(Syllable(reading.filter(\.isLetter)), for: scalar.value) }
    }
  }
}

/// How one character is read: ASCII letters, none for what is no Han character. No reading has more than six.
private struct Syllable: Equatable {
  /// The letters from the lowest byte on, and how many they are in the highest.
  private var packed: UInt64 = 0

  init() {}

  init(_ letters: String) {
    for (index, letter) in letters.utf8.prefix(7).enumerated() {
      packed |= UInt64(letter) << (8 * index)
      packed += 1 << 56
    }
  }

  var count: Int { Int(packed >> 56) }
  var first: UInt8 { UInt8(truncatingIfNeeded: packed) }

  /// Writes eight bytes, of which the first `count` are meant.
  func write(to bytes: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(bytes).storeBytes(of: packed.littleEndian, as: UInt64.self)
  }
}

/// The lines of a reading while they are written: whole words in the first half of the room, their initials in the second.
private struct ReadingLines {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let half: Int
  private var (full, initials) = (0, 0)
  private var inHan = false

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ half: Int) { (self.bytes, self.half) = (bytes, half) }

  mutating func add(_ syllable: Syllable) {
    guard syllable.count > 0, let start = bytes.baseAddress else { return endWord() }
    syllable.write(to: start + full)
    full += syllable.count
    bytes[half + initials] = syllable.first
    initials += 1
    inHan = true
  }

  mutating func endWord() {
    guard inHan else { return }
    bytes[full] = 0x0A
    bytes[half + initials] = 0x0A
    (full, initials, inHan) = (full + 1, initials + 1, false)
  }

  /// The words, a line end after the last, and the initials.
  var text: String {
    bytes[full] = 0x0A
    let words = UnsafeBufferPointer(rebasing: bytes[...full])
    let rest = UnsafeBufferPointer(rebasing: bytes[half..<(half + initials)])
    return String(decoding: words, as: UTF8.self) + String(decoding: rest, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether it only chooses among the shapes of the character before it.
  fileprivate var isVariation: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }
}
