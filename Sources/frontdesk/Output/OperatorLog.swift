import Desk
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `frontdesk.log`: what whoever looks after the desks asks for afterwards, a line each, with nobody's name in it. Every process of a
/// person appends to the same file; where it cannot be written the desk goes on without.
final class OperatorLog {
  /// What a line is about; the word that stands in it.
  enum Kind: String {
    case start, end, crash, clock, hook, store, imported = "import", backup, restore
  }

  /// Where it is.
  let path: String
  /// The line before, and until when it is not written again: a fault that comes every second is told once a minute.
  private var last = (line: "", until: Date.distantPast)

  /// A full file makes room for another (*design*).
  private static let limit = 1_000_000

  init(_ environment: [String: String]) { path = "\(Folders(environment).state)/frontdesk.log" }

  /// Adds a line: the time in UTC, the process, what it is about and the rest.
  func note(_ kind: Kind, _ text: String = "") {
    let line = "\(kind.rawValue) \(text)".plainLine.trimmed
    let now = SystemClock.system.now.wholeSecond
    guard line != last.line || now >= last.until, let file = opened() else { return }
    defer { close(file) }
    last = (line, now.addingTimeInterval(60))
    let bytes = Array("\(now.isoText) \(getpid()) \(line.prefix(500))\n".utf8)
    // In one piece, so that lines of several processes never mix.
    _ = write(file, bytes, bytes.count)
  }

  /// The file for appending, a full one put aside; nil where there is none to be had.
  private func opened() -> Int32? {
    let file = append()
    guard file >= 0, isFull(file) else { return file >= 0 ? file : nil }
    // Whoever has the full file for itself puts it aside; who comes later finds another one in its place.
    if flock(file, LOCK_EX | LOCK_NB) == 0, LockedFile.isThere(path, file) { LogFiles.turn(path) }
    close(file)
    let next = append()
    return next >= 0 ? next : nil
  }

  private func isFull(_ file: Int32) -> Bool {
    var state = stat()
    return fstat(file, &state) == 0 && state.st_size >= Self.limit
  }

  private func append() -> Int32 {
    Folders.make(path.pathFolder)
    return open(path, O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_CLOEXEC, 0o600)
  }
}
