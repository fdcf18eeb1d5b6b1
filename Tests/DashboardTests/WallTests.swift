import Desk
import Foundation
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// The wall: its pages, its keys, and what it never shows.
@Suite struct WallTests {
  private func page(_ seat: Seat) -> Int? {
    for case .wall(let page) in seat.model.layers { return page.page }
    return nil
  }

  /// The tickets on the cards of the page that is shown.
  private func cards(_ seat: Seat) -> [TicketID] {
    let layout = seat.model.wallLayout
    let start = (page(seat) ?? 0) * layout.perPage
    return Array(seat.model.wallPages(layout).tickets.dropFirst(start).prefix(layout.perPage))
  }

  /// At a desk where for minutes nothing comes to be ignored.
  private func quiet(_ columns: Int, _ rows: Int) -> Seat {
    var seat = Seat(columns, rows)
    seat.wait(5)
    return seat
  }

  @Test func `a call taken over the wall is there by its number alone`() {
    var seat = Seat(120, 40)
    seat.press("F12", "F2", "1-1-0303 王小明吵架", "Ctrl-S")
    #expect(seat.model.isOnWall && seat.text.contains("已记下") && !seat.text.contains("王小明"))
  }

  @Test func `a page of cards stays fifteen seconds, and after the last comes the first`() {
    var seat = quiet(80, 24)
    seat.press("F12")
    let count = seat.model.wallPages(seat.model.wallLayout).count
    #expect(count > 3)
    var pages: [Int?] = []
    for _ in 0..<count {
      pages.append(page(seat))
      seat.wait(14)
      #expect(page(seat) == pages.last)
      seat.wait(1)
    }
    #expect(pages == Array(0..<count))
    #expect(page(seat) == 0)
  }

  @Test(arguments: Language.allCases, [(80, 24), (120, 40), (200, 60)])
  func `where pages turn the last line says that any key keeps one, beside the time of the data`(
    language: Language, size: (Int, Int)
  ) {
    var seat = Seat(size.0, size.1, language)
    seat.press("F12")
    let foot = render(seat.model).line(size.1 - 1)
    #expect(foot.contains(language == .chinese ? "任意键暂停翻页" : "Any key keeps the page"), "\(foot)")
    #expect(foot.contains(language == .chinese ? "数据时间 14:32:00" : "data of 14:32:00"))
    var quiet = Seat.empty(size.0, size.1, language)
    quiet.press("F12")
    #expect(!quiet.text.contains("任意键") && !quiet.text.contains("Any key"), "there is one page")
  }

  @Test func `a key keeps the page for a minute and the arrows turn it`() {
    var seat = quiet(80, 24)
    seat.press("F12", "Right")
    #expect(page(seat) == 1)
    #expect(seat.text.contains("停翻到 14:33 2/"))
    seat.wait(59)
    #expect(page(seat) == 1)
    seat.wait(1)
    #expect(page(seat) == 2)
    seat.press("Left", "PgUp", "Up")
    #expect(page(seat) == seat.model.wallPages(seat.model.wallLayout).count - 1)
    seat.press("Home")
    #expect(page(seat) == 0)
  }

  @Test(arguments: ["k", "F5", "Space", "Ctrl-L", "m", "F6"], [false, true])
  func `any key keeps the page for a minute`(key: String, isOwn: Bool) {
    var seat = quiet(80, 24)
    if isOwn { seat.model.hangOnWall() } else { seat.press("F12") }
    let shown = page(seat)
    seat.wait(10)
    seat.press(key)
    seat.wait(59)
    #expect(page(seat) == shown)
    seat.wait(1)
    #expect(page(seat) == shown.map { $0 + 1 })
  }

  @Test(arguments: Language.allCases, [60, 80])
  func `where there is no room for digits all counts are words in one line`(
    language: Language, columns: Int
  ) throws {
    var seat = Seat(columns, 16, language)
    seat.press("F12")
    let frame = render(seat.model)
    let line = try #require(
      (0..<16).map(frame.line).first { $0.contains(language == .chinese ? "到场" : "in 30m") })
    let words =
      language == .chinese
      ? ["到场超", "处置超", "反馈", "30分内", "漏点", "投诉超"]
      : columns < 80
        ? ["site ", "fix ", "fdbk ", "in 30m ", "missed ", "cplt "]
        : ["site late ", "fix late ", "fdbk late ", "in 30m ", "missed ", "cplt late "]
    for word in words { #expect(line.contains(word), "\(line)") }
  }

