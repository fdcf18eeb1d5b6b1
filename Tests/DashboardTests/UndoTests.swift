import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Taking back what one did oneself.
@Suite struct UndoTests {
  private let leak = TicketID(.repair, 12)
  private let trip = TicketID(.repair, 13)

  private func work(_ seat: Seat, _ id: TicketID) -> TicketWork? { seat.model.desk.tickets[id]?.work }

  @Test(arguments: [
    ["F5", "1"], ["F6", "(pause)", "F6"], ["F7", "3"], ["F7", "1"], ["F8"], ["!", "已关阀", "Enter"],
  ])
  func `u takes back assigning, arriving, holding, completing and the urgency`(keys: [String]) {
    var seat = Seat()
    seat.select(leak)
    var before = work(seat, leak)
    for key in keys { seat.press(key) }
    #expect(work(seat, leak) != before)
    #expect(seat.text.contains("可撤销: u"))
    seat.press("u")
    before?.version = work(seat, leak)?.version ?? 0
    #expect(work(seat, leak) == before)
    #expect(seat.model.undoable.allSatisfy { $0.deed == .final })
  }

  @Test func `e puts place, subject or details right, and u takes it back`() {
    var seat = Seat()
    seat.select(leak)
    let before = seat.model.desk.tickets[leak]
    seat.press("e")
    #expect(seat.text.contains(before?.place.text ?? "-"))
    seat.press("1", "Ctrl-U", "9栋1单元0101", "Enter")
    #expect(seat.model.desk.tickets[leak]?.place.text == "9-1-0101")
    #expect(seat.text.contains("9-1-0101") && seat.text.contains("更正"))
    #expect(seat.list().contains(leak))
    seat.press("e", "2", "Ctrl-U", "阳台漏水", "Enter")
    seat.press("F3", "ytls")
    #expect(seat.list() == [leak])
    seat.press("Esc", "Esc", "u", "u")
    #expect(seat.model.desk.tickets[leak]?.place == before?.place)
    #expect(seat.model.desk.tickets[leak]?.subject == before?.subject)
  }

