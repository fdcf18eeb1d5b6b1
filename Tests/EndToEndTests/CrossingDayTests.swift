#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Promises that break while somebody looks, and while nobody does.
  @Suite struct CrossingDayTests {
    /// What becomes of an urgent call that nobody takes on, and when; after half an hour it goes up the ladder.
    private static let crossings = [
      ("ticket.escalated.1", "2026-10-14T06:05:00Z"), ("ticket.warned.1", "2026-10-14T06:15:00Z"),
      ("ticket.warned.1", "2026-10-14T06:25:00Z"), ("ticket.breached.1", "2026-10-14T06:30:00Z"),
      ("ticket.escalated.1", "2026-10-14T06:30:00Z"),
    ]

    private static func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-10-14T14:00:00")
      return folder
    }

    private func expectOnce(_ folder: TestFolder, at location: SourceLocation = #_sourceLocation) throws {
      let names = try folder.events("R-1")
      #expect(Array(names.dropFirst().prefix(5)) == Self.crossings.map(\.0), sourceLocation: location)
      let times = try folder.events("R-1", "occurred_at")
      #expect(Array(times.dropFirst().prefix(5)) == Self.crossings.map(\.1), sourceLocation: location)
    }

    @Test func `two desks see a promise break, and it is recorded once at its true instant`() throws {
      let folder = try Self.folder()
      let words = ["--now", "2026-10-14T14:29:56"]
      let one = try Sitting(folder, words)
      let other = try Sitting(folder, words + ["--as", "赵敏"], size: Sitting.medium)
      one.expect("!! 到场")
      one.expect("X  到场 超0分")
      other.expect("X  到场 超0分")
      one.expect("超时1")
      other.expect("超时1")
      one.expect("到场超时")
      try expectOnce(folder)
      try folder.done([["do", "R-1", "note", "后来"]], now: "2026-10-14T15:00:00")
      other.expect("备注：后来")
      #expect(try folder.events("R-1").filter { $0 == "ticket.breached.1" }.count == 1)
    }

    @Test
    func `of all screens on a store one tells the program of the settings, and never the wall`() throws {
      let folder = try Self.folder()
      let told = "\(folder.path)/told"
      let hook = "{ notify: { command: [\"/bin/sh\", \"-c\", \"cat >> '\(told)'\"] } }"
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/config.json5", hook)
      let words = ["--now", "2026-10-14T14:29:56"]
      let wall = try Sitting(folder, ["wall"] + words)
      let silent = try Sitting(
        folder, words + ["--as", "小陈"], size: Sitting.medium,
        environment: ["XDG_CONFIG_HOME": "\(folder.path)/none"])
      let others = try ["李敏", "赵敏"].map { try Sitting(folder, words + ["--as", $0], size: Sitting.medium) }
      let desks = others + [silent]
      for desk in desks { desk.expect("到场超时") }
      wall.expect("到场超时")
      let isTold = silent.outside.wait(for: .seconds(30)) { FileManager.default.fileExists(atPath: told) }
      #expect(isTold, "also where one of the desks has nobody to tell")
      try folder.done([["do", "R-1", "note", "后来"]], now: "2026-10-14T14:45:00")
      for desk in desks {
        desk.expect("备注：后来")
        #expect(desk.quit() == 0)
      }
      let lines = try String(contentsOfFile: told, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 1 && lines[0].contains("\"R-1\"") && lines[0].contains("breached"), "\(lines)")
    }

    @Test func `what broke while no desk ran is recorded when one starts, at its true instant`() throws {
      let folder = try Self.folder()
      let desk = try Sitting(folder, ["--now", "2026-10-14T16:00:00"])
      desk.expect("XX 到场 超1时30分")
      desk.expect("到场超时")
      try expectOnce(folder)
      #expect(desk.quit() == 0)
      let again = try Sitting(folder, ["--now", "2026-10-14T16:30:00"])
      again.expect("XX 到场 超2时00分")
      try expectOnce(folder)
    }

    @Test func `a complaint breaks its own promises, and they are answered`() throws {
      let folder = try TestFolder()
      try folder.done(
        [["new", "complaint", "--place", "6-1-0902", "--category", "noise", "夜间装修"]],
        now: "2026-10-14T14:00:00")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:59:56"])
      desk.expect("F1帮助")
      desk.type("4")
      desk.expect("X  到场 超0分")
      desk.expect("投诉超1")
      desk.expect("升级至 当班负责人（名册上没有）（未确认）")
      desk.expect("F6确认")
      desk.pressTurned(.function(6), until: "F6到场") { $0.text.contains("F6到场") }
      desk.pressTurned(.function(6), until: "F6反馈") { $0.text.contains("F6反馈") }
      desk.press(.function(6))
      desk.expect("F6解决")
      desk.press(.function(6))
      desk.expect("解释和答复")
      desk.type("已劝停\r")
      desk.expect("可撤销: u")
      let names = try folder.events("C-1").suffix(3)
      #expect(names == ["ticket.arrivedOnSite.1", "ticket.feedbackGiven.1", "ticket.completed.1"])
    }

    @Test func `a wall shows a promise break and writes nothing`() throws {
      let folder = try Self.folder()
      let before = try folder.run("verify", "--anchor").output
      let wall = try Sitting(folder, ["wall", "--now", "2026-10-14T14:29:57"])
      wall.expect("超0分")
      wall.press(.function(2), .function(6), .function(8))
      wall.type("L")
      // A wall that hangs for everybody asks first, in the language it had.
      wall.press(.control("q"))
      wall.expect("退出")
      #expect(wall.quit() == 0)
      #expect(try folder.run("verify", "--anchor").output == before)
      #expect(try folder.events("R-1") == ["ticket.reported.1"])
    }
  }
#endif
