import Desk
import Foundation
import TestSupport
import Testing
import struct Desk.Stream

@Suite struct WordsTests {
  @Test(arguments: [
    ("R-1042", "R-1042"), ("r1042", "R-1042"), ("c-7", "C-7"), ("Q31", "Q-31"), ("h-1", "H-1"),
    ("G-0012", "G-12"),
    ("", nil), ("R", nil), ("R-", nil), ("R-0", nil), ("R--1", nil), ("X-1", nil), ("R-1a", nil),
    ("R-٣", nil),
    ("R-1234567890123", nil), ("staff", nil), ("route:A", nil), ("R 1", nil), ("-1", nil), ("R-+1", nil),
  ]) func `a ticket number is read and printed`(text: String, printed: String?) {
    #expect(TicketID(text)?.description == printed)
  }

  @Test(arguments: [
    ("漏水", "漏水"), ("漏水。", "漏水。"), (" 漏水", "漏水"), ("漏水 ", "漏水"), ("　漏水　", "漏水"), ("漏水\u{85}", "漏水"),
    ("漏\u{9B}31m水", "漏31m水"), ("漏\u{202E}水", "漏水"), ("漏\u{2028}水", "漏 水"), ("漏\t水\r\n急", "漏 水 急"),
    ("a\u{7F}", "a"),
    ("e\u{301}", "e\u{301}"), ("\u{200B}x", "\u{200B}x"), ("、", "、"), ("！", "！"), ("…", "…"),
    ("水\u{3000}", "水"), ("", ""),
  ])
  func `a text becomes one line without what steers a terminal and without space at its ends`(
    text: String, line: String
  ) {
    #expect(text.plainLine == line)
    #expect((text as NSString as String).plainLine == line)
  }

  @Test(arguments: [
    ("P-20261120-A-3", true), ("P-20261120-A-B-12", true), ("P-20261120-泵房-1", true),
    ("P-20261120-A-0", false), ("P-20261120-A-03", false), ("P-20261120-A-+3", false),
    ("P-2026112-A-3", false),
    ("P-20261120-3", false), ("p-20261120-A-3", false), ("P-20261120-A-x", false), ("R-1", false),
    ("", false),
  ]) func `a round number is read and printed`(text: String, isOne: Bool) {
    #expect(RoundID(text)?.description == (isOne ? text : nil))
    #expect(Stream(rawValue: text).round == RoundID(text))
  }

  @Test(arguments: [
    ("3栋2单元1501", "3-2-1501"), ("3#2-1501", "3-2-1501"), ("3号楼2单元1501室", "3-2-1501"),
    (" 3-2-1501 ", "3-2-1501"), ("3幢 2单元 1501房", "3-2-1501"), ("３栋２单元１５０１", "3-2-1501"),
    ("３－２－１５０１", "3-2-1501"), ("3–2–1501", "3-2-1501"), ("a座2单元15b", "A-2-15B"),
    ("3栋1501", "3栋1501"), ("东门岗亭", "东门岗亭"), ("地下车库B2", "地下车库B2"), ("north-east-gate", "north-east-gate"),
    ("Gate 2 3", "Gate 2 3"), ("1-2-3-4", "1-2-3-4"), ("3--1501", "3--1501"), ("", ""),
    ("\u{1b}大堂\n西侧", "大堂 西侧"),
    ("1234567-2-3", "1234567-2-3"),
  ]) func `a place is written one way`(text: String, normal: String) {
    let place = Place(text)
    #expect(place.text == normal)
    #expect(place.isRoom == (["3-2-1501", "A-2-15B"].contains(normal)))
    #expect(Place(place.text) == place)
  }

  @Test(arguments: [
    ("1-1-801", "1-1-0801", true), ("01-1-801", "1-01-0801", true), ("A-1-0801", "a-1-801", true),
    ("001-1-0801", "1-1-801", true), ("1-0001-00801", "1-1-0801", true), ("1-1-801", "1-1-8010", false),
    ("1-1-000", "1-1-0", true), ("大堂0", "大堂", false),
    ("10-1-101", "1-1-0101", false),
  ]) func `two spellings of a room are one place, each with its text`(one: String, other: String, same: Bool)
  {
    let (one, other) = (Place(one), Place(other))
    #expect((one == other) == same)
    #expect((one.hashValue == other.hashValue) == same)
    #expect(one.spellings.contains(other.text) == same)
    #expect(one.spellings.contains(one.text) && (one.text != other.text))
  }

