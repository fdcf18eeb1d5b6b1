import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The mouse, where somebody asked for it.
@Suite struct MouseTests {
  private func seat(_ columns: Int = 120, _ rows: Int = 40, _ language: Language = .chinese) throws -> Seat {
    var seat = Seat(columns, rows, language)
    var settings = Settings()
    try settings.apply(json5: "{ mouse: \"click\" }", file: "config.json5")
    seat.model.apply(settings)
    return seat
  }

  private func click(_ row: Int, _ column: Int, _ act: MouseAct = .click, in seat: inout Seat) {
    seat.press()
    seat.take(.keyPressed(.mouse(act, Position(row: row, column: column))))
  }

  /// Where a text begins on the screen, in cells.
  private func place(of text: String, row: Int, _ seat: Seat) throws -> Int {
    let line = render(seat.model).line(row)
    let range = try #require(line.range(of: text), "\(text) in \(line)")
    return displayWidth(String(line[..<range.lowerBound]))
  }

  @Test func `it is off until somebody asks for it`() throws {
    var seat = Seat()
    let before = seat.text
    click(5, 10, in: &seat)
    click(5, 10, .doubleClick, in: &seat)
    click(5, 10, .wheelDown, in: &seat)
    #expect(seat.text == before && seat.effects.isEmpty)
    #expect(!seat.model.listensToMouse)
    seat.press("F9", "鼠标", "Enter")
    #expect(seat.model.listensToMouse && seat.text.contains("鼠标已开"))
    click(5, 10, in: &seat)
    #expect(seat.model.lists[.tickets]?.index == 2)
    seat.press("F9", "鼠标", "Enter")
    #expect(!seat.model.listensToMouse)
    var settings = Settings()
    #expect(try settings.apply(json5: "{ mouse: \"drag\" }", file: "config.json5").count == 1)
  }

  @Test(arguments: View.numbered, [(80, 24), (120, 40), (200, 60)])
  func `a click puts the cursor on the row that was drawn there, a second opens it`(
    view: View, size: (Int, Int)
  ) throws {
    var seat = try seat(size.0, size.1)
    seat.press("\(view.digit ?? 0)")
    let rows = seat.model.rows(view)
    let list = Layout(size: seat.model.size, view: view).list
    for line in 0..<min(5, rows.count) {
      click(list.row + 1 + line, list.column + 8, in: &seat)
      #expect(seat.model.selected == rows[line])
      let frame = render(seat.model)
      #expect(frame.cursor == Position(row: list.row + 1 + line, column: list.column), "\(view) \(line)")
    }
    guard view == .tickets else { return }
    click(list.row + 1, list.column + 8, in: &seat)
    click(list.row + 1, list.column + 8, .doubleClick, in: &seat)
    guard case .detail(let page) = seat.model.layers.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(rows[0] == .ticket(page.id))
  }

  @Test func `a click on nothing does nothing`() throws {
    var seat = try seat()
    for (row, column) in [(2, 5), (30, 5), (39, 3), (38, 3), (0, 2), (-1, -1), (500, 500), (39, 100)] {
      let before = seat.model
      click(row, column, in: &seat)
      click(row, column, .doubleClick, in: &seat)
      #expect(seat.model.selected == before.selected && seat.model.layers.isEmpty, "\(row),\(column)")
      #expect(seat.model.view == before.view)
    }
  }

  @Test(arguments: Language.allCases)
  func `the wheel scrolls three rows, and what lies on top`(language: Language) throws {
    var seat = try seat(80, 24, language)
    click(5, 5, .wheelDown, in: &seat)
    #expect(seat.model.lists[.tickets]?.index == 3)
    click(5, 5, .wheelUp, in: &seat)
    #expect(seat.model.lists[.tickets]?.index == 0)
    seat.press("F1")
    click(5, 5, .wheelDown, in: &seat)
    #expect(seat.model.layers.last == .help(HelpPage(index: 4)))
    seat.press("Esc", "F12")
    click(5, 5, .wheelDown, in: &seat)
    guard case .wall(let page) = seat.model.layers.last else {
      Issue.record("the wall is gone")
      return
    }
    #expect(page.page == 1)
  }

