import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What leaves the desk waits until undo can no longer stop it.
@Suite struct OutboxTests {
  private let leak = TicketID(.repair, 12)

  /// Somebody at a desk that has a printer and a program to tell, with the cursor on the leak.
  private func sit(window: TimeInterval = 8, printer: [String]? = ["lp"]) -> Seat {
    var seat = Seat()
    var settings = Settings()
    (settings.undoWindow, settings.printer) = (window, printer)
    settings.notify.command = ["/bin/true"]
    seat.take(.settingsRead(settings, themes: ThemeTests.shelf.themes, fault: nil))
    seat.select(leak)
    return seat
  }

  private func printed(_ seat: Seat) -> [String] {
    seat.effects.compactMap { if case .print(let text) = $0 { text } else { nil } }
  }

  private func told(_ seat: Seat) -> [TicketID] {
    seat.effects.compactMap { if case .tell(let alarm) = $0 { alarm.ticket } else { nil } }
  }

  @Test func `a slip is printed when it can no longer be undone, and the messages say so`() {
    var seat = sit()
    seat.press("F9", "打印", "Enter")
    #expect(seat.text.contains("打印 R-12   8秒内可撤销: u"))
    seat.wait(7)
    #expect(printed(seat).isEmpty)
    seat.wait(1)
    #expect(printed(seat).count == 1 && printed(seat)[0].contains("R-12"))
    #expect(seat.text.contains("R-12 已送去打印"))
    seat.wait(20)
    #expect(printed(seat).count == 1)
    #expect(seat.model.notice == nil && seat.text.contains("R-12 已送去打印"), "it stays among the messages")
  }

  @Test func `a slip that is printed is not offered to be undone, however short the window`() {
    var seat = sit(window: 3)
    seat.press("F9", "打印", "Enter")
    #expect(seat.text.contains("可撤销: u"))
    seat.wait(3)
    #expect(printed(seat).count == 1 && !seat.text.contains("可撤销: u"))
  }

  @Test func `u stops a slip in silence, and U prints it after all`() {
    var seat = sit()
    seat.press("F9", "打印", "Enter", "u")
    seat.wait(20)
    #expect(printed(seat).isEmpty)
    seat.press("U")
    seat.wait(8)
    #expect(printed(seat).count == 1)
  }

  @Test func `u stops a slip also after the computer's clock was set`() {
    var seat = sit()
    seat.press("F9", "打印", "Enter")
    seat.take(.clockJumped(by: 600))
    var other = seat
    seat.press("u")
    seat.wait(20)
    #expect(printed(seat).isEmpty)
    other.wait(20)
    #expect(printed(other).count == 1 && other.model.undoable.isEmpty)
  }

  @Test func `whoever leaves within the window has their slip printed`() {
    var seat = sit()
    seat.press("F9", "打印", "Enter")
    seat.take(.left)
    #expect(printed(seat).count == 1)
  }

  @Test func `a slip is of the ticket as it is when it is printed`() {
    var seat = sit()
    seat.press("F9", "打印", "Enter", "F5", "1")
    seat.wait(8)
    #expect(printed(seat).first?.contains("老李") == true)
  }

  @Test func `after the window undo says what cannot be recalled`() {
    var seat = sit()
    seat.press("F5", "1", "F9", "打印", "Enter")
    seat.wait(9)
    seat.press("u")
    #expect(seat.model.desk.tickets[leak]?.work.assignee == nil)
    #expect(seat.text.contains("已撤销：R-12 派工给 老李；收不回：R-12 的打印"))
  }

  @Test func `marked tickets are printed together`() {
    var seat = sit()
    seat.select(TicketID(.repair, 10))
    seat.press("Space", "Space", "F9", "打印", "Enter")
    seat.wait(8)
    #expect(printed(seat).count == 1)
    #expect(printed(seat)[0].contains("R-10") && printed(seat)[0].contains("R-11"))
  }

  @Test func `without a window everything goes at once`() {
    var seat = sit(window: 0)
    seat.press("F9", "打印", "Enter")
    #expect(printed(seat).count == 1)
  }

  @Test func `without a printer it says what to write where`() {
    var seat = sit(printer: nil)
    seat.press("F9", "打印", "Enter")
    #expect(seat.text.contains("config.json5") && seat.text.contains("print: { command"))
    #expect(seat.model.outbox.isEmpty && seat.model.undoable.isEmpty)
  }

  @Test func `what time alone broke is told at once, also of a ticket somebody just worked on`() {
    var seat = sit()
    seat.press("F5", "1")
    let effects = seat.model.raise(leak, .breached(.onSite, cycle: 1), at: seat.model.now, by: .clock)
    #expect(effects.contains { if case .tell = $0 { true } else { false } })
  }

  /// Takes down a call that came 40 minutes ago and is late the moment it is saved.
  private func saveLate(_ seat: inout Seat) -> TicketID {
    seat.press("F2", "Down", "3-2-1501", "Enter", "Enter", "Enter", "漏水")
    seat.take(.ticked(seat.model.now.addingTimeInterval(2400)))
    seat.press("Ctrl-S")
    return TicketID(.repair, 17)
  }

  /// The system writes down what ran out.
  private func cross(_ seat: inout Seat) {
    seat.take(seat.clerk.submit(.recordCrossings, at: seat.model.now, actor: .system, own: false))
  }

  @Test func `a call written down late is told of after the window, and not when it is undone`() {
    var seat = sit()
    let id = saveLate(&seat)
    cross(&seat)
    #expect(!told(seat).contains(id))
    var other = seat
    seat.wait(8)
    #expect(told(seat).contains(id))
    seat.press("u")
    #expect(seat.text.contains("收不回：R-17 超时通知"))
    other.press("u")
    other.wait(20)
    #expect(!told(other).contains(id) && other.model.outbox.isEmpty)
    other.press("U")
    #expect(!told(other).contains(id))
    other.wait(8)
    #expect(told(other).contains(id), "done again it is told of after all")
  }

  @Test func `a computer set back an hour tells of a late call after the window all the same`() {
    var seat = sit()
    let id = saveLate(&seat)
    seat.take(.clockJumped(by: -3600))
    let breach = TicketEvent.breached(.onSite, cycle: 1)
    let effects = seat.model.raise(id, breach, at: seat.model.now.addingTimeInterval(-60), by: .clock)
    #expect(!effects.contains { if case .tell = $0 { true } else { false } })
    #expect(seat.model.outbox.map(\.due) == [seat.model.now.addingTimeInterval(8)])
  }
}
