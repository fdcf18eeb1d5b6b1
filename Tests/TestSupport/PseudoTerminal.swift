import CPseudoTerminal
import Foundation
package import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal without a window: a program runs on it, keys are typed into it, and what it shows is read from
/// it.
///
/// Nothing here sleeps: waiting ends as soon as what is waited for has come, and fails after a generous time.
package final class PseudoTerminal {
  /// What can go wrong with it, not with the program on it.
  package enum Failure: Error {
    case cannotOpen, cannotStart(String), cannotShow
  }

  /// The program's side, kept open here so that the modes outlive the program.
  package let slave: Int32
  /// Everything the program wrote so far.
  package private(set) var output: [UInt8] = []
  /// The program's process, 0 before there is one.
  package private(set) var process: Int32 = 0
  /// Whether it tells programs that it shows a frame at once (mode 2026), and looks only at whole frames; set before one starts.
  package var showsAtOnce = false
  private var isWhole = true
  private let path: String
  private var master: Int32
  private var status: Int32?
  private var sentinel = 0
  #if VTERM
    /// What a person would see now.
    package let screen: VirtualScreen
  #endif

  /// Opens a terminal of that size.
  package init(size: Size) throws {
    var name = [CChar](repeating: 0, count: 64)
    let master = door_open_terminal(&name, name.count)
    guard master >= 0 else { throw Failure.cannotOpen }
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.master = master
    _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Failure.cannotOpen }
    #if VTERM
      guard let screen = VirtualScreen(size: size) else { throw Failure.cannotShow }
      self.screen = screen
    #endif
    resize(size)
  }

  deinit {
    if process > 0, status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    if master >= 0 { close(master) }
    close(slave)
  }

  /// Changes the size; the program gets SIGWINCH. With `renewing`, nothing is kept of what was on screen.
  package func resize(_ size: Size, renewing: Bool = false) {
    var window = winsize()
    window.ws_row = UInt16(clamping: size.rows)
    window.ws_col = UInt16(clamping: size.columns)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    #if VTERM
      renewing ? screen.renew(size) : screen.resize(size)
    #endif
  }

  /// The modes of the terminal, byte for byte.
  package var modes: [UInt8] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return withUnsafeBytes(of: modes) { Array($0) }
  }

  /// Starts a program in a session of its own with this terminal, all signals at their defaults.
  package func spawn(_ program: String, _ arguments: [String] = [], environment: [String: String] = [:])
    throws
  {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // What another test has open in this process would stay open with the program: its waiting would not end.
    door_close_from(&actions, 3)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | newSession
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let ours = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ]
    let merged = ProcessInfo.processInfo.environment.merging(ours) { $1 }.merging(environment) { $1 }
    var words = strings([program] + arguments)
    var variables = strings(merged.map { $0.key + "=" + $0.value })
    defer { for string in words + variables { free(string) } }
    var child = pid_t()
    let result = posix_spawn(&child, program, &actions, &attributes, &words, &variables)
    guard result == 0 else { throw Failure.cannotStart(program) }
    process = child
    status = nil
  }

  private func strings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }

  /// Types something.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Types bytes, which need not be whole characters. A program that shows before it reads on is listened to meanwhile.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    _ = wait {
      let sent = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if sent > 0 { rest = rest.dropFirst(sent) }
      return rest.isEmpty || (sent < 0 && errno != EAGAIN && errno != EINTR)
    }
  }

  /// Lets a stopped program go on, once it has stopped.
  package func continueProcess() {
    var raw: Int32 = 0
    _ = wait { waitpid(process, &raw, WUNTRACED | WNOHANG) == process }
    kill(process, SIGCONT)
  }

  /// Cuts the line: the program is hung up.
  package func hangUp() {
    guard master >= 0 else { return }
    close(master)
    master = -1
  }

  /// Fills the line until nothing more goes in, as where the terminal has stopped reading.
  package func fill() {
    let end = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    let nothing = [UInt8](repeating: 0, count: 4096)
    while write(end, nothing, nothing.count) > 0 {}
    close(end)
  }

  /// Stops the line as Ctrl-S does where it is heard, and lets it go on.
  package func stop(_ isStopped: Bool) { tcflow(slave, isStopped ? TCOOFF : TCOON) }

  /// Reads what has come within some milliseconds; false when nothing did.
  @discardableResult
  package func read(patience: Int32) -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard master >= 0, poll(&descriptor, 1, patience) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Glibc)
        Glibc.read(master, bytes.baseAddress, bytes.count)
      #else
        Darwin.read(master, bytes.baseAddress, bytes.count)
      #endif
    }
    guard count > 0 else { return false }
    output += buffer.prefix(count)
    if showsAtOnce { followFrames(count) }
    #if VTERM
      screen.feed(Array(buffer.prefix(count)))
      let answers = screen.answers()
      if !answers.isEmpty { send(answers) }
    #endif
    return true
  }

  /// Answers the question about mode 2026 and sees whether a frame is on its way, from the last `count` bytes.
  private func followFrames(_ count: Int) {
    // A sequence may come in two pieces.
    let text = String(decoding: output.suffix(count + 8), as: UTF8.self)
    if text.contains("\u{1B}[?2026$p") { send("\u{1B}[?2026;2$y") }
    let (begins, ends) = ("\u{1B}[?2026h", "\u{1B}[?2026l")
    guard
      let last = [begins, ends].compactMap({ text.range(of: $0, options: .backwards) }).max(by: {
        $0.lowerBound < $1.lowerBound
      })
    else { return }
    isWhole = text[last] == ends
  }

  /// Waits until it holds; false when it does not within the time.
  package func wait(for time: Duration = .seconds(10), until holds: () -> Bool) -> Bool {
    let end = ContinuousClock.now + time
    while !holds() {
      guard ContinuousClock.now < end else { return false }
      read(patience: 20)
    }
    return true
  }

  #if VTERM
    /// Waits until the screen shows it; false when it does not within the time.
    package func wait(for time: Duration = .seconds(10), until shows: (VirtualScreen) -> Bool) -> Bool {
      wait(for: time) { isWhole && shows(screen) }
    }
  #endif

  /// Waits for the program's end and returns its exit code, 128 + the signal that killed it; nothing when it
  /// does not end.
  package func waitForExit(within time: Duration = .seconds(10)) -> Int32? {
    _ = wait(for: time, until: hasEnded)
    while status != nil, read(patience: 0) {}
    return status
  }

  /// Waits likewise without reading anything meanwhile.
  package func waitForExitUnread(within time: Duration = .seconds(10)) -> Int32? {
    let end = ContinuousClock.now + time
    while !hasEnded(), ContinuousClock.now < end { poll(nil, 0, 20) }
    return status
  }

  private func hasEnded() -> Bool {
    var raw: Int32 = 0
    if status == nil, waitpid(process, &raw, WNOHANG) == process {
      status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
    }
    return status != nil
  }

  /// Reads all that was written to the terminal in this process so far; returns how many bytes that was.
  @discardableResult
  package func synchronize() -> Int {
    let start = output.count
    sentinel += 1
    let mark = Array("\u{1B}]7777;\(sentinel)\u{7}".utf8)
    _ = mark.withUnsafeBytes { write(slave, $0.baseAddress, $0.count) }
    _ = wait { output.count >= start + mark.count && output.suffix(mark.count).elementsEqual(mark) }
    return output.count - start - mark.count
  }

  /// Whether the program wrote that text since the given place in the output.
  package func hasWritten(_ text: String, since start: Int = 0) -> Bool {
    String(decoding: output.dropFirst(start), as: UTF8.self).contains(text)
  }
}
