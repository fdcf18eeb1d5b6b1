import Foundation
import TestSupport
import Testing

/// A clerk's day at the shell.
@Suite struct CommandLineTests {
  @Test func `a ticket is registered, worked on and closed`() throws {
    let folder = try TestFolder()
    let new = try folder.run(
      "new", "--place", "3栋2单元1501", "--category", "漏水", "--reporter", "张三", "--phone", "13800002217",
      "厨房水管漏水",
      "--now", "2026-10-14T14:06:00")
    #expect(new.code == 0, "\(new.errors)")
    #expect(new.output.hasPrefix("R-1  registered by phone, urgent: 厨房水管漏水"))
    for action in [
      ["assign", "老王"], ["accept"], ["到场"], ["feedback", "上门了"], ["start"], ["hold", "待料", "等阀门", "--told"],
      ["恢复"], ["done", "换了阀门"], ["签字"], ["check"], ["回访", "5", "很好"], ["close"],
    ] {
      let run = try Run(["do", "R-1"] + action + ["--store", folder.store], in: folder)
      #expect(run.code == 0, "\(action): \(run.errors)")
    }
    let shown = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    #expect(shown["stage"] as? String == "closed")
    #expect(shown["place"] as? String == "3-2-1501")
    #expect(shown["category"] as? String == "leak")
    #expect(shown["assignee"] as? String == "老王")
    let papers = try #require(shown["papers"] as? [String: Any])
    #expect(papers["rating"] as? Int == 5)
    #expect(papers["signed_by"] as? String == "老王")
    #expect(try folder.run("show", "R-1", "--lang", "zh").output.contains("签字 老王"))
    let reporters = try #require(shown["reporters"] as? [[String: Any]])
    #expect(reporters.first?["phone"] as? String == "138****2217")
    let revealed = try folder.run("show", "R-1", "--reveal", "回电")
    #expect(revealed.output.contains("13800002217"))
    #expect(try folder.run("events").output.contains("a phone was shown: 回电"))
    #expect(try folder.run("list").output == "No tickets.\n")
    #expect(try folder.run("list", "--ended", "--format", "csv").output.contains("R-1,repair,closed"))
  }

  @Test(arguments: [
    (["3-2-1501", "漏水"], "urgent"), (["3-2-1501", "漏水", "不急"], "ordinary"),
    (["3-2-1501", "漏水", "--ordinary"], "ordinary"), (["3-2-1501", "门窗"], "ordinary"),
    (["3-2-1501", "门窗", "急"], "urgent"), (["--place", "3-2-1501", "--category", "leak"], "urgent"),
    (["--channel", "sensor", "--place", "3栋", "--category", "lift", "急停"], "urgent"),
    (["complaint", "3-2-1501", "噪音"], "ordinary"),
  ])
  func `the posted list makes a report at the shell urgent, unless somebody says otherwise`(
    words: [String], urgency: String
  ) throws {
    let folder = try TestFolder()
    let run = try Run(["new", "--store", folder.store, "--format", "json"] + words, in: folder)
    let events = try #require(try run.json as? [String: Any])["events"] as? [[String: Any]]
    let payload = try #require(events?.first?["payload"] as? [String: Any])
    #expect(payload["urgency"] as? String == urgency)
  }

