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
