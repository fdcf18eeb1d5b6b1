import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// A call in one line.
@Suite struct QuickLineTests {
  private let staff = ["老王", "张强", "老李"].map { StaffMember(name: $0) }

  private func read(_ text: String) -> QuickLine { QuickLine(text, policy: .standard, staff: staff) }

  @Test(arguments: [
    ("3号楼2单元3个人困在电梯", "3号楼2单元"), ("3栋2单元1层漏水", "3栋2单元"), ("3栋2单元12楼走廊灯坏", "3栋2单元"),
    ("一楼二楼三楼都停水 3-2-1501", "3-2-1501"),
    ("3号楼 4号楼 5号楼 停水 3-2-1501", "3-2-1501"), ("3栋2单元15楼1501 漏水", "3-2-1501"), ("三栋二单元1501漏水", "3-2-1501"),
    ("九栋一单元三零三 没水", "9-1-303"),
    ("三号楼二单元十五零一 楼上太吵了", "3-2-1501"), ("三栋二单元十五楼一号漏水", "3-2-1501"), ("3栋2单元15楼3个人被困", "3栋2单元"),
    ("Bldg 3 Unit 2 1501 no power", "3-2-1501"),
    ("Room 1501, unit 2, building 3 leaking pipe", "3-2-1501"),
    ("lifts out in block 3 unit 2, 3 people inside", "block 3 unit 2"),
    ("2026-11-25 报过一次 3-2-1501 还漏", "3-2-1501"),
  ])
  func `a count, a floor or a date is no room`(line: String, place: String) {
    #expect(QuickLine(line, policy: .standard, staff: []).place == place)
  }

  @Test(arguments: [
    ("1-1-101 nothing urgent, tap drips", Urgency?.some(.ordinary)),
    ("1-1-101 leak not urgent: owner away", .ordinary),
    ("1-1-101 漏水不太急", .ordinary), ("1-1-101 漏水（不急）", .ordinary), ("1-1-101 漏水不是很急", .ordinary),
    ("1-1-101 leak, no rush", .ordinary), ("1-1-101 leak, can wait", .ordinary), ("1-1-101 漏水 谁说不急", nil),
    ("1-1-101 催单 不能不急", nil), ("1-1-101 漏水 急", .urgent),
  ])
  func `what is not urgent is ordinary, and what only sounds so is not`(line: String, urgency: Urgency?) {
    #expect(QuickLine(line, policy: .standard, staff: []).urgency == urgency)
  }

  @Test(arguments: [
    ("3-2-1501 ms office broken in the hall", ""), ("3-2-1501 Dr visits at noon", ""),
    ("3-2-1501 Ms Xu leak", "Ms Xu"),
    ("3-2-1501 mr xu leak", "mr xu"), ("3-2-1501 Mr. Li's door is stuck", ""),
  ])
  func `a title is one before a name`(line: String, reporter: String) {
    #expect(QuickLine(line, policy: .standard, staff: []).reporter == reporter)
  }

  @Test func `a name in Latin letters is found however it is typed`() {
    let staff = [StaffMember(name: "Tom Lee"), StaffMember(name: "McCoy")]
    for (typed, name) in [
      ("@tom", "Tom Lee"), ("@tom lee", "Tom Lee"), ("@McCoy", "McCoy"), ("@MCC", "McCoy"),
    ] {
      let line = QuickLine("漏水 \(typed) kitchen", policy: .standard, staff: staff)
      #expect(line.assignee(staff) == name && line.subject == "kitchen")
    }
  }

