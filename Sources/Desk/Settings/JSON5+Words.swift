import Foundation

extension JSON5.Document {
  /// An error that says what may stand at a key instead of a value.
  package func bad(_ key: String, _ value: String, _ allowed: [String]) -> SettingsError {
    error(at: key, .badValue(key: key, value: value, allowed: allowed))
  }

  /// Reads one of a closed list of words.
  package func word<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String, _ key: String
  ) throws(SettingsError) -> Word {
    guard let word = Word(rawValue: text) else { throw bad(key, text, Word.allCases.map(\.rawValue)) }
    return word
  }

  /// Reads a time of day, `07:30`, as minutes after midnight.
  package func minute(_ text: String, _ key: String) throws(SettingsError) -> Int {
    guard let second = DayHours.second(text), second < 86400, second % 60 == 0 else {
      throw bad(key, text, ["00:00…23:59"])
    }
    return second / 60
  }
}

extension JSON5 {
  /// Writes a text as it is read back, between double quotes.
  package static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    do { return String(decoding: try encoder.encode(text), as: UTF8.self) } catch {
      preconditionFailure("every text can be written: \(error)")
    }
  }
}
