import CSQLite
import Foundation

/// The gate every writer passes: first the queue, then the room, so that one process waits for the room and the others for the queue.
///
/// Decision: two `flock`s instead of SQLite's own lock, under which one of four processes got no turn for 4 s. Locks are asked for
/// without blocking, because a blocked `flock` knows no deadline and a stopped holder would stop every desk.
final class Turnstile {
  private let path: String
  private let queue: Int32
  private let room: Int32
  /// When this one last left after having had to wait; 0 when nobody was in its way.
  private var left = 0.0

  init(_ folder: StoreFolder) throws(JournalError) {
    path = folder.path
    queue = open(folder.queue, O_RDWR | O_CREAT | O_CLOEXEC, folder.mode)
    room = open(folder.write, O_RDWR | O_CREAT | O_CLOEXEC, folder.mode)
    guard queue >= 0, room >= 0 else {
      throw .cannotCreate(path: folder.queue, cause: String(cString: strerror(errno)))
    }
  }

  deinit {
    close(queue)
    close(room)
  }

  /// Runs a body as the only writer. Another body runs once at the door of the room, while the one before is still inside.
  ///
  /// - Throws: `busy` when the turn does not come within two seconds.
  func pass<Value>(
    within limit: TimeInterval = 2, atDoor: () throws(JournalError) -> Void = {},
    _ body: () throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    let start = Self.now
    // Whoever has just had a turn that others wait for lets one of them ask first.
    if start - left < 0.001 { Self.pause(nanoseconds: 100_000) }
    let waited = try enter(from: start, until: start + limit, atDoor)
    defer {
      flock(room, LOCK_UN)
      left = waited ? Self.now : 0
    }
    return try body()
  }

  /// Takes the queue, then the room, and leaves the queue to the next; whether anybody was in the way.
  private func enter(
    from start: Double, until deadline: Double, _ atDoor: () throws(JournalError) -> Void
  ) throws(JournalError) -> Bool {
    var waited = false
    while !Self.lock(queue) {
      waited = true
      let now = Self.now
      guard now < deadline else { throw .busy(path: path) }
      Self.pause(nanoseconds: now - start < 0.002 ? 100_000 : 30_000)
    }
    defer { flock(queue, LOCK_UN) }
    guard !Self.lock(room) else { return waited }
    try atDoor()
    while !Self.lock(room) {
      guard Self.now < deadline else { throw .busy(path: path) }
      Self.pause(nanoseconds: 20_000)
    }
    return true
  }

  /// Takes a lock if nobody has it.
  private static func lock(_ file: Int32) -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  /// Sleeps instead of spinning, because the holder needs the core. Short at the door, and shorter for whoever has waited long.
  private static func pause(nanoseconds: Int) { frontdesk_pause(nanoseconds) }

  /// Seconds of a clock that nobody sets.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
