import Desk
import Foundation
import Testing

@testable import Dashboard

/// A desk that is never closed: nothing it holds grows with the days.
@Suite struct UptimeTests {
  /// Takes so many calls, each from somebody else, and cancels them.
  private func live(_ calls: Int, _ seat: inout Seat) {
    for call in 0..<calls {
      let phone = String(13_800_000_000 + call)
      seat.press("F2", "9-9-0909 灯 \(phone)", "Ctrl-S", "F9", "作废", "Enter", "业主取消", "Enter", "Down")
    }
  }

  @Test func `the names of those whose tickets ended are let go of`() {
    var seat = Seat()
    let open = Set(seat.model.desk.tickets.values.flatMap { $0.work.reporters.compactMap(\.contact) })
    live(700, &seat)
    seat.wait(1)
    #expect(seat.model.contacts.count < 700)
    #expect(open.isSubset(of: seat.model.contacts.keys))
  }

  @Test func `rows that left under a page that lies open are let go of after ten minutes`() {
    var seat = Seat()
    seat.press("F1")
    let ids = seat.list().prefix(3)
    for id in ids { seat.elsewhere(id, .cancel(reason: "重复")) }
    seat.hear()
    #expect(seat.model.frozen?.departed.count == 3)
    seat.wait(620)
    #expect(seat.model.frozen?.departed.count ?? 0 <= 1, "the one under the cursor stays until a key")
    #expect(ids.dropFirst().allSatisfy { !seat.list().contains($0) })
  }

  @Test func `messages, steps to undo and the cards of triage stay few`() throws {
    var seat = Seat()
    live(300, &seat)
    #expect(seat.model.messages.count <= 500)
    #expect(seat.model.undoable.count <= 100)
    #expect(seat.model.drafts.isEmpty && seat.model.kept.drafts.isEmpty)
    #expect(seat.model.kept.draftedAt.isEmpty)
    #expect(Set(seat.model.takers.keys).isSubset(of: seat.model.desk.tickets.keys))
    let found = (1...1_000).count { seat.model.finder.knows(TicketID(.repair, $0)) }
    #expect(found <= seat.model.desk.tickets.count + 1)
    seat.press("F4")
    let before = try #require(triage(seat))
    for id in before.queue { seat.elsewhere(id, .cancel(reason: "重复")) }
    seat.hear()
    #expect(triage(seat)?.queue == [before.queue[0]], "the card in front stays until a key")
  }

  private func triage(_ seat: Seat) -> TriagePage? {
    if case .triage(let page) = seat.model.layers.last { page } else { nil }
  }
}
