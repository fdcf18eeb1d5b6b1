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

  @Test(arguments: Language.allCases)
  func `it takes a time and a reason, asks once, and the breach no longer stands`(language: Language) throws {
    var seat = Seat(80, 24, language)
    seat.model.actor = Actor(name: "赵敏", desk: "前台")
    let (id, breach) = try missed(seat)
    seat.select(id)
    seat.press("F9", language == .chinese ? "更正超时" : "kept after all", "Enter")
    #expect(seat.text.contains((language == .chinese ? breach.clock.words.zh : breach.clock.words.en)))
    seat.press("门岗看到了", "Enter")
    #expect(seat.text.contains(language == .chinese ? "时间看不懂" : "That is no time"))
    let dates = DateWords(zone: seat.model.desk.zone)
    for _ in 0..<5 { seat.press("Backspace") }
    let kept = dates.time(breach.at.addingTimeInterval(-300))
    seat.press("\(kept) 门岗看到了", "Enter")
    #expect(seat.text.contains(language == .chinese ? "收不回" : "for good"), "\(seat.text)")
    #expect(seat.model.desk.tickets[id]?.standingBreaches.contains(breach) == true, "it only asks")
    seat.press("Enter")
    let after = try #require(seat.model.desk.tickets[id])
    #expect(!after.standingBreaches.contains { $0.clock == breach.clock && $0.at == breach.at })
    let rescinded = after.crossings.first { $0.clock == breach.clock && $0.at == breach.at }?.rescindedAt
    #expect(rescinded.map(dates.time) == kept)
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
    let late = DateWords(zone: seat.model.desk.zone).time(breach.at.addingTimeInterval(60))
    seat.press("\(late) 记错了", "Enter", "Enter")
    #expect(seat.model.desk.tickets[id]?.standingBreaches.contains(breach) == true)
  }

  @Test func `of what missed nothing there is nothing to say`() throws {
    var seat = Seat.empty(120, 40)
    seat.model.actor = Actor(name: "赵敏", desk: "前台")
    seat.press("F2", "3-2-1501 漏水", "Ctrl-S", "F9", "更正超时")
    #expect(seat.text.contains("没有超时可更正"))
  }
}
