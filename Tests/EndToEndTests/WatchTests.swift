import Foundation
import Screen
import TestSupport
import Testing

/// `frontdesk watch`: what a screen reader or a log gets.
@Suite struct WatchTests {
  private func folder() throws -> TestFolder {
    let folder = try TestFolder()
    let new = try Run(
      [
        "new", "--place", "1-1-101", "--urgent", "跳闸", "--store", folder.store, "--now",
        "2026-10-14T14:00:00",
        "--as", "李敏",
      ], in: folder)
    try #require(new.code == 0, "\(new.errors)")
    return folder
  }

  /// A terminal on which `watch` runs; `expected` is waited for.
  private func watch(_ folder: TestFolder, _ now: String, _ language: String) throws -> PseudoTerminal {
    let outside = try PseudoTerminal(size: Size(rows: 24, columns: 80))
    try outside.spawn(
      BuiltProduct.path("frontdesk"),
      ["watch", "--plain", "--store", folder.store, "--lang", language, "--now", now],
      environment: ["HOME": folder.path, "TZ": "Asia/Shanghai"])
    return outside
  }

  private func lines(_ outside: PseudoTerminal) -> [String] {
    String(decoding: outside.output, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func `each new thing is one sentence, and a signal ends it`() throws {
    let folder = try folder()
    let outside = try watch(folder, "2026-10-14T14:01:00", "zh")
    #expect(outside.wait(for: .seconds(30)) { outside.hasWritten("以后一件事一句。") })
    let done = try Run(
      [
        "do", "R-1", "note", "已\u{1B}[31m联系", "--store", folder.store, "--now", "2026-10-14T14:01:30", "--as",
        "小陈",
      ],
      in: folder)
    try #require(done.code == 0, "\(done.errors)")
    #expect(outside.wait(for: .seconds(30)) { outside.hasWritten("14:01 小陈：R-1 1-1-101 备注") })
    #expect(outside.output.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D })
    #expect(lines(outside).first == "2026-10-14 周三。")
    #expect(lines(outside).dropFirst().first == "14:01：在走的工单 1 张，超时 0 张。以后一件事一句。")
    kill(outside.process, SIGTERM)
    #expect(outside.waitForExit(within: .seconds(30)) == 0)
  }

  @Test func `a clock that runs out while no desk is open is told once, also when a desk records it later`()
    throws
  {
    let folder = try folder()
    let outside = try watch(folder, "2026-10-14T14:29:57", "en")
    #expect(
      outside.wait(for: .seconds(30)) { outside.hasWritten("14:30: R-1 1-1-101 on site clock missed.") })
    let done = try Run(
      ["do", "R-1", "arrive", "--store", folder.store, "--now", "2026-10-14T14:31:00", "--as", "Chen"],
      in: folder)
    try #require(done.code == 0, "\(done.errors)")
    #expect(outside.wait(for: .seconds(30)) { outside.hasWritten("14:31 Chen: R-1 1-1-101 on site.") })
    #expect(lines(outside).count { $0.contains("clock missed") } == 1)
    #expect(!lines(outside).contains { $0.contains("min left") }, "what ran out before is no news")
    kill(outside.process, SIGINT)
    #expect(outside.waitForExit(within: .seconds(30)) == 0)
  }

  @Test func `it ends when nobody reads any more`() throws {
    let folder = try folder()
    let process = Run.process(["watch", "--store", folder.store], in: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    _ = pipe.fileHandleForReading.availableData
    try pipe.fileHandleForReading.close()
    process.waitForEnd(within: 30)
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test(arguments: [["watch", "--plain"], ["events", "--follow"]])
  func `it ends with an error when another file takes the place of the store`(words: [String]) throws {
    let folder = try folder()
    let outside = try PseudoTerminal(size: Size(rows: 24, columns: 80))
    try outside.spawn(
      BuiltProduct.path("frontdesk"), words + ["--store", folder.store, "--lang", "en"],
      environment: ["HOME": folder.path, "TZ": "Asia/Shanghai"])
    #expect(
      outside.wait(for: .seconds(30)) { outside.hasWritten("From now on") || outside.hasWritten("R-1") })
    rename(folder.store, folder.store + ".old")
    try FileManager.default.copyItem(atPath: folder.store + ".old", toPath: folder.store)
    #expect(outside.waitForExit(within: .seconds(30)) == 65)
    #expect(lines(outside).joined().contains("was replaced while it was open"), "\(lines(outside))")
  }
}
