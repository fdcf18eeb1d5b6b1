import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What narrows the list.
@Suite struct FilterTests {
  @Test func `a filter reads no ticket anew with each key: all their readings are there once it is begun`() {
    var seat = Seat()
    seat.press("F3", "m")
    let before = seat.model.finder
    #expect(seat.model.desk.tickets.keys.allSatisfy(before.knows))
    seat.press("enjin 3-2-1501 @laowang", "Enter")
    #expect(seat.model.finder == before)
  }

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

  @Test(arguments: [
    "garcia", "GARCÍA", "ｇａｒｃｉａ", "Garci\u{301}a", "32803", "320803", "3-2-803", "3-2-0803", "３２８０３",
  ])
  func `an accent need not be typed, nor the dashes and the zeros of a room`(text: String) {
    var seat = Seat()
    seat.press("F2", "3-2-0803 ls Mr García", "Ctrl-S", "F3", text)
    #expect(seat.list().map(\.description) == ["R-17"])
  }

  @Test(arguments: ["五栋一单元", "5号楼1单元", "5栋1单元"])
  func `a unit is found however it is typed`(text: String) {
    for place in ["五号楼一单元", "5-1", "Bldg 5 Unit 1"] {
      var seat = Seat()
      seat.press("F2", "\(place) 有人困在里面", "Ctrl-S", "F3", text)
      #expect(seat.list().map(\.description) == ["R-17"], "\(place)")
    }
  }

  @Test(arguments: [
    ("@老王", ["R-5", "R-8", "R-1"]), ("@lw", ["R-5", "R-8", "R-1"]), ("@wang", ["R-5", "R-8", "R-1"]),
    ("@王", ["R-5", "R-8", "R-1"]), ("＠王 -停", ["R-5", "R-8"]), ("@张三", []), ("#12", ["R-12"]),
    ("#1", ["Q-1", "R-1", "G-1", "H-1"]),
    ("#r-12", ["R-12"]), ("#R12", ["R-12"]), ("#h1", ["H-1"]), ("b1", ["R-13", "R-10", "R-11"]),
    ("b10", ["Q-1"]),
    ("b2", ["R-9", "R-14", "R-16"]), ("超", ["R-9", "R-5", "R-12"]), ("！", ["R-9", "R-5", "R-12"]),
    ("late", ["R-9", "R-5", "R-12"]), ("chaoshi @lw", ["R-5"]), ("停", ["R-1", "R-4"]),
    ("held", ["R-1", "R-4"]), ("guaqi", ["R-1", "R-4"]),
    ("未派 超", ["R-12"]), ("weipai b1", ["R-13", "R-10", "R-11"]), ("今日 @lw", ["R-5", "R-8", "R-1"]),
    ("-today", []),
    ("-未派 -超 b2", ["R-14"]), ("b2 -地库", ["R-9", "R-14"]),
    ("2栋", ["R-9", "R-14"]), ("2号楼 -地库", ["R-9", "R-14"]),
  ])
  func `signs ask for staff, number, building, what is late, held, given to nobody or of today`(
    text: String, ids: [String]
  ) {
    var seat = Seat()
    seat.press("F3", text)
    #expect(seat.list().map(\.description) == ids)
  }

  @Test func `half a sign hides nothing, and the line says which signs there are`() {
    var seat = Seat(80, 24)
    let all = seat.list()
    seat.press("F3")
    #expect(seat.text.contains("@人 #号 b3栋 超 停 未派 今日 -不要"))
    seat.press("#")
    #expect(seat.list() == all)
    seat.press("Backspace", "-")
    #expect(seat.list() == all.filter { seat.model.finder.knows($0) && "\($0)".contains("-") })
  }

