import Desk
import Foundation
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// Incidents and the handover by keys.
@Suite struct IncidentPageTests {
  private let id = IncidentID(1)

  private func incident(_ seat: Seat) -> Incident? { seat.model.desk.incidents[id] }

  @Test func `F9 declares a plan at a place, and its page and the header show it`() {
    var seat = Seat(120, 40)
    seat.press("F9", "突发", "Enter", "1", "3栋地库", "Enter")
    #expect(incident(seat)?.declared.place == Place("3栋地库"))
    #expect(seat.text.contains("突发:火灾 余30分"))
    seat.press("8")
    #expect(seat.text.contains("I-1 火灾 3栋地库  处置中 0/9"))
    #expect(seat.text.contains("火警 119"))
  }

  @Test func `a drill is marked everywhere and starts no clock`() {
    var seat = Seat(120, 40)
    seat.press("F9", "突发", "Enter", "演练", "Enter", "3栋", "Enter", "8")
    #expect(incident(seat)?.isDrill == true)
    #expect(seat.text.contains("【演练】I-1 火灾 3栋"))
    #expect(seat.text.contains("演练:火灾"))
    #expect(seat.model.board.timers.keys.contains(.incident(id)) == false)
  }

  @Test func `declared from a ticket's page, the ticket is its cause`() {
    var seat = Seat(120, 40)
    let ticket = seat.list()[0]
    seat.press("Enter", "F9", "突发", "Enter", "6", "Enter")
    #expect(incident(seat)?.plan.id == "lift")
    #expect(incident(seat)?.tickets == [LinkedTicket(id: ticket, isCause: true)])
    #expect(incident(seat)?.declared.place == seat.model.desk.tickets[ticket]?.place)
  }

  /// A seat with a fire that was declared just now, on its page.
  private func burning() -> Seat {
    var seat = Seat(120, 40)
    seat.press("F9", "突发", "Enter", "1", "3栋地库", "Enter", "8", "Home")
    return seat
  }

  @Test func `the words of a step that its row cuts stand below in full`() throws {
    var seat = Seat(80, 24, .english)
    seat.press("F9", "lift", "Enter", "6", "Enter", "1-1", "Enter", "8", "Home")
    let steps = try #require(incident(seat)?.plan.steps.map(\.line.english))
    let long = try #require(steps.indices.max { steps[$0].count < steps[$1].count })
    #expect(steps[long].count > 45)
    for _ in 0...long { seat.press("Down") }
    let shown = seat.text.split(separator: "\n").suffix(8).joined(separator: " ").split(separator: " ")
      .joined(separator: " ")
    #expect(shown.contains(steps[long]))
  }

  @Test func `keys for an incident are offered where there is one`() {
    var seat = Seat(120, 40)
    seat.press("8")
    #expect(!seat.text.contains("F6完成") && !seat.text.contains("o告知"))
    seat = burning()
    #expect(seat.text.contains("F6完成"))
  }

  @Test func `F6 marks the next step done, and on a step that step`() {
    var seat = burning()
    seat.press("F6")
    #expect(incident(seat)?.steps[0].answer?.by == "李敏")
    seat.press("Down", "Down", "Down", "Down", "F6")
    #expect(incident(seat)?.steps[3].answer?.isDone == true)
    #expect(incident(seat)?.nextStep == 1)
  }

  @Test func `a step is skipped with a reason, owners are told, and it ends step by step`() {
    var seat = burning()
    seat.press("F6", "F7", "误报", "Enter")
    #expect(incident(seat)?.steps[1].answer?.reason == "误报")
    seat.press("o", "请走楼梯", "Enter")
    #expect(incident(seat)?.notices.first?.text == "请走楼梯")
    seat.press("F8", "已扑灭", "Enter")
    #expect(incident(seat)?.stage == .contained)
    #expect(seat.text.contains("F8总结"))
    seat.press("F8", "水带要常查", "Enter", "F8")
    #expect(seat.text.contains("还有 7 步没有处理"))
    for _ in 0..<7 { seat.press("F6") }
    seat.press("F8")
    #expect(incident(seat)?.stage == .closed)
    #expect(seat.text.contains("突发:") == false)
  }

