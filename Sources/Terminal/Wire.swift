#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The way to a terminal that may not read: stopped, or at the end of a line that hangs.
///
/// Decision: whether a write waits belongs to the open file, which the shell and its programs have in common. So the terminal is opened
/// anew. Where that is not allowed, as after `su` without a session of its own, writes wait for as long as the terminal likes.
struct Wire {
  /// Its descriptor, on which nothing waits.
  let descriptor: Int32
  /// What becomes readable when there is more important work than to wait for the terminal; -1 for nothing.
  private let signals: Int32

  /// How long a terminal may take for the last that it is sent (*design*: half of what leaving may take).
  private static let patience = Duration.milliseconds(500)

  init(to terminal: Int32, signals: Int32 = -1) {
    self.signals = signals
    let flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    // By its own name it could not be opened where it belongs to somebody else.
    var opened = tcgetsid(terminal) == getsid(0) ? open("/dev/tty", flags) : -1
    if opened < 0, let name = ttyname(terminal) { opened = open(name, flags) }
    descriptor = fcntl(opened < 0 ? terminal : opened, F_DUPFD_CLOEXEC, 3)
    if opened >= 0 { close(opened) }
  }

  func end() { close(descriptor) }

  /// Whether the shell, or another of its programs, has the terminal now.
  var isInBackground: Bool {
    let foreground = tcgetpgrp(descriptor)
    return foreground > 0 && foreground != getpgrp()
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends all and returns whether it did: waiting ends with a signal.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool { send(bytes, until: nil, signals) }

  /// Sends what gives the terminal back and returns whether it did. What the terminal has not read after the patience is taken from it,
  /// which makes room.
  func sendLast(_ bytes: [UInt8]) -> Bool {
    let end = ContinuousClock.now + Wire.patience
    if takes(until: end), send(bytes, until: end) { return true }
    tcflush(descriptor, TCOFLUSH)
    return takes(until: .now) && send(bytes, until: .now)
  }

  private func send(_ bytes: [UInt8], until end: ContinuousClock.Instant?, _ signals: Int32 = -1) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if sent > 0 {
        rest = rest.dropFirst(sent)
      } else if errno != EINTR {
        guard errno == EAGAIN, takes(until: end, signals) else { return false }
      }
    }
    return true
  }

  /// Waits until the terminal takes something; false when it does not in time, or a signal comes first.
  private func takes(until end: ContinuousClock.Instant?, _ signals: Int32 = -1) -> Bool {
    var waiting = [
      pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let left = end.map {
      Int32(max(0, (ContinuousClock.now.duration(to: $0) / .milliseconds(1)).rounded(.up)))
    }
    let ready = poll(&waiting, 2, left ?? -1)
    return ready < 0 ? errno == EINTR : waiting[1].revents == 0 && waiting[0].revents != 0
  }
}
