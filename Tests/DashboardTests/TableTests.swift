import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The tables that everything is read off: regions, countdowns, keys.
@Suite struct TableTests {
  @Test func `regions never overlap and stay on the screen, from 0x0 to 300x100`() {
    for rows in Array(0...40) + [59, 60, 61, 99, 100] {
      for columns in [0, 1, 2, 30, 59, 60, 61, 80, 99, 100, 120, 159, 160, 200, 300] {
        for view in View.allCases {
          let layout = Layout(size: Size(rows: rows, columns: columns), view: view)
          let screen = Rect(Size(rows: rows, columns: columns))
          let parts = [
            layout.header, layout.tabs, layout.list, layout.side, layout.preview, layout.messages,
            layout.notice,
            layout.keys,
          ].filter { !$0.isEmpty }
          #expect(parts.allSatisfy { $0.intersection(screen) == $0 }, "\(columns)x\(rows) \(view)")
          for (index, part) in parts.enumerated() {
            let others = parts[(index + 1)...]
            #expect(others.allSatisfy { $0.intersection(part).isEmpty }, "\(columns)x\(rows) \(view) \(part)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    (59, 40, Layout.Class.card), (60, 40, .single), (99, 40, .single), (100, 40, .double), (159, 40, .double),
    (160, 40, .wide), (80, 15, .card), (80, 16, .single), (200, 15, .card), (200, 16, .wide),
    (200, 24, .wide),
    (120, 16, .double),
  ])
  func `columns make the class of a screen, and rows only whether it is a card`(
    columns: Int, rows: Int, kind: Layout.Class
  ) {
    #expect(Layout(size: Size(rows: rows, columns: columns), view: .tickets).kind == kind)
  }

  @Test(arguments: [
    (80, 21, 0), (80, 22, 5), (80, 29, 5), (80, 30, 7), (200, 21, 0), (200, 22, 5), (200, 29, 5),
  ])
  func `a preview comes with 22 rows and grows with 30`(columns: Int, rows: Int, preview: Int) {
    let layout = Layout(size: Size(rows: rows, columns: columns), view: .tickets)
    #expect(layout.preview.rows == preview)
    #expect(Layout(size: Size(rows: 30, columns: 200), view: .tickets).preview.rows == 8)
  }

  @Test(arguments: [16, 22, 24, 29])
  func `a wide screen with few rows has the list with both clocks and panes beside it`(rows: Int) {
    let seat = Seat(200, rows)
    #expect(render(seat.model).line(2).contains("次到 剩余"))
    #expect(seat.text.contains("2 计时  到场·处置") && seat.text.contains("反馈 余3时18分  R-12"))
    #expect(seat.model.layout.listRows >= rows - 11)
  }

  private func clock(_ id: ClockID, left: TimeInterval) -> Clock? {
    var ticket = NewTicket(
      kind: .repair, place: Place("1-1-0101"), category: "doors", subject: "x", urgency: .urgent)
    ticket.kind = .repair
    let target: TimeInterval = id == .onSite ? 1800 : 14400
    let start = SampleDesk.now.addingTimeInterval(left - target)
    return Ticket(TicketID(.repair, 1), Reported(ticket), at: start).clocks(.standard).first { $0.id == id }
  }

  @Test(arguments: [
    (ClockID.feedback, 11_520.0, "  ", "余3时12分", "due 3h12m", Role.ok),
    (.feedback, 14_400, "  ", "余4时00分", "due 4h00m", .ok),
    (.feedback, 3601, "  ", "余1时00分", "due 1h00m", .ok),
    (.feedback, 3600, "! ", "余1时00分", "due 1h00m", .soon), (.feedback, 3599, "! ", "余59分", "due 59m", .soon),
    (.feedback, 901, "! ", "余15分", "due 15m", .soon), (.feedback, 900, "!!", "余15分", "due 15m", .critical),
    (.feedback, 300, "!!", "余5分", "due 5m", .critical),
    (.feedback, 299, "!!", "余04:59", "due 04:59", .critical),
    (.feedback, 0, "!!", "余00:00", "due 00:00", .critical), (.feedback, -1, "X ", "超0分", "late 0m", .over),
    (.feedback, -1800, "X ", "超30分", "late 30m", .over),
    (.feedback, -1801, "XX", "超30分", "late 30m", .ignored),
    (.feedback, -7500, "XX", "超2时05分", "late 2h05m", .ignored),
    (.feedback, -172_800, "XX", "超2天00时", "late 2d00h", .ignored),
    (.feedback, -8_640_000, "XX", "超100天", "late 100d", .ignored),
    (.onSite, 1320, "  ", "余22分", "due 22m", .ok),
    (.onSite, 721, "  ", "余12分", "due 12m", .ok), (.onSite, 720, "! ", "余12分", "due 12m", .soon),
    (.onSite, 301, "! ", "余5分", "due 5m", .soon), (.onSite, 300, "!!", "余5分", "due 5m", .critical),
    (.onSite, 271, "!!", "余04:31", "due 04:31", .critical), (.onSite, -180, "X ", "超3分", "late 3m", .over),
    (.onSite, -600, "X ", "超10分", "late 10m", .over), (.onSite, -601, "XX", "超10分", "late 10m", .ignored),
  ])
  func `a countdown says what the table of the screen design says`(
    id: ClockID, left: TimeInterval, tag: String, zh: String, en: String, role: Role
  ) throws {
    let countdown = Countdown(try #require(clock(id, left: left)), at: SampleDesk.now)
    #expect(countdown.tag == tag)
    #expect(countdown.words == Words(zh: zh, en: en))
    #expect(countdown.role == role)
    #expect(displayWidth(zh) <= 10 && displayWidth(en) <= 10)
  }

  @Test(arguments: [-36_000.0, -65_100, -86_400, -172_000, -180_000, 36_300, 172_000], Language.allCases)
  func `the smaller unit goes where a cell has no room for both`(left: TimeInterval, language: Language)
    throws
  {
    let clock = try #require(self.clock(.feedback, left: left))
    let countdown = Countdown(clock, at: SampleDesk.now)
    for columns in [9, 10] {
      let cell = countdown.words(within: columns, language)
      #expect(displayWidth(cell) <= columns, "\(cell)")
      #expect(cell == countdown.words(language) || "天d时h".contains(cell.last ?? " "), "\(cell)")
    }
    var seat = Seat(80, 24, language)
    seat.take(.ticked(SampleDesk.now.addingTimeInterval(54_000)))
    for view in ["1", "2", "4", "6"] {
      seat.press(view)
      #expect(!seat.text.contains(/(late|held|due|超|停|余) ?\d+[h时]\d*~/), "\(seat.text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a wide row has hours and minutes however many there are`(language: Language) {
    var seat = Seat(200, 60, language)
    seat.take(.ticked(SampleDesk.now.addingTimeInterval(54_000)))
    for view in ["1", "2", "6"] {
      seat.press(view)
      let late = language == .chinese ? "超15时34分" : "late 15h34m"
      #expect(seat.text.contains(late), "\(seat.text)")
      let list = seat.model.layout.list
      for row in list.row..<list.endRow {
        let cells = String(render(seat.model).line(row).prefix(60))
        #expect(!cells.contains(language == .chinese ? #/\d时 /# : #/\dh /#), "\(cells)")
      }
    }
  }

  @Test(arguments: [
    (721, "  ", "余12分", Role.ok), (720, "! ", "余12分", .soon), (301, "! ", "余5分", .soon),
    (300, "!!", "余5分", .critical), (271, "!!", "余04:31", .critical), (0, "!!", "余00:00", .critical),
    (-1, "X ", "超0分", .over), (-600, "X ", "超10分", .over), (-601, "XX", "超10分", .ignored),
  ])
  func `a point, a start and a promised time go by the same table`(
    left: TimeInterval, tag: String, zh: String, role: Role
  ) {
    let countdown = Countdown(
      due: SampleDesk.now.addingTimeInterval(left), at: SampleDesk.now, seconds: true)
    #expect(countdown.tag == tag)
    #expect(countdown.words(.chinese) == zh)
    #expect(countdown.role == role)
  }

  @Test func `seconds are not counted while someone types`() throws {
    let countdown = Countdown(try #require(clock(.onSite, left: 271)), at: SampleDesk.now, seconds: false)
    #expect(countdown.words == Words(zh: "余4分", en: "due 4m"))
  }

  @Test func `a met, a missed and a held clock say so`() throws {
    let desk = Seat().model.desk
    func countdown(_ number: Int, _ id: ClockID) throws -> Countdown {
      let clock = desk.tickets[TicketID(.repair, number)]?.clocks(desk.policy).first { $0.id == id }
      return Countdown(try #require(clock), at: SampleDesk.now)
    }
    #expect(try countdown(9, .onSite).words == Words(zh: "已到场", en: "met"))
    #expect(try countdown(9, .onSite).tag == "v ")
    #expect(try countdown(1, .lighting).words == Words(zh: "停2时00分", en: "held 2h00m"))
    #expect(try countdown(1, .lighting).tag == "= ")
  }

  @Test func `a late clock that somebody took notice of is late, and no longer ignored`() throws {
    var seat = Seat()
    let id = TicketID(.repair, 9)
    func tag() throws -> String {
      let ticket = try #require(seat.model.desk.tickets[id])
      return Countdown(try #require(ticket.governingClock(seat.model.desk.policy)), at: seat.model.now).tag
    }
    #expect(try tag() == "XX")
    seat.press("F6")
    #expect(try tag() == "X ")
  }

  @Test
  func `a bar fills with what is used, has + behind it when that is more than all, and | where it waits`() {
    let symbols = Theme.mono.symbols
    let shares = [0, 0.49, 0.5, 1, 1.01, 9]
    #expect(
      shares.map { bar($0, columns: 4, held: false, symbols) } == [
        "[....] ", "[#...] ", "[##..] ", "[####] ", "[####]+", "[####]+",
      ])
    #expect(bar(0.5, columns: 4, held: true, symbols) == "[##||] ")
    #expect(
      bar(-1, columns: 4, held: false, symbols) == "[....] " && bar(1, columns: 0, held: false, symbols) == ""
    )
  }

  @Test func `no key is bound twice, no reserved key is bound, and every action has its line`() {
    let keys = KeyTable.standard.bindings.flatMap(\.keys)
    #expect(Set(keys.map(\.key)).count == keys.count)
    #expect(Set(keys.map(\.name)).count == keys.count)
    let reserved: [Key] = [.control("b"), .control("a"), .control(" "), .function(10), .function(11)]
    #expect(keys.allSatisfy { !reserved.contains($0.key) })
    #expect(Set(KeyTable.standard.bindings.map(\.action)) == Set(Action.allCases))
    #expect(KeyTable.standard.bindings.count == Action.allCases.count)
  }

  @Test func `words of the key table fit their room and are there in both languages`() {
    for line in KeyTable.standard.bindings {
      #expect(displayWidth(line.short.zh) <= 4 && !line.short.zh.isEmpty, "\(line.action)")
      #expect(displayWidth(line.short.en) <= 10 && !line.short.en.isEmpty, "\(line.action)")
      #expect(!line.long.zh.isEmpty && !line.long.en.isEmpty, "\(line.action)")
      #expect(displayWidth(line.keys.map(\.name).joined(separator: "  ")) <= 20, "\(line.action)")
      #expect(displayWidth(line.long.zh) <= 56 && displayWidth(line.long.en) <= 56, "\(line.action)")
    }
  }

  @Test(arguments: GoldenTests.pages, Language.allCases)
  func `the key line never drops F1`(page: GoldenTests.Page, language: Language) {
    for columns in [60, 61, 80, 100, 160, 300] {
      var seat = Seat(columns, 30, language)
      page.reach(&seat)
      let line = render(seat.model).line(29)
      #expect(line.hasPrefix(" F1") || page.name == "help" && line.hasPrefix(" Esc"), "\(columns) \(line)")
    }
  }
}
