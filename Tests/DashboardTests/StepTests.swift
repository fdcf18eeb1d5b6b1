import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What a step keeps of what was done, so that it goes back and is done again whole, and what is said of it.
@Suite struct StepTests {
  private let leak = TicketID(.repair, 12)
  private let one = TicketID(.repair, 11)
  private let other = TicketID(.repair, 10)
  private let lift = TicketID(.repair, 5)

  private func work(_ seat: Seat, _ id: TicketID) -> TicketWork? { seat.model.desk.tickets[id]?.work }

  private func items(_ seat: Seat) -> [PickerItem] {
    if case .picker(let page) = seat.model.layers.last { page.items } else { [] }
  }

  private func caller(_ seat: Seat, _ id: TicketID, _ index: Int) -> Contact? {
    guard let reporters = work(seat, id)?.reporters, reporters.indices.contains(index) else { return nil }
    return reporters[index].contact.flatMap { seat.clerk.contacts[$0] }
  }

  /// A desk where one more reported the leak.
  private func joined(_ contact: String = "z", text: String = "") -> Seat {
    var clerk = SampleDesk.lived
    _ = clerk.submit(
      .ticket(leak, .join(contact: contact, text: text)), at: SampleDesk.now,
      contact: Contact(id: contact, name: "赵大爷", phone: ""))
    var seat = Seat(clerk, Size(rows: 40, columns: 120))
    seat.select(leak)
    return seat
  }

  @Test func `a second call that is done again has its caller again`() {
    var seat = Seat()
    seat.press("F2", "1-2-0605 还没好 冯大爷 13311112222", "F3", "Enter")
    let before = work(seat, other)?.reporters
    #expect(caller(seat, other, 1)?.phone == "13311112222")
    seat.press("u")
    #expect(work(seat, other)?.reporters.count == 1)
    seat.press("U")
    #expect(work(seat, other)?.reporters == before)
    #expect(seat.text.contains("已重做"))
  }

