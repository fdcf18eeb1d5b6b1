import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// A call as it is typed while somebody speaks: in pieces, in another order, with what only leads up to it.
@Suite struct HurriedCallTests {
  private let staff = ["老王", "张强", "老李"].map { StaffMember(name: $0) }

  private func read(_ text: String) -> QuickLine { QuickLine(text, policy: .standard, staff: staff) }

  @Test(arguments: [
    "138 1234 56 78", "13911 101 368", "138 12 34 56 78", "13812 345 678", "138 123 45678", "1381 234 5678",
    "138，1234，5678", "138-12-345-678", "一三八一二三四五六七八", "1 3 8 1 2 3 4 5 6 7 8", "8765 4321",
  ])
  func `a number in pieces is sealed, and no room goes with it`(phone: String) {
    for line in ["3-2-1301 \(phone) 灯坏了", "灯坏了 3-2-1301 \(phone)", "3栋2单元1301 灯坏了，电话是\(phone)"].map(read) {
      let digits = phone.first == "一" ? "13812345678" : phone.filter(\.isNumber)
      #expect(line.phones == [digits] && line.place == "3-2-1301" && line.subject == "灯坏了", "\(line)")
    }
  }

  @Test func `a number in pieces with a digit too many is doubted where numbers stand`() {
    #expect(read("3-2-1201 漏水 138 12 34 56 789").phones == ["138123456789"])
    #expect(read("3-2-1201 停水 1501 1502 1503").subject == "停水 1501 1502 1503")
    #expect(read("5栋 2台 13812345678").subject == "2台")
  }

  @Test(arguments: [
    ("2单元3栋1201 漏水", "3-2-1201", ""), ("2单元3栋1201漏水", "3-2-1201", ""), ("1201室 2单元 3栋 漏水", "3-2-1201", ""),
    ("unit 2 building 3 room 1201 leak", "3-2-1201", ""),
    ("room 1201 unit 2 building 3 leak", "3-2-1201", ""),
    ("1单元5栋 电梯坏了", "5栋1单元", "电梯坏了"), ("unit 1 building 5 lift stuck", "building 5 unit 1", "lift stuck"),
    (
      "lift stuck building 5 unit 1, two people inside!", "building 5 unit 1",
      "lift stuck, two people inside!"
    ),
    ("Building 5, Unit 1: lift broken", "Building 5 Unit 1", "lift broken"),
    ("5栋 1单元 电梯坏了", "5栋1单元", "电梯坏了"), ("5栋，1单元，电梯坏了", "5栋，1单元", "电梯坏了"),
    ("1栋1201 没电", "1栋1201", "没电"), ("1栋1201漏水", "1栋1201", "漏水"), ("1栋1201室漏水", "1栋1201", "漏水"),
    ("building 3 1201 no power", "building 3 1201", "no power"), ("3栋1000元没退", "3栋", "1000元没退"),
    ("地库B区12号车位被占", "地库B区12号车位", "被占"), ("地库B区漏水", "地库B区", "漏水"), ("地库B2层漏水", "地库B2层", "漏水"),
    ("车库12号车位被占", "车库12号车位", "被占"), ("basement B2 light out", "basement B2", "light out"),
    ("light out in the basement B2", "basement B2", "light out"),
    ("basement light out", "", "basement light out"),
    ("the car park B2 is flooded", "car park B2", "is flooded"),
    ("3栋1201和1202漏水", "3栋", "1201和1202漏水"), ("7栋 1301 1302 停水", "7栋", "1301 1302 停水"),
  ])
  func `numbers go by what they are called, and no place is cut`(text: String, place: String, subject: String)
  {
    let line = read(text)
    #expect(line.place == place && line.subject == subject, "\(line.place)|\(line.subject)")
  }

