import Desk
import Foundation
import Testing

@testable import Dashboard

/// A call as people speak it.
@Suite struct SpokenCallTests {
  private func read(_ text: String) -> QuickLine {
    QuickLine("1-1-101 \(text)", policy: .standard, staff: [])
  }

  @Test(arguments: [
    "电表号 12345678", "表号 1234567", "单号：12345678", "订单号是 12345678", "订单 12345678", "编号 12345678",
    "户号 是 12345678",
    "工单号 12345678", "电表 12345678", "读数 12345678", "meter no 12345678", "meter no. 12345678",
    "order 12345678", "account number is 12345678", "serial: 12345678", "ref 12345678",
    "meter reads 12345678",
    "订单号 02112345678",
  ])
  func `a number that is said to be something else is no telephone's`(text: String) {
    let line = read("\(text) 漏水")
    #expect(line.phone.isEmpty && line.subject.hasPrefix(text))
  }

  @Test(arguments: [
    "表号13812345678", "订单号 13912345678", "订单号码：13912345678", "电表 13812345678", "水表号 13812345678",
    "快递单号是13812345678",
    "运单 138 1234 5678", "编号为13800138000", "meter no 13800138000", "Meter No. 13800138000",
    "meter no.:13800138000",
    "order #13912345678", "tracking number is 13912345678", "serial 13912345678",
  ])
  func `nor is a number that begins like a mobile's, and none of it is left out of what it is about`(
    text: String
  ) {
    let line = read("\(text) 漏水")
    #expect(line.phone.isEmpty && line.subject == text)
    #expect(text.freeText == text)
  }

  @Test(arguments: [
    "订单电话13812345678", "换水表 13812345678", "催单 13812345678", "编号 7，13812345678", "my number is 13812345678",
    "phone no. 13812345678", "账号 13812345678", "account 13812345678", "order, 13812345678",
    "订单号 13912345678 电话13812345678", "meter 13912345678 13812345678", "工号 13812345678",
  ])
  func `a mobile number is one where nothing next to it says it is something else`(text: String) {
    #expect(read("\(text) 漏水").phone == "13812345678")
    #expect(text.maskingPhones.hasSuffix("138****5678"))
  }

  @Test(arguments: [
    "62345678", "电话 62345678", "号码 62345678", "my number is 62345678", "phone no. 62345678", "换水表 62345678",
    "催单 62345678", "3号 62345678", "订单号 12345678 电话 62345678",
  ])
  func `a number of a fixed line is one where nothing says it is something else`(text: String) {
    #expect(read("\(text) 漏水").phone == "62345678")
  }

  @Test(arguments: [
    ("卫生间灯不亮", "electrical"), ("洗手间灯坏了", "electrical"), ("楼梯间灯不亮", "lighting"), ("停车场灯不亮", "lighting"),
    ("卫生间卫生太差", "cleaning"), ("卫生间漏水", "leak"), ("厨房灯闪", "electrical"), ("燃气灶打不着火", "other"),
    ("热水器打不着火", "other"), ("燃气灶漏气", "gas"), ("燃气灶有味", "gas"), ("燃气泄漏", "gas"), ("电瓶车着火了", "fire"),
    ("电表箱冒烟", "fire"), ("垃圾房门坏了", "doors"), ("垃圾房的单元门坏了", "doors"), ("空调外机滴水", "other"),
    ("电梯厅地上很脏", "cleaning"), ("电梯里很脏", "cleaning"),
    ("电梯门口灯不亮", "lighting"), ("指纹锁没电", "doors"), ("树枝挡住窗户", "greenery"), ("插座有焦味", "fire"), ("电梯里有味", "lift"),
    ("马桶没水", "drainage"), ("没热水", "water"), ("家里没有热水", "water"), ("热水器没热水", "other"),
    ("水龙头没有热水", "plumbing"), ("家里没有电", "power"), ("no hot water", "water"), ("其他房间没水", "water"),
    ("消防通道灯不亮", "lighting"), ("消防楼梯灯坏了", "lighting"), ("消防报警灯响", "fire"), ("电梯按钮灯不亮", "lighting"),
    ("电梯困人灯也不亮", "lift"), ("儿童区灯坏了", "lighting"), ("elevator lamp is out", "lighting"),
    ("lift light broken", "lighting"), ("basement lights out", "lighting"),
    ("lift lobby light out", "lighting"), ("light in the toilet is broken", "electrical"),
    ("lights out in stairwell", "lighting"), ("toilet door lock broken", "doors"),
    ("rubbish in the lift", "cleaning"), ("stranger stuck in lift", "lift"),
    ("person trapped in lift", "lift"), ("gas stove won't light", "other"),
    ("gas stove leaking", "gas"), ("smell of gas near the stove", "gas"),
    ("power socket dead", "electrical"), ("no water", "water"), ("gas bill", ""),
    ("water leak from ceiling", "leak"), ("天花板漏水", "leak"), ("天花板滴水", "leak"), ("天花板渗水", "leak"),
    ("卫生间天花板一直往下滴水", "leak"), ("吊顶滴水", "leak"), ("客厅天花板有水渍", "leak"), ("天花板裂缝", "structure"),
    ("天花板水泥脱落", "structure"), ("外墙渗水", "structure"), ("天花板滴水，电箱冒烟", "fire"), ("天花板灯不亮", "electrical"),
    ("ceiling leaking", "leak"), ("ceiling dripping", "leak"), ("the ceiling drips", "leak"),
    ("water through the ceiling", "leak"), ("ceiling cracked", "structure"),
    ("water dripping from aircon", "plumbing"),
    ("door light out", "electrical"), ("tap in kitchen drips", "plumbing"), ("leak", "leak"),
  ])
  func `the longest word counts, and what comes last is what is broken`(text: String, category: String) {
    #expect(read(text).category == category)
  }

