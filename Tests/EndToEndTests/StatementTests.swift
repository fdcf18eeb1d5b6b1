#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// What the screen promises a clerk, seen from outside: the real binary, a terminal, a pretended time.
  @Suite struct StatementTests {
    /// Two enquiries from one room, the first closed by 老王 the day before.
    private static func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done(
        [
          ["staff", "add", "小周"], ["staff", "add", "老王"],
          ["new", "enquiry", "--place", "3-2-1501", "--category", "fees", "发票怎么开"],
          ["do", "Q-1", "assign", "老王"], ["do", "Q-1", "feedback", "已答复"], ["do", "Q-1", "complete"],
          ["do", "Q-1", "close"],
        ], now: "2026-10-13T10:00:00")
      try folder.done(
        [["new", "enquiry", "--place", "3-2-1501", "--category", "fees", "发票抬头写错"]],
        now: "2026-10-14T14:00:00"
      )
      return folder
    }

    @Test(arguments: [("zh", "该房近90天: Q-1 同类 发票怎么开（10-13 老王）"), ("en", "Same room, 90 days: Q-1 same kind")])
    func `the ticket under the cursor tells what was done in its room`(_ language: String, _ text: String)
      throws
    {
      let desk = try Sitting(
        try Self.folder(), ["--now", "2026-10-14T14:01:00", "--lang", language], size: Sitting.medium)
      desk.expect(text)
      #expect(desk.quit() == 0)
    }

    @Test func `who did it last time is the first, and Enter gives it to them`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:01:00"])
      desk.expect("Q-2")
      desk.press(.function(4))
      desk.expect("1  老王")
      desk.expect("上次同类是他")
      desk.press(.enter)
      desk.expect("都派完了")
      #expect(try folder.ticket("Q-2")["assignee"] as? String == "老王")
      #expect(desk.quit() == 0)
    }

    @Test func `the form tells the last visit as soon as the room is there`() throws {
      let desk = try Sitting(try Self.folder(), ["--now", "2026-10-14T14:01:00"])
      desk.expect("Q-2")
      desk.press(.function(2))
      desk.type("3-2-1501 ")
      desk.expect("该房近90天  办结 1 单")
      desk.expect("通话中静音")
    }

    @Test func `a repeat call that is urgent raises the open ticket, and one key takes both back`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "对讲没声音"]], now: "2026-10-14T14:00:00")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:01:00"])
      desk.expect("R-1")
      desk.press(.function(2))
      desk.type("1-1-101 急 冒烟了")
      desk.expect("该处未结 1 单")
      desk.press(.function(3))
      desk.expect("> R-1")
      desk.press(.enter)
      desk.expect("可撤销: u")
      #expect(try folder.ticket("R-1")["urgency"] as? String == "urgent")
      #expect(
        try folder.events("R-1").suffix(2) == ["ticket.reporterJoined.1", "ticket.urgencyChanged.1"])
      desk.type("u")
      desk.expect("已撤销")
      #expect(try folder.ticket("R-1")["urgency"] as? String == "ordinary")
      #expect((try folder.ticket("R-1")["reporters"] as? [Any])?.count == 1)
      #expect(desk.quit() == 0)
    }

    @Test func `where there is one building a room needs none, on the screen and at the shell`() throws {
      let folder = try TestFolder()
      let homes = try folder.file("homes.csv", "位置,姓名,电话\n1-1-0302,张三,13812345678\n")
      try folder.done([["import", "households", homes], ["new", "15-01", "漏水"]])
      #expect(try folder.ticket("R-1")["place"] as? String == "1-1-1501")
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.press(.function(2))
      desk.type("3-02 漏水")
      desk.expect("1栋1单元0302")
      desk.press(.control("s"))
      desk.expect("可撤销: u")
      #expect(try folder.ticket("R-2")["place"] as? String == "1-1-0302")
      #expect(desk.quit() == 0)
    }

    @Test func `what broke while nobody was there rings at the start, until somebody took notice`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-10-14T14:00:00")
      try folder.done([["do", "R-1", "note", "看过"]], now: "2026-10-14T14:40:00")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:41:00"])
      desk.expect("已升级至")
      #expect(desk.outside.wait { desk.outside.hasWritten("\u{7}") }, "a bell")
      #expect(desk.quit() == 0)
      try folder.done([["do", "R-1", "acknowledge"]], now: "2026-10-14T14:42:00")
      let calm = try Sitting(folder, ["--now", "2026-10-14T14:43:00"])
      calm.expect("超13分")
      calm.expect("14:43")
      calm.press(.function(1))
      calm.expect("本页按键")
      #expect(!calm.outside.hasWritten("\u{7}"))
      #expect(calm.quit() == 0)
    }

    @Test func `a promise that breaks during a call is shown and not heard`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-10-14T14:00:00")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:29:54"])
      desk.expect("R-1")
      desk.press(.function(2))
      desk.type("2-1-101 漏水")
      desk.expect("消息  通话中静音，仅显示")
      desk.expect("R-1 到场超时")
      #expect(!desk.outside.hasWritten("\u{7}"))
    }

    @Test func `in a window too small for lists the worst is told and a call can still be taken`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-10-14T14:00:00")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:40:00"], size: Size(rows: 8, columns: 40))
      desk.expect("窗口过小 40x8")
      desk.expect("最急 R-1 1-1-101 超10分")
      desk.press(.function(2))
      desk.type("2-1-202 漏水")
      desk.press(.control("s"))
      #expect(desk.outside.wait { (try? folder.ticket("R-2")["place"] as? String) == "2-1-202" })
      desk.outside.resize(Sitting.small)
      desk.expect("1 工单 2")
      #expect(desk.quit() == 0)
    }

    @Test func `neither Esc nor Ctrl-C at the list leaves or changes anything`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "灯"]])
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.press(.escape, .control("c"))
      desk.expect("已复制 1 张")
      desk.press(.escape)
      desk.press(.function(1))
      desk.expect("本页按键")
      #expect(try folder.events("R-1") == ["ticket.reported.1"])
      desk.press(.escape)
      #expect(desk.quit() == 0)
    }

    @Test func `what the shell turns into a complaint keeps its caller, its time and the way back`() throws {
      let folder = try TestFolder()
      let call = ["--reporter", "张三", "--phone", "13812345678"]
      try folder.done([["new", "enquiry", "--place", "3-2-1501", "楼上太吵"] + call], now: "2026-10-14T14:00:00")
      try folder.done([["do", "Q-1", "转投诉", "夜里装修"]], now: "2026-10-14T14:20:00")
      let complaint = try folder.ticket("C-1")
      #expect(complaint["subject"] as? String == "夜里装修" && complaint["place"] as? String == "3-2-1501")
      #expect(try folder.events("Q-1") == ["ticket.reported.1", "ticket.complained.1"])
      let shown = try folder.run("show", "C-1", "--now", "2026-10-14T14:21:00", "--lang", "zh").output
      #expect(shown.contains("由 Q-1 转来") && shown.contains("138****5678") && shown.contains("15:00"))
      #expect(try folder.run("show", "Q-1", "--lang", "zh").output.contains("转为投诉 C-1"))
      #expect(try folder.run("do", "C-1", "complain").errors.contains("C-1 is a complaint already"))
      #expect(!(try folder.run("events", "--format", "json").output.contains("张三")))
      #expect(try folder.run("verify").code == 0)
    }

    @Test func `a console of eight colours is not written to in black`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "灯"]])
      let desk = try Sitting(folder, type: "linux")
      desk.expect("R-1")
      desk.press(.function(1))
      desk.expect("本页按键")
      #expect(desk.outside.hasWritten("\u{1B}[36m") && !desk.outside.hasWritten("\u{1B}[30m"))
    }

    @Test func `the trace of a crash is kept while the next screen runs`() throws {
      let folder = try TestFolder()
      let state = "\(folder.path)/state/frontdesk"
      try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
      for name in ["crash", "crash.1", "crash.2", "crash.3", "crash.4"] {
        try Data(name.utf8).write(to: URL(filePath: "\(state)/\(name).log"))
      }
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      #expect(desk.quit() == 0)
      let logs = try FileManager.default.contentsOfDirectory(atPath: state).filter { $0.hasPrefix("crash") }
      #expect(logs.sorted() == ["crash.1.log", "crash.2.log", "crash.3.log", "crash.4.log"])
      #expect(try String(contentsOfFile: "\(state)/crash.1.log", encoding: .utf8) == "crash")
      #expect(try String(contentsOfFile: "\(state)/crash.4.log", encoding: .utf8) == "crash.3")
    }
  }
#endif