  @Test func `how long a page stays is set`() throws {
    var seat = quiet(80, 24)
    var settings = Settings()
    try settings.apply(json5: "{ wall: { pageSec: 40 } }", file: "config.json5")
    seat.model.apply(settings)
    seat.press("F12")
    seat.wait(39)
    #expect(page(seat) == 0)
    seat.wait(1)
    #expect(page(seat) == 1)
  }

  @Test func `what was passed up and not acknowledged stands on the first page`() {
    var seat = Seat(80, 24)
    let unheard = seat.model.board.escalated
    #expect(unheard.count >= 2)
    seat.press("F12")
    #expect(cards(seat) == Array(unheard.keys.prefix(2)))
    seat.wait(2000)
    seat.press("Home")
    #expect(cards(seat).allSatisfy { seat.model.board.escalated.instant(of: $0) != nil })
  }

  @Test func `a ticket that nobody looks after takes the page at once`() throws {
    var seat = Seat(80, 24)
    seat.press("F12", "End")
    let last = page(seat)
    let before = Set(seat.list().filter(seat.model.isIgnored))
    var waited = 0
    while Set(seat.list().filter(seat.model.isIgnored)).subtracting(before).isEmpty, waited < 3600 {
      seat.press("End")
      #expect(page(seat) == last)
      seat.wait(1)
      waited += 1
    }
    let new = try #require(seat.list().first { seat.model.isIgnored($0) && !before.contains($0) })
    #expect(page(seat) != last)
    #expect(cards(seat).contains(new))
  }

  @Test func `with digits set F6 asks for them, hides them and takes no others`() throws {
    var seat = Seat()
    try seat.set("{ wall: { pin: \"2468\" } }")
    let first = seat.model.board.escalated[0]
    seat.press("F12", "F6", "1111")
    #expect(seat.text.contains("\(first) 密码: ****") && !seat.text.contains("1111"))
    #expect(seat.text.contains("到场超时") || seat.text.contains("处置"), "the wall stays in sight")
    seat.press("Enter")
    #expect(seat.effects.isEmpty && seat.text.contains("密码不对，没有确认"))
    seat.press("２４６８", "Enter")
    #expect(seat.clerk.events.last?.event == .ticket(first, .acknowledged))
    #expect(seat.model.isOnWall)
    seat.press("F6", "Esc")
    #expect(seat.model.isOnWall && seat.effects.isEmpty)
  }

