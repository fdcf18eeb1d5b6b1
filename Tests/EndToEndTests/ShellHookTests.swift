import Foundation
import TestSupport
import Testing

/// A promise that a command at a shell found broken goes to the program of the settings, as from a screen.
@Suite struct ShellHookTests {
  /// A folder whose settings start a program by these words of a shell, with a ticket that nobody answered.
  private func folder(_ script: String) throws -> (folder: TestFolder, pipe: String) {
    let folder = try TestFolder()
    let pipe = "\(folder.path)/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let script = script.replacing("PIPE", with: "'\(pipe)'")
    try folder.settings(#"{ notify: { command: ["/bin/sh", "-c", "\#(script)"] } }"#)
    try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-11-01T09:00")
    return (folder, pipe)
  }

  private func note(_ folder: TestFolder) throws -> Run {
    try Run(
      ["do", "R-1", "note", "问过", "--now", "2026-11-01T12:00", "--store", folder.store], in: folder,
      environment: ["XDG_CONFIG_HOME": "\(folder.path)/config"])
  }

  /// What is written into a pipe until its first line is whole; what there is when nobody writes for half a minute.
  private func line(_ file: Int32) -> String {
    var text: [UInt8] = []
    var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    while !text.contains(UInt8(ascii: "\n")), poll(&ready, 1, 30_000) > 0 {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(file, &bytes, bytes.count)
      guard count > 0 else { break }
      text += bytes[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  @Test func `what a command recorded as broken is told as a line of JSON`() throws {
    let (folder, pipe) = try folder("cat > PIPE")
    let file = open(pipe, O_RDWR | O_CLOEXEC)
    defer { close(file) }
    let run = try note(folder)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    let told = try JSONSerialization.jsonObject(with: Data(line(file).prefix { $0 != "\n" }.utf8))
    let event = try #require(told as? [String: Any])
    #expect(event["ticket"] as? String == "R-1" && event["place"] as? String == "1-1-101", "\(event)")
    #expect(event["event"] as? String == "breached" || event["event"] as? String == "escalated")
  }

  @Test func `a program that hangs holds no command up`() throws {
    let (folder, pipe) = try folder("read x < PIPE")
    // It would wait for somebody to open the pipe, and nobody does before it is over.
    #expect(try note(folder).code == 0)
    let file = open(pipe, O_RDWR | O_CLOEXEC)
    write(file, "\n\n\n\n\n\n\n\n", 8)
    close(file)
  }

  @Test func `a program that cannot be started is said, and the command is done all the same`() throws {
    let folder = try TestFolder()
    try folder.settings(#"{ notify: { command: ["/no/such/alarm"] } }"#)
    try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-11-01T09:00")
    let run = try note(folder)
    #expect(run.code == 0)
    #expect(
      run.errors.components(separatedBy: "The program /no/such/alarm could not be run:").count == 2,
      "\(run.errors)")
  }
}
