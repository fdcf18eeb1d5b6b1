#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// What people write reaches the terminal as text and as nothing else.
  @Suite struct NaughtyScreenTests {
    /// Sequences that would steer a terminal; none of them is ever ours.
    private static let payloads = [
      "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;b3duZWQ=\u{7}",
      "\u{1B}]8;;https://owned.example/\u{7}here\u{1B}]8;;\u{7}",
      "\u{1B}[66;66H", "\u{1B}[31;45;5mred", "\u{1B}P1$r0m\u{1B}\\", "\u{9B}66;66H", "\u{9D}0;owned\u{9C}",
      "\u{1B}c", "\u{1B}[?1049l\u{1B}[2J", "\u{202E}desrever", "a\r\nb\tc\u{8}\u{7F}d", "\0nul",
    ]

    /// Whether any of it got out: no title, clipboard or device string, no C1 control, none of the sequences whole.
    private static func isClean(
      _ desk: Sitting, _ texts: [String], at location: SourceLocation = #_sourceLocation
    ) {
      // The one question that is ours: what colour the background has.
      let output = String(decoding: desk.outside.output, as: UTF8.self)
        .replacing("\u{1B}]11;?\u{1B}\\", with: "", maxReplacements: 1)
      for mark in [
        "\u{1B}]", "\u{1B}P", "\u{1B}^", "\u{1B}_", "\u{1B}X", "\u{9B}", "\u{9D}", "\u{90}", "\u{202E}",
      ] {
        #expect(!output.contains(mark), "\(mark.debugDescription) got out", sourceLocation: location)
      }
      for text in texts where text.contains("\u{1B}") && text.unicodeScalars.count > 2 {
        #expect(!output.contains(text), "\(text.debugDescription) got out", sourceLocation: location)
      }
    }

    @Test func `payloads pasted into a form become plain text`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      for (index, payload) in Self.payloads.enumerated() {
        desk.press(.function(2))
        desk.expect("来电")
        desk.type("\r1-1-10\(index)\r")
        desk.paste("甲\(payload)")
        desk.type("\r\r\r")
        desk.paste("事\(payload)项\(index)")
        desk.expect("项\(index)")
        desk.press(.control("s"))
        desk.expect("R-\(index + 1)")
        desk.expectNo("来电 0分")
      }
      #expect(try folder.run("verify").code == 0)
      #expect(desk.quit() == 0)
      Self.isClean(desk, Self.payloads)
    }

    @Test func `the end of a paste that is too long is dropped and never pressed as keys`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      desk.press(.function(2))
      desk.expect("来电")
      desk.paste("1-1-101 漏水 " + String(repeating: "甲", count: 100_000) + "\r\u{13}\r\u{13}")
      desk.expect("甲甲甲")
      desk.press(.control("u"))
      desk.type("2-2-202 停电")
      desk.expect("2-2-202 停电")
      desk.press(.control("s"))
      desk.expect("R-1")
      #expect(try folder.ticket("R-1")["place"] as? String == "2-2-202")
      #expect(desk.quit() == 0)
    }

    @Test func `payloads of the command line are shown as plain text by every page`() throws {
      let folder = try TestFolder()
      for payload in Self.payloads where !payload.contains("\0") {
        try folder.done(
          [
            [
              "new", "--place", payload + "1-1-101", "--reporter", payload, "--phone",
              payload, "--text", payload, "事项" + payload,
            ]
          ], now: "2026-10-14T14:00:05")
      }
      try folder.done([["staff", "add", "老\u{1B}]0;owned\u{7}王"]], now: "2026-10-14T14:00:05")
      let name = "老\u{1B}[66;66H王"
      try folder.done([["staff", "add", name], ["do", "R-1", "assign", name]], now: "2026-10-14T14:00:05")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:00:10"], size: Sitting.medium)
      desk.expect("F1帮助")
      for keys in ["2", "3", "4", "1", "\r", "\u{1B}", "e", "\u{1B}"] {
        let start = desk.outside.output.count
        desk.type(keys)
        _ = desk.outside.wait { desk.outside.output.count > start }
      }
      desk.press(.function(5))
      desk.expect("派给谁")
      #expect(desk.outside.screen.lines.count == 40)
      Self.isClean(desk, Self.payloads)
    }

    @Test(
      .enabled(
        if: ReferenceData.has("strings/blns.json"), "the strings of ../shared/data/strings are not here"))
    func `naughty strings shift no row`() throws {
      let listed =
        try JSONSerialization.jsonObject(with: ReferenceData.bytes("strings/blns.json")) as? [String] ?? []
      // libvterm gives the emoji of the last ten years one column; terminals and libc give them two.
      let strings = listed.filter { text in
        !text.isEmpty && !text.unicodeScalars.contains { $0.value == 0 || $0.value >= 0x1F900 }
      }
      try #require(strings.count > 400)
      let folder = try TestFolder()
      let map = try folder.file(
        "map.json5",
        """
        { log: "naughty", zone: "Asia/Shanghai", date: ["yyyy-MM-dd HH:mm"],
          columns: { number: "n", reported: "at", subject: "s", place: "p", category: "c" } }
        """)
      let rows = strings.enumerated().map { index, text in
        let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
        return "\(index),2026-10-14 13:\(10 + index % 50),\(cell),\(cell),\(cell)"
      }
      let log = try folder.file("log.csv", (["n,at,s,p,c"] + rows).joined(separator: "\r\n") + "\r\n")
      try folder.done([["import", "tickets", log, "--map", map]], now: "2026-10-14T14:00:00")
      // Crossings are recorded by a first desk, so that both see the same record.
      let first = try Sitting(folder, ["--now", "2026-10-14T14:00:05"])
      first.expect("F1帮助")
      #expect(first.quit() == 0)
      for size in [Sitting.small, Sitting.large] {
        let desk = try Sitting(folder, ["--now", "2026-10-14T14:00:10", "--theme", "mono"], size: size)
        desk.expect("F1帮助")
        try desk.expectRendered("2026-10-14T14:00:10")
        #expect(desk.quit() == 0)
        Self.isClean(desk, strings)
      }
    }
  }

  extension Sitting {
    /// Waits until the screen is what `frontdesk render` prints of the same store at the same minute.
    ///
    /// A `?`, `〓` or missing mark stands where this system's terminals disagree about a character; it may not be wider.
    func expectRendered(_ now: String, at location: SourceLocation = #_sourceLocation) throws {
      let size = outside.screen.size
      let words = [
        "render", "--size", "\(size.columns)x\(size.rows)", "--now", now, "--lang", "zh", "--as", "李敏",
        "--store",
        folder.store,
      ]
      let run = try Run(words, in: folder)
      try #require(run.code == 0, "\(run.errors)", sourceLocation: location)
      let wanted = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(Self.cells)
      var wrong: [String] = []
      let isSame = outside.wait(for: .seconds(30)) { (screen: VirtualScreen) in
        wrong = (0..<screen.size.rows).compactMap { row in
          let seen = Self.cells(Substring(screen.line(row)))
          return Self.isSame(seen, row < wanted.count ? wanted[row] : [:])
            ? nil : "\(row): \(screen.line(row))"
        }
        return wrong.isEmpty
      }
      #expect(
        isSame, "\(size)\n\(wrong.joined(separator: "\n"))\nis not\n\(run.output)", sourceLocation: location)
    }

    /// The characters by the columns they begin in, without blanks.
    private static func cells(_ line: Substring) -> [Int: Character] {
      var cells: [Int: Character] = [:]
      var column = 0
      for character in line {
        // A terminal that draws lines narrow gets thin ones.
        let plain: Character = character == "─" ? "-" : character == "│" ? "|" : character
        if character != " " { cells[column] = plain }
        column += max(1, displayWidth(String(character)))
      }
      return cells
    }

    private static func isSame(_ seen: [Int: Character], _ wanted: [Int: Character]) -> Bool {
      Set(seen.keys).union(wanted.keys).allSatisfy { column in
        let one = seen[column]?.unicodeScalars.first
        return one == wanted[column]?.unicodeScalars.first || one == "?" || one == "〓"
      }
    }
  }
#endif
