import Foundation
import TestSupport
import Testing

/// The work slip, as somebody at a shell prints it.
@Suite struct SlipTests {
  @Test func `a slip is text of 48 columns in either language, and says why it cannot be`() throws {
    let folder = try TestFolder()
    _ = try folder.run(
      "new", "--place", "3-2-1501", "--phone", "13812345678", "--reporter", "张三", "厨房水管漏水")
    let slip = try folder.run("slip", "R-1")
    #expect(slip.code == 0)
    #expect(slip.output.contains("Work slip") && slip.output.contains("138****5678"))
    #expect(try folder.run("slip", "R-1", "--lang", "zh").output.contains("责任人签字"))
    let whole = try folder.run("slip", "R-1", "--reveal", "约时间")
    #expect(whole.output.contains("13812345678"))
    #expect(try folder.run("events").output.contains("约时间"))
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/.config/frontdesk", withIntermediateDirectories: true)
    _ = try folder.file(".config/frontdesk/config.json5", "{ desk: { name: \"翠湖花园\" } }")
    #expect(try folder.run("slip", "R-1").output.contains("翠湖花园"))
    #expect(try !folder.run("slip", "R-1", "--desk", "北门").output.contains("翠湖花园"))
    let unknown = try folder.run("slip", "R-9", "--lang", "zh")
    #expect(unknown.code == 1 && unknown.errors.contains("R-9") && unknown.output.isEmpty)
    #expect(try folder.run("slip").code == 64)
  }
}

#if VTERM
  /// Printing from the dashboard: the program of the settings gets the slip.
  @Suite struct PrintDayTests {
    private func folder(_ command: (TestFolder) -> String) throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done([["new", "--place", "1-1-101", "--category", "lighting", "灯"]])
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/config.json5", "{ print: { command: [\(command(folder))] } }")
      return folder
    }

    /// A desk at which the slip of the first ticket was just asked for.
    private func printing(_ folder: TestFolder) throws -> Sitting {
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.choose("打印")
      return desk
    }

    @Test func `what is held is printed when the desk is left within the window`() throws {
      let folder = try folder { "\"tee\", \"\($0.path)/slip.txt\"" }
      let desk = try printing(folder)
      desk.expect("打印 R-1   ")
      #expect(desk.quit() == 0)
      let isPrinted = desk.outside.wait(for: .seconds(30)) {
        (try? String(contentsOfFile: "\(folder.path)/slip.txt", encoding: .utf8))?.contains("业户签字") == true
      }
      #expect(isPrinted)
    }

    @Test func `a printer that fails is told of`() throws {
      let folder = try folder { _ in "\"false\"" }
      let desk = try printing(folder)
      desk.expect("程序 false 没有做成（返回 1）")
      #expect(desk.quit() == 0)
    }
  }
#endif
