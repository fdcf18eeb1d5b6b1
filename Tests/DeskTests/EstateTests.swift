import Desk
import Testing

/// Rooms without their building.
@Suite struct EstateTests {
  private func room(_ text: String, _ places: String...) -> String? {
    var estate = Estate()
    estate.add(places.map { Place($0) })
    return estate.room(text)?.text
  }

  @Test func `one building of one unit has rooms by floor and room`() {
    #expect(room("15-01", "1-1-0302") == "1-1-1501")
    #expect(room("8-01", "1-1-0302") == "1-1-0801")
    #expect(room("8-01", "A-1-302") == "A-1-801")
    #expect(room("1-1501", "1-1-0302") == "1-1-1501")
  }

  @Test func `one building of several units wants the unit`() {
    #expect(room("15-01", "1-1-0302", "1-2-0302") == nil)
    #expect(room("2-1501", "1-1-0302", "1-2-0302") == "1-2-1501")
    #expect(room("3-1501", "1-1-0302", "1-2-0302") == nil)
  }

  @Test func `several buildings, or none that is known, want the building`() {
    #expect(room("15-01", "1-1-0302", "2-1-0302") == nil)
    #expect(room("15-01") == nil)
    #expect(room("15-01", "大堂") == nil)
  }

  @Test(arguments: ["15", "1-1-1501", "15-", "a-01", "138-12345678", "15-1", "150-01"])
  func `anything else is no room`(text: String) {
    let places = ["1-1-0302"]
    #expect(room(text, places[0]) == nil)
  }
}

/// How a place is read.
@Suite struct PlaceTests {
  @Test(arguments: ["3-1-2-201", "3-2-1-101", "2-5-1-1201", "3-2-15-1501", "3栋2单元15楼201"])
  func `four numbers are another household unless a floor is named that fits`(text: String) {
    #expect(!Place(text).isRoom)
  }

  @Test(arguments: ["3栋2单元15楼1501", "3-2-15楼1501", "3号楼2单元15 楼 1501", "三栋二单元十五楼1501", "3-2-15-01"])
  func `a floor that is said twice is one`(text: String) {
    #expect(Place(text).text == "3-2-1501")
  }

  @Test func `a room stands at the beginning of a line, however long that is`() throws {
    let line = "3栋2单元1501" + String(repeating: "漏水，1楼也湿了 ", count: 400)
    let (place, rest) = try #require(Place.leading(line))
    #expect(place.text == "3-2-1501" && rest.hasPrefix("漏水"))
    #expect(Place.leading(String(repeating: "漏水 ", count: 20) + "3-2-1501") == nil)
  }

  @Test(arguments: ["3-1-2-201漏水", "1-2-3-4漏水", "3-1-2-201", "3-1-2号201漏水", "3-1-2-B漏水"])
  func `a line that begins with one number too many names no room`(line: String) {
    #expect(Place.leading(line) == nil)
  }

  @Test(arguments: [
    "3-2-1501漏水", "3-2-1501-漏水", "3-2-1501 2楼也湿", "3-2-1501室2个人", "3-2-1501号漏水", "3栋2单元15楼1501漏水",
    "3-2-1501楼上漏水", "3-2-1501室WIFI坏了",
  ])
  func `what follows a room is no part of it`(line: String) {
    #expect(Place.leading(line)?.place.text == "3-2-1501")
  }
}