  @Test(arguments: [("3-2-1501", "electrical"), ("公共区域", "lighting"), ("地库B2", "lighting")])
  func `a lamp is public lighting only where the public goes`(place: String, category: String) {
    #expect(QuickLine("灯不亮", policy: .standard, staff: [], at: Place(place)).category == category)
  }

  @Test func `a gas stove that does not light is no urgent repair, and one that leaks is`() {
    for (text, urgency) in [
      ("燃气灶打不着火", Urgency.ordinary), ("燃气灶漏气", .urgent), ("厨房有煤气味", .urgent), ("天花板滴水", .urgent),
      ("ceiling dripping", .urgent), ("天花板裂缝", .ordinary),
    ] {
      #expect(Policy.standard.urgency(said: nil, of: read(text).category, .repair) == urgency)
    }
  }

  @Test(arguments: [
    "很急", "非常急", "加急", "特急", "十万火急", "急急急", "急！！", "asap", "ASAP!", "right away", "immediately", "emergency",
    "Emergency!", "very urgent", "urgently",
  ])
  func `what is urgent is heard, and leaves what it is about`(word: String) {
    for line in [read("\(word) 窗坏"), read("窗坏，\(word)")] {
      #expect(line.urgency == .urgent && line.subject == "窗坏")
    }
  }

