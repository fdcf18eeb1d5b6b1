import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The rounds by keys.
@Suite struct PatrolTests {
  private func point(_ seat: Seat, _ route: String, _ id: String) -> RoundPoint? {
    seat.model.desk.openRound(on: route)?.point(id)
  }

  @Test func `on a wide screen a round says what was reached last, what was missed and what comes next`()
    throws
  {
    var seat = Seat(200, 60)
    #expect(
      seat.text.contains("A线 张强 5/8 14:19 到 2栋天台 X 漏2 3栋天台 应 14:29 超3分 下一点 配电房 应 14:38"), "\(seat.text)")
    #expect(seat.text.contains("B线  赵磊  3/6  14:24 到 儿童区  下一点 垃圾房 应 14:34"))
    seat.take(.ticked(SampleDesk.now + 300))
    #expect(seat.text.contains("下一点 垃圾房 应 14:34 超3分"))
    #expect(Seat(120, 40).text.contains("B线  赵磊  3/6  下一点 垃圾房 14:34"))
    #expect(Seat(200, 60, .english).text.contains("14:24 at 儿童区  next 垃圾房 due 14:34"))
  }

  @Test func `the pane of staff tells skill and building while there is room for everybody`() throws {
    let seat = Seat(200, 60)
    #expect(seat.text.contains("人员  在岗 3  手上单数") && seat.text.contains("老王 电工 2单 "))
    let few = Seat(160, 24)
    #expect(few.text.contains("老王 2单"))
    #expect(Seat(200, 60, .english).text.contains("Staff  3 on shift  jobs in hand"))
  }

  @Test func `F6 on a route checks in at its next point`() {
    var seat = Seat()
    seat.press("3", "F6")
    #expect(seat.effects.isEmpty && seat.text.contains("配电房 打卡，正常：按 y 打卡"))
    seat.press("Esc")
    #expect(point(seat, "A", "8")?.state == .pending)
    seat.press("F6")
    seat.wait(20)
    #expect(seat.text.contains("按 y 打卡"), "a question stays until it is answered")
    seat.press("y")
    #expect(
      seat.effects == [
        .submit(
          .checkIn(route: "A", point: "8", guardName: "张强", result: .ok, note: "", method: "key"), seen: nil,
          occurredAt: nil, contact: nil)
      ])
    #expect(seat.text.contains("配电房 打卡，正常"))
  }

  @Test func `Enter on a point offers what was found there`() {
    var seat = Seat()
    seat.press("3", "End", "Up", "Enter", "2", "灯坏了", "Enter")
    #expect(point(seat, "B", "5")?.state == .failed)
    #expect(point(seat, "B", "5")?.note == "灯坏了")
  }

  @Test func `a finding is written down for the point it was opened on, whatever others check in`() {
    var seat = Seat()
    seat.press("3", "End", "Up", "Up", "Enter", "2", "门锁坏")
    let command = Command.checkIn(
      route: "B", point: "4", guardName: "赵磊", result: .ok, note: "", method: "card")
    seat.take(seat.clerk.submit(command, at: seat.model.now, actor: Actor(name: "赵敏", desk: "2"), own: false))
    seat.press("Enter")
    #expect(seat.text.contains("已打卡"))
    guard case .prompt(let page) = seat.model.layers.last else {
      Issue.record("the text is gone")
      return
    }
    #expect(page.field.text == "门锁坏")
    #expect(point(seat, "B", "5")?.state == .pending)
  }

  @Test func `F5 on a round that is walked changes who walks it`() throws {
    var seat = Seat()
    let open = try #require(seat.model.desk.openRound(on: "A"))
    seat.press("3", "F5", "新来的", "Enter")
    #expect(
      seat.effects == [
        .submit(.assignRound(open.id, guardName: "新来的"), seen: nil, occurredAt: nil, contact: nil)
      ])
    #expect(seat.model.desk.openRound(on: "A")?.guardName == "新来的")
  }

  @Test func `planned rounds stand below the route, and F5 says who walks them`() throws {
    var seat = Seat()
    let route = Route(
      id: "N", name: "夜巡", points: [Checkpoint(id: "1", name: "东门", within: 20)],
      schedule: RoundSchedule(.hours(2), from: 22 * 60, until: 6 * 60))
    for command in [Command.publishRoute(route), .recordCrossings] {
      seat.take(
        seat.clerk.submit(command, at: seat.model.now, actor: Actor(name: "赵敏", desk: "2"), own: false))
    }
    let planned = seat.model.desk.plannedRounds(on: "N")
    #expect(planned.count == 5)
    seat.press("3", "End", "Up", "Up", "Up", "Up")
    #expect(seat.model.selected == .round(try #require(planned.first?.id)))
    #expect(seat.text.contains("未派，F5 派人"))
    seat.press("F5", "张", "Enter")
    #expect(seat.model.desk.plannedRounds(on: "N").first?.guardName == "张强")
  }

  @Test func `a start that another schedule took away is no timer any more`() throws {
    var seat = Seat(120, 40)
    func route(_ hours: Int) -> Route {
      Route(
        id: "N", name: "夜巡", points: [Checkpoint(id: "1", name: "东门", within: 20)],
        schedule: RoundSchedule(.hours(hours), from: 22 * 60, until: 6 * 60))
    }
    for command in [
      Command.publishRoute(route(1)), .recordCrossings, .publishRoute(route(3)), .recordCrossings,
    ] {
      seat.take(seat.clerk.submit(command, at: seat.model.now, actor: .system, own: false))
    }
    let starts = seat.model.board.timers.keys.compactMap { key -> RoundID? in
      if case .start(let id) = key, id.route == "N" { id } else { nil }
    }
    #expect(starts.count == 1 && starts.allSatisfy { seat.model.desk.rounds[$0]?.isPlanned == true })
  }

  @Test func `g goes to a point that was missed before anybody started the round, whatever messages tell`()
    throws
  {
    var seat = Seat.missed()
    let missed = try #require(seat.model.desk.missedPoints.first)
    for _ in 0..<2 {
      seat.press("1", "g")
      #expect(seat.model.view == .patrol)
      #expect(seat.model.selected == .point(missed.round.id, missed.point.id))
      seat.model.messages = []
    }
    seat.press("F7", "车库换锁", "Enter", "g")
    #expect(seat.text.contains("没有超时、漏检或突发"))
  }

  @Test func `what was missed in the shift is one number everywhere, and the patrol says which they are`()
    throws
  {
    var seat = Seat(120, 60)
    let before = seat.model.desk.missedPoints.count
    // The rounds of 15:00 and 17:00 are over, that of 19:00 has lost its first point and nobody started it.
    seat.keepNightLine(minutes: 283)
    let missed = seat.model.desk.missedPoints.filter { $0.round.id.route == "N" }
    #expect(missed.map(\.point.name) == ["大门", "车库", "大门", "车库", "大门"])
    let count = seat.model.desk.missedPoints.count
    #expect(count >= before + 5)
    #expect(HeaderView.counts(seat.model, isWide: true).contains { $0.text == "巡更漏\(count)" })
    #expect(seat.text.contains("3 巡更 漏\(count)"))
    seat.press("3")
    let rows = seat.model.patrolRows
    for point in missed { #expect(rows.contains(.point(point.round.id, point.point.id))) }
    seat.model.lists[.patrol, default: ListState()].selected = .point(
      try #require(missed.first).round.id, "1")
    seat.model.settle()
    #expect(seat.text.contains("15:00 那轮 张强"))
    seat.press("F7", "车库换锁", "Enter")
    #expect(seat.model.desk.missedPoints.count == count - 1, "excused on the round it was missed on")
    #expect(seat.model.desk.rounds[missed[0].round.id]?.point("1")?.state == .excused)
    seat.press("9", "F8")
    let items = try #require(seat.model.desk.openShift?.drafted)
    #expect(items.count { $0.kind == .missed } == count - 1)
  }

  @Test func `the next planned start of a route stands among the timers, and F5 there says who walks`() throws
  {
    var seat = Seat()
    let route = Route(
      id: "N", name: "夜巡", points: [Checkpoint(id: "1", name: "东门", within: 20)],
      schedule: RoundSchedule(.hours(1), from: 15 * 60))
    for command in [Command.publishRoute(route), .recordCrossings] {
      seat.take(
        seat.clerk.submit(command, at: seat.model.now, actor: Actor(name: "赵敏", desk: "2"), own: false))
    }
    let planned = seat.model.desk.plannedRounds(on: "N")
    #expect(planned.count > 20)
    let starts = seat.model.board.timers.keys.filter { if case .start = $0 { true } else { false } }
    #expect(starts == [.start(try #require(planned.first?.id))], "the day's others wait behind it")
    seat.press("2")
    seat.model.lists[.timers, default: ListState()].selected = .timer(starts[0])
    seat.model.settle()
    #expect(seat.text.contains("开巡 余28"))
    #expect(seat.text.contains("夜巡 15:00  未派"))
    seat.press("F5", "张", "Enter")
    #expect(seat.text.contains("夜巡 15:00  张强"))
    let at = seat.model.now.addingTimeInterval(1700)
    for command in [Command.recordCrossings, .startRound(route: "N", guardName: "张强")] {
      seat.take(seat.clerk.submit(command, at: at, actor: Actor(name: "赵敏", desk: "2"), own: false))
    }
    #expect(seat.model.board.timers.index(of: .start(planned[0].id)) == nil)
    #expect(seat.model.board.timers.index(of: .start(planned[1].id)) != nil)
  }

  @Test func `a failed point with equipment becomes a ticket that names it`() throws {
    var seat = Seat()
    let lift = Asset(id: "L3", kind: .lift, name: "3栋客梯", place: Place("3-2-大堂"))
    let route = Route(
      id: "E", name: "设备线", points: [Checkpoint(id: "1", name: "3栋梯厅", within: 20, asset: "L3")])
    for command in [
      Command.asset("L3", .keep(lift)), .publishRoute(route), .startRound(route: "E", guardName: "张强"),
      .checkIn(route: "E", point: "1", guardName: "", result: .failed, note: "异响", method: "card"),
    ] {
      seat.take(
        seat.clerk.submit(command, at: seat.model.now, actor: Actor(name: "赵敏", desk: "2"), own: false))
    }
    let round = try #require(seat.model.desk.routes["E"]?.lastRound)
    seat.press("3")
    seat.model.lists[.patrol, default: ListState()].selected = .point(round, "1")
    #expect(seat.text.contains("异响  L3 3栋客梯"))
    seat.press("F2")
    #expect(seat.text.contains("设备 L3  3栋客梯  电梯"))
    seat.press("Ctrl-S")
    let ticket = try #require(seat.model.desk.rounds[round]?.point("1")?.ticket)
    #expect(seat.model.desk.tickets[ticket]?.asset == "L3")
    #expect(seat.model.desk.tickets[ticket]?.place == Place("3-2-大堂"))
    #expect(seat.model.desk.assets["L3"]?.faults.map(\.ticket) == [ticket])
  }

  @Test func `F7 on a missed point asks why and excuses it, and on no other`() throws {
    var seat = Seat()
    let round = try #require(seat.model.desk.rounds.values.first { $0.missed > 0 })
    let missed = try #require(round.points.first { $0.state == .missed })
    seat.press("3", "F7")
    #expect(seat.text.contains("请先选一个漏检的点位"))
    seat.model.lists[.patrol, default: ListState()].selected = .point(round.id, missed.id)
    seat.press("F7", "电梯检修封门", "Enter")
    #expect(seat.model.desk.rounds[round.id]?.point(missed.id)?.state == .excused)
  }

  @Test func `F5 starts a round with the guard who walks it`() {
    var seat = Seat()
    seat.press("3", "F5")
    #expect(seat.text.contains("改派给谁"))
    seat.press("Esc")
    for _ in 0..<20 { seat.wait(300) }
    seat.take(seat.clerk.submit(.recordCrossings, at: seat.model.now, actor: .system, own: false))
    seat.press("F5", "张", "Enter")
    #expect(
      seat.effects == [
        .submit(.startRound(route: "A", guardName: "张强"), seen: nil, occurredAt: nil, contact: nil)
      ])
    #expect(seat.model.desk.openRound(on: "A")?.reached == 0)
    #expect(seat.text.contains("A线 开始：张强"))
  }

  @Test func `a checkpoint among the timers is checked in from there`() {
    var seat = Seat()
    seat.press("2")
    while case .timer(.clock) = seat.model.selected { seat.press("Down") }
    seat.press("F6", "y")
    #expect(point(seat, "B", "4")?.state == .onTime)
  }

  @Test func `without routes the page says how to get one`() {
    var seat = Seat.empty()
    seat.press("3")
    #expect(seat.text.contains("frontdesk routes publish"))
    seat.press("F5")
    #expect(seat.effects.isEmpty)
    #expect(seat.text.contains("还没有巡查线路"))
  }

  @Test func `a point that was checked says when, and is not checked again`() {
    var seat = Seat(120, 40)
    seat.press("3", "Down", "F6")
    #expect(seat.effects.isEmpty && seat.text.contains("A线 大堂 13:"))
    #expect(seat.text.contains("已打卡"))
  }

  @Test func `on a wide screen every checkpoint of a round can be read`() {
    let seat = Seat(180, 60)
    for point in ["大堂", "1栋", "2栋", "水泵房", "B1车库", "2栋天台", "3栋天台", "配电房"] {
      #expect(seat.text.contains("]\(point)"), "\(point)")
    }
  }
}

extension Seat {
  /// A desk with nothing but a route, of which the first point of a round was missed that nobody started.
  static func missed() -> Seat {
    var seat = Seat.empty(120, 40)
    seat.keepNightLine(minutes: 43)
    return seat
  }

  /// Publishes a route of two points, walked from 15:00 every two hours, and lets so many minutes pass in which nobody walks it.
  mutating func keepNightLine(minutes: Double) {
    let route = Route(
      id: "N", name: "夜线",
      points: [
        Checkpoint(id: "1", name: "大门", within: 10), Checkpoint(id: "2", name: "车库", within: 40),
      ], schedule: RoundSchedule(.hours(2), from: 15 * 60, guardName: "张强"))
    for command in [Command.publishRoute(route), .recordCrossings] {
      take(clerk.submit(command, at: model.now, actor: .system, own: false))
    }
    take(.ticked(SampleDesk.now + minutes * 60))
    take(clerk.submit(.recordCrossings, at: model.now, actor: .system, own: false))
  }
}