  @Test(arguments: [(120, 40), (200, 60)])
  func `the wheel scrolls what lies under it, and a click there brings the focus and the row`(
    size: (Int, Int)
  )
    throws
  {
    var seat = try seat(size.0, size.1)
    for (pane, rect) in seat.model.panes {
      let middle = (rect.row + rect.rows / 2, rect.column + 4)
      click(middle.0, middle.1, .wheelDown, in: &seat)
      #expect(seat.model.pane == pane && seat.model.lists[.tickets]?.index == 0)
      let rows = seat.model.focusedRows
      #expect(seat.model.selected == rows[min(3, rows.count - 1)], "\(pane)")
      let own = try #require(seat.model.panes.first { $0.pane == pane }?.rect)
      click(own.row + 1, own.column + 4, in: &seat)
      #expect(seat.model.selected == rows[seat.model.lists[pane.view]?.top ?? 0], "\(pane)")
      let list = seat.model.layout.list
      click(list.row + 2, list.column + 4, .wheelDown, in: &seat)
      #expect(seat.model.pane == nil && seat.model.lists[.tickets]?.index == 3)
      click(list.row + 2, list.column + 4, .wheelUp, in: &seat)
    }
  }

  @Test func `the wheel leaves marks and the line of the filter alone`() throws {
    var seat = try seat()
    seat.press("Space", "Space")
    let marked = seat.model.marked
    let pane = try #require(seat.model.panes.first)
    click(pane.rect.row + 2, pane.rect.column + 4, .wheelDown, in: &seat)
    #expect(seat.model.marked == marked && seat.model.pane == nil)
    seat.press("Esc", "F3", "漏水", "Enter", "Esc", "F3", "Ctrl-U")
    click(5, 8, .wheelUp, in: &seat)
    #expect(seat.model.filter?.field.text == "", "an earlier filter would have come back")
  }

  @Test(arguments: Language.allCases)
  func `counts of the header and tabs lead to their views`(language: Language) throws {
    var seat = try seat(120, 40, language)
    let counts: [(String, View)] =
      language == .chinese
      ? [("巡更漏", .patrol), ("投诉超", .complaints), ("将超", .timers), ("超时", .tickets)]
      : [("missed", .patrol), ("cplt late", .complaints), ("soon", .timers), ("late", .tickets)]
    for (text, view) in counts {
      click(0, try place(of: text, row: 0, seat), in: &seat)
      #expect(seat.model.view == view, "\(text)")
      for tab in [View.staff, view] {
        click(1, try place(of: "\(tab.digit ?? 0) ", row: 1, seat), in: &seat)
        #expect(seat.model.view == tab)
      }
    }
    click(1, try place(of: "5 ", row: 1, seat), in: &seat)
    #expect(seat.model.layers.contains { if case .figures = $0 { true } else { false } })
  }

  @Test func `nothing that was typed is lost to a click`() throws {
    for keys in [["F2", "3-2-1501 漏水"], ["b", "已联系"], ["F5"]] {
      var seat = try seat()
      for key in keys { seat.press(key) }
      let before = seat.model.layers
      for act in [MouseAct.click, .doubleClick] {
        click(5, 8, act, in: &seat)
        click(0, 110, act, in: &seat)
        click(1, 5, act, in: &seat)
        #expect(seat.model.layers == before)
      }
      guard keys[0] != "F5" else { continue }
      click(5, 8, .wheelDown, in: &seat)
      #expect(seat.model.layers == before)
    }
  }

  @Test func `a frozen screen stays so under the mouse, and a wall of its own only turns its page`() throws {
    var seat = try seat()
    seat.press("z")
    click(5, 8, in: &seat)
    #expect(seat.model.still != nil)
    var wall = try self.seat(80, 24)
    wall.model.hangOnWall()
    click(5, 8, in: &wall)
    click(5, 8, .wheelDown, in: &wall)
    guard case .wall(let page) = wall.model.layers.last else {
      Issue.record("the wall is gone")
      return
    }
    #expect(page.page == 1 && wall.effects.isEmpty)
  }
}