  @Test func `a mistyped number in what is put right asks once, and is kept masked`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("e", "2", "Ctrl-U", "漏水 打1398765432", "Enter")
    #expect(seat.text.contains("只会记成 ****32") && seat.effects.isEmpty, "\(seat.text)")
    seat.press("Enter")
    #expect(seat.model.desk.tickets[leak]?.subject == "漏水 打****32")
  }

  @Test func `tickets are put right one at a time`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("Space", "Space", "e")
    #expect(seat.model.layers.isEmpty && seat.text.contains("改单要一张一张改"))
  }

  @Test func `u brings back a ticket that was closed`() {
    var seat = Seat()
    let lift = TicketID(.repair, 5)
    seat.select(lift)
    seat.press("F6", "(pause)", "F6", "F8", "F8", "F8", "5", "F8")
    #expect(seat.model.desk.tickets[lift] == nil)
    seat.press("u")
    #expect(work(seat, lift)?.stage == .completed)
    #expect(seat.list().contains(lift))
    #expect(seat.model.selectedTicket == lift)
  }

  @Test func `u cancels a ticket that was just taken down`() {
    var seat = Seat()
    seat.press("F2", "Down", "3-2-1501", "Enter", "Enter", "Enter", "漏水", "Ctrl-S")
    let id = TicketID(.repair, 17)
    #expect(work(seat, id)?.stage == .registered)
    seat.press("Ctrl-Z")
    #expect(
      seat.effects == [.submit(.ticket(id, .cancel(reason: "撤销")), seen: 1, occurredAt: nil, contact: nil)])
    #expect(seat.model.desk.tickets[id] == nil)
  }

  @Test func `a second call that made it urgent is taken back whole`() {
    var seat = Seat()
    let intercom = TicketID(.repair, 10)
    let place = seat.model.desk.tickets[intercom]?.place.text ?? ""
    seat.press("F2", "\(place) 还没好 13311112222 急", "F3", "Enter")
    #expect(work(seat, intercom)?.reporters.count == 2)
    #expect(work(seat, intercom)?.urgency == .urgent)
    #expect(seat.text.contains("改为紧急"))
    seat.press("u")
    #expect(work(seat, intercom)?.reporters.count == 1)
    #expect(work(seat, intercom)?.urgency == .ordinary)
    #expect(seat.text.contains("重做: U"))
    seat.press("U")
    #expect(work(seat, intercom)?.reporters.count == 2)
    #expect(work(seat, intercom)?.urgency == .urgent)
  }

  @Test func `a ticket that became a complaint comes back with one u, and goes again with one U`() {
    var seat = Seat()
    let (intercom, complaint) = (TicketID(.repair, 10), TicketID(.complaint, 5))
    seat.select(intercom)
    let before = work(seat, intercom)
    seat.press("F9", "zhuantousu", "Enter")
    #expect(seat.text.contains("转投诉"))
    seat.press("Enter")
    #expect(work(seat, intercom) == nil)
    #expect(work(seat, complaint)?.reporters.map(\.contact) == before?.reporters.map(\.contact))
    #expect(seat.text.contains("R-10 转为投诉 C-5") && seat.text.contains("可撤销: u"))
    #expect(seat.model.undoable.count == 1)
    seat.press("u")
    #expect(work(seat, complaint) == nil)
    #expect(work(seat, intercom)?.stage == before?.stage && work(seat, intercom)?.assignee == nil)
    seat.press("U")
    let again = TicketID(.complaint, 6)
    #expect(work(seat, intercom) == nil && work(seat, complaint) == nil)
    #expect(work(seat, again)?.stage == .registered, "the number of the first stays with it")
    seat.press("u")
    #expect(work(seat, again) == nil && work(seat, intercom)?.stage == .registered)
  }

  @Test func `a complaint beside work that goes on is taken back alone`() {
    var seat = Seat()
    let water = TicketID(.repair, 15)
    seat.select(water)
    let before = work(seat, water)
    seat.press("F9", "ticket compl", "Esc", "F9", "complaint,", "Enter", "两天没水", "Enter")
    #expect(seat.text.contains("R-15 另立投诉 C-5"))
    #expect(work(seat, water) == before)
    #expect(seat.model.desk.tickets[TicketID(.complaint, 5)]?.subject == "两天没水")
    seat.press("u")
    #expect(seat.model.desk.tickets[TicketID(.complaint, 5)] == nil)
    #expect(work(seat, water) == before)
  }

  @Test func `actions on marked tickets are one step`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space", "F5", "2")
    let both = [TicketID(.repair, 10), TicketID(.repair, 11)]
    #expect(both.allSatisfy { work(seat, $0)?.assignee == "赵敏" })
    #expect(seat.model.marked.isEmpty)
    #expect(seat.model.undoable.count == 1)
    #expect(seat.text.contains("对 2 张工单"))
    seat.press("u")
    #expect(both.allSatisfy { work(seat, $0)?.assignee == nil })
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `steps are taken back one after the other, the last first`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1", "F6", "(pause)", "F6", "u")
    #expect(work(seat, leak)?.arrivedAt == nil)
    #expect(work(seat, leak)?.assignee == "老李")
    // That the lateness was seen is on record for good, and is not passed over in silence.
    seat.press("u")
    #expect(seat.text.contains("收不回：R-12 超时已确认；再按一次撤销更早的：R-12 派工给 老李"))
    #expect(work(seat, leak)?.assignee == "老李")
    seat.press("u")
    #expect(work(seat, leak)?.assignee == nil)
    seat.press("u")
    #expect(seat.text.contains("没有可撤销的操作"))
  }

  @Test(arguments: Language.allCases)
  func `a check-in is taken back by u, and what was done before it only after that`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(leak)
    seat.press("F5", "1", "3")
    func pending() -> Int { seat.model.desk.rounds.values.flatMap(\.points).count { $0.state == .pending } }
    let before = pending()
    seat.press("F6", "y")
    #expect(pending() == before - 1)
    seat.press("F9", language == .chinese ? "撤销历史" : "Undo history", "Enter")
    #expect(seat.text.contains(language == .chinese ? "没有做过" : "it was not done"), "\(seat.text)")
    seat.press("Esc", "Esc", "u")
    #expect(pending() == before && work(seat, leak)?.assignee != nil)
    #expect(seat.text.contains(language == .chinese ? "已撤销" : "Undone"))
    seat.press("u")
    #expect(work(seat, leak)?.assignee == nil)
  }

  @Test func `a step of an incident is taken back by u, and one that was skipped before is skipped again`() {
    var seat = Seat(120, 40)
    seat.press("F9", "火灾", "Enter", "1", "3栋地库", "Enter", "F6")
    func step() -> IncidentStep? { seat.model.desk.openIncidents.first?.steps.first }
    #expect(step()?.answer?.isDone == true)
    seat.press("u")
    #expect(step()?.answer == nil && seat.text.contains("已撤销"), "\(seat.text)")
    seat.press("F7", "没有明火", "Enter")
    #expect(step()?.answer?.isDone == false)
    seat.press("u")
    #expect(step()?.answer == nil)
  }

  @Test(arguments: Language.allCases)
  func `a check-in and a step of an incident that were taken back are said again as of when they happened`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    seat.press("3")
    func checked() -> [Date] {
      seat.model.desk.rounds.values.flatMap(\.points).compactMap(\.checkedAt).sorted()
    }
    seat.press("F6", "y")
    let before = checked()
    seat.press("u")
    #expect(checked().count == before.count - 1)
    #expect(seat.text.contains(language == .chinese ? "重做: U" : "redo: U"), "\(seat.text)")
    seat.wait(120)
    seat.press("U")
    #expect(checked() == before)
    seat.press("u", "F9", language == .chinese ? "火灾" : "Fire", "Enter", "1", "3栋地库", "Enter", "F6")
    func step() -> IncidentStep? { seat.model.desk.openIncidents.first?.steps.first }
    let done = step()?.answer
    #expect(done?.isDone == true)
    seat.press("u")
    seat.wait(120)
    seat.press("Ctrl-Y")
    #expect(step()?.answer == done)
    seat.press("u")
    #expect(step()?.answer == nil)
  }

  @Test func `a check-in whose round is over meanwhile is not said again`() {
    var seat = Seat(120, 40)
    seat.press("3", "F6", "y", "u")
    let rounds = seat.model.desk.rounds.count
    let later = seat.model.now.addingTimeInterval(36_000)
    seat.take(seat.clerk.submit(.recordCrossings, at: later, actor: .system, own: false))
    seat.press("U")
    #expect(seat.text.contains("已结束，不能再打卡"), "\(seat.text)")
    #expect(seat.model.desk.rounds.count >= rounds && seat.model.desk.openRound(on: "A") == nil)
  }

  @Test func `what another desk changed since is not undone, and the sentence says so`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    seat.elsewhere(leak, .arrive)
    seat.press("u")
    #expect(seat.effects.last == .bell)
    #expect(seat.text.contains("刚被改动（赵敏 到场）"))
    #expect(work(seat, leak)?.assignee == "老李")
    seat.hear()
    #expect(work(seat, leak)?.arrivedAt != nil)
    seat.press("u")
    #expect(seat.text.contains("还是撤销"))
  }

  @Test func `one refusal among several leaves the others one step`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space")
    seat.elsewhere(TicketID(.repair, 10), .arrive)
    seat.press("F5", "2")
    #expect(seat.text.contains("R-10 刚被改动（赵敏 到场）"))
    #expect(seat.model.undoable.map { $0.items.map(\.ticket) } == [[TicketID(.repair, 11)]])
    seat.press("u")
    #expect(work(seat, TicketID(.repair, 11))?.assignee == nil)
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `an undo that the disk refuses can be tried again`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    let step = seat.model.undoable
    _ = seat.model.update(.keyPressed(.character("u")))
    #expect(seat.model.undoable.isEmpty)
    #expect(seat.model.update(.unrecorded(Words(zh: "磁盘满", en: "disk full"))) == [.bell])
    #expect(seat.model.undoable == step)
  }

  @Test func `u takes a merge apart, and U joins it again`() {
    var seat = Seat()
    let (one, other) = (TicketID(.repair, 11), TicketID(.repair, 10))
    seat.select(one)
    let before = work(seat, other)?.reporters
    seat.press("&", "R-10", "Enter")
    #expect(work(seat, one) == nil && work(seat, other)?.reporters.count == 2)
    #expect(seat.text.contains("并入 R-10") && seat.text.contains("可撤销: u"))
    seat.press("u")
    #expect(work(seat, one)?.stage == .registered && work(seat, other)?.reporters == before)
    #expect(seat.model.selectedTicket == one)
    seat.press("U")
    #expect(work(seat, one) == nil && work(seat, other)?.reporters.count == 2)
    seat.press("u", "|")
    #expect(work(seat, one) != nil && work(seat, other)?.reporters == before)
  }

  @Test func `a merge that somebody took apart meanwhile is not taken apart again`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 11))
    seat.press("&", "R-10", "Enter")
    seat.elsewhere(TicketID(.repair, 11), .split(reporter: nil))
    seat.hear()
    let last = seat.model.desk.lastNumber
    seat.press("u")
    if case .picker = seat.model.layers.last { seat.press("2") }
    #expect(seat.text.contains("已经拆回") && seat.model.desk.lastNumber == last)
  }

  @Test(arguments: Language.allCases)
  func `a merge across buildings and categories is asked about`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(leak)
    seat.press("&", "R-10", "Enter")
    #expect(work(seat, leak) != nil)
    #expect(seat.text.contains(language == .chinese ? "按 y 合并" : "y merges"))
    seat.press("Esc")
    #expect(work(seat, leak) != nil)
    seat.press("&", "R-10", "Enter", "y")
    #expect(work(seat, leak) == nil)
  }

  @Test func `u puts somebody who was split off back whole, or changes nothing`() {
    var seat = Seat()
    seat.select(leak)
    _ = seat.clerk.submit(
      .ticket(leak, .join(contact: "z", text: "")), at: SampleDesk.now,
      contact: Contact(id: "z", name: "赵大爷", phone: ""))
    seat = Seat(seat.clerk, seat.model.size)
    seat.select(leak)
    seat.press("|", "2")
    let own = TicketID(.repair, 17)
    #expect(work(seat, own)?.reporters.map(\.contact) == ["z"] && work(seat, leak)?.reporters.count == 1)
    seat.press("u")
    #expect(work(seat, own) == nil && work(seat, leak)?.reporters.last?.contact == "z")
    #expect(seat.text.contains("已撤销：R-17 由 R-12 拆出") && seat.text.contains("重做: U"))
    seat.press("U")
    #expect(work(seat, own)?.stage == .registered && work(seat, leak)?.reporters.count == 1)
    seat.elsewhere(leak, .cancel(reason: "误报"))
    seat.hear()
    let before = work(seat, own)
    seat.press("u")
    #expect(work(seat, own) == before && seat.text.contains("R-12 已作废"))
  }

  @Test func `what is said of a split is the split, not what was taken along`() {
    var seat = Seat()
    _ = seat.clerk.submit(
      .ticket(leak, .join(contact: "z", text: "")), at: SampleDesk.now - 60,
      contact: Contact(id: "z", name: "赵大爷", phone: ""))
    _ = seat.clerk.submit(.ticket(leak, .arrive), at: SampleDesk.now - 30)
    _ = seat.clerk.submit(.ticket(leak, .giveFeedback(text: "", reporter: nil)), at: SampleDesk.now - 20)
    seat = Seat(seat.clerk, seat.model.size)
    seat.select(leak)
    seat.press("|", "2")
    #expect(work(seat, TicketID(.repair, 17))?.everyoneToldAt != nil)
    #expect(seat.model.notice?.words.zh.hasPrefix("R-17 由 R-12 拆出") == true, "\(seat.text)")
  }

  @Test func `a name that came onto the staff with an action leaves it with that`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "老张", "Enter", "Enter")
    #expect(seat.model.desk.staff.contains { $0.name == "老张" } && work(seat, leak)?.assignee == "老张")
    seat.press("u")
    #expect(!seat.model.desk.staff.contains { $0.name == "老张" } && work(seat, leak)?.assignee == nil)
    seat.press("U")
    #expect(seat.model.desk.staff.contains { $0.name == "老张" } && work(seat, leak)?.assignee == "老张")
  }

  @Test func `the row of a ticket that is closed again stays until the next key`() {
    var seat = Seat()
    let lift = TicketID(.repair, 5)
    seat.select(lift)
    seat.press("F6", "(pause)", "F6", "F8", "F8", "F8", "5", "F8", "Ctrl-R", "又坏了", "Enter")
    #expect(seat.model.desk.tickets[lift] != nil)
    seat.press("u")
    #expect(seat.model.desk.tickets[lift] == nil)
    #expect(seat.model.selectedTicket == lift && seat.text.contains("已由 李敏 关闭"))
    seat.press("Down")
    #expect(!seat.list().contains(lift))
  }

  @Test(arguments: Language.allCases)
  func `the record says what was taken back, on its page and in the messages`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(leak)
    seat.press("F5", "1", "u")
    let words = language == .chinese ? "撤销：派工给 老李" : "undone: assigned to 老李"
    #expect(seat.text.contains(words))
    seat.press("Enter")
    #expect(seat.text.contains(words))
  }

  @Test(arguments: Language.allCases)
  func `a note on several tickets says on how many, and which refused`(language: Language) {
    var seat = Seat(120, 40, language)
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space", "b", "已回电", "Enter")
    #expect(seat.text.contains(language == .chinese ? "对 2 张工单：备注：已回电" : "2 tickets: note: 已回电"))
    #expect(
      seat.model.undoable.last?.words.zh == "对 2 张工单：备注：已回电", "\(seat.model.undoable.map(\.words.zh))")
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space", "Space")
    for number in [10, 11] { seat.elsewhere(TicketID(.repair, number), .arrive) }
    seat.press("b", "再催", "Enter")
    #expect(
      seat.text.contains(language == .chinese ? "1 张办好，没办成 R-10、R-11：" : "Done for 1, not for R-10, R-11: "))
    #expect(seat.text.contains(language == .chinese ? "赵敏 到场" : "赵敏: on site"))
  }

  @Test(arguments: Language.allCases)
  func `what nobody took is finished, who did it is asked when it is signed, and u takes both back`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    seat.select(leak)
    seat.press("F8")
    #expect(work(seat, leak)?.stage == .completed && work(seat, leak)?.assignee == nil)
    seat.press("F8")
    #expect(seat.text.contains(language == .chinese ? "谁做的，由谁签字" : "Who did R-12 and signs"))
    seat.press("老王", "Enter")
    #expect(work(seat, leak)?.assignee == "老王" && work(seat, leak)?.papers.signedBy == "老王")
    seat.press("u")
    #expect(work(seat, leak)?.stage == .completed && work(seat, leak)?.assignee == nil)
    #expect(work(seat, leak)?.papers.signedBy == nil)
  }

  @Test func `an action that changes nothing says so`() {
    var seat = Seat()
    seat.select(TicketID(.complaint, 1))
    seat.press("4", "F9", "一般投诉", "Enter", "F9", "一般投诉", "Enter")
    #expect(seat.text.contains("没有变化"))
    #expect(seat.model.undoable.count == 1)
  }
}

