import Desk

// swift-format-ignore: one line a call is the script
extension DemoDay {
  /// About forty calls in every state a ticket can be in.
  static let calls: [Call] = finished + running + complaints

  /// A few calls to practise on: one that is urgent and new, one that waits, one in somebody's hands.
  static let practice: [Call] = [
    call(
      40, .repair, "2-3-1204", "doors", "门禁卡失效，进不了单元门", "孙先生", "13911112222",
      [(38, .assign(staff: "小刘")), (37, .accept), (30, .giveFeedback(text: "小刘在路上", reporter: nil))]),
    call(12, .repair, "8-1-1102", "plumbing", "龙头滴水", "王女士", "13822223333"),
    call(1, .repair, "1-1-0801", "electrical", "全屋跳闸，老人独居", "陈阿姨", "13800002217", urgent: true),
  ]

  /// The same in English.
  static let englishPractice: [Call] = [
    call(
      40, .repair, "2-3-1204", "doors", "Access card dead, cannot get in", "Mr Sun", "13911112222",
      [
        (38, .assign(staff: "Liu")), (37, .accept),
        (30, .giveFeedback(text: "Liu is on his way", reporter: nil)),
      ]),
    call(12, .repair, "8-1-1102", "plumbing", "Tap drips", "Ms Wang", "13822223333"),
    call(
      1, .repair, "1-1-0801", "electrical", "Whole flat without power", "Mrs Chen", "13800002217",
      urgent: true),
  ]

  private static let running: [Call] = [
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
    call(5, .repair, "9-1-0303", "structure", "客厅吊灯坠落隐患", "沈先生", "15811112222", [(3, .assign(staff: "老王"))]),
    call(
      64, .repair, "2-1-0404", "water", "水压偏低", "韩女士", "15833334444", urgent: true,
      [(62, .assign(staff: "老李")), (51, .arrive), (45, .giveFeedback(text: "水泵房在查", reporter: nil))]),
    call(
      120, .repair, "公共区域 东门", "lighting", "东门路灯闪烁", "", "", channel: .wechat, [(100, .assign(staff: "老王"))]),
    call(33, .enquiry, "10-1-0101", "fees", "物业费发票怎么开", "何女士", "15855556666"),
    call(
      55, .help, "6-1-0902", "security", "忘带钥匙，请求开单元门", "许先生", "15877778888",
      [(50, .assign(staff: "张强")), (40, .arrive), (39, .giveFeedback(text: "已开门", reporter: nil))]),
    call(
      600, .suggestion, "公共区域 儿童区", "other", "儿童区加装遮阳棚", "杨先生", "15899990000", channel: .suggestionBox,
      [(500, .giveFeedback(text: "已报业委会", reporter: nil))]),
    call(
      91, .repair, "5-1-1201", "plumbing", "洗手盆下水慢", "秦女士", "18811112222",
      [
        (80, .assign(staff: "老李")), (79, .paper(.quote(amount: 6000, what: "疏通管道"))),
        (78, .paper(.acceptCharge)),
        (60, .hold(.ownerTime, evidence: "业主约 18:00", ownerTold: false)),
      ]),
    call(15, .repair, "12-1-1503", "electrical", "走廊插座没电", "尤先生", "18833334444"),
  ]

  private static let complaints: [Call] = [
    call(
      500, .complaint, "6-1-0902", "noise", "夜间装修，第二次投诉", "许先生", "15877778888",
      [(490, .assign(staff: "赵敏")), (460, .arrive), (300, .giveFeedback(text: "已约谈装修方", reporter: nil))]),
    call(70, .complaint, "公共区域 消防通道", "parking", "消防通道被占", "匿名", "", [(66, .assign(staff: "张强"))]),
    call(
      100, .complaint, "3-2-大堂", "cleaning", "电梯厅异味", "何女士", "15855556666",
      [(95, .assign(staff: "小刘")), (70, .arrive), (60, .grade(.ordinary)), (58, .paper(.handOff(to: "赵敏")))]),
    call(12, .complaint, "2-3-1204", "attitude", "门岗态度", "孙先生", "13911112222", [(9, .assign(staff: "赵敏"))]),
  ]

  private static let finished: [Call] = [
    done(700, "1-1-0302", "plumbing", "马桶漏水", "卫先生", "老李"),
    done(680, "2-1-1001", "doors", "防盗门锁坏", "华女士", "小刘"),
    done(655, "3-1-0502", "electrical", "客厅灯不亮", "严先生", "老王"),
    done(620, "4-2-0803", "drainage", "厨房下水堵塞", "金女士", "老李"),
    done(580, "5-2-1201", "leak", "墙面渗水", "魏先生", "老李"),
    done(560, "7-1-0101", "intercom", "可视对讲黑屏", "陶女士", "老王"),
    done(520, "8-2-0602", "plumbing", "热水器进水管滴水", "姜先生", "老李"),
    done(480, "1-1-0801", "electrical", "空开频繁跳闸", "陈小姐", "老王"),
    done(430, "1-2-1403", "doors", "阳台门变形", "谢先生", "小刘"),
    done(390, "2-2-0303", "plumbing", "花洒漏水", "邹女士", "老李"),
    done(360, "6-1-0501", "greenery", "树枝碰窗", "喻先生", "小刘"),
    done(330, "3-2-0904", "electrical", "厨房插座打火", "柏女士", "老王"),
    done(310, "10-1-0802", "plumbing", "阀门关不紧", "水先生", "老李"),
    done(290, "11-1-0203", "intercom", "对讲串线", "窦女士", "老王"),
    call(
      400, .repair, "7-2-1101", "plumbing", "重复登记：花洒漏水", "章先生", "18855556666",
      [(398, .cancel(reason: "业主自行修好"))]),
    call(
      350, .enquiry, "4-1-0504", "procedure", "装修手续怎么办", "吴先生", "13577778888",
      [
        (345, .giveFeedback(text: "已发办事指南", reporter: nil)), (344, .complete(text: "")),
        (343, .close(text: "")),
      ]),
  ]

  private static func done(
    _ ago: Double, _ place: String, _ category: String, _ subject: String, _ caller: String, _ staff: String
  ) -> Call {
    call(
      ago, .repair, place, category, subject, caller, "139\(10_000_000 + Int(ago) * 97)",
      [
        (ago - 6, .assign(staff: staff)), (ago - 8, .accept), (ago - 24, .arrive),
        (ago - 30, .giveFeedback(text: "师傅已到，正在处理", reporter: nil)), (ago - 60, .complete(text: "已修好")),
        (ago - 62, .paper(.sign)), (ago - 66, .paper(.passCheck(by: nil))),
        (ago - 74, .paper(.followUp(rating: Int(ago) % 2 + 4, text: ""))), (ago - 75, .close(text: "业主确认")),
      ])
  }

  private static func call(
    _ ago: Double, _ kind: TicketKind, _ place: String, _ category: String, _ subject: String,
    _ caller: String,
    _ phone: String, urgent: Bool = false, channel: Channel = .phone, _ steps: [(Double, TicketCommand)] = []
  ) -> Call {
    Call(
      ago: ago,
      ticket: NewTicket(
        kind: kind, place: Place(place), category: category, subject: subject,
        urgency: urgent ? .urgent : .ordinary, channel: channel),
      caller: caller, phone: phone, steps: steps.map { (ago: $0.0, command: $0.1) })
  }
}
