#if VTERM
  import CNcurses
  import Foundation
  import Screen
  import Terminal
  import Testing
  import TestSupport

  extension NcursesTests {
    @Test(
      arguments: [
        ("a", .character("a")), ("中", .character("中")), ("\r", .enter), ("\t", .tab), ("\u{1B}[Z", .backTab),
        ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}[3~", .delete), ("\u{1B}[2~", .insert),
        ("\u{1B}", .escape),
        ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
        ("\u{1B}[1;2A", .shiftUp),
        ("\u{1B}[1;2B", .shiftDown), ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[1;5C", .wordRight),
        ("\u{1B}[H", .home),
        ("\u{1B}OF", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}OP", .function(1)),
        ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
        ("\u{1}", .control("a")), ("\u{3}", .control("c")), ("\u{11}", .control("q")),
        ("\u{13}", .control("s")),
        ("\u{1A}", .control("z")), ("\u{1B}[I", .focusGained), ("\u{1B}[O", .focusLost),
        ("\u{3000}", .character("　")), ("\u{1B}Op", .character("0")), ("\u{1B}Ow", .character("7")),
        ("\u{1B}Oy", .character("9")), ("\u{1B}Om", .character("-")),
        ("👨‍👩‍👧", .character("👨‍👩‍👧")), ("e\u{301}", .character("e\u{301}")),
      ] as [(String, Key)])
    func `bytes become the key that was pressed`(bytes: String, key: Key) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let keys = try screened.keys(bytes)
      #expect(keys == [key])
    }

    @Test(arguments: ["s", "1", "中", "\r", "\t", "\u{7F}", "\u{8}", "\u{3}", " ", "\\"])
    func `a character with Alt is no key, neither an Escape nor the character`(typed: String) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      #expect(try screened.keys("\u{1B}" + typed + "x") == [.character("x")])
    }

    @Test func `an Escape and what is typed after it are two keys`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      #expect(try screened.keys("\u{1B}") + screened.keys("s") == [.escape, .character("s")])
      #expect(try screened.keys("\u{1B}\u{1B}", count: 2) == [.escape, .escape])
      #expect(try screened.keys("\u{1B}\u{1B}s\u{1B}[B", count: 2) == [.escape, .down])
      #expect(try screened.keys("\u{1B}\u{1B}[I\u{1B}", count: 3) == [.escape, .focusGained, .escape])
    }

    @Test(
      arguments: [
        "[1;3A", "[3;5~", "[17;8~", "[97;5u", "[27;5;9~", "[?62;22c", "[>41;354;0c", "[10;20R", "[0n",
        "[8;40;120t",
        "[<0;10;10M", "[<0;10;10m", "[M !!", "[M#!s", "[32;10;10M", "[?997;1n", "[48;40;120;800;1600t", "[[Z",
        "[1 q",
        "O5s", "Oz", "]10;rgb:ffff/ffff/ffff\u{1B}\\", "]4;1;rgb:ffff/aaaa/ssss\u{7}", "P1$r0m\u{1B}\\",
        "_Gi=1;OK\u{1B}\\",
        "^s\u{1B}\\", "Xs\u{7}",
        "]52;c;" + String(repeating: "aGVsbG8gdXMgYWxsd29ybGQ=", count: 400) + "\u{7}",
      ], ["xterm-256color", "tmux-256color"])
    func `what a terminal sends and nobody knows is no key`(sequence: String, type: String) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20, type: type)
      #expect(try screened.keys("a\u{1B}" + sequence + "x", count: 2) == [.character("a"), .character("x")])
      // In pieces that come later than a sequence is waited for.
      let half = sequence.index(sequence.startIndex, offsetBy: max(1, sequence.count / 2))
      var keys = try screened.keys("a\u{1B}" + sequence[..<half])
      keys += try screened.keys(sequence[half...] + "x")
      #expect(keys == [.character("a"), .character("x")])
    }

    @Test(
      arguments: [
        ("\u{1B}[", "B", .down), ("\u{1B}[2", "4~", .function(12)), ("\u{1B}O", "P", .function(1)),
        ("\u{1B}[13", "u", .enter),
        ("\u{1B}[200", "~s\u{1B}[201~", .paste("s")), ("\u{1B}[200~[2s\u{1B}[20", "1~", .paste("[2s")),
        ("\u{1B}[200~s\u{1B}[20", "x\u{1B}[201~", .paste("s[20x")),
      ] as [(String, String, Key)])
    func `a key that comes in pieces is that key`(first: String, second: String, key: Key) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      var keys = try screened.keys("a" + first)
      keys += try screened.keys(second)
      #expect(keys == [.character("a"), key])
    }

    @Test func `answers count also when they are long, late or in pieces`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      var keys = try screened.keys("a\u{1B}]11;r")
      keys += try screened.keys("gb:ffff/ffff/ffff\u{1B}\\b\u{1B}]11;rgba:0000/0000/0000/ffff\u{1B}")
      #expect(screened.terminal.facts.backgroundLuminance == 1)
      keys += try screened.keys("\\c")
      #expect(screened.terminal.facts.backgroundLuminance == 0)
      keys += try screened.keys("d\u{1B}[2;")
      keys += try screened.keys("3R\u{1B}[?2026;1$ye")
      #expect(screened.terminal.facts.ambiguousWidth == 2 && screened.terminal.facts.showsAtOnce)
      let name = "XTerm(" + String(repeating: "s", count: 90) + ")"
      keys += try screened.keys("\u{1B}P>|" + name + "\u{1B}\\f")
      #expect(screened.terminal.facts.name == name)
      #expect(keys == "abcdef".map { .character($0) })
    }

    @Test(arguments: ["]11;", "P", "[", "O"])
    func `what is typed after the beginning of a sequence is heard again, a key at once and a character soon`(
      begun: String
    ) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      #expect(try screened.keys("\u{1B}" + begun + "\u{1B}OQx", count: 2) == [.function(2), .character("x")])
      _ = try screened.keys("\u{1B}" + begun, count: 0)
      var keys: [Key] = []
      let end = ContinuousClock.now + .seconds(20)
      while keys.isEmpty, ContinuousClock.now < end {
        keys = try screened.keys("z", count: 0) + screened.terminal.keys()
      }
      #expect(keys == [.character("z")])
    }

    @Test func `how long an Escape waits and whether pastes are marked change while the terminal is open`()
      throws
    {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      #expect(get_escdelay() == 25)
      screened.terminal.escapeDelay = 300
      #expect(get_escdelay() == 300)
      screened.terminal.marksPastes = false
      screened.terminal.redraw()
      screened.outside.synchronize()
      func times(_ mode: String) -> Int {
        String(decoding: screened.outside.output, as: UTF8.self).components(separatedBy: "\u{1B}[?\(mode)")
          .count - 1
      }
      #expect(times("2004h") == 1 && times("2004l") == 1, "a redrawn screen asks for none")
      screened.terminal.marksPastes = true
      screened.outside.synchronize()
      #expect(times("2004h") == 2)
    }

    @Test(arguments: [
      "xterm-256color", "tmux-256color",
    ])
    func `the mouse is heard where it was asked for, and its second click is a double one`(type: String)
      throws
    {
      let (click, up, down) = (
        "\u{1B}[<0;5;3M\u{1B}[<0;5;3m", "\u{1B}[<64;1;1M", "\u{1B}[<69;300;2M"
      )
      var screened = try ScreenedTerminal(rows: 5, columns: 320, type: type)
      #expect(!screened.outside.hasWritten("\u{1B}[?1000h") && !screened.outside.hasWritten("1000h"))
      screened.terminal.listensToMouse = true
      screened.outside.synchronize()
      #expect(screened.outside.hasWritten("\u{1B}[?1000h\u{1B}[?1006h"))
      // A button that is held and moved stays the terminal's, which marks text with it.
      #expect(!screened.outside.hasWritten("1002h") && !screened.outside.hasWritten("1003h"))
      let place = Position(row: 2, column: 4)
      let keys = try screened.keys(click + click + click + up + down + "x", count: 6)
      #expect(
        keys == [
          .mouse(.click, place), .mouse(.doubleClick, place), .mouse(.click, place),
          .mouse(.wheelUp, Position(row: 0, column: 0)), .mouse(.wheelDown, Position(row: 1, column: 299)),
          .character("x"),
        ])
      let other = try screened.keys(click.replacing("5;3", with: "6;3"), count: 1)
      #expect(other == [.mouse(.click, Position(row: 2, column: 5))])
      screened.terminal.listensToMouse = false
      screened.outside.synchronize()
      #expect(screened.outside.hasWritten("1000l"))
    }

    @Test(arguments: 2...9) func `a report of the mouse is one however it is cut`(cut: Int) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      screened.terminal.listensToMouse = true
      let report = "\u{1B}[<0;12;3M"
      var keys = try screened.keys("a" + report.prefix(cut))
      keys += try screened.keys(String(report.dropFirst(cut)) + "b", count: cut < report.count ? 2 : 1)
      #expect(keys == [.character("a"), .mouse(.click, Position(row: 2, column: 11)), .character("b")])
    }

    @Test(arguments: [
      "0;99999999999999999999;1", "0;0;1", "0;-1;1", "0;1", "", ";;", "2;5;3", "32;5;3", "66;5;3", "0;1;1;1",
    ])
    func `a report of the mouse that says nothing is nothing`(report: String) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      screened.terminal.listensToMouse = true
      #expect(try screened.keys("\u{1B}[<" + report + "Mx") == [.character("x")])
    }

    @Test(
      arguments: [
        (Array("\u{1B}O".utf8), Array("Q".utf8), .function(2)),
        (Array("\u{1B}[2".utf8), Array("4~".utf8), .function(12)), ([0xE4], [0xB8, 0xAD], .character("中")),
      ] as [([UInt8], [UInt8], Key)])
    func `a key in which the size changes is that key`(first: [UInt8], second: [UInt8], key: Key) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      var keys = try screened.keys(Array("a".utf8) + first, count: 1)
      screened.resize(rows: 6, columns: 30)
      keys += try screened.keys(second, count: 1)
      #expect(keys == [.character("a"), key])
    }

    @Test func `a character may come in pieces`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      screened.outside.send([0xE4])
      let keys = try screened.keys([0xB8, 0xAD, 0x78], count: 2)
      #expect(keys == [.character("中"), .character("x")])
    }

    @Test func `a paste is one key without escapes`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let keys = try screened.keys("a\u{1B}[200~一\r\n二\u{1B}[31m\tq\u{3}\u{1B}[201~b", count: 3)
      #expect(keys == [.character("a"), .paste("一\n二[31m\tq"), .character("b")])
    }

    @Test func `a paste may come in pieces`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      var keys = try screened.keys("\u{1B}[200~3栋", count: 0)
      keys += try screened.terminal.keys()
      keys += try screened.keys("1201 漏水", count: 0)
      keys += try screened.terminal.keys()
      keys += try screened.keys("\u{1B}[201~", count: 1)
      #expect(keys == [.paste("3栋1201 漏水")])
    }

    @Test func `a byte of a paste that is no character takes nothing else with it`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let paste =
        Array("\u{1B}[200~漏水".utf8) + [0xA3, 0xAC] + Array(" 急 138".utf8) + [0xE9]
        + Array("a\u{1B}[201~b".utf8)
      let keys = try screened.keys(paste, count: 2)
      #expect(keys == [.paste("漏水\u{FFFD}\u{FFFD} 急 138\u{FFFD}a"), .character("b")])
      let cut = Array("\u{1B}[200~急".utf8) + [0xE6, 0x80] + Array("\u{1B}[201~c".utf8)
      #expect(try screened.keys(cut, count: 2) == [.paste("急"), .character("c")])
    }

    @Test func `bytes that are no characters are dropped`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let none = try screened.keys([0xFF, 0xC0, 0x80, 0x1C, 0x00], count: 0) + screened.terminal.keys()
      let keys = try screened.keys("x")
      #expect(none.isEmpty)
      #expect(keys == [.character("x")])
    }

    @Test func `no key is no key`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let keys = try screened.terminal.keys()
      #expect(keys.isEmpty)
    }

    @Test func `a terminal that went away is lost`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      screened.outside.hangUp()
      var caught: TerminalError?
      let end = ContinuousClock.now + .seconds(5)
      // Another test's child may hold the line for the moment before it runs its program.
      while caught == nil, ContinuousClock.now < end {
        do { _ = try screened.terminal.keys() } catch { caught = error }
      }
      #expect(caught == .lost)
    }

    @Test func `a terminal says how wide its squares are`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      #expect(screened.terminal.facts.ambiguousWidth == nil)
      var frame = Frame(size: screened.terminal.size)
      frame.write("“a”—①■é", row: 0, column: 0, width: 20)
      screened.paint(frame)
      #expect(screened.outside.screen.line(0).hasPrefix("“a”—①■é "))
      let keys = try screened.keys("\u{1B}[2;3R" + "x")
      #expect(keys == [.character("x")])
      #expect(screened.terminal.facts.ambiguousWidth == 2)
      screened.paint(frame)
      #expect(screened.outside.screen.line(0).hasPrefix("\"a\"-1#e "))
    }

    @Test(arguments: [
      ("……", ".."), ("a·b", "a.b"), ("——", "--"), ("①②", "12"), ("→", ">"), ("§¶", "??"), ("Ωж", "??"),
      ("¡ü", "?u"), ("漏水", "漏水"), ("√", "?"),
    ])
    func `where squares are wide, what would be is drawn in narrow characters`(text: String, drawn: String)
      throws
    {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let keys = try screened.keys("\u{1B}[2;3R" + "x")
      #expect(keys == [.character("x")])
      var frame = Frame(size: screened.terminal.size)
      frame.write(text + "|", row: 0, column: 0, width: 20)
      screened.paint(frame)
      #expect(screened.outside.screen.line(0).hasPrefix(drawn + "| "))
    }

    @Test(arguments: [(1, "2;3R", "“a”"), (2, "2;2R", "\"a\"")])
    func `the width that the settings say goes before what the terminal answers`(
      width: Int, answer: String, drawn: String
    ) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      screened.terminal.ambiguousWidth = width
      let keys = try screened.keys("\u{1B}[" + answer + "x")
      #expect(keys == [.character("x")])
      #expect(screened.terminal.facts.ambiguousWidth == width)
      var frame = Frame(size: screened.terminal.size)
      frame.write("“a”", row: 0, column: 0, width: 20)
      screened.paint(frame)
      #expect(screened.outside.screen.line(0).hasPrefix(drawn + " "))
    }

    @Test func `the virtual terminal has narrow squares`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let keys = try screened.keys("x")
      #expect(keys == [.character("x")])
      #expect(screened.terminal.facts.ambiguousWidth == 1)
    }

    @Test func `a terminal that can, shows a frame at once`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      var frame = Frame(size: screened.terminal.size)
      screened.paint(frame)
      #expect(!screened.outside.hasWritten("[?2026h"))
      let keys = try screened.keys("\u{1B}[?2026;2$y" + "x")
      #expect(keys == [.character("x")])
      #expect(screened.paint(frame) == 0)
      frame.write("前台", row: 0, column: 0, width: 4)
      screened.paint(frame)
      #expect(screened.outside.hasWritten("[?2026h") && screened.outside.hasWritten("前台"))
      #expect(screened.outside.hasWritten("[?2026l"))
    }

    @Test(arguments: [0, 3, 4])
    func `a terminal that does not know whole frames, or never shows them so, is not asked to`(answer: Int)
      throws
    {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      let keys = try screened.keys("\u{1B}[?2026;\(answer)$y" + "x")
      #expect(keys == [.character("x")])
      var frame = Frame(size: screened.terminal.size)
      frame.write("前台", row: 0, column: 0, width: 4)
      screened.paint(frame)
      #expect(screened.outside.hasWritten("前台") && !screened.outside.hasWritten("[?2026h"))
    }

    @Test func `what the terminal answers when nobody listens any more is not left to the shell`() throws {
      let outside = try PseudoTerminal(size: Size(rows: 24, columns: 80))
      let terminal = try Terminal(input: outside.slave, output: outside.slave, type: "xterm-256color")
      outside.send("\u{1B}[2;2R\u{1B}[?2026;2$y\n")
      _ = consume terminal
      var waiting = pollfd(fd: outside.slave, events: Int16(POLLIN), revents: 0)
      #expect(poll(&waiting, 1, 0) == 0)
    }

    @Test func `answers are waited for until the last one, also where keys were read before`() throws {
      let outside = try PseudoTerminal(size: Size(rows: 24, columns: 80))
      var terminal = try Terminal(input: outside.slave, output: outside.slave, type: "xterm-256color")
      #expect(try terminal.keys().isEmpty)
      outside.send("\u{1B}[2;2R\u{1B}[?2026;2$y\u{1B}[?62;22c")
      _ = consume terminal
      var waiting = pollfd(fd: outside.slave, events: Int16(POLLIN), revents: 0)
      #expect(poll(&waiting, 1, 0) == 0)
      outside.synchronize()
      #expect(outside.hasWritten("\u{1B}[>0q\u{1B}[c"))
    }

    @Test func `signals come once each`() throws {
      var screened = try ScreenedTerminal(rows: 5, columns: 20)
      for signal in [SIGWINCH, SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGUSR2] { kill(getpid(), signal) }
      var received: Set<Signal> = []
      let end = ContinuousClock.now + .seconds(5)
      while received.count < 6, ContinuousClock.now < end {
        for signal in screened.terminal.receivedSignals() {
          let isNew = received.insert(signal).inserted
          #expect(isNew || signal == .resized)
        }
      }
      #expect(received == [.resized, .terminate, .hangUp, .interrupt, .continued, .reload])
    }
  }
#endif
