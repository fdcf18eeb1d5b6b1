#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Incidents and shifts with the real program.
  @Suite struct IncidentDayTests {
    private let noon = "2026-10-14T12:00:00"

    @Test func `an incident from the cry to its review, at the shell`() throws {
      let folder = try TestFolder()
      try folder.done(
        [
          ["incident", "declare", "fire", "--place", "3栋地库"], ["incident", "step", "I-1", "--by", "老王"],
          ["incident", "skip", "I-1", "2", "3", "4", "5", "6", "7", "8", "9", "--reason", "误报"],
          ["incident", "notice", "I-1", "请走楼梯"], ["incident", "contain", "I-1", "已扑灭"],
        ], now: noon)
      try folder.done(
        [["incident", "undo", "I-1", "8", "9"], ["incident", "step", "I-1", "8", "9", "--by", "老李"]],
        now: noon)
      #expect(
        try folder.run("incident", "undo", "I-1", "1", "--now", noon).output.contains("step 1 taken back"))
      try folder.done([["incident", "step", "I-1", "1", "--by", "老王"]], now: noon)
      let refused = try folder.run("incident", "close", "I-1", "--now", noon, "--lang", "zh")
      #expect(refused.errors.contains("还没有事后总结"))
      try folder.done([["incident", "review", "I-1", "水带要常查"], ["incident", "close", "I-1"]], now: noon)
      let shown = try folder.run("incident", "show", "I-1", "--format", "json").output
      #expect(shown.contains("\"stage\": \"closed\""))
      #expect(shown.contains("\"by\": \"老王\""))
      #expect(try folder.run("incident", "list", "--format", "csv").output.contains("I-1,fire"))
      #expect(try folder.run("verify").code == 0)
    }

    @Test func `a step that is late says so in words, and what was skipped is not counted as done`() throws {
      let folder = try TestFolder()
      try folder.done(
        [
          ["incident", "declare", "fire", "--place", "3栋地库"], ["incident", "step", "I-1", "1"],
          ["incident", "skip", "I-1", "2", "--reason", "误报"],
        ], now: noon)
      for (language, late, progress) in [
        ("en", "late 43m", "1/9 1 skipped"), ("zh", "超43分", "1/9 跳1"),
      ] {
        let later = ["--now", "2026-10-14T12:48:00", "--lang", language, "--store", folder.store]
        let shown = try Run(["incident", "show", "I-1"] + later, in: folder).output.split(separator: "\n")
        #expect(shown.contains { $0.contains("[ ] 3") && $0.hasSuffix(late) }, "\(shown)")
        #expect(shown.allSatisfy { !$0.contains("[v]") || !$0.contains("43") })
        #expect(try Run(["incident", "list"] + later, in: folder).output.contains(progress))
      }
    }

    @Test func `how incidents were answered stands in the figures, drills apart`() throws {
      let folder = try TestFolder()
      try folder.done(
        [
          ["incident", "declare", "fire", "--place", "3栋地库"],
          ["incident", "declare", "fire", "--place", "5栋"],
          ["incident", "declare", "fire", "--place", "1栋", "--drill"],
        ], now: noon)
      try folder.done([["incident", "step", "I-1"]], now: "2026-10-14T12:10:00")
      try folder.done([["incident", "step", "I-2"]], now: "2026-10-14T12:31:00")
      let day = ["report", "figures", "--from", "2026-10-14", "--to", "2026-10-14", "--store", folder.store]
      let csv = try Run(
        day + ["--format", "csv", "--now", "2026-10-14T13:00:00"], in: folder
      ).output.split(whereSeparator: \.isNewline).map(String.init)
      let expected = [
        "clocks,1,clock,incident", "clocks,1,met,1", "clocks,1,late,1", "responses,1,until,incident",
        "responses,1,sample,2",
      ]
      for line in expected { #expect(csv.contains(line), "\(line) in \(csv)") }
      let text = try Run(day + ["--lang", "zh", "--now", "2026-10-14T13:00:00"], in: folder).output
      #expect(text.contains("突发响应") && text.contains("S009"), "\(text)")
    }

    @Test func `a response that is late is found once, however many desks start after the night`() throws {
      let folder = try TestFolder()
      try folder.done([["incident", "declare", "lift", "--place", "5-1 电梯"]], now: noon)
      let one = try Sitting(folder, ["--now", "2026-10-14T18:00:00"])
      let other = try Sitting(folder, ["--now", "2026-10-14T18:00:00", "--as", "赵敏"])
      one.expect("突发1")
      other.expect("突发1")
      one.expect("响应超时")
      let names = try folder.events("I-1")
      #expect(
        names == ["incident.declared.1", "incident.warned.1", "incident.warned.1", "incident.breached.1"])
      let times = try folder.events("I-1", "occurred_at")
      #expect(times.suffix(3) == ["2026-10-14T04:20:00Z", "2026-10-14T04:25:00Z", "2026-10-14T04:30:00Z"])
      other.type("8")
      other.press(.function(6))
      one.expect("第 1 步完成")
      #expect(try folder.events("I-1").last == "incident.stepDone.1")
    }

    @Test func `plans are shown, changed, checked and published; what began keeps its own`() throws {
      let folder = try TestFolder()
      try folder.done([["incident", "declare", "fire", "--place", "1栋"]], now: noon)
      let text = try folder.run("plans", "show", "fire", "--format", "json5").output
      let file = try folder.file("plans.json5", text.replacing("within: 3,", with: "within: 4,"))
      #expect(try folder.run("plans", "check", file).code == 0)
      try folder.done([["plans", "publish", file], ["plans", "publish", file]], now: noon)
      #expect(try folder.events("plan:fire") == ["plan.published.1"])
      try folder.done([["incident", "declare", "火灾", "--place", "2栋"]], now: noon)
      #expect(
        try folder.run("plans", "show", "Lift entrapment", "--lang", "en").output.contains("Lift entrapment"))
      let shown = try folder.run("incident", "show", "I-2", "--format", "json").output
      #expect(shown.contains("\"plan_version\": 1"))
      #expect(
        try folder.run("incident", "show", "I-1", "--format", "json").output.contains("\"plan_version\": 0"))
      _ = try folder.file("plans.json5", "{ plans: [\n { plan: 'x' } ] }")
      let wrong = try folder.run("plans", "check", file)
      #expect(wrong.code == 65)
      #expect(wrong.errors.contains("plans.json5:2:"))
    }

    @Test func `one shift hands over to the next at the shell`() throws {
      let folder = try TestFolder()
      try folder.done(
        [
          ["shift", "start", "early", "--on", "李敏"], ["new", "--place", "1-1-101", "--urgent", "跳闸"],
          ["handover", "note", "--red", "3栋外墙作业"], ["handover", "draft"],
          ["handover", "sign-out", "--as", "李敏"],
        ], now: noon)
      func run(_ words: String...) throws -> (code: Int32, errors: String) {
        let run = try Run(words + ["--store", folder.store, "--now", noon, "--lang", "zh"], in: folder)
        return (run.code, run.errors)
      }
      #expect(try run("handover", "sign-in", "--as", "李敏").errors.contains("不能自己接自己的班"))
      #expect(try run("handover", "sign-in", "--as", "小陈").errors.contains("第 1、2 项"))
      #expect(try run("handover", "ack", "1", "--as", "小陈").code == 0)
      let rest = try run("handover", "ack", "1", "2", "--as", "小陈")
      #expect(rest.code == 0 && rest.errors.contains("第 1 项已经有人确认"))
      let seen = try run("handover", "ack", "1", "2", "--as", "小陈")
      #expect(seen.code == 1 && seen.errors.contains("第 1 项已经有人确认"))
      #expect(try run("handover", "sign-in", "--as", "小陈", "--on", "小陈", "--on", "老李").code == 0)
      let sheet = try folder.run("handover", "S-20261014-early", "--format", "md", "--lang", "zh").output
      #expect(sheet.contains("# 交接班  10-14 早班"))
      #expect(sheet.contains("R-1 到场  1-1-101 跳闸"))
      #expect(sheet.contains("接班 小陈"))
      #expect(try folder.run("roster", "--format", "csv").output.contains("S-20261014-late,open"))
    }
  }
#endif
