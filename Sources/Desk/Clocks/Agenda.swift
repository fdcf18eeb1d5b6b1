package import Foundation

/// When the desk must next look at each open thing: an ordered queue, so that a tick costs nothing until something is due.
package struct Agenda<Key: Hashable & Comparable & Sendable>: Equatable, Sendable {
  private struct Entry: Comparable, Sendable {
    var at: Date
    var key: Key

    static func < (left: Entry, right: Entry) -> Bool { (left.at, left.key) < (right.at, right.key) }
  }

  private var queue: [Entry] = []
  private var instants: [Key: Date] = [:]

  package init() {}

  /// The earliest instant; nil when nothing is due ever.
  package var next: Date? { queue.first?.at }

  /// The keys due by `now`, in order.
  package func due(by now: Date) -> [Key] { queue.prefix { $0.at <= now }.map(\.key) }

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
