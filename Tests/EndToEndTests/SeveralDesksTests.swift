#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Two desks and a command line on one store.
  @Suite struct SeveralDesksTests {
    private static func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done([["staff", "add", "老王"], ["staff", "add", "老李"], ["new", "--place", "1-1-101", "门"]])
      return folder
    }

    @Test func `what one records the others show`() throws {
      let folder = try Self.folder()
      let one = try Sitting(folder)
      let other = try Sitting(folder, ["--as", "赵敏", "--lang", "en"], size: Sitting.large)
      one.expect("R-1")
      other.expect("R-1")
      one.press(.function(2))
      one.expect("新建报修")
      one.type("\r2-2-202\r张三\r\r\r锁坏了")
      one.press(.control("s"))
      other.expect("锁坏了")
      other.expect("张三")
      try folder.done([["do", "R-2", "assign", "老李"]])
      one.expect("派工给 老李")
      other.expect("assigned to 老李")
      other.press(.function(8))
      one.expect("R-1 办结  赵敏")
      #expect(try folder.run("verify").code == 0)
    }

    @Test func `a choice made on an old sight is refused, with what changed`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.press(.function(5))
      desk.expect("2  老王")
      try folder.done([["do", "R-1", "assign", "老李", "--as", "赵敏"]])
      desk.expect("派工给 老李")
      desk.type("2")
      desk.expect("R-1 刚被改动（赵敏 派工给 老李）。请看过新内容再提交。")
      #expect(try folder.ticket("R-1")["assignee"] as? String == "老李")
    }

    @Test func `what is done while somebody holds the store waits in line, and is written with its own time`()
      throws
    {
      let folder = try Self.folder()
      let desk = try Sitting(folder)
      desk.expect("R-1")
      let lock = open("\(folder.path)/store/desk.write", O_RDWR | O_CLOEXEC)
      defer { close(lock) }
      #expect(flock(lock, LOCK_EX) == 0)
      desk.press(.function(6))
      desk.expect("未写入1")
      desk.expect("先排队")
      desk.type("b家里有老人\r")
      desk.expect("未写入2")
      let released = Date().ISO8601Format()
      flock(lock, LOCK_UN)
      desk.expectNo("未写入")
      desk.expect("备注：家里有老人")
      let names = try folder.events("R-1")
      #expect(names.last == "ticket.noted.1" && names.count == 3)
      #expect(try folder.events("R-1", "occurred_at").allSatisfy { $0 <= released })
      #expect(
        try folder.events("R-1", "recorded_at").last.map { $0.prefix(19) >= released.prefix(19) } == true)
      #expect(desk.quit() == 0)
    }

    @Test func `what was typed is given back when the ticket changed meanwhile`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.type("b")
      desk.expect("R-1 备注")
      desk.type("业主下午在家")
      desk.expect("业主下午在家")
      try folder.done([["do", "R-1", "urgent", "--as", "赵敏"]])
      desk.press(.enter)
      desk.expect("R-1 刚被改动（赵敏 改为紧急）")
      #expect(desk.text.contains("R-1 备注: 业主下午在家"))
      desk.press(.enter)
      desk.expect("备注：业主下午在家")
      #expect(try folder.events("R-1").last == "ticket.noted.1")
    }

    @Test func `a desk that was stopped while others worked shows it all when it goes on`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder)
      desk.expect("R-1")
      let screen = try #require(desk.screenProcess)
      // Both: a guard that runs would let its screen go on.
      for process in [desk.outside.process, screen] { kill(process, SIGSTOP) }
      for number in 2...12 { try folder.done([["new", "--place", "2-2-202", "第\(number)件"]]) }
      desk.outside.continueProcess()
      desk.expect("第12件")
      desk.expect("第2件")
      #expect(desk.quit() == 0)
      desk.expectGivenBack()
    }

    @Test func `a form being written is left alone by what others do`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.press(.function(2))
      desk.type("\r2-2-202\r李四")
      desk.expect("李四")
      try folder.done([["new", "--place", "2-2-202", "水管爆裂"]])
      desk.expect("水管爆裂")
      desk.type("\r\r\r同一处")
      desk.press(.control("s"))
      desk.expect("可撤销: u")
      let ticket = try folder.ticket("R-3")
      #expect(ticket["subject"] as? String == "同一处")
      #expect((ticket["reporters"] as? [[String: Any]])?.first?["name"] as? String == "李四")
    }

    @Test func `a record being read cannot be written by mistake`() throws {
      let folder = try Self.folder()
      let wall = try Sitting(folder, ["wall"])
      wall.expect("服务时限看板")
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.press(.function(6))
      desk.expect("反馈")
      wall.expect("没有在走的时限")
    }
  }
#endif
