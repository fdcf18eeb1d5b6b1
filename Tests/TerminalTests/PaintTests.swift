#if VTERM
  import CNcurses
  import Foundation
  import Screen
  import Terminal
  import Testing
  import TestSupport

  extension NcursesTests {
    @Test func `the screen shows the frame`() throws {
      var screened = try ScreenedTerminal(rows: 6, columns: 24)
      var frame = Frame(size: screened.terminal.size)
      frame.write("物业 front desk é e\u{301}", row: 0, column: 0, width: 24)
      frame.write("👍🏽👨‍👩‍👧🇨🇳 \u{2EBF0}\u{31350}", row: 1, column: 0, width: 24)
      frame.write("右边", row: 2, column: 20, width: 4)
      frame.write("末行末行末行末行末行末行", row: 5, column: 0, width: 24)
      frame.cursor = Position(row: 2, column: 20)
      screened.paint(frame)
      #expect(screened.differences(from: frame) == [])
      #expect(screened.outside.screen.line(0) == "物业 front desk é e\u{301}     ")
      #expect(screened.outside.screen.line(2) == String(repeating: " ", count: 20) + "右边")
      #expect(screened.outside.screen.cursor == Position(row: 2, column: 20))
    }

    @Test func `the same frame again sends nothing`() throws {
      var screened = try ScreenedTerminal(rows: 10, columns: 40)
      var frame = Frame(size: screened.terminal.size)
      frame.write("余 04:31", row: 3, column: 5, width: 20)
      frame.cursor = Position(row: 3, column: 5)
      screened.paint(frame)
      #expect(screened.paint(frame) == 0)
      frame.write("余 04:30", row: 3, column: 5, width: 20)
      let bytes = screened.paint(frame)
      #expect((1...40).contains(bytes), "\(bytes) bytes for one digit")
    }

    @Test func `a look is colour and attributes`() throws {
      var screened = try ScreenedTerminal(rows: 2, columns: 20)
      let looks = [
        Look(), Look(foreground: 203, attributes: [.bold, .reverse]),
        Look(background: 23, attributes: .underline),
      ]
      var frame = Frame(size: screened.terminal.size)
      frame.write("超时", row: 0, column: 0, width: 4, style: Style(rawValue: 1))
      frame.write("x", row: 0, column: 6, width: 1, style: Style(rawValue: 2))
      frame.write("y", row: 0, column: 8, width: 1, style: Style(rawValue: 99))
      screened.paint(frame, looks: looks)
      let screen = screened.outside.screen
      #expect(screen[0, 0].text == "超" && screen[0, 0].attributes == [.bold, .reverse])
      #expect(screen[0, 0].foreground == 203 && screen[0, 0].background == -1)
      #expect(screen[0, 6].background == 23 && screen[0, 6].attributes == .underline)
      #expect(screen[0, 8].foreground == -1 && screen[0, 8].attributes == [])
    }

    @Test func `a terminal without colours gets attributes only`() throws {
      var screened = try ScreenedTerminal(rows: 2, columns: 20, type: "vt100")
      #expect(screened.terminal.colours == 0)
      var frame = Frame(size: screened.terminal.size)
      frame.write("over", row: 0, column: 0, width: 4, style: Style(rawValue: 1))
      screened.paint(frame, looks: [Look(), Look(foreground: 1, background: 3, attributes: .bold)])
      #expect(screened.outside.screen[0, 0].attributes == .bold)
      #expect(!screened.outside.hasWritten("[31") && !screened.outside.hasWritten(";31"))
    }

    @Test(arguments: MixedText.pieces)
    func `every kind of character shifts nothing`(piece: String) throws {
      var screened = try ScreenedTerminal(rows: 2, columns: 12)
      var frame = Frame(size: screened.terminal.size)
      frame.write("<" + piece + piece + ">", row: 0, column: 0, width: 12)
      screened.paint(frame)
      #expect(screened.differences(from: frame) == [])
    }

    @Test(arguments: [UInt64](1...12))
    func `any row of frames, in any size, is shown cell by cell`(seed: UInt64) throws {
      var generator = SeededGenerator(seed: seed)
      var screened = try ScreenedTerminal(rows: 8, columns: 30)
      for step in 0..<12 {
        if step % 4 == 3 {
          let rows = Int.random(in: 1...20, using: &generator),
            columns = Int.random(in: 1...60, using: &generator)
          screened.resize(rows: rows, columns: columns)
          #expect(screened.terminal.size == Size(rows: rows, columns: columns))
        }
        var frame = Frame(size: screened.terminal.size)
        for row in 0..<frame.size.rows {
          let text = MixedText.random(20, using: &generator)
          frame.write(text, row: row, column: .random(in: 0...3, using: &generator), width: 60)
        }
        screened.paint(frame)
        #expect(screened.differences(from: frame) == [], "seed \(seed), step \(step)")
      }
    }

    @Test func `a screen of one cell is a screen`() throws {
      var screened = try ScreenedTerminal(rows: 24, columns: 80)
      screened.resize(rows: 1, columns: 1)
      #expect(screened.terminal.size == Size(rows: 1, columns: 1))
      var frame = Frame(size: Size(rows: 1, columns: 1))
      frame.write("物", row: 0, column: 0, width: 1)
      screened.paint(frame)
      #expect(screened.outside.screen.line(0) == "~")
      screened.resize(rows: 24, columns: 80)
      screened.paint(Frame(size: screened.terminal.size))
      #expect(screened.outside.screen.line(0) == String(repeating: " ", count: 80))
    }

    @Test(arguments: [32_768, 65_535]) func `an extent that no screen has is used as far as a screen goes`(
      extent: Int
    ) throws {
      var screened = try ScreenedTerminal(rows: 5, columns: extent)
      #expect(screened.terminal.size == Size(rows: 5, columns: 1000))
      var frame = Frame(size: screened.terminal.size)
      frame.write("desk", row: 4, column: 996, width: 4)
      screened.paint(frame)
      #expect(screened.differences(from: frame) == [])
      screened.resize(rows: extent, columns: 20)
      #expect(screened.terminal.size == Size(rows: 1000, columns: 20))
    }

    @Test func `after a frame that did not get out the terminal is as it would be with it`() throws {
      var screened = try ScreenedTerminal(rows: 3, columns: 20)
      let looks = [Look(), Look(attributes: .bold)]
      var frame = Frame(size: screened.terminal.size)
      frame.write("desk", row: 0, column: 0, width: 4)
      screened.paint(frame, looks: looks)
      screened.terminal.listensToMouse = true
      screened.outside.fill()
      kill(getpid(), SIGUSR2)
      var waiting = pollfd(fd: screened.terminal.signals, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, 5000)
      frame.write("late", row: 1, column: 0, width: 4, style: Style(rawValue: 1))
      frame.cursor = Position(row: 1, column: 0)
      screened.terminal.paint(frame, looks: looks)
      #expect(screened.terminal.receivedSignals() == [.reload])
      while screened.outside.read(patience: 100) {}
      let start = screened.outside.output.count
      #expect(!screened.outside.hasWritten("late"))
      screened.paint(frame, looks: looks)
      #expect(screened.differences(from: frame) == [])
      for sequence in ["\u{1B}[0m", "[?25h", "[?2004h", "[?1004h", "[?1000h", "\u{1B}[?1h"] {
        #expect(screened.outside.hasWritten(sequence, since: start), "\(sequence)")
      }
      #expect(screened.paint(frame, looks: looks) == 0)
    }

    @Test func `drawing anew repairs what something else wrote`() throws {
      var screened = try ScreenedTerminal(rows: 3, columns: 20)
      var frame = Frame(size: screened.terminal.size)
      frame.write("前台", row: 1, column: 0, width: 20)
      screened.paint(frame)
      screened.outside.screen.feed(Array("\u{1B}[2J\u{1B}[1;1Hwall: reboot at 5".utf8))
      #expect(screened.differences(from: frame) != [])
      screened.terminal.redraw()
      screened.paint(frame)
      #expect(screened.differences(from: frame) == [])
    }

    @Test func `the terminal is given back byte for byte`() throws {
      let outside = try PseudoTerminal(size: Size(rows: 5, columns: 20))
      let before = outside.modes
      for _ in 0..<3 {
        var terminal = try Terminal(input: outside.slave, output: outside.slave, type: "xterm-256color")
        #expect(outside.modes != before)
        terminal.paint(Frame(size: terminal.size), looks: [])
        _ = consume terminal
        outside.synchronize()
        #expect(outside.modes == before)
        #expect(outside.hasWritten("\u{1B}[?2004l") && outside.hasWritten("\u{1B}[?1049l"))
      }
    }

    @Test func `libc and the frame agree on nearly every character that libc knows`() throws {
      _ = try ScreenedTerminal(rows: 1, columns: 9)
      var different: [UInt32] = []
      for scalar in (UInt32(0x20)...0x2FFFF).compactMap(Unicode.Scalar.init) {
        let libc = door_width(scalar.value)
        if libc >= 0, scalar.properties.generalCategory != .format, Int(libc) != displayWidth(String(scalar))
        {
          different.append(scalar.value)
        }
      }
      print(
        "widths that differ from libc: \(different.count)", different.prefix(12).map { String($0, radix: 16) }
      )
      #expect(different.count < 400)
    }

    @Test(arguments: ["", "a", "ab", "abc", "3栋1201 漏水"])
    func `a copied text goes to the clipboard of the terminal`(text: String) throws {
      var screened = try ScreenedTerminal(rows: 2, columns: 20)
      let isSent = screened.terminal.copy(text)
      screened.outside.synchronize()
      #expect(isSent)
      #expect(screened.outside.hasWritten("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}"))
      // 74,996 bytes; what is let through would fill a line that nobody reads.
      let isTooLong = !screened.terminal.copy(String(repeating: "a", count: 56_247))
      #expect(isTooLong)
    }

    @Test func `under tmux a copied text goes to tmux and to the terminal around it`() throws {
      var screened = try ScreenedTerminal(rows: 2, columns: 20)
      _ = try screened.keys("\u{1B}P>|tmux 3.4\u{1B}\\x")
      let start = screened.outside.output.count
      let isSent = screened.terminal.copy("R-1")
      screened.outside.synchronize()
      #expect(isSent)
      let own = "\u{1B}]52;c;Ui0x\u{7}"
      #expect(screened.outside.hasWritten(own + "\u{1B}Ptmux;\u{1B}" + own + "\u{1B}\\", since: start))
    }

    @Test(arguments: [
      ("osc9", "", "\u{1B}]9;R-1 漏水\u{1B}\\"), ("osc777", "", "\u{1B}]777;notify;FrontDesk;R-1 漏水\u{1B}\\"),
      ("osc99", "", "\u{1B}]99;;R-1 漏水\u{1B}\\"), ("auto", "", ""),
      ("auto", "\u{1B}P>|tmux 3.4\u{1B}\\", ""),
      ("auto", "\u{1B}P>|kitty(0.36)\u{1B}\\", "\u{1B}]99;;R-1 漏水\u{1B}\\"),
      ("osc9", "\u{1B}P>|tmux 3.4\u{1B}\\", "\u{1B}Ptmux;\u{1B}\u{1B}]9;R-1 漏水\u{1B}\u{1B}\\\u{1B}\\"),
    ])
    func `a toast goes the way the terminal understands, and never makes a sound`(
      way: String, name: String, sent: String
    ) throws {
      var screened = try ScreenedTerminal(rows: 2, columns: 20)
      let keys = try screened.keys(name + "x")
      #expect(keys == [.character("x")])
      screened.outside.synchronize()
      let start = screened.outside.output.count
      screened.terminal.toast("R-1 \u{1B}漏水", way)
      let count = screened.outside.synchronize()
      #expect(String(decoding: screened.outside.output[start...].prefix(count), as: UTF8.self) == sent)
    }

    @Test func `what is no terminal is refused`() throws {
      let outside = try PseudoTerminal(size: Size(rows: 5, columns: 20))
      #expect(throws: TerminalError.unknownType("bogus")) {
        _ = try Terminal(input: outside.slave, output: outside.slave, type: "bogus")
      }
      let null = open("/dev/null", O_RDWR)
      defer { close(null) }
      #expect(throws: TerminalError.notATerminal) {
        _ = try Terminal(input: null, output: null, type: "xterm")
      }
    }
  }
#endif
