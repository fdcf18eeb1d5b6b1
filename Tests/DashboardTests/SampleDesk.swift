import Desk
import Foundation

/// A lively Wednesday at the front desk: every state a ticket can be in, two rounds, complaints, breaches.
enum SampleDesk {
  /// Wednesday 14 October 2026, 14:32 in Shanghai.
  static let now = Date(timeIntervalSince1970: 1_791_959_520)
  static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
  static let clerk = Actor(name: "李敏", desk: "前台")

  /// One call: minutes ago, what was said, and what was done about it, also in minutes ago.
  struct Call {
    var ago: Double
    var ticket: NewTicket
    var caller: String
    var phone: String
    var steps: [(ago: Double, command: TicketCommand)]
  }

  private typealias Moment = (ago: Double, act: @Sendable (inout PaperClerk, Date) -> Void)

  /// The day as it was recorded, with every clock that ran out.
  static let lived = live()

  private static func live() -> PaperClerk {
    var paper = PaperClerk(zone: zone)
    let start = now.addingTimeInterval(-43_200)
    for (name, skill, role) in staff {
      _ = paper.submit(.joinStaff(StaffMember(name: name, skills: [skill], role: role)), at: start)
    }
    _ = paper.submit(.startShift(.early, on: ["李敏", "赵敏", "小刘"]), at: start)
    for route in [routeA, routeB] { _ = paper.submit(.publishRoute(route), at: start) }
    var moments: [Moment] = []
    for (index, call) in calls.enumerated() {
      let contact = Contact(id: "c\(index)", name: call.caller, phone: call.phone)
      moments.append((call.ago, { $0.take(call, index, contact, at: $1) }))
      for step in call.steps { moments.append((step.ago, { $0.act(index, step.command, at: $1) })) }
    }
    moments += rounds
    for moment in moments.sorted(by: { $0.ago > $1.ago }) {
      let at = now.addingTimeInterval(-moment.ago * 60)
      _ = paper.submit(.recordCrossings, at: at, actor: .system)
      moment.act(&paper, at)
    }
    _ = paper.submit(.recordCrossings, at: now, actor: .system)
    return paper
  }

  private static let staff: [(String, String, StaffRole)] = [
    ("老王", "电工", .engineer), ("小刘", "综合", .engineer), ("老李", "水工", .engineer),
    ("赵敏", "主管", .supervisor), ("张强", "保安", .guard), ("赵磊", "保安", .guard),
  ]

  private static let routeA = Route(
    id: "A", name: "A线",
    points: ["大堂", "1栋", "2栋", "水泵房", "B1车库", "2栋天台", "3栋天台", "配电房"].enumerated().map {
      Checkpoint(id: "\($0.offset + 1)", name: $0.element, within: ($0.offset + 1) * 9)
    })

  private static let routeB = Route(
    id: "B", name: "B线",
    points: ["东门", "西门", "儿童区", "垃圾房", "水景", "北门"].enumerated().map {
      Checkpoint(id: "\($0.offset + 1)", name: $0.element, within: ($0.offset + 1) * 8)
    })

  private static let rounds: [Moment] = [
    (66, { $0.start("A", "张强", at: $1) }), (60, { $0.checkIn("A", "1", at: $1) }),
    (52, { $0.checkIn("A", "2", at: $1) }), (36, { $0.checkIn("A", "4", failed: "压力表偏低", at: $1) }),
    (24, { $0.checkIn("A", "5", at: $1) }), (13, { $0.checkIn("A", "6", at: $1) }),
    (30, { $0.start("B", "赵磊", at: $1) }), (25, { $0.checkIn("B", "1", at: $1) }),
    (16, { $0.checkIn("B", "2", at: $1) }), (8, { $0.checkIn("B", "3", at: $1) }),
  ]

