import Desk

/// Calls as a desk gets them: rooms, categories and words in Chinese, about 200 bytes of JSON each.
struct SampleTickets {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  private static let repairs: [(category: String, subject: String)] = [
    ("lift", "电梯困人 轿厢停在三楼"), ("lift", "电梯门关不严 有异响"), ("power", "整层停电 空气开关跳闸"),
    ("water", "停水 水压不足"), ("lighting", "楼道灯不亮"), ("lighting", "车库照明闪烁"), ("plumbing", "马桶堵塞 反水"),
    ("leak", "厨房水管漏水 楼下受影响"), ("electrical", "插座冒火花"), ("drainage", "下水道返味"),
    ("doors", "单元门禁刷卡无反应"), ("intercom", "可视对讲没有声音"), ("structure", "外墙瓷砖空鼓"),
    ("greenery", "树枝遮挡窗户 请修剪"),
  ]
  private static let complaints: [(category: String, subject: String)] = [
    ("noise", "楼上夜间装修噪音"), ("parking", "车位被外来车辆占用"), ("cleaning", "电梯间保洁不及时"),
    ("attitude", "保安态度生硬"), ("neighbours", "邻居楼道堆放杂物"),
  ]
  private static let details = [
    "业主来电反映，家中有老人，希望尽快安排人员上门查看。", "已告知业主先行断电，等待维修人员到场。", "业主下午两点以后在家，可提前电话联系。",
    "同一单元另有两户反映，可能是公共管道问题。", "Resident speaks English; call 5 minutes before arrival.",
  ]

  /// The next call; one in ten is a complaint.
  mutating func next() -> NewTicket {
    let isComplaint = random.next() % 10 == 0
    let (category, subject) = random.pick(isComplaint ? Self.complaints : Self.repairs)
    return ticket(isComplaint ? .complaint : .repair, category, subject)
  }

  /// One call alone.
  var first: NewTicket {
    var tickets = self
    return tickets.next()
  }

  /// The next repair.
  mutating func nextRepair() -> NewTicket {
    let (category, subject) = random.pick(Self.repairs)
    return ticket(.repair, category, subject)
  }

  private mutating func ticket(_ kind: TicketKind, _ category: String, _ subject: String) -> NewTicket {
    let floor = 1 + random.next() % 18
    let place = "\(1 + random.next() % 24)-\(1 + random.next() % 4)-\(floor)0\(1 + random.next() % 4)"
    let channel: Channel = random.next() % 4 == 0 ? .wechat : .phone
    return NewTicket(
      kind: kind, place: Place(stored: place), category: category,
      subject: "\(subject) \(random.next() % 900 + 100)",
      text: random.pick(Self.details), channel: channel)
  }
}
