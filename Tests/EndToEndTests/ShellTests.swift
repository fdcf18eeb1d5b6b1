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
        // What the terminal answered is taken in before this key; the shell would read it as typed.
        outside.send("\u{1B}OP")
        expect("本页按键")
        outside.send("\u{1B}")
        let isList = outside.wait { (screen: VirtualScreen) in !screen.text.contains("本页按键") }
        #expect(isList)
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

      /// Waits until something is written that was not before.
      func expect(_ text: String, since start: Int, at location: SourceLocation = #_sourceLocation) {
        let isWritten = outside.wait(for: .seconds(30)) { outside.hasWritten(text, since: start) }
        #expect(isWritten, "expected \(text):\n\(outside.screen.text)", sourceLocation: location)
      }

      /// The shell reads lines again, and shows what is typed.
      func expectLines(at location: SourceLocation = #_sourceLocation) {
        let start = outside.output.count
        outside.send("clear; stty -a; echo do''ne\n")
        expect("done", since: start, at: location)
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

    enum Who: CaseIterable { case guarding, screen, both }

    @Test(arguments: ["bash", "dash"], Who.allCases)
    func `a desk that is asked to stop gives the terminal back, and fg brings it again`(
      program: String, who: Who
    ) throws {
      try stop(program, who, SIGTSTP)
    }

    @Test(arguments: ["bash", "dash"], Who.allCases)
    func `a desk that is stopped without being asked comes again by fg`(program: String, who: Who) throws {
      try stop(program, who, SIGSTOP)
    }

    private func stop(_ program: String, _ who: Who, _ signal: Int32) throws {
      let shell = try Shell(program)
      let (guarding, screen) = (try #require(shell.parent), try #require(shell.screen))
      let start = shell.outside.output.count
      // The guard first: while it runs it gives the terminal back when the screen stops.
      if who != .screen { kill(guarding, signal) }
      if who != .guarding { kill(screen, signal) }
      shell.expect("Stopped", since: start)
      // Where both were stopped without being asked, nobody is left who could give it back.
      if who != .both || signal == SIGTSTP {
        shell.expect("[?1049l", since: start)
        shell.expectLines()
      }
      let left = shell.outside.output.count
      shell.outside.send("fg\n")
      shell.expect("[?1049h", since: left)
      shell.expect("没有未结工单", since: left)
      shell.outside.send("\u{1B}OP")
      shell.expect("本页按键", since: left)
      #expect(!shell.outside.hasWritten("[?1049l", since: left))
      shell.outside.send("\u{1B}")
      shell.expect("没有未结工单")
      shell.outside.send("\u{11}")
      shell.expect("[?1049l", since: left)
      shell.expectLines()
      shell.end()
    }
  }
#endif
