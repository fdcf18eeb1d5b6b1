import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The screen that stands still while somebody selects text from it.
@Suite struct StillTests {
  @Test(arguments: [(80, 24), (120, 40)], Language.allCases)
  func `the tab row says so before nothing moves any more`(size: (Int, Int), language: Language) {
    var seat = Seat(size.0, size.1, language)
    let moving = seat.model
    seat.press("z")
    let frozen = render(seat.model)
    #expect(frozen != render(moving))
    #expect(frozen.line(1).contains(language == .chinese ? "画面冻结 60 秒，可选取文字；任意键继续" : "any key goes on"))
    let looks = seat.model.looks
    for second in 0..<59 {
      seat.wait(1)
      if second % 20 == 3 {
        seat.elsewhere(seat.list()[0], .note(text: "备注 \(second)"))
        seat.hear()
      }
      #expect(render(seat.model) == frozen)
    }
    #expect(seat.model.looks == looks)
    #expect(seat.effects.isEmpty, "nothing rings")
    seat.wait(1)
    #expect(render(seat.model) != frozen)
    #expect(seat.text.contains("备注 43") || size.1 == 24)
  }

  @Test(arguments: ["Down", "z", "A", "Esc"])
  func `a key ends it and does nothing else`(key: String) {
    var seat = Seat()
    seat.press("Ctrl-F", key)
    #expect(seat.model.still == nil && seat.model.layers.isEmpty)
    #expect(seat.model.lists[.tickets]?.index == 0)
    #expect(seat.effects.isEmpty)
  }

  @Test func `a call comes before it`() {
    var seat = Seat()
    seat.press("z", "F2")
    #expect(seat.model.still == nil && seat.model.layers.count == 1)
  }

  @Test func `a promise that breaks, or that nobody acknowledges, ends it; a warning does not`() {
    func passedUp(_ cause: EscalationCause, _ level: Int) -> TicketEvent {
      .escalated(
        Escalation(
          cause, clock: cause == .breached ? .onSite : nil, level: level, to: .supervisor, cycle: 1,
          since: SampleDesk.now))
    }
    var seat = Seat()
    seat.press("z")
    var waited = 0
    while seat.model.still != nil, waited < 60 {
      seat.wait(1)
      waited += 1
    }
    #expect(waited == 60)
    for (event, isKept) in [
      (TicketEvent.warned(.onSite, left: 300, cycle: 1), true), (.noted(text: "x"), true),
      (.breached(.onSite, cycle: 1), false), (passedUp(.breached, 1), true), (passedUp(.unaccepted, 2), true),
      (passedUp(.breached, 2), false),
    ] {
      seat.press("z")
      let id = seat.list()[0]
      seat.take(.recorded([seat.recorded(.ticket(id, event))], revived: [], contacts: [:], by: .others))
      #expect((seat.model.still != nil) == isKept, "\(event)")
      seat.model.endStill()
    }
  }

  @Test func `another size ends it, and text that is typed is text`() {
    var seat = Seat()
    seat.press("z")
    seat.take(.resized(Size(rows: 24, columns: 80)))
    #expect(seat.model.still == nil)
    seat.press("F3", "z")
    #expect(seat.model.still == nil && seat.model.filter?.field.text == "z")
  }

  @Test func `a page without tabs says it in its last lines`() {
    var seat = Seat()
    seat.press("Enter", "z")
    #expect(seat.text.contains("画面冻结 60 秒"))
    seat.press("Down")
    #expect(!seat.text.contains("画面冻结"))
  }
}

extension Seat {
  /// An event as another desk would have recorded it now.
  fileprivate func recorded(_ event: Event) -> RecordedEvent {
    RecordedEvent(
      position: 100_000, command: UUID(), sequence: 0, version: 1000, occurredAt: model.now,
      recordedAt: model.now, actor: .system, event: event)
  }
}
