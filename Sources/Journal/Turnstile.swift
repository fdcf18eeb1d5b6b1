import Foundation

/// The gate every writer passes: first the queue, then the room, so that one process waits for the room and the others for the queue.
///
/// Decision: two `flock`s instead of SQLite's own lock, under which one of four processes got no turn for 4 s. Locks are asked for
/// without blocking, because a blocked `flock` knows no deadline and a stopped holder would stop every desk.
final class Turnstile {
  private let path: String
  private let queue: Int32
  private let room: Int32

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

  /// Runs a body as the only writer.
  ///
  /// - Throws: `busy` when the turn does not come within two seconds.
  func pass<Value>(
    within limit: TimeInterval = 2, _ body: () throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    let deadline = Self.now + limit
    guard Self.lock(queue, until: deadline, pause: 100_000) else { throw .busy(path: path) }
    let entered = Self.lock(room, until: deadline, pause: 20_000)
    flock(queue, LOCK_UN)
    guard entered else { throw .busy(path: path) }
    defer { flock(room, LOCK_UN) }
    return try body()
  }

  /// Asks again and again, with a pause of so many nanoseconds between. The pause is fixed: whoever has waited longest has asked most
  /// often. It is short for the one at the door of the room, and it is a sleep, because the holder needs the core that spinning would take.
  private static func lock(_ file: Int32, until deadline: Double, pause: Int) -> Bool {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, now < deadline else { return false }
      var pause = timespec(tv_sec: 0, tv_nsec: pause)
      nanosleep(&pause, nil)
    }
    return true
  }

  /// Seconds of a clock that nobody sets.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
