import CSQLite
import Foundation

/// The gate every writer passes: first the queue, then the room, so that one process waits for the room and the others stand in line.
///
/// Decision: locks of our own instead of SQLite's, under which one of four processes got no turn for 4 s; and a line of places, each a
/// byte of `desk.queue`, instead of one lock, for which a writer that just left came before those who waited (up to 0.8 s). Locks are
/// asked for without blocking, because a blocked one knows no deadline and a stopped holder would stop every desk.
final class Turnstile {
  private let path: String
  private let queue: Int32
  private let room: Int32
  /// How many can stand in line; more have to be lucky at its end.
  private static let places = 8

  init(_ folder: StoreFolder) throws(JournalError) {
    path = folder.path
    queue = folder.open(folder.queue, O_RDWR)
    room = folder.open(folder.write, O_RDWR)
    guard queue >= 0, room >= 0 else {
      throw .notMade(folder.queue, errno)
    }
  }

  deinit {
    close(queue)
    close(room)
  }

  /// Runs a body as the only writer. Another body runs once at the door of the room, while the one before is still inside.
  ///
  /// - Throws: `busy` when the turn does not come in time.
  func pass<Value>(
    within limit: TimeInterval = 2, atDoor: () throws(JournalError) -> Void = {},
    _ body: () throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    try enter(until: Self.now + limit, atDoor)
    defer { flock(room, LOCK_UN) }
    return try body()
  }

  /// Stands in line, moves up and enters the room.
  private func enter(
    until deadline: Double, _ atDoor: () throws(JournalError) -> Void
  ) throws(JournalError) {
    let isLineBusy = isLineBusy
    if !isLineBusy, isEntered { return }
    var place = isLineBusy ? Self.places - 1 : 0
    try wait(100_000 * (place + 1), until: deadline) { take(place) }
    defer { leave(place) }
    while place > 0 {
      try wait(100_000 * place, until: deadline) { take(place - 1) }
      leave(place)
      place -= 1
    }
    if isEntered { return }
    try atDoor()
    try wait(20_000, yielding: 0.002, until: deadline) { isEntered }
  }

  private var isLineBusy: Bool {
    var lock = Self.lock(F_WRLCK, 0, Self.places)
    return fcntl(queue, Self.getLock, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  private func take(_ place: Int) -> Bool {
    var lock = Self.lock(F_WRLCK, place, 1)
    return fcntl(queue, Self.setLock, &lock) == 0
  }

  private func leave(_ place: Int) {
    var lock = Self.lock(F_UNLCK, place, 1)
    _ = fcntl(queue, Self.setLock, &lock)
  }

  private static func lock(_ type: Int32, _ first: Int, _ count: Int) -> flock {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = (off_t(first), off_t(count))
    return lock
  }

  // Locks of the open file itself, F_OFD_GETLK and F_OFD_SETLK: they end with it, and closing another descriptor does not end them.
  #if os(Linux)
    private static let (getLock, setLock): (Int32, Int32) = (36, 37)
  #else
    private static let (getLock, setLock): (Int32, Int32) = (92, 90)
  #endif

  private var isEntered: Bool { flock(room, LOCK_EX | LOCK_NB) == 0 }

  /// Asks again and again, with a pause of so many nanoseconds between: a sleep, because the holder needs the core that spinning would take.
  ///
  /// For so many seconds at first the core is only offered to others: whoever is next usually waits less than the shortest sleep takes.
  private func wait(
    _ pause: Int, yielding patience: Double = 0, until deadline: Double, _ isDone: () -> Bool
  ) throws(JournalError) {
    let soon = patience > 0 ? Self.now + patience : 0
    while !isDone() {
      let now = Self.now
      guard now < deadline else { throw .busy(path: path) }
      if now < soon { sched_yield() } else { frontdesk_pause(pause) }
    }
  }

  /// Seconds of a clock that nobody sets.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
