#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// The probe on a terminal: whatever it dies of, the terminal is given back.
  @Suite(.serialized) struct GuardTests {
    private let outside: PseudoTerminal
    private let modes: [UInt8]

    init() throws {
      outside = try PseudoTerminal(size: Size(rows: 5, columns: 40))
      modes = outside.modes
      try outside.spawn(BuiltProduct.path("terminal-probe"))
      let isReady = outside.wait { (screen: VirtualScreen) in screen.line(0).hasPrefix("探 ready") }
      try #require(isReady, "\(outside.screen.text)")
      #expect(outside.modes != modes)
    }

    /// The guarded child, as it says itself.
    private var child: pid_t {
      outside.screen.line(0).split(separator: " ").last.flatMap { pid_t($0) } ?? -1
    }

    private func expectGivenBack() {
      #expect(outside.modes == modes)
      let isLeft = outside.wait {
        outside.hasWritten("\u{1B}[?1049l") && outside.hasWritten("\u{1B}[?2004l")
      }
      #expect(isLeft)
    }

    @Test(
      arguments: [("q", 3), ("k", 128 + SIGKILL), ("t", 128 + SIGILL), ("a", 128 + SIGABRT)]
        as [(String, Int32)])
    func `a screen that ends gives the terminal back`(key: String, code: Int32) {
      outside.send(key)
      #expect(outside.waitForExit() == code)
      expectGivenBack()
    }

    @Test(arguments: [(SIGTERM, 4), (SIGHUP, 5), (SIGQUIT, 4)] as [(Int32, Int32)])
    func `a signal to the guard ends the screen`(signal: Int32, code: Int32) {
      kill(outside.process, signal)
      #expect(outside.waitForExit() == code)
      expectGivenBack()
    }

    @Test(arguments: [SIGKILL, SIGSEGV])
    func `a signal to the screen gives the terminal back`(signal: Int32) {
      kill(child, signal)
      #expect(outside.waitForExit() == 128 + signal)
      expectGivenBack()
    }

    @Test(arguments: [
      (["-u", "SSH_CONNECTION"], 25), (["SSH_CONNECTION="], 25),
      (["SSH_CONNECTION=10.0.0.1 50000 10.0.0.2 22"], 100),
    ])
    func `an Escape is waited for longer over a line from elsewhere`(variables: [String], delay: Int) throws {
      let far = try PseudoTerminal(size: Size(rows: 5, columns: 40))
      try far.spawn("/usr/bin/env", variables + [BuiltProduct.path("terminal-probe")])
      let isShown = far.wait { (screen: VirtualScreen) in screen.line(2).hasPrefix("Esc \(delay) ") }
      #expect(isShown, "\(far.screen.text)")
      far.send("q")
      #expect(far.waitForExit() == 3)
    }

    @Test func `a guard that dies takes the screen along`() {
      kill(outside.process, SIGKILL)
      #expect(outside.waitForExit() == 128 + SIGKILL)
      let gone = outside.wait { outside.modes == modes }
      #expect(gone)
      expectGivenBack()
    }

    @Test func `a line that is cut ends both`() throws {
      let child = child
      outside.hangUp()
      let code = outside.waitForExit()
      #expect(code == 5 || code == 6)
      #expect(kill(child, 0) == -1)
    }

    @Test func `a screen that is stopped where no shell could go on with it goes on by itself`() throws {
      let start = outside.output.count
      outside.send("z")
      let isDrawn = outside.wait {
        outside.hasWritten("[?1049l", since: start) && outside.hasWritten("[?1049h", since: start)
          && outside.modes != modes
      }
      #expect(isDrawn)
      outside.send("q")
      #expect(outside.waitForExit() == 3)
      expectGivenBack()
    }

    @Test(arguments: ["t", "a"])
    func `a screen without a guard gives the terminal back before it crashes`(key: String) throws {
      let alone = try PseudoTerminal(size: Size(rows: 5, columns: 40))
      let modes = alone.modes
      try alone.spawn(BuiltProduct.path("terminal-probe"), ["alone"])
      let isReady = alone.wait { (screen: VirtualScreen) in screen.line(0).hasPrefix("探 ready") }
      #expect(isReady)
      alone.send(key)
      let code = try #require(alone.waitForExit())
      #expect(code == 128 + (key == "a" ? SIGABRT : SIGILL) || code == 128 + SIGTRAP)
      #expect(alone.modes == modes)
      let isLeft = alone.wait { alone.hasWritten("\u{1B}[?1049l") }
      #expect(isLeft)
    }

    @Test func `a new size is shown`() {
      outside.resize(Size(rows: 9, columns: 33))
      let isShown = outside.wait { (screen: VirtualScreen) in screen.line(1).hasPrefix("9x33 ") }
      #expect(isShown)
      outside.send("q")
      #expect(outside.waitForExit() == 3)
    }
  }
#endif
