import Desk
import Foundation
import Testing
import struct Desk.Stream

/// What the office owes by month, quarter and year.
@Suite struct DutyTests {
  private static let month = Duty(
    id: "fire", name: PlanLine("消防巡查", "Fire patrol"), period: .month, source: "S043")
  private static let census = Duty(
    id: "census", name: PlanLine("普测"), period: .half, least: 45, source: "S087")

  /// A desk whose record began at opening, with two duties.
  private func begun(_ duties: [Duty] = [month, census]) -> Given {
    var given = Given()
    given.desk.adopt(beganAt: opening)
    return given.and(.publishDuties(duties), at: 0)
  }

  /// Minutes from opening to a day's beginning in Shanghai.
  private func minutes(_ year: Int, _ month: Int, _ day: Int) -> Double {
    CivilDate(year: year, month: month, day: day).start(in: shanghai).timeIntervalSince(opening) / 60
  }

  @Test(arguments: [
    (DutyPeriod.month, "2026-11-20", "2026-11", "2026-11-01"),
    (.quarter, "2026-11-20", "2026-Q4", "2026-10-01"),
    (.third, "2026-08-31", "2026-T2", "2026-05-01"), (.half, "2026-07-01", "2026-H2", "2026-07-01"),
    (.year, "2026-12-31", "2026", "2026-01-01"), (.week, "2026-11-22", "2026-11-16", "2026-11-16"),
    (.week, "2026-11-23", "2026-11-23", "2026-11-23"), (.week, "1970-01-01", "1969-12-29", "1969-12-29"),
    (.month, "2024-02-29", "2024-02", "2024-02-01"),
  ])
  func `a day lies in one span of the calendar`(period: DutyPeriod, day: String, name: String, start: String)
  {
    let index = CivilDate(day).map(period.index(of:)) ?? 0
    #expect(period.name(index) == name)
    #expect(period.start(index).description == start)
    #expect(period.index(named: name) == index)
    #expect(period.index(of: period.start(index + 1)) == index + 1)
  }

