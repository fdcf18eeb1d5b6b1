#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// What a caller says is found, whatever it is.
  @Suite struct FindingTests {
    private static func desk() throws -> Sitting {
      let folder = try TestFolder()
      try folder.done([
        ["new", "--place", "3-2-1501", "--reporter", "张三", "--phone", "13812345678", "厨房水管漏水"],
        ["new", "--place", "1-1-0801", "--reporter", "陈阿姨", "跳闸"], ["do", "R-2", "assign", "老王"],
        ["new", "--place", "2-1-0404", "旧门锁"], ["do", "R-3", "feedback", "马上"], ["staff", "add", "小周"],
        ["do", "R-3", "assign", "小周"],
        ["do", "R-3", "done"], ["do", "R-3", "sign"], ["do", "R-3", "check"], ["do", "R-3", "close"],
      ])
      let desk = try Sitting(folder)
      desk.expect("[1 工单 2]")
      return desk
    }

    @Test(arguments: ["漏水", "loushui", "321501", "张三", "zhangsan", "5678", "R-1", "水管 zhang"])
    func `a word of what is known finds the ticket`(_ words: String) throws {
      let desk = try Self.desk()
      desk.press(.function(3))
      desk.expect("单号 位置 事项 人员 拼音")
      desk.type(words)
      desk.expect("只有 R-1") { $0.text.contains("3-2-1501") && !$0.text.contains("1-1-0801") }
    }

    @Test func `the staff member's name finds their work`() throws {
      let desk = try Self.desk()
      desk.press(.letter("/"))
      desk.expect("单号 位置 事项 人员 拼音")
      desk.type("laowang")
      desk.expect("只有 R-2") { $0.text.contains("1-1-0801") && !$0.text.contains("3-2-1501") }
      desk.press(.enter)
      desk.expect("0清除")
      desk.type("0")
      desk.expect("3-2-1501")
    }

    @Test func `Han words typed over the list look for themselves`() throws {
      let desk = try Self.desk()
      desk.type("漏水")
      desk.expect("已按输入内容查找") { $0.text.contains("3-2-1501") && !$0.text.contains("1-1-0801") }
      desk.press(.escape)
      desk.expect("1-1-0801")
    }

    @Test(arguments: ["漏水", "LEAK"])
    func `a category is found in the record by the name it is shown under`(_ word: String) throws {
      let folder = try TestFolder()
      try folder.done([
        ["new", "3-2-1501", "漏水"], ["new", "1-1-0801", "跳闸"], ["do", "R-1", "cancel", "误报"],
      ])
      #expect(try folder.run("find", word).output.contains("R-1"))
      let desk = try Sitting(folder)
      desk.press(.function(3))
      desk.type(word)
      desk.press(.function(3))
      desk.expect("全部记录") { $0.text.contains("3-2-1501") && !$0.text.contains("1-1-0801") }
    }

    @Test(arguments: ["321501", "3栋2单元1501", "3-2-1501", "三栋二单元1501"])
    func `a room is found in the record however it is typed`(_ room: String) throws {
      let folder = try TestFolder()
      try folder.done([
        ["new", "3-2-1501", "漏水"], ["new", "32-1-1501", "跳闸"], ["do", "R-1", "cancel", "误报"],
      ])
      let found = try folder.run("find", room).output
      #expect(found.contains("R-1") && !found.contains("R-2"), "\(found)")
      let desk = try Sitting(folder)
      desk.press(.function(3))
      desk.type(room)
      desk.press(.function(3))
      desk.expect("全部记录") { $0.text.contains("3-2-1501") && !$0.text.contains("32-1-1501") }
    }

    @Test func `the same key again looks through the closed record`() throws {
      let desk = try Self.desk()
      desk.press(.function(3))
      desk.type("门锁")
      desk.expect("没有符合的工单。Esc 清除筛选，F3 查全部记录。")
      desk.press(.function(3))
      desk.expect("旧门锁")
      desk.press(.enter)
      desk.expect("── 经过 ──")
      desk.press(.escape, .letter("L"))
      desk.expect("in the whole record")
    }

    @Test func `what hides a late ticket says so`() throws {
      let folder = try TestFolder()
      try folder.done(
        [["new", "--place", "1-1-101", "灯"], ["new", "--place", "1-1-102", "锁"]], now: "2026-10-14T08:00")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:00"])
      desk.expect("超时2")
      desk.press(.function(3))
      desk.type("锁\r")
      desk.expect("筛选隐藏 1 张超时，按 0 清除")
    }
  }
#endif