/// Doing again what was taken back, and what others did in between.
@Suite struct RedoTests {
  private let leak = TicketID(.repair, 12)
  private let trip = TicketID(.repair, 13)

  private func work(_ seat: Seat, _ id: TicketID) -> TicketWork? { seat.model.desk.tickets[id]?.work }

  private func items(_ seat: Seat) -> [PickerItem] {
    if case .picker(let page) = seat.model.layers.last { page.items } else { [] }
  }

  @Test(arguments: ["U", "Ctrl-Y"]) func `what was undone is done again as of when it happened`(key: String) {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1", "F6")
    seat.wait(20)
    seat.press("F6")
    var arrived = work(seat, leak)
    seat.wait(90)
    seat.press("u")
    #expect(work(seat, leak)?.arrivedAt == nil)
    #expect(seat.text.contains("已撤销：R-12 到场   重做: U"))
    seat.press(key)
    arrived?.version = work(seat, leak)?.version ?? 0
    #expect(work(seat, leak) == arrived)
    #expect(seat.text.contains("R-12 到场   8秒内可撤销: u"))
    seat.press("u", "u", "U", "U")
    arrived?.version = work(seat, leak)?.version ?? 0
    #expect(work(seat, leak) == arrived)
    seat.press("U")
    #expect(seat.text.contains("没有可重做的操作"))
  }

