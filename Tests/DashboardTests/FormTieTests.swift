import Desk
import Foundation
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// What a call belongs to that is written down over a checkpoint, a duty or an incident.
@Suite struct FormTieTests {
  private let first = TicketID(.repair, 17)

  private func form(_ seat: Seat) -> FormPage? {
    if case .form(let page) = seat.model.layers.last { page } else { nil }
  }

  private func report(_ seat: Seat) -> NewTicket? {
    guard case .submit(.report(let ticket), _, _, _) = seat.effects.first else { return nil }
    return ticket
  }

  /// On the page of incidents, with a fire in a garage going on or rehearsed.
  private func burning(isDrill: Bool = false, _ language: Language = .chinese, at place: String = "3栋地库")
    -> Seat
  {
    var seat = Seat(120, 40, language)
    seat.press("8", "F9", "突发", "Enter")
    if isDrill { seat.press("演练", "Enter") } else { seat.press("1") }
    seat.press(place, "Enter", "Home")
    return seat
  }

  /// On a checkpoint nobody came to.
  private func missed() throws -> (seat: Seat, round: RoundID, point: RoundPoint) {
    var seat = Seat(120, 40)
    let round = try #require(seat.model.desk.rounds.values.first { $0.missed > 0 })
    let point = try #require(round.points.first { $0.state == .missed })
    seat.press("3")
    seat.model.lists[.patrol, default: ListState()].selected = .point(round.id, point.id)
    return (seat, round.id, point)
  }

  @Test func `at an incident the room that is typed goes before the place that is proposed`() {
    var seat = burning()
    let li = Contact(
      id: "h2", name: "李四", phone: "13312340302", household: Place("5-1-0302"), role: .owner)
    seat.take(.directoryRead(Directory([li])))
    seat.press("F2")
    #expect(form(seat)?.focus == .quick && seat.text.contains("属于 I-1 火灾 3栋地库"))
    #expect(seat.text.contains("取自 I-1") && !seat.text.contains("手改"))
    seat.press("5-1-0302 有烟味 13312340302")
    #expect(seat.text.contains("5栋1单元0302") && !seat.text.contains("手改") && seat.text.contains("= 李四"))
    #expect(seat.text.contains("未关联 I-1 火灾"), "another building is another matter")
    seat.press("Ctrl-S")
    #expect(report(seat)?.place == Place("5-1-0302") && report(seat)?.incident == nil)
    #expect(report(seat)?.subject == "有烟味" && report(seat)?.contact == "h2")
  }

  @Test(arguments: Language.allCases)
  func `a room of the same building belongs to an incident, and one key parts them`(language: Language) {
    var seat = burning(language)
    seat.press("F2", "3-1-0101 有烟味")
    let (tied, parted) = language == .chinese ? ("属于 I-1", "未关联 I-1") : ("belongs to I-1", "not tied to I-1")
    #expect(seat.text.contains(tied) && form(seat)?.report(seat.model.desk.policy).incident == IncidentID(1))
    #expect(render(seat.model).line(39).contains(language == .chinese ? "Ctrl-O不关联" : "Ctrl-O Untie"))
    seat.press("Ctrl-O")
    #expect(seat.text.contains(parted) && form(seat)?.text(.place) == "3-1-0101")
    #expect(form(seat)?.report(seat.model.desk.policy).incident == nil)
    seat.press("Ctrl-O", "Ctrl-S")
    #expect(report(seat)?.incident == IncidentID(1))
  }

  @Test func `a call from a room is no part of a drill until somebody says so`() {
    var seat = burning(isDrill: true, at: "3栋")
    seat.press("F2", "3-1-0101 有烟味")
    #expect(seat.text.contains("未关联 【演练】I-1") && form(seat)?.tie == nil)
    seat.press("Ctrl-O")
    #expect(seat.text.contains("属于 【演练】I-1"))
    seat.press("Ctrl-S")
    #expect(report(seat)?.incident == IncidentID(1) && report(seat)?.place == Place("3-1-0101"))
    seat.press("F2", "水带不够长", "Ctrl-S")
    #expect(report(seat)?.incident == IncidentID(1) && report(seat)?.place == Place("3栋"))
  }

  @Test func `a call taken at a missed checkpoint is read as a call`() throws {
    var (seat, _, point) = try missed()
    seat.press("F2")
    #expect(form(seat)?.focus == .quick && form(seat)?.text(.place) == point.name)
    #expect(seat.text.contains("属于 巡查点") && seat.text.contains("取自点位"))
    seat.press("1-1-0801 漏水 陈阿姨 13800002217 急")
    #expect(seat.text.contains("未关联 巡查点"))
    seat.press("Ctrl-S")
    let made = try #require(report(seat))
    #expect(made.place == Place("1-1-0801") && made.category == "leak" && made.urgency == .urgent)
    #expect(made.channel == .phone && made.origin == nil && made.subject.isEmpty)
  }

