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

    private func text(_ folder: TestFolder, _ name: String) -> String {
      (try? String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)) ?? ""
    }

    @Test func `a program starts as at a login, and a job that it leaves behind is not waited for`() throws {
      let folder = try folder {
        """
        { print: { command: ["/bin/sh", "-c",
          "cd '\($0.path)'; cat > slip; env > env; ls /proc/self/fd > files; sleep 300 & echo $! > job; kill -PIPE $$; touch deaf"] } }
        """
      }
      try folder.done([["new", "--place", "1-1-101", "--category", "lighting", "灯"]])
      let desk = try Sitting(folder)
      desk.expect("R-1")
      desk.choose("打印")
      desk.expect("程序 /bin/sh 没有做成（返回 141）")
      let job = pid_t(text(folder, "job").trimmingCharacters(in: .newlines))
      defer { if let job { kill(job, SIGKILL) } }
      #expect(job.map { kill($0, 0) } == 0)
      #expect(text(folder, "slip").contains("业户签字"))
      let names = text(folder, "env").split(separator: "\n").map { $0.prefix { $0 != "=" } }
      #expect(names.contains("HOME") && names.contains("TERM"))
      #expect(!names.contains { ["SWIFT_BACKTRACE", "SWIFT_ROOT", "FRONTDESK_GUARD"].contains($0) })
      // The last is the listing's own.
      #expect(text(folder, "files") == "0\n1\n2\n3\n")
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/deaf"))
      let screen = try #require(desk.screenProcess)
      let children = try String(contentsOfFile: "/proc/\(screen)/task/\(screen)/children", encoding: .utf8)
      #expect(children.isEmpty, "\(children) is left")
      #expect(desk.quit() == 0)
    }

    @Test(arguments: [["--demo"], ["tutor"]])
    func `nothing of a sample day reaches the programs of the settings`(words: [String]) throws {
      let folder = try folder {
        let command = "[\"/bin/sh\", \"-c\", \"touch '\($0.path)/told'\"]"
        return "{ notify: { command: \(command) }, print: { command: \(command) } }"
      }
      let desk = try Sitting(folder, words)
      desk.expect("F2新建")
      desk.choose("打印")
      desk.expect("样例数据不真的打印")
      #expect(desk.quit() == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/told"))
    }
  }
#endif
