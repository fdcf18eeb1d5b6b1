#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// The wall as a screen of its own, and printed.
  @Suite struct WallDayTests {
    private func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "张三家跳闸"]], now: "2026-10-14T14:00:00")
      return folder
    }

    @Test func `it shows what others write, says that it only looks, and is left by its key`() throws {
      let folder = try folder()
      let wall = try Sitting(folder, ["wall", "--now", "2026-10-14T14:31:00"])
      wall.expect("R-1 1-1-101  到场超时")
      wall.expect("数据时间 14:31")
      wall.press(.function(2), .function(6))
      wall.expect("看板只看不写；请到前台按 F6 确认")
      let before = try folder.events("R-1").count
      try folder.done([["new", "--place", "2-2-202", "--urgent", "漏水"]], now: "2026-10-14T14:31:30")
      wall.expect("R-2 2-2-202")
      #expect(try folder.events("R-1").count == before, "a wall records nothing")
      #expect(!wall.text.contains("张三"))
      wall.type("\u{1B}[24~")
      wall.expect("按 y 退出")
      wall.type("y")
      #expect(wall.outside.waitForExit(within: .seconds(30)) == 0)
      wall.expectGivenBack()
    }

    @Test func `a desk whose settings say so opens as the wall, and a sample day does not`() throws {
      let folder = try folder()
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/config.json5", "{ desk: { role: \"wall\" } }")
      let wall = try Sitting(folder, ["--now", "2026-10-14T14:31:00"])
      wall.expect("服务时限看板")
      wall.press(.function(6))
      wall.expect("看板只看不写")
      wall.type("\u{1B}[24~")
      wall.expect("按 y 退出")
      wall.type("y")
      #expect(wall.outside.waitForExit(within: .seconds(30)) == 0)
      let desk = try Sitting(folder, ["--demo"])
      desk.expect("F2新建")
      #expect(desk.quit() == 0)
    }

    @Test(arguments: [
      ("tickets", "报修"), ("timers", "时限"), ("patrol", "巡查"), ("complaints", "投诉"), ("figures", "报表  今日"),
      ("staff", "名册"), ("duties", "期次"), ("incidents", "突发"), ("handover", "交接"), ("visitors", "访客"),
      ("triage", "R-1"), ("new", "新建报修"), ("wall", "服务时限看板"), ("standards", "公示"), ("help", "本页按键"),
    ])
    func `every page can be printed`(page: String, says: String) throws {
      let folder = try folder()
      let run = try folder.run("render", "--view", page, "--size", "120x40", "--lang", "zh")
      #expect(run.code == 0 && run.output.contains(says), "\(run.output)\(run.errors)")
      let tickets = try folder.run("render", "--size", "120x40", "--lang", "zh")
      #expect(page == "tickets" || run.output != tickets.output)
    }

    @Test func `a page that is not there is told with those that are`() throws {
      let run = try folder().run("render", "--view", "charts")
      #expect(run.code == 64 && run.errors.contains("figures") && run.errors.contains("triage"))
    }

    @Test func `it is printed with the figures of the day`() throws {
      let folder = try folder()
      let run = try folder.run(
        "render", "--view", "wall", "--size", "80x24", "--lang", "zh", "--now", "2026-10-14T14:31:00")
      #expect(run.code == 0)
      #expect(run.output.contains("服务时限看板") && run.output.contains("到场达标 0.0%"))
      #expect(run.output.contains("数据时间 14:31:00 正常"))
    }
  }
#endif
