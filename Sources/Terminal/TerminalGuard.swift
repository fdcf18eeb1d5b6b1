import CNcurses
import CTerminalGuard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A parent process that outlives the screen and gives the terminal back whatever the screen died of.
///
/// The screen runs as a child, so that even SIGKILL leaves somebody behind who knows the old modes. The
/// program executes itself anew instead of forking: a forked Swift runtime is not safe to use.
package enum TerminalGuard {
  /// Marks the child; holds the parent's process id.
  private static let mark = "FRONTDESK_GUARD"
  /// How long a child that was asked to end may take, in seconds.
  private static let patience: UInt32 = 10

  /// Whether this process is the guarded child; to be asked before the terminal is opened, which takes the
  /// mark away so that programs started from here do not bear it.
  package static var isSupervised: Bool { parent != nil }

  /// Runs this program again with a guarded terminal, waits for it and gives the terminal back.
  ///
  /// Signals are passed on to the child. A child that stops, stops this process too.
  /// - Parameters:
  ///   - arguments: the whole command line, its first word included.
  ///   - crashLog: the file for the child's backtrace; nil for none.
  /// - Returns: the child's exit code, 128 + the signal that killed it, or 71 when it cannot be started.
  package static func supervise(arguments: [String], crashLog: String?) -> Int32 {
    guard_clear_mask()
    var saved = termios()
    let terminal: Int32? = [Int32(0), 1, 2].first { tcgetattr($0, &saved) == 0 }
    guard_forward_to(0, patience)
    setenv(mark, String(getpid()), 1)
    if let crashLog, !crashLog.contains(",") {
      setenv("SWIFT_BACKTRACE", "enable=yes,interactive=no,color=no,output-to=" + crashLog, 1)
    }
    // Not by its name where it can be told: what has that name may be another by now.
    guard let name = arguments.first,
      case .success(let child) = Spawn.start(
        access("/proc/self/exe", X_OK) == 0 ? "/proc/self/exe" : name, arguments,
        environment: door_environment())
    else { return 71 }
    unsetenv(mark)
    guard_forward_to(child, patience)
    return wait(for: child, terminal: terminal, saved: saved)
  }

  /// Whether the child that is gone now was asked to end; then nobody is to start another.
  package static var wasEnded: Bool { guard_was_ended() }

  /// Asks to be told when the parent dies; false when that has happened. True for a process without one.
  static func followParent() -> Bool {
    guard let parent else { return true }
    unsetenv(mark)
    return guard_follow_parent(parent)
  }

  private static var parent: pid_t? {
    getenv(mark).flatMap { pid_t(String(cString: $0)) }
  }

  private static func wait(for child: pid_t, terminal: Int32?, saved: termios) -> Int32 {
    var status: Int32 = 0
    while true {
      guard waitpid(child, &status, WUNTRACED) == child else {
        if errno == EINTR { continue }
        return 71
      }
      // A stop from before this process was stopped itself, and continued with the child.
      let isPast = status & 0xFF == 0x7F && guard_was_continued()
      let isTaken = isPast || giveBack(terminal, saved)
      if status & 0xFF == 0x7F {
        // Stopped and continued while it gave the terminal back, it would stop once more.
        if !isPast, !guard_was_continued() { _ = guard_stop() }
        _ = guard_was_continued()
        kill(child, SIGCONT)
        continue
      }
      if !isTaken { fallSilent() }
      return Spawn.code(of: status)
    }
  }

  /// A terminal whose modes are as before was given back by the child; otherwise nothing is known about it. From the
  /// background it is left to whoever has it. Returns false for one that takes nothing any more.
  private static func giveBack(_ terminal: Int32?, _ saved: termios) -> Bool {
    guard let terminal, let present = termios.modes(of: terminal) else { return true }
    let wire = Wire(to: terminal)
    defer { wire.end() }
    guard !wire.isInBackground else { return true }
    guard !present.isSame(as: saved) else { return wire.sendLast([]) }
    var rescue = TerminalModes.rescue
    var saved = saved
    // A type that nobody knows is taken for one with a second screen: clearing the first would lose what is on it.
    var fault: Int32 = 0
    if setupterm(nil, terminal, &fault) == OK, !Curses.hasSecondScreen {
      rescue += TerminalModes.clear
    }
    let isTaken = wire.sendLast(Array(rescue.utf8))
    tcsetattr(terminal, TCSANOW, &saved)
    return isTaken
  }

  /// Says nothing to a terminal from now on: where it does not read, the words would wait for ever, and this process with them.
  private static func fallSilent() {
    let nowhere = open("/dev/null", O_RDWR)
    for descriptor in Int32(0)...2 where isatty(descriptor) == 1 { dup2(nowhere, descriptor) }
    close(nowhere)
  }
}
