import Dispatch
import Foundation
import Synchronization

/// Work on a thread of its own, while the caller goes on with something else.
package final class Aside<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, JournalError>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins it.
  package init(_ body: @escaping @Sendable () throws(JournalError) -> Value) {
    Thread.detachNewThread { [self] in
      let result = Result { () throws(JournalError) in try body() }
      outcome.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// Waits for its end, once.
  package func value() throws(JournalError) -> Value {
    isDone.wait()
    guard let result = outcome.withLock({ $0 }) else { preconditionFailure("asked a second time") }
    return try result.get()
  }
}

/// Hands things from one thread to another, in order; whoever hands over waits while eight of them wait to be taken. What is
/// given back is let go of by the thread that made it: freeing another thread's memory makes both wait for each other.
package final class BoundedQueue<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var spent: [Item] = []
    var isLeft = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)

  /// An empty one.
  package init() { for _ in 0..<8 { room.signal() } }

  /// Hands one over; false when nobody takes them any more.
  package func hand(_ item: Item) -> Bool {
    room.wait()
    defer { filled.signal() }
    let (goesOn, spent) = state.withLock { state in
      if !state.isLeft { state.items.append(item) }
      return (!state.isLeft, exchange(&state.spent, with: []))
    }
    _ = spent
    return goesOn
  }

  /// Says that nothing follows.
  package func end() { filled.signal() }

  /// Takes the next one and gives the one before back; nil after the last.
  package func take(after spent: Item? = nil) -> Item? {
    filled.wait()
    defer { room.signal() }
    return state.withLock { state in
      if let spent { state.spent.append(spent) }
      return state.items.isEmpty ? nil : state.items.removeFirst()
    }
  }

  /// Says that no more are taken.
  package func leave() {
    state.withLock { state in
      (state.items, state.isLeft) = ([], true)
    }
    room.signal()
  }
}
