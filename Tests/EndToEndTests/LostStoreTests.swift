#if VTERM
  import Foundation
  import Testing
  import TestSupport

  /// What a desk and a wall say when the store goes from under them.
  @Suite struct LostStoreTests {
    private func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "灯"]])
      return folder
    }

    private func move(_ from: String, _ to: String) throws {
      try FileManager.default.moveItem(atPath: from, toPath: to)
    }

    @Test func `a desk whose store was marked as faulted says so at once, and again when the mark is gone`()
      throws
    {
      let folder = try folder()
      let desk = try Sitting(folder)
      desk.expect("F2新建")
      let mark = try folder.file("store/desk.fault", "")
      desk.expect("磁盘写坏过。查磁盘，frontdesk verify，再删 desk.fault 重开")
      desk.expect("只读")
      desk.expectNo("F2新建")
      #expect(!desk.text.contains("（）"))
      try FileManager.default.removeItem(atPath: mark)
      desk.expect("数据中断过，现在又好了。请重新打开前台")
      #expect(desk.quit() == 0)
    }

    @Test func `a wall that was cut off by a fault goes on when it is over, and says so meanwhile`() throws {
      let folder = try folder()
      let wall = try Sitting(folder, ["wall", "--lang", "en"])
      wall.expect("data of ")
      let mark = try folder.file("store/desk.fault", "")
      wall.expect("rm desk.fault, open again")
      try FileManager.default.removeItem(atPath: mark)
      try folder.done([["new", "--place", "5-1-101", "灯"]])
      wall.expect("5-1-101")
      wall.expectNo("No data")
      wall.type("\u{1B}[24~")
      wall.expect("y quits")
      wall.type("y")
      #expect(wall.outside.waitForExit(within: .seconds(30)) == 0)
      wall.expectGivenBack()
    }

    @Test func `a wall whose store was replaced goes on with the one that is there`() throws {
      let folder = try folder()
      let wall = try Sitting(folder, ["wall", "--lang", "en"])
      wall.expect("data of ")
      try move("\(folder.path)/store", "\(folder.path)/old")
      try folder.done([["new", "--place", "2-1-101", "水"]])
      wall.expect("2-1-101")
      wall.expectNo("1-1-101 ")
      wall.type("\u{1B}[24~")
      wall.expect("y quits")
      wall.type("y")
      #expect(wall.outside.waitForExit(within: .seconds(30)) == 0)
    }

    @Test func `a desk opens read-only, and says why, where events of the shift cannot be read`() throws {
      let folder = try folder()
      try folder.done((2...70).map { ["do", "R-1", "note", "第 \($0) 条"] })
      try folder.sql(
        "DROP TRIGGER event_is_never_changed; UPDATE event SET payload = '{}' WHERE position = 5")
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.expect("只读")
      desk.press(.function(2))
      desk.expect("记录不可信")
      #expect(desk.quit() == 0)
    }

    @Test func `a desk whose record was cut under it says so, and records nothing more`() throws {
      let folder = try folder()
      try folder.done([["do", "R-1", "note", "一"]])
      let desk = try Sitting(folder)
      desk.expect("R-1")
      try folder.sql("DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position = 2")
      desk.expect("最后 1 条不见了，请把文件一起放回")
      desk.expect("只读")
      #expect(desk.quit() == 0)
      #expect(try folder.run("events").output.split(separator: "\n").count == 1)
    }

    @Test func `a desk whose folder was moved away says how to go on, and that it is back`() throws {
      let folder = try folder()
      let desk = try Sitting(folder, ["--lang", "en"])
      desk.expect("R-1")
      try move("\(folder.path)/store", "\(folder.path)/old")
      desk.expect("the store is gone. Put it back, open the desk again")
      try move("\(folder.path)/old", "\(folder.path)/store")
      desk.expect("the store was cut off and is back. Open the desk again")
      #expect(desk.quit() == 0)
      #expect(try folder.run("verify").code == 0)
    }
  }
#endif
