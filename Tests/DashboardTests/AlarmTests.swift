import Desk
import Foundation
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// When the desk is heard, on a clock of its own.
@Suite struct AlarmTests {
  private let start = SampleDesk.now
  private let leak = TicketID(.repair, 1)
  private let lamp = TicketID(.repair, 2)
  private let broken = TicketEvent.breached(.onSite, cycle: 1)

  /// The seconds after the start at which it rings, and how grave that is.
  private func rings(
    _ alarms: Alarms, _ seconds: ClosedRange<Int>, _ settings: NotifySettings = NotifySettings(),
    minute: Int = 600,
    isOnPhone: (Int) -> Bool = { _ in false }, meanwhile: (Int, inout Alarms) -> Void = { _, _ in }
  ) -> [Int: Int] {
    var alarms = alarms
    var rings: [Int: Int] = [:]
    for second in seconds {
      meanwhile(second, &alarms)
      let level = alarms.ring(
        Alarms.Moment(
          now: start.addingTimeInterval(Double(second)), settings: settings, minute: minute,
          isOnPhone: isOnPhone(second)))
      if let level { rings[second] = level.rawValue }
    }
    return rings
  }

  private func heard(_ events: [(TicketID, TicketEvent)]) -> Alarms {
    var alarms = Alarms()
    for (id, event) in events {
      let isLast = if case .warned(_, 300, _) = event { true } else { false }
      alarms.hear(id, event, at: start, isLastWarning: isLast)
    }
    return alarms
  }

  @Test func `what broke rings at once, then every minute, and every half minute when nobody looks after it`()
  {
    let all = rings(heard([(leak, broken)]), 0...700)
    #expect(all.keys.sorted().prefix(4) == [0, 60, 120, 180])
    #expect(all[600] == 3)
    #expect(all.keys.filter { $0 > 600 }.sorted() == [630, 660, 690] && all[630] == 4)
  }

  @Test func `what is left rings no more`() {
    let all = rings(
      heard([(leak, broken)]), 0...200,
      meanwhile: { second, alarms in
        if second == 30 { alarms.leave(leak) }
      })
    #expect(all == [0: 3])
  }

  @Test func `a warning rings once, shortly before, and not in quiet hours`() {
    let warned = heard([(leak, .warned(.onSite, left: 300, cycle: 1))])
    #expect(rings(warned, 0...200) == [0: 2])
    #expect(rings(heard([(leak, .warned(.feedback, left: 3600, cycle: 1))]), 0...200) == [:])
    var settings = NotifySettings()
    settings.quiet = 1320..<1860
    #expect(rings(warned, 0...200, settings, minute: 60) == [:])
    #expect(rings(heard([(leak, broken)]), 0...10, settings, minute: 60) == [0: 3])
  }

  @Test func `over all tickets it rings at most once in twenty seconds`() {
    let all = rings(
      heard([(leak, broken)]), 0...30,
      meanwhile: { second, alarms in
        if second == 5 { alarms.hear(lamp, broken, at: start.addingTimeInterval(5)) }
      })
    #expect(all == [0: 3, 20: 3])
  }

  @Test func `how often it rings, and how far apart bells are, is set`() throws {
    var settings = Settings()
    try settings.apply(json5: "{ notify: { minGapSec: 5, repeatSec: 90 } }", file: "config.json5")
    #expect(rings(heard([(leak, broken)]), 0...200, settings.notify) == [0: 3, 90: 3, 180: 3])
    let all = rings(
      heard([(leak, broken)]), 0...30, settings.notify,
      meanwhile: { second, alarms in
        if second == 2 { alarms.hear(lamp, broken, at: start.addingTimeInterval(2)) }
      })
    #expect(all == [0: 3, 5: 3])
  }

  @Test func `it never rings into a call, and does not make up for it afterwards`() {
    let warned = heard([(leak, .warned(.onSite, left: 300, cycle: 1))])
    #expect(rings(warned, 0...100, isOnPhone: { $0 < 50 }) == [:])
    #expect(rings(heard([(leak, broken)]), 0...100, isOnPhone: { $0 < 50 })[50] == 3)
  }

