import Foundation
import TestSupport
import Testing

/// What a shell answers to what was not meant so.
@Suite struct ShellWordsTests {
  @Test(
    arguments: [
      (["repotr"], 64, "Did you mean frontdesk report?"),
      (["backup", "-"], 64, "A copy cannot go to standard output."),
      (["config", "check", "empty.json5"], 2, "empty.json5 is empty."),
    ] as [([String], Int32, String)])
  func `what was meant is said`(words: [String], code: Int32, said: String) throws {
    let folder = try TestFolder()
    _ = try folder.file("empty.json5", "")
    let run = try Run(words, in: folder)
    #expect(run.code == code && run.errors.contains(said), "\(run.errors)")
  }

  @Test(arguments: ["5000x5000", "0x0"]) func `a frame's limits are said`(size: String) throws {
    let folder = try TestFolder()
    try folder.done([["new", "--place", "1-1-101", "灯"]])
    let run = try folder.run("render", "--size", size)
    #expect(run.code == 64 && run.errors.contains("each from 1 to 1000"), "\(run.errors)")
    #expect(try folder.run("render", "--size", size, "--lang", "zh").errors.contains("各 1 到 1000"))
  }

  @Test func `a copy gets a name of one letter`() throws {
    let folder = try TestFolder()
    try folder.done([["new", "--place", "1-1-101", "灯"]])
    let run = try folder.run("backup", "x")
    #expect(run.code == 0, "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/x"))
  }

  @Test func `settings are not written over themselves`() throws {
    let folder = try TestFolder()
    try folder.settings("{ lang: \"zh\" }")
    let file = "\(folder.path)/config/frontdesk/config.json5"
    let process = Run.process(
      ["config", "show"], in: folder, environment: ["XDG_CONFIG_HOME": "\(folder.path)/config"])
    let output = try FileHandle(forUpdating: URL(filePath: file))
    let errors = Pipe()
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitForEnd()
    #expect(process.terminationStatus == 64 && said.contains("Write to another name"), "\(said)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "{ lang: \"zh\" }")
  }

  @Test func `a missing key is told once`() throws {
    let folder = try TestFolder()
    try folder.done([["new", "--place", "1-1-101", "灯", "--reporter", "张三"]])
    let key = URL(filePath: folder.store).deletingLastPathComponent().appending(path: "desk.key")
    try FileManager.default.removeItem(at: key)
    let run = try folder.run("new", "1-1-101", "漏水", "李四", "13812345678")
    #expect(run.code == 69)
    #expect(run.errors.components(separatedBy: "Put its copy back.").count == 2, "\(run.errors)")
  }

  @Test(arguments: ["漏水", "loushui", "lous", "ls", "leak"])
  func `a category is found as it is shown, read or abbreviated`(text: String) throws {
    let folder = try TestFolder()
    try folder.done([
      ["new", "--place", "1-1-101", "--category", "leak", "天花板湿"],
      ["new", "--place", "1-1-102", "--category", "lift", "坏"],
    ])
    let found = try folder.run("find", text, "--format", "csv").output
    #expect(found.contains("R-1,") && !found.contains("R-2,"), "\(found)")
  }

  @Test func `a telephone number in an imported log is masked, counted, and nothing is said that is not so`()
    throws
  {
    let folder = try TestFolder()
    let map = try folder.file(
      "m.json5",
      "{ log: \"old\", zone: \"Asia/Shanghai\", date: [\"yyyy-MM-dd HH:mm\"], columns: { number: \"no\", "
        + "reported: \"at\", subject: \"what\" }, kind: \"repair\" }")
    let log = try folder.file(
      "log.csv",
      "no,at,what\n1,2026-10-01 09:00,张三13812345678 龙头漏水\n2,2026-10-01 10:00,电话 139123456789 灯\n"
        + "3,2026-10-01 11:00,门\n")
    let run = try folder.run("import", "tickets", log, "--map", map)
    #expect(
      run.output.contains("3 imported") && run.output.contains("2 of them have a telephone number"),
      "\(run.output)")
    let events = try folder.run("events", "--format", "json").output
    #expect(events.contains("138****5678") && !events.contains("13812345678"), "\(events)")
    #expect(!events.contains("139123456789"))
    #expect(
      try folder.run("import", "tickets", log, "--map", map).output.contains("0 imported, 3 known before"))
    let erased = try folder.run("household", "erase", "R-1", "--reason", "本人要求")
    #expect(
      erased.code == 1 && erased.errors.contains("A name in its words stays on record."), "\(erased.errors)")
    #expect(
      try folder.run("help", "import", "tickets", "--lang", "en").output.contains(
        "neither masked nor ever erased"))
  }
}
