import Foundation

/// Reads people's settings: Foundation decodes, and a scanner of our own knows the line and column of every key,
/// because Foundation's errors name neither and it takes duplicate keys in silence.
package enum JSON5 {
  /// A settings text that was read once, and still knows where everything stood.
  package struct Document: Sendable {
    private let text: String
    private let file: String
    private let places: [String: JSON5Scanner.Place]
    private let members: [Range<Int>]
    private let oddNumber: (path: String, text: String)?

    /// Checks the syntax, and that no key comes twice; `file` is what errors call it.
    ///
    /// - Throws: the first thing wrong, with its place.
    package init(_ text: String, file: String) throws(SettingsError) {
      self.text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
      self.file = file
      if self.text.allSatisfy(\.isWhitespace) {
        throw SettingsError(file: file, line: 1, column: 1, fault: .empty)
      }
      var scanner = JSON5Scanner(self.text)
      do {
        try scanner.scan()
      } catch {
        throw SettingsError(file: file, line: error.line, column: error.column, fault: error.fault)
      }
      places = scanner.places
      members = scanner.members
      oddNumber = scanner.oddNumber
    }

    /// Decodes a value from the whole text.
    package func decode<T: Decodable>(_ type: T.Type) throws(SettingsError) -> T {
      let decoder = JSONDecoder()
      decoder.allowsJSON5 = true
      do {
        return try decoder.decode(type, from: Data(text.utf8))
      } catch let error as UnknownKey {
        throw self.error(at: error.path, .unknownKey(error.path, known: error.known))
      } catch let error as DecodingError {
        throw self.error(error)
      } catch {
        throw self.error(at: "", .unexpected(""))
      }
    }

    /// Decodes an object with no key but its own from the whole text.
    package func decode<Object: WrittenObject>(_ type: Object.Type) throws(SettingsError) -> Object {
      try decode(Strict<Object>.self).object
    }

    /// Itself without the innermost key that an error stands at or in, everything else where it was; nil where it stands in none.
    package func leavingOut(_ error: SettingsError) throws(SettingsError) -> Document? {
      var scalars = Array(text.unicodeScalars)
      var (line, index) = (1, 0)
      while line < error.line, index < scalars.count {
        if scalars[index] == "\n" { line += 1 }
        index += 1
      }
      index += error.column - 1
      guard let member = members.first(where: { $0.contains(index) }) else { return nil }
      for index in member where scalars[index] != "\n" { scalars[index] = " " }
      return try Document(String(String.UnicodeScalarView(scalars)), file: file)
    }

    /// An error at a key, or at the nearest thing around it that is written down.
    package func error(at key: String, _ fault: SettingsError.Fault) -> SettingsError {
      var path = key[...]
      while places[String(path)] == nil, let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) {
        path = path[..<end]
      }
      let place = places[String(path)] ?? places[""] ?? JSON5Scanner.Place(line: 1, column: 1)
      return SettingsError(file: file, line: place.line, column: place.column, fault: fault)
    }

    private func error(_ error: DecodingError) -> SettingsError {
      switch error {
      case .keyNotFound(let key, let context):
        let path = JSON5.path(context.codingPath + [key])
        return self.error(at: JSON5.path(context.codingPath), .missingKey(path))
      case .valueNotFound(let type, let context), .typeMismatch(let type, let context):
        let path = JSON5.path(context.codingPath)
        return self.error(at: path, .wrongType(key: path, expected: .init(type)))
      case .dataCorrupted(let context):
        let path = JSON5.path(context.codingPath)
        // Foundation names no key for a number that does not fit.
        if path.isEmpty, let oddNumber {
          return self.error(at: oddNumber.path, .notWhole(key: oddNumber.path, value: oddNumber.text))
        }
        return self.error(at: path, .badValue(key: path, value: "", allowed: []))
      @unknown default: return self.error(at: "", .unexpected(""))
      }
    }
  }

  /// Writes a coding path as people read it, `columns.due`, `date[1]`.
  fileprivate static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }

  /// A key nobody asked for.
  fileprivate struct UnknownKey: Error {
    let path: String
    let known: [String]
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension JSON5 {
  /// Refuses keys that are not in `Keys`, so that a misspelt setting is not ignored; call it first in `init(from:)`.
  package static func refuseUnknown<Keys: CodingKey & CaseIterable>(
    _ keys: Keys.Type, in decoder: any Decoder
  ) throws {
    let known = keys.allCases.map(\.stringValue)
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
      throw UnknownKey(path: path(decoder.codingPath + [key]), known: known)
    }
  }
}

/// What people write between braces; its keys are all there are.
package protocol WrittenObject: Decodable {
  associatedtype CodingKeys: CodingKey, CaseIterable
}

/// An object of a settings text that has no key but its own.
@dynamicMemberLookup
package struct Strict<Object: WrittenObject>: Decodable {
  package let object: Object

  package init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(Object.CodingKeys.self, in: decoder)
    object = try Object(from: decoder)
  }

  /// What the object holds, as if it were read itself.
  package subscript<Value>(dynamicMember path: KeyPath<Object, Value>) -> Value { object[keyPath: path] }
}

/// A number of a settings text that has to be whole; `value` is nil when it is not, or too large.
package struct WholeNumber: Decodable {
  package let value: Int?
  package let text: String

  package init(from decoder: any Decoder) throws {
    let it = try decoder.singleValueContainer()
    value = try? it.decode(Int.self)
    text = if let value { "\(value)" } else { "\(try it.decode(Double.self))" }
  }
}

/// A number of a settings text, or a word instead of one, as text.
package struct NumberOrWord: Decodable {
  package let text: String

  package init(from decoder: any Decoder) throws {
    let it = try decoder.singleValueContainer()
    text = if let number = try? WholeNumber(from: decoder) { number.text } else { try it.decode(String.self) }
  }
}

extension SettingsError.Shape {
  fileprivate init(_ type: any Any.Type) {
    switch type {
    case is String.Type: self = .text
    case is Bool.Type: self = .flag
    case is Int.Type, is Double.Type: self = .number
    default: self = "\(type)".hasPrefix("Dictionary") || "\(type)".contains(":") ? .object : .list
    }
  }
}