  @Test(arguments: [
    ("地库 B3", "地库B3", true), ("地库B3", "地库b3", true), ("地库Ｂ３", "地库B3", true), ("地库\u{3000}B3", "地库B3", true),
    ("Lobby", "lobby", true), ("North  Gate", "north gate", true), ("Café", "CAFÉ", true),
    ("公共区域 大堂", "公共区域大堂", true), ("Gate 1 12", "Gate 11 2", false), ("Gate 2", "Gate2", false),
    ("地库B3", "地库B2", false), ("地库-B3", "地库B3", false), ("大堂", "大厅", false),
  ]) func `two spellings of a public area are one place, each with its text`(
    one: String, other: String, same: Bool
  ) {
    let (first, second) = (Place(one), Place(other))
    #expect((first == second) == same && (first.hashValue == second.hashValue) == same)
    #expect(Place(stored: first.key) == first && first.spellings == [first.text])
    #expect(Set([first, second]).count == (same ? 1 : 2))
  }

  @Test(arguments: [
    "五栋一单元", "5栋1单元", "5号楼1单元", "五号楼一单元", "5幢1单元", "5#1单元", "５＃１单元", "5号1单元", "Bldg 5 Unit 1",
    "building 5, unit 1", "5-1", "05栋01单元", "5-1单元",
  ])
  func `a unit is one place however its building is named`(text: String) {
    let (one, other) = (Place(text), Place("5栋1单元"))
    #expect(one == other && one.hashValue == other.hashValue && !one.isRoom)
    #expect(one.block == "5" && one.unit == "1" && Place(stored: one.key) == one)
    #expect(one.text == text.plainLine, "what was typed stays")
    let lift = Place(text + (text.last == "1" ? " 电梯" : "电梯"))
    #expect(lift == Place("5栋1单元 电梯") && lift != other)
  }

  @Test(arguments: [
    ("三号楼", "3栋", true), ("Tower 3", "3座", true), ("公共区域 三号楼大堂", "公共区域-3栋大堂", true),
    ("3-2-大堂", "三栋二单元大堂", true),
    ("十二栋一单元", "12-1", true), ("A座大堂", "a栋大堂", true), ("5-1", "5-2", false), ("5栋", "5-1", false),
    ("一座桥", "1栋桥", false), ("两栋", "2栋", false), ("15-01", "15-1", false), ("5号门", "5栋门", false),
    ("12-14 Hano St", "12栋14单元 Hano St", false), ("Towers East", "S栋 East", false), ("5-1-1", "5-1", false),
  ]) func `a building is one place however it is named, and a number of something else names none`(
    one: String, other: String, same: Bool
  ) {
    #expect((Place(one) == Place(other)) == same)
  }

  @Test(arguments: [
    ("3-2-15-01", "3-2-1501"), ("3.2.1501", "3-2-1501"), ("三栋二单元1501", "3-2-1501"), ("九栋一单元三零三", "9-1-303"),
    ("三号楼二单元十五零一", "3-2-1501"), ("三栋二单元十五楼一号", "3-2-1501"), ("三栋二单元二十三零二", "3-2-2302"),
    ("三栋二单元十五一二", "3-2-1512"), ("3栋2单元15层1号", "3-2-1501"), ("三栋二单元十五楼十二号", "3-2-1512"),
    ("三栋二单元一百零一", "3-2-101"), ("3栋2单元15楼3", "3栋2单元15楼3"), ("三栋二单元十五", "三栋二单元十五"),
    ("十二栋一单元1503", "12-1-1503"), ("Bldg 3 Unit 2 1501", "3-2-1501"),
    ("Building 3 Unit 2 Room 1501", "3-2-1501"), ("Tower 3 RM 2 501", "3-2-501"),
    ("2单元3栋1201", "3-2-1201"), ("2单元3号楼1201室", "3-2-1201"), ("1201室 2单元 3栋", "3-2-1201"),
    ("unit 2 building 3 room 1201", "3-2-1201"), ("room 1201 unit 2 building 3", "3-2-1201"),
    ("Unit2 Bldg3 1201", "3-2-1201"), ("3号2楼1201", "3-2-1201"),
    ("12 Main 3 4 St 5", "12 Main 3 4 St 5"), ("a 1 101", "A-1-101"),
    ("1-2-3-4", "1-2-3-4"), ("二 三 四", "二 三 四"), ("Gate 2 3", "Gate 2 3"), ("10.0.12.345", "10.0.12.345"),
  ]) func `a room is read as people write and say it`(text: String, normal: String) {
    #expect(Place(text).text == normal)
  }

