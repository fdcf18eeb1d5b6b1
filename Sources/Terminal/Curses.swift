import CNcurses
import CTerminalGuard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One ncurses screen on one terminal, from `newterm` to `delscreen`.
struct Curses {
  private let screen: OpaquePointer
  private let files: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
  private let keyboard: UnsafeMutablePointer<WINDOW>
  private let output: Int32
  /// The way out for everything, also for what ncurses would write itself.
  let wire: Wire
  /// Where a frame is gathered, a file in memory.
  private let gathered: Int32
  private let saved: termios
  /// The modes while the screen is there.
  private let own: termios
  /// Whether the terminal shows what it showed before once the screen is left.
  private let hasSecondScreen: Bool

  /// The longest wait for the rest of one character, in milliseconds; only a broken line comes near it.
  private static let patience: Int32 = 200

  /// Starts the screen: raw keys, no echo, colours over the terminal's own, fatal signals guarded.
  ///
  /// - Throws: `notATerminal`, `unknownType`.
  init(input: Int32, output: Int32, signals: Int32, type: String?, escapeDelay: Int?) throws(TerminalError) {
    var saved = termios()
    guard tcgetattr(output, &saved) == 0 else { throw .notATerminal }
    // Read without waiting, too: what the shell took meanwhile, although it was there a moment ago, would be waited for to its next line.
    let reading = Wire(to: input)
    defer { reading.end() }
    guard let files = Curses.open(reading.descriptor, output) else { throw .notATerminal }
    let name = type ?? getenv("TERM").map { String(cString: $0) } ?? ""
    guard let screen = Curses.start(name, output, files) else {
      fclose(files.input)
      fclose(files.output)
      throw .unknownType(name)
    }
    guard let keyboard = newpad(1, 1) else { throw .unknownType(name) }
    self.screen = screen
    self.files = files
    self.keyboard = keyboard
    self.output = output
    wire = Wire(to: output, signals: signals)
    gathered = door_memory()
    hasSecondScreen = Curses.hasSecondScreen
    let rescue = TerminalModes.rescue + (hasSecondScreen ? "" : TerminalModes.clear)
    guard_arm(wire.descriptor, &saved, rescue, rescue.utf8.count)
    self.saved = saved
    raw()
    noecho()
    nonl()
    own = termios.modes(of: output) ?? saved
    Curses.wait(afterEscape: escapeDelay)
    typeahead(-1)
    if has_colors() {
      start_color()
      use_default_colors()
    }
    applyKeypad()
    KeyCodes.define()
    // It would take the beginning of a report for a key and leave the rest, wherever one comes in pieces.
    keyok(KEY_MOUSE, false)
  }

  /// Sets how many milliseconds the rest of a sequence may take after its Escape; nil for what suits the line.
  static func wait(afterEscape delay: Int?) {
    let isFar = getenv("SSH_CONNECTION").map { $0.pointee != 0 } ?? false
    set_escdelay(Int32(clamping: delay ?? (isFar ? 100 : 25)))
  }

  /// Whether the terminal that was set up last has a second screen, as the terminal database says.
  static var hasSecondScreen: Bool {
    guard let sequence = tigetstr("rmcup") else { return false }
    return Int(bitPattern: sequence) != -1
  }

  /// Starts ncurses on a type of terminal; nil for one that is unknown or cannot be drawn on. With any extent: one that is more than
  /// ncurses can count would be no screen. The true one comes from `resize`, and later ones would not count if the variables stayed.
  private static func start(
    _ name: String, _ output: Int32,
    _ files: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
  ) -> OpaquePointer? {
    setenv("LINES", "24", 1)
    setenv("COLUMNS", "80", 1)
    defer {
      unsetenv("LINES")
      unsetenv("COLUMNS")
    }
    return door_draws(name, output) ? newterm(name, files.output, files.input) : nil
  }

  /// Own copies of the descriptors: closing them does not close the caller's.
  private static func open(
    _ input: Int32, _ output: Int32
  ) -> (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)? {
    guard let reading = fdopen(fcntl(input, F_DUPFD_CLOEXEC, 3), "r") else { return nil }
    guard let writing = fdopen(fcntl(output, F_DUPFD_CLOEXEC, 3), "w") else {
      fclose(reading)
      return nil
    }
    return (reading, writing)
  }

  /// Lets the keypad send its sequences. Keys are read from a pad, because reading from a window would draw
  /// it.
  private func applyKeypad() { wire.send(keypadOn) }

  private var keypadOn: [UInt8] {
    gathering {
      keypad(keyboard, false)
      keypad(keyboard, true)
    }
  }

