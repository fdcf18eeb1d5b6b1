import Desk
import Foundation
import Journal
import Testing

/// A log of checkpoints that is put right, and one from a day on which the clocks change.
@Suite struct PunchLogTests {
  private static let header = "date,route,round,seq,checkpoint,elapsed_s,start\n"
  private static let log =
    header
    + "2026-11-20,A,7,1,大堂,0,09:00:00\n2026-11-20,A,7,2,水泵房,300,09:00:00\n"
    + "2026-11-20,A,8,1,大堂,0,11:00:00\n2026-11-20,A,8,2,水泵房,,11:00:00\n"

  private func planned(_ folder: TestFolder) throws -> Int? {
    let report = try folder.run("report", "patrol", "--format", "json")
    return ((try report.json as? [String: Any])?["rows"] as? [[String: Any]])?.first?["planned"] as? Int
  }

  @Test func `a log that was put right adds no second round, and says what to do`() throws {
    let folder = try TestFolder()
    let file = try folder.file("p.csv", Self.log)
    #expect(
      try folder.run("import", "punches", file).output.contains("4 imported, 0 known before, 0 rejected"))
    _ = try folder.file(
      "p.csv",
      Self.log.replacing("8,2,水泵房", with: "8,2,泵房").replacing("8,1,大堂,0,11:00", with: "8,1,大堂,0,11:01"))
    let again = try folder.run("import", "punches", file)
    #expect(again.output.contains("0 imported, 2 known before, 2 rejected"), "\(again.output)\(again.errors)")
    let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    #expect(
      rejects.components(separatedBy: "Round 8 of punches was imported before").count == 3, "\(rejects)")
    #expect(rejects.contains("`round excuse`"))
    #expect(try planned(folder) == 2)
    let chinese = try folder.run("import", "punches", file, "--lang", "zh")
    #expect(chinese.code == again.code)
    #expect(try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8).contains("第 8 轮早已导入"))
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `rounds are counted to the end of the day that is named`() throws {
    let folder = try TestFolder()
    _ = try folder.run("import", "punches", folder.file("p.csv", Self.log))
    for (to, planned) in [("2026-11-20", 2), ("2026-11-20T10:00", 1)] {
      let report = try folder.run("report", "patrol", "--from", "2026-11-20", "--to", to, "--format", "json")
      let rows = (try report.json as? [String: Any])?["rows"] as? [[String: Any]]
      #expect(rows?.first?["planned"] as? Int == planned, "\(report.errors)")
    }
  }

  @Test func `a round is left out for a row of it, and only that row is told what is wrong with it`() throws {
    let folder = try TestFolder()
    let rows = ["A,7,1,大堂,0", "A,7,2,泵房,300", "A,7,3,东门,abc", "A,7,,西门,500", "A,7,5,南门,600", "A,8,1,大堂,0"]
    let file = try folder.file(
      "p.csv",
      Self.header
        + rows.map { "2026-11-20,\($0),09:00:00\n" }.joined().replacing("8,1,大堂,0,09", with: "8,1,大堂,0,11"))
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("1 imported, 0 known before, 5 rejected"), "\(run.output)\(run.errors)")
    func rejects() throws -> [String] {
      try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8).split(whereSeparator: \.isNewline)
        .dropFirst().map(String.init)
    }
    let leftOut = "Its round is left out because of line 4. Correct that line."
    let says = [leftOut, leftOut, "in elapsed_s is not a whole number", "seq is empty", leftOut]
    let english = try rejects()
    #expect(english.count == says.count)
    for (row, said) in zip(english, says) { #expect(row.contains(said), "\(row)") }
    _ = try folder.run("import", "punches", file, "--lang", "zh")
    #expect(try rejects().count { $0.contains("第 4 行有错，这一轮没有导入") } == 3)
  }

  @Test func `a row with too few fields leaves out the whole round around it`() throws {
    let folder = try TestFolder()
    let file = try folder.file(
      "p.csv",
      Self.header + "2026-11-20,A,7,1,大堂,0,09:00:00\n2026-11-20,A,7\n2026-11-20,A\n"
        + "2026-11-20,A,7,4,东门,500,09:00:00\n")
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("0 imported, 0 known before, 4 rejected"), "\(run.output)\(run.errors)")
  }

  @Test func `a log of rounds may pass a place twice`() throws {
    let folder = try TestFolder()
    let file = try folder.file(
      "p.csv", Self.header + "2026-11-20,A,7,1,大堂,0,09:00:00\n2026-11-20,A,7,2,大堂,600,09:00:00\n")
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("2 imported"), "\(run.output)\(run.errors)")
  }

  @Test func `a log that was imported before rounds were known by their numbers adds nothing again`() throws {
    let folder = try TestFolder()
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let start = try #require(ISO8601DateFormatter().date(from: "2026-11-20T09:00:00+08:00"))
    let rows = Self.log.split(separator: "\n").dropFirst().prefix(2)
      .map { $0.split(separator: ",").map(String.init) }
    // As it was: every cell of every row, in the order of the columns that are known.
    let values = rows.flatMap { [$0[0], $0[1], $0[2], "", $0[6], $0[3], $0[4], $0[5]] }
    let walked = WalkedRound(
      source: LogNumber(log: "punches", number: "7"),
      route: Route(id: "A", name: "A", points: rows.map { Checkpoint(id: $0[3], name: $0[4], within: 180) }),
      guardName: "", start: start, reached: ["1": start, "2": start.addingTimeInterval(300)],
      isAbandoned: false, method: "reader")
    let journal = try Journal(path: folder.store, access: .readWrite(createZone: zone))
    let outcome = try Clerk(journal).submit(
      Submission(
        id: CommandID.ofRow(log: "punches", values, reportedAt: start), .importRound(walked),
        occurredAt: start, recordedAt: start.addingTimeInterval(3600), actor: Actor(name: "tester", desk: ""))
    )
    guard case .recorded = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let file = try folder.file("p.csv", Self.log)
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("2 imported, 2 known before, 0 rejected"), "\(run.output)\(run.errors)")
    #expect(try planned(folder) == 2)
  }

  @Test func `a round begins when the clock on the wall said so, also on a day it changes`() throws {
    let folder = try TestFolder()
    let file = try folder.file(
      "p.csv", Self.header + "2026-03-08,A,7,1,lobby,60,09:00:00\n2026-03-08,B,8,1,lobby,60,\n")
    let run = try Run(
      ["import", "punches", file, "--store", folder.store], in: folder,
      environment: ["TZ": "America/New_York"])
    #expect(run.output.contains("2 imported"), "\(run.errors)")
    let events = try folder.run("events", "--format", "json").output
    let starts = try events.split(separator: "\n").compactMap { line -> String? in
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return event?["name"] as? String == "round.started.1" ? event?["occurred_at"] as? String : nil
    }
    #expect(starts == ["2026-03-08T13:00:00Z", "2026-03-08T05:00:00Z"], "\(events)")
  }

  @Test func `rounds with one number on two routes, or on two days, are two rounds`() throws {
    let folder = try TestFolder()
    let rows = [
      "2026-11-18,A,1,1,大堂,300,22:00:00", "2026-11-18,A,1,2,水泵房,900,22:00:00",
      "2026-11-18,B,1,3,东门,300,09:00:00", "2026-11-18,B,1,4,地库,900,09:00:00",
      "2026-11-19,B,1,3,东门,300,09:00:00", "2026-11-19,B,1,4,地库,900,09:00:00",
    ]
    let file = try folder.file("p.csv", Self.header + rows.map { "\($0)\n" }.joined())
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("6 imported, 0 known before, 0 rejected"), "\(run.output)\(run.errors)")
    let report = try folder.run("report", "patrol", "--format", "json")
    let routes = try #require((try report.json as? [String: Any])?["rows"] as? [[String: Any]])
    #expect(routes.compactMap { $0["route"] as? String } == ["A", "B"])
    #expect(routes.compactMap { $0["planned"] as? Int } == [1, 2])
    #expect(routes.compactMap { $0["points_onTime"] as? Int } == [2, 4], "\(routes)")
  }

  @Test func `a faulty row leaves out its own round, and no other of the same number`() throws {
    let folder = try TestFolder()
    let rows = [
      "2026-11-18,A,1,1,大堂,0,22:00:00", "2026-11-18,A,1,2,水泵房,abc,22:00:00",
      "2026-11-18,B,1,3,东门,300,09:00:00",
      // Whose date cannot be read may be of any day, until a row of it says which.
      "2026-13-19,B,2,3,东门,300,09:00:00", "2026-11-19,B,2,4,地库,900,09:00:00",
      "2026-11-20,B,2,3,东门,300,09:00:00",
    ]
    let file = try folder.file("p.csv", Self.header + rows.map { "\($0)\n" }.joined())
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("2 imported, 0 known before, 4 rejected"), "\(run.output)\(run.errors)")
    let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    #expect(
      rejects.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix(2) } == ["2,", "3,", "5,", "6,"])
  }

  @Test func `a start without seconds is read, and what is negative or too large is called so`() throws {
    let folder = try TestFolder()
    let file = try folder.file(
      "p.csv",
      Self.header + "2026-11-20,A,1,1,大堂,0,22:00\n2026-11-20,A,2,1,大堂,-5,23:00\n"
        + "2026-11-20,A,3,1,大堂,604801,23:00\n2026-11-20,A,4,1,大堂,0,25:00\n")
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("1 imported, 0 known before, 3 rejected"), "\(run.output)\(run.errors)")
    let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    for said in [
      "elapsed_s is negative. Write 0 to 604800.", "elapsed_s is too large.", "08:05:30 or 08:05.",
    ] {
      #expect(rejects.contains(said), "\(rejects)")
    }
    #expect(try folder.run("help", "import", "punches", "--lang", "en").output.contains("08:05"))
  }

  @Test func `rounds go into one transaction by the page, each recorded or refused on its own`() throws {
    let folder = try TestFolder()
    let rows = (1...700).map { "2026-11-20,A,\($0),1,大堂,\($0 == 600 ? "x" : "0"),09:00:00\n" }
    let file = try folder.file("p.csv", Self.header + rows.joined())
    let run = try folder.run("import", "punches", file)
    #expect(run.output.contains("699 imported, 0 known before, 1 rejected"), "\(run.output)\(run.errors)")
    // Of one transaction everything is recorded at one instant.
    let events = try folder.run("events", "--format", "json").output.split(separator: "\n")
    let times = try events.map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
    .compactMap { $0?["name"] as? String == "round.started.1" ? $0?["recorded_at"] as? String : nil }
    #expect(times.count == 699 && Set(times).count <= 2, "\(Set(times))")
  }
}