  @Test(arguments: [
    ("请打13987654321找李四", "请打139****4321找李四"), ("+86 139 8765 4321", "139****4321"),
    ("１３９８７６５４３２１", "139****4321"), ("＋８６１３９８７６５４３２１", "139****4321"),
    ("８６１３９８７６５４３２１找李四", "139****4321找李四"),
    ("13812349999/13812348888", "138****9999/138****8888"), ("8613987654321", "139****4321"),
    ("1234567890123456", "1234567890123456"), ("12345678901", "12345678901"), ("139876543", "139876543"),
    ("", ""),
    ("工单 R-1042 共 3 次", "工单 R-1042 共 3 次"),
    ("139　1234　5678 急", "139****5678 急"), ("139\u{A0}1234\u{A0}5678", "139****5678"),
    ("139–1234—5678", "139****5678"), ("139/1234/5678", "139****5678"), ("（139）12345678", "139****5678"),
    ("(+86)139-1234-5678", "139****5678"), ("139·1234_5678", "139****5678"),
    ("139\u{200B}12345678", "139****5678"),
    ("+44 7700 900123 no water", "447****0123 no water"), ("+852 9123 4567", "852****4567"),
    ("+1 (415) 555-2671", "141****2671"), ("0044 7700 900123", "004****0123"),
    ("010 8765 4321", "010****4321"),
    ("（010）87654321", "010****4321"), ("021-62345678转801", "021****5678转801"),
    ("0755 2600 1234 找物业", "075****1234 找物业"), ("call me on 8765-4321", "call me on ****21"),
    ("138 1234 56 78", "138****5678"), ("13911 101 368 找他", "139****1368 找他"),
    ("请打138 12 34 56 78", "请打138****5678"), ("13812 345 678", "138****5678"),
    ("138 123 45678", "138****5678"),
    ("1381 234 5678", "138****5678"), ("138，1234，5678", "138****5678"), ("138, 1234, 5678", "138****5678"),
    ("138-12-345-678", "138****5678"), ("138.12.345.678", "138****5678"),
    ("1 3 8 1 2 3 4 5 6 7 8", "138****5678"),
    ("一三八一二三四五六七八", "138****5678"), ("幺三八 一二三四 五六七八", "138****5678"),
    ("3-2-1201 138 12 34 56 78", "3-2-1201 138****5678"), ("1-3-0801 13812 345678", "1-3-0801 138****5678"),
    ("1栋1301 138 1234 56 78", "1栋1301 138****5678"), ("1301 138 1234 56 78", "1301 138****5678"),
    ("138 12 34 56 78 3点来", "138****5678 3点来"), ("5栋 2台 138 12 34 56 78", "5栋 2台 138****5678"),
    ("13812 345 678，13911 101 368", "138****5678，139****1368"), ("86 138 12 34 56 78", "138****5678"),
    ("找他 8765 4321", "找他 ****21"), ("3-2-1201 8765 4321", "3-2-1201 ****21"),
    ("打 1398765432 找他", "打 ****32 找他"), ("漏水 139876543211", "漏水 139****3211"),
    ("１３９８７６５４３２", "****32"), ("139 8765 432", "****32"),
    ("座机6512 3456", "座机****56"), ("请打 65123456", "请打 ****56"), ("电话 6234567", "电话 ****67"),
  ]) func `a telephone number in a text is masked`(text: String, masked: String) {
    #expect(text.freeText == masked)
  }

