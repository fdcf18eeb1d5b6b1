import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The panes beside the list, and the keys while one of them has the focus.
@Suite struct PaneTests {
  private func text(_ seat: Seat, _ pane: Pane) throws -> [String] {
    let rect = try #require(seat.model.panes.first { $0.pane == pane }?.rect)
    return (rect.row..<rect.endRow).map { render(seat.model).line($0) }
  }

  @Test(
    arguments: [
      (120, 40, [Pane.timers, .patrol, .complaints]),
      (200, 60, [.arrivals, .answers, .patrol, .complaints, .staff]),
    ])
  func `Tab goes round the panes on screen and back to the list`(columns: Int, rows: Int, panes: [Pane]) {
    var seat = Seat(columns, rows)
    for pane in panes {
      seat.press("Tab")
      #expect(seat.model.pane == pane && seat.model.view == .tickets)
      let rules = (0..<rows).map { render(seat.model).line($0) }.filter { $0.contains("==[") }
      #expect(rules.count == 1, "one rule is marked, without colours")
    }
    seat.press("Tab")
    #expect(seat.model.pane == nil && !seat.text.contains("==["))
    seat.press("Shift-Tab")
    #expect(seat.model.pane == panes.last)
    seat.press("Esc")
    #expect(seat.model.pane == nil && seat.model.view == .tickets)
  }

