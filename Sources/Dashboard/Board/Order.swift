package import Foundation

/// Keys in the order of their instants, kept sorted: what a list shows, by place and by key.
///
/// A change moves the tail: some 20 µs with 10,000 keys, against a heap's 1 µs; but rows are read by place.
package struct Order<Key: Hashable & Comparable & Sendable>: Equatable, Sendable {
  private struct Entry: Comparable, Sendable {
    var at: Date
    var key: Key

    static func < (left: Entry, right: Entry) -> Bool { (left.at, left.key) < (right.at, right.key) }
  }

  private var queue: [Entry] = []
  private var instants: [Key: Date] = [:]

  package init() {}

  package var count: Int { queue.count }

  /// The key at a place in the order, from 0.
  package subscript(index: Int) -> Key { queue[index].key }

  /// The place of a key in the order; nil when it is not in.
  package func index(of key: Key) -> Int? {
    guard let instant = instants[key] else { return nil }
    return position(of: Entry(at: instant, key: key))
  }

  /// How many are due strictly before an instant; logarithmic.
  package func count(before instant: Date) -> Int {
    var (low, high) = (0, queue.count)
    while low < high {
      let middle = (low + high) / 2
      if queue[middle].at < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// All keys, in order.
  package var keys: [Key] { queue.map(\.key) }

  /// Puts a key at an instant, or takes it out; logarithmic in comparisons, and one move of the tail.
  package mutating func set(_ key: Key, to instant: Date?) {
    guard instants[key] != instant else { return }
    if let old = instants[key] {
      let index = position(of: Entry(at: old, key: key))
      if index < queue.count, queue[index].key == key { queue.remove(at: index) }
    }
    instants[key] = instant
    guard let instant else { return }
    let entry = Entry(at: instant, key: key)
    queue.insert(entry, at: position(of: entry))
  }

  private func position(of entry: Entry) -> Int {
    var low = 0
    var high = queue.count
    while low < high {
      let middle = (low + high) / 2
      if queue[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
