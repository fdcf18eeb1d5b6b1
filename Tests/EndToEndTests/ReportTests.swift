import TestSupport
import Testing

/// Reports, as somebody at a shell asks for them.
@Suite struct ReportTests {
  @Test func `midnights go on to today while anything is open, and end a day after the last closing`() throws
  {
    let folder = try TestFolder()
    try folder.done([["new", "--place", "1-1-101", "灯"]], now: "2026-11-01T09:00")
    func days(_ now: String) throws -> [String] {
      let words = ["report", "midnights", "--format", "csv", "--now", now, "--store", folder.store]
      return try Run(words, in: folder).output.split(whereSeparator: \.isNewline).dropFirst().map {
        String($0.prefix(10))
      }
    }
    #expect(
      try days("2026-11-05T12:00") == [
        "2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05",
      ])
    try folder.done([["do", "R-1", "cancel", "误报"]], now: "2026-11-03T09:00")
    #expect(
      try days("2026-11-05T12:00") == ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"])
    let help = try folder.run("help", "report", "midnights", "--lang", "en").output
    #expect(help.contains("past due"), "\(help)")
  }

  @Test func `programs read a late promise under the name that people read`() throws {
    let folder = try TestFolder()
    try folder.done([["new", "--place", "1-1-101", "--urgent", "跳闸"]], now: "2026-11-01T09:00")
    let words = [
      "report", "figures", "--format", "csv", "--now", "2026-11-01T23:00", "--store", folder.store,
    ]
    let lines = try Run(words, in: folder).output.split(whereSeparator: \.isNewline)
    let clocks = lines.filter { $0.hasPrefix("clocks,") }
    #expect(clocks.contains { $0.hasSuffix(",overdue,1") }, "\(clocks)")
    #expect(clocks.contains { $0.hasSuffix(",late,0") } && !clocks.contains { $0.contains(",missed,") })
    #expect(lines.contains { $0.contains(",mean_on_site_seconds,") })
  }

  @Test(arguments: [["report", "figures"], ["report", "clocks"]])
  func `a report looks back, and an instant still to come is refused`(_ words: [String]) throws {
    let folder = try TestFolder()
    try folder.done([["new", "--place", "1-1-101", "灯"]], now: "2026-11-01T09:00")
    let now = ["--now", "2026-11-01T10:00", "--store", folder.store, "--as-of"]
    let run = try Run(words + now + ["2026-11-02T09:00"], in: folder)
    #expect(run.code == 1 && run.output.isEmpty && run.errors.contains("2026-11-02"), "\(run.errors)")
    #expect(try Run(words + now + ["2026-11-01T09:30"], in: folder).code == 0)
  }
}