  @Test(arguments: [
    ("漏水很急", Urgency?.some(.urgent)), ("情况紧急", .urgent), ("不急", .ordinary), ("不太急", .ordinary),
    ("不是很急", .ordinary), ("没那么急", .ordinary), ("不用加急", .ordinary), ("非紧急", .ordinary),
    ("not urgent", .ordinary),
    ("no rush", .ordinary), ("not an emergency", .ordinary), ("no emergency", .ordinary),
    ("not very urgent", .ordinary), ("not right away", .ordinary), ("应急灯不亮", nil), ("应急", nil), ("谁说不急", nil),
    ("emergency exit blocked", nil), ("emergency light out", nil), ("trips immediately when used", nil),
    ("急诊回来", nil),
  ])
  func `what only sounds urgent is not`(text: String, urgency: Urgency?) {
    #expect(read(text).urgency == urgency)
    if urgency != .ordinary { #expect(read(text).subject == text) }
  }

  @Test(arguments: [
    ("我是3-2-1501的王女士，卫生间灯不亮", "3-2-1501", "王女士"), ("我住3-2-1501，水管漏水", "3-2-1501", ""),
    ("这里是3-2-1501，水管漏水", "3-2-1501", ""), ("住3-2-1502，马桶堵", "3-2-1502", ""),
    ("我家在八栋一单元1102，停水了", "8-1-1102", ""), ("住户反映太吵", "", ""),
  ])
  func `a room is heard where callers begin with it`(text: String, place: String, reporter: String) {
    let line = QuickLine(text, policy: .standard, staff: [])
    #expect(line.place == place && line.reporter == reporter)
  }

  @Test(arguments: [
    ("3-2-1501 跳闸 张三 13812345678", "张三", "跳闸"), ("3-2-1501 13812345678 张三 跳闸", "张三", "跳闸"),
    ("3-2-1501 跳闸 张三13812345678", "张三", "跳闸"), ("3-2-1501 马桶 13812345678 堵了", "", "马桶 堵了"),
    ("3-2-1501 张三 跳闸 13812345678", "", "张三 跳闸"), ("3-2-1501 雷击 13812345678", "", "雷击"),
    ("my name is O'Brien, 7-1-902, sink blocked, call me on 8765-4321", "O'Brien", "sink blocked"),
    ("3-2-1501 sink blocked, my number is 13812345678", "", "sink blocked"),
    ("this is Anna's mum, sink blocked", "", "this is Anna's mum, sink blocked"),
  ])
  func `a name beside the number is whose it is`(text: String, reporter: String, subject: String) {
    let line = QuickLine(text, policy: .standard, staff: [])
    #expect(line.reporter == reporter && line.subject == subject)
  }

  @Test(arguments: [
    ("大堂门禁坏了", "大堂", "门禁坏了"), ("天台门没锁", "天台", "门没锁"), ("大门口有积水", "", "大门口有积水"),
    ("我要投诉楼上3-2-1601装修太吵", "3-2-1601", "我要投诉楼上3-2-1601装修太吵"), ("编号12-34-567890的阀门", "", "编号12-34-567890的阀门"),
  ])
  func `where it is may stand within a word`(text: String, place: String, subject: String) {
    let line = QuickLine(text, policy: .standard, staff: [])
    #expect(line.place == place && line.subject == subject)
  }

  @Test(arguments: [
    ("不是3-2-1501是3-2-1502 水龙头没水", "3-2-1502", "水龙头没水"), ("不是3-2-1501，是3-2-1502水龙头没水", "3-2-1502", "水龙头没水"),
    ("3-2-1501 no 3-2-1502 tap drips", "3-2-1502", "tap drips"),
    ("not 3-2-1501 but 3-2-1502 tap drips", "3-2-1502", "tap drips"),
    ("Not 3-2-1501, it's 3-2-1502: tap drips", "3-2-1502", "tap drips"),
    ("3-2-1501, no, sorry, 3-2-1502, tap drips", "3-2-1502", "tap drips"),
    ("3-2-1501 tap drips, I mean 3-2-1502", "3-2-1502", "tap drips"),
    ("Bldg 3 Unit 2 1501, no, Bldg 3 Unit 2 1502, tap drips", "3-2-1502", "tap drips"),
    ("3-2-1501不对3-2-1502水龙头没水", "3-2-1502", "水龙头没水"), ("3-2-1501 水龙头没水，说错了，是3-2-1502", "3-2-1502", "水龙头没水"),
    ("3-2-1501 不是 3-2-1502 水龙头没水", "3-2-1502", "水龙头没水"), ("不是3-2-1501水龙头没水，是3-2-1502", "3-2-1502", "水龙头没水"),
    ("3-2-1502 not 3-2-1501, tap drips", "3-2-1502", "tap drips"),
    ("是3-2-1502不是3-2-1501 水龙头没水", "3-2-1502", "水龙头没水"),
    ("3-2-1502 no hot water", "3-2-1502", "no hot water"),
    ("3-2-1502 不是漏水，是水龙头没水", "3-2-1502", "不是漏水，是水龙头没水"),
  ])
  func `a room that is corrected is the right one, and the correction is none of what it is about`(
    text: String, place: String, subject: String
  ) {
    let line = QuickLine(text, policy: .standard, staff: [])
    #expect(line.place == place && line.subject == subject, "\(line.place)|\(line.subject)")
  }

  @Test func `a room of the only building is corrected too`() {
    var estate = Estate()
    estate.add([Place("1-1-1501")])
    let line = QuickLine("15-01 no 15-02 tap drips", policy: .standard, staff: [], estate: estate)
    #expect(line.place == "1-1-1502" && line.subject == "tap drips")
  }

  @Test(arguments: [
    ("Mrs Wang from 3-2-1501 says the tap drips", "Mrs Wang", "the tap drips"),
    ("Mrs Wang from 3-2-1501, tap drips", "Mrs Wang", "tap drips"),
    ("Mrs Wang from 3-2-1501: tap drips", "Mrs Wang", "tap drips"),
    ("Mrs Wang, 3-2-1501, calling about no hot water", "Mrs Wang", "no hot water"),
    ("Mr John Smith at Building 3 Unit 2 1501 reports that the tap drips", "Mr John Smith", "the tap drips"),
    ("this is John Li, 3-2-1501, no hot water", "John Li", "no hot water"),
    ("This is John Li from 3-2-1501, no hot water", "John Li", "no hot water"),
    ("3-2-1501, I'm Anne-Marie Li, no hot water", "Anne-Marie Li", "no hot water"),
    ("3-2-1501 my name is John, no hot water", "John", "no hot water"),
    ("this is John from 3-2-1501, no hot water", "John", "no hot water"),
    ("this is Mrs Wang here, 3-2-1501, no hot water", "Mrs Wang", "no hot water"),
    ("this is Ann Lock from 3-2-1501, no hot water", "Ann Lock", "no hot water"),
    ("my name is Ann Lock 3-2-1501, no hot water", "Ann Lock", "no hot water"),
    ("from 3-2-1501, tap drips", "", "tap drips"), ("tap drips at 3-2-1501", "", "tap drips"),
    ("我姓张，3-2-1501，水龙头没水", "张", "水龙头没水"), ("3-2-1501 免贵姓欧阳 水龙头没水", "欧阳", "水龙头没水"),
    ("我叫张三，住3-2-1501，水龙头没水", "张三", "水龙头没水"), ("3-2-1501我叫张三，水龙头没水", "张三", "水龙头没水"),
    ("本人李雷，3-2-1501，水龙头没水", "李雷", "水龙头没水"), ("我是王女士，3-2-1501，水龙头没水", "王女士", "水龙头没水"),
    ("我是3-2-1501的王女士，水龙头没水", "王女士", "水龙头没水"),
    ("my name is Anna Lee and I live in 3-2-1501, tap leaks", "Anna Lee", "tap leaks"),
    ("tap leaks my name is Anna LEE and I'm in 3-2-1501", "Anna LEE", "tap leaks"),
    ("I'm Anna Lee and I live in Building 3 Unit 2 1501, tap leaks", "Anna Lee", "tap leaks"),
    ("I'm Anna, 3-2-1501, tap leaks", "Anna", "tap leaks"),
    ("my name is Anna Lee and my tap leaks 3-2-1501", "Anna Lee", "my tap leaks"),
    ("3-2-1501 tap leaks contact Anna Lee", "Anna Lee", "tap leaks"),
    ("3-2-1501 tap leaks, contact: Anna", "Anna", "tap leaks"),
    ("3-2-1501 水龙头没水 联系人刘德华", "刘德华", "水龙头没水"), ("3-2-1501 水龙头没水，联系人：王芳", "王芳", "水龙头没水"),
    ("3-2-1501 水龙头没水 联系人 刘德华", "刘德华", "水龙头没水"), ("3-2-1501 水龙头没水 联系人：高翔", "高翔", "水龙头没水"),
    ("3-2-1501 水龙头没水 联系人王芳电话13812345678", "王芳", "水龙头没水"),
    ("3-2-1501 水龙头没水 联系人：Anna Lee", "Anna Lee", "水龙头没水"),
    ("3-2-1501 水龙头没水 我叫 张伟", "张伟", "水龙头没水"), ("我叫张伟住3-2-1501，水龙头没水", "张伟", "水龙头没水"),
    ("我叫张伟厨房水龙头没水 3-2-1501", "张伟", "厨房水龙头没水"), ("3-2-1501 我叫赵铁柱厨房水龙头没水", "赵铁柱", "厨房水龙头没水"),
    ("我叫赵铁柱我家水龙头没水 3-2-1501", "赵铁柱", "我家水龙头没水"), ("我叫李明水管爆了 3-2-1501", "李明", "水管爆了"),
    ("我叫欧阳小明灯不亮 3-2-1501", "欧阳小明", "灯不亮"), ("我是王女士厨房灯不亮 3-2-1501", "王女士", "厨房灯不亮"),
    ("联系人王芳阳台灯不亮 3-2-1501", "王芳", "阳台灯不亮"), ("我叫张三投诉楼上装修 3-2-1501", "张三", "投诉楼上装修"),
    ("my name is anna lee, 3-2-1501, tap leaks", "anna lee", "tap leaks"),
    ("my name is anna lee 3-2-1501 tap leaks", "anna lee", "tap leaks"),
    ("3-2-1501 my name is anna 13812345678 tap leaks", "anna", "tap leaks"),
    ("this is john from 3-2-1501, tap leaks", "john", "tap leaks"),
    ("this is john lee, 3-2-1501, tap leaks", "john lee", "tap leaks"),
    ("my name is anna lee from building 3 unit 2 1501, tap leaks", "anna lee", "tap leaks"),
    ("我是3-2-1501张伟，水龙头没水", "张伟", "水龙头没水"), ("我叫张伟3-2-1501水龙头没水", "张伟", "水龙头没水"),
  ])
  func `who calls is heard, and what it is about is left clean`(
    text: String, reporter: String, subject: String
  ) {
    let line = QuickLine(text, policy: .standard, staff: [])
    #expect(line.place == "3-2-1501" && line.reporter == reporter && line.subject == subject)
  }

  @Test(arguments: [
    "this is terrible", "This Is Bad News", "THIS IS JOHN LI", "this is Water Leak",
    "this is Burst Pipe", "this is Blocked Drain", "This is Toilet Blocked",
    "I am Hungry, come soon", "this is John Li's tap", "I think this is John Li", "this is Emerald lake",
    "neighbour says it drips", "I am John Li sister", "我叫人修过", "我叫孙子来", "我叫物业", "我叫李明来修", "本人不在家", "本人高血压",
    "本人马上到",
    "本人曾多次报修", "联系人不在家", "联系人：无", "联系人变更", "my name is wrong on the door", "lost contact with guard",
    "contact the office", "I'm Burst Pipe and I am wet", "我是高层住户", "本人周一", "我是苏州人",
    "我是业主", "我叫人来修厨房", "我叫王师傅厨房看过", "我叫马师傅水管修过", "我叫物业水管没人修", "我叫李建门不好",
    "my name is wrong, change it", "my name is missing, again", "this is terrible, come",
    "this is water from above",
    "this is coming from above", "i am cold, come", "我叫不开门", "姓名牌掉了", "我姓什么", "我是林业局",
  ])
  func `what is not certainly a name stays what it is about`(text: String) {
    #expect(read(text).reporter.isEmpty && read(text).subject == text)
  }

  @Test(arguments: [
    ("投诉楼上6-1-1002半夜装修", TicketKind?.some(.complaint)), ("我要投诉，6-1-902 楼上装修", .complaint),
    ("我要投诉1-1-0301噪音", .complaint), ("我要投诉 楼上装修", .complaint), ("想咨询物业费", .enquiry),
    ("question: how do I pay", .enquiry), ("投诉箱坏了", nil), ("之前投诉过没人来修", nil),
  ])
  func `who begins with a complaint or a question makes one`(text: String, kind: TicketKind?) {
    #expect(QuickLine(text, policy: .standard, staff: []).kind == kind)
  }

  @Test(arguments: [
    ("我要投诉1-1-0301噪音", "1-1-0301", "noise", ""), ("投诉1-1-0301楼上太吵", "1-1-0301", "noise", "楼上太吵"),
    ("1-1-0301楼上太吵 投诉", "1-1-0301", "noise", "楼上太吵"), ("1-1-0301房门坏了", "1-1-0301", "doors", "房门坏了"),
    ("1-1-0301室的房门坏了", "1-1-0301", "doors", "房门坏了"),
    ("我要报修1-1-0301水龙头没水", "1-1-0301", "plumbing", "水龙头没水"), ("我要投诉，1-1-0301 楼上装修", "1-1-0301", "", "楼上装修"),
  ])
  func `a kind and a room are heard without a gap`(
    text: String, place: String, category: String, subject: String
  ) {
    let line = QuickLine(text, policy: .standard, staff: [])
    #expect(line.place == place && line.category == category && line.subject == subject, "\(line)")
  }

  @Test(arguments: [
    ("楼上太吵了", TicketKind?.some(.complaint), "noise"), ("楼上噪音", .complaint, "noise"),
    ("邻居扰民", .complaint, "noise"),
    ("noise upstairs", .complaint, "noise"), ("保安态度差", .complaint, "attitude"),
    ("高空抛物", .complaint, "neighbours"),
    ("有人打架", .complaint, "security"), ("电梯噪音大", nil, "lift"), ("邻居家漏水", nil, "leak"), ("邻居说水往下滴", nil, ""),
    ("security gate stuck", nil, ""), ("垃圾没人收", nil, "cleaning"), ("报修 楼上噪音", .repair, ""),
    ("求助 楼上太吵", .help, "noise"),
    ("我要问一下停车费", .enquiry, "fees"), ("问一下装修手续", .enquiry, "procedure"), ("咨询停车", .enquiry, "parking"),
    ("想问快递柜位置", .enquiry, ""), ("快递放哪里", .enquiry, ""), ("物业费怎么交", .enquiry, "fees"),
    ("办卡", .enquiry, "procedure"),
    ("how do i pay", .enquiry, ""), ("问一下水管什么时候来修", nil, "plumbing"), ("水龙头在哪里关", nil, "plumbing"),
    ("几点来修", nil, ""), ("怎么又坏了", nil, ""), ("车位被占怎么办", nil, ""), ("东西坏在哪里", nil, ""),
  ])
  func `a complaint and a question are heard by what they are about, where no kind was written`(
    text: String, kind: TicketKind?, category: String
  ) {
    let line = read(text)
    #expect(
      line.kind == kind && line.category == category, "\(String(describing: line.kind)) \(line.category)")
  }

