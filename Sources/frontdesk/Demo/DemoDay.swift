import Desk

/// A sample day for newcomers: what was called in, and what was done about it, in minutes before now.
struct DemoDay {
  struct Call {
    var ago: Double
    var ticket: NewTicket
    var caller: String
    var phone: String
    var steps: [(ago: Double, command: TicketCommand)]
  }

  /// Everyone on the staff.
  static let staff = [
    StaffMember(name: "老王", skills: ["电工"], role: .engineer),
    StaffMember(name: "小刘", skills: ["综合"], role: .engineer),
    StaffMember(name: "老李", skills: ["水工"], role: .engineer),
    StaffMember(name: "李敏", role: .reception), StaffMember(name: "王强", skills: ["综合"], role: .shiftLead),
    StaffMember(name: "赵敏", skills: ["主管"], role: .supervisor),
    StaffMember(name: "张强", skills: ["保安"], role: .guard),
    StaffMember(name: "赵磊", skills: ["保安"], role: .guard),
  ]

  /// Those one practises with in English.
  static let englishStaff = [
    StaffMember(name: "Lao Wang", skills: ["electrician"], role: .engineer),
    StaffMember(name: "Liu", skills: ["handyman"], role: .engineer),
    StaffMember(name: "Lao Li", skills: ["plumber"], role: .engineer),
    StaffMember(name: "Li Min", role: .reception), StaffMember(name: "Zhao Min", role: .supervisor),
    StaffMember(name: "Zhang Qiang", role: .guard),
  ]

  /// Who of them is on shift.
  static let englishOnDuty = ["Li Min", "Zhao Min", "Lao Wang", "Liu", "Zhang Qiang"]

  /// Two routes, one walked with a point missed, one on its way.
  static let routes = [
    route(
      "A", "A线", ["大堂", "1栋", "2栋", "水泵房", "B1车库", "B2车库", "2栋天台", "3栋天台", "4栋", "配电房", "消防室", "门岗"], every: 9
    ),
    route("B", "B线", ["东门", "西门", "儿童区", "垃圾房", "配电房", "水景", "车库口", "监控室", "北门", "会所"], every: 8),
  ]

  /// The walks: route, guard, minutes ago it started, and the minutes ago each point was reached; nil for one left out.
  static let rounds:
    [(route: String, guardName: String, ago: Double, reached: [(point: Int, ago: Double, failed: Bool)])] = [
      (
        "A", "张强", 66,
        [
          (0, 62, false), (1, 55, false), (2, 47, false), (3, 36, true), (4, 29, false), (5, 20, false),
          (6, 10, false),
        ]
      ),
      ("B", "赵磊", 45, [(0, 41, false), (1, 34, false), (2, 27, false), (3, 20, false)]),
    ]

  /// Who is on shift.
  static let onDuty = ["李敏", "赵敏", "老王", "小刘", "张强"]

  /// A fire drill of the morning, a lift that holds somebody now, and a note for the next shift.
  static let incidents = drill + entrapment

  private static let entrapment: [(ago: Double, command: Command)] = [
    (9, .declareIncident(NewIncident(plan: "lift", place: Place("5栋1单元 电梯"), text: "一人被困，情绪稳定"))),
    (7, .incident(IncidentID(2), .doStep(0, by: "李敏"))),
    (6, .incident(IncidentID(2), .doStep(1, by: "李敏"))),
    (4, .incident(IncidentID(2), .sendNotice(text: "5栋1单元电梯故障停用，请走2单元"))),
  ]

  private static let drill: [(ago: Double, command: Command)] = {
    var steps: [(ago: Double, command: Command)] = [
      (240, .declareIncident(NewIncident(plan: "fire", place: Place("3栋地库"), text: "半年演习", isDrill: true)))
    ]
    for step in 0..<8 {
      let name = step < 3 ? "李敏" : "张强"
      steps.append((239 - Double(step) * 4, .incident(IncidentID(1), .doStep(step, by: name))))
    }
    return steps + [(200, .incident(IncidentID(1), .contain(text: "演习结束，用时 32 分钟")))]
  }()

  private static func route(_ id: String, _ name: String, _ points: [String], every minutes: Int) -> Route {
    Route(
      id: id, name: name,
      points: points.enumerated().map {
        Checkpoint(id: "\($0.offset + 1)", name: $0.element, within: ($0.offset + 1) * minutes)
      })
  }
}
