import Dashboard
import Desk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output or standard error, gathered in pieces; nothing that could steer a terminal passes.
final class Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// What is said once, however often there is reason to.
  private var said: Set<String> = []
  /// What was recorded while this was being written.
  private var recorded: [String] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Whether a person is looking.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes plain text and ends the line.
  func line(_ text: String = "") throws(Failure) { try raw("\(text)\n".plain) }

  /// The same, unless it was said already.
  func lineOnce(_ text: String) throws(Failure) { if said.insert(text).inserted { try line(text) } }

  /// Whether that was said already.
  func hasSaid(_ text: String) -> Bool { said.contains(text) }

  /// Writes plain text.
  func text(_ text: String) throws(Failure) { try raw(text.plain) }

  /// Writes text whose control characters were dealt with.
  func raw(_ text: String) throws(Failure) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Writes a value as one line.
  func json(_ value: JSONText) throws(Failure) { try raw(value.line + "\n") }

  /// Writes a record of cells.
  func csv(_ cells: [String]) throws(Failure) { try raw(CSVText.line(cells)) }

  /// Remembers what a command has recorded: whoever cannot be told by this output must not do it again.
  func note(recorded stream: String) {
    if recorded.count < 6, !recorded.contains(stream) { recorded.append(stream) }
  }

  /// Hands over everything gathered.
  func flush() throws(Failure) {
    var rest = buffer[...]
    buffer.removeAll(keepingCapacity: true)
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw .closedPipe
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        throw failure(Words(errno: errno))
      }
    }
  }

  private func failure(_ cause: Words) -> Failure {
    let names = recorded.prefix(5).joined(separator: " ") + (recorded.count > 5 ? " …" : "")
    let done =
      names.isEmpty
      ? Words(both: "")
      : Words(zh: "\(names) 已经记上，不要再记一次。", en: " \(names) is on record: do not enter it again.")
    return Failure(
      .disk, zh: "输出写不下去：\(cause.zh)。\(done.zh)", en: "The output cannot be written: \(cause.en).\(done.en)")
  }

  /// What to poll for to hear that nobody reads any more.
  var watch: pollfd { pollfd(fd: descriptor, events: 0, revents: 0) }

  /// Whether nobody reads any more.
  var isClosed: Bool {
    var state = watch
    return poll(&state, 1, 0) > 0 && state.revents & Int16(POLLERR | POLLNVAL) != 0
  }
}