  @Test func `a caller that was put right is so again when that is done again`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("e", "5", "1", "吴十 13399990000", "Enter")
    let key = work(seat, leak)?.reporters.first?.contact
    #expect(caller(seat, leak, 0)?.phone == "13399990000", "\(seat.text)")
    seat.press("u")
    #expect(work(seat, leak)?.reporters.first?.contact != key)
    seat.press("U")
    #expect(work(seat, leak)?.reporters.first?.contact == key && key != nil)
    seat.press("u")
    #expect(work(seat, leak)?.reporters.first?.contact != key)
  }

  @Test(arguments: [true, false])
  func `an undo of what another desk ended meanwhile asks, and takes back nothing else`(isHeard: Bool) {
    var seat = Seat()
    seat.select(one)
    seat.press("F5", "1")
    seat.select(leak)
    seat.press("F5", "1")
    seat.elsewhere(leak, .cancel(reason: "重复"))
    if isHeard { seat.hear() }
    seat.press("u")
    if !isHeard {
      #expect(seat.text.contains("刚被改动"))
      seat.hear()
      seat.press("u")
    }
    #expect(seat.text.contains("R-12 之后又有变化") && seat.text.contains("赵敏 作废：重复"), "\(seat.text)")
    #expect(work(seat, one)?.assignee != nil)
    seat.press("2")
    #expect(work(seat, leak)?.stage == .registered && work(seat, leak)?.assignee == nil)
    #expect(work(seat, one)?.assignee != nil)
  }

  @Test func `a new ticket that another desk ended is let be in words, and only then comes what was before`()
  {
    var seat = Seat()
    seat.select(one)
    seat.press("F5", "1", "F2", "9-9-0909 灯不亮", "Ctrl-S")
    let name = work(seat, one)?.assignee ?? "-"
    let new = TicketID(.repair, 17)
    seat.elsewhere(new, .cancel(reason: "重复"))
    seat.hear()
    seat.press("u")
    #expect(seat.text.contains("放下这一步") && !seat.text.contains("还是撤销"), "\(seat.text)")
    #expect(items(seat).contains { $0.label.zh.contains("不能撤销：R-17 已作废") })
    seat.press("2")
    #expect(seat.model.notice?.words.zh.hasSuffix("再按一次撤销更早的：R-11 派工给 \(name)") == true, "\(seat.text)")
    #expect(work(seat, one)?.assignee != nil)
    seat.press("u")
    #expect(work(seat, one)?.assignee == nil)
  }

  @Test func `a visit that another desk wrote down more of is let be in words`() {
    var seat = Seat()
    seat.select(one)
    seat.press("F5", "1")
    let name = work(seat, one)?.assignee ?? "-"
    seat.model.view = .visitors
    seat.press("F6", "3-2-1501 看房", "Enter")
    guard let visit = seat.model.desk.visits.keys.first else {
      Issue.record("nobody came")
      return
    }
    _ = seat.clerk.submit(
      .endVisit(visit), at: seat.model.now, actor: Actor(name: "赵敏", desk: "主管台"), own: false)
    seat.press("u")
    #expect(
      seat.text.contains("没有撤销")
        && seat.model.notice?.words.zh.hasSuffix("再按一次撤销更早的：R-11 派工给 \(name)") == true, "\(seat.text)")
    #expect(work(seat, one)?.assignee != nil)
  }

  @Test func `what was done before somebody was split off and put back is taken back without a question`() {
    var seat = joined(text: "楼下也漏")
    seat.press("F5", "1")
    seat.press("!", "已关阀", "Enter")
    seat.press("|", "2", "u")
    #expect(work(seat, leak)?.reporters.map(\.contact).last == "z")
    seat.press("u")
    #expect(seat.model.layers.isEmpty && work(seat, leak)?.urgency == .urgent, "\(seat.text)")
    seat.press("u")
    #expect(seat.model.layers.isEmpty && work(seat, leak)?.assignee == nil, "\(seat.text)")
  }

  @Test func `an undo that would be refused is not offered, and is told without commands of a shell`() {
    var seat = Seat()
    seat.select(other)
    seat.press("F5", "1")
    seat.select(one)
    seat.press("&", "R-10", "Enter")
    _ = seat.model.undoable.first.map { seat.model.undo($0, anyway: false) }
    #expect(!seat.text.contains("还是撤销") && seat.text.contains("放下这一步"))
    #expect(items(seat).contains { $0.label.zh.contains("请先拆回 R-11") && !$0.label.zh.contains("frontdesk") })
    seat.press("1")
    #expect(seat.model.undoable.count == 2)
  }

  @Test func `who was split off and put back stands where they stood among the callers`() {
    var seat = joined()
    _ = seat.clerk.submit(
      .ticket(leak, .join(contact: "y", text: "")), at: SampleDesk.now,
      contact: Contact(id: "y", name: "钱大妈", phone: ""))
    seat = Seat(seat.clerk, seat.model.size)
    seat.select(leak)
    let before = work(seat, leak)?.reporters.map(\.contact)
    seat.press("|", "2", "u")
    #expect(work(seat, leak)?.reporters.map(\.contact) == before && before?.count == 3)
    seat.press("U", "u")
    #expect(work(seat, leak)?.reporters.map(\.contact) == before)
  }

  @Test func `the line of an undo names all that went back`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F8", "F8", "老王", "Enter", "u")
    #expect(seat.text.contains("撤销：派工给 老王、"), "\(seat.text)")
    seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    seat.elsewhere(leak, .arrive)
    seat.hear()
    seat.press("u", "2")
    #expect(seat.text.contains("撤销：派工给 老李、到场"), "\(seat.text)")
  }

  @Test func `a step that was done again is called as at first`() {
    var seat = Seat()
    seat.press("F2", "9-9-0909 灯不亮", "Ctrl-S", "u", "U")
    #expect(seat.model.undoable.map(\.words.zh) == ["R-17 电话受理：灯不亮"])
    seat.press("u")
    #expect(seat.text.contains("已撤销：R-17 电话受理：灯不亮"))
    seat = joined()
    seat.press("|", "2")
    let words = seat.model.undoable.last?.words
    seat.press("u", "U")
    #expect(seat.model.undoable.last?.words == words)
    seat = Seat()
    seat.select(one)
    seat.press("&", "R-10", "Enter")
    let merged = seat.model.undoable.last?.words
    seat.press("u", "U")
    #expect(seat.model.undoable.last?.words == merged && merged != nil)
  }

  @Test func `who did it and the signature are done again together`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F8", "F8", "老王", "Enter")
    var before = work(seat, leak)
    #expect(before?.papers.signedBy == "老王")
    seat.press("u")
    #expect(work(seat, leak)?.papers.signedBy == nil && seat.text.contains("重做: U"))
    seat.press("U")
    before?.version = work(seat, leak)?.version ?? 0
    #expect(work(seat, leak) == before)
    #expect(seat.model.undoable.last?.words.zh.contains("派工给 老王、") == true)
    seat.press("u")
    #expect(work(seat, leak)?.assignee == nil && work(seat, leak)?.papers.signedBy == nil)
  }

  @Test(arguments: ["U", "Ctrl-Y"]) func `what was taken back in triage is done again there`(key: String) {
    func page(_ seat: Seat) -> TriagePage? {
      if case .triage(let page) = seat.model.layers.last { page } else { nil }
    }
    var seat = Seat()
    seat.press("F4")
    guard let first = page(seat)?.current else {
      Issue.record("nobody waits")
      return
    }
    seat.press("Enter")
    let name = work(seat, first)?.assignee
    seat.press("u")
    #expect(page(seat)?.current == first && seat.text.contains("重做: U"))
    seat.press(key)
    #expect(work(seat, first)?.assignee == name && name != nil)
    #expect(page(seat)?.decided == [first] && page(seat)?.queue.contains(first) == false)
  }

  @Test func `what was done again of several is named as what was done`() {
    var seat = Seat()
    seat.select(other)
    seat.press("Space", "Space", "F5", "老王", "Enter")
    seat.elsewhere(one, .arrive)
    seat.press("u")
    #expect(work(seat, other)?.assignee == nil && work(seat, one)?.assignee == "老王")
    seat.press("U")
    #expect(seat.text.contains("已重做：R-10 派工给 老王"), "\(seat.text)")
    #expect(!seat.text.contains("已重做：对 2 张"))
  }

  @Test(arguments: Language.allCases)
  func `what was done is named first, and what follows from it after that`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(lift)
    seat.press("F6", "(pause)", "F6", "F8", "F8", "F8", "1")
    if case .prompt = seat.model.layers.last { seat.press("又坏了", "Enter") }
    #expect(work(seat, lift)?.completedAt == nil)
    #expect(
      seat.text.contains(language == .chinese ? "R-5 回访 1 分" : "R-5 follow-up, rated 1 of 5"), "\(seat.text)")
    #expect(seat.text.contains(language == .chinese ? "，随之重开" : ", and so reopened"), "\(seat.text)")
  }

  @Test func `a call about work that was done says that somebody called, and that it is open again`() {
    var seat = Seat()
    seat.press("F2", "5-1-0302 又停了 13311112222", "F3", "Enter")
    #expect(work(seat, lift)?.reporters.count == 2)
    #expect(seat.model.undoable.last?.words.zh.hasPrefix("R-5 又有人报修") == true)
    #expect(seat.model.undoable.last?.words.zh.hasSuffix("，随之重开") == true, "\(seat.text)")
  }

  @Test func `a merge that is done again happened when it happened`() {
    var seat = Seat()
    seat.select(one)
    seat.press("&", "R-10", "Enter")
    let merged = seat.clerk.events.last?.occurredAt
    seat.wait(60)
    seat.press("u")
    seat.wait(60)
    seat.press("U")
    #expect(work(seat, one) == nil && work(seat, other)?.reporters.count == 2)
    #expect(seat.clerk.events.last?.occurredAt == merged)
    seat.press("u")
    #expect(work(seat, one)?.stage == .registered)
  }
}
