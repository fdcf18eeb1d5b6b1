package import Foundation

/// When the desk must next look at each open thing, so that a tick costs nothing until something is due.
///
/// A heap of instants beside the truth by key: moving a key leaves its old entry behind, to be dropped when it
/// comes up. (A sorted array cost a move of 100 KB an event with 10,000 tickets.)
package struct Agenda<Key: Hashable & Comparable & Sendable>: Sendable {
  private struct Entry: Sendable {
    var at: Date
    var key: Key
  }

  /// Every entry is no earlier than its parent at `(index - 1) / 2`; the first is never an old one.
  private var heap: [Entry] = []
  private var instants: [Key: Date] = [:]

  package init() {}

  /// The earliest instant; nil when nothing is due ever.
  package var next: Date? { heap.first?.at }

  /// The keys due by `now`, earliest first; costs as much as there are.
  package func due(by now: Date) -> [Key] {
    var due: Set<Key> = []
    var unread = [0]
    while let index = unread.popLast() {
      guard index < heap.count, heap[index].at <= now else { continue }
      if isCurrent(heap[index]) { due.insert(heap[index].key) }
      unread += [2 * index + 1, 2 * index + 2]
    }
    return due.map { (at: instants[$0] ?? now, key: $0) }.sorted { ($0.at, $0.key) < ($1.at, $1.key) }
      .map(\.key)
  }

  /// When a key is due; nil when it never is.
  func instant(of key: Key) -> Date? { instants[key] }

  /// Puts a key at an instant, or takes it out; logarithmic.
  package mutating func set(_ key: Key, to instant: Date?) {
    let old =
      if let instant { instants.updateValue(instant, forKey: key) } else { instants.removeValue(forKey: key) }
    guard old != instant else { return }
    if let instant { push(Entry(at: instant, key: key)) }
    if heap.count > 64 + 4 * instants.count { rebuild() }
    while let first = heap.first, !isCurrent(first) { popFirst() }
  }

  private func isCurrent(_ entry: Entry) -> Bool { instants[entry.key] == entry.at }

  private mutating func rebuild() {
    heap = instants.map { Entry(at: $1, key: $0) }.sorted { $0.at < $1.at }
  }

  private mutating func push(_ entry: Entry) {
    var index = heap.count
    heap.append(entry)
    while index > 0, entry.at < heap[(index - 1) / 2].at {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func popFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if heap[child].at < heap[least].at { least = child }
      }
      guard least != index else { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}

extension Agenda: Equatable {
  /// Compares what is due when, not how it is kept.
  package static func == (left: Agenda, right: Agenda) -> Bool { left.instants == right.instants }
}
