import Foundation
import Testing

/// Equipment, as somebody at a shell imports it and reads its history.
@Suite struct AssetCommandTests {
  private static let table = """
    编号,名称,类别,位置,启用,维保至,年限,保养周期
    L3,3栋客梯,电梯,3-2-大堂,2010-05-01,2026-12-31,15年,1
    P1,生活水泵,给水,水泵房,2019/3/1,,20,6
    ,没有编号,照明,,,,,
    X1,坏日期,照明,,昨天,,,
    """

  @Test func `a column nobody knows is told of and left out`() throws {
    let folder = try TestFolder()
    let file = try folder.file("assets.csv", Data("编号,名称,颜色,位置\nP1,泵,绿,水泵房\n".utf8))
    let run = try folder.run("import", "assets", file)
    #expect(run.code == 0)
    #expect(run.errors.contains("Columns not read: 颜色."), "\(run.errors)")
    #expect(try folder.run("import", "assets", file, "--lang", "zh").errors.contains("没有读这几列：颜色。"))
  }

  @Test func `a life that is no whole number is refused in words, not made of its digits`() throws {
    let folder = try TestFolder()
    let table = "编号,名称,年限,保养周期\nA,泵,24.5,\nB,泵,6~12,\nC,泵,,1-2\nD,泵,15 年,6个月\nE,泵,年,\n"
    let file = try folder.file("assets.csv", Data(table.utf8))
    #expect(
      try folder.run("import", "assets", file).output.contains("1 imported, 0 known before, 4 rejected"))
    let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    #expect(rejects.contains("\"\"24.5\"\" in 年限 is not a whole number."))
    #expect(try folder.run("assets", "list", "--format", "csv").output.contains("\nD,"))
  }

  @Test(arguments: [
    ("zh", ["编号 是空的。", "启用 的“昨天”读不成时间。请写成 2026-10-01。"]),
    ("en", ["编号 is empty.", "in 启用 cannot be read as a time. Write it as 2026-10-01."]),
  ])
  func `what is wrong with a row names the column as the table does`(language: String, reasons: [String])
    throws
  {
    let folder = try TestFolder()
    let file = try folder.file("assets.csv", Data(Self.table.utf8))
    #expect(try folder.run("import", "assets", file, "--lang", language).code == 0)
    let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    for reason in reasons { #expect(rejects.contains(reason), "\(rejects)") }
  }

  @Test func `rejects never overwrite the table they come from`() throws {
    let folder = try TestFolder()
    let file = try folder.file("assets.csv", Data(Self.table.utf8))
    let punches = try folder.file("punches.csv", "date,route,round,seq,elapsed_s\n2026-11-20,A,1,1,x\n")
    for (log, file) in [("assets", file), ("punches", punches)] {
      let run = try folder.run("import", log, file, "--rejects", file)
      #expect(run.code == 64 && run.errors.contains("would overwrite it"), "\(run.errors)")
    }
    #expect(try Data(contentsOf: URL(filePath: file)) == Data(Self.table.utf8))
  }

  @Test func `equipment is imported, named by tickets, and its page tells both`() throws {
    let folder = try TestFolder()
    let file = try folder.file("assets.csv", Data(Self.table.utf8))
    let first = try folder.run("import", "assets", file)
    #expect(
      first.output.contains("4 rows: 2 imported, 0 known before, 2 rejected"),
      "\(first.output)\(first.errors)")
    #expect(try folder.run("import", "assets", file).output.contains("0 imported, 2 known before"))
    _ = try folder.run("new", "--asset", "L3", "--channel", "sensor", "--category", "lift", "急停")
    #expect(try folder.run("new", "--asset", "L9", "--place", "1-1-101", "灯").code == 1)
    let shown = try #require(
      try folder.run("assets", "show", "L3", "--format", "json").json as? [String: Any])
    #expect(shown["tickets"] as? [String] == ["R-1"])
    #expect(shown["aged"] as? String == "yes")
    #expect(shown["contract_end"] as? String == "2026-12-31")
    #expect(try folder.run("assets", "service", "L3", "保养").code == 0)
    #expect(try folder.run("assets", "show", "L3").output.contains("serviced: 保养"))
    #expect(try folder.run("assets", "retire", "P1", "更新").code == 0)
    #expect(try folder.run("assets", "list").output.contains("out of use"))
    let ticket = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    #expect(ticket["place"] as? String == "3-2-大堂")
    #expect(try folder.run("verify").code == 0)
    #expect(try folder.run("rebuild").code == 0)
    #expect(try folder.run("verify").code == 0)
  }

  @Test(arguments: ["3-2-大堂 客梯急停", "3-2 客梯急停", "客梯急停，3-2-大堂", "3-2-大堂客梯急停"])
  func `where the equipment is does not stay in what the ticket is about`(words: String) throws {
    let folder = try TestFolder()
    let file = try folder.file("assets.csv", Data(Self.table.utf8))
    _ = try folder.run("import", "assets", file)
    #expect(try folder.run("new", words, "--asset", "L3").code == 0)
    let ticket = try #require(try folder.run("show", "R-1", "--format", "json").json as? [String: Any])
    #expect(ticket["place"] as? String == "3-2-大堂")
    #expect(ticket["subject"] as? String == "客梯急停")
  }
}
