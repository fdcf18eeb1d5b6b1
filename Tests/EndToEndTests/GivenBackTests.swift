#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// However the dashboard ends, the terminal is the shell's again.
  @Suite struct GivenBackTests {
    private static func desk(_ words: [String] = [], showsAtOnce: Bool = false) throws -> Sitting {
      let desk = try Sitting(TestFolder(), words, showsAtOnce: showsAtOnce)
      desk.expect(words.contains("en") ? "F1Help" : "F1帮助")
      #expect(desk.outside.modes != desk.modes)
      return desk
    }

    @Test func `leaving by the key gives the terminal back`() throws {
      let desk = try Self.desk()
      #expect(desk.quit() == 0)
      desk.expectGivenBack()
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func `a signal to end gives the terminal back`(_ signal: Int32) throws
    {
      let desk = try Self.desk()
      kill(desk.outside.process, signal)
      #expect(desk.outside.waitForExit() == 0)
      desk.expectGivenBack()
    }

    @Test(arguments: [
      (SIGILL, "zh"), (SIGTRAP, "en"), (SIGSEGV, "zh"), (SIGABRT, "en"), (SIGKILL, "zh"), (SIGKILL, "en"),
    ])
    func `a screen that dies gives the terminal back and says what happened`(
      _ signal: Int32, _ language: String
    ) throws {
      let desk = try Self.desk(["--lang", language], showsAtOnce: true)
      desk.press(.function(1))
      desk.expect(language == "zh" ? "本页按键" : "Keys of this page")
      #expect(desk.outside.hasWritten("\u{1B}[?2026h"), "frames are held while they are drawn")
      let screen = try #require(desk.screenProcess)
      kill(screen, signal)
      #expect(desk.outside.waitForExit(within: .seconds(30)) == 128 + signal)
      desk.expectGivenBack(isRescued: true)
      desk.expect("屏幕意外结束（信号 \(signal)）") {
        let line = $0.text.replacing("\n", with: "")
        return line.contains("The screen ended unexpectedly (signal \(signal))")
          && line.contains("没写完的在草稿里")
      }
      // What can be traced is, what is there is named, and nobody else may read it.
      let log = "\(desk.folder.path)/state/frontdesk/crash.log"
      let mode = try? FileManager.default.attributesOfItem(atPath: log)[.posixPermissions] as? Int
      #expect(mode == (signal == SIGKILL ? nil : 0o600))
      #expect(desk.text.contains("crash.log") == (mode != nil), "\(desk.text)")
    }

    /// Every way out: the key, signals, deaths of the screen, and the switch.
    @Test(arguments: [0, SIGTERM, SIGHUP, SIGSEGV, SIGKILL, -1])
    func `the mouse is the terminal's own again, whichever way the desk is left`(_ way: Int32) throws {
      let folder = try TestFolder()
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/config.json5", "{ mouse: \"click\" }")
      let desk = try Sitting(folder)
      desk.expect("F1帮助")
      #expect(desk.outside.wait { desk.outside.hasWritten("\u{1B}[?1000h\u{1B}[?1006h") })
      #expect(!desk.outside.hasWritten("1000l"))
      switch way {
      case 0: #expect(desk.quit() == 0)
      case SIGTERM, SIGHUP:
        kill(desk.outside.process, way)
        #expect(desk.outside.waitForExit(within: .seconds(30)) == 0)
      case -1:
        desk.choose("鼠标")
        desk.expect("鼠标已关")
        #expect(desk.outside.wait { desk.outside.hasWritten("1000l") })
        #expect(desk.quit() == 0)
      default:
        kill(try #require(desk.screenProcess), way)
        #expect(desk.outside.waitForExit(within: .seconds(30)) == 128 + way)
      }
      #expect(desk.outside.wait { desk.outside.hasWritten("1000l") })
      desk.expectGivenBack(isRescued: way == SIGSEGV || way == SIGKILL)
    }

    @Test(arguments: [true, false])
    func `pastes are marked and frames shown at once unless the settings say otherwise`(isWanted: Bool) throws
    {
      let folder = try TestFolder()
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file(
        "config/frontdesk/config.json5", isWanted ? "{}" : "{ syncOutput: \"off\", bracketedPaste: false }")
      let desk = try Sitting(folder, showsAtOnce: true)
      desk.expect("没有未结工单")
      desk.press(.function(1))
      desk.expect("本页按键")
      desk.press(.function(2))
      desk.expect("速记")
      #expect(desk.outside.hasWritten("\u{1B}[?2026h") == isWanted)
      #expect(desk.outside.hasWritten("\u{1B}[?2004h") == isWanted)
      #expect(desk.outside.hasWritten("\u{1B}[?1004h"))
      desk.press(.escape)
      #expect(desk.quit() == 0)
      desk.expectGivenBack()
    }

    @Test func `without being asked for, the mouse is left alone`() throws {
      let desk = try Self.desk()
      #expect(desk.quit() == 0)
      #expect(!desk.outside.hasWritten("1000h"))
    }

    @Test func `leaving to the shell gives the terminal back, and fg brings the screen again`() throws {
      let folder = try TestFolder()
      let shell = try PseudoTerminal(size: Sitting.medium)
      let own = [
        "HOME": folder.path, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "ready> ",
        "XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "TMPDIR": folder.path,
      ]
      try shell.spawn("/bin/bash", ["--norc", "--noprofile", "-i"], environment: own)
      func shows(_ text: String) -> Bool {
        shell.wait(for: .seconds(30)) { (screen: VirtualScreen) in screen.text.contains(text) }
      }
      #expect(shows("ready>"))
      shell.send("\(BuiltProduct.path("frontdesk")) --lang zh --store \(folder.store) --as 李敏\n")
      #expect(shows("没有未结工单"))
      shell.send("\u{1B}[20~命令行")
      #expect(shows("暂回命令行"))
      shell.send("\r")
      #expect(shows("Stopped"))
      let left = shell.output.count
      #expect(shell.hasWritten("\u{1B}[?1049l"))
      // The shell marks pastes for itself after that.
      #expect(shell.hasWritten("\u{1B}[?2004l\u{1B}[?1004l"))
      shell.send("fg\n")
      #expect(shell.wait(for: .seconds(30)) { shell.hasWritten("\u{1B}[?1049h", since: left) })
      #expect(shell.hasWritten("\u{1B}[?2004h\u{1B}[?1004h", since: left))
      #expect(shows("没有未结工单"))
      shell.send("\u{11}")
      #expect(shows("ready>"))
      shell.send("exit 7\n")
      #expect(shell.waitForExit() == 7)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGKILL, SIGSEGV], [true, false])
    func `a terminal that does not read is left in time, and given back when it can be`(
      signal: Int32, isStopped: Bool
    ) throws {
      let desk = try Self.desk()
      desk.press(.function(2))
      desk.type("1-1-103 滴水")
      desk.expect("滴水")
      let ends = signal == SIGTERM || signal == SIGHUP
      let process = ends ? desk.outside.process : try #require(desk.screenProcess)
      desk.outside.fill()
      if isStopped { desk.outside.stop(true) }
      desk.press(.function(1))
      kill(process, signal)
      #expect(desk.outside.waitForExitUnread(within: .seconds(8)) == (ends ? 0 : 128 + signal))
      #expect(desk.outside.modes == desk.modes)
      if isStopped { desk.outside.stop(false) } else { desk.expectGivenBack() }
      let drafts = "\(desk.folder.path)/state/frontdesk/drafts"
      let names = try FileManager.default.contentsOfDirectory(atPath: drafts)
      let kept = names.compactMap { try? String(contentsOfFile: "\(drafts)/\($0)", encoding: .utf8) }
      if ends { #expect(kept.contains { $0.contains("滴水") }) }
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `who asks for the end does not wait for a paste that is still coming in`(signal: Int32) throws {
      let desk = try Self.desk()
      desk.press(.function(2))
      desk.expect("速记")
      // Marked by nobody; short runs, each of which is typed, not pasted.
      desk.type(String(repeating: "漏水 abc ", count: 1000))
      kill(desk.outside.process, signal)
      #expect(desk.outside.waitForExit(within: .seconds(5)) == 0)
      desk.expectGivenBack()
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a desk that is ended while it starts has not crashed`(signal: Int32) throws {
      let desk = try Sitting(TestFolder())
      _ = try #require(desk.screenProcess)
      kill(desk.outside.process, signal)
      let code = desk.outside.waitForExit(within: .seconds(30))
      #expect(code == 0 || code == 128 + signal)
      #expect(!desk.text.contains("意外结束"), "\(desk.text)")
      desk.outside.synchronize()
      #expect(!desk.outside.hasWritten("ended unexpectedly"))
    }

    @Test func `what was typed behind the key that leaves is not carried out`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]])
      let desk = try Sitting(folder)
      desk.expect("F6到场")
      desk.type("\u{11}a")
      #expect(desk.outside.waitForExit(within: .seconds(30)) == 0)
      #expect(try folder.events("R-1") == ["ticket.reported.1"])
    }

    @Test func `a guard that is killed takes the screen along`() throws {
      let desk = try Self.desk()
      let screen = try #require(desk.screenProcess)
      kill(desk.outside.process, SIGKILL)
      #expect(desk.outside.waitForExit() == 128 + SIGKILL)
      desk.expectGivenBack()
      #expect(desk.outside.wait { kill(screen, 0) != 0 })
    }

    @Test func `a line that is cut ends both processes`() throws {
      let desk = try Self.desk()
      let screen = try #require(desk.screenProcess)
      desk.outside.hangUp()
      #expect(desk.outside.waitForExit() != nil)
      #expect(desk.outside.wait { kill(screen, 0) != 0 })
    }

    @Test func `an error after the screen was opened is told on the terminal as it was`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "漏水", "--phone", "13812345678"]])
      try folder.sql("DROP TABLE vault")
      let desk = try Sitting(folder)
      #expect(desk.outside.waitForExit() == 74)
      desk.expectGivenBack()
      desk.expect("数据库出错")
      let output = String(decoding: desk.outside.output, as: UTF8.self)
      #expect(!(output.components(separatedBy: "数据库出错").last ?? "").contains("\u{1B}[?1049l"))
    }

    @Test func `where the key to names cannot be used, the desk is opened and says why`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "漏水", "--phone", "13812345678"]])
      chmod("\(folder.path)/store/desk.key", 0o604)
      let desk = try Sitting(folder)
      desk.expect("别人能读姓名和电话的钥匙")
      #expect(desk.row("R-1").contains("漏水"))
      #expect(desk.quit() == 0)
    }

    @Test(arguments: ["neon", "mine"])
    func `a theme that cannot be had is told before the terminal is touched`(_ theme: String) throws {
      let folder = try TestFolder()
      let themes = "\(folder.path)/config/frontdesk/themes"
      try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/themes/mine.json5", "{ id: 'mine',")
      let desk = try Sitting(folder, ["--theme", theme])
      #expect(desk.outside.waitForExit() == 64)
      #expect(desk.outside.modes == desk.modes)
      desk.expect(theme == "mine" ? "mine.json5 第 1 行" : "没有主题 neon。可选：")
      #expect(!desk.outside.output.contains(0x1B))
    }

    @Test(arguments: ["zh", "en"], ["teletype-33x", "dumb"])
    func `a terminal that is unknown or draws no screen is told in both languages, and nothing was changed`(
      _ language: String, _ type: String
    ) throws {
      let desk = try Sitting(TestFolder(), ["--lang", language], type: type)
      #expect(desk.outside.waitForExit() == 69)
      #expect(desk.outside.modes == desk.modes)
      desk.expect("不认识终端类型 TERM=\(type)")
      desk.expect("The terminal type TERM=\(type) is not known")
    }

    @Test(arguments: [[], ["wall"], ["--demo"]])
    func `without a terminal there is a sentence instead of a screen`(_ words: [String]) throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "灯"]])
      for (language, says) in [("zh", "这里不是终端"), ("en", "This is not a terminal")] {
        let store = words == ["--demo"] ? [] : ["--store", folder.store]
        let run = try Run(words + store + ["--lang", language], in: folder)
        #expect(run.code == 69)
        #expect(run.errors.contains(says))
      }
    }

    @Test func `a plain C locale still shows Chinese`() throws {
      let desk = try Sitting(TestFolder(), environment: ["LANG": "C", "LC_ALL": "C"])
      desk.expect("没有未结工单")
      #expect(desk.quit() == 0)
    }

    @Test func `a terminal without a second screen is left clean`() throws {
      let desk = try Sitting(TestFolder(), type: "linux")
      desk.expect("F1帮助")
      #expect(desk.quit() == 0)
      desk.expectGivenBack()
      desk.expect("an empty screen") { screen in screen.lines.allSatisfy { $0.allSatisfy { $0 == " " } } }
      #expect(desk.outside.screen.cursor == Position(row: 0, column: 0))
    }

    @Test func `a terminal without a second screen is left clean by a screen that dies`() throws {
      let desk = try Sitting(TestFolder(), type: "linux")
      desk.expect("F1帮助")
      kill(try #require(desk.screenProcess), SIGKILL)
      #expect(desk.outside.waitForExit() == 128 + SIGKILL)
      desk.expect("only the sentence") { screen in
        screen.line(0).hasPrefix("屏幕意外结束（信号 9）") && !screen.text.contains("F1帮助")
      }
    }

    @Test func `the sample day was lived until the instant that is asked for`() throws {
      let desk = try Sitting(TestFolder(), ["--demo", "--now", "2026-10-14T14:32:00"])
      desk.expect("10-14 周三 14:32")
      desk.expect("漏检1")
      #expect(!desk.text.contains("待核"))
      #expect(desk.quit() == 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGKILL], [false, true])
    func `the sample day leaves nothing behind`(_ signal: Int32, toScreen: Bool) throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder, ["--demo"])
      desk.expect("漏检1")
      kill(toScreen ? try #require(desk.screenProcess) : desk.outside.process, signal)
      #expect(desk.outside.waitForExit() != nil)
      var left: [String] = []
      let isGone = desk.outside.wait {
        left = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return !left.contains { $0.hasPrefix("frontdesk-demo") }
      }
      #expect(isGone, "\(left)")
    }
  }
#endif
