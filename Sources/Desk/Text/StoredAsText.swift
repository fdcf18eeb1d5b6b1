/// What is stored as it is written: decoding reads the text that `description` gives.
package protocol StoredAsText: Codable, CustomStringConvertible {
  /// Reads the written form; nil for anything else.
  init?(_ text: String)
}

extension StoredAsText {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a \(Self.self): \(text)"))
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension String {
  /// The number from 1 that people say after a letter, as in `I-3` or `i3`; nil for anything else.
  func runningNumber(after letter: Character) -> Int? {
    guard first?.uppercased() == String(letter) else { return nil }
    let rest = dropFirst()
    let digits = rest.first == "-" ? rest.dropFirst() : rest
    guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits), number > 0
    else { return nil }
    return number
  }
}
