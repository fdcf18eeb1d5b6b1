#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Rounds walked, seen from the desk.
  @Suite struct PatrolDayTests {
    private static let noon = "2026-10-14T12:00:00"

    private static func folder() throws -> TestFolder {
      let folder = try TestFolder()
      let routes = try folder.file(
        "routes.json5",
        """
        { routes: [{ id: 'A', name: 'A线', points: [
          { id: '1', name: '大堂', within: 10 }, { id: '2', name: '水泵房', within: 20 },
          { id: '3', name: '天台', within: 30 } ] }] }
        """)
      try folder.done([["routes", "publish", routes], ["staff", "add", "张强"]], now: noon)
      return folder
    }

    @Test func `a round is started and a point checked in by key`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder, ["--now", Self.noon])
      desk.expect("F1帮助")
      desk.type("3")
      desk.expect("未开始  F5 开巡")
      desk.press(.function(5))
      desk.expect("谁去巡查")
      desk.type("1")
      desk.expect("0/3  下一点 大堂 12:10")
      desk.press(.function(6))
      desk.expect("大堂 打卡，正常：按 y 打卡")
      desk.type("y")
      desk.expect("1/3  下一点 水泵房 12:20")
      desk.expect("the point on time") { $0.lines.contains { $0.contains("[v]") && $0.contains("准时") } }
      #expect(try folder.events("P-20261014-A-1") == ["round.started.1", "round.checkedIn.1"])
    }

    @Test func `what is wrong at a point becomes a ticket`() throws {
      let folder = try Self.folder()
      try folder.done([["round", "start", "A", "--guard", "张强"]], now: Self.noon)
      let desk = try Sitting(folder, ["--now", Self.noon])
      desk.expect("F1帮助")
      desk.type("3")
      desk.expect("下一点 大堂")
      desk.press(.down, .down, .enter)
      desk.expect("打卡 异常")
      desk.type("2")
      desk.expect("点位有什么异常")
      desk.type("阀门渗水\r")
      desk.expect("异常  阀门渗水")
      desk.press(.enter)
      desk.expect("由此点建单")
      desk.type("1")
      desk.expect("新建报修")
      #expect(desk.text.contains("水泵房"))
      desk.press(.control("s"))
      desk.expect("可撤销: u")
      let ticket = try folder.ticket("R-1")
      #expect(ticket["channel"] as? String == "patrol")
      #expect(ticket["place"] as? String == "水泵房")
      #expect(ticket["subject"] as? String == "阀门渗水")
      for said in [
        try folder.run("events", "--lang", "zh"), try folder.run("events", "--after", "4", "--lang", "zh"),
        try folder.run("events", "--stream", "P-20261014-A-1", "--lang", "zh"),
      ] { #expect(said.output.contains("2 水泵房"), "\(said.output)") }
    }

    @Test func `the shell's list of duties says which tickets of a duty were cancelled`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder, ["--now", Self.noon])
      desk.expect("F1帮助")
      desk.type("7")
      desk.expect("期次")
      desk.press(.function(2))
      desk.expect("新建报修")
      desk.type("3-2-1501 灯坏了")
      desk.press(.control("s"))
      desk.expect("可撤销: u")
      func list() throws -> String {
        try folder.run("duties", "list", "--lang", "zh", "--now", Self.noon).output
      }
      #expect(try list().contains("R-1") && !list().contains("R-1 已作废"))
      try folder.done([["do", "R-1", "cancel", "看错了"]], now: Self.noon)
      #expect(try list().contains("R-1 已作废"))
    }

    @Test(arguments: ["zh", "en"])
    func `a point not checked by its time shows as missed, and the header counts it`(_ language: String)
      throws
    {
      let folder = try Self.folder()
      try folder.done([["round", "start", "A", "--guard", "张强"]], now: Self.noon)
      let desk = try Sitting(folder, ["--now", "2026-10-14T12:09:57", "--lang", language])
      desk.expect(language == "zh" ? "F1帮助" : "F1Help")
      desk.type("3")
      desk.expect(language == "zh" ? "漏检1" : "missed 1")
      desk.expect("[X]")
      let words = language == "zh" ? "漏检" : "missed"
      desk.expect("the point missed") { $0.lines.contains { $0.contains("[X]") && $0.contains(words) } }
    }

    @Test func `a check-in at the point itself is seen at the desk`() throws {
      let folder = try Self.folder()
      try folder.done([["round", "start", "A", "--guard", "张强"]], now: Self.noon)
      let desk = try Sitting(folder, ["--now", "2026-10-14T12:05:00"], size: Sitting.medium)
      desk.expect("0/3  下一点 大堂")
      try folder.done([["checkin", "A", "大堂", "--guard", "张强"]], now: "2026-10-14T12:05:00")
      desk.expect("1/3  下一点 水泵房")
    }

    @Test func `a check-in before its round began is told when that was`() throws {
      let folder = try Self.folder()
      try folder.done([["round", "start", "A", "--guard", "张强"]], now: Self.noon)
      let words = [
        "checkin", "A", "天台", "--guard", "张强", "--at", "2026-10-14T11:00", "--now", Self.noon, "--store",
        folder.store,
      ]
      let english = try Run(words + ["--lang", "en"], in: folder)
      #expect(english.code == 1)
      #expect(english.errors.contains("P-20261014-A-1 began at 2026-10-14 12:00:00. Give a time after"))
      let chinese = try Run(words + ["--lang", "zh"], in: folder)
      #expect(chinese.errors.contains("P-20261014-A-1 2026-10-14 12:00:00 才开始"), "\(chinese.errors)")
    }
  }
#endif