  @Test func `a duty is overdue when its month is over, at that instant and once, also found late`() {
    let given = begun()
    let november = minutes(2026, 12, 1)
    #expect(given.when(.recordCrossings, at: november).facts.isEmpty)
    let later = given.and(.recordCrossings, at: minutes(2027, 2, 10))
    let facts = later.record.dropFirst()
    #expect(
      facts.map(\.event) == [
        .duty("fire", .overdue(span: "2026-11")), .duty("fire", .overdue(span: "2026-12")),
        .duty("census", .overdue(span: "2026-H2")), .duty("fire", .overdue(span: "2027-01")),
      ])
    #expect(facts.first?.occurredAt == minute(november))
    #expect(later.when(.recordCrossings, at: minutes(2027, 2, 10)).facts.isEmpty)
    #expect(later.desk.nextCrossing == minute(minutes(2027, 3, 1)))
  }

  @Test func `what is overdue and not on record yet is not lost with a new list`() {
    let given = begun()
    let later = given.when(.publishDuties([Self.census]), at: minutes(2026, 12, 5)).taken
    #expect(
      later.record.suffix(2).map(\.event) == [
        .duty("fire", .overdue(span: "2026-11")), .dutiesPublished([Self.census]),
      ])
    var weekly = Self.month
    weekly.period = .week
    given.when(.publishDuties([weekly]), at: minutes(2026, 12, 5))
      .refused(with: .duty(.periodChanged("fire")))
  }

  @Test func `discharged in time it is settled until the next month`() {
    let given = begun().and(.duty("fire", .discharge(span: nil, proof: "巡查表", figure: nil)), at: 10)
    #expect(
      given.record.last?.event == .duty("fire", .discharged(span: "2026-11", proof: "巡查表", figure: nil)))
    #expect(given.when(.recordCrossings, at: minutes(2026, 12, 20)).facts.isEmpty)
    given.when(.duty("fire", .discharge(span: nil, proof: "again", figure: nil)), at: 20)
      .refused(with: .duty(.alreadySettled(duty: "fire", span: "2026-11")))
    let rows = given.desk.ledger.rows(at: minute(20), in: shanghai)
    #expect(rows.map(\.standing) == [.upcoming, .discharged])
  }

  @Test func `at the very end of a span the one that ends is settled, not the one that begins`() {
    let end = minutes(2026, 12, 1)
    let given = begun().and(.duty("fire", .discharge(span: nil, proof: "表", figure: nil)), at: end)
    #expect(
      given.record.last?.event == .duty("fire", .discharged(span: "2026-11", proof: "表", figure: nil)))
    #expect(given.when(.recordCrossings, at: minutes(2026, 12, 2)).facts.isEmpty)
  }

  @Test func `a duty on record keeps its period`() {
    let given = begun().and(.duty("fire", .discharge(span: nil, proof: "表", figure: nil)), at: 1)
    for period in DutyPeriod.allCases where period != .month {
      let other = Duty(id: "fire", name: PlanLine("消防"), period: period, source: "S043")
      given.when(.publishDuties([other]), at: 2).refused(with: .duty(.periodChanged("fire")))
      begun().when(.publishDuties([other]), at: 2).then([.dutiesPublished([other])])
    }
  }

  @Test func `a duty that nobody settled for a dozen years is still counted by its own period`() {
    let given = begun().and(.duty("fire", .discharge(span: nil, proof: "表", figure: nil)), at: 1)
    let later = Duty(id: "fire", name: PlanLine("消防巡查（改名）"), period: .month, source: "S043")
    given.when(.publishDuties([later]), at: minutes(2039, 1, 1)).then([.dutiesPublished([later])])
  }

  @Test func `what is owed is not forgotten, however many spans were settled since`() throws {
    var given = begun().passing(to: minutes(2026, 12, 2))
    #expect(given.desk.ledger.states["fire"]?.owed?.index != nil)
    let owed = given.desk.ledger.states["fire"]?.owed
    for month in 0..<45 {
      let (year, number) = (2026 + (month + 11) / 12, (month + 11) % 12 + 1)
      let span = String(format: "%04d-%02d", year, number)
      given = given.and(
        .duty("fire", .discharge(span: span, proof: "表", figure: nil)), at: minutes(year, number, 5))
    }
    #expect(given.desk.ledger.states["fire"]?.owed == owed)
    #expect(given.desk.ledger.states["fire"]?.spans.count == 40)
    let settled = given.and(
      .duty("fire", .discharge(span: "2026-11", proof: "补", figure: nil)), at: minutes(2031, 1, 1))
    let index = try #require(owed?.index)
    #expect(settled.desk.ledger.states["fire"]?.span(index)?.proof == "补")
  }

  @Test func `what is overdue is settled first, and late`() {
    let given = begun().and(
      .duty("fire", .discharge(span: nil, proof: "补", figure: nil)), at: minutes(2026, 12, 3))
    #expect(
      given.record.suffix(2).map(\.event) == [
        .duty("fire", .overdue(span: "2026-11")),
        .duty("fire", .discharged(span: "2026-11", proof: "补", figure: nil)),
      ])
    let december = given.and(
      .duty("fire", .discharge(span: nil, proof: "按时", figure: nil)), at: minutes(2026, 12, 4))
    #expect(
      december.record.last?.event == .duty("fire", .discharged(span: "2026-12", proof: "按时", figure: nil)))
  }

  @Test func `a figure below the least or above all does not discharge, and proof is needed`() {
    let given = begun()
    given.when(.duty("census", .discharge(span: nil, proof: "表", figure: nil)), at: 1)
      .refused(with: .duty(.figureMissing(duty: "census", least: 45)))
    given.when(.duty("census", .discharge(span: nil, proof: "表", figure: 44)), at: 1)
      .refused(with: .duty(.figureTooLow(duty: "census", figure: 44, least: 45)))
    for (duty, figure) in [("census", 101), ("fire", 130)] {
      given.when(.duty(duty, .discharge(span: nil, proof: "表", figure: figure)), at: 1)
        .refused(with: .duty(.figureTooHigh(duty: duty, figure: figure)))
    }
    #expect(
      given.when(.duty("census", .discharge(span: nil, proof: "表", figure: 100)), at: 1).refusal == nil)
    given.when(.duty("fire", .discharge(span: nil, proof: " ", figure: nil)), at: 1).refused(
      with: .textMissing)
    given.when(.duty("none", .discharge(span: nil, proof: "x", figure: nil)), at: 1).refused(
      with: .duty(.unknown("none")))
    given.when(.duty("fire", .discharge(span: "2026-12", proof: "x", figure: nil)), at: 1)
      .refused(with: .duty(.spanUnknown(duty: "fire", span: "2026-12")))
    #expect(given.when(.duty("census", .discharge(span: nil, proof: "", figure: 45)), at: 1).facts.count == 1)
  }

  @Test func `proof of a span before the record began makes nothing owed that lies between`() {
    let given = begun().and(.duty("fire", .discharge(span: "2025-01", proof: "表", figure: nil)), at: 1)
    #expect(given.when(.recordCrossings, at: 2).facts.isEmpty)
    #expect(
      given.when(.recordCrossings, at: minutes(2026, 12, 2)).facts.map(\.event) == [
        .duty("fire", .overdue(span: "2026-11"))
      ])
  }

  @Test func `a duty that comes onto the list, or back onto it, is owed from then`() {
    let late = begun([Self.census]).and(.publishDuties([Self.census, Self.month]), at: minutes(2027, 3, 10))
    #expect(
      !late.passing(to: minutes(2027, 3, 20)).record.contains { $0.event.stream == Stream(duty: "fire") })
    let owed = late.passing(to: minutes(2027, 4, 2))
    #expect(overdue(owed) == ["2027-03"])
    let back = owed.and(.publishDuties([Self.census]), at: minutes(2027, 4, 10))
      .and(.publishDuties([Self.month]), at: minutes(2027, 9, 10))
    #expect(overdue(back.passing(to: minutes(2027, 10, 2))) == ["2027-03", "2027-09"])
    let weekly = Duty(id: "fire", name: PlanLine("消防"), period: .week, source: "S043")
    let other = begun([Self.month]).and(.publishDuties([weekly]), at: 60 * 24 * 10)
    #expect(overdue(other.passing(to: 60 * 24 * 10 + 1)) == [])
  }

  private func overdue(_ given: Given) -> [String] {
    given.record.compactMap { if case .duty("fire", .overdue(let span)) = $0.event { span } else { nil } }
  }

  @Test func `any day of a week names its span`() {
    let weekly = Duty(id: "bins", name: PlanLine("清运"), period: .week, source: "design")
    begun([weekly]).when(.duty("bins", .waive(span: "2026-11-18", reason: "停运")), at: 1)
      .then([.duty("bins", .waived(span: "2026-11-16", reason: "停运"))])
  }

  @Test func `a duty is waived for one span with a reason`() {
    let given = begun()
    given.when(.duty("fire", .waive(span: nil, reason: " ")), at: 1).refused(with: .reasonMissing)
    let waived = given.and(.duty("fire", .waive(span: nil, reason: "停水")), at: 1)
    #expect(waived.desk.ledger.rows(at: minute(2), in: shanghai).last?.standing == .waived)
    #expect(waived.when(.recordCrossings, at: minutes(2026, 12, 20)).facts.isEmpty)
  }

  @Test func `what was waived may still be done, and both are on record`() throws {
    let waived = begun().and(.duty("fire", .waive(span: nil, reason: "停水")), at: 1)
    waived.when(.duty("fire", .waive(span: nil, reason: "还是停水")), at: 2)
      .refused(with: .duty(.alreadyWaived(duty: "fire", span: "2026-11")))
    for span in [nil, "2026-11"] {
      let done = waived.and(.duty("fire", .discharge(span: span, proof: "巡查表", figure: nil)), at: 3)
      let record = try #require(done.desk.ledger.states["fire"]?.spans.first)
      #expect(record.waivedAt == minute(1) && record.reason == "停水")
      #expect(record.dischargedAt == minute(3) && record.proof == "巡查表")
      #expect(
        done.desk.ledger.rows(at: minute(4), in: shanghai).first { $0.duty.id == "fire" }?.standing
          == .discharged)
      #expect(done.desk.brokenInvariants() == [])
      for command in [
        DutyCommand.waive(span: nil, reason: "停水"), .discharge(span: nil, proof: "表", figure: nil),
      ] {
        done.when(.duty("fire", command), at: 5)
          .refused(with: .duty(.alreadySettled(duty: "fire", span: "2026-11")))
      }
    }
  }

  @Test func `a fault found by a duty becomes a ticket and stays linked`() {
    var report = NewTicket(kind: .repair, place: Place("地库"), category: "fire", subject: "灭火器过期")
    report.duty = "fire"
    let given = begun().and(.report(report), at: 5)
    #expect(given.record.last?.event == .duty("fire", .findingRaised(span: "2026-11", ticket: .first)))
    #expect(
      given.desk.ledger.states["fire"]?.span(DutyPeriod.month.index(of: CivilDate(opening, in: shanghai)))?
        .tickets == [.first])
  }

  @Test func `without a record nothing is owed`() {
    #expect(Given().when(.recordCrossings, at: minutes(2030, 1, 1)).facts.isEmpty)
  }

  @Test func `the standard list names its sources and reads back from its file`() throws {
    #expect(Set(DutyLedger.standard.map(\.id)).count == DutyLedger.standard.count)
    #expect(try DutyLedger.duties(json5: DutyLedger.standard.json5, file: "x") == DutyLedger.standard)
    for number in [
      "S043", "S044", "S045", "S046", "S047", "S048", "S049", "S050", "S059", "S064", "S068", "S072", "S081",
      "S082",
      "S086", "S087", "S089", "S090", "S091", "S092", "S093", "S094", "S095", "S096", "S105", "S114",
    ] {
      #expect(DutyLedger.standard.contains { $0.source.contains(number) }, "\(number)")
    }
  }

  @Test func `a file names the place of what is wrong in it`() {
    let text =
      "{\n  duties: [\n    { duty: \"a\", name: \"甲\", every: \"fortnight\", source: \"design\" },\n  ],\n}"
    #expect(throws: SettingsError.self) { try DutyLedger.duties(json5: text, file: "duties.json5") }
    do { _ = try DutyLedger.duties(json5: text, file: "duties.json5") } catch { #expect(error.line == 3) }
  }

  @Test func `a record that began under a dead clock puts no more spans on record than stay in sight`() {
    var given = Given()
    given.desk.adopt(beganAt: Date(timeIntervalSince1970: 0))
    given = given.and(.publishDuties([Self.month]), at: minutes(1970, 1, 2))
    let facts = given.when(.recordCrossings, at: 0).facts
    #expect(facts.count == 40)
    #expect(facts.last?.event == .duty("fire", .overdue(span: "2026-10")))
    let later = given.and(.recordCrossings, at: 0)
    #expect(later.when(.recordCrossings, at: 0).facts.isEmpty)
    #expect(later.desk.nextCrossing == minute(minutes(2026, 12, 1)))
  }
}