  @Test func `every number of a caller is found whole or by its end, and none is guessed bit by bit`() {
    var seat = Seat()
    seat.press("F2", "3-2-1502 漏水 13811112222 021-62345678", "Ctrl-S")
    let id = TicketID(.repair, 17)
    for typed in ["13811112222", "2222", "021-62345678", "62345678", "5678 1502"] {
      seat.press("F3", typed)
      #expect(seat.list() == [id] || typed == "2222" && seat.list().contains(id), "\(typed)")
      seat.press("Esc", "Esc")
    }
    for typed in ["81111", "1381111222", "1381111", "6234567"] {
      seat.press("F3", typed)
      #expect(!seat.list().contains(id), "\(typed)")
      seat.press("Esc", "Esc")
    }
  }

  @Test func `a public area is found by its building`() {
    var seat = Seat()
    seat.press("F2", "3栋电梯厅 灯不亮", "Ctrl-S", "F3", "b3 灯")
    #expect(seat.list() == [TicketID(.repair, 17)])
  }

  @Test func `what becomes late while the filter stands joins it`() {
    var seat = Seat()
    seat.press("F3", "超", "Enter", "Home")
    seat.model.frozen = nil
    seat.take(.ticked(SampleDesk.now + 300))
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now + 300, actor: .system, own: false))
    #expect(seat.list().contains(TicketID(.repair, 13)))
  }

  @Test func `a whole number is that ticket alone, in whichever list it stands`() {
    var seat = Seat.empty()
    for room in 1...12 { seat.press("F2", "1-1-10\(room) 灯", "Ctrl-S") }
    seat.press("F2", "投诉 1-1-101 夜间装修", "Ctrl-S", "1", "F3", "r-1")
    #expect(seat.list() == [TicketID(.repair, 1)])
    seat.press("1")
    #expect(seat.list() == [TicketID(.repair, 11)])
    seat.press("Esc", "C-1")
    #expect(seat.model.view == .complaints)
    #expect(seat.list(.complaints) == [TicketID(.complaint, 1)])
    seat.press("Enter", "F6")
    #expect(seat.model.desk.tickets[TicketID(.complaint, 1)]?.work.arrivedAt != nil)
  }

  @Test func `a call written down under a filter that hides it is under the cursor`() {
    var seat = Seat()
    seat.press("F3", "老王", "Enter", "F2", "9-9-0909 门禁", "Ctrl-S", "F6")
    #expect(seat.model.filter == nil)
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.work.everyoneToldAt != nil)
    seat.press("F3", "0909", "Enter", "F2", "9-9-0909 门铃", "Ctrl-S")
    #expect(seat.model.filter?.field.text == "0909", "it shows the call, so it stays")
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

  @Test(arguments: Language.allCases, [(80, 24), (100, 30), (120, 40), (200, 60)])
  func
    `a filter that hides what is late is read in the same line, with how many are left where there is room`(
      language: Language, size: (Int, Int)
    )
  {
    var seat = Seat(size.0, size.1, language)
    seat.press("F3", "赵女士", "Enter")
    let row = render(seat.model).line(1)
    #expect(
      row.contains(language == .chinese ? "筛选隐藏 4 张超时，按 0 清除" : "hides 4 late, 0 clears"), "\(row)")
    #expect(row.contains(size.0 == 80 ? " 4 " : language == .chinese ? " 4 投诉 " : " 4 Compl"), "\(row)")
    #expect(row.contains("赵女士"), "\(row)")
    #expect(size.0 < 100 || row.contains("赵女士 1/17"), "\(row)")
    seat.press("0", "F3", "对讲 无声 单元 楼上 家里没有人在", "Enter")
    #expect(seat.model.hiddenLate > 0)
    let long = render(seat.model).line(1)
    #expect(long.contains("对讲"), "\(long)")
    #expect(long.contains(language == .chinese ? "张超时，按 0 清除" : "late, 0 clears"), "\(long)")
  }

  @Test(arguments: Language.allCases, ["1", "2", "3", "4", "9"])
  func `beside what a filter hides every view keeps its digit`(language: Language, view: String) {
    for text in ["对讲", "赵女士", "对讲 无声 单元 楼上 家里没有人在"] {
      var seat = Seat(80, 24, language)
      seat.press(view, "F3", text, "Enter")
      let row = render(seat.model).line(1)
      let words = row.split { " []".contains($0) }
      for digit in 1...9 { #expect(words.contains("\(digit)"), "\(digit): \(row)") }
      #expect(row.contains(language == .chinese ? "张超时，按 0 清除" : "late, 0 clears"), "\(row)")
      #expect(row.contains("\(text.prefix(2))"), "\(row)")
    }
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
    seat.press("F3", "水管", "F6", "(pause)", "F6")
    #expect(seat.model.desk.tickets[TicketID(.repair, 12)]?.work.arrivedAt == SampleDesk.now)
  }

  @Test func `the filter follows what others do`() {
    var seat = Seat()
    seat.press("F3", "赵磊", "Enter")
    seat.elsewhere(TicketID(.repair, 12), .assign(staff: "赵磊"))
    seat.hear()
    #expect(seat.list() == [TicketID(.repair, 12)])
  }

  @Test func `Up in an empty line finds the filters of this sitting again, the latest first`() {
    var seat = Seat()
    seat.press("F3", "Up")
    #expect(seat.model.filter?.field.text == "", "there was none: the cursor moves as ever")
    seat.press("对讲", "Enter", "0", "F3", "b1", "Esc", "漏水", "F3", "Esc", "Esc", "Esc")
    #expect(seat.model.filter == nil)
    seat.press("F3", "Up")
    #expect(seat.model.filter?.field.text == "漏水" && seat.list().map(\.description) == ["R-12"])
    seat.press("Up", "Up", "Up")
    #expect(seat.model.filter?.field.text == "对讲" && seat.list().count == 2)
    seat.press("Down")
    #expect(seat.model.filter?.field.text == "b1")
    seat.press("Down", "Down")
    #expect(seat.model.filter?.field.text == "" && seat.list().count > 10)
    seat.press("Up", "x")
    #expect(seat.model.filter?.field.text == "漏水x")
    seat.press("Up")
    #expect(
      seat.model.filter?.field.text == "漏水x", "in a line somebody typed Up moves the cursor of the list")
  }

  @Test func `twenty filters are kept, each once`() {
    var seat = Seat()
    for number in 1...30 { seat.press("F3", "b\(number)", "Enter", "0") }
    seat.press("F3", "b30", "Enter", "0")
    #expect(seat.model.filters.count == 20 && seat.model.filters.last == "b30")
    #expect(Set(seat.model.filters).count == 20)
  }

  @Test func `a kept filter stays in the tab row with how much it lets through and the key that ends it`() {
    var seat = Seat(80, 24)
    seat.press("F3", "超", "Enter")
    #expect(seat.text.contains("筛选:超 3/17 投诉2  0清除"))
    seat.press("4")
    #expect(seat.text.contains("筛选:超 2/4 工单3  0清除"))
    seat.press("L")
    #expect(seat.text.contains("filter:超 2/4 tickets 3  0 clears"))
    seat.press("0")
    #expect(!seat.text.contains("filter:"))
  }

  @Test(arguments: ["yinhang", "yinxing", "yh", "yx", "chongzhuang", "zhongzhuang", "danyuan", "shanyuan"])
  func `a character with several readings is found by each`(typed: String) {
    var seat = Seat.empty()
    seat.press("F2", "1-1-101 银行人员重装单元门禁", "Ctrl-S", "F2", "1-1-102 灯", "Ctrl-S", "F3", typed)
    #expect(seat.list() == [TicketID(.repair, 1)])
  }

  @Test func `looked for again, what is typed is a word more`() {
    var seat = Seat()
    seat.press("F3", "@老王", "Enter", "F3", "门禁")
    #expect(seat.model.filter?.field.text == "@老王 门禁")
    seat.press("Esc", "@老王", "F3")
    #expect(seat.effects == [.search("@老王")])
  }
}