  @Test(arguments: [
    ("陈太太 3-2-0101 水管漏", "陈太太", "水管漏"), ("3-2-0101 陈太太 水管漏", "陈太太", "水管漏"),
    ("3-2-0101陈太太水管漏", "陈太太", "水管漏"), ("陈太太3-2-0101水管漏", "陈太太", "水管漏"),
    ("3-2-0101王女士说厨房水龙头关不住", "王女士", "厨房水龙头关不住"), ("王女士说水管漏 3-2-0101", "王女士", "水管漏"),
    ("3-2-0101刘先生来电：水管漏", "刘先生", "水管漏"), ("3-2-0101王女士说好今天来修的", "", "王女士说好今天来修的"),
    ("3-2-0101 陈总 水管漏", "陈总", "水管漏"), ("3-2-0101 李叔 水管漏", "李叔", "水管漏"),
    ("3-2-0101 张姐 水管漏", "张姐", "水管漏"), ("3-2-0101 王婆婆 水管漏", "王婆婆", "水管漏"),
    ("3-2-0101 陈经理 水管漏", "陈经理", "水管漏"), ("刘医生 3-2-0101 水管漏", "刘医生", "水管漏"),
    ("3-2-0101 小陈 水管漏", "小陈", "水管漏"), ("老陈 3-2-0101 水管漏", "老陈", "水管漏"),
    ("3-2-0101 总是漏 灯坏", "", "总是漏 灯坏"), ("3-2-0101 老李 水管漏", "", "老李 水管漏"),
    ("3-2-0101 水管漏 小孔", "", "水管漏 小孔"), ("3-2-0101 经理室 水管漏", "", "经理室 水管漏"),
    ("3-2-0101 灯坏 老陈 修过", "", "灯坏 老陈 修过"), ("3-2-0101 老总 水管漏", "", "老总 水管漏"),
    ("Hello this is John Li, 3-2-0101, pipe leaks", "John Li", "pipe leaks"),
    ("你好我是3-2-0101的王女士，水管漏", "王女士", "水管漏"), ("您好，3-2-0101 水管漏", "", "水管漏"),
    ("3-2-0101 hello kitty tile fell", "", "hello kitty tile fell"),
    ("3-2-0101 我是物业保洁小芳 水管漏", "保洁小芳", "水管漏"), ("3-2-0101 我是保安打架了 水管漏", "", "我是保安打架了 水管漏"),
  ])
  func `a title is heard beside a room, and a greeting is not kept`(
    text: String, reporter: String, subject: String
  ) {
    let line = read(text)
    #expect(line.reporter == reporter && line.subject == subject, "\(line.reporter)|\(line.subject)")
    #expect(line.place == "3-2-0101")
  }

  @Test(arguments: ["电话是", "，电话：", "手机：", " tel: ", ", phone ", " my phone is ", " 联系电话", " 我的手机号是"])
  func `what only says that a number follows is not kept`(said: String) {
    #expect(read("3-2-1201 窗坏\(said)13812345678").subject == "窗坏")
    #expect(read("3-2-1201 窗坏，请打电话13812345678").subject == "窗坏，请打电话")
  }