  @Test(arguments: [
    ("门坏了", "doors"), ("阳台门打不开", "doors"), ("厨房门关不上", "doors"), ("电梯门坏了", "lift"), ("阀门坏了", "plumbing"),
    ("门口灯坏了", "lighting"), ("门禁坏了", "intercom"),
  ])
  func `a door that is broken is one of the doors`(text: String, category: String) {
    #expect(read(text).category == category)
  }

  @Test(arguments: [
    ("R-3 还没人来", TicketID?.some(TicketID(.repair, 3))), ("r-3还没人来", TicketID(.repair, 3)),
    ("工单C-12 催", TicketID(.complaint, 12)),
    ("催单 Ｒ－３", TicketID(.repair, 3)), ("3-2-1501 漏水", nil), ("R-3-1501 漏水", nil), ("AR-3 漏水", nil),
    ("A-3 漏水", nil),
  ])
  func `the number of a ticket is heard`(text: String, id: TicketID?) {
    let line = QuickLine(text, policy: .standard, staff: [])
    #expect(line.ticket == id)
    #expect(id == nil || !line.subject.isEmpty && line.place.isEmpty)
  }

  @Test(arguments: [
    ("尾号2776 还没来修", "2776"), ("尾号 2776 还没来修", "2776"), ("手机尾号是2776，还没来修", "2776"),
    ("last four 2776 nobody came", "2776"),
    ("phone tail 2776 nobody came", "2776"), ("last 4 digits are 2776 nobody came", "2776"),
    ("卡号尾号2776 没到账", ""),
    ("车牌尾号2776 挡路", ""), ("尾号27765 挡路", ""), ("2776 还没来修", ""), ("detail 2776", ""),
  ])
  func `the last four digits of a number are heard where they are said to be`(text: String, tail: String) {
    #expect(QuickLine(text, policy: .standard, staff: []).tail == tail)
  }

  @Test(arguments: ["咨询", "问询", "enquiry", "inquiry", "Question"])
  func `who only asks is an enquiry`(word: String) {
    for line in [read("\(word) 物业费怎么交"), read("物业费怎么交 \(word)")] {
      #expect(line.kind == .enquiry && line.category == "fees" && line.subject == "物业费怎么交")
    }
  }
}