  @Test(arguments: [
    ("3栋1单元 电梯坏了", "3栋1单元", "电梯坏了"), ("2栋停水", "2栋", "停水"), ("停水 三号楼", "三号楼", "停水"),
    ("地库B2 灯不亮", "地库B2", "灯不亮"), ("地库B2照明不亮", "地库B2", "照明不亮"), ("地下车库B1漏水", "地下车库B1", "漏水"),
    ("3栋地库B2积水", "3栋地库B2", "积水"), ("车库1号道闸坏了", "车库", "1号道闸坏了"), ("大堂经理 找人", "", "大堂经理 找人"),
    ("3栋地库 灯不亮", "3栋地库", "灯不亮"), ("A座的门禁坏了", "A座", "门禁坏了"),
    ("Bldg 3 Unit 1 lift dead", "Bldg 3 Unit 1", "lift dead"),
    ("no water in Building 12", "Building 12", "no water"),
    ("the lift in building 3 unit 2 is stuck", "building 3 unit 2", "the lift is stuck"),
    ("在3栋2单元 电梯坏了", "3栋2单元", "电梯坏了"), ("电梯坏了 在 3栋2单元", "3栋2单元", "电梯坏了"),
    ("我在3栋2单元电梯坏了", "3栋2单元", "电梯坏了"), ("电梯坏了，在3栋2单元", "3栋2单元", "电梯坏了"),
    ("灯不亮 在地库B2", "地库B2", "灯不亮"), ("在3-2-1501 灯闪", "3-2-1501", "灯闪"), ("灯闪 在 3-2-1501", "3-2-1501", "灯闪"),
    ("lamp out in the public area", "public area", "lamp out"), ("在一楼 灯不亮", "", "在一楼 灯不亮"),
    ("no power, Building 3", "Building 3", "no power"), ("电梯坏了，3栋2单元，快来", "3栋2单元", "电梯坏了，快来"),
    ("2栋 漏水 3-2-1501", "3-2-1501", "2栋"), ("插座没电", "", "插座没电"), ("一座桥坏了", "", "一座桥坏了"),
    ("3号楼下有人吵", "", "3号楼下有人吵"), ("大堂灯不亮", "大堂", "灯不亮"),
    ("building works are loud", "", "building works are loud"),
    ("5-1 电梯困人", "5-1", "电梯困人"), ("有人困在电梯里 2-1", "2-1", "有人困在电梯里"), ("５＃１单元 电梯困人", "5#1单元", "电梯困人"),
    ("5-1，电梯困人", "5-1", "电梯困人"), ("5-1电梯困人", "5-1", "电梯困人"), ("在5-1 电梯困人", "5-1", "电梯困人"),
    ("5-1单元 电梯困人", "5-1单元", "电梯困人"), ("lift stuck at 5-1", "5-1", "lift stuck"),
    ("3-2 水龙头滴水", "3-2", "水龙头滴水"),
    ("5-1 有人困在电梯里", "5-1", "有人困在电梯里"), ("五号楼一单元电梯困人", "五号楼一单元", "电梯困人"),
    ("5-1劳动节停电", "", "5-1劳动节停电"), ("10-1 国庆停电吗", "", "10-1 国庆停电吗"), ("10-1 起停水", "", "10-1 起停水"),
    ("自 5-1 一直漏", "", "自 5-1 一直漏"), ("下午 5-6 在家", "", "下午 5-6 在家"), ("困了 2-3 人", "", "困了 2-3 人"),
    ("no hot water since 10-1", "", "no hot water since 10-1"),
    ("2-3 people in the lift", "", "2-3 people in the lift"),
    ("call back 5-6", "", "call back 5-6"), ("5-6 一直滴水 3栋1单元", "3栋1单元", "5-6 一直滴水"),
    ("12-25 一直滴水", "", "12-25 一直滴水"),
  ])
  func `a building or a part of the estate is a place too`(line: String, place: String, subject: String) {
    let read = QuickLine(line, policy: .standard, staff: [])
    #expect(read.place == place && read.subject == subject, "\(read.place)|\(read.subject)")
  }

  @Test(arguments: [
    "3-2-1501 漏水 13812345678 张先生 急 @老王 厨房水管", "急 @老王 厨房水管 13812345678 3栋2单元1501 ls 张先生",
    "厨房水管，张先生，138-1234-5678，３＃２－１５０１，loushui，！，@lw",
    "3-2-1501 loushui ji 厨房水管 @lw 张先生 13812345678",
  ])
  func `the words come in any order`(text: String) {
    let line = read(text)
    #expect(line.place == "3-2-1501")
    #expect(line.category == "leak")
    #expect(line.phone.filter(\.isNumber) == "13812345678")
    #expect(line.reporter == "张先生")
    #expect(line.urgency == .urgent)
    #expect(line.assignee == "老王")
    #expect(line.subject == "厨房水管")
  }

