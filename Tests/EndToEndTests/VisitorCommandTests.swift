import Foundation
import TestSupport
import Testing

/// The visitor register at the shell.
@Suite struct VisitorCommandTests {
  @Test func `a visitor comes in, is listed with the phone masked, and goes out`() throws {
    let folder = try TestFolder()
    let entered = try folder.run(
      "visitor", "in", "3-2-1501", "送货", "顺丰", "粤A12345", "--name", "张三", "--phone", "13812345678", "--now",
      "2026-11-20T09:00")
    #expect(entered.code == 0, "\(entered.errors)")
    #expect(entered.output == "V-1  visitor to 3-2-1501: delivery 顺丰\n")
    _ = try folder.run("visitor", "in", "大堂", "施工", "--now", "2026-11-20T09:30", "--at", "09:10")
    let inside = try folder.run("visitors", "--format", "csv", "--now", "2026-11-20T10:00").output
    #expect(inside.contains("V-1,2026-11-20 09:00:00,,3-2-1501,delivery,顺丰,张三,138****5678,粤A12345,inside"))
    #expect(inside.contains("V-2,2026-11-20 09:10:00,,大堂,contractor,,,,,inside"))
    #expect(
      try folder.run("visitors", "--now", "2026-11-20T20:01").output.contains("still inside after closing"))
    #expect(try folder.run("visitor", "out", "V-1", "--now", "2026-11-20T09:40").code == 0)
    let again = try folder.run("visitor", "out", "v1", "--now", "2026-11-20T09:50")
    #expect(again.code == 1)
    #expect(again.errors.contains("V-1 left at 2026-11-20 09:40"))
    #expect(try folder.run("visitor", "out", "V-9").code == 1)
    #expect(try folder.run("visitor", "out", "R-1").code == 64)
    #expect(!(try folder.run("visitors").output.contains("V-1 ")))
    let day = try folder.run("visitors", "--day", "2026-11-20", "--format", "json")
    let rows = try #require((try day.json as? [String: Any])?["visitors"] as? [[String: Any]])
    #expect(rows.map { $0["standing"] as? String } == ["left", "late"])
    #expect(rows.map { $0["arrived"] as? String } == ["2026-11-20T01:00:00Z", "2026-11-20T01:10:00Z"])
    #expect(rows.map { $0["left"] as? String } == ["2026-11-20T01:40:00Z", ""])
    #expect(try folder.run("visitors", "--day", "2026-11-19").output.hasPrefix("No visitors."))
    #expect(try folder.run("visitors", "--day", "soon").code == 64)
  }

  @Test func `a visitor comes in by one line in quotes as the dashboard reads it`() throws {
    let folder = try TestFolder()
    let entered = try folder.run(
      "visitor", "in", "3-2-1201 guest @Mary Ann Lee 138 1234 5678", "--now", "2026-11-20T09:00")
    #expect(entered.output.hasPrefix("V-1  visitor to 3-2-1201: "))
    #expect(!entered.output.contains("Lee") && !entered.output.contains("1234"))
    let inside = try folder.run("visitors", "--format", "csv", "--now", "2026-11-20T10:00").output
    #expect(inside.contains(",3-2-1201,guest,,Mary Ann Lee,138****5678,,inside"), "\(inside)")
  }

  @Test func `a phone that is none is refused, and several are kept`() throws {
    let folder = try TestFolder()
    for words in [["--phone", "1381234567"], ["1381234567"], ["--phone", "13812345678/1"]] {
      for (language, reason) in [("en", "is no telephone number"), ("zh", "不是电话号码")] {
        let run = try Run(
          ["visitor", "in", "3-2-1501", "送货", "--store", folder.store, "--lang", language] + words, in: folder
        )
        #expect(run.code == 64 && run.errors.contains(reason), "\(run.errors)")
      }
    }
    #expect(try folder.run("visitor", "in", "3-2-1501", "--phone", "13812345678 / 021-62345678").code == 0)
    #expect(try folder.run("visitors", "--format", "csv").output.contains("138****5678"))
  }

  @Test func `what was written down by mistake is taken back at the shell`() throws {
    let folder = try TestFolder()
    _ = try folder.run("visitor", "in", "大堂", "送货", "--now", "2026-11-20T09:00")
    _ = try folder.run("visitor", "out", "V-1", "--now", "2026-11-20T09:10")
    #expect(
      try folder.run("visitor", "undo", "V-1", "--now", "2026-11-20T09:11").output
        == "V-1  leaving undone: the visitor is still inside\n")
    #expect(try folder.run("visitors", "--now", "2026-11-20T09:12").output.contains("V-1"))
    #expect(
      try folder.run("visitor", "undo", "V-1", "--now", "2026-11-20T09:13", "--lang", "zh").output
        == "V-1  撤销登记：访客没有来过\n")
    let events = try folder.run("events").output
    #expect(events.contains("leaving undone") && events.contains("arrival undone"), "\(events)")
    let day = try folder.run("visitors", "--day", "2026-11-20", "--format", "csv").output
    #expect(day.contains(",void"))
    #expect(try folder.run("visitor", "undo", "V-1").code == 1)
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `nothing personal is in the record, and it is whole`() throws {
    let folder = try TestFolder()
    _ = try folder.run("visitor", "in", "3-2-1501", "看房", "李女士", "13812345678", "粤A12345")
    let events = try folder.run("events", "--format", "json").output
    #expect(events.contains("visit.arrived.1"))
    for text in ["李女士", "13812345678", "A12345"] { #expect(!events.contains(text)) }
    #expect(try folder.run("verify").code == 0)
    #expect(try folder.run("visitors").output.contains("138****5678"))
  }

  @Test func `a visitor and a caller are erased by their number, and stay erased in the record`() throws {
    let folder = try TestFolder()
    _ = try folder.run("visitor", "in", "3-2-1501", "看房", "李女士", "13812345678", "--now", "2026-11-20T09:00")
    _ = try folder.run("new", "--place", "1-1-101", "灯", "--reporter", "王五", "--phone", "13700001111")
    #expect(try folder.run("household", "erase", "V-1").code == 1, "a reason is needed")
    let erased = try folder.run("household", "erase", "V-1", "--reason", "本人要求")
    #expect(erased.output.contains("somebody's personal data was erased: 本人要求"), "\(erased.errors)")
    // It is told of the visitor, and not of the household they came to.
    #expect(erased.output.hasPrefix("V-1  "), "\(erased.output)")
    #expect(try folder.run("events").output.contains("V-1 3-2-1501: somebody's personal data was erased"))
    #expect(try folder.run("household", "erase", "R-1", "--reason", "本人要求").code == 0)
    let again = try folder.run("household", "erase", "v1", "--reason", "本人要求")
    #expect(again.code == 1 && again.errors.contains("it is erased already"))
    for number in ["V-9", "R-9"] {
      #expect(try folder.run("household", "erase", number, "--reason", "x").code == 1)
    }
    let day = try folder.run("visitors", "--day", "2026-11-20", "--lang", "zh").output
    #expect(day.contains("已删除") && !day.contains("李女士"))
    #expect(
      try folder.run("visitors", "--day", "2026-11-20", "--format", "csv").output.contains(",viewing,,,,,"))
    #expect(try folder.run("show", "R-1").output.contains("reporter erased"))
    #expect(try folder.run("verify").code == 0)
  }

  #if VTERM
    @Test func `a visitor is registered and let out by key`() throws {
      let folder = try TestFolder()
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:00:00"])
      desk.expect("F1帮助")
      desk.choose("fangke")
      desk.expect("没有访客在里面")
      desk.press(.function(6))
      desk.type("3-2-1501 送货 顺丰 13812345678 粤A12345\r")
      desk.expect("138****5678  粤A12345")
      #expect(desk.row("V-1").contains("3-2-1501"))
      desk.press(.function(8))
      desk.expect("V-1 left") { _ in desk.row("V-1").contains("离开") }
      #expect(desk.quit() == 0)
      #expect(try folder.events("V-1") == ["visit.arrived.1", "visit.left.1"])
      #expect(!(try folder.run("events", "--format", "json").output.contains("5678")))
      #expect(try folder.run("visitors", "--day", "2026-10-14").output.contains("138****5678"))
    }
  #endif
}