  @Test(arguments: Language.allCases, [(120, 40), (200, 60)])
  func `the pane of the patrol says whose shift it is, how many routes there are and what the keys do there`(
    language: Language, size: (Int, Int)
  ) throws {
    var seat = Seat(size.0, size.1, language)
    let pane = try text(seat, .patrol).joined(separator: "\n")
    #expect(
      pane.contains(language == .chinese ? "3 巡更  早班  2 条线路 --" : "3 Patrol  Early  2 routes --"), "\(pane)")
    #expect(
      pane.contains(language == .chinese ? "按 3 进入   F6 打卡   F7 写缘由" : "3 opens it   F6 checks in"), "\(pane)"
    )
    #expect(pane.contains(language == .chinese ? "F2 由漏点建单" : "F2 makes a ticket") == (size.0 == 200))
    seat.press("3")
    for _ in 0..<20 where seat.model.missedPoint == nil { seat.press("Down") }
    let line = render(seat.model).line(size.1 - 1)
    #expect(
      line.contains(language == .chinese ? "F6打卡 F7缘由" : "F6CheckIn F7Excuse"), "the keys do so: \(line)")
    seat.press("F2")
    #expect(seat.text.contains("Ctrl-O"), "the call is of the missed point")
    var reader = Seat(size.0, size.1, language)
    reader.take(.storeChanged(readOnly: Words(zh: "只能查看", en: "read-only")))
    #expect(!(try text(reader, .patrol).joined().contains("F6")))
  }

  @Test func `where no pane has room Tab shows the next view`() {
    var seat = Seat(80, 24)
    seat.press("Tab")
    #expect(seat.model.view == .timers)
    seat.press("Shift-Tab", "Shift-Tab")
    #expect(seat.model.view == .handover)
  }

  @Test func `arrows and pages move the cursor of the pane, and the list stays where it is`() throws {
    var seat = Seat()
    seat.press("Down", "Tab", "Down", "Down")
    #expect(seat.model.lists[.timers]?.index == 2)
    #expect(seat.model.lists[.tickets]?.index == 1)
    let rect = try #require(seat.model.panes.first?.rect)
    #expect(render(seat.model).cursor == Position(row: rect.row + 3, column: rect.column - 1))
    seat.press("PgDn", "PgDn", "PgDn", "PgDn")
    #expect(seat.model.lists[.timers]?.index == seat.model.board.timers.count - 1)
    let last = seat.model.board.timers[seat.model.board.timers.count - 1]
    guard case .clock(let id, _) = last else {
      Issue.record("the last timer is no ticket's")
      return
    }
    #expect(try text(seat, .timers).last?.contains("\(id)") == true, "the pane scrolls")
    seat.press("Home", "Tab", "Tab", "Tab")
    #expect(seat.model.pane == nil && seat.model.selectedTicket == seat.list()[1])
  }

  @Test(arguments: [(120, 40), (200, 60)])
  func `a key does in a pane what it does in the view of the pane`(columns: Int, rows: Int) throws {
    for (digit, view, keys) in [
      ("4", View.complaints, ["Down", "F5", "1"]), ("4", .complaints, ["F6"]),
      ("4", .complaints, ["Enter"]), ("3", .patrol, ["Down", "Down", "Down", "F6"]),
      ("3", .patrol, ["Down", "Down", "Down", "F7"]), ("3", .patrol, ["End", "F2"]),
      ("4", .complaints, ["Space", "Space", "F5", "2"]), ("4", .complaints, ["V", "End", "F6"]),
    ] {
      var own = Seat(columns, rows)
      own.press(digit)
      for key in keys { own.press(key) }
      var beside = Seat(columns, rows)
      while beside.model.focus != view { beside.press("Tab") }
      for key in keys { beside.press(key) }
      #expect(beside.effects == own.effects, "\(view) \(keys)")
      #expect(beside.model.layers == own.model.layers, "\(view) \(keys)")
      #expect(beside.model.notice == own.model.notice && beside.model.marked == own.model.marked)
      #expect(beside.model.view == .tickets && beside.model.focus == view, "\(view) \(keys)")
      #expect(beside.model.desk == own.model.desk)
    }
  }

  @Test func `two columns of timers share one cursor, each with its own rows`() {
    var seat = Seat(200, 60)
    seat.press("Tab", "Down")
    guard case .timer(let arrival)? = seat.model.selected else {
      Issue.record("no timer")
      return
    }
    #expect(arrival.isArrival)
    seat.press("Tab")
    guard case .timer(let answer)? = seat.model.selected else {
      Issue.record("no timer")
      return
    }
    #expect(!answer.isArrival)
    seat.press("Enter")
    #expect(seat.model.layers.last.map { if case .detail = $0 { true } else { false } } == true)
    seat.press("Esc")
    #expect(seat.model.pane == .answers, "one level out of the ticket is the pane")
  }

  @Test func `a checkpoint under the cursor is told below the list`() {
    var seat = Seat()
    seat.press("Tab", "Tab", "Down", "Down", "Down", "Down")
    #expect(seat.text.contains("-- A线  水泵房  异常 ---"))
    #expect(seat.text.contains("应到 14:02  实到 13:56  张强") && seat.text.contains("压力表偏低"))
  }

  @Test func `Enter on somebody lists what they work on`() throws {
    var seat = Seat(200, 60)
    seat.press("Shift-Tab", "Down")
    guard case .staff(let name)? = seat.model.selected else {
      Issue.record("nobody is under the cursor")
      return
    }
    seat.press("Enter")
    #expect(seat.model.view == .tickets && seat.model.pane == nil && seat.list().count > 0)
    let work = seat.list().compactMap { seat.model.desk.tickets[$0] }
    #expect(work.allSatisfy { $0.responsible == name })
    seat.press("0", "6", "Enter")
    #expect(seat.model.filter?.field.text == "@\(name)" && seat.model.filter?.isTyping == false)
  }

  @Test func `marks belong to the rows they were made in`() {
    var seat = Seat()
    seat.press("Space", "Space", "Tab")
    #expect(seat.model.marked.isEmpty)
    seat.press("Tab", "Tab", "Space")
    #expect(seat.model.marked.allSatisfy { $0.kind == .complaint } && seat.model.marked.count == 1)
    seat.press("1")
    #expect(seat.model.marked.isEmpty && seat.model.pane == nil)
  }

  @Test func `a complaint that ended elsewhere stays in the pane, grey, until the next key`() throws {
    var seat = Seat()
    seat.press("Tab", "Tab", "Tab", "Down")
    let id = try #require(seat.model.selectedTicket)
    seat.elsewhere(id, .cancel(reason: "重复"))
    seat.hear()
    #expect(seat.model.selectedTicket == id)
    #expect(try text(seat, .complaints).contains { $0.contains("已由 赵敏 作废") })
    seat.press("Down")
    #expect(try !text(seat, .complaints).contains { $0.contains("作废") })
  }

  @Test func `a key is not for a row that came under the cursor of a pane by itself`() throws {
    var seat = Seat()
    seat.press("Tab", "Tab", "Tab")
    let first = try #require(seat.model.selectedTicket)
    seat.elsewhere(first, .cancel(reason: "重复"))
    seat.wait(5)
    seat.hear()
    seat.wait(1)
    seat.model.letGo([first])
    seat.take(.ticked(seat.model.now))
    #expect(seat.model.selectedTicket != first)
    seat.press("F6")
    #expect(seat.effects.isEmpty && seat.text.contains("行已变化"))
  }

  @Test func `a window that grows narrow gives the keys back to the list`() {
    var seat = Seat()
    seat.press("Tab")
    seat.take(.resized(Size(rows: 24, columns: 80)))
    #expect(seat.model.pane == nil)
  }

  @Test(arguments: Language.allCases)
  func `key line and help are those of the pane`(language: Language) {
    var seat = Seat(120, 40, language)
    let chinese = language == .chinese
    #expect(seat.text.contains(chinese ? "Tab换栏" : "Tab Pane"))
    seat.press("Tab", "Tab")
    #expect(seat.text.contains(chinese ? "F6打卡" : "F6CheckIn"))
    #expect(seat.text.contains(chinese ? "Esc返回" : "Esc Back"))
    seat.press("F1")
    #expect(seat.text.contains(chinese ? "本页按键：巡更" : "Keys of this page: Patrol"))
    seat.press("F6", "Esc")
    #expect(seat.model.pane == nil)
  }

  @Test func `finding leaves the panes: the filter is for the list`() {
    var seat = Seat()
    seat.press("Tab", "Tab", "F3", "b1")
    #expect(seat.model.pane == nil && seat.model.view == .tickets && seat.list().count == 3)
    seat.press("Enter", "Shift-Tab")
    #expect(seat.model.pane == .complaints)
    #expect(seat.model.focusedRows.count == seat.model.board.complaints.count)
    seat.press("F3")
    #expect(seat.model.view == .complaints, "from complaints one looks among complaints")
  }

  @Test func `a click goes to the row of a pane, and the wheel moves there`() throws {
    var seat = Seat()
    try seat.set("{ mouse: \"click\" }")
    let rect = try #require(seat.model.panes.first { $0.pane == .complaints }?.rect)
    let third = seat.model.board.complaints[2]
    seat.take(.keyPressed(.mouse(.click, Position(row: rect.row + 3, column: rect.column + 5))))
    #expect(seat.model.pane == .complaints && seat.model.selectedTicket == third)
    seat.take(.keyPressed(.mouse(.wheelUp, Position(row: rect.row + 3, column: rect.column + 5))))
    #expect(seat.model.selectedTicket == seat.model.board.complaints[0])
    seat.take(.keyPressed(.mouse(.doubleClick, Position(row: rect.row + 3, column: rect.column + 5))))
    guard case .detail(let page) = seat.model.layers.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(page.id == third)
    seat.press("Esc")
    seat.take(.keyPressed(.mouse(.click, Position(row: 4, column: 5))))
    #expect(seat.model.pane == nil && seat.model.lists[.tickets]?.index == 1)
  }

  @Test(arguments: View.allCases)
  func `no pane shows the view that is in the list`(view: View) {
    for (columns, rows) in [(120, 40), (200, 60), (100, 16), (160, 30)] {
      var seat = Seat(columns, rows)
      seat.model.view = view
      #expect(seat.model.panes.allSatisfy { $0.pane.view != view })
      #expect(Set(seat.model.panes.map(\.pane)).count == seat.model.panes.count)
      for (_, rect) in seat.model.panes {
        #expect(rect.column >= seat.model.layout.side.column && rect.endColumn <= columns)
        #expect(rect.endRow <= seat.model.layout.side.endRow)
      }
    }
  }
}