  /// What brings a terminal that may not have heard the last of what it was sent to where ncurses believes it is: in no string that was
  /// cut off, no attributes, the cursor unseen, the keypad on.
  var renewal: [UInt8] {
    let cursor = gathering {
      curs_set(1)
      curs_set(0)
    }
    return Array("\u{1B}\\\u{1B}[0m".utf8) + cursor + keypadOn
  }

  /// How many characters are read at once: whoever pours in more is not to keep signals waiting (*design*).
  private static let most = 4096

  /// Reads what has come and returns whether the terminal is lost.
  ///
  /// While the terminal is readable, a character is waited for until it is complete; after that only what
  /// ncurses has read ahead is taken.
  func read(_ input: Int32, into decoder: inout KeyDecoder) -> Bool {
    // Where the shell takes the terminal at this moment, a read would stop this process on a screen that was not given back.
    let mask = Curses.block(SIGTTIN)
    defer { Curses.restore(mask) }
    var count = 0
    while true {
      let events = Curses.events(input)
      let isReadable = events & Int16(POLLIN) != 0
      count += 1
      // What ncurses has read ahead would be forgotten until the next key, so there is more to come where this ends.
      if count > Curses.most, isReadable { return false }
      wtimeout(keyboard, isReadable ? Curses.patience : 0)
      var value: UInt32 = 0
      switch door_key(keyboard, &value) {
      case 1: decoder.add(character: value)
      case 2: decoder.add(code: Int32(bitPattern: value))
      default:
        let failed = errno == EIO || errno == EBADF
        decoder.rest(at: .now)
        if wire.isInBackground { return false }
        return failed || Curses.events(input) & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
      }
    }
  }

  private static func events(_ input: Int32) -> Int16 {
    var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0 ? descriptor.revents : 0
  }

  /// Returns what ncurses would write during something.
  ///
  /// Decision: ncurses writes after every movement of the cursor, hundreds of times for a page (strace, 6.4), and a terminal wakes
  /// its reader each time; where the terminal does not read, it tries for ever. So its descriptor leads into memory meanwhile, and a frame
  /// goes out in one piece. Where there is no such memory, ncurses writes as it likes and nothing is left to be sent.
  func gathering(_ body: () -> Void) -> [UInt8] {
    let own = fileno(files.output)
    let leadsAway = dup2(gathered, own) >= 0
    body()
    guard leadsAway else { return [] }
    dup2(output, own)
    _ = fcntl(own, F_SETFD, FD_CLOEXEC)
    let length = Int(lseek(gathered, 0, SEEK_CUR))
    lseek(gathered, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
      count = max(0, pread(gathered, bytes.baseAddress, length, 0))
    }
  }

  /// Blocks a signal in this thread and returns the mask from before.
  private static func block(_ signal: Int32) -> sigset_t {
    var blocked = sigset_t()
    var before = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, signal)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    return before
  }

  private static func restore(_ mask: sigset_t) {
    var mask = mask
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// Leaves the screen and restores the modes exactly; both can be taken over again.
  ///
  /// Where the guard was killed, the shell may have the foreground already. Then a change of the modes would be refused or would stop
  /// this process, unless the signal for that is blocked; and modes that are no longer the screen's own are the shell's.
  func leave() {
    let mask = Curses.block(SIGTTOU)
    defer { Curses.restore(mask) }
    let bytes = gathering { endwin() }
    _ = wire.sendLast(
      TerminalModes.leave.utf8 + bytes + (hasSecondScreen ? "" : TerminalModes.clear).utf8)
    guard !wire.isInBackground || termios.modes(of: output)?.isSame(as: own) == true else { return }
    var saved = saved
    tcsetattr(output, TCSANOW, &saved)
  }

  /// Takes modes and keypad over again.
  func takeOver() {
    var own = own
    tcsetattr(output, TCSANOW, &own)
    applyKeypad()
  }

  /// Ends what was left.
  func end() {
    guard_disarm()
    delwin(keyboard)
    delscreen(screen)
    fclose(files.input)
    fclose(files.output)
    wire.end()
    if gathered >= 0 { close(gathered) }
  }
}

extension termios {
  /// The modes a terminal has now; nil where it is none, or no more.
  static func modes(of terminal: Int32) -> termios? {
    var modes = termios()
    return tcgetattr(terminal, &modes) == 0 ? modes : nil
  }

  /// Whether every byte is the same.
  func isSame(as other: termios) -> Bool {
    withUnsafeBytes(of: self) { one in withUnsafeBytes(of: other) { one.elementsEqual($0) } }
  }
}
