import Desk
import Foundation

extension DemoDay {
  /// Equipment of the sample day: a lift past its years whose contract ends soon, and the pumps.
  static func assets(at now: Date, in zone: TimeZone) -> [Asset] {
    let today = CivilDate(now, in: zone)
    let soon = today.adding(days: 20)
    return [
      Asset(
        id: "L5", kind: .lift, name: "5栋1单元电梯", place: Place("5栋1单元 电梯"),
        installed: CivilDate(year: today.year - 17, month: 5, day: 1), contractEnd: soon, lifeYears: 15,
        serviceMonths: 1),
      Asset(
        id: "P1", kind: .water, name: "生活水泵", place: Place("公共区域 水泵房"),
        installed: CivilDate(year: today.year - 6, month: 9, day: 1), lifeYears: 12, serviceMonths: 3),
    ]
  }

  /// The equipment a call is about, by its category.
  static func asset(for category: String) -> String? { ["lift": "L5", "water": "P1"][category] }

  /// People at a place besides those who call.
  static let others: [(name: String, phone: String, place: String, role: ResidentRole)] = [
    ("王芳", "13912340001", "3-2-1501", .family), ("刘洋", "13912340002", "1-1-0801", .tenant),
  ]

  struct Visitor {
    /// Minutes before now they came, and left; nil while they are inside.
    var ago: Double
    var left: Double?
    var arrival: Arrival
    var name: String
    var phone: String
    var plate = ""
  }

  /// People from outside, in the order they came.
  static let visits: [Visitor] = [
    Visitor(
      ago: 150, left: 141, arrival: Arrival(place: Place("3-2-1501"), purpose: .delivery, text: "顺丰"),
      name: "",
      phone: "13712340011"),
    Visitor(
      ago: 130, arrival: Arrival(place: Place("6-1-0902"), purpose: .contractor, text: "换窗 两人"), name: "赵师傅",
      phone: "13712340012", plate: "粤B7K219"),
    Visitor(
      ago: 35, arrival: Arrival(place: Place("2-1-1203"), purpose: .viewing, text: "链家"), name: "李女士",
      phone: "13712340013"),
  ]
}