  @Test(arguments: ["赵敏", "zm", "ZHAOMIN"])
  func `with initials F6 asks who it is, and the ticket keeps that`(answer: String) throws {
    var seat = Seat()
    try seat.set("{ wall: { pin: \"initials\" } }")
    let first = seat.model.board.escalated[0]
    seat.press("F12", "F6", answer, "Enter")
    #expect(
      seat.clerk.events.suffix(2).map(\.event)
        == [.ticket(first, .acknowledged), .ticket(first, .noted(text: "赵敏 在看板上确认"))])
  }

  @Test func `whoever is not on the staff, or might be two of them, is told`() throws {
    var seat = Seat()
    try seat.set("{ wall: { pin: \"initials\" } }")
    seat.press("F12", "F6", "xx", "Enter")
    #expect(seat.effects.isEmpty && seat.text.contains("名册上没有“xx”，没有确认"))
    _ = seat.clerk.submit(
      .joinStaff(StaffMember(name: "张明", skills: [], role: .engineer)), at: SampleDesk.now)
    _ = seat.clerk.submit(
      .joinStaff(StaffMember(name: "赵明", skills: [], role: .engineer)), at: SampleDesk.now)
    seat.model.desk = seat.clerk.desk
    seat.press("zm", "Enter")
    #expect(seat.effects.isEmpty && seat.text.contains("不止一人"))
  }

  @Test func `a question that nobody answers leaves the wall again`() throws {
    var seat = Seat()
    try seat.set("{ wall: { pin: \"2468\" } }")
    seat.press("F12", "F6", "24")
    seat.wait(59)
    #expect(!seat.model.isOnWall)
    seat.wait(1)
    #expect(seat.model.isOnWall)
  }

  @Test func `after its hour the wall wears the theme of the night`() throws {
    var seat = Seat()
    seat.model.themes = ThemeTests.shelf.themes.filter { ["mono", "dark", "night"].contains($0.id) }
    try seat.set("{ theme: \"dark\", wall: { dimAfter: \"14:33\" } }")
    seat.press("F12")
    #expect(seat.model.themes[seat.model.theme].id == "dark")
    seat.wait(60)
    #expect(seat.model.themes[seat.model.theme].id == "night")
    seat.press("F12")
    #expect(seat.model.themes[seat.model.theme].id == "dark", "the desk is as bright as it was")
    seat.press("F12")
    #expect(seat.model.themes[seat.model.theme].id == "night")
    try seat.set(
      "{ theme: { day: \"dark\", night: \"mono\", from: \"08:00\", to: \"20:00\" }, wall: { dimAfter: \"09:00\" } }"
    )
    var plan = seat.model.themePlan
    plan.chosen = nil
    #expect(plan.night == (id: "mono", until: 480))
  }

  @Test(arguments: Language.allCases, [false, true])
  func `the wall hears its own keys and no others`(language: Language, hangs: Bool) {
    var seat = Seat(120, 40, language)
    if hangs { seat.model.hangOnWall() } else { seat.press("F12") }
    let keys = render(seat.model).line(39)
    for key in ["L", "T", "m", "Ctrl-T", "b", "5"] {
      seat.press(key)
      #expect(seat.model.isOnWall && seat.model.language == language && seat.model.silence == nil, "\(key)")
      #expect(render(seat.model).line(39) == keys)
    }
    #expect(!keys.contains(language == .chinese ? "语言" : "Lang"))
    #expect(!keys.contains(language == .chinese ? "主题" : "Theme"))
    #expect(keys.contains(language == .chinese ? "←→翻页" : "←→Page"))
  }

  @Test(arguments: [
    ("wall: { pin: \"12\" }", "wall.pin"), ("wall: { pin: \"abcd\" }", "wall.pin"),
    ("wall: { dimAfter: \"25:00\" }", "wall.dimAfter"),
  ])
  func `what cannot be a pin or an hour is named`(json5: String, key: String) throws {
    var settings = Settings()
    let faults = try settings.apply(json5: "{ \(json5) }", file: "config.json5")
    guard case .badValue(key, _, let allowed)? = faults.first?.fault else {
      Issue.record("\(faults)")
      return
    }
    #expect(!allowed.isEmpty)
  }

  @Test func `F6 acknowledges the first card, and the wall says so`() {
    var seat = Seat(120, 40)
    let first = seat.model.board.escalated[0]
    seat.press("F12", "F6")
    #expect(seat.model.today?.period == FigurePeriod(first: day, last: day, in: SampleDesk.zone))
    #expect(seat.clerk.events.last?.event == .ticket(first, .acknowledged))
    #expect(seat.text.contains("\(first) 超时已确认"))
    while seat.model.board.escalated.count > 0 { seat.press("F6") }
    seat.press("F6")
    #expect(seat.text.contains("没有等人确认的升级"))
  }

  private let day = CivilDate(SampleDesk.now, in: SampleDesk.zone)

  @Test func `a wall of its own only looks, says so, and is left by its keys`() {
    for (leave, yes) in [("Esc", "y"), ("F12", "F12"), ("Ctrl-Q", "Ctrl-Q"), ("Q", "y")] {
      var seat = Seat(120, 40)
      seat.model.hangOnWall()
      let before = seat.clerk.events.count
      seat.press("F2", "F5", "F6", "e", "b", "Space", "u", "A", "&", "Enter", "n")
      #expect(seat.clerk.events.count == before)
      #expect(seat.effects.isEmpty)
      #expect(seat.text.contains("看板只看不写"))
      seat.press("F1")
      #expect(seat.text.contains("帮助"))
      seat.press("F2", "Down", "F1", "Down", "Esc")
      #expect(seat.model.layers.count == 1 && seat.model.isOnWall)
      seat.press(leave)
      #expect(seat.effects.isEmpty && seat.text.contains("退出后看板就没有了：按 y 退出，别的键返回"))
      seat.press("Esc")
      #expect(seat.effects.isEmpty && seat.model.isOnWall && !seat.text.contains("按 y 退出"))
      seat.press(leave, yes)
      #expect(seat.effects == [.quit])
    }
  }

  @Test func `a call comes before the wall, which is there again after it`() {
    var seat = Seat(120, 40)
    seat.press("F12", "F2", "Esc")
    #expect(seat.model.isOnWall)
    seat.press("Esc")
    #expect(seat.model.layers.isEmpty)
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 40), (200, 60), (300, 100)], Language.allCases)
  func `visitors read no name of a resident, no telephone and no free text`(
    size: (Int, Int), language: Language
  ) {
    var seat = Seat(size.0, size.1, language)
    seat.press("F12")
    let count = seat.model.wallPages(seat.model.wallLayout).count
    for _ in 0..<count {
      let text = seat.text
      for contact in seat.model.contacts.values where !contact.name.isEmpty && contact.name != "匿名" {
        #expect(!text.contains(contact.name), "\(contact.name)")
        #expect(!text.contains(contact.phone) && !text.contains(contact.maskedPhone))
      }
      for ticket in seat.model.desk.tickets.values where ticket.subject.count > 4 {
        #expect(!text.contains(ticket.subject.prefix(5)), "\(ticket.subject)")
      }
      seat.press("Right")
    }
  }

  @Test func `rooms are hidden where the settings say so`() throws {
    var seat = Seat(120, 40)
    seat.press("F12")
    #expect(seat.text.contains("3-2-1501"))
    var settings = Settings()
    try settings.apply(json5: "{ privacy: { wallRooms: \"masked\" } }", file: "config.json5")
    seat.model.apply(settings)
    #expect(!seat.text.contains("1501"))
    #expect(seat.text.contains("3-2-**"))
    #expect(seat.model.wallPlace(Place("三栋 1501 室")) == "三栋 *** 室")
    let faults = try settings.apply(json5: "{ privacy: { wallRooms: \"some\" } }", file: "config.json5")
    #expect(faults.count == 1 && settings.wall.rooms == .masked)
  }

  @Test(arguments: [(80, 24), (120, 40)], Language.allCases)
  func `old data turn the header, in words`(size: (Int, Int), language: Language) {
    var seat = Seat(size.0, size.1, language)
    seat.press("F12")
    let words = language == .chinese ? "数据停更" : "No data for"
    let time = language == .chinese ? "数据时间 14:32:00" : "data of 14:32:00"
    seat.take(.ticked(seat.model.now.addingTimeInterval(10)))
    #expect(!render(seat.model).line(0).contains(words))
    seat.take(.ticked(seat.model.now.addingTimeInterval(1)))
    let frame = render(seat.model)
    #expect(frame.line(0).contains(words))
    #expect(frame.line(size.1 - 1).contains(time))
    #expect((0..<size.0).allSatisfy { frame[0, $0].style == Role.headerAlert.style })
    let cause = Words(zh: "只能看：数据不在了", en: "Read-only: the store is gone")
    seat.take(.storeChanged(readOnly: cause))
    #expect(render(seat.model).line(0).contains(cause(language)))
    // A record that is heard of and cannot be trusted is not in order either.
    seat.model.heardAt = seat.model.now
    let known = render(seat.model)
    #expect(known.line(0).contains(cause(language)) && !known.line(size.1 - 1).contains("正常"))
  }

  @Test func `big digits are filled blanks, told apart from the background in every theme`() throws {
    var seat = Seat(200, 60)
    seat.press("F12")
    let card = try #require(seat.model.wallLayout.cards.first)
    #expect(seat.model.wallLayout.isBig)
    let frame = render(seat.model)
    let filled = (card.row..<card.endRow).flatMap { row in
      (card.column..<card.endColumn).filter { column in
        let cell = frame[row, column]
        return cell.text == " "
          && seat.model.looks[Int(cell.style.rawValue)].attributes.contains(.reverse)
      }
    }
    #expect(filled.count > 60)
    #expect(frame.cells.allSatisfy { $0.width <= 1 || $0.text != " " })
  }

  @Test(arguments: [
    (271.0, "04:31"), (3599, "59:59"), (3600, "1h00"), (-183, "+03:03"), (-0.5, "+00:00"), (-7500, "+2h05"),
    (172_800, "2d00"), (-864_000, "+10d"),
  ])
  func `a countdown in digits has a colon only for minutes and seconds`(left: Double, text: String) {
    #expect(WallCard.digits(left) == text)
  }

  @Test func `for a screen reader the wall is a list in words, without seconds`() {
    var seat = Seat(80, 24)
    var settings = Settings()
    settings.isAccessible = true
    seat.model.apply(settings)
    seat.press("F12")
    let frame = render(seat.model)
    #expect(seat.model.wallLayout.cards.isEmpty)
    #expect(frame.text.contains("到场超时 ") && frame.text.contains("最急的"))
    #expect(frame.cursor == Position(row: seat.model.wallLayout.list.row + 1, column: 0))
    #expect(!frame.text.contains(#/\d\d:\d\d:\d\d/#))
    #expect(cards(seat).count == min(seat.model.board.runningCount, seat.model.wallLayout.listCapacity))
  }

  @Test func `parts of the wall never overlap and stay on the page, from 1x1 to 300x100`() {
    for rows in 0...100 {
      for columns in [0, 1, 59, 60, 80, 119, 120, 179, 180, 200, 300] {
        for (isPlain, isEnlarged) in [(false, false), (true, false), (false, true)] {
          let page = Rect(row: 1, column: 0, rows: rows, columns: columns)
          let wall = WallLayout(page, isPlain: isPlain, isEnlarged: isEnlarged)
          let parts = ([wall.tiles, wall.list] + wall.cards).filter { !$0.isEmpty }
          #expect(parts.allSatisfy { $0.intersection(page) == $0 }, "\(columns)x\(rows)")
          for (index, part) in parts.enumerated() {
            #expect(parts[(index + 1)...].allSatisfy { $0.intersection(part).isEmpty }, "\(columns)x\(rows)")
          }
        }
      }
    }
    #expect(
      WallLayout(Rect(row: 1, column: 0, rows: 21, columns: 80), isPlain: false, isEnlarged: false).cards
        .count == 2)
    #expect(
      WallLayout(Rect(row: 1, column: 0, rows: 97, columns: 300), isPlain: false, isEnlarged: false).cards
        .count == 9)
  }

  @Test func `what nobody looks after has its row for itself`() {
    let page = Rect(row: 1, column: 0, rows: 37, columns: 120)
    let (usual, alarmed) = (
      WallLayout(page, isPlain: false, isEnlarged: false), WallLayout(page, isPlain: false, isEnlarged: true)
    )
    #expect(usual.cards.count == alarmed.cards.count + 1)
    #expect(alarmed.cards[0].columns == 120 && alarmed.cards[1].columns == usual.cards[2].columns)
    var seat = quiet(120, 40)
    seat.press("F12")
    let first = seat.model.wallPages(seat.model.wallLayout).tickets.first
    #expect(first.map(seat.model.isIgnored) == (seat.model.wallLayout.cards[0].columns == 120))
  }

  @Test func `what a clerk was told last is not read from the wall`() {
    var seat = Seat(120, 40)
    seat.press("b", "业主王芳很生气", "Enter")
    #expect(seat.text.contains("很生气"))
    seat.press("F12")
    #expect(!seat.text.contains("很生气"))
  }

  @Test(arguments: ["5", "S", "F4"])
  func `the wall's key opens it from every page`(page: String) {
    var seat = Seat(120, 40)
    seat.press(page, "F12")
    #expect(self.page(seat) == 0)
    seat.press("F12")
    #expect(self.page(seat) == nil && !seat.model.layers.isEmpty)
  }

  @Test func `the wall counts what is late under the names and with the numbers of the header`() throws {
    var seat = quiet(160, 40)
    for minutes in [0, 45, 300] {
      seat.take(.ticked(seat.model.now + TimeInterval(minutes * 60)))
      seat.take(seat.clerk.submit(.recordCrossings, at: seat.model.now, actor: .system, own: false))
      let late = seat.model.board.lateParts(at: seat.model.now)
      #expect(late.fixes > 0, "a power cut that nobody came to is no arrival")
      let header = HeaderView.counts(seat.model, isWide: true).map(\.text)
      for (name, count) in [
        ("到场", late.arrivals), ("处置", late.fixes), ("反馈", late.answers), ("其余", late.others),
      ] where count > 0 {
        #expect(header.contains { $0.hasPrefix("超时") && $0.contains("\(name)\(count)") }, "\(header)")
      }
      let total = late.arrivals + late.fixes + late.answers + late.others
      #expect(total >= seat.model.board.lateTicketCount(at: seat.model.now))
      seat.press("F12")
      #expect(seat.text.contains("到场超时") && seat.text.contains("处置超时") && seat.text.contains("反馈超时"))
      #expect(seat.text.contains("其余超时") == (late.others > 0))
      if let oldest = seat.model.board.longestLate(at: seat.model.now).fix {
        #expect(seat.text.contains("\(oldest.id) "))
      }
      seat.press("F12")
    }
  }

  @Test func `a ticket that broke two promises counts under the name of each`() {
    var seat = Seat.empty(160, 40)
    seat.take(
      seat.clerk.submit(
        .report(NewTicket(kind: .repair, place: Place("3-2-1501"), category: "power", subject: "停电")),
        at: SampleDesk.now - 5 * 3600))
    let late = seat.model.board.lateParts(at: seat.model.now)
    #expect(late.fixes == 1 && late.answers == 1)
    #expect(seat.model.board.lateTicketCount(at: seat.model.now) == 1, "it is one ticket")
    let longest = seat.model.board.longestLate(at: seat.model.now)
    #expect(longest.fix?.since == SampleDesk.now - 4.5 * 3600)
    #expect(longest.answer?.since == SampleDesk.now - 3600)
    let header = HeaderView.counts(seat.model, isWide: true).map(\.text)
    #expect(header.contains("超时1张(处置1 反馈1)"), "\(header)")
  }

  @Test
  func
    `a ticket that is late with one promise and close with another is close too, as is a time that was promised`()
  {
    var seat = Seat.empty(160, 40)
    seat.take(
      seat.clerk.submit(
        .report(NewTicket(kind: .repair, place: Place("3-2-1501"), category: "power", subject: "停电")),
        at: SampleDesk.now - 232 * 60))
    seat.take(seat.clerk.submit(.recordCrossings, at: seat.model.now, actor: .system, own: false))
    #expect(seat.model.board.lateTicketCount(at: seat.model.now) == 1)
    #expect(seat.model.board.soonTicketCount(at: seat.model.now) == 1)
    #expect(HeaderView.counts(seat.model).map(\.text).contains("将超1"))
    let span = seat.model.now...(seat.model.now + 1800)
    func falling() -> [String] {
      seat.model.board.falling(from: span.lowerBound, through: span.upperBound, first: 3).first.map(
        \.description)
    }
    #expect(falling() == ["R-1"])
    seat.press("F2", "1-1-0101 门坏", "Ctrl-S")
    seat.take(
      seat.clerk.submit(
        .ticket(TicketID(.repair, 2), .paper(.promise(at: seat.model.now + 600, text: "上门"))),
        at: seat.model.now))
    #expect(seat.model.board.soonTicketCount(at: seat.model.now) == 2)
    #expect(falling() == ["R-1", "R-2"])
  }

  @Test func `what comes next does not begin again after the last ticket`() {
    var seat = quiet(120, 40)
    seat.press("F12")
    let layout = seat.model.wallLayout
    let (tickets, count) = seat.model.wallPages(layout)
    seat.press("End")
    #expect(page(seat) == count - 1 && count > 1)
    let list = (layout.list.row + 1..<layout.list.endRow).map { render(seat.model).line($0) }
    let shown = tickets.prefix((count - 1) * layout.perPage)
    #expect(list.allSatisfy { line in !shown.contains { line.contains("\($0) ") } }, "\(list)")
  }

  @Test func `figures are twice as big from cards of 60 by 14 on`() {
    for (rows, columns, isBig) in [(40, 123, true), (40, 122, false), (24, 123, false), (97, 300, true)] {
      let wall = WallLayout(
        Rect(row: 1, column: 0, rows: rows, columns: columns), isPlain: false, isEnlarged: false)
      #expect(wall.isBig == isBig, "\(columns)x\(rows)")
      #expect(wall.cards.allSatisfy { !isBig || $0.columns >= 60 && $0.rows >= 14 })
    }
  }

  @Test func `over a desk's own wall nothing is done by the keys of a list`() {
    var seat = Seat(120, 40)
    seat.press("F12")
    let before = seat.clerk.events.count
    seat.press("F5", "F7", "F8", "b", "&", "u", "Space", "A", "Enter")
    #expect(seat.clerk.events.count == before && seat.model.isOnWall)
    seat.press("F12")
    #expect(!seat.model.isOnWall)
  }
}
