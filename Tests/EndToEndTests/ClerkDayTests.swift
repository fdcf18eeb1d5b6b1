#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// What reception does all day, at the dashboard.
  @Suite struct ClerkDayTests {
    /// A terminal somebody may sit at.
    struct Place: CustomTestStringConvertible, Sendable {
      var size = Sitting.small
      var language = "zh"
      var type = "xterm-256color"
      var environment: [String: String] = [:]

      var testDescription: String { "\(size.columns)x\(size.rows) \(language) \(type) \(environment)" }

      func sit(_ folder: TestFolder, _ words: String...) throws -> Sitting {
        try Sitting(
          folder, words + ["--lang", language], size: size, type: type, environment: environment)
      }
    }

    static let places = [
      Place(), Place(size: Sitting.medium, language: "en"), Place(size: Sitting.large),
      Place(language: "en", type: "linux"), Place(environment: ["NO_COLOR": "1"]),
    ]

    @Test(arguments: places)
    func `the first start makes the store and says how to begin`(_ place: Place) throws {
      let folder = try TestFolder()
      let desk = try place.sit(folder)
      desk.expect(place.language == "zh" ? "没有未结工单。F2 新建第一张" : "No open tickets. F2 takes the first")
      #expect(desk.quit() == 0)
      #expect(try folder.run("verify").code == 0)
    }

    @Test func `without a path the store lies in the user's data folder`() throws {
      let folder = try TestFolder()
      let store = "\(folder.path)/data/frontdesk/desk.db"
      let desk = try Sitting(folder, ["--store", store])
      desk.expect("没有未结工单")
      #expect(desk.quit() == 0)
      #expect(FileManager.default.fileExists(atPath: store))
    }

    @Test(arguments: places)
    func `a call is written down while it lasts, and runs from when it was answered`(_ place: Place) throws {
      let folder = try TestFolder()
      let desk = try place.sit(folder, "--now", "2026-10-14T14:06:57")
      desk.expect("14:06")
      desk.press(.function(2))
      desk.expect("3-2-1501")
      desk.type("\r3栋2单元1501\r张三\r13812345678\r漏水\r厨房水管漏水，地面积水")
      desk.expect("地面积水")
      desk.expect("14:07")
      desk.press(.control("s"))
      desk.expect(place.language == "zh" ? "可撤销: u" : "undo within")
      #expect(desk.row("R-1").contains("3-2-1501"))
      #expect(desk.row("R-1").contains("厨房水管漏水"))
      let ticket = try folder.ticket("R-1")
      #expect(ticket["place"] as? String == "3-2-1501")
      #expect(ticket["category"] as? String == "leak")
      #expect(ticket["urgency"] as? String == "urgent")
      #expect((ticket["reporters"] as? [[String: Any]])?.first?["phone"] as? String == "138****5678")
      let answered = try #require(ticket["reported_at"] as? String)
      #expect(answered >= "2026-10-14T06:06:57Z" && answered < "2026-10-14T06:07")
      #expect(try folder.events("R-1", "recorded_at")[0] >= "2026-10-14T06:07")
      #expect(desk.quit() == 0)
    }

    @Test func `what happens at the dashboard happens at whole seconds, as at the shell`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:06:57.900Z"])
      desk.expect("没有未结工单")
      desk.press(.function(2))
      desk.type("\r1-1-101\r\r\r\r灯")
      desk.press(.control("s"))
      desk.expect("可撤销: u")
      desk.press(.function(6))
      desk.expect("已反馈")
      #expect(try folder.events("R-1", "occurred_at").allSatisfy { !$0.contains(".") })
    }

    @Test(arguments: places)
    func `a digit assigns, and a name not on the list is taken as typed once that was asked`(
      _ place: Place
    )
      throws
    {
      let folder = try TestFolder()
      try folder.done([
        ["staff", "add", "老王", "--skill", "电工"], ["staff", "add", "老李"], ["new", "--place", "1-1-101", "灯"],
        ["do", "R-1", "assign", "老王"], ["new", "--place", "1-1-102", "锁"],
      ])
      let desk = try place.sit(folder)
      desk.expect("R-2")
      desk.press(.down, .function(5))
      desk.expect("1  老李")
      desk.type("1")
      desk.expect(place.language == "zh" ? "可撤销: u" : "undo within")
      #expect(try folder.ticket("R-2")["assignee"] as? String == "老李")
      desk.press(.function(5))
      desk.type("周工\r")
      desk.expect(place.language == "zh" ? "员工名单上没有 周工" : "Not on the staff: 周工")
      desk.press(.enter)
      desk.expect("\(place.language == "zh" ? "派工给" : "assigned to") 周工")
      #expect(try folder.ticket("R-2")["assignee"] as? String == "周工")
    }

    @Test(arguments: places) func `one key answers the clock that governs`(_ place: Place) throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]])
      let desk = try place.sit(folder)
      let isChinese = place.language == "zh"
      desk.expect(isChinese ? "F6到场" : "F6OnSite")
      desk.press(.function(6))
      desk.expect(isChinese ? "F6反馈" : "F6Feedbk")
      #expect(try folder.events("R-1").last == "ticket.arrivedOnSite.1")
      desk.press(.function(6))
      desk.expect(isChinese ? "R-1 已反馈" : "R-1 feedback given")
      desk.expect(isChinese ? "F5派工 F7挂起" : "F5Assign F7Hold")
      #expect(try folder.events("R-1").last == "ticket.feedbackGiven.1")
    }

    @Test func `work waits for parts and goes on`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "龙头"], ["do", "R-1", "assign", "老李"]])
      let desk = try Sitting(folder)
      desk.expect("F7挂起")
      desk.press(.function(7))
      desk.expect("待料（已告知业主）")
      desk.type("1")
      desk.expect("F7恢复")
      #expect(try folder.ticket("R-1")["stage"] as? String == "held")
      desk.press(.function(7))
      desk.expect("F7挂起")
      #expect(try folder.ticket("R-1")["stage"] as? String != "held")
    }

    @Test func `what is done is closed by the same key, and its row says so until the next`() throws {
      let folder = try TestFolder()
      try folder.done([
        ["new", "--place", "1-1-101", "龙头"], ["do", "R-1", "feedback", "马上来"], ["do", "R-1", "assign", "老王"],
      ])
      let desk = try Sitting(folder)
      desk.expect("F8办结")
      desk.press(.function(8))
      desk.expect("F8签字")
      desk.press(.function(8))
      desk.expect("老王 签字   ")
      desk.expect("F8验收")
      desk.press(.function(8))
      desk.expect("李敏 验收合格   ")
      desk.expect("F8关闭")
      desk.press(.function(8))
      desk.expect("关闭   ")
      #expect(try folder.ticket("R-1")["stage"] as? String == "closed")
      desk.expect("已由 李敏 关闭")
      desk.press(.down)
      desk.expect("没有未结工单")
    }

    @Test func `the last action is taken back, and the call itself too`() throws {
      let folder = try TestFolder()
      try folder.done([["staff", "add", "老王"]])
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      desk.press(.function(2))
      desk.type("\r1-1-101\r\r\r\r灯不亮")
      desk.press(.control("s"))
      desk.expect("可撤销: u")
      desk.press(.function(5))
      desk.expect("派给谁")
      desk.type("1")
      desk.expect("派工给 老王   ")
      desk.type("u")
      desk.expect("已撤销：")
      #expect(try folder.ticket("R-1")["assignee"] is NSNull)
      desk.press(.control("z"))
      desk.expect("已由 李敏 作废")
      #expect(try folder.ticket("R-1")["stage"] as? String == "cancelled")
    }

    @Test func `an open ticket is opened with all that happened to it`() throws {
      let folder = try TestFolder()
      try folder.done([
        ["new", "--place", "1-1-101", "--reporter", "张三", "--phone", "13812345678", "灯", "--as", "李敏"],
        ["do", "R-1", "assign", "老王", "--as", "李敏"], ["do", "R-1", "note", "等电梯", "--as", "赵敏"],
      ])
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.press(.enter)
      desk.expect("备注：等电梯")
      desk.expect("派工给 老王")
      desk.expect("138****5678")
      try folder.done([["do", "R-1", "note", "到了"]])
      desk.expect("备注：到了")
      desk.press(.escape)
      desk.expect("剩余/超时")
    }

    @Test func `language and theme change while it runs`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "灯"]])
      let desk = try Sitting(folder)
      desk.expect("F1帮助")
      desk.type("L")
      desk.expect("F1Help")
      desk.type("T")
      desk.expect("High contrast, dark")
      desk.type("hc-dark")
      desk.press(.enter)
      desk.expect("white on black") { $0[0, 1].foreground == 231 && $0[0, 1].attributes.contains(.reverse) }
      desk.type("L")
      desk.expect("F1帮助")
    }

    @Test(arguments: places) func `help names every key and leads back`(_ place: Place) throws {
      let folder = try TestFolder()
      let desk = try place.sit(folder)
      desk.expect(place.language == "zh" ? "F1帮助" : "F1Help")
      desk.press(.function(1))
      desk.expect(place.language == "zh" ? "接单" : "accepts")
      desk.type(place.language == "zh" ? "xj" : "new")
      desk.expect(place.language == "zh" ? "新建工单" : "New ticket")
      desk.press(.escape, .escape)
      desk.expect(place.language == "zh" ? "没有未结工单" : "No open tickets")
    }

    @Test func `a paste that the terminal does not mark is no row of commands`() throws {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--category", "lighting", "灯"]])
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.type("axQQ1-1-101")
      desk.expect("检测到粘贴，已忽略：axQQ1-1-101")
      desk.press(.enter)
      desk.expect("/ axQQ1-1-101")
      #expect(try folder.ticket("R-1")["stage"] as? String == "registered")
      desk.press(.escape, .escape)
      #expect(desk.quit() == 0)
    }

    @Test func `leaving with a call half written asks once`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      desk.press(.function(2))
      desk.type("1-1-101")
      desk.expect("1-1-101")
      desk.press(.escape)
      desk.expect("草稿1")
      desk.press(.control("q"))
      desk.expect("按 y 退出")
      desk.type("y")
      #expect(desk.outside.waitForExit(within: .seconds(30)) == 0)
      desk.expectGivenBack()
    }

    @Test func `a second call parks the first, which comes back whole`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder)
      desk.expect("没有未结工单")
      desk.press(.function(2))
      desk.type("\r1-1-101\r张三")
      desk.expect("张三")
      desk.press(.function(2))
      desk.expectNo("张三")
      desk.type("\r2-2-202\r\r\r\r锁")
      desk.press(.control("s"))
      desk.expect("可撤销: u")
      #expect(try folder.ticket("R-1")["place"] as? String == "2-2-202")
      desk.press(.shiftF2)
      desk.expect("张三")
      desk.type("\r\r\r灯")
      desk.press(.control("s"))
      desk.expect("R-2")
      let ticket = try folder.ticket("R-2")
      #expect((ticket["reporters"] as? [[String: Any]])?.first?["name"] as? String == "张三")
    }
  }
#endif
