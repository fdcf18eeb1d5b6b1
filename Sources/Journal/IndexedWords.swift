import Desk
import Foundation

/// The words of a ticket as the index holds them: lower case, Han characters apart, Latin words whole.
struct IndexedWords {
  /// The words in order, a space after each, so that the index has nothing to decide but where the spaces are.
  let body: [UInt8]
  /// Those that are not single Han characters; a word may come twice.
  private(set) var terms: [String]
  /// Pinyin and initials of the Han text; nil where there is none.
  let reading: String?

  init(_ ticket: Ticket, _ readings: inout Readings) {
    let fields = Self.fields(ticket)
    self.init(fields, reading: readings.of(fields))
  }

  /// The texts that are searched.
  static func fields(_ ticket: Ticket) -> [String] {
    [ticket.work.category, ticket.subject, ticket.place.text, ticket.text]
  }

  init(_ fields: [String], reading: String?) {
    self.init(place: fields[2], reading: reading) { take in
      for var field in fields + [reading ?? ""] { field.withUTF8 { take(UnsafeRawBufferPointer($0)) } }
    }
  }

  /// The words of category, subject, place, text and reading as they are stored; of the terms only those that are not known, which then are.
  init(_ texts: [UnsafeRawBufferPointer], except known: inout Set<String>) {
    self.init(place: String(decoding: texts[2], as: UTF8.self), reading: nil) { texts.forEach($0) }
    terms.removeAll { !known.insert($0).inserted }
  }

  private init(place: String, reading: String?, _ texts: ((UnsafeRawBufferPointer) -> Void) -> Void) {
    var (body, terms) = ([UInt8](), [String]())
    body.reserveCapacity(400)
    texts { text in
      Self.scan(text, into: &body) { word, isHan in
        if !isHan { terms.append(String(decoding: word, as: UTF8.self)) }
      }
    }
    body += Self.token(of: Place(stored: place))
    body.append(0x20)
    (self.body, self.terms, self.reading) = (body, terms, reading)
  }

  /// One word that all spellings of a place share: a private character before it and for whatever would part it. Who asks for it compares
  /// the place, too: other texts may hold it, and capitals count for nothing here.
  ///
  /// Decision: a word of the search index instead of an index of `history` by place, where a hundred tickets wrote a hundred pages: a fifth
  /// of a batch.
  static func token(of place: Place) -> [UInt8] {
    let parting = Array("\u{E000}".utf8)
    return place.key.utf8.reduce(into: parting) { word, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: word.append(byte)
      default: word += parting
      }
    }
  }

  struct Token: Equatable {
    var text: String
    var isHan: Bool
  }

  /// Splits a text: letters and digits hold together, a Han character stands alone, anything else separates.
  static func tokens(_ text: String) -> [Token] {
    var (body, tokens, text) = ([UInt8](), [Token](), text)
    text.withUTF8 { text in
      scan(UnsafeRawBufferPointer(text), into: &body) {
        tokens.append(Token(text: String(decoding: $0, as: UTF8.self), isHan: $1))
      }
    }
    return tokens
  }

  /// Lower case and composed, the form in which texts are compared.
  ///
  /// Composing costs 20 µs a text, so it is left out where it changes nothing: in ASCII, Han and the marks of both.
  static func fold(_ text: String) -> String {
    text.unicodeScalars.allSatisfy { $0.value < 0x80 || $0.isHan || $0.isHanMark }
      ? text.lowercased() : text.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// Whether it is ASCII, Han and the marks among Han only, where folding makes ASCII letters small and changes nothing else: U+3000 to
  /// U+303F, U+4000 to U+9FFF and U+FF00 to U+FF20 by their leading bytes.
  static func isSettled(_ text: UnsafeRawBufferPointer) -> Bool {
    for (index, byte) in text.enumerated() where byte >= 0xC0 {
      let next = index + 1 < text.count ? text[index + 1] : 0
      let last = index + 2 < text.count ? text[index + 2] : 0xFF
      switch (byte, next) {
      case (0xE4...0xE9, _), (0xE3, 0x80): continue
      case (0xEF, 0xBC) where last <= 0xA0: continue
      default: return false
      }
    }
    return true
  }

  /// Writes the words in order, folded, a space after each, and hands out every one: strings would be half the price of indexing a ticket.
  private static func scan(
    _ text: UnsafeRawBufferPointer, into body: inout [UInt8],
    _ word: (ArraySlice<UInt8>, _ isHan: Bool) -> Void
  ) {
    guard !isSettled(text) else { return split(text, into: &body, word) }
    var folded = fold(String(decoding: text, as: UTF8.self))
    folded.withUTF8 { split(UnsafeRawBufferPointer($0), into: &body, word) }
  }

  private static func split(
    _ bytes: UnsafeRawBufferPointer, into body: inout [UInt8],
    _ word: (ArraySlice<UInt8>, _ isHan: Bool) -> Void
  ) {
    var (start, index) = (body.count, 0)
    func endWord(isHan: Bool) {
      guard body.count > start else { return }
      word(body[start...], isHan)
      body.append(0x20)
      start = body.count
    }
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x61...0x7A:
        body.append(bytes[index])
        index += 1
      case 0x41...0x5A:
        body.append(bytes[index] + 0x20)
        index += 1
      case 0..<0x80:
        endWord(isHan: false)
        index += 1
      default:
        let (length, kind) = character(bytes, at: index)
        if kind != .part { endWord(isHan: false) }
        if kind != .gap { body.append(contentsOf: bytes[index..<(index + length)]) }
        if kind == .han { endWord(isHan: true) }
        index += length
      }
    }
    endWord(isHan: false)
  }

  private enum CharacterKind { case part, han, gap }

  /// How many bytes a character beyond ASCII has, and what it is to the index.
  private static func character(
    _ bytes: UnsafeRawBufferPointer, at index: Int
  ) -> (length: Int, kind: CharacterKind) {
    let byte = bytes[index]
    if (0xE5...0xE9).contains(byte) { return (3, .han) }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    let rest = bytes[(index + 1)..<min(index + length, bytes.count)]
    let value = rest.reduce(UInt32(byte & 0xFF >> (length + 1))) { $0 << 6 | UInt32($1 & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return (length, .gap) }
    return (length, scalar.isHan ? .han : scalar.isWordPart ? .part : .gap)
  }
}

extension Unicode.Scalar {
  /// Whether it is a Han character, which is indexed on its own.
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Whether it is one of the marks, and the full-width letters, that stand among Han characters.
  var isHanMark: Bool { (0x3000...0x303F).contains(value) || (0xFF00...0xFFEF).contains(value) }

  /// Whether the index holds it inside a word: letters, digits and numbers.
  var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}

extension Readings {
  /// Pinyin and initials of the Han text among the fields, as the search index holds them; nil without any.
  mutating func of(_ fields: [String]) -> String? {
    let reading = read(fields)
    return reading.isEmpty ? nil : reading
  }
}
