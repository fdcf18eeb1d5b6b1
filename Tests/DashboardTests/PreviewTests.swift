import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What is told of a ticket below the list.
@Suite struct PreviewTests {
  /// The lines of the preview.
  private func preview(_ seat: Seat) -> [String] {
    let rect = seat.model.layout.preview
    return (rect.row..<rect.endRow).map { render(seat.model).line($0) }
  }

  /// A desk with one urgent call from an owner of the room.
  private func seat(_ columns: Int, _ rows: Int, _ language: Language = .chinese, home: String = "3-2-1501")
    -> Seat
  {
    var seat = Seat.empty(columns, rows, language)
    let owner = Contact(id: "h1", name: "张三", phone: "13812345678", household: Place(home), role: .owner)
    var ticket = NewTicket(
      kind: .repair, place: Place("3-2-1501"), category: "leak", subject: "厨房漏水", urgency: .urgent)
    ticket.contact = owner.id
    seat.model.contacts[owner.id] = owner
    seat.take(seat.clerk.submit(.report(ticket), at: SampleDesk.now - 600))
    seat.wait(1)
    return seat
  }

  @Test func `of a complaint with three clocks none is left out on a small screen`() {
    var seat = Seat.empty(80, 24)
    let complaint = NewTicket(
      kind: .complaint, place: Place("6-1-0902"), category: "noise", subject: "夜间装修")
    seat.take(seat.clerk.submit(.report(complaint), at: SampleDesk.now - 7 * 3600 - 120))
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now, actor: .system, own: false))
    seat.press("4")
    let shown = preview(seat).joined(separator: "\n")
    #expect(shown.contains("到场 超") && shown.contains("反馈 超"), "\(shown)")
    #expect(shown.contains("办结 余58分"), "\(shown)")
  }

  @Test(arguments: Language.allCases)
  func `beside panes the rule of the preview says that Enter shows all of it, and Enter does`(
    language: Language
  ) {
    let hint = language == .chinese ? "Enter 全屏详情 ----" : "Enter full page ----"
    var seat = Seat(120, 40, language)
    #expect(preview(seat).first?.contains(hint) == true, "\(preview(seat))")
    seat.press("Enter")
    if case .detail? = seat.model.layers.last {} else { Issue.record("nothing opened") }
    #expect(!Seat(80, 24, language).text.contains(hint) && !Seat(200, 60, language).text.contains(hint))
    var empty = Seat.empty(120, 40, language)
    empty.press("1")
    #expect(!empty.text.contains(hint))
  }

  @Test func `who took a call and what the caller is to the room stand beside the time`() {
    #expect(preview(seat(80, 24))[2].contains("报修 张三 138****5678（业主）   来源 电话   受理 14:22 李敏   责任人 未派"))
    #expect(
      preview(seat(80, 24, .english))[2].contains(
        "Caller 张三 138****5678 (owner)   via phone   taken 14:22 李敏   staff nobody"))
    #expect(preview(seat(120, 40, home: "5-1-0302"))[2].contains("（5-1-0302 业主）"))
  }

  @Test(arguments: Language.allCases)
  func
    `what nobody took on was given back by nobody: how long it waits is said, and who of the shift was told`(
      language: Language
    )
  {
    var seat = seat(120, 40, language)
    for name in ["李敏", "小陈"] {
      seat.take(
        seat.clerk.submit(.joinStaff(StaffMember(name: name, role: .reception)), at: SampleDesk.now - 60))
    }
    seat.take(seat.clerk.submit(.startShift(.late, on: ["小陈"]), at: SampleDesk.now - 50))
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now, actor: .system))
    let (said, told) =
      language == .chinese
      ? ("10分没人接单，已告知 前台 小陈", "5分钟没人接单，已告知 前台 小陈")
      : ("not taken on for 10m, told reception 小陈", "not taken on for 5m, told reception 小陈")
    #expect(preview(seat).contains { $0.contains(said) }, "\(preview(seat))")
    #expect(seat.text.contains(told) && !seat.text.contains("转回") && !seat.text.contains("李敏、"))
  }

  @Test func `whose it is and who called are the same in the list and below it`() throws {
    var seat = Seat.empty(120, 40)
    let report = NewTicket(kind: .complaint, place: Place("3-2-1501"), category: "noise", subject: "吵")
    seat.take(seat.clerk.submit(.report(report), at: SampleDesk.now - 600))
    let ding = Contact(id: "d", name: "丁先生", phone: "13900000000")
    seat.take(
      seat.clerk.submit(
        .ticket(TicketID(.complaint, 1), .join(contact: "d", text: "")), at: SampleDesk.now - 60,
        contact: ding))
    seat.wait(1)
    seat.model.view = .complaints
    seat.select(TicketID(.complaint, 1))
    let row = try #require(seat.text.split(separator: "\n").first { $0.contains("C-1") && $0.contains("吵") })
    #expect(row.contains("丁先生") && row.contains("李敏"), "\(row)")
    #expect(preview(seat)[2].contains("报修 丁先生 139****0000 等 2 位") && preview(seat)[2].contains("责任人 李敏"))
  }

  @Test(arguments: 65...80, Language.allCases)
  func `a narrow line loses neither the caller nor who works on it`(columns: Int, language: Language) {
    let line = preview(seat(columns, 24, language, home: "5-1-0302"))[2]
    #expect(line.contains("138****5678") && !line.contains("~"), "\(line)")
    #expect(line.contains(language == .chinese ? "责任人 未派" : "staff nobody"), "\(line)")
  }

  @Test func `how long a promise gives stands before its bar where the other clocks keep their place`() {
    let narrow = preview(seat(80, 24))
    #expect(narrow[3].contains("到场 30分钟 [") && narrow[3].contains("反馈 余3时49分"), "\(narrow[3])")
    #expect(preview(seat(80, 24, .english))[3].contains("site 30m ["))
    let wide = preview(seat(120, 40))
    #expect(wide[3].contains("到场 30分钟 [") && wide[4].contains("反馈 4小时  ["), "\(wide)")
    #expect(preview(seat(120, 40, .english))[4].contains("feedback 4h        ["))
    #expect(preview(Seat(80, 24))[3].contains("到场 已到场  反馈 已反馈"), "three clocks have no room for it")
  }

  @Test func `who takes back a step that led to another reads of both`() throws {
    let (id, command) = (TicketID(.repair, 1), UUID())
    let report = NewTicket(kind: .repair, place: Place("3-2-1501"), subject: "漏水")
    func recorded(_ position: Int, _ command: UUID, _ event: TicketEvent) -> RecordedEvent {
      RecordedEvent(
        position: position, command: command, sequence: position, version: position,
        occurredAt: SampleDesk.now,
        recordedAt: SampleDesk.now, actor: SampleDesk.clerk, event: .ticket(id, event))
    }
    let done = [
      recorded(2, command, .reopened(reason: "回访不满意")),
      recorded(1, command, .paper(.followedUp(rating: 2, text: "没听清"))),
    ]
    let work = TicketWork(Reported(report), at: SampleDesk.now)
    let words = try #require(
      recorded(3, UUID(), .corrected(undoes: command, restores: work)).told(among: done))
    #expect(words.zh == "撤销：\(done[1].event.words.zh)、\(done[0].event.words.zh)")
    #expect(words.en == "undone: \(done[1].event.words.en), \(done[0].event.words.en)")
  }

  @Test func `what was taken back is called in the preview as in the messages`() {
    var seat = Seat.empty(120, 40)
    seat.press("F2", "3-2-1501 电梯停了", "Ctrl-S", "F7", "1", "u")
    let lines = preview(seat).filter { $0.contains("撤销：") }
    #expect(lines.count == 1 && lines[0].contains("撤销：已告知业主、挂起：待料"), "\(preview(seat))")
  }

  @Test(arguments: Language.allCases)
  func `a clock that waiting with the owner told has met does not say that the work is done`(
    language: Language
  ) {
    var seat = Seat.empty(120, 40, language)
    seat.press("F2", "3-2-1501 电梯停了", "Ctrl-S", "F7", "1")
    let fix = preview(seat).first { $0.contains(language == .chinese ? "处置" : "fix") } ?? ""
    #expect(fix.contains(language == .chinese ? "已告知" : "told"), "\(preview(seat))")
    #expect(!seat.text.contains("已办结") && !fix.contains(" met "))
  }

  @Test func `who took a call is told of it also after it was merged`() {
    var seat = Seat(120, 40)
    let id = TicketID(.repair, 11)
    seat.select(id)
    seat.wait(1)
    seat.press("&", "R-10", "Enter")
    #expect(preview(seat)[2].contains("受理 13:46 李敏"), "\(preview(seat))")
    seat.press("Enter")
    #expect(seat.text.contains("受理 13:46 李敏"))
    seat.press("Esc", "Down")
    #expect(seat.model.takers[id] == nil, "it is gone from the list")
    _ = seat.model.showDetail(id)
    seat.take(seat.clerk.timeline(id))
    #expect(seat.text.contains("受理 13:46 李敏"))
  }

  @Test func `who took an older ticket is looked up once the cursor rests on it`() {
    var seat = seat(80, 24)
    seat.model.takers = [:]
    seat.press("Down")
    #expect(!preview(seat)[2].contains("李敏"))
    seat.press("Up")
    seat.wait(1)
    #expect(seat.effects.contains(.loadTimeline(TicketID(.repair, 1))))
    #expect(preview(seat)[2].contains("14:22 李敏"))
    seat.press("Down")
    seat.wait(2)
    #expect(!seat.effects.contains(.loadTimeline(TicketID(.repair, 1))))
  }
}
