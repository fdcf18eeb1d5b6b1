import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What a desk with urgent calls is heard of, and when it keeps still.
@Suite struct SoundTests {
  /// A desk with urgent calls a second apart, all half a minute before the first has to be answered; warnings are over.
  private func desk(calls: Int) -> Seat {
    let taken = SampleDesk.now.addingTimeInterval(-1770)
    var clerk = PaperClerk(zone: SampleDesk.zone)
    for call in 0..<calls {
      let ticket = NewTicket(
        kind: .repair, place: Place("1-1-010\(call)"), category: "electrical", subject: "跳闸",
        urgency: .urgent)
      _ = clerk.submit(.report(ticket), at: taken.addingTimeInterval(Double(call)))
    }
    _ = clerk.submit(.recordCrossings, at: SampleDesk.now, actor: .system)
    return Seat(clerk, Size(rows: 24, columns: 80))
  }

  /// What one second after the other wanted done outside, with every clock recorded as it runs out.
  private func effects(_ seat: inout Seat, seconds: Int, each: (Int, inout Seat) -> Void = { _, _ in })
    -> [[Effect]]
  {
    (1...seconds).map { second in
      seat.press()
      each(second, &seat)
      seat.runOut()
      seat.wait(1)
      return seat.effects
    }
  }

  /// The seconds in which there was a bell; never two in one.
  private func bells(_ effects: [[Effect]]) -> [Int] {
    #expect(effects.allSatisfy { second in second.count { $0 == .bell } < 2 })
    return effects.indices.filter { effects[$0].contains(.bell) }.map { $0 + 1 }
  }

  private func toasts(_ effects: [[Effect]]) -> Int {
    effects.flatMap(\.self).count { if case .toast = $0 { true } else { false } }
  }

  @Test
  func `six calls that run late a second apart are six words to who looks elsewhere, and one bell in 20 s`() {
    var seat = desk(calls: 6)
    seat.take(.keyPressed(.focusLost))
    let all = effects(&seat, seconds: 80)
    #expect(toasts(all) == 6)
    #expect(bells(all) == [31, 51])
  }

  @Test func `muted, in a call, or where the settings want no bell, the words make no sound either`() throws {
    var muted = desk(calls: 6)
    muted.press("Ctrl-T")
    muted.take(.keyPressed(.focusLost))
    let mutedAll = effects(&muted, seconds: 80)
    #expect(toasts(mutedAll) == 6 && bells(mutedAll) == [])
    var calling = desk(calls: 6)
    calling.press("F2", "1")
    calling.take(.keyPressed(.focusLost))
    let callingAll = effects(&calling, seconds: 80)
    #expect(toasts(callingAll) == 6 && bells(callingAll) == [])
    var silent = desk(calls: 6)
    try silent.set("{ notify: { bell: false } }")
    silent.take(.keyPressed(.focusLost))
    let silentAll = effects(&silent, seconds: 80)
    #expect(toasts(silentAll) == 6 && bells(silentAll) == [])
  }

  @Test func `in quiet hours the last warning is a word without a sound, and what breaks rings`() throws {
    var seat = desk(calls: 1)
    try seat.set("{ notify: { quiet: [\"14:00\", \"15:00\"] } }")
    seat.take(.keyPressed(.focusLost))
    seat.take(
      seat.event(.ticket(TicketID(.repair, 1), .warned(.onSite, left: 300, cycle: 1))))
    #expect(toasts([seat.effects]) == 1)
    #expect(bells(effects(&seat, seconds: 40)) == [31])
  }

  @Test func `on a screen that stands still nobody is told anything, until what breaks ends that`() {
    var seat = desk(calls: 1)
    seat.press("z")
    seat.take(.keyPressed(.focusLost))
    seat.take(
      seat.event(.ticket(TicketID(.repair, 1), .warned(.onSite, left: 300, cycle: 1))))
    seat.take(.failed(Words(zh: "打印不了", en: "nothing is printed")))
    #expect(seat.effects == [])
    let all = effects(&seat, seconds: 40)
    #expect(toasts(all) == 1 && bells(all) == [31] && seat.model.still == nil)
  }

  @Test
  func `a note does not end the ringing; acknowledging, answering, rescinding or ending the ticket does`() {
    let id = TicketID(.repair, 1)
    let ends: [(TicketCommand, Bool)] = [
      (.note(text: "已电话通知"), false), (.assign(staff: "老王"), false), (.acknowledge, true),
      (.arrive, true), (.cancel(reason: "误报"), true),
    ]
    for (command, isEnd) in ends {
      var seat = desk(calls: 1)
      let all = effects(&seat, seconds: 100) { second, seat in
        guard second == 35 else { return }
        seat.elsewhere(id, command)
        seat.hear()
      }
      #expect(bells(all) == (isEnd ? [31] : [31, 91]), "\(command)")
    }
  }