  private static let calls: [Call] = [
    call(
      400, .repair, "7-2-1101", "plumbing", "花洒漏水", "章先生", "18855556666", [(398, .cancel(reason: "业主自行修好"))]),
    call(
      390, .repair, "3-2-1501", "leak", "马桶漏水", "张三", "13812345678",
      [
        (384, .assign(staff: "老李")), (382, .accept), (366, .arrive),
        (360, .giveFeedback(text: "师傅已到", reporter: nil)), (330, .complete(text: "已修好")),
        (329, .paper(.sign)), (328, .paper(.passCheck(by: nil))),
        (320, .paper(.followUp(rating: 5, text: "满意"))),
        (315, .close(text: "业主确认")),
      ]),
    call(42, .repair, "3-2-1501", "leak", "厨房水管漏水，地面积水", "张三", "13812345678", urgent: true),
    call(26, .repair, "1-1-0801", "electrical", "全屋跳闸，老人独居，合闸即跳", "陈阿姨", "13800002217", urgent: true),
    call(
      19, .repair, "2-3-1204", "doors", "门禁卡失效，进不了单元门", "孙先生", "13911112222", urgent: true,
      [(15, .assign(staff: "小刘")), (13, .accept)]),
    call(
      202, .repair, "6-2-0701", "drainage", "卫生间堵塞返水", "周女士", "13733334444",
      [(190, .assign(staff: "老李")), (186, .accept), (150, .arrive)]),
    call(
      252, .repair, "5-1-0302", "lift", "电梯困人后复检", "赵女士", "13655556666", urgent: true,
      [(250, .assign(staff: "老王")), (230, .arrive), (228, .complete(text: "已复检，运行正常"))]),
    call(8, .repair, "公共区域 地库B2", "lighting", "地库B2照明不亮", "", "", channel: .patrol),
    call(175, .repair, "4-1-0504", "plumbing", "空调外机滴水", "吴先生", "13577778888", [(160, .assign(staff: "小刘"))]),
    call(
      80, .repair, "3-1-2203", "doors", "窗户密封条脱落", "郑女士", "13499990000",
      [(70, .assign(staff: "老王")), (65, .accept)]),
    call(
      300, .repair, "8-1-1102", "plumbing", "龙头更换（待料）", "王女士", "13822223333",
      [
        (280, .assign(staff: "老李")), (270, .arrive), (265, .giveFeedback(text: "需更换阀芯", reporter: nil)),
        (42, .hold(.parts, evidence: "阀芯已下单，明日到货", ownerTold: true)),
      ]),
    call(49, .repair, "1-2-0605", "intercom", "对讲机无声", "钱先生", "13844445555"),
    call(46, .repair, "1-2-0606", "intercom", "对讲机无声", "冯女士", "13866667777"),
    call(10, .repair, "7-1-0902", "drainage", "阳台地漏异味", "蒋先生", "13888889999", [(6, .assign(staff: "小刘"))]),
    call(
      64, .repair, "2-1-0404", "water", "水压偏低", "韩女士", "15833334444", urgent: true,
      [(62, .assign(staff: "老李")), (51, .arrive), (45, .giveFeedback(text: "水泵房在查", reporter: nil))]),
    call(
      500, .repair, "公共区域 东门", "lighting", "东门路灯闪烁", "", "", channel: .wechat,
      [
        (480, .assign(staff: "老王")), (300, .giveFeedback(text: "已报修", reporter: nil)),
        (120, .hold(.parts, evidence: "等灯头", ownerTold: true)),
      ]),
    call(33, .enquiry, "10-1-0101", "fees", "物业费发票怎么开", "何女士", "15855556666"),
    call(
      55, .help, "6-1-0902", "security", "忘带钥匙，请求开单元门", "许先生", "15877778888",
      [(50, .assign(staff: "张强")), (40, .arrive), (39, .giveFeedback(text: "已开门", reporter: nil))]),
    call(
      600, .suggestion, "公共区域 儿童区", "other", "儿童区加装遮阳棚", "杨先生", "15899990000", channel: .suggestionBox,
      [(500, .giveFeedback(text: "已报业委会", reporter: nil))]),
    call(
      500, .complaint, "6-1-0902", "noise", "夜间装修，第二次投诉", "许先生", "15877778888",
      [(490, .assign(staff: "赵敏")), (460, .arrive), (300, .giveFeedback(text: "已约谈装修方", reporter: nil))]),
    call(70, .complaint, "公共区域 消防通道", "parking", "消防通道被占", "匿名", "", [(66, .assign(staff: "张强"))]),
    call(
      100, .complaint, "3-2-大堂", "cleaning", "电梯厅异味", "何女士", "15855556666",
      [(95, .assign(staff: "小刘")), (70, .arrive)]),
    call(12, .complaint, "2-3-1204", "attitude", "门岗态度", "孙先生", "13911112222", [(9, .assign(staff: "赵敏"))]),
  ]

  private static func call(
    _ ago: Double, _ kind: TicketKind, _ place: String, _ category: String, _ subject: String,
    _ caller: String,
    _ phone: String, urgent: Bool = false, channel: Channel = .phone, _ steps: [(Double, TicketCommand)] = []
  ) -> Call {
    let ticket = NewTicket(
      kind: kind, place: Place(place), category: category, subject: subject,
      urgency: urgent ? .urgent : .ordinary, channel: channel)
    return Call(
      ago: ago, ticket: ticket, caller: caller, phone: phone, steps: steps.map { (ago: $0.0, command: $0.1) })
  }
}

extension PaperClerk {
  fileprivate mutating func take(_ call: SampleDesk.Call, _ index: Int, _ contact: Contact, at instant: Date)
  {
    var ticket = call.ticket
    if !contact.isEmpty { ticket.contact = contact.id }
    _ = submit(.report(ticket), at: instant, contact: contact)
    numbers[index] =
      events.last { if case .ticket(_, .reported) = $0.event { true } else { false } }?.stream.ticket
  }

  fileprivate mutating func act(_ index: Int, _ command: TicketCommand, at instant: Date) {
    if let id = numbers[index] { _ = submit(.ticket(id, command), at: instant) }
  }

  fileprivate mutating func start(_ route: String, _ name: String, at instant: Date) {
    _ = submit(.startRound(route: route, guardName: name), at: instant)
  }

  fileprivate mutating func checkIn(_ route: String, _ point: String, failed: String? = nil, at instant: Date)
  {
    _ = submit(
      .checkIn(
        route: route, point: point, guardName: "", result: failed == nil ? .ok : .failed, note: failed ?? "",
        method: "card"), at: instant)
  }
}
