import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program on a terminal nobody sees: keys are typed into it, and what it writes is timed and read.
///
/// The bench may not use the tests' terminal, and Swift's Glibc declares neither `posix_openpt` nor `ptsname`; on Linux the device
/// answers the same questions.
final class TerminalScreen {
  private let master: Int32
  private(set) var process: pid_t = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  /// Bytes the program has written so far.
  private(set) var written = 0
  /// The last of them.
  private(set) var tail: [UInt8] = []

  /// Starts a program on a terminal of that size, with variables beside those of this process.
  init(
    _ program: String, _ arguments: [String], rows: Int, columns: Int, variables: [String: String] = [:]
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw Broken("no terminal") }
    var window = winsize()
    (window.ws_row, window.ws_col) = (UInt16(rows), UInt16(columns))
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    process = try Self.spawn(program, arguments, variables, try Self.unlock(master))
  }

  deinit { end() }

  /// Where the program's side lies.
  private static func unlock(_ master: Int32) throws -> String {
    #if os(Linux)
      // TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h, macros that Swift does not import.
      var (number, locked): (Int32, Int32) = (0, 0)
      guard ioctl(master, UInt(0x4004_5431), &locked) == 0, ioctl(master, UInt(0x8004_5430), &number) == 0
      else { throw Broken("no terminal") }
      return "/dev/pts/\(number)"
    #else
      guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
        throw Broken("no terminal")
      }
      return String(cString: name)
    #endif
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ extra: [String: String], _ path: String
  ) throws -> pid_t {
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
    // A session of its own, so that the terminal is its controlling one.
    posix_spawnattr_setflags(&attributes, 0x80)
    let ours = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
    let all = ProcessInfo.processInfo.environment.merging(ours) { $1 }.merging(extra) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, program, &actions, &attributes, &words, &variables) == 0 else {
      throw Broken("cannot start \(program)")
    }
    return child
  }

  /// Types bytes.
  func type(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  /// Reads what comes within some milliseconds; nil when nothing does.
  @discardableResult
  func read(patience: Int32) -> [UInt8]? {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, patience) > 0 else { return nil }
    #if canImport(Glibc)
      let count = Glibc.read(master, &buffer, buffer.count)
    #else
      let count = Darwin.read(master, &buffer, buffer.count)
    #endif
    guard count > 0 else { return nil }
    written += count
    tail += buffer[..<count]
    if tail.count > 1 << 18 { tail.removeFirst(tail.count - (1 << 17)) }
    return Array(buffer[..<count])
  }

  /// Reads until a text has come; false when it does not within the time.
  func wait(for text: String, within limit: Double = 10) -> Bool {
    let end = ContinuousClock.now + .seconds(limit)
    let wanted = Array(text.utf8)
    var overlap: [UInt8] = []
    while ContinuousClock.now < end {
      guard let piece = read(patience: 100) else { continue }
      overlap += piece
      if overlap.holds(wanted) { return true }
      overlap = Array(overlap.suffix(wanted.count - 1))
    }
    return false
  }

  /// Reads until nothing has come for some milliseconds.
  func settle(_ patience: Int32 = 300) { while read(patience: patience) != nil {} }

  /// Reads along for some seconds.
  func watch(_ span: Int) {
    let end = ContinuousClock.now + .seconds(span)
    while ContinuousClock.now < end { read(patience: 100) }
  }

  /// Types a key and takes the seconds until the last byte of the answer; the answer is over when nothing comes for 3 ms.
  /// Nil when there is no answer within a second.
  func answer(to key: [UInt8]) -> Double? {
    while read(patience: 0) != nil {}
    let start = ContinuousClock.now
    type(key)
    guard read(patience: 1_000) != nil else { return nil }
    var last = ContinuousClock.now
    while read(patience: 3) != nil { last = .now }
    return start.duration(to: last) / .seconds(1)
  }

  /// Ends the program.
  func end() {
    guard process > 0 else { return }
    for member in ProcessFigures.family(process).reversed() { kill(member, SIGKILL) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(master)
    process = 0
  }
}

extension [UInt8] {
  /// Whether those bytes stand somewhere in a row.
  func holds(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { start in
      self[start] == first && self[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
