import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The system clock is set under a desk at work.
@Suite struct ClockWatchTests {
  private let start = SampleDesk.now

  /// What a watch says of a look at both clocks, given in seconds after its start.
  private func jumps(_ looks: [(wall: Double, steady: Double)]) -> [TimeInterval?] {
    var watch = ClockWatch(wall: start, steady: .zero)
    return looks.map { watch.jump(wall: start + $0.wall, steady: .milliseconds(Int($0.steady * 1000))) }
  }

  @Test func `clocks that run alike are no jump, however long nobody looked`() {
    #expect(jumps([(1, 1), (2, 2), (9_000, 9_000), (9_004, 9_000)]) == [nil, nil, nil, nil])
  }

  @Test func `a jump is told once, with its size and direction`() {
    #expect(jumps([(1, 1), (39, 2), (40, 3)]) == [nil, 37, nil])
    #expect(jumps([(1, 1), (-3598, 2), (-3597, 3)]) == [nil, -3600, nil])
    #expect(jumps([(28_801, 1)]) == [28_800], "the computer slept")
  }

  @Test func `a clock that is brought right little by little is no jump`() {
    #expect(jumps((1...20).map { (Double($0) * 1.5, Double($0)) }).allSatisfy { $0 == nil })
  }

  @Test func `a jump is said on the notice line and in the messages, in both languages`() {
    var seat = Seat()
    seat.take(.clockJumped(by: 37.2))
    #expect(seat.model.notice?.words.zh == "系统时间变动 +37秒，时限已重算")
    #expect(seat.text.contains("14:32 系统时间变动 +37秒，时限已重算"))
    seat.take(.clockJumped(by: -3 * 3600))
    #expect(seat.model.notice?.words.zh == "系统时间变动 -3时00分，时限已重算")
    seat.press("L")
    #expect(seat.text.contains("The system clock moved -3h00m; all limits are counted anew"))
    seat.wait(9)
    #expect(seat.model.notice == nil)
  }

  @Test func `limits are counted by the new time`() {
    var seat = Seat()
    #expect(seat.text.contains("到场 余04:00"))
    seat.take(.clockJumped(by: 120))
    #expect(seat.text.contains("到场 余02:00"))
    seat.take(.clockJumped(by: -600))
    #expect(seat.text.contains("到场 余12分"))
  }

  @Test func `a call begun before the clock was set back can be saved, and what was in line is written`()
    throws
  {
    var seat = Seat()
    seat.select(TicketID(.repair, 13))
    seat.takesNothing = true
    seat.press("F6", "F2", "3-2-1501 漏水")
    seat.wait(20)
    seat.take(.clockJumped(by: -600))
    let now = seat.model.now
    seat.takesNothing = false
    seat.wait(1)
    #expect(seat.model.backlog.isEmpty)
    #expect(try #require(seat.model.desk.tickets[TicketID(.repair, 13)]?.work.arrivedAt) <= now)
    seat.press("Ctrl-S")
    let call = try #require(seat.model.desk.tickets.values.max { $0.id.number < $1.id.number })
    #expect(call.place.text == "3-2-1501" && call.reportedAt <= now)
    #expect(call.reportedAt > now.addingTimeInterval(-60))
  }

  @Test func `rows held still, silence and a call last as long as they were to last`() {
    var seat = Seat()
    seat.press("Ctrl-T", "Down")
    seat.take(.clockJumped(by: -3600))
    #expect(seat.text.contains("声音:静 15分"))
    #expect(seat.model.frozen == nil)
    seat.press("F2", "3")
    seat.take(.clockJumped(by: 3600))
    #expect(seat.model.isOnPhone)
    seat.take(.clockJumped(by: -3600))
    seat.wait(91)
    #expect(!seat.model.isOnPhone)
  }
}
