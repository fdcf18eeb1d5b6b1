import Desk
import Foundation
import Testing

@Suite struct PolicyFileTests {
  @Test func `the standard policy is written out and reads back equal`() throws {
    let read = try Policy(json5: Policy.standard.json5, file: "policy.json5")
    #expect(read == Policy.standard)
    #expect(read.json5 == Policy.standard.json5)
    #expect(Policy.standard.changes(to: read) == ([], []))
  }

  @Test func `every entry of a policy names its source`() {
    for entry in Policy.standard.entries { #expect(entry.line.contains(#/source: "(S\d{3}|design)/#)) }
  }

  @Test func `a file of hours, clocks and categories only has the standard's terms`() throws {
    let text = Policy.standard.json5
    let end = try #require(text.range(of: "  escalation:"))
    let read = try Policy(json5: text[..<end.lowerBound] + "}", file: "policy.json5")
    #expect(read == Policy.standard)
  }

  @Test func `the terms of a file are taken over, each with its source`() throws {
    let text = Policy.standard.json5
      .replacing("value: \"2h\", source: \"design\"", with: "value: \"90m\", source: \"S104\"")
      .replacing("line: \"service\", phone: \"\"", with: "line: \"service\", phone: \"400-800-1234\"")
      .replacing("yuan: 60, per: \"visit\"", with: "yuan: 80, per: \"hour\"")
      .replacing("after: \"10m\", to: \"supervisor\"", with: "after: \"20m\", to: \"manager\"")
      .replacing("{ reason: \"ownerAway\", source: \"design\" },", with: "")
    let terms = try Policy(json5: text, file: "policy.json5").terms
    #expect(terms.limits.backDating == 5400)
    #expect(terms.limits.sources == ["backDating": "S104"])
    #expect(terms.lines.first?.phone == "400-800-1234")
    #expect(
      terms.tariffs.contains(Tariff("疏通管道", "Drain cleared", yuan: 80, per: .hour, source: "S023 design")))
    #expect(terms.escalation[2].role == .manager)
    #expect(!terms.holds.contains { $0.reason == .ownerAway })
    #expect(try Policy(json5: Policy(json5: text, file: "").json5, file: "").terms == terms)
  }

  @Test func `the standard offers at least four paid and eight free services`() {
    let tariffs = OfficeTerms.standard.tariffs
    #expect(tariffs.filter { $0.yuan > 0 }.count >= 4)
    #expect(tariffs.filter { $0.yuan == 0 }.count >= 8)
  }

  @Test func `what a file changes is found, entry by entry`() throws {
    let text = Policy.standard.json5.replacing("48h", with: "3 working days")
      .replacing(
        "complexity: \"complex\",\n      target: \"3 working days\", calendar: \"24x7\"",
        with:
          "complexity: \"complex\",\n      target: \"3 working days\", calendar: \"work\"")
    let read = try Policy(json5: text, file: "policy.json5")
    let (gone, new) = Policy.standard.changes(to: read)
    #expect(gone.map(\.section) == [.clocks])
    #expect(new.count == 1)
    #expect(new.first?.line.contains("3 working days") == true)
    let given = Given(.repair("lighting", complexity: .complex), policy: read)
    #expect(try given.clock(.lighting).due == at("2026-11-25 18:00"))
  }

  @Test func `a clock may start when a ticket becomes urgent, whatever ends it`() throws {
    let text = Policy.standard.json5.replacing(
      "start: \"reported\", stop: \"completion\", hold: \"partsAnswer\"",
      with: "start: \"urgent\", stop: \"completion\", hold: \"never\"")
    let policy = try Policy(json5: text, file: "policy.json5")
    let given = Given(.repair("lift"), policy: policy).and(.setUrgency(.urgent, reason: ""), at: 20)
    #expect(try given.clock(.vital).due == minute(50))
  }

