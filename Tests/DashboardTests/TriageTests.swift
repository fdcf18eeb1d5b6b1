import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Ticket after ticket with one key each.
@Suite struct TriageTests {
  private func page(_ seat: Seat) -> TriagePage? {
    if case .triage(let page) = seat.model.layers.last { page } else { nil }
  }

  @Test func `the queue is what nobody has in hand, the most urgent first`() throws {
    var seat = Seat()
    seat.press("F4")
    let queue = try #require(page(seat)?.queue)
    let tickets = queue.compactMap { seat.model.desk.tickets[$0] }
    #expect(tickets.allSatisfy { $0.work.assignee == nil || $0.unacceptedEscalation != nil })
    let dues = queue.map { id in
      seat.model.desk.tickets[id]?.governingClock(seat.model.desk.policy)?.due ?? .distantFuture
    }
    #expect(dues == dues.sorted())
    #expect(queue.count > 2)
  }

  @Test func `a card that is put on hold counts as decided, and the key line goes on from it`() throws {
    var seat = Seat()
    seat.press("F4")
    let queue = try #require(page(seat)?.queue)
    seat.press("F7", "1")
    let frame = render(seat.model)
    let line = frame.line(frame.size.rows - 1)
    #expect(line.contains("Enter下一张") && !line.contains("F7"), "\(line)")
    seat.press("Esc")
    #expect(seat.text.contains("分诊：已定 1 张，待接 \(queue.count - 1) 张"))
    seat.press("u", "F4", "F7", "1", "Enter")
    #expect(page(seat)?.decided == [queue[0]])
  }

  @Test func `a card whose answer was refused stands in front again and counts as decided by nobody`() throws
  {
    var seat = Seat()
    seat.press("F4")
    let first = try #require(page(seat)?.current)
    seat.elsewhere(first, .note(text: "门口有狗"))
    seat.press("Enter")
    #expect(seat.text.contains("刚被改动"))
    #expect(page(seat)?.current == first && page(seat)?.decided == [])
    seat.hear()
    seat.press("Enter")
    #expect(page(seat)?.decided == [first])
  }