  @Test func `muted it keeps still for a quarter of an hour, but for what is ignored`() {
    var alarms = heard([(leak, broken)])
    alarms.toggleMute(at: start)
    let all = rings(alarms, 0...900)
    #expect(all.keys.min() == 601 && all[601] == 4)
    #expect(rings(alarms, 0...900, isOnPhone: { _ in true }) == [:])
    alarms.toggleMute(at: start)
    #expect(rings(alarms, 0...10) == [0: 3])
  }

  @Test func `without a bell it never rings`() {
    var settings = NotifySettings()
    settings.bell = false
    #expect(rings(heard([(leak, broken)]), 0...700, settings) == [:])
  }

  @Test
  func `a desk that hears nothing of its store says so, and rings after a minute and every minute then`() {
    var seat = Seat()
    var rings: [Int] = []
    for second in 1...130 {
      seat.press()
      seat.take(.ticked(start.addingTimeInterval(Double(second))))
      if seat.effects.contains(.bell) { rings.append(second) }
      if second == 12 { #expect(seat.text.contains("数据停更 12秒")) }
    }
    #expect(rings == [61, 121])
    seat.model.heardAt = seat.model.now
    seat.press()
    seat.wait(60)
    #expect(!seat.effects.contains(.bell))
  }

  @Test
  func `what broke before the desk was opened and nobody acknowledged rings again, until somebody does`() {
    var seat = Seat()
    seat.wait(1)
    #expect(!seat.effects.contains(.bell))
    seat.model.hearAgain()
    seat.press()
    seat.wait(30)
    #expect(seat.effects == [.bell], "one for all of them")
    seat.press("F2", "1")
    seat.wait(60)
    #expect(!seat.effects.contains(.bell), "not into a call")
    seat.press("Esc", "Ctrl-T")
    seat.wait(60)
    #expect(!seat.effects.contains(.bell), "not while it is muted")
    for id in seat.model.board.escalated.keys {
      seat.elsewhere(id, .acknowledge)
      seat.elsewhere(id, .note(text: "在路上"))
    }
    seat.hear()
    seat.press("Ctrl-T")
    seat.wait(120)
    #expect(!seat.effects.contains(.bell))
  }

  @Test func `what is ignored pulses once a second where the settings ask for it, and nothing else does`()
    throws
  {
    var seat = Seat(120, 40)
    var settings = Settings()
    try settings.apply(json5: "{ alert: { pulse: true } }", file: "config.json5")
    func banners(_ seat: inout Seat) -> [String] {
      (0..<4).map { _ in
        seat.wait(1)
        let frame = render(seat.model)
        let row = (0..<frame.size.rows).last { frame.line($0).contains("已升级至") }
        return row.map { frame.styleLine($0, letters: Role.letter) } ?? "no banner"
      }
    }
    let steady = banners(&seat)
    #expect(Set(steady).count == 1 && !steady.contains("no banner"), "off by default")
    seat.model.apply(settings)
    let looks = banners(&seat)
    #expect(looks[0] != looks[1] && looks[0] == looks[2] && looks[1] == looks[3])
    #expect(looks.contains(steady[0]))
    seat.press("/")
    #expect(Set(banners(&seat)).count == 1, "not while somebody types")
    seat.press("Esc", "Esc", "F12")
    #expect(isPulsing(&seat), "the card on the wall does")
    seat.press("Esc")
    settings.isAccessible = true
    seat.model.apply(settings)
    #expect(Set(banners(&seat)).count == 1, "not for a screen reader")
  }

  /// Whether the first card of the wall looks otherwise a second later.
  private func isPulsing(_ seat: inout Seat) -> Bool {
    let letters = (0..<2).map { _ in
      seat.wait(1)
      let frame = render(seat.model)
      return (0..<frame.size.rows).map { frame.styleLine($0, letters: Role.letter) }
        .filter { $0.contains("T") }.count
    }
    return letters[0] != letters[1]
  }

  @Test func `where nothing is ignored nothing pulses`() throws {
    var seat = Seat.empty()
    var settings = Settings()
    settings.pulses = true
    seat.model.apply(settings)
    let before = render(seat.model)
    seat.wait(1)
    #expect(render(seat.model) == before)
  }

  @Test func `a desk where nothing is late begins in silence`() {
    var seat = Seat.empty()
    seat.model.hearAgain()
    seat.wait(3)
    #expect(!seat.effects.contains(.bell))
  }

  @Test func `the count of what is about to break is bold as soon as one of them is`() {
    var seat = Seat(120, 40)
    func look(_ seat: Seat) -> Role? {
      HeaderView.counts(seat.model).first { $0.text.hasPrefix("将超") }?.role
    }
    #expect(look(seat) == .headerSoon, "R-13 has four minutes left")
    seat.elsewhere(TicketID(.repair, 13), .arrive)
    seat.hear()
    #expect(look(seat) == .header)
  }

  @Test func `the header says why nothing is heard`() {
    var seat = Seat(140, 40)
    seat.press("Ctrl-T")
    #expect(seat.text.contains("声音:静 15分"))
    seat.wait(61)
    #expect(seat.text.contains("声音:静 14分"))
    seat.press("Ctrl-T", "L")
    #expect(!seat.text.contains("muted"))
    seat.model.alarms.hear(leak, broken, at: seat.model.now)
    seat.press("F2", "1")
    #expect(seat.text.contains("silent: call"))
    seat.wait(30)
    #expect(!seat.effects.contains(.bell))
    seat.wait(61)
    #expect(seat.effects.contains(.bell), "a form nobody types into for 90 seconds is no call")
    #expect(!seat.text.contains("silent: call"))
  }

  @Test
  func `who looks elsewhere is told the number and the place, and the program of the settings what broke`() {
    var model = Seat().model
    let id = model.board.tickets[0]
    let place = model.desk.tickets[id]?.place.text ?? ""
    #expect(model.raise(id, broken, at: start, by: .clock) == [], "who looks sees it")
    _ = model.update(.keyPressed(.focusLost))
    #expect(model.raise(id, broken, at: start, by: .clock) == [.toast("\(id) \(place) 到场 超时")])
    var settings = Settings()
    (settings.notify.toast, settings.notify.command) = (.off, ["/bin/true"])
    model.apply(settings)
    #expect(
      model.raise(id, broken, at: start, by: .clock) == [
        .tell(Alarm(ticket: id, place: place, clock: .onSite, at: start))
      ])
    let ignored = Escalation(.breached, clock: .onSite, level: 2, to: .manager, cycle: 1, since: start)
    #expect(
      model.raise(id, .escalated(ignored), at: start, by: .clock) == [
        .tell(Alarm(ticket: id, place: place, clock: .onSite, at: start, passedTo: .manager))
      ])
    #expect(
      model.raise(id, .escalated(ignored), at: start, by: .others) == []
        && model.raise(id, broken, at: start, by: .others) == [], "whoever recorded it tells of it")
    _ = model.update(.keyPressed(.focusGained))
    model.apply(Settings())
    #expect(model.raise(id, broken, at: start, by: .clock) == [])
  }

  @Test
  func
    `only the last warning of a clock is heard, and told to who looks elsewhere, as is what nobody took notice of`()
  {
    var model = Seat().model
    let id = TicketID(.repair, 13)
    func warned(_ clock: ClockID, _ left: Int) -> TicketEvent { .warned(clock, left: left, cycle: 1) }
    #expect(model.raise(id, warned(.onSite, 300), at: start, by: .clock) == [] && model.alarms.isRinging)
    model.alarms = Alarms()
    _ = model.update(.keyPressed(.focusLost))
    #expect(model.raise(id, warned(.onSite, 900), at: start, by: .clock) == [] && !model.alarms.isRinging)
    #expect(model.raise(id, warned(.feedback, 3600), at: start, by: .clock) == [] && !model.alarms.isRinging)
    #expect(
      model.raise(id, warned(.onSite, 300), at: start, by: .clock) == [.toast("R-13 1-1-0801 到场 剩 5 分钟")])
    #expect(
      model.raise(id, warned(.feedback, 900), at: start, by: .clock) == [.toast("R-13 1-1-0801 反馈 剩 15 分钟")])
    func up(_ level: Int) -> TicketEvent {
      .escalated(Escalation(.breached, clock: .onSite, level: level, to: .supervisor, cycle: 1, since: start))
    }
    #expect(model.raise(id, up(1), at: start, by: .clock) == [])
    #expect(model.raise(id, up(2), at: start, by: .clock) == [.toast("R-13 1-1-0801 到场 超时没人确认")])
  }
}
