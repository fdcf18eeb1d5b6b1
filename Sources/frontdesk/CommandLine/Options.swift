import Dashboard
import Desk

/// What was typed, sorted by the table.
struct Options {
  let command: CommandDefinition
  let arguments: [String]
  private let values: [String: [String]]

  /// Sorts the words after the program's name.
  ///
  /// - Throws: a usage failure with the nearest thing that would have been understood.
  init(_ words: [String]) throws(Failure) {
    var (command, rest) = try Options.command(words)
    var values: [String: [String]] = [:]
    var arguments: [String] = []
    let known = command.options + CommandTable.globals
    while let word = rest.first {
      rest.removeFirst()
      if word == "--" {
        arguments += rest
        rest = []
      } else if word == "-h" {
        values["help", default: []].append("")
      } else if word.hasPrefix("--") {
        let (option, value) = try Options.option(word, known, &rest)
        if option.value != nil, !option.repeats, values[option.name] != nil {
          throw Failure(
            .usage, zh: "--\(option.name) 写了两次。请只留一个。",
            en: "--\(option.name) is there twice. Keep one of them.")
        }
        values[option.name, default: []].append(value)
      } else {
        arguments.append(word)
      }
    }
    if values["help"] != nil {
      arguments = [command.name]
      command = CommandTable.help
    }
    (self.command, self.arguments, self.values) = (command, arguments, values)
    try checkArguments()
  }

  /// Whether a flag was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option; nil when it was not given.
  func value(_ name: String) -> String? { values[name]?.first }

  /// Every value of an option, in the order given.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// Refuses options of which only one can be meant.
  func refuseTogether(_ names: String...) throws(Failure) {
    let given = names.filter(has).map { "--\($0)" }
    guard given.count > 1 else { return }
    throw Failure(
      .usage, zh: "\(given.joined(separator: "、")) 不能一起用。请只留一个。",
      en: "\(given.joined(separator: " and ")) exclude each other. Keep one of them.")
  }

  /// The argument at a place; empty when it was left out.
  func argument(_ index: Int) -> String { index < arguments.count ? arguments[index] : "" }

  private static func command(_ words: [String]) throws(Failure) -> (CommandDefinition, [String]) {
    let early = CommandTable.globals + CommandTable.dashboard.options
    var index = 0
    while index < words.count, words[index].hasPrefix("-"), words[index] != "--", words[index] != "-" {
      let name = words[index].dropFirst(2).prefix { $0 != "=" }
      let takesValue = early.contains { $0.name == name && $0.value != nil }
      index += takesValue && !words[index].contains("=") ? 2 : 1
    }
    guard index < words.count, words[index] != "--" else { return (CommandTable.dashboard, words) }
    var rest = words
    let first = rest.remove(at: index)
    let second = index < rest.count && !rest[index].hasPrefix("-") ? rest[index] : ""
    if let pair = CommandTable.all.first(where: { $0.name == "\(first) \(second)" }) {
      rest.remove(at: index)
      return (pair, rest)
    }
    if let single = CommandTable.all.first(where: { $0.name == first }) { return (single, rest) }
    if second.isEmpty, rest.contains("--help"),
      CommandTable.all.contains(where: { $0.name.hasPrefix("\(first) ") }),
      let help = CommandTable.all.first(where: { $0.name == "help" })
    {
      return (help, rest.filter { $0 != "--help" } + [first])
    }
    throw unknownCommand(first, second)
  }

  private static func unknownCommand(_ first: String, _ second: String) -> Failure {
    let group = CommandTable.all.filter { $0.name.hasPrefix("\(first) ") }
    if !group.isEmpty, second.isEmpty {
      let rest = group.map { String($0.name.dropFirst(first.count + 1)) }.joined(separator: ", ")
      return Failure(
        .usage, zh: "\(first) 后面还要写：\(rest)", en: "\(first) must be followed by one of: \(rest)")
    }
    return group.isEmpty
      ? Failure(unknownCommand: first, among: CommandTable.all)
      : Failure(unknownCommand: "\(first) \(second)", among: group)
  }

  private static func option(
    _ word: String, _ known: [CommandDefinition.Option], _ rest: inout [String]
  ) throws(Failure) -> (CommandDefinition.Option, String) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = known.first(where: { $0.name == name }) else { throw unknownOption(name, known) }
    guard option.value != nil else {
      guard parts.count == 1 else {
        throw Failure(.usage, zh: "--\(name) 后面不带值。", en: "--\(name) takes no value.")
      }
      return (option, "")
    }
    let value: String
    if parts.count == 2 {
      value = String(parts[1])
    } else if let next = rest.first, !next.hasPrefix("--") {
      value = next
      rest.removeFirst()
    } else {
      throw Failure(
        .usage, zh: "--\(name) 后面要写值：\(option.usage)", en: "--\(name) needs a value: \(option.usage)")
    }
    try check(value, option)
    return (option, value)
  }

  private static func check(_ value: String, _ option: CommandDefinition.Option) throws(Failure) {
    guard !option.choices.isEmpty, !option.choices.contains(value) else { return }
    let choices = option.choices.joined(separator: ", ")
    throw Failure(
      .usage, zh: "--\(option.name) 不能是“\(value.plainLine)”。可以写：\(choices)",
      en: "--\(option.name) cannot be \"\(value.plainLine)\". It can be: \(choices)")
  }

  private static func unknownOption(_ name: String, _ known: [CommandDefinition.Option]) -> Failure {
    let meant = Suggestion.words(name, in: known.map(\.name), after: "--")
    return Failure(
      .usage, zh: "没有选项 --\(name.plainLine)。\(meant.zh)用 --help 看全部选项。",
      en: "There is no option --\(name.plainLine). \(meant.en)See --help.")
  }

  private func checkArguments() throws(Failure) {
    let needed = command.arguments.filter { !$0.isOptional }.count
    let most = command.arguments.contains(where: \.repeats) ? Int.max : command.arguments.count
    if arguments.count < needed {
      let name = command.arguments[arguments.count].name
      throw Failure(
        .usage, zh: "还要写 \(name)。用法：\(command.usage)", en: "\(name) is missing. Usage: \(command.usage)")
    }
    if arguments.count > most {
      let extra = arguments[most].plainLine
      throw Failure(
        .usage, zh: "多了“\(extra)”。用法：\(command.usage)",
        en: "\"\(extra)\" is too much. Usage: \(command.usage)")
    }
  }
}

extension Failure {
  /// That no command is called so, with the nearest that is.
  init(unknownCommand typed: String, among known: [CommandDefinition]) {
    // The first word of several is meant as often as a whole name.
    let names = known.map(\.name)
    let groups =
      typed.contains(" ") ? [] : names.filter { $0.contains(" ") }.map { String($0.prefix { $0 != " " }) }
    let meant = Suggestion.words(typed, in: names + groups, after: "frontdesk ")
    self.init(
      .usage, zh: "没有命令“\(typed.plainLine)”。\(meant.zh)所有命令见 frontdesk help。",
      en: "There is no command \"\(typed.plainLine)\". \(meant.en)See frontdesk help.")
  }
}
