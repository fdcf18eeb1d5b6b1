/// Help, the version and completion, all from the table.
enum HelpCommand {
  /// What `--version` prints.
  static let version = "frontdesk 0.1.0"

  static func version(_ call: Invocation) throws(Failure) { try call.output.line(version) }

  static func run(_ call: Invocation) throws(Failure) {
    let name = call.options.arguments.joined(separator: " ")
    if call.options.value("format") == "md" { return try call.output.text(Help.markdown(call.language)) }
    if name.isEmpty { return try call.output.text(Help.overview(call.language)) }
    let found = CommandTable.all.filter { $0.name == name || $0.name.hasPrefix("\(name) ") }
    guard !found.isEmpty else { throw Failure(unknownCommand: name, among: CommandTable.all) }
    try call.output.text(found.map { Help.page($0, call.language) }.joined(separator: "\n"))
  }

  static func completion(_ call: Invocation) throws(Failure) {
    guard call.options.argument(0) == "bash" else {
      throw Failure(.usage, zh: "只有 bash 的补全。", en: "There is completion for bash only.")
    }
    try call.output.text(Completion.bash)
  }
}