  @Test func `Enter on a plan declares it, and F2 on an incident makes a ticket of it`() {
    var seat = Seat(120, 40)
    seat.press("8", "Down", "Enter", "全小区", "Enter", "Home")
    #expect(incident(seat)?.plan.id == "power")
    seat.press("F2")
    guard case .form(let form) = seat.model.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.tie?.incident == id)
    #expect(form.text(.place) == "全小区")
    #expect(form.report(seat.model.desk.policy).incident == id)
  }

  @Test func `a response that is owed stands among the timers and is answered from there`() {
    var seat = burning()
    // Rows stand still for three seconds after a key.
    seat.wait(4)
    seat.press("2", "Home")
    for _ in 0..<seat.model.rows(.timers).count where seat.model.selected != .timer(.incident(id)) {
      seat.press("Down")
    }
    #expect(seat.text.contains("I-1 火灾 3栋地库"))
    seat.press("F6")
    #expect(incident(seat)?.respondedAt == seat.model.now)
  }

  @Test func `the step that is due next stands among the timers until all are answered`() throws {
    var seat = burning()
    seat.press("F6")
    let fire = try #require(incident(seat))
    let due = try #require(fire.steps.dropFirst().map(\.due).min())
    #expect(seat.model.board.timers.instant(of: .incident(id)) == due)
    seat.take(.ticked(due.addingTimeInterval(300)))
    seat.press("2", "Home")
    let rows = seat.model.rows(.timers)
    for _ in 0..<rows.count where seat.model.selected != .timer(.incident(id)) { seat.press("Down") }
    let row = seat.text.split(separator: "\n").first { $0.contains("突发 超5分") } ?? ""
    #expect(row.contains("第 2 步  I-1 火灾 3栋地库"), "\(seat.text)")
    for _ in 1..<fire.steps.count { seat.press("F6") }
    #expect(incident(seat)?.answered == fire.steps.count)
    #expect(seat.model.board.timers.instant(of: .incident(id)) == nil)
  }

  @Test func `the handover goes from draft to the next shift by F8`() {
    var seat = Seat(120, 40)
    seat.press("9", "F8")
    let shift = seat.model.shownShift
    #expect(shift?.stage == .drafted)
    seat.press("b", "!3栋外墙高空作业", "Enter", "F8", "y")
    #expect(seat.model.shownShift?.stage == .signedOut)
    seat.press("F6")
    #expect(seat.text.contains("不能自己接自己的班：按 F8 写接班人姓名"))
    seat.press("F8", "小陈", "Enter", "F8")
    #expect(seat.text.contains("还没逐条确认"))
    seat.press("Home")
    for _ in 0..<(seat.model.shownShift?.unseen.count ?? 0) { seat.press("F6") }
    seat.press("F8", "1", " 老李", "Enter", "Enter")
    #expect(seat.model.desk.openShift?.id.name == .late)
    #expect(seat.model.desk.openShift?.staff == ["小陈", "老李"])
    #expect(seat.text.contains("晚班 小陈"))
  }

  @Test(arguments: Language.allCases)
  func `a shift is signed out by a key of its own, and a bounced F8 never signs`(language: Language) {
    var seat = Seat(80, 24, language)
    seat.press("9", "F8", "F8")
    #expect(seat.model.shownShift?.stage == .drafted)
    #expect(
      seat.text.contains(
        language == .chinese
          ? "10-14 早班交班后不能再改，收不回：按 y 交班" : "Early shift 14 Oct is signed out for good: y signs"
      ))
    seat.press("F8")
    #expect(seat.model.shownShift?.stage == .drafted)
    #expect(seat.text.contains(language == .chinese ? "没有做" : "Nothing was done"))
    seat.press("F8", "y")
    #expect(seat.model.shownShift?.stage == .signedOut)
  }

  @Test(arguments: Language.allCases)
  func `what changed since the handover was read is said, and it is shown anew before it is signed`(
    language: Language
  ) throws {
    var seat = Seat(80, 24, language)
    seat.press("9", "F8")
    let read = try #require(seat.model.shownShift?.drafted)
    let new = NewTicket(kind: .repair, place: Place("3-2-1501"), category: "leak", subject: "漏水")
    seat.take(
      seat.clerk.submit(.report(new), at: seat.model.now, actor: Actor(name: "赵敏", desk: "主管台"), own: false))
    seat.press("F8")
    #expect(seat.text.contains(language == .chinese ? "看过之后有 1 处变化" : "1 things changed since"))
    #expect(seat.model.shownShift?.stage == .drafted && seat.model.shownShift?.drafted != read)
    seat.press("F8", "y")
    #expect(seat.model.shownShift?.stage == .signedOut)
  }

  @Test(arguments: Language.allCases)
  func `the numbers of a handover stand in one column`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.press("9", "F8", "Home")
    let items = seat.model.shownShift?.items ?? []
    #expect(items.contains { $0.kind == .open })
    let widths = Set(items.compactMap { TicketID($0.thing) }.map { "\($0)".count })
    #expect(widths.count > 1)
    #expect(seat.text.contains(language == .chinese ? "R-10 反馈  1-2-0605" : "R-10 feedback  1-2-0605"))
  }

  @Test(arguments: Language.allCases)
  func `an incident is called on the handover as on its own page`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.press("F9", "lift", "Enter", "6", "3栋客梯", "Enter", "F9", "drill", "Enter", "1", "3栋", "Enter")
    seat.press("9", "F8", "Home")
    #expect(
      seat.text.contains(language == .chinese ? "I-1 电梯困人 3栋客梯" : "I-1 Lift entrapment 3栋客梯"))
    #expect(seat.text.contains(language == .chinese ? "【演练】I-2 火灾 3栋" : "[DRILL] I-2 Fire 3栋"))
  }

  @Test(arguments: ["演练", "yanlian", "drill"])
  func `a drill is found by its name, on the list of commands and in the help`(typed: String) {
    var seat = Seat(120, 40)
    seat.press("F9", typed, "Enter", "6", "1-1", "Enter")
    #expect(incident(seat)?.isDrill == true && incident(seat)?.plan.id == "lift")
    seat.press("F1", typed, "Enter", "1", "1-1", "Enter")
    #expect(seat.model.desk.incidents[IncidentID(2)]?.isDrill == true)
  }

  @Test(arguments: Language.allCases)
  func `the place of an incident is asked for by the name of the plan`(language: Language) {
    var seat = Seat(80, 24, language)
    seat.press("F9", "lift", "Enter", "6")
    #expect(seat.text.contains(language == .chinese ? "电梯困人 在哪里: " : "Lift entrapment where it is: "))
    seat.press("Esc", "F9", "drill", "Enter", "6")
    #expect(
      seat.text.contains(
        language == .chinese ? "【演练】电梯困人 演练位置: " : "[DRILL] Lift entrapment where the drill is: "))
    seat.press("Enter", "1-1", "Enter", "F7")
    #expect(seat.model.desk.incidents.count == 1)
  }

  @Test(arguments: Language.allCases)
  func `whoever does a step is named once in the messages, and beside somebody else`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.press("F9", "fire", "Enter", "1", "3栋地库", "Enter", "8", "Home", "F6")
    func told() -> String {
      render(seat.model).text.split(separator: "\n").map(String.init)
        .first { $0.contains(language == .chinese ? "第 1 步完成" : "step 1 done") } ?? ""
    }
    #expect(told().components(separatedBy: "李敏").count == 2, "\(told())")
    seat.take(seat.clerk.submit(.incident(id, .doStep(1, by: "老王")), at: seat.model.now, own: false))
    let given = seat.text.split(separator: "\n")
      .first { $0.contains(language == .chinese ? "第 2 步完成" : "step 2 done") }
    #expect(given?.contains("老王") == true && given?.contains("李敏") == true, "\(given ?? "")")
  }

  @Test func `without a shift F8 asks which one and who is on`() {
    var seat = Seat.empty(80, 24)
    seat.press("9")
    #expect(seat.text.contains("还没有开班"))
    seat.press("F8", "2", " 老王", "Enter", "Enter")
    #expect(seat.model.desk.openShift?.staff == ["李敏", "老王"])
    #expect(seat.model.desk.openShift?.id.name == .late)
  }

  @Test func `the assign list puts those who know the trade first, then those on shift, and says why`() {
    var seat = Seat(120, 40)
    seat.select(TicketID(.repair, 12))
    _ = seat.clerk.submit(.joinStaff(StaffMember(name: "老李", skills: ["水工"])), at: SampleDesk.now)
    seat.press("F5")
    guard case .picker(let page) = seat.model.layers.last else {
      Issue.record("no list")
      return
    }
    #expect(page.items.first?.detail.zh.contains("会") == true)
    let first = page.items.firstIndex { $0.choice == .staff("老李") }
    let other = page.items.firstIndex { $0.choice == .staff("张强") }
    #expect(page.items[first ?? 0].detail.zh.contains("会水工"))
    #expect((first ?? 99) < (other ?? 0))
  }

  @Test func `the staff page says who is on, what they have and what is due`() {
    var seat = Seat(120, 40)
    seat.press("6")
    #expect(seat.text.contains("在岗"))
    let tickets = seat.model.desk.tickets.values
    #expect(
      seat.model.board.count(inHandOf: "老王")
        == tickets.count { $0.work.assignee == "老王" && $0.work.completedAt == nil })
    #expect(
      tickets.contains { $0.work.assignee == "老王" && $0.work.completedAt != nil }, "done is not in hand")
    let answersFor = tickets.filter { $0.work.papers.inCharge == "李敏" }
    #expect(answersFor.contains { $0.work.assignee != "李敏" }, "who answers for a complaint has it in hand")
    #expect(
      seat.model.board.count(inHandOf: "李敏")
        == tickets.count { $0.work.assignee == "李敏" || $0.work.papers.inCharge == "李敏" })
    var empty = Seat.empty(80, 24)
    empty.press("6")
    #expect(empty.text.contains("frontdesk staff add"))
  }

  @Test func `whoever declares it is on its page, and whoever is in the middle of something stays there`() {
    var seat = Seat(120, 40)
    seat.press("F9", "火灾", "Enter", "1", "3栋地库", "Enter", "F6")
    #expect(seat.model.view == .incidents)
    #expect(incident(seat)?.steps[0].answer?.isDone == true)
    seat = Seat(120, 40)
    seat.press("Enter", "F9", "fire", "Enter", "1", "Enter")
    #expect(seat.model.layers.count == 1 && incident(seat) != nil)
  }

  /// The lines of the list, without the panes beside it.
  private func list(_ seat: Seat) -> [Substring] {
    seat.text.split(separator: "\n").map { $0.prefix { $0 != "|" } }
  }

  @Test(arguments: Language.allCases)
  func `a step past its time says so by a sign and in words`(language: Language) throws {
    for columns in [80, 120] {
      var seat = Seat(columns, 40, language)
      seat.press("F9", "fire", "Enter", "1", "3栋地库", "Enter", "8")
      #expect(list(seat).allSatisfy { !$0.contains("[!]") })
      seat.take(.ticked(seat.model.now.addingTimeInterval(17 * 60)))
      let lines = list(seat).filter { $0.contains("[!]") }
      #expect(!lines.isEmpty)
      for line in lines { #expect(line.contains(language == .chinese ? "超" : "late "), "\(line)") }
    }
  }

  @Test(arguments: Language.allCases)
  func `steps that run late once somebody is there show in the header, until they are answered`(
    language: Language
  ) throws {
    var seat = Seat(120, 40, language)
    seat.press("F9", "fire", "Enter", "1", "3栋地库", "Enter", "8", "Home", "F6")
    let late = language == .chinese ? "突发:火灾 超" : "INCIDENT Fire late "
    #expect(!seat.text.contains(late))
    seat.take(.ticked(seat.model.now.addingTimeInterval(17 * 60)))
    // The second step is due after three minutes.
    #expect(seat.text.contains("\(late)14"), "\(seat.text)")
    let count = try #require(incident(seat)?.steps.count)
    for _ in 1..<count { seat.press("F6") }
    #expect(!seat.text.contains(late))
    var drill = Seat(120, 40, language)
    drill.press("F9", "drill", "Enter", "1", "3栋地库", "Enter", "8", "Home", "F6")
    drill.take(.ticked(drill.model.now.addingTimeInterval(17 * 60)))
    #expect(!drill.text.contains("\(language == .chinese ? "演练:火灾 超" : "drill: Fire late ")"))
  }

  @Test(arguments: Language.allCases)
  func `the steps of a closed incident are read by Enter, with who did them and why one was left out`(
    language: Language
  ) throws {
    var seat = Seat(80, 24, language)
    seat.press("F9", "fire", "Enter", "1", "3栋地库", "Enter", "8", "Home")
    for _ in 0..<3 { seat.press("F6") }
    for _ in 0..<6 { seat.press("F7", "误报，保安已经到现场看过，没有明火也没有烟", "Enter") }
    #expect(seat.text.contains(language == .chinese ? "做3 跳6" : "3 done 6 skipped"))
    seat.press("F8", "明火已灭", "Enter", "F8", "水带要常查", "Enter", "F8")
    #expect(incident(seat)?.stage == .closed)
    seat.press("End")
    #expect(seat.model.selected == .incident(id))
    #expect(seat.text.contains("明火已灭") && seat.text.contains("水带要常查"), "\(seat.text)")
    seat.press("Enter")
    let steps = try #require(incident(seat)?.steps.indices)
    #expect(seat.model.rows(.incidents).index(of: .step(id, steps.last ?? 0)) != nil)
    #expect(seat.text.contains("[v]1") && seat.text.contains("李敏"), "\(seat.text)")
    seat.press("Down", "Down", "Down", "Down")
    #expect(seat.model.selected == .step(id, 3))
    let below = seat.text.filter { !$0.isWhitespace }
    #expect(below.contains("保安已经到现场看过，没有明火也没有烟"), "\(seat.text)")
    let before = incident(seat)
    seat.press("F6", "F7", "F8", "o")
    #expect(incident(seat) == before && seat.model.layers.isEmpty, "it is only read")
    seat.press("Enter")
    #expect(seat.model.rows(.incidents).index(of: .step(id, 0)) == nil)
    #expect(seat.model.selected == .incident(id))
  }

  @Test(arguments: Language.allCases)
  func `skipped steps are not counted as done`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.press("F9", "fire", "Enter", "1", "3栋地库", "Enter", "8", "Home", "F6")
    #expect(seat.text.contains(" 1/9"))
    seat.press("F7", "误报", "Enter")
    #expect(seat.text.contains(language == .chinese ? "1/9 跳1" : "1/9 1 skipped"))
  }

  @Test(arguments: [80, 120, 200], Language.allCases)
  func `names of the staff that begin alike are told apart`(columns: Int, language: Language) {
    var clerk = SampleDesk.lived
    for name in ["Guard Zhao", "Guard Zhou", "Leading Hand Lin"] {
      _ = clerk.submit(.joinStaff(StaffMember(name: name, skills: ["水工"])), at: SampleDesk.now)
    }
    var seat = Seat(clerk, Size(rows: 40, columns: columns), language)
    seat.press("6")
    for name in ["Guard Zhao", "Guard Zhou", "Leading Hand Lin"] {
      #expect(seat.text.contains("\(name) "), "\(seat.text)")
    }
    #expect(seat.text.contains(language == .chinese ? "主管" : "supervisor"))
  }

  @Test(arguments: Language.allCases)
  func `the head of an incident keeps since when it goes on`(language: Language) throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      var seat = Seat(columns, rows, language)
      seat.press("F9", "fire", "Enter", "1", "3栋地下车库东区入口旁边的配电间", "Enter", "8")
      seat.wait(1)
      #expect(seat.text.contains(language == .chinese ? "  14:32 起" : "  since 14:32"), "\(columns)")
    }
  }

  @Test func `what hangs on a person stands in columns on the staff page`() throws {
    var seat = Seat(80, 24)
    seat.press("6")
    var columns: Set<Int> = []
    for (row, key) in seat.model.staffRows.enumerated() {
      guard case .staff(let name) = key, let id = seat.model.board.inHand(name, 1).first else { continue }
      let ticket = try #require(seat.model.desk.tickets[id])
      let line = render(seat.model).line(3 + row)
      let subject = try #require(line.range(of: ticket.line(.chinese).prefix(3)), "\(line)")
      columns.insert(displayWidth(String(line[..<subject.lowerBound])))
    }
    #expect(columns == [72])
  }
}