  @Test func `who calls for somebody else is not them`() {
    let line = read("帮3-1-0302梁伟报修 空调滴水 我是物业保洁小芳")
    #expect(line.place == "3-1-0302" && line.reporter == "保洁小芳" && line.category == "other")
    #expect(line.subject == "帮梁某报修 空调滴水" && line.isOnBehalf)
    #expect(read("替2-1-0302孙某打的 窗坏").subject == "替孙某打的 窗坏")
    #expect(read("帮3-1-0302报修 窗坏").subject == "窗坏")
    for line in ["帮陈太太 3-1-0302 窗坏", "替梁伟 3-1-0302 窗坏"].map(read) {
      #expect(
        line.isOnBehalf && line.reporter.isEmpty && line.place == "3-1-0302" && !line.subject.contains("伟"))
    }
    #expect(read("1栋1201陈太太没热水").reporter == "陈太太" && read("1栋1201陈太太没热水").subject == "没热水")
  }

  @Test(arguments: [
    ("parking space B12 taken by AB12345, Mr Brown", TicketKind?.some(.complaint)), ("车位被占", .complaint),
    ("问询 parking space B12 taken by AB12345", .enquiry), ("地库B2-118车位被占 投诉", .complaint),
  ])
  func `a parking space that is taken is a complaint, where no kind was written`(
    text: String, kind: TicketKind?
  ) {
    #expect(read(text).kind == kind && read(text).category == "parking")
  }

  private func seat(_ rooms: [String]) -> Seat {
    var seat = Seat(160, 40)
    let people = rooms.map {
      Contact(id: $0, name: "陈强", phone: "13700002222", household: Place($0), role: .owner)
    }
    seat.take(.directoryRead(Directory(people)))
    return seat
  }

  private func made(_ seat: Seat) -> Ticket? { seat.model.desk.tickets[TicketID(.repair, 17)] }

  @Test func `a room without its unit is the only one there is, or one of those offered`() {
    for line in ["1栋1201 没电", "building 1 1201 no power", "1栋1201室 没电"] {
      var one = seat(["1-2-1201", "1-2-1202"])
      one.press("F2", line, "Ctrl-S")
      #expect(made(one)?.place.text == "1-2-1201" && made(one)?.work.reporters.first?.contact == "1-2-1201")
    }
    var two = seat(["1-1-1201", "1-2-1201"])
    two.press("F2", "1栋1201 没电")
    #expect(two.text.contains("哪个单元：1-1-1201 1-2-1201"))
    two.press("Ctrl-S")
    #expect(made(two)?.place.text == "1栋1201")
  }

  @Test(arguments: ["3-2-0101 陈太太 灯坏", "替3-2-0101陈强打的 灯坏", "帮3-2-0101 陈强 报修 灯坏", "3-2-0101 小陈 灯坏"])
  func `the owner is not put down for another who calls`(line: String) {
    var seat = seat(["3-2-0101"])
    seat.press("F2", line, "Ctrl-S")
    #expect(made(seat)?.place.text == "3-2-0101" && made(seat)?.work.reporters.first?.contact != "3-2-0101")
    #expect(made(seat)?.subject.contains("陈强") == false)
  }

  @Test(arguments: [
    ("3-2-1201 guest @Mary Ann Lee 138 1234 56 78", "Mary Ann Lee", "13812345678", "", ""),
    ("找5-1-0501叶伟 亲戚", "", "", "", "找叶某 亲戚"), ("找叶伟 5-1-0501 亲戚", "", "", "", "找叶某 亲戚"),
    ("5-1-0501叶伟 亲戚", "", "", "", "叶某 亲戚"), ("找5-1-0501高翔 亲戚", "", "", "", "找高某 亲戚"),
    ("5-1-0501高空作业", "", "", "", "高空作业"), ("5-1-0501 @John Doe 送货 DHL", "John Doe", "", "", "DHL"),
    ("5-1-0501 @Lao Li AB12345", "Lao Li", "", "AB12345", ""),
    ("Mrs Chen 5-1-0501 guest", "Mrs Chen", "", "", ""),
    ("5-1-0501 Mr Brown AB 12345", "Mr Brown", "", "AB12345", ""),
    ("5-1-0501 送货 AB1234", "", "", "AB1234", ""),
    ("5-1-0501 plate ABC 123", "", "", "ABC123", ""), ("5-1-0501 车牌AB1234 看房", "", "", "AB1234", ""),
    ("5-1-0501 送货 SF12345", "", "", "", "SF12345"), ("5-1-0501 送货 单号AB12345", "", "", "", "单号AB12345"),
    ("5-1-0501 送货 @张三 电话8765 4321", "张三", "87654321", "", ""),
    ("5-1-0501 送货 陈太太", "陈太太", "", "", ""),
  ])
  func `no name, number or plate of a visitor or a host is left where everybody reads`(
    text: String, name: String, phone: String, plate: String, rest: String
  ) {
    let line = VisitLine(text)
    #expect([line.contact.name, line.contact.phone, line.contact.note] == [name, phone, plate])
    #expect(line.arrival.place.isRoom && line.arrival.text == rest && line.wrongPhone == nil)
  }
}