  @Test func `a ticket that is handed out as it is written down is one JSON document`() throws {
    let folder = try TestFolder()
    #expect(try folder.run("staff", "add", "老王").code == 0)
    let new = try folder.run("new", "3-2-1501", "漏水", "@老王", "--format", "json")
    let document = try #require(try new.json as? [String: Any], "\(new.output)")
    let names = (document["events"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    #expect(names == ["ticket.reported.1", "ticket.assigned.1"])
  }

  @Test(arguments: [("en", "Zhao Min, 李敏, Li Na"), ("zh", "Zhao Min、李敏、Li Na")])
  func `the roster tells one name from the next`(language: String, names: String) throws {
    let folder = try TestFolder()
    _ = try folder.run("shift", "start", "early", "--on", "Zhao Min", "--on", "李敏", "--on", "Li Na")
    #expect(try folder.run("roster", "--lang", language).output.contains(names))
  }

  @Test func `a quick line is read at the shell, what may be the same is said, and a report joins it`() throws
  {
    let folder = try TestFolder()
    #expect(try folder.run("staff", "add", "老王").code == 0)
    let new = try folder.run("new", "3-2-1501", "漏水", "13812345678", "急", "@老王", "厨房水管")
    #expect(new.code == 0, "\(new.errors)")
    let first = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    #expect(first["place"] as? String == "3-2-1501")
    #expect(first["category"] as? String == "leak")
    #expect(first["urgency"] as? String == "urgent")
    #expect(first["assignee"] as? String == "老王")
    #expect(first["subject"] as? String == "厨房水管")
    let second = try folder.run("new", "--place", "3-2-1501", "还在漏")
    #expect(second.errors.contains("perhaps the same: R-1"))
    #expect(second.errors.contains("frontdesk do R-2 merge R-1"))
    let joined = try folder.run(
      "new", "--join", "R-1", "--place", "3-2-1502", "--reporter", "李四", "我家也漏")
    #expect(joined.code == 0, "\(joined.errors)")
    let after = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    #expect((after["reporters"] as? [Any])?.count == 2)
    #expect(try folder.run("show", "R-3").code != 0)
  }

  @Test func `a name or phone is in no event`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "--reporter", "独一无二", "--phone", "13999999999", "灯")
    let events = try folder.run("events", "--format", "json").output
    #expect(!events.contains("独一无二"))
    #expect(!events.contains("13999999999"))
  }