  @Test func `what is found at a checkpoint stays with it, however shortly the place is said`() throws {
    var (seat, round, point) = try missed()
    seat.press("F2", "灯坏了", "Ctrl-S")
    #expect(report(seat)?.origin == PatrolOrigin(round: round, point: point.id))
    #expect(report(seat)?.place.text == point.name && report(seat)?.channel == .patrol)
    let roof = FormTie(origin: PatrolOrigin(round: round, point: "7"), place: "3栋天台")
    for said in ["", "3栋", "天台", "3栋天台", "3栋天台水箱"] {
      #expect(!roof.isElsewhere(than: Place(said)), "\(said)")
    }
    for said in ["3-1-0101", "4栋", "东门", "4栋天台"] { #expect(roof.isElsewhere(than: Place(said)), "\(said)") }
  }

  @Test(arguments: Language.allCases)
  func `equipment that the caller names is linked, wherever they live, and one key parts them`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    seat.fault(daysAgo: 2)
    seat.press("F2", "3-2-1501 L5困人")
    #expect(seat.text.contains(language == .chinese ? "属于 设备 L5  5栋客梯" : "belongs to Equipment L5  5栋客梯"))
    #expect(form(seat)?.text(.place) == "3-2-1501")
    seat.press("Ctrl-O")
    #expect(seat.text.contains(language == .chinese ? "未关联 设备 L5" : "not tied to Equipment L5"))
    seat.press("Ctrl-O", "Ctrl-S")
    #expect(report(seat)?.asset == "L5" && report(seat)?.place == Place("3-2-1501"))
    seat.press("F2", "5栋客梯 异响", "Ctrl-S")
    #expect(report(seat)?.asset == "L5" && report(seat)?.place == Place("5-1-大堂"), "it says where it is")
    for other in ["1-1-0101 L51 困人", "1-1-0101 XL5 困人", "1-1-0101 电梯困人"] {
      seat.press("F2", other, "Ctrl-S")
      #expect(report(seat)?.asset == nil, "\(other)")
    }
  }

  @Test func `at a duty the caller's words go before the name of the duty`() throws {
    var seat = Seat(120, 40, .english)
    seat.press("7")
    let duty = try #require(seat.model.selectedDuty?.duty)
    seat.press("F2")
    #expect(seat.text.contains("belongs to duty \(duty.words(.english))"))
    #expect(form(seat)?.text(.subject) == duty.words(.english))
    seat.press("1-1-0101 leak bathroom", "Ctrl-S")
    #expect(report(seat)?.subject.contains("bathroom") == true && report(seat)?.duty == duty.id)
    #expect(report(seat)?.subject.contains(duty.words(.english)) == false)
    seat.press("7", "F2", "1-1-0101 leak bathroom", "Ctrl-O", "Ctrl-S")
    #expect(report(seat)?.duty == nil)
  }

  @Test(arguments: ["3", "7", "8"])
  func `a form that nobody wrote into leaves no draft, wherever it was opened`(view: String) throws {
    var seat = view == "3" ? try missed().seat : burning()
    seat.press(view == "7" ? "7" : "Home")
    if view == "3" { seat = try missed().seat }
    seat.press("F2", "Down", "Down", "Down", "Down", "Down", "Up", "Up", "Up", "Up", "Esc")
    #expect(seat.model.layers.isEmpty && seat.model.drafts.isEmpty)
    seat.press("F2", "Down", "Esc")
    #expect(seat.model.drafts.isEmpty, "what is proposed is only looked at")
  }

  @Test func `the next call within a form belongs to nothing`() {
    var seat = burning()
    seat.press("F2", "3-1-0101 有烟味", "F2")
    #expect(form(seat)?.source == nil && seat.model.drafts.count == 1)
    seat.press("Esc", "Shift-F2")
    #expect(seat.text.contains("属于 I-1"))
  }

  @Test func `a draft keeps what it belongs to, what was proposed and that somebody parted them`() throws {
    var before = burning()
    before.press("F2", "有烟味")
    func found(_ seat: Seat) throws -> FormPage {
      let page = try #require(form(seat))
      let data = try JSONEncoder().encode(KeptDraft(page))
      return FormPage(try JSONDecoder().decode(KeptDraft.self, from: data))
    }
    #expect(try found(before).tie == form(before)?.tie && form(before)?.tie?.place == "3栋地库")
    before.press("Ctrl-O")
    #expect(try found(before).tie == nil && found(before).source?.incident == IncidentID(1))
  }

  @Test func `a checkpoint whose ticket was undone says so, and F2 makes another of it`() throws {
    var (seat, round, point) = try missed()
    seat.press("F2", "灯坏了", "Ctrl-S")
    #expect(seat.text.contains("\(first)") && !seat.text.contains("作废"))
    seat.press("u")
    seat.model.lists[.patrol, default: ListState()].selected = .point(round, point.id)
    #expect(seat.text.contains("\(first) 已作废"))
    var later = Seat(seat.clerk, Size(rows: 40, columns: 120))
    later.press("3")
    later.wait(2)
    #expect(later.text.contains("\(first) 已作废"), "found out after a new start too")
    seat.press("F2")
    #expect(form(seat)?.tie?.origin?.point == point.id)
    seat.press("灯还坏着", "Ctrl-S")
    #expect(seat.model.desk.rounds[round]?.point(point.id)?.ticket == TicketID(.repair, 18))
    #expect(!seat.text.contains("\(first) 已作废"))
  }

  @Test func `duties and incidents say which of their tickets were cancelled`() throws {
    var seat = Seat(120, 40, .english)
    seat.press("7")
    let duty = try #require(seat.model.selectedDuty?.duty.id)
    seat.press("F2", "1-1-0101 leak", "Ctrl-S", "u")
    seat.model.lists[.duties, default: ListState()].selected = .duty(duty)
    #expect(seat.text.contains("\(first) cancelled"))
    seat = burning()
    seat.press("F2", "3-1-0101 有烟味", "Ctrl-S")
    #expect(seat.text.contains("工单 \(first)"))
    seat.press("u")
    #expect(seat.text.contains("工单 \(first) 已作废"))
    seat.press("U")
    #expect(!seat.text.contains("\(first) 已作废"))
  }
}