  @Test func `a ticket that was taken down and undone comes back as it was`() {
    var seat = Seat()
    seat.press("F2", "Down", "3-2-1501", "Enter", "Enter", "Enter", "漏水", "Ctrl-S")
    let id = TicketID(.repair, 17)
    var before = work(seat, id)
    seat.press("u")
    #expect(work(seat, id) == nil)
    seat.press("U")
    before?.version = work(seat, id)?.version ?? 0
    #expect(work(seat, id) == before)
    seat.press("u")
    #expect(work(seat, id) == nil)
    seat.press("U")
    #expect(work(seat, id)?.stage == .registered)
  }

  @Test func `the whole batch is done again`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space", "F5", "2", "u", "U")
    let both = [TicketID(.repair, 10), TicketID(.repair, 11)]
    #expect(both.allSatisfy { work(seat, $0)?.assignee == "赵敏" })
    #expect(seat.model.undoable.count == 1 && seat.model.redoable.isEmpty)
    seat.press("u")
    #expect(both.allSatisfy { work(seat, $0)?.assignee == nil })
    #expect(seat.model.redoable.map(\.items.count) == [2])
  }

  @Test func `a step of several tickets names none of them`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("Space", "Space", "F5", "老王", "Enter")
    #expect(seat.text.contains("对 2 张工单：派工给 老王"))
    seat.press("L")
    #expect(seat.text.contains("2 tickets: assigned to 老王"))
  }

  @Test func `what is done again is named as what it was`() {
    var seat = Seat()
    seat.select(TicketID(.repair, 12))
    seat.press("F5", "老王", "Enter", "u", "U")
    #expect(seat.text.contains("已重做：R-12 派工给 老王"))
    seat.press("F2", "9-9-0909 灯不亮", "Ctrl-S", "u", "U")
    #expect(seat.text.contains("已重做：R-17 电话受理：灯不亮"))
  }

  @Test func `a new action leaves nothing to do again`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1", "u", "!", "已关阀", "Enter")
    #expect(seat.model.redoable.isEmpty)
  }

  @Test func `what the desk refuses to do again says so`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1", "u")
    seat.elsewhere(leak, .cancel(reason: "重复"))
    seat.press("U")
    #expect(seat.effects.last == .bell)
    #expect(seat.text.contains("赵敏"))
  }

  @Test func `what somebody else changed since is shown before it is undone`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    seat.elsewhere(leak, .arrive)
    seat.hear()
    seat.press("u")
    #expect(seat.effects.isEmpty)
    for line in ["R-12 之后又有变化", "赵敏 到场", "责任人 老李→未派", "状态 到场→已受理"] { #expect(seat.text.contains(line)) }
    #expect(seat.text.contains("2  还是撤销") && !seat.text.contains("3  R-12"), "what happened is no choice")
    seat.press("3")
    #expect(seat.model.layers.count == 1)
    seat.press("Enter")
    #expect(work(seat, leak)?.assignee == "老李" && seat.model.undoable.count == 1)
    seat.press("u", "2")
    #expect(work(seat, leak)?.assignee == nil && work(seat, leak)?.arrivedAt == nil)
    #expect(seat.model.undoable.isEmpty)
  }

  @Test func `what was merged and taken back asks nothing of what was done before`() {
    let (one, other) = (TicketID(.repair, 11), TicketID(.repair, 10))
    var seat = Seat()
    for id in [one, other] {
      seat.select(id)
      seat.press("F5", "1")
    }
    seat.select(one)
    seat.press("&", "R-10", "Enter", "u")
    #expect(work(seat, one)?.stage == .assigned)
    seat.press("F9", "撤销历史", "Enter")
    #expect(!items(seat).contains { $0.detail.zh.contains("先问") })
    seat.press("Esc", "u")
    #expect(seat.model.layers.isEmpty && work(seat, other)?.assignee == nil)
    seat.press("u")
    #expect(seat.model.layers.isEmpty && work(seat, one)?.assignee == nil)
    #expect(seat.text.contains("已撤销：R-11 派工给"))
  }

  @Test func `a merge that stands is asked about, and named`() {
    var seat = Seat()
    let (one, other) = (TicketID(.repair, 11), TicketID(.repair, 10))
    seat.select(other)
    seat.press("F5", "1")
    seat.select(one)
    seat.press("&", "R-10", "Enter")
    let assigned = seat.model.undoable.first
    _ = assigned.map { seat.model.undo($0, anyway: false) }
    #expect(seat.text.contains("R-10 之后又有变化") && seat.text.contains("合并了 R-11"))
    seat.press("2")
    #expect(seat.text.contains("请先拆回 R-11"), "\(seat.text)")
  }

  @Test func `the question names only what still stands`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1", "!", "已关阀", "Enter", "u")
    seat.elsewhere(leak, .arrive)
    seat.hear()
    seat.press("u")
    let lines = items(seat).map(\.label.zh)
    #expect(lines.contains { $0.contains("赵敏 到场") })
    #expect(!lines.contains { $0.contains("李敏") }, "\(lines)")
  }

  @Test func `what went back along with an earlier step is no step any more`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1", "!", "已关阀", "Enter", "F9", "撤销历史", "Enter", "2", "2")
    #expect(work(seat, leak)?.assignee == nil && work(seat, leak)?.urgency == .urgent)
    #expect(seat.model.undoable.isEmpty)
    seat.press("u")
    #expect(seat.text.contains("没有可撤销的操作") && work(seat, leak)?.assignee == nil)
  }

  @Test func `a note of somebody else does not stand in the way`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    seat.elsewhere(leak, .note(text: "在路上"))
    seat.hear()
    seat.press("u")
    #expect(work(seat, leak)?.assignee == nil)
  }

  @Test func `the history says what each step takes back, and takes back the one chosen`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    seat.select(trip)
    seat.press("F5", "2", "F9", "撤销历史", "Enter")
    #expect(items(seat).map(\.label.zh) == ["撤销 14:32 R-13 派工给 赵敏", "撤销 14:32 R-12 派工给 老李"])
    #expect(items(seat).allSatisfy { $0.detail.zh.hasSuffix("→未派 等 2 处") })
    seat.press("2")
    #expect(work(seat, leak)?.assignee == nil && work(seat, trip)?.assignee == "赵敏")
    seat.press("F9", "撤销历史", "Enter")
    #expect(items(seat).last?.label.zh.hasPrefix("重做 ") == true)
    seat.press("2")
    #expect(work(seat, leak)?.assignee == "老李")
  }

  @Test func `the seconds to undo count down, but not under somebody who types`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    #expect(seat.text.contains("8秒内可撤销: u"))
    seat.wait(3)
    #expect(seat.text.contains("5秒内可撤销: u"))
    seat.press("b")
    #expect(seat.text.contains("可撤销: u") && !seat.text.contains("秒内"))
    seat.wait(1)
    #expect(seat.text.contains("可撤销: u") && !seat.text.contains("秒内"))
    seat.wait(4)
    #expect(!seat.text.contains("可撤销"))
  }

  @Test func `whoever sits down next takes back nothing of the one before`() {
    var seat = Seat()
    seat.select(leak)
    seat.press("F5", "1")
    _ = seat.model.takeSeat("小陈")
    seat.press("u")
    #expect(seat.text.contains("没有可撤销的操作"))
    #expect(work(seat, leak)?.assignee == "老李")
  }
}
