import Foundation
import TestSupport
import Testing

/// Clear sentences and right exit codes for everything that is wrong.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let words: [String]
    let code: Int32
    let english: String
    let chinese: String
    var testDescription: String { words.joined(separator: " ") }
  }

  static let cases = [
    Case(words: ["lst"], code: 64, english: "Did you mean frontdesk list?", chinese: "是不是 frontdesk list？"),
    Case(
      words: ["report"], code: 64, english: "one of: patrol, figures, clocks, midnights",
      chinese: "report 后面还要写：patrol"),
    Case(
      words: ["report", "clock"], code: 64, english: "Did you mean frontdesk report clocks?",
      chinese: "report clocks"),
    Case(words: ["list", "--opne"], code: 64, english: "Did you mean --open?", chinese: "是不是 --open？"),
    Case(words: ["list", "--kind"], code: 64, english: "--kind needs a value", chinese: "--kind 后面要写值"),
    Case(
      words: ["list", "--kind", "x"], code: 64, english: "It can be: repair, complaint", chinese: "可以写：repair"
    ),
    Case(words: ["list", "--open=yes"], code: 64, english: "--open takes no value", chinese: "--open 后面不带值"),
    Case(
      words: ["new", "--place", "1-1-1", "--place=1-1-2", "x"], code: 64, english: "--place is there twice",
      chinese: "--place 写了两次"),
    Case(
      words: ["list", "--open", "--ended"], code: 64, english: "--open and --ended exclude each other",
      chinese: "--open、--ended 不能一起用"),
    Case(
      words: ["new", "--urgent", "--ordinary", "--place", "1-1-1", "x"], code: 64,
      english: "--urgent and --ordinary exclude", chinese: "请只留一个"),
    Case(
      words: ["report", "figures", "--month", "2026-10", "--quarter", "2026-Q3"], code: 64,
      english: "--month and --quarter exclude", chinese: "--month、--quarter 不能一起用"),
    Case(
      words: ["report", "figures", "--half", "2026-H2", "--to", "2026-10-01"], code: 64,
      english: "--half and --to exclude", chinese: "--half、--to 不能一起用"),
    Case(
      words: ["import", "households", "/tmp"], code: 65, english: "/tmp is a folder", chinese: "/tmp 是文件夹"),
    Case(
      words: ["config", "check", "/tmp"], code: 2, english: "/tmp cannot be read: Is a directory.",
      chinese: "/tmp 读不了：这是文件夹，不是文件。"),
    Case(
      words: ["config", "check", "/nowhere"], code: 2, english: "No such file or directory.",
      chinese: "读不了：没有这个文件或文件夹。"),
    Case(
      words: ["new", "--store", "/etc/passwd/desk", "--place", "1-1-101", "灯"], code: 73,
      english: "Not a directory.",
      chinese: "建不了 /etc/passwd/desk：路径中间有一段不是文件夹。"),
    Case(words: ["list", "extra"], code: 64, english: "\"extra\" is too much", chinese: "多了“extra”"),
    Case(words: ["show"], code: 64, english: "TICKET is missing", chinese: "还要写 TICKET"),
    Case(words: ["show", "x12"], code: 64, english: "no ticket number. Write R-12", chinese: "请写成 R-12"),
    Case(words: ["do", "R-1", "arive"], code: 64, english: "Did you mean arrive?", chinese: "是不是 arrive？"),
    Case(
      words: ["do", "R-1", "hold", "lunch"], code: 64,
      english: "no reason to hold. It can be: parts, owner-time",
      chinese: "没有挂起原因“lunch”。可以写：待料、业主约期"),
    Case(
      words: ["do", "C-1", "grade", "bad"], code: 64, english: "It can be: ordinary, serious",
      chinese: "可以写：一般、严重"),
    Case(words: ["do", "R-1", "subject"], code: 64, english: "TEXT is missing", chinese: "少了 TEXT"),
    Case(
      words: ["new", "1-1-101", "x", "--category", "nosuch"], code: 64, english: "It can be: ",
      chinese: "可以写：电梯、供电"),
    Case(
      words: ["do", "R-1", "assign"], code: 64, english: "NAME is missing. Usage: assign NAME",
      chinese: "少了 NAME。写法：assign NAME"),
    Case(
      words: ["do", "R-1", "quote", "50"], code: 64, english: "Usage: quote YUAN WHAT", chinese: "少了 WHAT"),
    Case(
      words: ["restore", "none.db"], code: 69, english: "There is no copy at none.db", chinese: "没有备份 none.db"
    ),
    Case(
      words: ["new", "--now", "yesterday", "x"], code: 64, english: "--now cannot be", chinese: "--now 看不懂"),
    Case(
      words: ["report", "clocks", "--clock", "x"], code: 64, english: "Write 30m, 4h, 2d or due",
      chinese: "请写 30m"),
    Case(words: ["import", "tickets", "x.csv"], code: 64, english: "--map", chinese: "--map"),
    Case(
      words: ["list", "--store", "nowhere/desk.db"], code: 69, english: "There is no store at",
      chinese: "没有前台数据"),
    Case(
      words: ["do", "R-1", "arrive", "--store", "nowhere"], code: 69, english: "There is no store",
      chinese: "没有前台数据"),
    Case(
      words: ["new", "3-2-1501", "--category", "leakk", "漏水"], code: 64,
      english: "There is no category leakk. It can be: lift", chinese: "没有类别 leakk。可以写："),
    Case(
      words: ["incident", "declare", "flood"], code: 64, english: "with --place", chinese: "请用 --place"),
    Case(
      words: ["incident", "skip", "I-1", "6", "7"], code: 64, english: "with --reason", chinese: "请用 --reason"
    ),
    Case(
      words: ["do", "R-1", "categorise", "lfit"], code: 64, english: "There is no category lfit",
      chinese: "没有类别 lfit"),
    Case(words: ["new"], code: 1, english: "Give the room or the place", chinese: "请写房号或位置"),
    Case(words: ["new", "--place", "1-1-1"], code: 1, english: "Give a subject", chinese: "请写事项"),
    Case(
      words: ["routes", "publish", "missing.json5"], code: 65,
      english: "missing.json5 cannot be read: No such file", chinese: "missing.json5 读不了：没有这个文件"),
  ]

  @Test(arguments: cases) func `what is wrong is said in both languages, with its number`(_ example: Case)
    throws
  {
    let folder = try TestFolder()
    for (language, words) in [("en", example.english), ("zh", example.chinese)] {
      let store = example.words.contains("--store") ? [] : ["--store", folder.store]
      if !store.isEmpty, example.code == 64 { _ = try folder.run("new", "--place", "1-1-1", "灯") }
      let run = try Run(example.words + ["--lang", language] + store, in: folder)
      #expect(run.code == example.code)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  static let header = "no,at,done,type,what\n"
  static let map = """
    { log: "old", zone: "Asia/Shanghai", date: "yyyy-MM-dd HH:mm",
      columns: { number: "no", reported: "at", closed: "done", category: "type", subject: "what" } }
    """

  @Test func `a punch at a time that no clock shows is rejected, and the rest is imported`() throws {
    let folder = try TestFolder()
    let log = """
      date,route,round,seq,checkpoint,elapsed_s,start
      2026-11-01,A,r1,1,p,9000000000000000000,
      2026-11-01,A,r2,1,p,10,00:9223372036854775807:00
      2026-11-01,A,r3,1,p,10,8:x:05:30
      0206-11-01,A,r4,1,p,10,08:05:30

      """
    _ = try folder.file("log.csv", log)
    let run = try folder.run("import", "punches", "log.csv")
    #expect(run.output.contains("4 rows: 1 imported, 0 known before, 3 rejected."), "\(run.errors)")
    #expect(try folder.run("verify").code == 0)
  }

  @Test(arguments: [
    ("date:", "dates:", "m.json5:1:38: there is no key dates. Did you mean date?"),
    ("Asia/Shanghai", "Asia/Shanghia", "m.json5:1:15: zone cannot be \"Asia/Shanghia\"."),
    ("columns: {", "columns: ", "m.json5:2:13"),
    (
      "\"no\"", "\"number\"",
      "m.json5:2:14: columns.number cannot be \"number\". It can be: no, at, done, type, what"
    ),
    ("yyyy-MM-dd HH:mm", "DD.MM.YYYY", "date cannot be \"DD.MM.YYYY\""),
    ("log: \"old\",", "log: \"old\", log: \"new\",", "m.json5:1:15: log comes twice."),
    ("}", "", "it ends too early"),
  ])
  func `a wrong map is named with its place and a remedy`(from: String, to: String, says: String) throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map.replacingOccurrences(of: from, with: to))
    _ = try folder.file("log.csv", Self.header)
    let run = try folder.run("import", "tickets", "log.csv", "--map", "m.json5")
    #expect(run.code == 65)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.store))
  }

  @Test func `rejected rows are kept with line and reason, and the rest is imported`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map)
    let log = """
      1,2020-01-01 08:00,,leak,ok
      2,never,,leak,bad date
      3,2020-01-01 08:00,,leak
      1,2020-01-01 09:00,,leak,same number
      ,2020-01-01 08:00,,leak,"=1+1"
      5,2020-01-01 08:00,2020-01-01 07:00,leak,closed before
      6,2020-01-01 08:00,,"leak"x,quote

      """
    _ = try folder.file("log.csv", Self.header + log)
    let run = try folder.run("import", "tickets", "log.csv", "--map", "m.json5")
    #expect(run.code == 0)
    #expect(run.output.contains("7 rows: 2 imported, 0 known before, 5 rejected."))
    let rejects = try String(contentsOfFile: "\(folder.path)/log.csv.rejects.csv", encoding: .utf8)
    let lines = rejects.split(separator: "\r\n").map(String.init)
    let facts = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/log.csv.rejects.csv")
    #expect(facts[.posixPermissions] as? Int == 0o600)
    #expect(lines[0] == "line,reason,no,at,done,type,what")
    #expect(
      lines[1].hasPrefix("3,\"\"\"never\"\" in at cannot be read as a time. Write it as yyyy-MM-dd HH:mm."))
    #expect(lines[2].hasPrefix("4,\"It has 4 fields, the first line has 5.\""))
    #expect(Set(lines.dropFirst().map { $0.prefix(2) }) == ["3,", "4,", "5,", "6,", "8,"])
    #expect(rejects.contains("Number 1 of old was imported before with other content."))
    #expect(rejects.contains(",'=1+1"))
    let again = try folder.run("import", "tickets", "log.csv", "--map", "m.json5")
    #expect(again.output.contains("7 rows: 0 imported, 2 known before, 5 rejected."))
  }

  @Test func `rejected rows go where a link leads, and to what is no file`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map)
    _ = try folder.file("log.csv", Self.header + "1,never,,leak,bad\n")
    let (link, pipe) = ("\(folder.path)/link", "\(folder.path)/pipe")
    #expect(symlink("target.csv", link) == 0 && mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    for name in ["link", "pipe"] {
      let run = try folder.run("import", "tickets", "log.csv", "--map", "m.json5", "--rejects", name)
      #expect(run.output.contains("1 rejected"), "\(run.errors)")
    }
    #expect(
      try String(contentsOfFile: "\(folder.path)/target.csv", encoding: .utf8).hasPrefix("line,reason,"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.csv")
    var bytes = [UInt8](repeating: 0, count: 12)
    #expect(read(reader, &bytes, 12) == 12 && String(decoding: bytes, as: UTF8.self) == "line,reason,")
  }

  @Test func `a clean import takes the rejected rows of an earlier one away, and no other file`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map)
    let words = ["import", "tickets", "log.csv", "--map", "m.json5", "--store", folder.store, "--lang"]
    let path = "\(folder.path)/log.csv.rejects.csv"
    _ = try folder.file("log.csv", Self.header + "1,never,,leak,bad\n2,2020-01-01 08:00,,leak,ok\n")
    #expect(try Run(words + ["en"], in: folder).output.contains("1 rejected"))
    #expect(FileManager.default.fileExists(atPath: path))
    _ = try folder.file(
      "log.csv", Self.header + "1,2020-01-01 08:00,,leak,good\n2,2020-01-01 08:00,,leak,ok\n")
    let clean = try Run(words + ["zh"], in: folder)
    #expect(clean.code == 0 && clean.output.contains("没有退回的行，旧的 log.csv.rejects.csv 已经删掉。"))
    #expect(!FileManager.default.fileExists(atPath: path))
    let empty = try folder.file("empty.csv", "")
    let run = try Run(words + ["en", "--rejects", empty], in: folder)
    #expect(run.code == 0 && !run.output.contains("removed"))
    #expect(FileManager.default.fileExists(atPath: empty))
  }

  @Test func `rejected rows go over no file that holds something else, and then nothing is imported`() throws
  {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map)
    _ = try folder.file("log.csv", Self.header + "1,never,,leak,bad\n2,2020-01-01 08:00,,leak,ok\n")
    let words = ["import", "tickets", "log.csv", "--map", "m.json5", "--store", folder.store]
    for (index, other) in ["reason,line\n", "line,reasons,x\n", "my own notes\n"].enumerated() {
      let file = try folder.file("own-\(index).csv", other)
      for (language, reason) in [("en", "holds something else and is not overwritten"), ("zh", "里有别的内容")] {
        let run = try Run(words + ["--rejects", file, "--lang", language], in: folder)
        #expect(run.code == 73 && run.errors.contains(reason), "\(run.errors)")
      }
      #expect(try String(contentsOfFile: file, encoding: .utf8) == other)
    }
    #expect(try folder.run("list").output.contains("R-") == false)
    for old in ["", "line,reason,no\r\n9,old,9\r\n"] {
      let file = try folder.file("rejects.csv", old)
      #expect(try Run(words + ["--rejects", file], in: folder).code == 0)
      #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("line,reason,no,at,"))
    }
  }

  @Test func `an import of which nothing can be read is a failure`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map)
    let run = try folder.run("import", "tickets", "-", "--map", "m.json5", input: Self.header + "1,x,,a,b\n")
    #expect(run.code == 65)
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/frontdesk-rejects.csv"))
  }

  @Test func `logs in GB18030 are read, and in anything else refused`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map)
    let gb =
      Array(Self.header.utf8) + Array("1,2020-01-01 08:00,,".utf8) + [0xC2, 0xA9, 0xCB, 0xAE]
      + Array(",x\n".utf8)
    _ = try folder.file("gb.csv", Data(gb))
    #expect(try folder.run("import", "tickets", "gb.csv", "--map", "m.json5").code == 0)
    #expect(
      try folder.run("find", "漏水", "--format", "json").output == "{\"count\": 1, \"numbers\": [\"1\"]}\n")
    _ = try folder.file("wide.csv", Data([0xFF, 0xFE, 0x6E, 0x00, 0x6F, 0x00]))
    let wide = try folder.run("import", "tickets", "wide.csv", "--map", "m.json5")
    #expect(wide.code == 65)
    #expect(wide.errors.contains("neither UTF-8 nor GB18030"))
    _ = try folder.file("empty.csv", "")
    #expect(
      try folder.run("import", "tickets", "empty.csv", "--map", "m.json5").errors.contains(
        "empty.csv is empty")
    )
  }

  @Test func `a store that is none, newer, or may not be written is refused`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-1", "灯")
    _ = try folder.file("other.db", "not a database, but long enough to be looked at as one, surely")
    try FileManager.default.createDirectory(atPath: "\(folder.path)/other", withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/other.db", toPath: "\(folder.path)/other/desk.db")
    let other = try Run(["list", "--store", "other/desk.db"], in: folder)
    #expect(other.code == 65 || other.code == 69, "\(other.errors)")
    #expect(other.errors.hasPrefix("frontdesk: "))
    try folder.sql("PRAGMA user_version = 99")
    let newer = try folder.run("list")
    #expect(newer.code == 69)
    #expect(newer.errors.contains("newer program"))
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a folder that may not be written is named`() throws {
    let folder = try TestFolder()
    chmod(folder.path, 0o500)
    let run = try folder.run("new", "--place", "1-1-1", "灯")
    #expect(run.code == 73)
  }

  @Test func `an import that was killed can be run again`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", Self.map)
    let rows = (1...4000).map { "\($0),2020-01-01 08:00,,leak,row \($0)\n" }.joined()
    _ = try folder.file("log.csv", Self.header + rows)
    let process = Run.process(
      ["import", "tickets", "log.csv", "--map", "m.json5", "--store", folder.store], in: folder)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while process.isRunning {
      let count = try folder.run("events", "--format", "json").output.split(separator: "\n").count
      if count > 0 { break }
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitForEnd()
    let again = try folder.run("import", "tickets", "log.csv", "--map", "m.json5")
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.output.contains("4000 rows: "))
    #expect(again.output.contains(" 0 rejected."))
    let all = try folder.run("find", "leak", "--format", "json")
    #expect(((try all.json as? [String: Any])?["count"] as? Int) == 4000)
  }

  @Test(.enabled(if: ReferenceData.hasNaughtyStrings, "the strings of ../shared/data/strings are not here"))
  func `naughty strings reach no terminal, no formula and no broken JSON`() throws {
    let folder = try TestFolder()
    let listed =
      try JSONSerialization.jsonObject(with: ReferenceData.bytes("strings/blns.json")) as? [String] ?? []
    let payloads = try JSONSerialization.jsonObject(
      with: ReferenceData.bytes("strings/ansi-escape-payloads.json"))
    let strings = (listed + Self.strings(in: payloads)).filter { !$0.isEmpty }
    #expect(strings.count > 100)
    _ = try folder.file("m.json5", Self.map)
    let cells = strings.enumerated().map { index, text in
      "\(index + 1),2020-01-01 08:00,,x,\"\(text.replacingOccurrences(of: "\"", with: "\"\"", options: .literal))\"\n"
    }
    _ = try folder.file("log.csv", Data((Self.header + cells.joined()).utf8))
    let run = try folder.run("import", "tickets", "log.csv", "--map", "m.json5")
    #expect(run.code == 0, "\(run.errors)")
    for words in [
      ["list"], ["list", "--format", "csv"], ["list", "--format", "json"], ["events"],
      ["events", "--format", "json"],
      ["export", "tickets"], ["export", "tickets", "--format", "json"], ["find", "x"], ["show", "R-12"],
      ["show", "R-12", "--format", "json"], ["list", "--lang", "zh"],
    ] {
      let shown = try Run(words + ["--store", folder.store], in: folder)
      #expect(shown.code == 0)
      #expect(!shown.output.unicodeScalars.contains(where: Self.steers), "\(words)")
      if words.contains("json") {
        for line in shown.output.split(separator: "\n") {
          #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
      }
    }
    let exported = try folder.run("export", "tickets").output
    #expect(
      !exported.unicodeScalars.split(separator: "\n").contains { line in
        String(line).split(separator: ",").contains { "=+-@".contains($0.first ?? " ") && Double($0) == nil }
      })
  }

  @Test func `what is typed at the shell is as harmless as what is imported`() throws {
    let folder = try TestFolder()
    let evil = "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}=cmd()"
    for words in [
      [
        "new", "--place", evil, "--text", evil, "--reporter", evil, "--phone", evil, evil,
      ], ["new", "--place", "3-2-1501", "--category", evil, "x"],
      ["do", "R-1", "assign", evil], ["do", "R-1", "note", evil], ["do", "R-1", "hold", "other", evil],
      ["staff", "add", evil + "2", "--skill", evil], ["show", "R-1"], ["list"], ["staff", "list"], ["events"],
      ["do", evil, "note"], ["do", "R-1", evil], ["list", "--\(evil)"], [evil], ["show", evil],
      ["list", "--store", evil], ["routes", "publish", evil], ["import", "tickets", evil, "--map", evil],
    ] {
      let store = words.contains("--store") ? [] : ["--store", folder.store]
      let run = try Run(words + store, in: folder)
      #expect(!(run.output + run.errors).unicodeScalars.contains(where: Self.steers), "\(words)")
    }
    #expect(try folder.run("export", "tickets").output.contains("'=cmd()") == false)
    #expect(try folder.run("list").output.contains("]0;owned31m=cmd()"))
  }

  @Test func `the map in the help is a map`() throws {
    let folder = try TestFolder()
    for language in ["en", "zh"] {
      let help = try folder.run("help", "import", "tickets", "--lang", language).output
      let start = try #require(help.range(of: "\n  {\n")).lowerBound
      let end = try #require(help.range(of: "\n  }\n")).upperBound
      _ = try folder.file("m.json5", String(help[start..<end]).replacing("encoding: \"gb18030\",", with: ""))
      _ = try folder.file(
        "log.csv",
        """
        单号,受理时间,应办结,办结时间,类别,事项,房号,来源,类型,内容
        1,2020/1/2 8:05,,,噪音,吵,3-2-1501,电话,投诉,半夜

        """)
      let run = try Run(
        ["import", "tickets", "log.csv", "--map", "m.json5", "--store", "\(language)/desk.db"], in: folder)
      #expect(run.code == 0, "\(run.errors)")
      let shown = try Run(["show", "C-1", "--store", "\(language)/desk.db"], in: folder).output
      #expect(shown.contains("2020-01-02 08:05:00"))
    }
  }

  /// Whether a scalar could steer a terminal; line breaks and tabs may stand in text.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let object as [String: Any]: object.values.flatMap(strings)
    default: []
    }
  }
}
