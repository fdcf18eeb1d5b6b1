import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What narrows the list.
@Suite struct FilterTests {
  @Test(arguments: [
    ("R-12", ["R-12"]), ("3-2-1501", ["R-12"]), ("321501", ["R-12"]), ("厨房水管", ["R-12"]), ("张三", ["R-12"]),
    ("13812345678", ["R-12"]), ("5678 漏水", ["R-12"]), ("老李 返水", ["R-6"]), ("chufangshuiguan", ["R-12"]),
    ("cfsgls", ["R-12"]), ("leak", ["R-12"]), ("对讲 -0606", ["R-10"]), ("DUIJIANG -冯", ["R-10"]), ("没有这个", []),
  ])
  func `the filter finds number, place, text, staff, phone, category and pinyin`(text: String, ids: [String])
  {
    var seat = Seat()
    seat.press("F3", text)
    #expect(seat.list().map(\.description) == ids)
  }

  @Test func `Han typed in a list opens the filter with it`() {
    var seat = Seat()
    seat.press("张三")
    #expect(seat.model.filter?.field.text == "张三")
    #expect(seat.list() == [TicketID(.repair, 12)])
    #expect(seat.text.contains("已按输入内容查找"))
  }

  @Test func `Han typed over a kept filter is a new search`() {
    var seat = Seat()
    seat.press("F3", "老王", "Enter", "张三")
    #expect(seat.model.filter?.field.text == "张三")
  }

  @Test func `a paste in a list is looked up and never taken for commands`() {
    var seat = Seat()
    seat.paste("w\n3-2-1501")
    #expect(seat.effects.isEmpty)
    #expect(seat.model.filter?.field.text == "w；3-2-1501")
  }

  @Test func `Enter keeps the filter, 0 clears it, and the cursor stays on its ticket`() {
    var seat = Seat()
    seat.press("F3", "返水", "Enter", "0")
    #expect(seat.model.filter == nil)
    #expect(seat.model.selectedTicket == TicketID(.repair, 6))
  }

  @Test func `Esc clears the text first and the filter then`() {
    var seat = Seat()
    seat.press("F3", "水", "Esc")
    #expect(seat.model.filter?.field.isEmpty == true)
    seat.press("Esc")
    #expect(seat.model.filter == nil)
  }

  @Test func `late tickets that the filter hides are announced`() {
    var seat = Seat()
    seat.press("F3", "对讲")
    #expect(seat.text.contains("筛选隐藏 5 张超时，按 0 清除"))
    seat.press("Esc", "-对讲")
    #expect(!seat.text.contains("筛选隐藏"))
  }

  @Test func `F3 twice looks through the whole record`() {
    var seat = Seat()
    seat.press("F3", "马桶", "F3")
    #expect(seat.effects == [.search("马桶")])
    #expect(seat.text.contains("含「马桶」的 1 张"))
  }

  @Test func `F3 with nothing typed asks for it`() {
    var seat = Seat()
    seat.press("F3", "F3")
    #expect(seat.effects.isEmpty)
    #expect(seat.text.contains("先写要查的内容"))
  }

  @Test func `an action key works while the filter is typed`() {
    var seat = Seat()
    seat.press("F3", "水管", "F6", "F6")
    #expect(seat.model.desk.tickets[TicketID(.repair, 12)]?.work.arrivedAt == SampleDesk.now)
  }

  @Test func `the filter follows what others do`() {
    var seat = Seat()
    seat.press("F3", "赵磊", "Enter")
    seat.elsewhere(TicketID(.repair, 12), .assign(staff: "赵磊"))
    seat.hear()
    #expect(seat.list() == [TicketID(.repair, 12)])
  }
}
