#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// What was typed outlives the program, and settings never stand in its way.
  @Suite struct KeptDraftTests {
    private func drafts(_ folder: TestFolder) -> [String] {
      let path = "\(folder.path)/state/frontdesk/drafts"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      // What ends otherwise is being written and counts for nothing.
      return names.filter { $0.hasSuffix(".json") }.map { "\(path)/\($0)" }
    }

    private func says(_ text: String, _ folder: TestFolder) -> Bool {
      drafts(folder).contains { (try? String(contentsOfFile: $0, encoding: .utf8))?.contains(text) == true }
    }

    @Test func `a call half written is found again after the screen was killed`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      desk.press(.function(2))
      desk.type("\r3-2-1501\r张三")
      desk.expect("张三")
      #expect(desk.outside.wait { says("张三", folder) }, "on disk a second after the last key")
      let mode =
        try FileManager.default.attributesOfItem(atPath: drafts(folder)[0])[.posixPermissions] as? Int
      #expect(mode == 0o600)
      kill(try #require(desk.screenProcess), SIGKILL)
      #expect(desk.outside.waitForExit() == 128 + SIGKILL)
      let again = try Sitting(folder)
      again.expect("找回 1 张没写完的草稿")
      again.expect("草稿1")
      again.press(.shiftF2)
      again.expect("张三")
      again.type("\r\r\r灯")
      again.press(.control("s"))
      again.expect("R-1")
      #expect(again.outside.wait { drafts(folder).isEmpty }, "a saved draft leaves nothing behind")
      #expect(again.quit() == 0)
    }

    @Test func `what was done in the shift is taken back also after the desk was left`() throws {
      let folder = try TestFolder()
      try folder.done([["staff", "add", "老王"], ["new", "--place", "1-1-101", "灯"]])
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.press(.function(5))
      desk.expect("派给谁")
      desk.type("1")
      desk.expect("派工给 老王")
      #expect(desk.quit() == 0)
      let again = try Sitting(folder)
      again.expect("R-1")
      again.type("u")
      again.expect("已撤销：R-1 派工给 老王")
      again.expect("未派")
      #expect(again.quit() == 0)
    }

    @Test func `another record is not opened with the filter of the one before`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      desk.press(.function(3))
      desk.type("C-1\r")
      desk.expect("筛选:C-1")
      #expect(desk.quit() == 0)
      let same = try Sitting(folder)
      same.expect("筛选:C-1")
      #expect(same.quit() == 0)
      let other = try Sitting(folder, ["--store", "\(folder.path)/other/desk.db"])
      other.expect("没有未结工单")
      other.expectNo("筛选:C-1")
      #expect(other.quit() == 0)
    }

    @Test func `two desks do not take each other's drafts, and a hang-up keeps what was typed`() throws {
      let folder = try TestFolder()
      let first = try Sitting(folder)
      first.expect("没有未结工单")
      first.press(.function(2))
      first.type("1-1-101")
      first.expect("1-1-101")
      let second = try Sitting(folder)
      second.expect("没有未结工单")
      second.expectNo("草稿1")
      first.outside.hangUp()
      #expect(first.outside.waitForExit() != nil)
      #expect(second.outside.wait { says("1-1-101", folder) })
      let third = try Sitting(folder)
      third.expect("草稿1")
      #expect(second.quit() == 0)
      third.press(.control("q"))
      third.expect("会留到下次")
      #expect(third.quit() == 0)
      #expect(says("1-1-101", folder))
    }

    @Test func `a desk opens where it was left`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder, ["--lang", "en"])
      desk.expect("No open tickets")
      desk.type("3")
      desk.expect("[3 Patrol")
      #expect(desk.quit() == 0)
      let again = try Sitting(folder)
      again.expect("[3 巡更")
      #expect(again.quit() == 0)
    }

    @Test func `broken settings are told and the desk opens; mended ones hold after a signal`() throws {
      let folder = try TestFolder()
      let path = "\(folder.path)/config/frontdesk"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let file = try folder.file("config/frontdesk/config.json5", "{\n  desk: { name: \"东门岗\" },,\n}")
      let environment = ["XDG_CONFIG_HOME": "\(folder.path)/config"]
      let check = try Run(["config", "check"], in: folder, environment: environment)
      #expect(check.code == 2)
      #expect(check.errors.contains("\(file):2:25"))
      let desk = try Sitting(folder)
      desk.expect("第 2 行第 25 列")
      desk.expect("已用默认值")
      _ = try folder.file("config/frontdesk/config.json5", "{ desk: { name: \"东门岗\" } }")
      #expect(try Run(["config", "check"], in: folder, environment: environment).code == 0)
      kill(desk.outside.process, SIGUSR2)
      desk.expect("东门岗")
      desk.expect("设置已重新读取")
      _ = try folder.file("config/frontdesk/config.json5", "{ desk: { name: \"西门岗\" }")
      kill(desk.outside.process, SIGUSR2)
      desk.expect("设置照旧：config.json5 第 1 行")
      desk.expect("东门岗")
      #expect(desk.quit() == 0)
    }

    @Test
    func `settings that are read again forget nothing that was typed for this run, and change the terminal`()
      throws
    {
      let folder = try TestFolder()
      let desk = try Sitting(
        folder, ["--desk", "西门岗"], size: Sitting.medium, environment: ["ACCESSIBLE": "1"], showsAtOnce: true)
      desk.expect("没有未结工单")
      desk.expect("西门岗")
      #expect(desk.outside.hasWritten("\u{1B}[?2004h") && !desk.outside.hasWritten("\u{1B}[?2004l"))
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file(
        "config/frontdesk/config.json5",
        "{ lang: \"en\", desk: { name: \"东门岗\" }, accessible: false, border: \"lines\", bracketedPaste: false }"
      )
      desk.choose("重新读取")
      desk.expect("设置已重新读取")
      desk.expect("西门岗 and no line") { $0.text.contains("西门岗") && !$0.text.contains("─") }
      #expect(desk.outside.wait { desk.outside.hasWritten("\u{1B}[?2004l") }, "pastes are no longer marked")
      #expect(desk.quit() == 0)
    }

    @Test func `the folder that the desk makes for what it leaves is for one person alone`() throws {
      let folder = try TestFolder()
      // Where Swift is, the first to make it is whoever traces crashes.
      let desk = try Sitting(folder, environment: ["SWIFT_ROOT": "/usr"])
      desk.expect("没有未结工单")
      for path in ["state/frontdesk", "state/frontdesk/drafts"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(path)")
        #expect(attributes[.posixPermissions] as? Int == 0o700, "\(path)")
      }
      #expect(desk.quit() == 0)
    }

    @Test(arguments: [
      ("en", "notify.command is not there", "print.command is not in PATH"),
      ("zh", "notify.command 的程序", "print.command 的程序"),
    ])
    func `config check looks whether the programs of the settings are there`(
      language: String, notify: String, print: String
    ) throws {
      let folder = try TestFolder()
      func check(_ notify: String, _ print: String) throws -> Run {
        let file = try folder.file(
          "config.json5",
          "{\n  notify: { command: [\"\(notify)\"] },\n  print: { command: [\"\(print)\"] },\n}")
        return try Run(["config", "check", file, "--lang", language], in: folder)
      }
      #expect(try check("/bin/sh", "sh").code == 0)
      let wrong = try check(folder.path, "no-such-program")
      #expect(wrong.code == 2)
      let lines = wrong.errors.split(separator: "\n")
      #expect(lines.count == 2 && lines[0].contains(notify) && lines[1].contains(print), "\(wrong.errors)")
      let isPlaced = language == "en" ? ["config.json5:2:", "config.json5:3:"] : ["第 2 行", "第 3 行"]
      for (line, place) in zip(lines, isPlaced) { #expect(line.contains(place)) }
    }

    @Test func `one wrong value is left out alone: the desk names it, and config check names all`() throws {
      let folder = try TestFolder()
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      let file = try folder.file(
        "config/frontdesk/config.json5",
        "{\n  desk: { name: \"东门岗\" },\n  notify: { minGapSec: 0 },\n  mouse: \"drag\", theme: \"drak\",\n}")
      let desk = try Sitting(folder)
      desk.expect("东门岗")
      desk.expect("第 3 行第 13 列：notify.minGapSec")
      desk.expect("设置 3 处不对（config check）")
      #expect(desk.quit() == 0)
      let environment = ["XDG_CONFIG_HOME": "\(folder.path)/config"]
      let check = try Run(["config", "check", "--lang", "en"], in: folder, environment: environment)
      #expect(check.code == 2)
      let lines = check.errors.split(separator: "\n")
      #expect(lines.count == 3)
      for (line, place) in zip(lines, ["3:13", "4:3", "4:18"]) {
        #expect(line.hasPrefix("frontdesk: \(file):\(place): "))
      }
      let show = try Run(["config", "show", "--lang", "en"], in: folder, environment: environment)
      #expect(show.code == 0 && show.output.contains("东门岗") && show.errors.contains("3 settings wrong"))
    }
  }
#endif
