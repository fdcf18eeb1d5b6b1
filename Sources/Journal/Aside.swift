import Dispatch
import Foundation
import Synchronization

/// Work on a thread of its own, while the caller goes on with something else.
final class Aside<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, JournalError>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () throws(JournalError) -> Value) {
    Thread.detachNewThread { [self] in
      let result = Result { () throws(JournalError) in try body() }
      outcome.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// Waits for its end, once.
  func value() throws(JournalError) -> Value {
    isDone.wait()
    guard let result = outcome.withLock({ $0 }) else { preconditionFailure("asked a second time") }
    return try result.get()
  }
}

/// Hands things from one thread to another, in order; whoever hands over waits while eight of them wait to be taken.
final class BoundedQueue<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var isLeft = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)

  init() { for _ in 0..<8 { room.signal() } }

  /// Hands one over; false when nobody takes them any more.
  func hand(_ item: Item) -> Bool {
    room.wait()
    defer { filled.signal() }
    return state.withLock { state in
      if !state.isLeft { state.items.append(item) }
      return !state.isLeft
    }
  }

  /// Says that nothing follows.
  func end() { filled.signal() }

  /// Takes the next one; nil after the last.
  func take() -> Item? {
    filled.wait()
    defer { room.signal() }
    return state.withLock { $0.items.isEmpty ? nil : $0.items.removeFirst() }
  }

  /// Says that no more are taken.
  func leave() {
    state.withLock { state in
      (state.items, state.isLeft) = ([], true)
    }
    room.signal()
  }
}