  @Test func `what happened earlier is recorded with its own time`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯", "--now", "2026-10-14T14:00")
    let run = try folder.run("do", "R-1", "arrive", "--at", "14:20", "--now", "2026-10-14T14:30")
    #expect(run.code == 0, "\(run.errors)")
    let shown = try folder.run("show", "R-1", "--now", "2026-10-14T14:31").output
    #expect(shown.contains("2026-10-14 14:20:00"))
    let early = try folder.run("do", "R-1", "feedback", "--at", "13:59", "--now", "2026-10-14T14:31")
    #expect(early.code == 1)
    #expect(early.errors.contains("began at 2026-10-14 14:00:00"))
    let late = try folder.run("do", "R-1", "feedback", "--at", "15:59", "--now", "2026-10-14T14:31")
    #expect(late.errors.contains("has not come yet"))
  }

  @Test func `a ticket's clocks are shown by when they are due, what is over last`() throws {
    let folder = try TestFolder()
    try folder.done([["new", "1-1-101", "停电", "急"]], now: "2026-10-14T14:00")
    func clocks() throws -> [String] {
      let run = try folder.run("show", "R-1", "--format", "json", "--now", "2026-10-14T14:10")
      let shown = try #require(try run.json as? [String: Any])
      return (shown["clocks"] as? [[String: Any]])?.compactMap { $0["clock"] as? String } ?? []
    }
    #expect(try clocks().last == "feedback")
    #expect(try clocks().count > 1)
    try folder.done([["do", "R-1", "arrive"]], now: "2026-10-14T14:05")
    #expect(try clocks().last == "onSite")
  }

  @Test func `callers who left no name stand among those of a ticket`() throws {
    let folder = try TestFolder()
    try folder.done([
      ["new", "3-2-1501", "漏水"], ["do", "R-1", "join", "--phone", "13812345678"],
      ["do", "R-1", "join", "--reporter", "赵大爷"],
      ["new", "公共区域 地库", "灯不亮", "--channel", "patrol"],
    ])
    func callers(_ language: String, _ ticket: String = "R-1") throws -> [String] {
      try folder.run("show", ticket, "--lang", language).output.split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix("报修人") || $0.hasPrefix("reporter") }
    }
    #expect(try callers("zh") == ["报修人 未留姓名", "报修人 138****5678", "报修人 赵大爷"])
    #expect(try callers("en")[0] == "reporter no name left")
    #expect(try callers("zh", "R-2") == [], "a guard found it")
  }

  @Test
  func `who called is put right at the shell, and everybody who was taken for the caller is erased with it`()
    throws
  {
    let folder = try TestFolder()
    let table = "位置,姓名,电话\n5-1-0303,程芳,13812342961\n5-1-0801,赵云,13700002222\n"
    try folder.done([["import", "households", try folder.file("people.csv", Data(table.utf8))]])
    try folder.done([["new", "5-1-0303", "对讲没声音"]])
    func caller() throws -> String {
      try folder.run("show", "R-1").output.split(separator: "\n").first { $0.hasPrefix("reporter ") }.map(
        String.init) ?? ""
    }
    #expect(try caller().contains("程芳"))
    let moved = try folder.run("do", "R-1", "place", "5-1-0801")
    #expect(moved.output.contains("the caller is now who is known there"), "\(moved.output)\(moved.errors)")
    #expect(try caller().contains("赵云"))
    #expect(try folder.run("do", "R-1", "place", "5-1-0902").output.contains("to ask"))
    try folder.done([["do", "R-1", "caller", "王五", "--phone", "13500003333"]])
    #expect(try caller().contains("王五 135****3333"))
    try folder.done([["do", "R-1", "改报修人", "孙六 13600004444"]])
    #expect(try caller().contains("孙六"))
    #expect(try folder.run("do", "R-1", "caller").code == 64)
    let events = try folder.run("events", "--format", "json").output
    #expect(!events.contains("王五") && !events.contains("13600004444"))
    #expect(try folder.run("verify").code == 0)
    try folder.done([["household", "erase", "R-1", "--reason", "本人要求"]])
    #expect(try folder.run("events", "--stream", "R-1").code == 0)
    #expect(try folder.run("household", "erase", "R-1", "--reason", "本人要求").code == 1, "nobody is left")
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `a report is put right, and found where it belongs`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯")
    #expect(try folder.run("do", "R-1", "place", "1栋1单元0102").code == 0)
    #expect(try folder.run("do", "R-1", "改事项", "走廊灯闪").code == 0)
    #expect(try folder.run("do", "R-1", "details", "晚上看不清").code == 0)
    #expect(try folder.run("do", "R-1", "place").code == 64)
    let shown = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    #expect(shown["place"] as? String == "1-1-0102" && shown["subject"] as? String == "走廊灯闪")
    #expect(try folder.run("find", "走廊").output.contains("1-1-0102"))
    #expect(try folder.run("do", "R-1", "undo").code == 0)
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `find tells the ticket of that number first, then the oldest that speak of it`() throws {
    let folder = try TestFolder()
    for text in ["灯，和 R-2 一样", "锁", "门，见 R-2"] {
      _ = try folder.run("new", "--place", "1-1-101", text)
    }
    func numbers(_ words: String...) throws -> [String]? {
      let run = try Run(["find", "--format", "json", "--store", folder.store] + words, in: folder)
      return (try run.json as? [String: Any])?["numbers"] as? [String]
    }
    #expect(try numbers("R-2") == ["R-2", "R-1", "R-3"])
    #expect(try numbers("r-2", "--limit", "1") == ["R-2"])
    #expect(try numbers("1-1-101") == ["R-1", "R-2", "R-3"])
  }

  @Test(arguments: ["zh", "en"])
  func `help lists every number that the program ends with`(language: String) throws {
    let help = try TestFolder().run("help", "--lang", language).output
    let line = try #require(help.split(separator: "\n").last)
    let numbers = Set(line.split { !$0.isNumber && $0 != "–" }.map(String.init))
    #expect(
      numbers == ["0", "1", "2", "10–17", "64", "65", "69", "71", "73", "74", "75", "128"], "\(line)")
  }

  @Test func `the last action of the same person is taken back`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯")
    _ = try folder.run("do", "R-1", "assign", "老王")
    let other = try folder.run("do", "R-1", "undo", "--as", "somebody")
    #expect(other.code == 1)
    #expect(other.errors.contains("The last thing on R-1 was done by tester at a desk without a name"))
    #expect(try folder.run("do", "R-1", "撤销").code == 0)
    let shown = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    #expect(shown["assignee"] is NSNull)
    #expect(try folder.run("do", "R-1", "undo").code == 1)
  }

  @Test func `what was done before the shift or, without one, before today stays`() throws {
    let folder = try TestFolder()
    try folder.done(
      [["new", "--place", "1-1-101", "灯"], ["do", "R-1", "assign", "老王"]], now: "2026-11-20T22:00")
    func undo(_ now: String, _ language: String = "en") throws -> Run {
      try folder.run("do", "R-1", "undo", "--now", now, "--lang", language)
    }
    let next = try undo("2026-11-21T08:00")
    #expect(next.code == 1)
    #expect(
      next.errors.contains("The last thing on R-1 (assigned to 老王) was done before today, and stays."),
      "\(next.errors)")
    #expect(try undo("2026-11-21T08:00", "zh").errors.contains("R-1 的上一步（派工给 老王）是今天以前做的，没有撤销。"))
    try folder.done([["shift", "start", "early", "--on", "李敏"]], now: "2026-11-21T08:00")
    try folder.done([["do", "R-1", "accept"]], now: "2026-11-21T08:10")
    #expect(try undo("2026-11-21T08:20").code == 0)
    let shift = try undo("2026-11-21T08:30", "zh")
    #expect(shift.code == 1 && shift.errors.contains("是这一班以前做的"), "\(shift.errors)")
    #expect(try undo("2026-11-21T08:30").errors.contains("was done before this shift, and stays."))
  }

  @Test func `what was done elsewhere stays, and is told by whom and where it was done`() throws {
    let folder = try TestFolder()
    let desk = ["--as", "李敏", "--desk", "前台2"]
    try folder.done([["new", "--place", "1-1-101", "灯"], ["do", "R-1", "assign", "老王"] + desk])
    func refusal(_ words: String...) throws -> String {
      let run = try Run(["do", "R-1", "undo", "--store", folder.store] + words, in: folder)
      #expect(run.code == 1)
      return run.errors
    }
    #expect(
      try refusal("--lang", "zh", "--as", "赵敏").contains(
        "R-1 的上一步是 李敏 在 前台2 做的，没有撤销。请对方撤销，或另做一步改过来：frontdesk do R-1 --help"))
    #expect(
      try refusal("--as", "赵敏").contains(
        "The last thing on R-1 was done by 李敏 at 前台2, and stays. Ask them to take it back"))
    #expect(try refusal("--lang", "zh", "--as", "李敏").contains("请到那里撤销，或加上 --desk 前台2。"))
    #expect(try refusal("--as", "李敏", "--desk", "前台1").contains("or add --desk 前台2"))
    try folder.done([["do", "R-1", "undo"] + desk])
  }

  @Test
  func `after a note of one's own, undo says that it stays, and with a word goes on to what was before`()
    throws
  {
    let folder = try TestFolder()
    try folder.done([["new", "1-1-101", "灯"], ["do", "R-1", "note", "等电话"]])
    let alone = try folder.run("do", "R-1", "undo", "--lang", "zh")
    #expect(alone.code == 1 && alone.errors.contains("已记录在案，收不回：R-1 备注：等电话"))
    #expect(!alone.errors.contains("--earlier"))
    try folder.done([["do", "R-1", "assign", "老王"], ["do", "R-1", "note", "在路上"]])
    let stays = try folder.run("do", "R-1", "undo")
    #expect(stays.code == 1 && stays.errors.contains("On record for good: R-1 note: 在路上"), "\(stays.errors)")
    #expect(stays.errors.contains("(assigned to 老王): frontdesk do R-1 undo --earlier"))
    // A note of somebody else does not stand in the way, as on the screen.
    try folder.done([["do", "R-1", "undo", "--earlier"], ["do", "R-1", "assign", "老王"]])
    try folder.done([["do", "R-1", "note", "知道了", "--as", "赵敏"], ["do", "R-1", "undo"]])
    try folder.done([["do", "R-1", "assign", "老王", "--as", "赵敏"], ["do", "R-1", "note", "好的"]])
    let others = try folder.run("do", "R-1", "undo", "--earlier")
    #expect(others.code == 1 && others.errors.contains("was done by 赵敏"))
    #expect(!(try folder.run("do", "R-1", "undo").errors.contains("赵敏")))
  }

  @Test func `undone again, the action before is taken back too`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯")
    _ = try folder.run("do", "R-1", "assign", "老王")
    #expect(try folder.run("staff", "add", "老李").code == 0)
    _ = try folder.run("do", "R-1", "assign", "老李")
    func assignee() throws -> String? {
      try (folder.run("show", "R-1", "--format", "json").json as? [String: Any])?["assignee"] as? String
    }
    #expect(try folder.run("do", "R-1", "undo").code == 0)
    #expect(try assignee() == "老王")
    #expect(try folder.run("do", "R-1", "undo").code == 0)
    #expect(try assignee() == nil)
  }

  @Test func `a refusal says what to do instead, and changes nothing`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "complaint", "--place", "6-1-902", "夜间装修")
    let before = try folder.run("events").output
    let english = try folder.run("do", "C-1", "close")
    #expect(english.code == 1)
    #expect(english.errors == "frontdesk: C-1 is not completed. Complete it, then close it.\n")
    let chinese = try folder.run("do", "C-1", "close", "--lang", "zh")
    #expect(chinese.errors == "frontdesk: C-1 还没有办结。请先办结再关闭。\n")
    #expect(try folder.run("events").output == before)
    #expect(try folder.run("show", "R-99").code == 1)
  }

  @Test func `a route is published, walked and checked in`() throws {
    let folder = try TestFolder()
    let routes = try folder.file(
      "routes.json5",
      "{ routes: [{ id: 'A', name: 'A线', points: [{ id: '1', name: '大堂', within: 10 }, { id: '2', within: 20 }] }] }"
    )
    #expect(try folder.run("routes", "publish", routes).code == 0)
    #expect(try folder.run("round", "start", "A", "--guard", "张强").code == 0)
    #expect(try folder.run("checkin", "A", "大堂", "--guard", "张强").code == 0)
    #expect(try folder.run("checkin", "A", "1", "--result", "failed").code == 1)
    #expect(try folder.run("checkin", "A", "2", "--result", "failed", "--note", "门锁坏").code == 0)
    let list = try #require(try folder.run("routes", "list", "--format", "json").json as? [String: Any])
    let points = try #require((list["routes"] as? [[String: Any]])?.first?["points"] as? [[String: Any]])
    #expect(points.map { $0["state"] as? String } == ["onTime", "failed"])
    #expect(try folder.run("checkin", "B", "1").errors.contains("There is no patrol route B"))
    let round = try #require((list["routes"] as? [[String: Any]])?.first?["round"] as? String)
    let back = try folder.run("round", "undo", round, "2")
    #expect(back.code == 0 && back.output.contains("not checked after all"), "\(back.output)\(back.errors)")
    #expect(try folder.run("round", "undo", round, "2").code == 1)
    #expect(try folder.run("checkin", "A", "2").output.contains("checked"))
  }

  @Test
  func `no number that was put right at the shell is on record in the clear, nor one with a digit missing`()
    throws
  {
    let folder = try TestFolder()
    try folder.done([
      ["new", "--place", "3-2-1501", "--text", "打 1398765432 找他", "漏水"],
      ["do", "R-1", "subject", "漏水 13987654321 或 1398765432"],
    ])
    let told = try folder.run("do", "R-1", "details", "请打 1398765433", "--lang", "zh")
    #expect(told.errors.contains("文字里的电话号码只记成 ****33"), "\(told.errors)")
    let events = try folder.run("events", "--format", "json").output
    #expect(!events.contains("139876543"), "\(events)")
  }

  @Test func `the staff list stands by pinyin in Chinese and by code point in English`() throws {
    let folder = try TestFolder()
    for name in ["张强", "老王", "曾强"] { #expect(try folder.run("staff", "add", name).code == 0) }
    func names(_ language: String) throws -> [String] {
      try folder.run("staff", "list", "--format", "csv", "--lang", language).output.split(
        whereSeparator: \.isNewline
      )
      .dropFirst().map { String($0.prefix { $0 != "," }) }
    }
    #expect(try names("zh") == ["老王", "曾强", "张强"])
    #expect(try names("en") == ["张强", "曾强", "老王"])
  }

  @Test func `staff come and go, but not with work in hand`() throws {
    let folder = try TestFolder()
    #expect(try folder.run("staff", "add", "老王", "--skill", "电工", "--skill", "水工").code == 0)
    _ = try folder.run("new", "--place", "1-1-101", "灯")
    _ = try folder.run("do", "R-1", "assign", "老王")
    #expect(try folder.run("staff", "list", "--format", "csv").output.contains("老王,电工 水工,R-1"))
    let busy = try folder.run("staff", "remove", "老王")
    #expect(busy.code == 1 && busy.errors.contains("still has 1 open ticket."), "\(busy.errors)")
    _ = try folder.run("do", "R-1", "decline", "忙")
    _ = try folder.run("shift", "start", "early", "--on", "李敏", "--on", "老王")
    for (language, said) in [("en", "Early shift"), ("zh", "早班的岗上")] {
      let on = try folder.run("staff", "remove", "老王", "--lang", language)
      #expect(on.code == 1 && on.errors.contains(said), "\(on.errors)")
      #expect(on.errors.contains("frontdesk shift staff --on"), "\(on.errors)")
    }
    _ = try folder.run("shift", "staff", "--on", "李敏")
    #expect(try folder.run("staff", "remove", "老王").code == 0)
    _ = try folder.run("staff", "add", "赵敏", "--role", "supervisor")
    for (language, said) in [("en", "is the last supervisor"), ("zh", "最后一位主管")] {
      let last = try folder.run("staff", "remove", "赵敏", "--as", "赵敏", "--lang", language)
      #expect(last.code == 1 && last.errors.contains(said), "\(last.errors)")
      #expect(last.errors.contains("--role supervisor"), "\(last.errors)")
    }
  }

  @Test func `why a complaint came to this is written down after it was closed, and taken back`() throws {
    let folder = try TestFolder()
    try folder.done([
      ["new", "complaint", "--place", "1-1-101", "--category", "noise", "装修"], ["do", "C-1", "feedback"],
      ["do", "C-1", "done", "已劝停"], ["do", "C-1", "follow-up", "4"], ["do", "C-1", "close"],
      ["do", "C-1", "cause", "施工监管"],
    ])
    #expect(try folder.run("show", "C-1", "--lang", "zh").output.contains("归因：施工监管"))
    #expect(try folder.ticket("C-1")["stage"] as? String == "closed")
    #expect(try folder.run("verify").code == 0)
    try folder.done([["do", "C-1", "undo"]])
    let ticket = try folder.ticket("C-1")
    #expect(
      ticket["stage"] as? String == "closed"
        && (ticket["papers"] as? [String: Any])?["cause"] as? String == nil)
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `a name that is not on the staff gets no work, and the sentence names the nearest`() throws {
    let folder = try TestFolder()
    _ = try folder.run("staff", "add", "老王")
    _ = try folder.run("new", "--place", "1-1-101", "灯")
    let english = try folder.run("do", "R-1", "assign", "老张")
    #expect(english.code == 1 && english.errors.contains("Did you mean 老王?"))
    #expect(english.errors.contains("frontdesk staff add 老张"))
    #expect(try folder.run("do", "R-1", "派工", "老张", "--lang", "zh").errors.contains("名单上没有 老张。是不是 老王？"))
    #expect(try !folder.run("staff", "list").output.contains("老张"))
    let neither = try folder.run("do", "R-99", "assign", "老张")
    #expect(neither.code == 1 && neither.errors.contains("no ticket R-99"), "\(neither.errors)")
    #expect(!neither.errors.contains("老张"))
  }

  @Test func `a name said in the words of a call is the caller's, with --place and without`() throws {
    let folder = try TestFolder()
    for call in [["3-2-1501", "我叫张三", "厨房漏水"], ["--place", "3-2-1501", "我叫张三 厨房漏水"]] {
      #expect(try Run(["new"] + call + ["--store", folder.store], in: folder).code == 0)
    }
    for id in ["R-1", "R-2"] {
      let shown = try folder.run("show", id).output
      #expect(shown.contains("reporter 张三") && shown.contains("厨房漏水"), "\(shown)")
      #expect(!shown.contains("我叫"), "\(shown)")
    }
  }

  @Test func `who calls again stays one reporter, and the record is whole when one leaves`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "1-2-0605", "对讲无声", "--reporter", "钱先生", "--phone", "13844445555")
    for (option, caller) in [("reporter", "钱先生"), ("phone", "138 4444 5555"), ("reporter", "冯女士")] {
      let join = ["new", "--join", "R-1", "--place", "1-2-0605", "还没好", "--\(option)", caller]
      try folder.done([join])
    }
    _ = try folder.run("do", "R-1", "join", "又打来", "--reporter", "冯女士")
    let shown = try folder.run("show", "R-1").output
    #expect(shown.split(separator: "\n").count { $0.hasPrefix("reporter ") } == 2)
    #expect(shown.contains("another report: 还没好") && shown.contains("the same caller again: 又打来"))
    let history = try folder.run("events", "--stream", "R-1", "--lang", "zh").output
    #expect(history.components(separatedBy: "同一人再次来电").count == 4 && history.contains("又有人报修：还没好"))
    let told = try folder.run("do", "R-1", "join", "催", "--phone", "13844445555").output
    #expect(told.contains("the same caller again: 催"))
    #expect(try folder.run("do", "R-1", "split", "1").code == 0)
    #expect(try folder.run("verify").code == 0)
    let undone = try folder.run("do", "R-1", "undo")
    #expect(undone.code == 1 && undone.errors.contains("frontdesk do R-2 merge R-1"))
    #expect(try folder.run("do", "R-2", "merge", "R-1").code == 0)
    #expect(try folder.run("do", "R-2", "undo").errors.contains("frontdesk do R-2 split"))
    #expect(try folder.run("verify").code == 0)
    #expect(try folder.run("find", "R-2").output.contains("1 found"))
  }

  @Test func `a cancelled ticket shows no promise as kept that nobody kept`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "--urgent", "漏水")
    _ = try folder.run("do", "R-1", "cancel", "误报")
    #expect(try folder.run("show", "R-1", "--lang", "zh").output.contains("不再计"))
    let shown = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    let clocks = try #require(shown["clocks"] as? [[String: Any]])
    #expect(Set(clocks.compactMap { $0["state"] as? String }) == ["void"])
  }

  @Test func `two reports of the same thing become one ticket`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯", "--reporter", "甲")
    _ = try folder.run("new", "--place", "1-1-101", "灯不亮", "--reporter", "乙")
    #expect(try folder.run("do", "R-2", "merge", "R-1").code == 0)
    #expect(try folder.run("do", "R-1", "join", "还有我", "--reporter", "丙").code == 0)
    let shown = try folder.run("show", "R-1").output
    for name in ["甲", "乙", "丙"] { #expect(shown.contains("reporter \(name)")) }
    for action in ["reopen", "start"] {
      #expect(try folder.run("do", "R-2", action, "again").errors.contains("or split it off first"))
    }
    #expect(try folder.run("do", "R-2", "split").code == 0)
  }

  @Test func `events are followed until their reader goes`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "one")
    let process = Run.process(["events", "--follow", "--store", folder.store], in: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var text = ""
    func read(until word: String) {
      var ready = pollfd(fd: pipe.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      while !text.contains(word), poll(&ready, 1, 30_000) > 0 {
        let data = pipe.fileHandleForReading.availableData
        if data.isEmpty { return }
        text += String(decoding: data, as: UTF8.self)
      }
    }
    read(until: "one")
    _ = try folder.run("new", "--place", "1-1-101", "two")
    read(until: "two")
    #expect(text.contains("R-2"))
    try pipe.fileHandleForReading.close()
    process.waitForEnd()
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
  }

  @Test func `following ends at once when interrupted`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "one")
    let process = Run.process(["events", "--follow", "--store", folder.store], in: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    #expect(!pipe.fileHandleForReading.availableData.isEmpty)
    process.interrupt()
    process.waitForEnd()
    #expect(process.terminationStatus == 0)
  }

  @Test func `every command has help in both languages`() throws {
    let folder = try TestFolder()
    let overview = try folder.run("help").output
    let commands = overview.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("  --") }
      .map { $0.prefix(30).split(separator: " ").map(String.init) }
    #expect(commands.count > 20)
    for words in commands {
      for (language, title) in [("en", "Every command takes:"), ("zh", "所有命令都有：")] {
        let run = try Run(words + ["--help", "--lang", language], in: folder)
        #expect(run.code == 0)
        #expect(run.output.contains(title), "\(words)")
        #expect(run.output.hasPrefix("frontdesk \(words.joined(separator: " "))"))
      }
    }
    #expect(try Run(["policy", "--help"], in: folder).output == folder.run("help", "policy").output)
    #expect(
      try folder.run("help", "--format", "md").output.contains(
        "| `frontdesk do TICKET ACTION [WORDS…] […]` |"))
  }

  @Test func `completion knows commands, options and choices`() throws {
    let folder = try TestFolder()
    let script = try folder.file("completion.sh", try folder.run("completion", "bash").output)
    func complete(_ words: String...) throws -> [String] {
      let list = words.map { "'\($0)'" }.joined(separator: " ")
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = [
        "-c",
        "source \(script); COMP_WORDS=(frontdesk \(list)); COMP_CWORD=\(words.count); _frontdesk; echo ${COMPREPLY[@]}",
      ]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      process.waitForEnd()
      let text = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
      return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    #expect(try complete("rep") == ["report"])
    #expect(try complete("handover", "sign-out", "--").contains("--at"))
    #expect(try !complete("handover", "sign-out", "--").contains("--format"))
    #expect(try !complete("doctor", "--").contains("--told"))
    #expect(try complete("report", "") == ["patrol", "figures", "clocks", "midnights"])
    #expect(try complete("list", "--ki") == ["--kind"])
    #expect(try complete("list", "--kind", "com") == ["complaint"])
    #expect(try complete("--lang", "zh", "ver") == ["verify"])
    #expect(try complete("do", "R-1", "arr") == ["arrive"])
  }

  @Test func `the default store lies in the user's data folder`() throws {
    let folder = try TestFolder()
    #expect(try Run(["new", "--place", "1-1-101", "灯"], in: folder).code == 0)
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/data/frontdesk/desk.db"))
  }
}

