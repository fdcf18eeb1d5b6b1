import Foundation
import TestSupport
import Testing

/// Who lives where, as somebody at a shell imports and finds them.
@Suite struct HouseholdCommandTests {
  private static let table = """
    位置,姓名,电话,身份,备注
    3栋2单元1501,张三,13812345678/010-5551234,业主,
    3-2-1501,李四,13912342217,租户,夜班
    1-1-0801,单雄信,,户主,
    ,王五,1,,
    """

  @Test(arguments: ["1栋0801 没电", "building 1 0801 no power"])
  func `a room without its unit is the one that is known, or those that may be it are told`(line: String)
    throws
  {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Data(Self.table.utf8))
    _ = try folder.run("import", "households", file)
    _ = try folder.run("new", line)
    #expect(try folder.run("show", "R-1").output.contains("1-1-0801  power"))
    let more = try folder.file("more.csv", Data("位置,姓名\n1-2-0801,王五".utf8))
    _ = try folder.run("import", "households", more)
    let run = try folder.run("new", line)
    #expect((run.output + run.errors).contains("may be 1-1-0801, 1-2-0801"), "\(run)")
    #expect(try folder.run("show", "R-2").output.contains("0801  power"))
  }

  @Test
  func `households are imported once, changed by place and name, and rows without a place are given back`()
    throws
  {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Data(Self.table.utf8))
    #expect(
      try folder.run("import", "households", file).output.contains(
        "4 rows: 3 imported, 0 known before, 1 rejected"))
    #expect(
      try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8).contains("5,位置 is empty.,,王五,1"))
    #expect(try folder.run("import", "households", file).output.contains("0 imported, 3 known before"))
    let moved = Self.table.replacing("13912342217", with: "13700000001")
    let again = try folder.file("again.csv", Data(moved.utf8))
    #expect(try folder.run("import", "households", again).output.contains("1 imported, 2 known before"))
    let found = try folder.run("household", "find", "lisi", "--format", "json")
    #expect(found.output.contains(#""phone": "137****0001""#))
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `what is no telephone number is given back with a reason, in both languages`() throws {
    let folder = try TestFolder()
    let rows = "位置,姓名,电话\n1-1-101,张三,13812345678/021-62345678转801\n1-1-102,李四,不详\n1-1-103,王五,1381234567\n"
    for (language, reason) in [("en", "电话 is no telephone number"), ("zh", "电话 不是电话号码")] {
      let file = try folder.file("\(language).csv", Data(rows.utf8))
      let run = try folder.run("import", "households", file, "--lang", language)
      #expect(run.output.contains(language == "en" ? "2 rejected" : "2"), "\(run.output)")
      let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
      #expect(rejects.contains(reason) && rejects.contains("1381234567"), "\(rejects)")
      #expect(!rejects.contains("张三"))
    }
  }

  @Test func `a table without a column leaves what is known of it`() throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Data(Self.table.utf8))
    _ = try folder.run("import", "households", file)
    let known = try folder.run("household", "find", "3-2-1501").output
    let names = try folder.file("names.csv", Data("位置,姓名\n3-2-1501,张三\n3-2-1501,李四\n".utf8))
    #expect(try folder.run("import", "households", names).output.contains("0 imported, 2 known before"))
    let phones = try folder.file("phones.csv", Data("位置,姓名,电话\n3-2-1501,李四,13700000001\n".utf8))
    #expect(try folder.run("import", "households", phones).output.contains("1 imported"))
    #expect(
      try folder.run("household", "find", "3-2-1501").output
        == known.replacing("139****2217", with: "137****0001"))
    let roles = try folder.file("roles.csv", Data("位置,姓名,身份\n3-2-1501,李四,保姆\n".utf8))
    #expect(try folder.run("import", "households", roles).output.contains("1 imported"))
    #expect(try folder.run("household", "find", "李四").output.contains("夜班 保姆"))
    #expect(try folder.run("import", "households", roles).output.contains("1 known before"))
  }

  @Test func `an empty cell leaves what is known, and a full-width number is kept as any other`() throws {
    let folder = try TestFolder()
    let table = "位置,姓名,电话,身份,备注\n1-1-101,张三,１３６１２３４０００８,业主,夜班\n"
    #expect(
      try folder.run("import", "households", folder.file("a.csv", Data(table.utf8))).output.contains(
        "1 imported"))
    let known = try folder.run("household", "find", "1-1-101", "--format", "json").output
    #expect(
      known.contains(#""phone": "136****0008""#) || known.contains(#""phone":"136****0008""#), "\(known)")
    let empty = try folder.file("b.csv", Data("位置,姓名,电话,身份,备注\n1-1-101,张三,,,\n".utf8))
    #expect(
      try folder.run("import", "households", empty).output.contains("0 imported, 1 known before, 0 rejected"))
    #expect(try folder.run("household", "find", "1-1-101", "--format", "json").output == known)
    #expect(try folder.run("household", "find", "13612340008").output.contains("张三"))
    #expect(
      try folder.run("help", "import", "households", "--lang", "en").output.contains(
        "an empty cell leaves what is known"))
  }

  @Test func `a call without a room is kept incomplete, and the shell says what to ask`() throws {
    let folder = try TestFolder()
    let run = try folder.run("new", "灯坏了", "13812345678")
    #expect(run.code == 0 && run.errors.contains("frontdesk do R-1 place PLACE"), "\(run.errors)")
    #expect(try folder.run("list").output.contains("to ask"))
    #expect(try folder.run("do", "R-1", "place", "1-1-101").code == 0)
    #expect(try folder.run("list", "--place", "1-1-101").output.contains("R-1"))
    #expect(try folder.run("new").code == 1)
  }

  @Test func `without the key a record is not called whole, and the key is asked for`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯", "--reporter", "张三")
    try FileManager.default.removeItem(
      at: URL(filePath: folder.store).deletingLastPathComponent().appending(path: "desk.key"))
    let run = try folder.run("verify")
    #expect(run.code == 69)
    #expect(run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains("The record of 1 events is sound"), "\(run.errors)")
    #expect(run.errors.contains("none can be read or written. Put its copy back."), "\(run.errors)")
  }

  enum KeyFault: CaseIterable { case gone, cut, openToAll }

  @Test(arguments: KeyFault.allCases)
  func `where the key cannot be used a ticket is shown all the same, and why without names`(fault: KeyFault)
    throws
  {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Data(Self.table.utf8))
    _ = try folder.run("import", "households", file)
    _ = try folder.run("new", "--place", "1-1-101", "灯", "--reporter", "钱先生", "--phone", "13844445555")
    _ = try folder.run("visitor", "in", "3-2-1501", "看房", "李女士", "13812345678")
    let key = URL(filePath: folder.store).deletingLastPathComponent().appending(path: "desk.key")
    switch fault {
    case .gone: try FileManager.default.removeItem(at: key)
    case .cut: try Data("short".utf8).write(to: key)
    case .openToAll: chmod(key.path, 0o644)
    }
    let reasons =
      switch fault {
      case .gone: ["is gone", "不见了"]
      case .cut: ["is not the key of this store", "不是这份数据的钥匙"]
      case .openToAll: ["Others can read the key", "别人能读"]
      }
    for (language, reason) in zip(["en", "zh"], reasons) {
      for words in [["show", "R-1"], ["slip", "R-1"], ["visitors"]] {
        let run = try Run(words + ["--store", folder.store, "--lang", language], in: folder)
        #expect(run.code == 0 && run.output.contains(words[0] == "visitors" ? "V-1" : "R-1"), "\(run.errors)")
        #expect(run.errors.contains(reason) && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        #expect(!(run.output + run.errors).contains("3844445"))
      }
    }
    #expect(try folder.run("verify").code == 69)
    #expect(try folder.run("help", "verify").output.contains("desk.key"), "which is promised")
    #expect(try folder.run("new", "3-2-1501", "漏水").code == 0, "without a name nothing is sealed")
    #expect(try folder.run("events").output.contains("R-1"))
    let count = try folder.run("events").output
    for words in [
      ["show", "R-1", "--reveal", "回电"], ["household", "reveal", "R-1", "--reason", "回电"],
      ["household", "erase", "3-2-1501", "--all", "--reason", "搬走"], ["household", "find", "zhangsan"],
    ] {
      let run = try Run(words + ["--store", folder.store], in: folder)
      #expect(run.code == 69 && run.errors.contains(reasons[0]), "\(words) \(run.errors)")
    }
    #expect(try folder.run("events").output == count)
  }

  @Test func `a call at the shell knows who lives there, and no name or number of theirs is in an event`()
    throws
  {
    let folder = try TestFolder()
    let file = try folder.file(
      "households.csv",
      Data("位置,姓名,电话\n1-1-0101,张伟,13811110001\n1-1-0101,李娜,\n1-1-0106,Ann Lee,13811110002\n".utf8))
    _ = try folder.run("import", "households", file)
    for (number, words) in [
      ["1-1-0101", "漏水", "张伟"], ["1-1-106", "漏水", "Ann Lee"], ["1-1-0106", "灯坏"],
      ["--place", "1-1-101", "张伟", "家漏水"],
      ["13811110001", "门坏"],
    ].enumerated() {
      #expect(try Run(["new"] + words + ["--store", folder.store], in: folder).code == 0)
      let shown = try folder.run("show", "R-\(number + 1)").output
      #expect(shown.contains(words.contains { $0.contains("106") } ? "Ann Lee" : "张伟"), "\(words) \(shown)")
    }
    _ = try folder.run("new", "10-1-0101", "漏水13912345678/13912340000", "@没人", "--text", "请打13912347777")
    #expect(try folder.run("visitor", "in", "1-1-0101", "送货", "顺丰", "李娜").code == 0)
    #expect(try folder.run("do", "R-4", "join", "李娜", "厨房也漏").code == 0)
    #expect(try folder.run("show", "R-4").output.contains("李娜"))
    #expect(try folder.run("visitor", "in", "1-1-106", "送货", "for", "Ann", "Lee").code == 0)
    #expect(try folder.run("do", "R-2", "join", "Ann Lee, bath too").code == 0)
    #expect(try folder.run("household", "find", "没有").code == 1)
    let log = try folder.run("events", "--format", "json").output
    #expect(log.contains("顺丰") && log.contains("厨房也漏"))
    for personal in ["张伟", "李娜", "Ann Lee", "1391234", "1381111"] {
      #expect(!log.contains(personal), "\(personal)")
    }
    #expect(log.contains("10-1-0101") && log.contains("139****7777"))
    #expect(try folder.run("verify").code == 0)
    #expect(try folder.run("import", "households", file).output.contains("3 known before"))
    let respelled = try folder.file("again.csv", Data("位置,姓名,电话\n1-1-101,张伟,13811110001\n".utf8))
    #expect(try folder.run("import", "households", respelled).output.contains("1 known before"))
    #expect(try folder.run("list", "--place", "1-1-101").output.contains("R-1"))
  }

  @Test func `a note at the shell keeps no number, and says so; a promise is read as it is said`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "1-1-0101", "漏水")
    let noted = try folder.run("do", "R-1", "note", "师傅13987654321已回")
    #expect(noted.output.contains("师傅139****4321已回"))
    #expect((noted.errors + noted.output).contains("--phone"))
    for time in [
      ["明天下午3点", "师傅上门"], ["tomorrow", "3:30", "pm", "plumber"], ["30", "min"], ["2099-01-02T10:00"],
    ] {
      let run = try Run(["do", "R-1", "promise"] + time + ["--store", folder.store], in: folder)
      #expect(run.code == 0, "\(run.errors)")
    }
    let refused = try folder.run("do", "R-1", "promise", "明天下午25点", "师傅上门")
    #expect(refused.code == 64 && !refused.errors.contains("--TIME"), "\(refused.errors)")
    #expect(try folder.run("do", "R-1", "part", "阀芯", "--expected", "明天上午9点").code == 0)
  }

  @Test func `a table in GB18030 is read`() throws {
    let folder = try TestFolder()
    let utf8 = try folder.file("utf8.csv", Data("房号,业主姓名,手机\n2-1-301,赵六,13612345678\n".utf8))
    let iconv = Process()
    iconv.executableURL = URL(filePath: "/usr/bin/iconv")
    iconv.arguments = ["-f", "UTF-8", "-t", "GB18030", "-o", "\(folder.path)/gb.csv", utf8]
    try iconv.run()
    iconv.waitForEnd()
    #expect(try folder.run("import", "households", "\(folder.path)/gb.csv").output.contains("1 imported"))
    #expect(try folder.run("household", "find", "赵").output.contains("2-1-301"))
  }

  @Test(arguments: [
    ("3-2-1501", 2), ("3栋2单元1501", 2), ("2217", 1), ("zs", 1), ("shan", 1), ("dan", 1), ("321501 li", 1),
  ])
  func `somebody is found by place, phone, pinyin and initials`(text: String, count: Int) throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Data(Self.table.utf8))
    _ = try folder.run("import", "households", file)
    let json = try #require(
      try folder.run("household", "find", text, "--format", "json").json as? [String: [[String: String]]])
    #expect(json["households"]?.count == count)
  }

  @Test func `a whole phone is shown for a reason and on record, and erasing leaves nobody`() throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Data(Self.table.utf8))
    _ = try folder.run("import", "households", file)
    #expect(try folder.run("household", "reveal", "zhangsan").code == 1)
    let shown = try folder.run("household", "reveal", "zhangsan", "--reason", "回电")
    #expect(shown.output.contains("13812345678"))
    #expect(try folder.run("household", "erase", "3-2-1501", "--all", "--reason", "搬走").code == 0)
    #expect(try folder.run("household", "find", "3-2-1501").code != 0)
    #expect(try folder.run("household", "find", "单").code == 0)
    let events = try folder.run("events").output
    #expect(events.contains("a phone was shown: 回电"))
    #expect(!events.contains("张三"))
  }

  @Test func `erasing a household names the tickets whose callers belong to none`() throws {
    let folder = try TestFolder()
    let file = try folder.file("households.csv", Data(Self.table.utf8))
    _ = try folder.run("import", "households", file)
    _ = try folder.run("new", "--place", "3-2-1501", "--reporter", "租客小周", "--phone", "13900009999", "门锁")
    let run = try folder.run("household", "erase", "3-2-1501", "--all", "--reason", "搬走")
    #expect(run.code == 0 && run.errors.contains("frontdesk household erase R-1"), "\(run.errors)")
    #expect(try folder.run("household", "erase", "R-1", "--reason", "搬走").code == 0)
  }

  @Test func `who erases is told of the record that a restore kept aside`() throws {
    let folder = try TestFolder()
    _ = try folder.run("import", "households", try folder.file("households.csv", Data(Self.table.utf8)))
    #expect(try folder.run("backup", "copy.db").code == 0)
    _ = try folder.run("new", "--place", "3-2-1501", "门锁")
    #expect(try folder.run("restore", "copy.db", "--replace").code == 0)
    let run = try folder.run("household", "erase", "3-2-1501", "--all", "--reason", "搬走", "--lang", "zh")
    #expect(run.code == 0 && run.errors.contains("desk.former。确认用不着了，请删除"), "\(run.errors)")
  }

  @Test func `erasing a household names the tickets on which somebody else called later`() throws {
    let folder = try TestFolder()
    _ = try folder.run("import", "households", try folder.file("households.csv", Data(Self.table.utf8)))
    let new = try folder.run("new", "--place", "3-2-1501", "--reporter", "李四", "门锁", "--format", "json")
    try #require(new.code == 0, "\(new.errors)")
    let joined = try folder.run("do", "R-1", "join", "--reporter", "租客小周", "--phone", "13900009999")
    try #require(joined.code == 0, "\(joined.errors)")
    let run = try folder.run("household", "erase", "3-2-1501", "--all", "--reason", "搬走")
    #expect(run.code == 0 && run.errors.contains("frontdesk household erase R-1"), "\(run.errors)")
    #expect(try folder.run("household", "erase", "R-1", "--reason", "搬走").code == 0)
  }

  @Test func `people of one place without names are told apart by their numbers`() throws {
    let folder = try TestFolder()
    let file = try folder.file(
      "households.csv",
      Data("位置,姓名,电话\n1-1-101,,13800000001\n1-1-101,,13800000002\n1-1-101,张三,13800000001\n".utf8))
    #expect(try folder.run("import", "households", file).output.contains("3 imported"))
    let found = try folder.run("household", "find", "1-1-101", "--format", "json").output
    #expect(found.contains("138****0001") && found.contains("138****0002"), "\(found)")
    #expect(try folder.run("import", "households", file).output.contains("0 imported, 3 known before"))
  }

  @Test(arguments: ["desk.damaged", "desk.damaged-wal", "desk.restored", "desk.new"])
  func `who erases is told of every file that a restore or a rebuild has put aside`(name: String) throws {
    let folder = try TestFolder()
    _ = try folder.run("import", "households", try folder.file("households.csv", Data(Self.table.utf8)))
    let file = try folder.file("store/\(name)", "x")
    let run = try folder.run("household", "erase", "3-2-1501", "--all", "--reason", "搬走")
    #expect(run.code == 0 && run.errors.contains(file), "\(run.errors)")
  }

  @Test func `a caller's phone is shown by the number of the ticket, until it is erased`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯", "--reporter", "钱先生", "--phone", "13844445555")
    #expect(try folder.run("household", "reveal", "R-1").code == 1)
    #expect(
      try folder.run("household", "reveal", "R-1", "--reason", "回电").output.contains("钱先生  13844445555"))
    #expect(try folder.run("household", "erase", "R-1", "--reason", "本人要求").code == 0)
    let events = try folder.run("events").output
    let refused = try folder.run("household", "reveal", "R-1", "--reason", "回电")
    #expect(refused.code == 1 && refused.errors.contains("erased already"))
    #expect(try folder.run("events").output == events)
  }

  @Test func `a table without the needed columns is refused by name`() throws {
    let folder = try TestFolder()
    let file = try folder.file("wrong.csv", Data("房间号,电话\n1,2\n".utf8))
    let run = try folder.run("import", "households", file)
    #expect(run.code == 65)
    #expect(run.errors.contains("Add it under one of the names: place, 位置, 房号"), "\(run.errors)")
    let chinese = try folder.run("import", "households", file, "--lang", "zh")
    #expect(chinese.errors.contains("表头里少一列。请补上，可以叫：place、位置、房号"), "\(chinese.errors)")
  }
}
