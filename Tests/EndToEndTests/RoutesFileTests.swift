import Foundation
import TestSupport
import Testing

/// A file of patrol routes with something wrong in it: which file, line and column, and what to write instead.
@Suite struct RoutesFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let says: String
    let instead: String
    let place: String
    let english: String
    let chinese: String
    var testDescription: String { instead }
  }

  private static let text = """
    { routes: [{ id: 'A', name: 'A线',
      points: [{ id: '1', name: '大堂', opens: 0, within: 10 },
               { id: '2', name: '泵房', within: 20, asset: 'P1' }],
      schedule: { every: '2h', from: '22:00', until: '06:00' } }] }

    """

  static let cases = [
    Case(
      says: "within: 20", instead: "with: 20", place: "3:35", english: "Did you mean within?",
      chinese: "是不是 within？"),
    Case(
      says: ", within: 20", instead: "", place: "3:12",
      english: "routes[0].points[1].within is missing. Add it", chinese: "请补上"),
    Case(
      says: "within: 20", instead: "within: '20'", place: "3:35", english: "must be a number", chinese: "要写数字"
    ),
    Case(
      says: "within: 20", instead: "within: 1.5", place: "3:35",
      english: "cannot be \"1.5\": write a whole number", chinese: "要写整数"),
    Case(
      says: "within: 20", instead: "within: 2000", place: "3:35", english: "Give 1 to 1440",
      chinese: "请写 1 到 1440 分钟"),
    Case(
      says: "opens: 0", instead: "opens: 10", place: "2:35", english: "less than within", chinese: "小于 within"
    ),
    Case(
      says: "id: '2'", instead: "id: '1'", place: "3:14", english: "Give one another id", chinese: "请改一个编号"),
    Case(
      says: "'泵房'", instead: "'大堂'", place: "3:23", english: "Give one another name", chinese: "请改一个名字"),
    Case(
      says: "id: '2', name: '泵房'", instead: "id: '大堂'", place: "3:14", english: "are called 大堂",
      chinese: "都叫 大堂"),
    Case(says: "'P1'", instead: "'P9'", place: "3:47", english: "import it first", chinese: "或先导入"),
    Case(
      says: "'2h'", instead: "'25h'", place: "4:15", english: "1h…24h, daily, weekly, monthly",
      chinese: "可以写：1h…24h"),
    Case(says: "'22:00'", instead: "'25:00'", place: "4:28", english: "00:00…23:59", chinese: "00:00…23:59"),
    Case(
      says: "'2h'", instead: "'daily'", place: "4:46", english: "until goes with hours only",
      chinese: "until 只用于"),
    Case(
      says: text, instead: "[]", place: "1:1", english: "the whole file must be an object",
      chinese: "整个文件要写一组"),
    Case(says: "06:00' }", instead: "06:00' ", place: "4:60", english: "Check commas", chinese: "请检查逗号"),
  ]

  private func folder() throws -> TestFolder {
    let folder = try TestFolder()
    let assets = try folder.file("assets.csv", "编号,名称,类别,位置\nP1,生活水泵,给水,水泵房\n")
    #expect(try folder.run("import", "assets", assets).code == 0)
    return folder
  }

  @Test(arguments: cases) func `what is wrong in a route file is named with its place and its remedy`(
    _ example: Case
  ) throws {
    let folder = try folder()
    #expect(Self.text.contains(example.says))
    _ = try folder.file("routes.json5", Self.text.replacing(example.says, with: example.instead))
    let english = try folder.run("routes", "publish", "routes.json5")
    #expect(english.code == 65)
    #expect(english.errors.contains("routes.json5:\(example.place): "), "\(english.errors)")
    #expect(english.errors.contains(example.english), "\(english.errors)")
    let chinese = try folder.run("routes", "publish", "routes.json5", "--lang", "zh")
    let parts = example.place.split(separator: ":")
    #expect(chinese.errors.contains("routes.json5 第 \(parts[0]) 行第 \(parts[1]) 列："), "\(chinese.errors)")
    #expect(chinese.errors.contains(example.chinese), "\(chinese.errors)")
  }

  @Test func `a file with a wrong route publishes none of them`() throws {
    let folder = try folder()
    _ = try folder.file(
      "routes.json5",
      "{ routes: [{ id: 'A', points: [{ id: '1', within: 5 }] }, { id: 'B', points: [] }] }")
    #expect(try folder.run("routes", "publish", "routes.json5").errors.contains("routes.json5:1:70: "))
    #expect(try folder.run("routes", "list", "--format", "csv").output.split(separator: "\n").count == 1)
  }

  @Test func `a good file is published, and a point tells its equipment`() throws {
    let folder = try folder()
    _ = try folder.file("routes.json5", Self.text)
    #expect(try folder.run("routes", "publish", "routes.json5").code == 0)
    #expect(try folder.run("routes", "list", "--format", "csv").output.contains("A,A线,2,泵房,20,P1"))
    #expect(try folder.run("checkin", "A", "2").output.contains("泵房 checked") == false)
    #expect(try folder.run("checkin", "A", "2").output.contains("Nothing has changed"))
    #expect(try folder.run("verify").code == 0)
    #expect(try folder.run("rebuild").code == 0)
    #expect(try folder.run("routes", "list", "--format", "csv").output.contains("A,A线,2,泵房,20,P1"))
  }
}
