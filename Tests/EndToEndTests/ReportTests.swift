import TestSupport
import Testing

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
}
