/// A settings file that cannot be used: where it is wrong and how.
package struct SettingsError: Error, Equatable, Sendable {
  package let file: String
  /// From 1.
  package let line: Int
  /// In characters, from 1.
  package let column: Int
  package let fault: Fault

  /// What is wrong at that place; keys are paths such as `columns.due` or `date[1]`.
  package enum Fault: Equatable, Sendable {
    /// A character that cannot stand there; empty at the end of the text.
    case unexpected(String)
    /// There is nothing in the file.
    case empty
    case tooDeep
    case duplicateKey(String)
    case unknownKey(String, known: [String])
    case missingKey(String)
    /// A table lacks a column: every name it could have.
    case missingColumn([String])
    case wrongType(key: String, expected: Shape)
    /// `allowed` lists what may stand there, or one example of it.
    case badValue(key: String, value: String, allowed: [String])
    /// A number with a fraction, or too large, where a whole one has to stand.
    case notWhole(key: String, value: String)
    /// Hours that end on the next day.
    case overMidnight(key: String, value: String)
    /// A clock would warn before it starts.
    case warnsTooEarly(key: String, value: String)
    /// The file itself cannot be read, and what the operating system said.
    case unreadable(errno: Int32)
    case notUTF8
    /// A theme takes the rest from one that takes its own rest from another, or from itself.
    case inheritsTooFar(String)
    /// What stands there is well written, and a rule of the desk says no.
    case refused(Refusal)
    /// A program that is not there, or is none that may be run.
    case noProgram(key: String, String)
    /// A key for what is one and the same on every desk: the policy has it, on record.
    case inPolicy(String)
    /// A key that would show phones: they are masked on every desk.
    case masksPhones(String)
    /// A key that keeps its meaning: an action's word, or nil where the terminal or a form has it.
    case keyReserved(String, for: String?)
    /// A key that already belongs to another action.
    case keyTaken(String, by: String)
    /// A sign that does not fill its room exactly.
    case wrongWidth(key: String, value: String, columns: Int)
  }

  /// The shapes a value can have.
  package enum Shape: String, Sendable {
    case text, number, flag, list, object
  }

  package init(file: String, line: Int, column: Int, fault: Fault) {
    self.file = file
    self.line = line
    self.column = column
    self.fault = fault
  }
}
