import Desk
import Foundation

/// The words of a ticket as the index holds them: lower case, Han characters apart, Latin words whole.
struct Words {
  /// The words in order, a space after each.
  let body: String
  /// Those that are not single Han characters; a word may come twice.
  let terms: [String]
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
    var (body, terms) = ("", [String]())
    for field in fields + [reading ?? ""] {
      Self.scan(field) { character in
        body.unicodeScalars.append(character)
        body += " "
      } word: { word in
        body += word
        body += " "
        terms.append(word)
      }
    }
    (self.body, self.terms, self.reading) = (body, terms, reading)
  }

  struct Token: Equatable {
    var text: String
    var isHan: Bool
  }

  /// Splits a text: letters and digits hold together, a Han character stands alone, anything else separates.
  static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    scan(text) {
      tokens.append(Token(text: String($0), isHan: true))
    } word: {
      tokens.append(Token(text: $0, isHan: false))
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

  private static func scan(_ text: String, han: (Unicode.Scalar) -> Void, word: (String) -> Void) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { ascii(text, word) } else { scalars(fold(text), han, word) }
  }

  private static func ascii(_ text: String, _ word: (String) -> Void) {
    var text = text.lowercased()
    text.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count {
        guard index == bytes.count || !isWordPart(bytes[index]) else { continue }
        if index > start {
          word(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
        }
        start = index + 1
      }
    }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func scalars(_ text: String, _ han: (Unicode.Scalar) -> Void, _ word: (String) -> Void) {
    var letters = String.UnicodeScalarView()
    func end() {
      guard !letters.isEmpty else { return }
      word(String(letters))
      letters.removeAll()
    }
    for scalar in text.unicodeScalars {
      if scalar.isHan {
        end()
        han(scalar)
      } else if scalar.isWordPart {
        letters.append(scalar)
      } else {
        end()
      }
    }
    end()
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
    let reading = read(fields.joined(separator: "\n"))
    return reading.isEmpty ? nil : reading
  }
}
