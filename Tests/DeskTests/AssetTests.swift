import Desk
import Foundation
import Testing

/// Equipment: what is known of it, what befell it, and what comes next.
@Suite struct AssetTests {
  private let lift = Asset(
    id: "L3", kind: .lift, name: "3栋客梯", place: Place("3-2-大堂"),
    installed: CivilDate(year: 2010, month: 5, day: 31),
    contractEnd: CivilDate(year: 2026, month: 12, day: 31), lifeYears: 15, serviceMonths: 1)

  private var registered: Given { Given().and(.asset("L3", .keep(lift)), at: 0) }

  private func report(_ asset: String?, place: String = "") -> Command {
    .report(
      NewTicket(
        kind: .repair, place: Place(place), category: "lift", subject: "异响", channel: .sensor, asset: asset))
  }

  @Test func `equipment is registered once and changed when something is new`() throws {
    let given = registered
    #expect(given.record.map(\.event) == [.asset("L3", .registered(lift))])
    #expect(given.and(.asset("L3", .keep(lift)), at: 1).record.count == 1)
    var moved = lift
    moved.place = Place("4-1-大堂")
    #expect(given.and(.asset("L3", .keep(moved)), at: 1).desk.assets["L3"]?.asset == moved)
    given.when(.asset("L3", .keep(Asset(id: "L3", kind: .lift, name: " ", place: Place("x")))), at: 5)
      .refused(
        with: .nameMissing)
  }

  @Test func `a ticket names equipment, takes its place, and stands in its history`() {
    let given = registered.and(report("L3"), at: 1).and(report("L3", place: "3-2-1501"), at: 2)
    #expect(given.desk.tickets[TicketID(.repair, 1)]?.place == Place("3-2-大堂"))
    #expect(given.desk.tickets[TicketID(.repair, 2)]?.place == Place("3-2-1501"))
    #expect(given.desk.tickets[TicketID(.repair, 1)]?.asset == "L3")
    let state = given.desk.assets["L3"]
    #expect(state?.faults.map(\.ticket.number) == [1, 2])
    #expect(state?.faultCount == 2)
    #expect(state?.version == 1)
  }

  @Test func `equipment nobody knows, or out of use, is refused`() {
    registered.when(report("L9", place: "1-1-101"), at: 5).refused(with: .assetUnknown("L9"))
    let retired = registered.and(.asset("L3", .retire(reason: "更新")), at: 1)
    retired.when(report("L3"), at: 5).refused(with: .assetRetired("L3"))
    retired.when(.asset("L3", .service(text: "")), at: 5).refused(with: .assetRetired("L3"))
    registered.when(.asset("L3", .retire(reason: " ")), at: 5).refused(with: .reasonMissing)
    #expect(retired.and(.asset("L3", .keep(lift)), at: 2).desk.assets["L3"]?.retiredAt == nil)
  }

  @Test func `its age, its next service and its contract follow from the register`() {
    let day = CivilDate(year: 2026, month: 11, day: 20)
    let state = registered.desk.assets["L3"]
    let forecast = state.map { AssetForecast($0, on: day, in: shanghai) }
    #expect(forecast?.age == 16)
    #expect(forecast?.isAged == true)
    #expect(forecast?.contractDays == 41)
    #expect(forecast?.nextService == CivilDate(year: 2010, month: 6, day: 30))
    let serviced = registered.and(.asset("L3", .service(text: "月度保养")), at: 1).desk.assets["L3"]
    #expect(
      serviced.map { AssetForecast($0, on: day, in: shanghai).nextService }
        == CivilDate(year: 2026, month: 12, day: 20))
  }

  @Test func `three faults tell when the next is to be expected, two do not`() {
    var given = registered
    for day in 0..<3 { given = given.and(report("L3"), at: Double(day) * 20 * 1440) }
    let state = given.desk.assets["L3"]
    let day = CivilDate(year: 2026, month: 12, day: 31)
    let forecast = state.map { AssetForecast($0, on: day, in: shanghai) }
    #expect(forecast?.daysBetweenFaults == 20)
    #expect(forecast?.nextFault == CivilDate(year: 2027, month: 1, day: 19))
    let two = registered.and(report("L3"), at: 0).and(report("L3"), at: 1440).desk.assets["L3"]
    #expect(two.map { AssetForecast($0, on: day, in: shanghai).nextFault == nil } == true)
  }

  @Test(arguments: [
    ("2024-02-29", 12, "2025-02-28"), ("2026-01-31", 1, "2026-02-28"), ("2026-11-15", 2, "2027-01-15"),
    ("2026-12-31", 1, "2027-01-31"), ("2026-11-15", .max, "12026-11-15"),
  ])
  func `months are added to the day, or to the last of a shorter month`(from: String, months: Int, to: String)
  {
    #expect(CivilDate(from)?.adding(months: months).description == to)
  }
}