  @Test func `what hides is counted of what is late, also by nothing but a promise`() {
    var seat = Seat.empty(120, 40)
    seat.press("F2", "1-1-0101 灯坏", "Ctrl-S", "F2", "3-2-1501 门坏", "Ctrl-S", "i", "30分 上门", "Enter")
    seat.wait(31 * 60)
    #expect(seat.model.board.lateTicketCount(at: seat.model.now) == 1)
    seat.press("/", "门坏", "Enter")
    #expect(seat.model.hiddenLate == 0)
    seat.press("0", "/", "灯坏", "Enter")
    #expect(seat.model.hiddenLate == 1)
  }

  @Test(arguments: Language.allCases)
  func `a time promised to an owner that passes rings until somebody takes notice, and not where it was kept`(
    language: Language
  ) {
    func bells(_ seat: Seat) -> Int { seat.effects.count { $0 == .bell } }
    func promised() -> Seat {
      var seat = Seat.empty(120, 40, language)
      seat.model.settings.notify.command = ["/bin/true"]
      seat.press("F2", language == .chinese ? "3-2-1501 门坏" : "3-2-1501 doors", "Ctrl-S")
      seat.press("i", "30分 上门", "Enter")
      return seat
    }
    var seat = promised()
    func pass(_ seconds: Int) {
      seat.wait(seconds)
      seat.take(seat.clerk.submit(.recordCrossings, at: seat.model.now, actor: .system, own: false))
      seat.wait(1)
    }
    pass(29 * 60)
    #expect(bells(seat) == 0)
    pass(120)
    #expect(bells(seat) == 1)
    #expect(seat.text.contains(language == .chinese ? "超时1张(其余1)" : "late 1 (rest 1)"), "\(seat.text)")
    #expect(seat.model.board.lateTicketCount(at: seat.model.now) == 1)
    #expect(
      seat.text.contains(language == .chinese ? "R-1 答应业主" : "R-1 promised to the owner"), "\(seat.text)")
    let told = seat.effects.compactMap { effect -> ClockID? in
      if case .tell(let alarm) = effect { alarm.clock } else { nil }
    }
    #expect(told == [.promise], "the program of the settings is told once")
    pass(120)
    #expect(bells(seat) == 3, "nobody took notice")
    seat.press("F6")
    #expect(seat.model.board.escalated.count == 0)
    pass(300)
    #expect(bells(seat) == 0, "somebody did")
    seat.press("i", "5分 上门", "Enter")
    pass(302)
    #expect(bells(seat) == 1, "the next time is another promise")
    var kept = promised()
    kept.wait(60)
    kept.take(kept.clerk.submit(.ticket(TicketID(.repair, 1), .arrive), at: kept.model.now))
    kept.wait(31 * 60)
    #expect(bells(kept) == 0 && kept.model.board.lateTicketCount(at: kept.model.now) == 0)
  }

  @Test func `a breach that a supervisor rescinds rings no more`() {
    var seat = desk(calls: 1)
    let all = effects(&seat, seconds: 100) { second, seat in
      guard second == 35 else { return }
      seat.take(
        seat.event(
          .ticket(TicketID(.repair, 1), .breachRescinded(.onSite, cycle: 1, reason: "已到场")),
          at: SampleDesk.now))
    }
    #expect(bells(all) == [31])
  }

  @Test func `refusals and failures ring by the same rules, and do not put off what is late`() throws {
    let failure = Message.failed(Words(zh: "打印不了", en: "nothing is printed"))
    var seat = desk(calls: 1)
    seat.take(failure)
    seat.take(failure)
    #expect(seat.effects == [.bell], "one in twenty seconds")
    #expect(bells(effects(&seat, seconds: 95) { if $0 == 61 { $1.take(failure) } }) == [31, 61, 91])
    for key in ["Ctrl-T", "F2"] {
      var still = desk(calls: 1)
      still.press(key)
      still.take(failure)
      still.take(.draftsUnkept(Words(zh: "磁盘满", en: "disk full")))
      still.take(.unrecorded(Words(zh: "磁盘满", en: "disk full")))
      still.take(.refused(.ticketUnknown(TicketID(.repair, 9))))
      #expect(still.effects == [], "\(key)")
    }
    var silent = desk(calls: 1)
    try silent.set("{ notify: { bell: false } }")
    silent.take(failure)
    #expect(silent.effects == [])
  }
}

extension Seat {
  /// The clocks that ran out by the next second are recorded, as they are with every second of a screen.
  fileprivate mutating func runOut() {
    take(clerk.submit(.recordCrossings, at: model.now.addingTimeInterval(1), actor: .system))
  }

  /// An event as another desk would have recorded it now, also of something that happened before.
  fileprivate func event(_ event: Event, at instant: Date? = nil) -> Message {
    .recorded(
      [
        RecordedEvent(
          position: 100_000, command: UUID(), sequence: 0, version: 1000, occurredAt: instant ?? model.now,
          recordedAt: model.now, actor: .system, event: event)
      ], revived: [], contacts: [:], by: .others)
  }
}
