#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// The programs of the settings, and what they meet.
  @Suite struct HookTests {
    private func folder(_ settings: (TestFolder) -> String) throws -> TestFolder {
      let folder = try TestFolder()
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/config.json5", settings(folder))
      return folder
    }

    @Test(arguments: [["--demo"], ["tutor"]])
    func `nothing of a sample day reaches the programs of the settings`(words: [String]) throws {
      let folder = try folder {
        let command = "[\"/bin/sh\", \"-c\", \"touch '\($0.path)/told'\"]"
        return "{ notify: { command: \(command) }, print: { command: \(command) } }"
      }
      let desk = try Sitting(folder, words)
      desk.expect("F2新建")
      desk.press(.function(9))
      desk.expect("命令")
      desk.type("打印")
      desk.press(.enter)
      desk.expect("样例数据不真的打印")
      #expect(desk.quit() == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/told"))
    }
  }
#endif