  @Test(arguments: [(80, 24), (120, 40)], Language.allCases)
  func `newcomers join behind and are announced in words, until they come in front`(
    size: (Int, Int), language: Language
  ) throws {
    var seat = Seat(size.0, size.1, language)
    seat.press("F4")
    let isChinese = language == .chinese
    let first = try #require(page(seat)?.current)
    #expect(!seat.text.contains(isChinese ? "新到" : "New:"))
    func call(_ urgency: Urgency, _ place: String) {
      let ticket = NewTicket(
        kind: .repair, place: Place(place), category: "other", subject: "门坏", urgency: urgency)
      seat.take(
        seat.clerk.submit(
          .report(ticket), at: seat.model.now, actor: Actor(name: "赵敏", desk: "主管台"), own: false))
    }
    call(.ordinary, "1-1-0101")
    #expect(page(seat)?.current == first)
    #expect(
      seat.text.contains(
        isChinese ? "新到 R-17（一般）已排到队尾，不会打断当前张" : "New: R-17 (ordinary), put last; the card in front stays"))
    call(.urgent, "1-1-0102")
    #expect(
      seat.text.contains(
        isChinese ? "新到 R-18（紧急）等 2 张已排到队尾" : "New: R-18 (urgent) and 1 more, put last"))
    for _ in 0..<(page(seat)?.queue.count ?? 0) - 1 { seat.press("Down") }
    #expect(page(seat)?.current == TicketID(.repair, 18))
    #expect(!seat.text.contains(isChinese ? "新到" : "New:"))
    seat.press("Space")
    #expect(!seat.text.contains("R-18（"), "it was seen")
  }

  @Test func `on a desk that may only read no card is decided`() throws {
    var seat = Seat()
    seat.press("F4")
    let first = try #require(page(seat)?.current)
    seat.take(.storeChanged(readOnly: Words(zh: "只读", en: "read-only")))
    seat.press("Enter")
    #expect(page(seat)?.current == first && page(seat)?.decided == [])
  }

  @Test func `Enter gives the card to the first, a digit to another, and the next card comes`() throws {
    var seat = Seat()
    seat.press("F4")
    let queue = try #require(page(seat)?.queue)
    let first = try #require(page(seat).flatMap { seat.model.hands(for: $0).first })
    seat.press("Enter")
    #expect(seat.model.desk.tickets[queue[0]]?.work.assignee == first.name)
    #expect(page(seat)?.current == queue[1])
    let second = try #require(page(seat).map { seat.model.hands(for: $0)[1] })
    seat.press("2")
    #expect(seat.model.desk.tickets[queue[1]]?.work.assignee == second.name)
    #expect(page(seat)?.decided == [queue[0], queue[1]])
  }

  @Test func `u takes the last one back and puts its card in front`() throws {
    var seat = Seat()
    seat.press("F4")
    let front = try #require(page(seat)?.current)
    seat.press("Enter", "u")
    #expect(seat.model.desk.tickets[front]?.work.assignee == nil)
    #expect(page(seat)?.current == front)
    #expect(page(seat)?.decided.isEmpty == true)
  }

  @Test func `undoing in triage brings the undone card to the front, and counts what is decided`() throws {
    var seat = Seat()
    seat.press("F4", "Enter")
    let held = try #require(page(seat)?.current)
    let decided = try #require(page(seat)?.decided)
    seat.press("F7", "3")
    #expect(seat.model.desk.tickets[held]?.work.openHold != nil)
    seat.press("u")
    #expect(seat.model.desk.tickets[held]?.work.openHold == nil)
    #expect(page(seat)?.current == held && page(seat)?.decided == decided)
    seat.press("F7", "3", "Space", "u")
    #expect(page(seat)?.current == held && page(seat)?.decided == decided)
    seat.press("u")
    #expect(page(seat)?.current == decided[0] && page(seat)?.decided == [])
    seat.press("u")
    #expect(page(seat)?.current == decided[0] && seat.text.contains("没有可撤销的操作"))
  }

  @Test(arguments: Language.allCases)
  func `what came back because nobody took it on waits again, for somebody else`(language: Language) throws {
    var seat = Seat(120, 40, language)
    let back = seat.model.desk.tickets.values.filter {
      $0.work.assignee != nil && $0.unacceptedEscalation != nil
    }
    let drip = try #require(back.map(\.id).min())
    seat.press("F4")
    let cards = try #require(page(seat)?.queue.count)
    for _ in 0..<cards where page(seat)?.current != drip { seat.press("Space") }
    let holder = try #require(seat.model.desk.tickets[drip]?.work.assignee)
    #expect(page(seat)?.current == drip)
    #expect(seat.text.contains(language == .chinese ? "\(holder) 没接单，改派给谁" : "\(holder) did not take it on"))
    #expect(page(seat).map { seat.model.hands(for: $0).contains { $0.name == holder } } == false)
    seat.press("Enter")
    #expect(seat.model.desk.tickets[drip]?.work.assignee != holder)
    #expect(page(seat)?.decided.last == drip && page(seat)?.queue.contains(drip) == false)
  }

  /// Goes on to the card of a ticket.
  private func turn(to id: TicketID, _ seat: inout Seat) {
    for _ in 0..<(page(seat)?.queue.count ?? 0) where page(seat)?.current != id { seat.press("Space") }
  }

  @Test(arguments: Language.allCases)
  func `where nobody else knows the trade, what was not taken on is suggested to whoever is best off for it`(
    language: Language
  ) throws {
    var seat = Seat(120, 40, language)
    let back = seat.model.desk.tickets.values.filter {
      $0.work.assignee == "小刘" && $0.unacceptedEscalation != nil && $0.kind == .repair
    }
    let drip = try #require(back.map(\.id).min())
    let holder = try #require(seat.model.desk.tickets[drip]?.work.assignee)
    seat.take(
      seat.clerk.submit(
        .ticket(drip, .categorise(category: "greenery", complexity: .ordinary)), at: seat.model.now))
    #expect(seat.model.desk.staff.filter { $0.skill(for: "greenery") != nil }.map(\.name) == [holder])
    seat.press("F4")
    turn(to: drip, &seat)
    #expect(page(seat)?.current == drip)
    let hand = try #require(page(seat).flatMap { seat.model.hands(for: $0).first })
    #expect(hand.name != holder && hand.reason == nil)
    let line = try #require(seat.text.split(separator: "\n").first { $0.contains("  1  \(hand.name)") })
    #expect(line.contains(language == .chinese ? "手上" : "on hand"))
    #expect(line.contains(language == .chinese ? "建议" : "suggested"), "\(line)")
    let ticket = try #require(seat.model.desk.tickets[drip])
    let words = seat.model.suggestion(for: ticket)?(language) ?? ""
    #expect(words.contains(hand.name) && !words.contains(holder), "\(words)")
    seat.press("Enter")
    #expect(seat.model.desk.tickets[drip]?.work.assignee == hand.name)
  }

  @Test(arguments: Language.allCases)
  func `whoever gave a ticket back is not who it is suggested to, and it says so of them`(language: Language)
    throws
  {
    var seat = Seat(120, 40, language)
    let leak = TicketID(.repair, 12)
    seat.take(seat.clerk.submit(.ticket(leak, .assign(staff: "老李")), at: seat.model.now))
    seat.take(seat.clerk.submit(.ticket(leak, .decline(reason: "在别处抢修")), at: seat.model.now))
    seat.press("F4")
    turn(to: leak, &seat)
    let hands = try #require(page(seat).map(seat.model.hands(for:)))
    #expect(hands.first?.name != "老李" && hands.last?.name == "老李")
    let line = try #require(seat.text.split(separator: "\n").first { $0.contains("老李  ") })
    #expect(line.contains(language == .chinese ? "退过这张单" : "gave it back"), "\(line)")
    #expect(seat.text.contains(language == .chinese ? "建议" : "suggested"))
    let ticket = try #require(seat.model.desk.tickets[leak])
    #expect(seat.model.suggestion(for: ticket)?.zh.contains("老李") == false)
  }

  @Test func `Space puts a card last, Backspace goes back, Esc says how it went`() throws {
    var seat = Seat()
    seat.press("F4")
    let queue = try #require(page(seat)?.queue)
    seat.press("Space")
    #expect(page(seat)?.queue.last == queue[0])
    #expect(page(seat)?.current == queue[1])
    seat.press("Down", "Backspace")
    #expect(page(seat)?.current == queue[1])
    #expect(seat.text.contains("第 2 / \(queue.count) 张") && seat.text.contains("跳过 1"))
    seat.press("Backspace")
    #expect(page(seat)?.queue == queue)
    #expect(seat.text.contains("第 1 / \(queue.count) 张") && seat.text.contains("跳过 0"))
    for _ in queue { seat.press("Space") }
    #expect(page(seat)?.queue == queue)
    #expect(seat.text.contains("第 1 / \(queue.count) 张") && seat.text.contains("跳过 \(queue.count)"))
    seat.press("Space", "Enter")
    #expect(seat.text.contains("第 3 / \(queue.count) 张") && seat.text.contains("已定 1"))
    seat.press("Esc")
    #expect(seat.model.layers.isEmpty)
    #expect(seat.text.contains("分诊：已定 1 张，待接 \(queue.count - 1) 张"))
  }

  @Test(arguments: Language.allCases)
  func `where nobody has to go, 0 records that the caller was told, and the card goes`(language: Language)
    throws
  {
    var clerk = PaperClerk(zone: SampleDesk.zone)
    for subject in ["发票", "停车"] {
      _ = clerk.submit(
        .report(NewTicket(kind: .enquiry, place: Place("3-2-1501"), category: "fees", subject: subject)),
        at: SampleDesk.now)
    }
    var seat = Seat(clerk, Size(rows: 24, columns: 80), language)
    seat.press("F4")
    #expect(seat.text.contains(language == .chinese ? "先不派，登记已反馈" : "record that the caller was told"))
    #expect(!seat.text.contains(language == .chinese ? "0到场" : "0 OnSite"))
    let front = try #require(page(seat)?.current)
    seat.press("0")
    #expect(seat.model.desk.tickets[front]?.work.everyoneToldAt != nil)
    #expect(seat.model.desk.tickets[front]?.work.arrivedAt == nil)
    #expect(page(seat)?.queue.contains(front) == false)
    #expect(seat.text.contains(language == .chinese ? "第 2 / 2 张" : "2 of 2"))
  }

  @Test func `0 records that somebody is there and gives it to nobody`() throws {
    var seat = Seat()
    seat.press("F4")
    let front = try #require(page(seat)?.current)
    seat.press("0")
    #expect(seat.model.desk.tickets[front]?.work.arrivedAt != nil)
    #expect(seat.model.desk.tickets[front]?.work.assignee == nil)
    #expect(page(seat)?.current != front)
  }

  @Test func `a card that another desk took says so and stays until a key`() throws {
    var seat = Seat()
    seat.press("F4")
    let front = try #require(page(seat)?.current)
    seat.elsewhere(front, .assign(staff: "老王"))
    seat.hear()
    #expect(page(seat)?.current == front)
    #expect(seat.text.contains("已派给 老王  Space 下一张"))
    seat.press("Enter")
    #expect(seat.effects.isEmpty)
    #expect(page(seat)?.current != front)
    #expect(page(seat)?.decided.isEmpty == true, "that was not ours")
  }

  @Test func `a newcomer stands at the end and a hold works on the card`() throws {
    var seat = Seat()
    seat.press("F4")
    let front = try #require(page(seat)?.current)
    seat.press("F2", "9-9-0909 漏水 急", "Ctrl-S")
    #expect(page(seat)?.current == front)
    seat.press("F7", "2")
    #expect(seat.model.desk.tickets[front]?.work.openHold != nil)
    seat.press("Space")
    #expect(page(seat)?.queue.contains(TicketID(.repair, 17)) == true)
    #expect(page(seat)?.queue.contains(front) == false)
  }

  @Test func `the card in front becomes a complaint, which waits at the end`() throws {
    var seat = Seat()
    seat.press("F4")
    let front = try #require(page(seat)?.current)
    seat.press("F9", "转投诉", "Enter", "Enter")
    #expect(seat.text.contains("这张已经结束"))
    #expect(page(seat)?.queue.last == TicketID(.complaint, 5))
    seat.press("Space")
    #expect(page(seat)?.queue.contains(front) == false)
  }

  @Test func `with everything in hand there is nothing to do`() {
    var seat = Seat.empty()
    seat.press("F4")
    #expect(seat.model.layers.isEmpty)
    #expect(seat.text.contains("没有待接的工单"))
  }
}
