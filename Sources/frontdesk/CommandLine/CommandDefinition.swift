import Dashboard

/// One command as the table has it: parsing, help, completion and the README all come from here.
struct CommandDefinition: Sendable {
  /// What is typed, one or two words; empty for the dashboard.
  let name: String
  var arguments: [Argument] = []
  var options: [Option] = []
  let summary: Words
  var details: Words?
  var examples: [String] = []
  let run: @Sendable (Invocation) throws(Failure) -> Void

  /// Something typed without a name.
  struct Argument: Sendable {
    let name: String
    var isOptional = false
    var repeats = false
    /// What may be typed, for completion; empty for anything.
    var choices: [String] = []

    /// How help writes it, such as `[TEXT…]`.
    var usage: String {
      let text = repeats ? "\(name)…" : name
      return isOptional ? "[\(text)]" : text
    }
  }

  /// Something typed as `--name`.
  struct Option: Sendable {
    let name: String
    /// What the value is called; nil for a flag.
    var value: String?
    /// Whether it may be there several times; one that may not is refused then.
    var repeats = false
    /// The only values there are; empty for anything.
    var choices: [String] = []
    let help: Words

    init(
      _ name: String, _ value: String? = nil, repeats: Bool = false, choices: [String] = [], zh: String,
      en: String
    ) {
      self.name = name
      self.value = value
      self.repeats = repeats
      self.choices = choices
      help = Words(zh: zh, en: en)
    }

    /// How help writes it, such as `--place PLACE`.
    var usage: String {
      guard value != nil else { return "--\(name)" }
      return "--\(name) \(choices.isEmpty ? value ?? "" : choices.joined(separator: "|"))"
    }
  }

  /// How the command is typed.
  var usage: String {
    let words = ["frontdesk", name] + arguments.map(\.usage) + (options.isEmpty ? [] : ["[…]"])
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