  @Test(arguments: [
    ("target: \"4h\"", "target: \"4 hours\"", "clocks[0].target"),
    (
      "target: \"8h\", calendar: \"24x7\"", "target: \"1 working day\", calendar: \"24x7\"",
      "clocks[3].calendar"
    ),
    ("clock: \"feedback\"", "clock: \"logDue\"", "clocks[0].clock"),
    ("stop: \"arrival\"", "stop: \"arrived\"", "clocks[1].stop"),
    ("warnings: [\"1h\", \"15m\"]", "warnings: [\"1h\", \"soon\"]", "clocks[0].warnings[1]"),
    ("kinds: [\"repair\"], urgent: true,\n", "kinds: [], urgent: true,\n", "clocks[1].kinds"),
    ("source: \"S001\"", "source: \"somewhere\"", "clocks[0].source"),
    ("mon: [\"08:00-20:00\"]", "mon: [\"20:00-20:00\"]", "hours.desk.mon[0]"),
    ("system: \"lift\"", "system: \"stairs\"", "categories[0].system"),
    ("start: \"urgent\"", "start: \"never\"", "clocks[1].start"),
    ("hold: \"never\"", "hold: \"always\"", "clocks[0].hold"),
    ("to: \"shiftLead\"", "to: \"boss\"", "escalation[0].to"),
    ("after: \"10m\"", "after: \"0m\"", "escalation[2].after"),
    ("times: 3", "times: 300", "escalation[2].times"),
    ("reason: \"ownerTime\"", "reason: \"lunch\"", "holds[1].reason"),
    ("yuan: 60", "yuan: -60", "tariffs[1].yuan"), ("per: \"hour\"", "per: \"day\"", "tariffs[2].per"),
    ("line: \"supervision\"", "line: \"police\"", "lines[2].line"),
    ("value: \"24h\"", "value: \"a day\"", "limits.duplicates.value"),
    ("value: 2,", "value: 9,", "limits.lowRating.value"),
  ])
  func `a value that cannot be is refused where it stands`(from: String, to: String, key: String) throws {
    let standard = Policy.standard.json5
    let range = try #require(standard.range(of: from))
    let error = #expect(throws: SettingsError.self) {
      try Policy(json5: standard.replacingCharacters(in: range, with: to), file: "policy.json5")
    }
    guard case .badValue(key, _, let allowed)? = error?.fault else {
      Issue.record("\(key): \(String(describing: error))")
      return
    }
    #expect(!allowed.isEmpty)
    let line = standard[..<range.lowerBound].count { $0 == "\n" } + 1
    #expect((error?.line ?? 0) - line <= 1)
  }

  @Test func `hours past midnight, a warning before the start and a number out of range are told as that`() {
    func fault(_ from: String, _ to: String) -> SettingsError.Fault? {
      let standard = Policy.standard.json5
      guard let range = standard.range(of: from) else { return nil }
      let text = standard.replacingCharacters(in: range, with: to)
      return #expect(throws: SettingsError.self) { try Policy(json5: text, file: "p") }?.fault
    }
    #expect(
      fault("mon: [\"08:00-20:00\"]", "mon: [\"20:00-08:00\"]")
        == .overMidnight(key: "hours.desk.mon[0]", value: "20:00-08:00"))
    for warning in ["4h", "5h"] {
      #expect(
        fault("warnings: [\"1h\", \"15m\"]", "warnings: [\"15m\", \"\(warning)\"]")
          == .warnsTooEarly(key: "clocks[0].warnings[1]", value: warning))
    }
    #expect(
      fault("followUps: { value: 3,", "followUps: { value: -3,")
        == .badValue(key: "limits.followUps.value", value: "-3", allowed: ["0…20"]))
  }

  @Test func `keys that are missing, misspelt or said twice are refused`() {
    func fault(_ from: String, _ to: String) -> SettingsError.Fault? {
      let text = Policy.standard.json5.replacing(from, with: to)
      return #expect(throws: SettingsError.self) { try Policy(json5: text, file: "p") }?.fault
    }
    #expect(fault("  name: \"standard\",\n", "") == .missingKey("name"))
    guard case .unknownKey("hours.desk.sunday", _)? = fault("sun: [\"08", "sunday: [\"08") else {
      Issue.record("a misspelt day was taken")
      return
    }
    #expect(fault("category: \"power\"", "category: \"lift\"") == .duplicateKey("lift"))
    #expect(fault("[\"1h\", \"15m\"]", "[\"1h\", \"60m\"]") == .duplicateKey("60m"))
    #expect(fault("grade: \"serious\"", "grade: \"ordinary\"") == .duplicateKey("complaintResolve"))
  }

  @Test func `a policy on record is read, whatever a file may say today`() throws {
    let standard = Policy.standard.json5
    for (from, to) in [
      ("[\"1h\", \"15m\"]", "[\"1h\", \"60m\"]"), ("grade: \"serious\"", "grade: \"ordinary\""),
    ] {
      let text = standard.replacing(from, with: to)
      #expect(throws: SettingsError.self) { try Policy(json5: text, file: "policy.json5") }
      #expect(try Policy(recorded: text).clocks.count == Policy.standard.clocks.count)
    }
    #expect(throws: SettingsError.self) { try Policy(recorded: standard.replacing("30m", with: "30x")) }
  }

  @Test func `a calendar that never opens is refused`() throws {
    let text = Policy.standard.json5.replacing("[\"08:00-20:00\"]", with: "[]")
    let error = #expect(throws: SettingsError.self) { try Policy(json5: text, file: "p") }
    guard case .badValue("hours.desk", _, _)? = error?.fault else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    ("30m", "30m"), ("4h", "4h"), ("240m", "4h"), ("90m", "90m"), ("2d", "48h"), ("90s", "90s"),
    ("45s", "45s"),
    ("5 working days", "5 working days"), ("1 working day", "1 working day"), ("0m", nil), ("-1h", nil),
    ("4", nil), ("", nil), ("working days", nil), ("0 working days", nil), ("4 h", nil), ("5 days", nil),
  ]) func `a target is read and written`(text: String, written: String?) {
    #expect(ClockTarget(text)?.description == written)
  }

  @Test(arguments: [
    ("09:00-12:00", 32_400..<43_200), ("22:00-24:00", 79_200..<86_400), ("00:00-00:01", 0..<60),
    ("9:00-12:00", 32_400..<43_200), ("009:00-12:00", nil), ("9:0-12:00", nil),
    ("12:00-09:00", nil), ("09:00-09:00", nil), ("09:60-10:00", nil), ("24:00-24:30", nil), ("", nil),
    ("09:00", nil),
  ]) func `a span of hours is read`(text: String, span: Range<Int>?) { #expect(DayHours.span(text) == span) }

  @Test(arguments: [
    ("2026-11-20", true), ("2024-02-29", true), ("2026-02-29", false), ("2026-13-01", false),
    ("2026-1-1", false),
    ("20261120", false), ("", false), ("2026-00-10", false), ("2026-04-31", false),
  ]) func `a date is read`(text: String, isOne: Bool) {
    #expect(CivilDate(text)?.description == (isOne ? text : nil))
  }
}
