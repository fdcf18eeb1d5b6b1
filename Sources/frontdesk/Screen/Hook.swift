import Dashboard
import Desk
import Foundation

/// The program that the settings want told of what broke.
enum Hook {
  /// Starts it with a line of JSON on its standard input and does not wait; a failure comes back in words.
  static func tell(_ alarm: Alarm, _ command: [String]?) -> [Message] {
    guard let command, let program = command.first else { return [] }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = Array(command.dropFirst())
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      let json = JSONText.object([
        ("ticket", .text("\(alarm.ticket)")), ("place", .text(alarm.place)),
        ("clock", .text(alarm.clock.rawValue)), ("event", .text("breached")), ("at", .text(alarm.at.isoText)),
      ])
      // A pipe takes this much at once, so nobody waits for the program.
      try input.fileHandleForWriting.write(contentsOf: Data((json.line + "\n").utf8))
      try input.fileHandleForWriting.close()
      return []
    } catch {
      return [
        .failed(
          Words(
            zh: "通知程序 \(program) 没有运行起来。请看设置 notify.command。",
            en: "The program \(program) could not be run. See notify.command in the settings."))
      ]
    }
  }
}
