import Foundation
import TestSupport
import Testing

/// `frontdesk.log`, as whoever looks after the desks reads it.
@Suite struct OperatorLogTests {
  private static let households = "位置,姓名,电话\n3-2-1501,张三,13812345678\n"

  private func lines(_ folder: TestFolder, _ name: String = "frontdesk.log") -> [String] {
    let path = "\(folder.path)/.local/state/frontdesk/\(name)"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// Puts a file in its place.
  private func put(_ data: Data, _ folder: TestFolder) throws {
    let state = "\(folder.path)/.local/state/frontdesk"
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    try data.write(to: URL(filePath: "\(state)/frontdesk.log"))
  }

  @Test func `imports, backups and restores are a line each, in UTC and without a name`() throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Self.households)
    #expect(try folder.run("import", "households", file).code == 0)
    #expect(try folder.run("backup", "\(folder.path)/copy.db").code == 0)
    #expect(try folder.run("restore", "\(folder.path)/copy.db", "--replace").code == 0)
    let lines = lines(folder)
    #expect(
      lines.map { $0.split(separator: " ").dropFirst(2).first ?? "" } == ["import", "backup", "restore"])
    for line in lines {
      let start = line.range(of: #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \d+ "#, options: .regularExpression)
      #expect(start != nil, "\(line)")
    }
    #expect(lines[0].contains("1 rows, 1 imported, 0 known, 0 rejected"))
    #expect(!lines.joined().contains("张三") && !lines.joined().contains("138"))
    let path = "\(folder.path)/.local/state/frontdesk/frontdesk.log"
    #expect(try folder.run("info").output.contains(path))
    #expect(try folder.run("doctor").output.contains("log: \(path)"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a full log is put aside, and the four before it are kept`() throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Self.households)
    for round in 1...6 {
      try put(Data(repeating: UInt8(ascii: "0") + UInt8(round), count: 1_000_000), folder)
      _ = try folder.run("import", "households", file)
      #expect(lines(folder).count == 1)
    }
    let state = "\(folder.path)/.local/state/frontdesk"
    let names = try FileManager.default.contentsOfDirectory(atPath: state).sorted()
    #expect(
      names == ["frontdesk.1.log", "frontdesk.2.log", "frontdesk.3.log", "frontdesk.4.log", "frontdesk.log"])
    #expect(lines(folder, "frontdesk.1.log").first?.first == "6")
    #expect(lines(folder, "frontdesk.4.log").first?.first == "3")
  }

  @Test func `of several processes that find it full no line is lost or torn`() throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Self.households)
    _ = try folder.run("new", "--place", "1-1-101", "灯")
    try put(Data((String(repeating: "0", count: 999_999) + "\n").utf8), folder)
    let processes = (0..<6).map { number in
      Run.process(["import", "households", file, "--store", "\(folder.path)/\(number)/desk.db"], in: folder)
    }
    for process in processes {
      process.standardOutput = FileHandle.nullDevice
      try process.run()
    }
    for process in processes { process.waitForEnd() }
    let written = ["frontdesk.log", "frontdesk.1.log", "frontdesk.2.log"].flatMap { lines(folder, $0) }
      .filter { !$0.hasPrefix("000") }
    #expect(written.count == 6)
    #expect(written.allSatisfy { $0.contains(" import ") && $0.hasSuffix("desk.db") })
  }

  @Test func `where it cannot be written everything goes on`() throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Self.households)
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/.local/state/frontdesk/frontdesk.log", withIntermediateDirectories: true)
    let run = try folder.run("import", "households", file)
    #expect(run.code == 0 && run.errors.isEmpty)
  }

  #if VTERM
    @Test
    func `a desk writes when it starts, ends, dies, and what a program of the settings made of an alarm`()
      throws
    {
      let folder = try TestFolder()
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file(
        "config/frontdesk/config.json5",
        "{ print: { command: [\"no-such-program\"] }, undo: { windowSec: 0 } }")
      try folder.done([["new", "--place", "1-1-101", "灯", "--reporter", "张三"]])
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.choose("dayin")
      desk.expect("没有运行起来")
      #expect(desk.quit() == 0)
      let second = try Sitting(folder)
      second.expect("R-1")
      kill(try #require(second.screenProcess), SIGKILL)
      #expect(second.outside.waitForExit() == 128 + SIGKILL)
      let path = "\(folder.path)/state/frontdesk/frontdesk.log"
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(
        lines.map { $0.split(separator: " ").dropFirst(2).first ?? "" } == [
          "start", "hook", "end", "start", "crash",
        ])
      #expect(lines[0].contains("frontdesk 0.") && lines[0].contains("desk xterm-256color 80x24"))
      #expect(lines[1].contains("print.command") && lines[4].contains("signal 9"))
      #expect(!lines.joined().contains("张三"))
    }

    @Test func `a sample day leaves no log behind`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder, ["--demo"])
      desk.expect("水压偏低")
      #expect(desk.quit() == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/state"))
    }
  #endif
}
