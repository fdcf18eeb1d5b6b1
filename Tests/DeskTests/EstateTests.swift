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
