import Dashboard
import Desk
import Foundation

/// One run of one command: what was typed, where it speaks, and the doors to the store.
struct Invocation {
  let options: Options
  let language: Language
  let output: Output
  let errors: Output
  let environment: [String: String]

  /// Takes what was typed.
  init(_ words: [String], environment: [String: String], output: Output, errors: Output) throws(Failure) {
    self.environment = environment
    self.output = output
    self.errors = errors
    language = Invocation.language(words, environment)
    options = try Options(words)
    if options.value("store") == "" {
      throw Failure(
        .usage, zh: "--store 后面是空的，变量大概没有设。请写数据的文件夹，或不写 --store。",
        en:
          "--store is empty, as a variable that is not set leaves it. Name the store's folder, or leave --store out."
      )
    }
    if let name = options.value("as"), !name.isName {
      let words = ShiftRefusal.notAName(name).words(zone: .gmt)
      throw Failure(.usage, zh: "--as：\(words.zh)", en: "--as: \(words.en)")
    }
  }

  /// The language asked for by `--lang` or the locale, also when the rest of the words make no sense; English otherwise.
  static func language(_ words: [String], _ environment: [String: String]) -> Language {
    var typed: String?
    for (index, word) in words.enumerated() {
      if word == "--lang", index + 1 < words.count { typed = words[index + 1] }
      if word.hasPrefix("--lang=") { typed = String(word.dropFirst(7)) }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return [typed, locale].compactMap { $0.flatMap(Language.init(tag:)) }.first ?? .english
  }

  /// The store's file: `--store`, or the default under the user's data folder.
  var storePath: String {
    if let path = options.value("store") { return path }
    return Folders(environment).data + "/desk.db"
  }

  /// Who acts: `--as`, or the user.
  var actor: Actor {
    Actor(
      name: (options.value("as") ?? environment["USER"] ?? environment["LOGNAME"] ?? "desk").plainLine,
      desk: (options.value("desk") ?? "").plainLine)
  }

  /// The words typed after the thing that they are about.
  var text: String { options.arguments.dropFirst().joined(separator: " ") }

  /// The clock that `--now` asks for, read in the desk's zone.
  func clock(zone: TimeZone) throws(Failure) -> SystemClock {
    guard let text = options.value("now") else { return .system }
    return .standing(try TypedTime.instant(text, "now", zone: zone, today: SystemClock.system.now))
  }

  /// The format asked for, text when none is.
  var format: String { options.value("format") ?? "text" }

  /// Writes a list in the form asked for: the members of a JSON object, CSV under the names of its columns, or text.
  func list(
    json members: @autoclosure () -> [(String, JSONText)], csv names: [String],
    _ rows: @autoclosure () -> [[String]], text: @autoclosure () throws(Failure) -> String
  ) throws(Failure) {
    switch format {
    case "json": try output.json(.object(members()))
    case "csv":
      try output.csv(names)
      for row in rows() { try output.csv(row) }
    default: try output.text(text())
    }
  }

  /// Says something in the language of the run, on its own line.
  func say(zh: String, en: String) throws(Failure) { try output.line(Words(zh: zh, en: en)(language)) }

  /// Tells people something that is not part of the output.
  func tell(zh: String, en: String) throws(Failure) { try errors.line(Words(zh: zh, en: en)(language)) }
}
