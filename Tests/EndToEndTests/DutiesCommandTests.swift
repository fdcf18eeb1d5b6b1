import Desk
import Foundation
import Testing

/// Recurring duties, as somebody at a shell keeps them.
@Suite struct DutiesCommandTests {
  @Test func `duties are listed, discharged with proof, waived, and overdue when their span is over`() throws
  {
    let folder = try TestFolder()
    let now = ["--now", "2026-11-20T09:00"]
    _ = try Run(["new", "--place", "1-1-101", "灯"] + now + ["--store", folder.store], in: folder)
    let listed = try Run(
      ["duties", "list", "--format", "csv"] + now + ["--store", folder.store], in: folder)
    #expect(listed.output.contains("fire-monthly,消防设备巡查,month,2026-11,upcoming,2026-11-30,"))
    let bare = try Run(["duties", "done", "census", "10"] + now + ["--store", folder.store], in: folder)
    #expect(
      bare.code == 1 && bare.errors.contains("frontdesk duties done census --figure 45"), "\(bare.errors)")
    for (language, said) in [("en", "cannot be 130%. Give 100 at most."), ("zh", "不会是 130%")] {
      let words = ["duties", "done", "census", "--figure", "130", "表", "--lang", language]
      let much = try Run(words + now + ["--store", folder.store], in: folder)
      #expect(much.code == 1 && much.errors.contains(said), "\(much.errors)")
    }
    #expect(
      try Run(
        ["duties", "done", "census", "--figure", "52", "表"] + now + ["--store", folder.store], in: folder
      ).code == 0)
    #expect(
      try Run(["duties", "done", "fire-monthly", "巡查表.pdf"] + now + ["--store", folder.store], in: folder)
        .code == 0)
    #expect(
      try Run(["duties", "waive", "deep-clean", "停水"] + now + ["--store", folder.store], in: folder).code == 0
    )
    let again = try Run(
      ["duties", "waive", "deep-clean", "停电", "--lang", "en"] + now + ["--store", folder.store], in: folder)
    #expect(again.code == 1 && again.errors.contains("If it was done after all, discharge it"))
    #expect(
      try Run(["duties", "done", "deep-clean", "照片"] + now + ["--store", folder.store], in: folder).code == 0)
    for (language, said) in [("en", "照片 (waived before: 停水)"), ("zh", "照片 （曾免除：停水）")] {
      let words = ["duties", "list", "--lang", language]
      #expect(try Run(words + now + ["--store", folder.store], in: folder).output.contains(said))
    }
    let later = try folder.run("duties", "list", "--format", "csv", "--now", "2026-12-02T09:00")
    // No desk was open at midnight.
    #expect(later.output.contains("drains-monthly,排水（污）排查,month,2026-11,overdue"))
    #expect(later.output.contains("S046,2026-12,2026-11"))
    let table = try folder.run("duties", "list", "--lang", "zh", "--now", "2026-12-02T09:00").output
    #expect(table.contains("本期") && table.contains("欠自"))
    func row(_ id: String) -> [Substring]? {
      table.split(separator: "\n").map { $0.split(separator: " ") }.first { $0.first == id[...] }
    }
    #expect(
      row("drains-monthly")?.contains("2026-12") == true && row("drains-monthly")?.contains("2026-11") == true
    )
    #expect(
      row("fire-monthly")?.contains("2026-12") == true && row("fire-monthly")?.contains("2026-11") == false)
    _ = try folder.run("duties", "done", "drains-monthly", "补", "--now", "2026-12-02T09:00")
    let events = try folder.run("events", "--stream", "duty:drains-monthly").output
    #expect(events.contains("2026-12-01 00:00:00"))
    #expect(events.contains("2026-11 overdue"))
    #expect(events.contains("2026-11 discharged"))
    #expect(try folder.run("verify").code == 0)
    #expect(try folder.run("rebuild").code == 0)
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `the list is published from a file, and a wrong file is told by its place`() throws {
    let folder = try TestFolder()
    _ = try folder.run("staff", "add", "老王")
    let rows = try (folder.run("duties", "list", "--format", "json").json as? [String: Any])?["duties"]
    let due = try #require((rows as? [[String: Any]])?.compactMap { $0["due"] as? String })
    #expect(!due.isEmpty && due.allSatisfy { CivilDate($0) != nil }, "\(due)")
    let standard = try folder.run("duties", "list", "--format", "json5").output
    let file = try folder.file(
      "duties.json5", Data(standard.replacing("fire-monthly", with: "fire-weekly").utf8))
    #expect(try folder.run("duties", "publish", file).code == 0)
    #expect(try folder.run("duties", "list").output.contains("fire-weekly"))
    let wrong = try folder.file(
      "wrong.json5", Data(standard.replacing("every: \"half\"", with: "every: \"often\"").utf8))
    let run = try folder.run("duties", "check", wrong)
    #expect(run.code == 65)
    #expect(run.errors.contains("wrong.json5:9"), "\(run.errors)")
  }
}
