import Dashboard
import Foundation
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The programs of the settings that were started and not heard of since; nobody waits for them.
final class Programs {
  /// A program of the settings, by the key that names it.
  private struct Started {
    var process: ChildProcess
    let name: String
    let key: String
  }

  /// How many of one kind may run at once: one that never ends must not gather (*design*).
  private static let most = 8

  private let environment: [String: String]
  private let log: OperatorLog?
  private var started: [Started] = []

  init(_ environment: [String: String], _ log: OperatorLog?) {
    (self.environment, self.log) = (environment, log)
  }

  /// Starts a program with a text on its standard input; a failure comes back in words. The text waits in a file without a
  /// name, so that neither a slow reader nor one that never reads holds up the desk.
  func start(_ command: [String]?, key: String, with text: String) -> [Message] {
    guard let command, let name = command.first else { return [] }
    look()
    guard started.count(where: { $0.key == key && $0.process.status == nil }) < Programs.most else {
      return [
        failed(
          key,
          Words(
            zh: "程序 \(name) 有 \(Programs.most) 个还没结束，这次没有再开。请看设置 \(key)。",
            en:
              "\(Programs.most) of the program \(name) still run, so none was added. See \(key) in the settings."
          ))
      ]
    }
    guard let path = Programs.path(of: name, environment) else {
      return [unstarted(name, key, Programs.obstacle(to: name))]
    }
    guard let file = tmpfile() else { return [unstarted(name, key, Words(errno: errno))] }
    defer { fclose(file) }
    do {
      let input = FileHandle(fileDescriptor: fileno(file), closeOnDealloc: false)
      try input.write(contentsOf: Data(text.utf8))
      try input.seek(toOffset: 0)
      started.append(
        Started(
          process: try ChildProcess(path, command.dropFirst(), input: fileno(file)), name: name, key: key))
      return []
    } catch let fault as Spawn.Failure {
      return [unstarted(name, key, Words(errno: fault.number))]
    } catch {
      return [unstarted(name, key, Words(both: "\(error)"))]
    }
  }

  private func unstarted(_ name: String, _ key: String, _ cause: Words) -> Message {
    failed(
      key,
      Words(
        zh: "程序 \(name) 没有运行起来：\(cause.zh)。请看设置 \(key)。",
        en: "The program \(name) could not be run: \(cause.en). See \(key) in the settings."))
  }

  /// What became of those that ended since the last look: a word for each that says it failed.
  func ended() -> [Message] {
    look()
    let done = started.filter { $0.process.status != nil }
    started.removeAll { $0.process.status != nil }
    return done.compactMap { program in
      guard let status = program.process.status, status != 0 else { return nil }
      return failed(
        program.key,
        Words(
          zh: "程序 \(program.name) 没有做成（返回 \(status)）。请看设置 \(program.key)，再做一次。",
          en:
            "The program \(program.name) failed (status \(status)). See \(program.key) in the settings, then try again."
        ))
    }
  }

  /// Looks which have ended.
  private func look() {
    for index in started.indices { started[index].process.look() }
  }

  private func failed(_ key: String, _ words: Words) -> Message {
    log?.note(.hook, "\(key): \(words.en)")
    return .failed(words)
  }

  /// Where a program is: as it is written, or the first of its name on the path; nil when nothing there can be run.
  static func path(of name: String, _ environment: [String: String]) -> String? {
    if name.contains("/") { return isProgram(name) ? name : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  /// Why nothing of a name can be run.
  private static func obstacle(to name: String) -> Words {
    guard name.contains("/") else { return Words(zh: "PATH 里没有它", en: "it is not in PATH") }
    return Words(errno: access(name, X_OK) == 0 ? EISDIR : errno)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
