import Desk
import Screen
import Testing

@testable import Dashboard

/// Parts of the estate by the names that the language of the screen has for them.
@Suite struct PlaceNameTests {
  @Test(arguments: [
    ("lobby", "大堂", "lobby"), ("Main Gate", "大门", "Main Gate"), ("car park", "停车场", "car park"),
    ("Parking B2", "停车场B2", "Parking B2"), ("basement b2", "地库B2", "basement b2"),
    ("3-2-lobby", "3-2-大堂", "3-2-lobby"),
    ("大堂", "大堂", "lobby"), ("地库B2", "地库B2", "B2 basement"), ("公共区域 东门", "东门", "east gate"),
    ("3-2-大堂", "3-2-大堂", "3-2-lobby"), ("5栋1单元 电梯", "5栋1单元 电梯", "5-1 lift"),
    ("Bldg 5 Unit 1 lift", "5栋1单元电梯", "Bldg 5 Unit 1 lift"), ("三号楼", "三号楼", "Bldg 3"),
    ("3栋地库B2", "3栋地库B2", "Bldg 3 B2 basement"),
  ])
  func `a place that every estate has is called as the screen speaks`(text: String, zh: String, en: String) {
    let place = Place(text)
    #expect(place.short(.chinese) == zh && place.short(.english) == en)
    #expect(place.text == text, "what was written down stays")
  }

  @Test(arguments: [
    "3-2-1501", "大堂经理室", "lobby desk", "3栋门前", "东门外", "gate 2", "B2", "老王家门口", "",
  ])
  func `any other place is called as it was written`(text: String) {
    let place = Place(text)
    #expect(Language.allCases.allSatisfy { place.short($0) == text && place.shown($0) == text })
  }

  @Test func `all of a name is translated or nothing`() {
    #expect(Place("公共区域 东门").spoken(.english) == "public area, east gate")
    #expect(Place("公共区域 老王家门口").spoken(.english) == "公共区域 老王家门口")
    #expect(Place("5栋1单元 电梯").spoken(.english) == "Bldg 5 Unit 1 lift")
    #expect(Place("").spoken(.english) == "place to ask")
  }

  @Test(arguments: [("lobby", "大堂"), ("大堂", "lobby"), ("lobby", "datang")])
  func `a ticket is found by what the screen calls its place`(written: String, typed: String) {
    var seat = Seat.empty(120, 40)
    seat.take(
      seat.clerk.submit(
        .report(NewTicket(kind: .repair, place: Place(written), category: "doors", subject: "门坏")),
        at: SampleDesk.now))
    #expect(seat.text.contains("大堂"))
    seat.press("F3", typed)
    #expect(seat.list() == [TicketID(.repair, 1)])
  }
}