  @Test(arguments: [
    "订单号 1381234567", "电表 138123456789", "order 1381234567", "1381234567元", "A1381234567", "卡号 138123456789",
    "3-2-0801 2345678", "+1 3-2-1501 也漏", "+5 度", "电表读数 65123456", "2026-11-27 10:00", "订单 0044 7700 900123",
    "0301 0302 0303", "0801 0902", "8765-4321", "水费 1234 5678 元", "R-0755 26001234", "400-820-8820",
    "2 台 3 盏", "停水 1501、1502、803", "1501 1502 1503", "2201 1508 停水", "1栋2201 8765", "2026 1127",
    "8765 4321 元", "卡号 8765 4321", "读数 8765 4321", "192.168.100.20", "订单号 138 12 34 56 78",
    "SF138 1234 56 78",
    "1栋1301 138 1234", "6222 0213 8123 4567 890", "13-11-2026 17:30",
    "B1-0101 8 个", "09:30-18:00", "192.168.10.20", "3栋2单元0801 2345678",
  ]) func `what only looks like a telephone number stays`(text: String) {
    #expect(text.freeText == text)
  }

  @Test(arguments: [
    ("十五", 15), ("二十", 20), ("两百", 200), ("一百二", 120), ("一百零五", 105), ("三零三", 303), ("一千二百", 1200),
    ("三十五", 35), ("一百十五", 115), ("一千百", 1100),
    ("百", 100), ("灯", nil), ("", nil), ("3", nil),
  ]) func `numbers in Han are read`(text: String, number: Int?) { #expect(Int(han: text) == number) }

  @Test func `a room knows its building, a public area has none`() {
    #expect(Place("12栋1单元702").building == "12")
    #expect(Place("north-east-gate").building == nil)
    #expect(Place(stored: "3栋2单元1501").text == "3栋2单元1501")
  }

  @Test(arguments: [
    ("a\u{1b}[31mb", "a[31mb"), ("a\u{9b}31mb", "a31mb"), ("a\rb", "a b"), ("a\r\n\r\nb", "a b"),
    (" a\tb ", "a b"),
    ("a\u{85}b\u{2028}c", "a b c"), ("\u{202e}abc\u{2066}", "abc"), ("\u{7f}\u{0}", ""), ("", ""), (" ", ""),
    ("好  的", "好  的"), ("e\u{301}", "e\u{301}"), ("👩‍👩‍👧", "👩‍👩‍👧"),
  ]) func `a line is plain`(text: String, line: String) { #expect(text.plainLine == line) }

  @Test(.enabled(if: ReferenceData.hasNaughtyStrings, "the strings of ../shared/data/strings are not here"))
  func `no naughty string can steer a terminal`() throws {
    let blns = try JSONDecoder().decode([String].self, from: ReferenceData.bytes("strings/blns.json"))
    let payloads = try JSONDecoder().decode(
      [String: [String]].self, from: ReferenceData.bytes("strings/ansi-escape-payloads.json"))
    let strings = blns + payloads.values.flatMap { $0 }
    #expect(strings.count > 500)
    for text in strings {
      #expect(
        !text.plain.unicodeScalars.contains { steers($0) && $0 != "\n" && $0 != "\t" },
        "\(text.debugDescription)")
      #expect(!text.plainLine.unicodeScalars.contains(where: steers), "\(text.debugDescription)")
      #expect(text.plainLine.plainLine == text.plainLine)
      #expect(text.plainLine.trimmed == text.plainLine)
      var report = NewTicket.repair()
      (report.subject, report.place) = ("x" + text, Place("x" + text))
      let ticket = try Given(report).ticket()
      #expect(!(ticket.subject + ticket.place.text).unicodeScalars.contains(where: steers))
    }
  }

  private func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }
}