/// What goes out of the door.
@Suite struct OutputTests {
  @Test func `a reader that has had enough ends the command quietly`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", BadInputTests.map)
    let rows = (1...3000).map { "\($0),2020-01-01 08:00,,leak,row \($0)\n" }.joined()
    _ = try folder.file("log.csv", BadInputTests.header + rows)
    _ = try folder.run("import", "tickets", "log.csv", "--map", "m.json5")
    let process = Run.process(["events", "--store", folder.store], in: folder)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    _ = try output.fileHandleForReading.read(upToCount: 10)
    try output.fileHandleForReading.close()
    process.waitForEnd()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(errors.fileHandleForReading.availableData.isEmpty)
  }

  @Test func `a program alone, far from its checkout, has every theme`() throws {
    let folder = try TestFolder()
    let here = Run.process(["theme", "list"], in: folder)
    let alone = try #require(here.executableURL)
    here.executableURL = URL(filePath: "\(folder.path)/frontdesk")
    try FileManager.default.copyItem(at: alone, to: #require(here.executableURL))
    let pipe = Pipe()
    here.standardOutput = pipe
    try here.run()
    let listed = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    here.waitForEnd()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes").path)
    #expect(files.count >= 10)
    for file in files where file.hasSuffix(".json5") {
      #expect(listed.contains("\n\(file.dropLast(6)) "), "\(file)")
    }
  }

  @Test func `the version is printed`() throws {
    let folder = try TestFolder()
    #expect(try Run(["--version"], in: folder).output.hasPrefix("frontdesk "))
  }

  @Test func `an empty store takes the zone of the first log, and keeps it`() throws {
    let folder = try TestFolder()
    _ = try folder.file("m.json5", BadInputTests.map.replacing("Asia/Shanghai", with: "America/New_York"))
    _ = try folder.file("log.csv", BadInputTests.header + "1,2020-01-01 23:30,,leak,late\n")
    let run = try folder.run("import", "tickets", "log.csv", "--map", "m.json5")
    #expect(run.errors.contains("The store is empty: its zone is America/New_York."))
    let rows = try folder.run("report", "midnights", "--format", "csv").output
    #expect(rows.contains("2020-01-01,0,1,0,0,0,0"))
  }

  @Test func `what has no category has a name among the categories, in either language`() throws {
    let folder = try TestFolder()
    try folder.done([
      ["new", "--place", "1-1-101", "怪声"], ["new", "--place", "1-1-101", "--category", "lift", "异响"],
    ])
    func report(_ words: String...) throws -> String {
      let run = try Run(
        ["report", "clocks", "--clock", "4h", "--by", "category", "--store", folder.store] + words, in: folder
      )
      #expect(run.code == 0, "\(run.errors)")
      return run.output
    }
    let (chinese, english) = try (report("--lang", "zh"), report("--lang", "en"))
    #expect(chinese.contains("（未分类）") && chinese.contains("电梯"), "\(chinese)")
    #expect(english.contains("(no category)") && english.contains("lift"), "\(english)")
    #expect(try report("--format", "csv").contains("4h,,0,0,0,1,0"), "data has what is recorded")
  }

  @Test func `a text without end does not push a row off the screen`() throws {
    let folder = try TestFolder()
    let endless = String(repeating: "漏水", count: 500)
    _ = try folder.run("new", "--place", "1-1-101", endless)
    let list = try folder.run("list").output
    #expect(list.split(separator: "\n").allSatisfy { $0.count < 200 }, "\(list)")
    #expect(list.contains("~"))
    #expect(try folder.run("list", "--format", "csv").output.contains(endless))
  }

  @Test func `cells of a table stand under their headings in Chinese too`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "门禁卡失效", "--now", "2026-10-14T14:00")
    _ = try folder.run("new", "--place", "地库B2", "mats", "--now", "2026-10-14T14:00")
    let list = try folder.run("list", "--lang", "zh", "--now", "2026-10-14T14:10").output
    #expect(
      list == """
        单号  状态    时限  剩余       位置     类别  事项        责任人  受理
        R-1   已受理  反馈  余3时50分  1-1-101  对讲  门禁卡失效          2026-10-14 14:00:00
        R-2   已受理  反馈  余3时50分  地库B2         mats                2026-10-14 14:00:00

        """)
  }
}
