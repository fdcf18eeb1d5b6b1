#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// A desk that was started from a shell, which has the terminal before, after and in between.
  @Suite struct ShellTests {
    /// A shell with a desk on it.
    private final class Shell {
      let folder: TestFolder
      let outside: PseudoTerminal

      init(_ program: String) throws {
        folder = try TestFolder()
        outside = try PseudoTerminal(size: Sitting.medium)
        let own = [
          "HOME": folder.path, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "ready> ", "ENV": "",
          "SWIFT_BACKTRACE": "enable=yes",
          "XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "TMPDIR": folder.path,
        ]
        let words = program == "bash" ? ["--norc", "--noprofile", "-i"] : ["-i"]
        try outside.spawn("/bin/\(program)", words, environment: own)
        expect("ready>")
        outside.send("\(BuiltProduct.path("frontdesk")) --lang zh --store \(folder.store) --as 李敏\n")
        expect("没有未结工单")
      }

      func expect(_ text: String, at location: SourceLocation = #_sourceLocation) {
        let isShown = outside.wait(for: .seconds(30)) { (screen: VirtualScreen) in screen.text.contains(text)
        }
        #expect(isShown, "expected \(text):\n\(outside.screen.text)", sourceLocation: location)
      }

      private static func child(of process: pid_t) -> pid_t? {
        let path = "/proc/\(process)/task/\(process)/children"
        let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return children.split(separator: " ").first.flatMap { pid_t($0) }
      }

      /// The guard, which the shell started.
      var parent: pid_t? { Shell.child(of: outside.process) }
      /// The process that draws.
      var screen: pid_t? { parent.flatMap(Shell.child) }

      /// The shell reads lines again, and shows what is typed.
      func expectLines(at location: SourceLocation = #_sourceLocation) {
        outside.send("stty -a; echo do''ne\n")
        expect("done", at: location)
        let text = outside.screen.text
        #expect(text.contains(" icanon") && text.contains(" echo "), "\(text)", sourceLocation: location)
      }

      func end() {
        outside.send("exit 7\n")
        #expect(outside.waitForExit() == 7)
      }
    }

    @Test(arguments: ["bash", "dash"], [SIGKILL, SIGSEGV])
    func `a guard that is killed leaves the shell a terminal that reads lines`(program: String, signal: Int32)
      throws
    {
      let shell = try Shell(program)
      let screen = try #require(shell.screen)
      kill(try #require(shell.parent), signal)
      #expect(shell.outside.wait { kill(screen, 0) != 0 })
      #expect(shell.outside.wait { shell.outside.hasWritten("\u{1B}[?1049l") })
      shell.expectLines()
      shell.end()
    }
  }
#endif
