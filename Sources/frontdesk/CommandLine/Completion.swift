/// Completion for bash, made from the table.
enum Completion {
  /// A script to be sourced.
  static var bash: String {
    """
    # bash completion for frontdesk, printed by `frontdesk completion bash`.
    _frontdesk() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= index
      for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
          --store|--lang|--now|--as|--desk) ((index++)) ;;
          -*) ;;
          *) command="$command${command:+ }${COMP_WORDS[index]}" ;;
        esac
      done
      case $before in
    \(values)
      esac
      case $command in
    \(commands)
      esac
    }
    complete -o default -F _frontdesk frontdesk

    """
  }

  private static var values: String {
    var seen: Set<String> = []
    var lines: [String] = []
    for option in CommandTable.globals + CommandTable.all.flatMap(\.options) where option.value != nil {
      guard seen.insert(option.name).inserted else { continue }
      let reply =
        option.choices.isEmpty
        ? "return"
        : "COMPREPLY=($(compgen -W \"\(option.choices.joined(separator: " "))\" -- \"$word\")); return"
      lines.append("    --\(option.name)) \(reply) ;;")
    }
    return lines.joined(separator: "\n")
  }

  private static var commands: String {
    let names = CommandTable.all.map(\.name).filter { !$0.isEmpty }
    let groups = Set(
      names.filter { $0.contains(" ") }.compactMap { $0.split(separator: " ").first.map(String.init) })
    var lines = [
      "    \"\") \(reply(unique(names.compactMap { $0.split(separator: " ").first.map(String.init) }) + globals)) ;;"
    ]
    for group in groups.sorted() {
      let seconds = names.filter { $0.hasPrefix("\(group) ") }.map { String($0.dropFirst(group.count + 1)) }
      lines.append("    \(group)) \(reply(seconds)) ;;")
    }
    // The first that fits counts: `handover sign-out` before `handover`.
    for command in CommandTable.all.sorted(by: { $0.name.count > $1.name.count }) where !command.name.isEmpty
    {
      let words = command.arguments.flatMap(\.choices) + command.options.map { "--\($0.name)" } + globals
      lines.append("    \"\(command.name)\"|\"\(command.name) \"*) \(reply(words)) ;;")
    }
    return lines.joined(separator: "\n")
  }

  private static var globals: [String] { CommandTable.globals.map { "--\($0.name)" } }

  private static func reply(_ words: [String]) -> String {
    "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
