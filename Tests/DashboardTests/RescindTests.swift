import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// A promise that was kept after all, as a supervisor says it on the screen.
@Suite struct RescindTests {
  private func missed(_ seat: Seat) throws -> (id: TicketID, breach: Crossing) {
    let ticket = seat.model.desk.tickets.values
      .filter { $0.kind == .repair && !$0.standingBreaches.isEmpty }.min { $0.id < $1.id }
    let found = try #require(ticket)
    return (found.id, try #require(found.standingBreaches.first))
  }

  /// Chooses the breach where several are offered.
  private func choose(_ seat: inout Seat, _ id: TicketID, _ breach: Crossing) {
    let breaches = seat.model.desk.tickets[id]?.standingBreaches ?? []
    guard breaches.count > 1, let index = breaches.firstIndex(of: breach) else { return }
    seat.press("\(index + 1)")
  }

  @Test(arguments: Language.allCases)
  func `it takes a time and a reason, the breach no longer stands, and u lets it stand again`(
    language: Language
  ) throws {
    var seat = Seat(80, 24, language)
    seat.model.actor = Actor(name: "赵敏", desk: "前台")
    let (id, breach) = try missed(seat)
    seat.select(id)
    seat.press("F9", language == .chinese ? "更正超时" : "kept after all", "Enter")
    choose(&seat, id, breach)
    #expect(seat.text.contains((language == .chinese ? breach.clock.words.zh : breach.clock.words.en)))
    seat.press("门岗看到了", "Enter")
    #expect(seat.text.contains(language == .chinese ? "时间看不懂" : "That is no time"))
    let dates = DateWords(zone: seat.model.desk.zone)
    for _ in 0..<5 { seat.press("Backspace") }
    let kept = dates.time(breach.at.addingTimeInterval(-300))
    seat.press("\(kept) 门岗看到了", "Enter")
    let after = try #require(seat.model.desk.tickets[id])
    #expect(!after.standingBreaches.contains { $0.clock == breach.clock && $0.at == breach.at })
    let rescinded = after.crossings.first { $0.clock == breach.clock && $0.at == breach.at }?.rescindedAt
    #expect(rescinded.map(dates.time) == kept)
    seat.press("u")
    #expect(seat.model.desk.tickets[id]?.standingBreaches.contains(breach) == true, "\(seat.text)")
    #expect(seat.text.contains(language == .chinese ? "已撤销" : "Undone"))
    seat.press("U")
    #expect(seat.model.desk.tickets[id]?.crossings == after.crossings, "done again as of when it was kept")
  }

  @Test(arguments: Language.allCases)
  func `of several breaches a digit says which, by promise, time and caller`(language: Language) throws {
    var seat = Seat.empty(120, 40, language)
    seat.model.actor = Actor(name: "赵敏", desk: "前台")
    let (id, start) = (TicketID(.repair, 1), SampleDesk.now - 400 * 60)
    func take(_ command: Command, _ minutes: Double, _ contact: Contact? = nil) {
      seat.take(seat.clerk.submit(command, at: start + minutes * 60, contact: contact))
    }
    take(.joinStaff(StaffMember(name: "赵敏", role: .supervisor)), 0)
    take(
      .report(
        NewTicket(
          kind: .repair, place: Place("3-2-1501"), category: "doors", subject: "门", contact: "a")), 0,
      Contact(id: "a", name: "张三", phone: ""))
    take(.ticket(id, .join(contact: "b", text: "")), 60, Contact(id: "b", name: "李四", phone: ""))
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now, actor: .system))
    let breaches = try #require(seat.model.desk.tickets[id]?.standingBreaches)
    #expect(breaches.count == 2)
    seat.select(id)
    seat.press("F9", language == .chinese ? "更正超时" : "kept after all", "Enter")
    #expect(seat.text.contains("李四") && seat.text.contains("张三"), "\(seat.text)")
    seat.press("2")
    let dates = DateWords(zone: seat.model.desk.zone)
    seat.press("\(dates.time(start + 200 * 60)) 电话", "Enter")
    #expect(seat.model.desk.tickets[id]?.standingBreaches == [breaches[0]], "\(seat.text)")
    // The desk was opened anew since.
    seat.model.undoable = []
    seat.model.recallSteps(
      seat.clerk.events.filter { $0.actor == seat.model.actor },
      [id: seat.clerk.events.filter { $0.stream.ticket == id }])
    seat.press("u")
    #expect(seat.model.desk.tickets[id]?.standingBreaches == breaches, "\(seat.text)")
  }

  @Test func `after it was due it was not kept, and nobody but a supervisor says so`() throws {
    var seat = Seat()
    let (id, breach) = try missed(seat)
    seat.select(id)
    seat.press("F9", "更正超时", "Enter")
    #expect(seat.text.contains("赵敏"), "\(seat.text)")
    #expect(seat.model.layers.last.map { if case .prompt = $0 { true } else { false } } != true)
    seat.press("Esc", "Esc")
    seat.model.actor = Actor(name: "赵敏", desk: "前台")
    seat.select(id)
    seat.press("F9", "更正超时", "Enter")
    choose(&seat, id, breach)
    let late = DateWords(zone: seat.model.desk.zone).time(breach.at.addingTimeInterval(60))
    seat.press("\(late) 记错了", "Enter")
    #expect(seat.model.desk.tickets[id]?.standingBreaches.contains(breach) == true)
  }

  @Test func `of what missed nothing there is nothing to say`() throws {
    var seat = Seat.empty(120, 40)
    seat.model.actor = Actor(name: "赵敏", desk: "前台")
    seat.press("F2", "3-2-1501 漏水", "Ctrl-S", "F9", "更正超时")
    #expect(seat.text.contains("没有超时可更正"))
  }
}
