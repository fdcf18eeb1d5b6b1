#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// What variables, options and a dying screen do to the dashboard, seen from outside.
  @Suite struct SurroundingsTests {
    private static func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-10-14T14:00:00")
      return folder
    }

    private static let late = ["--now", "2026-10-14T15:00:00"]

    /// Whether a screen has a colour anywhere.
    private func isColoured(_ desk: Sitting) -> Bool {
      let screen = desk.outside.screen
      return (0..<screen.size.rows).contains { row in
        (0..<screen.size.columns).contains {
          screen[row, $0].foreground != -1 || screen[row, $0].background != -1
        }
      }
    }

    @Test(arguments: [
      ([], "1", false), ([], "", true), (["--color", "256"], "1", true), (["--color", "never"], "", false),
      (["--color", "16"], "1", true),
    ])
    func `NO_COLOR leaves attributes, unless colours were asked for, and nothing of it is kept`(
      words: [String], variable: String, isColoured: Bool
    ) throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder, Self.late + words, environment: ["NO_COLOR": variable])
      desk.expect("F1帮助")
      desk.expect("R-1")
      #expect(self.isColoured(desk) == isColoured)
      let row = desk.outside.screen.lines.firstIndex { $0.contains("超时1") } ?? 0
      #expect(
        (0..<80).contains { desk.outside.screen[row, $0].attributes.contains(.reverse) },
        "late is told anyway")
      #expect(desk.quit() == 0)
      let kept = try? String(contentsOfFile: "\(folder.path)/state/frontdesk/ui.json", encoding: .utf8)
      #expect(kept?.contains("mono") != true && kept?.contains("never") != true)
    }

    @Test func `ACCESSIBLE draws words in place of bars and lines`() throws {
      let desk = try Sitting(try Self.folder(), Self.late, environment: ["ACCESSIBLE": "1"])
      desk.expect("R-1")
      desk.expect("F1帮助")
      #expect(!desk.text.contains("[##") && !desk.text.contains("──"))
      #expect(desk.quit() == 0)
    }

    @Test(arguments: [
      (["LANG": "zh_CN.UTF-8"], "超时"), (["LANG": "en_US.UTF-8"], "late"),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"], "超时"),
      (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"], "late"),
    ])
    func `the language is the locale's, LC_ALL before LC_MESSAGES before LANG`(
      environment: [String: String], word: String
    ) throws {
      let folder = try Self.folder()
      let run = try Run(
        ["render", "--store", folder.store] + Self.late, in: folder,
        environment: environment.merging(["LC_CTYPE": "C.UTF-8"]) { one, _ in one })
      #expect(run.output.contains(word), "\(run.output.prefix(200))\(run.errors)")
    }

    @Test func `a kiosk's screen that dies is started again where it was`() throws {
      let desk = try Sitting(try Self.folder(), Self.late + ["--kiosk"])
      desk.expect("R-1")
      desk.type("2")
      desk.expect("[2 计时")
      let first = try #require(desk.screenProcess)
      let start = desk.outside.output.count
      kill(first, SIGKILL)
      let isSaid = desk.outside.wait(for: .seconds(30)) { desk.outside.hasWritten("1 秒后重开", since: start) }
      #expect(isSaid)
      let isBack = desk.outside.wait(for: .seconds(30)) {
        desk.screenProcess.map { $0 != first } == true && desk.text.contains("R-1")
      }
      #expect(isBack)
      #expect(desk.quit() == 0)
    }

    @Test func `a kiosk's screen that dies again waits longer each time, and view and draft are back`() throws
    {
      let desk = try Sitting(try Self.folder(), Self.late + ["--kiosk"])
      desk.expect("R-1")
      desk.type("2")
      desk.expect("[2 计时")
      desk.press(.function(2))
      desk.type("1-1-103 滴水")
      let state = "\(desk.folder.path)/state/frontdesk"
      func isKept(_ text: String, _ file: String) -> Bool {
        (try? String(contentsOfFile: "\(state)/\(file)", encoding: .utf8))?.contains(text) == true
      }
      let areKept = desk.outside.wait(for: .seconds(30)) {
        let drafts = (try? FileManager.default.contentsOfDirectory(atPath: "\(state)/drafts")) ?? []
        return isKept("timers", "ui.json") && drafts.contains { isKept("滴水", "drafts/\($0)") }
      }
      #expect(areKept)
      for pause in [1, 2] {
        let screen = try #require(desk.screenProcess)
        let start = desk.outside.output.count
        kill(screen, SIGKILL)
        let isSaid = desk.outside.wait(for: .seconds(30)) {
          desk.outside.hasWritten("\(pause) 秒后重开", since: start)
        }
        #expect(isSaid, "\(desk.text)")
        let isBack = desk.outside.wait(for: .seconds(30)) {
          desk.screenProcess.map { $0 != screen } == true && desk.text.contains("草稿1")
        }
        #expect(isBack && desk.text.contains("[2 计时"), "\(desk.text)")
      }
      desk.press(.shiftF2)
      desk.expect("1-1-103 滴水")
      desk.press(.escape)
      desk.press(.control("q"))
      desk.expect("会留到下次")
      #expect(desk.quit() == 0)
    }

    @Test func `what the office sets holds where the person sets nothing else`() throws {
      let folder = try Self.folder()
      try folder.settings(
        "{ desk: { name: \"翠湖总台\" }, undo: { windowSec: 5 }, mouse: \"click\" }", in: "site")
      try folder.settings("{ undo: { windowSec: 9 } }")
      let environment = ["XDG_CONFIG_DIRS": "\(folder.path)/site:/nowhere"]
      let desk = try Sitting(folder, Self.late, environment: environment)
      desk.expect("翠湖总台")
      #expect(desk.outside.wait { desk.outside.hasWritten("\u{1B}[?1000h") })
      #expect(desk.quit() == 0)
      let show = try Run(
        ["config", "show"], in: folder,
        environment: environment.merging(["XDG_CONFIG_HOME": "\(folder.path)/config"]) { $1 })
      #expect(show.output.contains("翠湖总台") && show.output.contains("windowSec: 9"), "\(show.output)")
      #expect(try Run(["info"], in: folder).output.contains("/etc/xdg/frontdesk/config.json5"))
    }

    @Test(arguments: [("2", "xterm-256color", "\"响\""), ("1", "vt100", "“响”")])
    func `how wide doubtful characters are is as the settings say`(width: String, type: String, drawn: String)
      throws
    {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "“响”的灯"]], now: "2026-10-14T14:00:00")
      try folder.settings("{ ambiguousWidth: \(width) }")
      let desk = try Sitting(folder, Self.late, type: type)
      desk.expect(drawn)
      desk.press(.function(1))
      desk.type("歧义")
      desk.expect("\(width) 列")
      #expect(desk.text.contains("──") == (width == "1"))
      desk.press(.control("q"))
      #expect(desk.quit() == 0)
    }

    @Test func `how long an Escape is waited for is as the settings say`() throws {
      let folder = try Self.folder()
      try folder.settings("{ keys: { escDelayMs: 1000 } }")
      let patient = try Sitting(folder, Self.late)
      let other = try Self.folder()
      try other.settings("{ keys: { escDelayMs: 1 } }")
      let quick = try Sitting(other, Self.late)
      for desk in [patient, quick] {
        desk.expect("R-1")
        desk.press(.function(1))
        desk.expect("本页按键")
      }
      for desk in [patient, quick] { desk.type("\u{1B}") }
      quick.expectNo("本页按键")
      patient.outside.synchronize()
      #expect(patient.text.contains("本页按键"), "the rest of a sequence may still come")
      patient.expectNo("本页按键")
      #expect(patient.quit() == 0 && quick.quit() == 0)
    }

    @Test func `who looks elsewhere is told the way the settings say`() throws {
      let folder = try Self.folder()
      try folder.settings("{ notify: { toast: \"osc777\" } }")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:05:00"])
      desk.expect("R-1")
      desk.type("\u{1B}[O2")
      desk.expect("[2 计时")
      let other = try Sitting(folder, Self.late, environment: ["XDG_CONFIG_HOME": "\(folder.path)/none"])
      other.expect("超时1")
      let isTold = desk.outside.wait(for: .seconds(30)) {
        desk.outside.hasWritten("\u{1B}]777;notify;FrontDesk;R-1 1-1-101 到场 超时\u{1B}\\")
      }
      #expect(isTold)
      #expect(!other.outside.hasWritten("\u{1B}]777"))
      #expect(other.quit() == 0 && desk.quit() == 0)
    }

    private static let hasTic = FileManager.default.isExecutableFile(atPath: "/usr/bin/tic")

    @Test(
      .enabled(if: hasTic, "this machine has no compiler for the terminal database"),
      arguments: [("xterm-256color", "256"), ("desk-many", "256"), ("desk-direct", "direct")])
    func `colours by their components are used only where the terminal database says so`(
      type: String, colours: String
    ) throws {
      let folder = try TestFolder()
      let many = "use=xterm-256color, colors#0x1000000, pairs#0x7FFF,"
      let source = try folder.file(
        "desk.ti", "desk-many|many,\n\t\(many)\ndesk-direct|components,\n\tRGB, \(many)\n")
      let tic = Process()
      tic.executableURL = URL(filePath: "/usr/bin/tic")
      tic.arguments = ["-x", "-o", "\(folder.path)/terminfo", source]
      try tic.run()
      tic.waitForEnd()
      #expect(tic.terminationStatus == 0)
      let desk = try Sitting(
        folder, ["doctor"], type: type,
        environment: ["TERMINFO": "\(folder.path)/terminfo", "COLORTERM": "truecolor"])
      desk.expect("颜色数：\(colours)")
      #expect(desk.outside.waitForExit(within: .seconds(30)) == 0)
    }

    @Test func `doctor tells what the terminal answered and has a ruler for its widths`() throws {
      let desk = try Sitting(try Self.folder(), ["doctor"])
      for line in ["TERM：xterm-256color", "颜色数：256", "■ 的宽度：1", "整帧显示（2026）：不支持", "下面每行的 | 应当对齐"] {
        desk.expect(line)
      }
      #expect(desk.outside.waitForExit(within: .seconds(30)) == 0)
      let ruler = desk.outside.screen.lines.filter { $0.hasSuffix("|") || $0.contains(" |") }
      #expect(ruler.contains { $0.hasPrefix("物业前台值班") })
    }

    @Test func `info names every path that is used`() throws {
      let folder = try TestFolder()
      let run = try Run(
        ["info", "--store", folder.store], in: folder,
        environment: ["XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c", "XDG_CONFIG_DIRS": "/site"])
      for path in [
        folder.store, "/c/frontdesk/config.json5", "/site/frontdesk/config.json5",
        "/site/frontdesk/policy.json5", "/c/frontdesk/themes",
        "/s/frontdesk/ui.json", "/s/frontdesk/drafts", "/s/frontdesk/crash.log",
      ] {
        #expect(run.output.contains(path), "\(path)")
      }
    }

    @Test func `a theme that cannot be read is found by theme lint, and those that ship are good`() throws {
      let folder = try TestFolder()
      let good = try Run(["theme", "lint"], in: folder)
      #expect(good.code == 0)
      let lines = good.output.split(separator: "\n").map(String.init)
      func line(_ id: String) -> String { lines.first { $0.hasPrefix("\(id): ") } ?? "" }
      for id in ["light", "hc-dark", "hc-light", "cvd-dark", "cvd-light", "night", "wall"] {
        let distances = line(id).firstMatch(
          of: #/late against done to colour-blind eyes protan (\d+) deutan (\d+) tritan (\d+), good/#)
        #expect(distances != nil, "\(line(id))")
      }
      // As measured elsewhere (ux.md c.7).
      #expect(line("dark").contains(" deutan 7 "), "\(line("dark"))")
      #expect(line("mono").contains("to colour-blind eyes -, good"), "\(line("mono"))")
      let faint = try folder.file(
        "faint.json5",
        """
        { schema: 1, id: "faint", name: { "zh-Hans": "淡", en: "Faint" }, inherits: "dark",
          background: "#000000", palette: { p: { rgb: "#222222", x256: 235 } }, styles: { text: { fg: "p" } } }
        """)
      let run = try Run(["theme", "lint", faint], in: folder)
      #expect(run.code != 0 && (run.output + run.errors).contains("contrast"))
    }

    @Test func `keys that come together are shown together`() throws {
      let folder = try TestFolder()
      try folder.done((101...130).map { ["new", "--place", "1-1-\($0)", "灯"] }, now: "2026-10-14T14:00:00")
      let desk = try Sitting(folder, Self.late, showsAtOnce: true)
      desk.expect("> ")
      desk.expect("R-1 ")
      let start = desk.outside.output.count
      desk.type(String(repeating: "\u{1B}[B", count: 29))
      desk.expect("/30 ")
      desk.expect("the last row") { $0.text.contains("-30/30") }
      let frames = String(decoding: desk.outside.output.dropFirst(start), as: UTF8.self).components(
        separatedBy: "\u{1B}[?2026h"
      ).count
      #expect(frames < 20, "\(frames) frames for 29 keys")
      #expect(desk.quit() == 0)
    }

    @Test func `the size is the terminal's, whatever LINES and COLUMNS say`() throws {
      let desk = try Sitting(
        try Self.folder(), Self.late, environment: ["LINES": "10", "COLUMNS": "200"])
      desk.expect("R-1")
      desk.expect("the key line at the bottom") { $0.lines[23].contains("F1帮助") }
      desk.outside.resize(Sitting.medium)
      desk.expect("the key line at the new bottom") { $0.lines[39].contains("F1帮助") }
      #expect(desk.quit() == 0)
    }

    @Test func `two desks keep each what they looked at`() throws {
      let folder = try Self.folder()
      let first = try Sitting(folder, Self.late)
      first.expect("[1 工单")
      let second = try Sitting(folder, Self.late)
      second.expect("[1 工单")
      first.type("2")
      first.expect("[2 计时")
      second.type("3")
      second.expect("[3 巡更")
      #expect(second.quit() == 0)
      #expect(first.quit() == 0)
      let again = try Sitting(folder, Self.late)
      again.expect("[2 计时")
      let beside = try Sitting(folder, Self.late)
      beside.expect("[3 巡更")
      #expect(beside.quit() == 0)
      #expect(again.quit() == 0)
    }

    @Test(arguments: [
      (["COLORFGBG": "15;0"], "", "dark"), (["COLORFGBG": "0;15"], "", "light"),
      (["COLORFGBG": "0;15"], "theme: \"night\"", "night"),
      (["NO_COLOR": "1"], "", "mono"), (["NO_COLOR": "1"], "theme: \"night\"", "night"),
      (["NO_COLOR": "1", "COLORFGBG": "0;15"], "color: \"256\"", "light"),
    ])
    func
      `the theme is the settings', else fits the ground the terminal names, and has no colour where none is wanted`(
        environment: [String: String], settings: String, id: String
      ) throws
    {
      let folder = try Self.folder()
      let home = "\(folder.path)/config/frontdesk"
      try FileManager.default.createDirectory(atPath: "\(home)/themes", withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/config.json5", "{ \(settings) }")
      // Each is known by a mark of its own, in place of the one that ships.
      for theme in ["dark", "light", "night", "mono"] {
        _ = try folder.file(
          "config/frontdesk/themes/\(theme).json5",
          """
          { schema: 1, id: "\(theme)", name: { "zh-Hans": "本所", en: "Ours" }, kind: "any", inherits: "ansi-16",
            symbols: { cursor: "\(theme.first?.uppercased() ?? "")" } }
          """)
      }
      let desk = try Sitting(folder, Self.late, environment: environment)
      desk.expect("R-1")
      let mark = id.first?.uppercased() ?? ""
      desk.expect("the mark of \(id)") {
        $0.lines.contains { $0.hasPrefix(mark + " ") && $0.contains("R-1") }
      }
      #expect(!desk.outside.hasWritten("\u{1B}(0"), "no line of the terminal's other character set")
      #expect(desk.quit() == 0)
    }

    /// What stands in the palette for tickets can be asked for at the shell: each by a word of `frontdesk do`.
    @Test func `what a key does to a ticket has its word at the shell`() throws {
      let folder = try Self.folder()
      let help = try Run(["help", "do", "--lang", "zh"], in: folder).output
      for action in [
        "派工", "接单", "退单", "到场", "反馈", "开始", "挂起", "恢复", "办结", "签字", "验收", "回访", "关闭", "备注", "告知", "答应", "报价",
        "订件", "验收不合格", "移交", "归因", "紧急", "合并", "拆分", "重开", "取消", "改地点", "改事项", "改描述", "改报修人", "归类", "定级",
        "确认", "撤销", "更正超时",
      ] {
        #expect(help.contains(action), "\(action)")
      }
      #expect(try Run(["do", "R-1", "到场", "--store", folder.store], in: folder).code == 0)
    }
  }
#endif