  @Test(arguments: [
    "不急", "buji", "ordinary", "not urgent", "Not urgent", "not very urgent", "non-urgent", "不着急", "不太急", "一般",
  ]) func `a leak that can wait is said so`(word: String) {
    for line in [read("3-2-1501 漏水 \(word)"), read("\(word)，3-2-1501 漏水")] {
      #expect(line.urgency == .ordinary)
      #expect(line.category == "leak" && line.subject.isEmpty)
    }
    #expect(read("3-2-1501 tap drips, \(word)").subject == "tap drips")
  }

  @Test func `what is nothing else is what it is about, and may name the category`() {
    let line = read("1-1-101 厨房水管漏水了")
    #expect(line.subject == "厨房水管漏水了")
    #expect(line.category == "leak")
    #expect(read("1-1-101 灯").subject == "灯")
    #expect(read("1-1-101 @没这人").assignee == "没这人")
    #expect(read("1-1-101 @没这人").assignee(staff) == nil)
    #expect(read("1-1-101 @没这人").subject.isEmpty)
  }

  @Test(arguments: [
    ("停电", "power"), ("家里没水了", "water"), ("全屋跳闸", "electrical"), ("马桶堵了", "drainage"), ("门禁刷不开", "intercom"),
    ("路灯不亮", "lighting"), ("toilet is blocked", "drainage"), ("kitchen tap drips", "plumbing"),
    ("楼上跑水", "leak"), ("噪声太大 投诉", "noise"), ("发票丢了 问询", "fees"),
  ])
  func `what callers say names the category and stays what it is about`(text: String, category: String) {
    let line = read("1-1-101 \(text)")
    #expect(line.category == category)
    #expect(
      line.subject == text.split(separator: " ").filter { !["投诉", "问询"].contains($0) }.joined(separator: " "))
  }

  @Test
  func `every saying is of a category of the standard policy, and none is of two for one kind of ticket`() {
    for kind in TicketKind.allCases {
      let offered = Policy.standard.categories.filter { $0.kinds.contains(kind) }
      let sayings = offered.flatMap { Category.sayings($0.id).zh + Category.sayings($0.id).en }
      #expect(Set(sayings).count == sayings.count)
    }
    #expect(Policy.standard.categories.allSatisfy { !Category.sayings($0.id).zh.isEmpty })
  }

  @Test(arguments: [
    "138 1234 5678", "+8613812345678", "+86 13812345678", "+86-13812345678", "+86 138 1234 5678",
    "138-1234-5678",
  ])
  func `a mobile number is one however it is written, and nothing of it stays in the text`(phone: String) {
    for line in [read("3-2-1501 \(phone) 灯坏了"), read("灯坏了 3-2-1501 \(phone)")] {
      #expect(line.phone.filter(\.isNumber) == "13812345678")
      #expect(line.subject == "灯坏了" && line.place == "3-2-1501")
    }
    #expect(read("灯坏了 138 1234 楼").phone.isEmpty)
  }

  @Test(arguments: ["mat lost in hall", "do come soon", "phone line dead"])
  func `the words of a sentence are no categories`(text: String) {
    let line = read("1-1-101 \(text)")
    #expect(line.subject == text)
    #expect(line.category.isEmpty && line.channel == nil)
  }

  @Test func `the kind may come last and says which categories there are`() {
    let line = read("noise upstairs 6-1-0902 complaint")
    #expect(line.kind == .complaint)
    #expect(line.category == "noise")
    #expect(line.subject == "noise upstairs")
  }

  @Test func `kind and channel are words too`() {
    let line = read("投诉 微信 6-1-0902 夜间装修")
    #expect(line.kind == .complaint)
    #expect(line.channel == .wechat)
    #expect(line.subject == "夜间装修")
    #expect(read("到访 公共区域-大堂 灯").channel == .walkIn)
    #expect(read("到访 公共区域-大堂 灯").place == "公共区域-大堂")
  }

  @Test func `a guard may have called the desk`() {
    for word in ["巡更", "巡查"] {
      let line = read("\(word) 地库B2 照明不亮")
      #expect(line.channel == .patrol)
      #expect(line.subject == "照明不亮")
    }
    #expect(read("巡更器坏了").channel == nil)
    #expect(read("patrol gate is broken").subject == "patrol gate is broken")
  }

  @Test(arguments: [
    ("021-62345678", true), ("62345678", true), ("13812345678", true), ("1234", false),
    ("23812345678", false),
    ("1501", false),
  ])
  func `only a telephone number is one`(word: String, isPhone: Bool) {
    #expect((read(word).phone == word) == isPhone)
  }

  @Test(arguments: [
    "10-1-0101", "11-1-0101", "12-1-1503", "10-2-1001", "16-2-0301", "３-2-15-01", "3.2.1501", "三栋二单元1501",
    "九栋一单元三零三", "Bldg 3 Unit 2 1501", "Building 3 Unit 2 Room 1501", "3幢 2单元 1501房",
  ])
  func `a room is one however it is written, and no telephone`(room: String) {
    for text in ["\(room) 漏水", "漏水 \(room)"] + (room.contains(" ") ? [] : ["\(room)漏水"]) {
      let line = read(text)
      #expect(line.place == Place(room).text && Place(room).isRoom)
      #expect(line.phone.isEmpty)
      #expect(line.category == "leak" && line.subject.isEmpty)
    }
  }

  @Test(arguments: ["public area", "Public area"]) func `the public area is a place`(words: String) {
    #expect(read("lamp out \(words)").place == words)
    #expect(read("lamp out \(words)").subject == "lamp out")
  }

  @Test(arguments: [
    ("3栋2单元1501漏水13812345678", "13812345678", ""), ("3-2-1501 漏水 请打13987654321找李四", "13987654321", "请打 找李四"),
    ("3-2-1501 漏水 １３８１２３４５６７８", "13812345678", ""),
    ("3-2-1501 漏水 13812349999/13812348888", "13812349999/13812348888", ""),
    ("3-2-1501 漏水 13812349999、021-62345678", "13812349999/021-62345678", ""),
  ])
  func `a number goes where phones are sealed, wherever it stands`(
    text: String, phones: String, subject: String
  ) {
    let line = read(text)
    #expect(line.phones.joined(separator: "/") == phones)
    #expect(line.place == "3-2-1501" && line.category == "leak" && line.subject == subject)
  }

  @Test(arguments: ["3-2-1501 1234567890123456 漏水", "3-2-1501 合同12012345678 漏水"])
  func `a number that is none of a telephone stays`(text: String) {
    #expect(read(text).phone.isEmpty)
    #expect(read(text).subject == text.dropFirst("3-2-1501 ".count).replacing(" 漏水", with: ""))
  }

  @Test(arguments: [
    "no power in kitchen", "gas smell in corridor", "no hot water", "leak under sink", "lift stuck at 5",
  ])
  func `an English sentence keeps the word that named the category`(text: String) {
    let line = read("1-1-0101 \(text)")
    #expect(line.subject == text)
    #expect(line.category.isEmpty == false)
    #expect(read("1-1-0101 leak").subject.isEmpty && read("1-1-0101 ls kitchen tap").subject == "kitchen tap")
  }

  @Test(arguments: [
    ("1-1-0101 leak Mr Xu", "Mr Xu", ""), ("Mrs. Chen 1-1-0101 tap drips", "Mrs. Chen", "tap drips"),
    ("1-1-0101 tap drips mr xu", "mr xu", "tap drips"),
    ("1-1-0101 Miss John Smith tap", "Miss John Smith", "tap"),
    ("1-1-0101 tiles miss in hall", "", "tiles miss in hall"),
  ])
  func `a title and a name are the caller`(text: String, reporter: String, subject: String) {
    #expect(read(text).reporter == reporter)
    #expect(read(text).subject == subject)
  }

  @Test(arguments: [
    ("空调滴水", "other"), ("插座没电", "electrical"), ("电梯口灯坏", "lighting"), ("电梯厅漏水", "leak"),
    ("水龙头没水", "plumbing"),
    ("全屋没电", "power"), ("电梯口太暗", "lift"), ("漏水，墙面湿了", "leak"),
  ])
  func `the thing that is broken names the category, not its sign and not the place it is at`(
    text: String, category: String
  ) {
    #expect(read("1-1-101 \(text)").category == category)
  }

  @Test func `marks stay in a sentence, and WeChat is a channel`() {
    #expect(read("1-1-101 催，水漫了。").subject == "催，水漫了")
    #expect(read("1-1-101 tap drips, badly").subject == "tap drips, badly")
    #expect(read("催，张先生，1-1-101，水漫了").subject == "催，水漫了")
    #expect(read("1-1-101 灯 WeChat").channel == .wechat)
    #expect(read("1-1-101 灯 WeChat").subject == "灯")
  }

  @Test(arguments: [
    ("我叫张三 厨房漏水", "张三", "厨房漏水"), ("我叫张伟厨房漏水", "张伟", "厨房漏水"), ("厨房漏水，我姓李", "李", "厨房漏水"),
    ("张先生 厨房漏水", "张先生", "厨房漏水"), ("this is John Li, kitchen leak", "John Li", "kitchen leak"),
    ("楼上3-2-1601装修", "", "楼上3-2-1601装修"), ("我叫张三住3-2-1501 楼上漏水", "张三", "3-2-1501 楼上漏水"),
    ("我叫人来修过 漏水", "", "我叫人来修过 漏水"),
  ])
  func `who calls is taken out of the words also where the place was said elsewhere`(
    text: String, reporter: String, subject: String
  ) {
    let line = QuickLine(about: text)
    #expect(line.reporter == reporter && line.subject == subject && line.place.isEmpty, "\(line)")
  }

  @Test func `nothing is read from nothing`() {
    #expect(read("") == read("  ，； "))
    #expect(read("").subject.isEmpty && read("").place.isEmpty)
  }

  @Test func `a call of sixteen keys is a ticket that somebody has`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 ls 急 @老王", "Ctrl-S")
    let made = seat.model.desk.tickets[TicketID(.repair, 17)]
    #expect(made?.place.text == "3-2-1501")
    #expect(made?.work.category == "leak")
    #expect(made?.work.assignee == "老王")
    #expect(seat.model.layers.isEmpty)
  }

  @Test func `each key of a call is on screen with the key, whatever the clock does`() {
    var seat = Seat()
    seat.press("F2")
    var typed = ""
    for letter in "3-2-1501 ls 急 @老王" {
      typed.append(letter)
      seat.press(String(letter))
      let line = seat.text.split(separator: "\n").first { $0.hasPrefix("> 速记") } ?? ""
      #expect(line.contains("  \(typed)"), "\(line)")
    }
  }

  @Test(arguments: [
    "住1201室，2单元，3栋 水管漏水", "我住1201室，2单元，3栋，水管漏水", "我家住3栋，2单元，1201室，水管漏水", "水管漏水 住1201室，2单元，3栋",
    "1201室，2单元，3栋，水管漏水",
  ])
  func `where somebody lives is a room also in three words, the room first`(text: String) {
    let line = read(text)
    #expect(line.place == "3-2-1201" && line.subject == "水管漏水", "\(line.place)|\(line.subject)")
  }

  @Test(arguments: [
    ("住1201室，水管漏水", ""), ("3栋，水管漏水", "3栋"), ("我住楼上，水管漏水", ""), ("住了2年，3栋，水管漏水", "3栋"),
  ])
  func `a part of a room is not the room`(text: String, place: String) {
    #expect(read(text).place == place, "\(read(text).place)")
  }

  @Test(arguments: [
    (
      "I'm calling on behalf of Mrs Chen, 3-2-1201, her tap is dripping",
      "on behalf of Mrs Chen, her tap is dripping"
    ),
    ("calling on behalf of Mrs Chen in 3-2-1201, tap drips", "on behalf of Mrs Chen, tap drips"),
    ("on behalf of my mother, 3-2-1201 no hot water", "on behalf of my mother, no hot water"),
    ("calling for Mr Xu in 3-2-1201, tap drips", "for Mr Xu, tap drips"),
    ("calling for Mr John Smith in 3-2-1201, tap drips", "for Mr Smith, tap drips"),
    ("on behalf of Mary Chen, 3-2-1201, tap drips", "on behalf of Chen, tap drips"),
  ])
  func `whoever calls for somebody else is not them, and the line keeps for whom`(
    text: String, subject: String
  ) {
    let line = read(text)
    #expect(line.isOnBehalf && line.reporter.isEmpty, "\(line.reporter)")
    #expect(line.place == "3-2-1201" && line.subject == subject, "\(line.subject)")
  }

  @Test func `who only asks for help calls for themselves`() {
    let line = read("calling for help, 3-2-1201 lift stuck")
    #expect(!line.isOnBehalf && line.place == "3-2-1201" && line.subject.hasSuffix("lift stuck"))
  }

  @Test(arguments: [
    (
      "good morning, apartment 1201 unit 2 block 3, no power since 8am", "3-2-1201", "power",
      "no power since 8am"
    ),
    ("hello 3-2-1201 here, the tap drips", "3-2-1201", "plumbing", "the tap drips"),
    ("小区东门路灯不亮", "东门", "lighting", "路灯不亮"),
    ("我们小区大堂门禁坏了", "大堂", "intercom", "门禁坏了"), ("小区停水了", "", "water", "小区停水了"),
    (
      "water is coming through the ceiling at 3-2-1201", "3-2-1201", "leak",
      "water is coming through the ceiling"
    ),
    ("it's Mr Xu again from 3-2-1201, the tap drips", "3-2-1201", "plumbing", "the tap drips"),
    (
      "Can you send a plumber to 3-2-1201 tomorrow", "3-2-1201", "plumbing",
      "Can you send a plumber tomorrow"
    ),
    ("3-2-1201 water meter runs fast", "3-2-1201", "", "water meter runs fast"),
    ("消防通道灯不亮", "消防通道", "lighting", "灯不亮"),
    ("3-2-1201 water is pouring from the light", "3-2-1201", "leak", "water is pouring from the light"),
  ])
  func `what a desk hears on the telephone is where and what it is`(
    text: String, place: String, category: String, subject: String
  ) {
    let line = read(text)
    #expect(line.place == place && line.category == category, "\(line.place)|\(line.category)")
    #expect(line.subject == subject && line.kind == nil, "\(line.subject)")
  }

  @Test(arguments: [
    ("3-2-1201 dog barking all night next door", TicketKind.complaint, "noise"),
    ("3-2-1201 loud music upstairs", .complaint, "noise"), ("3-2-1201 楼上半夜打麻将", .complaint, "noise"),
    ("3-2-1201 有人占我车位", .complaint, "parking"),
    ("消防通道停了辆车，赶紧叫走", .complaint, "parking"), ("消防通道被占了", .complaint, "parking"),
    ("3-2-1201 my neighbour upstairs is drilling", .complaint, "noise"),
    ("3-2-1201 someone is parked in my space", .complaint, "parking"),
    ("3-2-1201 wants to know when the gym opens", .enquiry, ""), ("3-2-1201 想知道游泳池几点开", .enquiry, ""),
  ])
  func `a neighbour's noise, a taken space and a question are no repairs`(
    text: String, kind: TicketKind, category: String
  ) {
    let line = read(text)
    #expect(line.kind == kind && line.category == category, "\(line.kind as Any) \(line.category)")
  }

  @Test func `a field that was corrected goes before the line`() throws {
    var seat = Seat()
    seat.press("F2", "3-2-1501 ls 厨房", "Down")
    guard case .form(let page) = seat.model.layers.last else { throw Missing() }
    #expect(page.texts[.place]?.text == "3-2-1501")
    seat.press("Backspace", "2", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.place.text == "3-2-1502")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.subject == "厨房")
  }

  @Test func `a mistyped number is no word either where the place was said elsewhere`() {
    let line = QuickLine(about: "漏水 138123456789 单号 1381234567")
    #expect(line.phones == ["138123456789"] && line.subject == "漏水 单号 1381234567")
  }

  private struct Missing: Error {}
}
