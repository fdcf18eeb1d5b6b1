import Foundation

extension Dictionary where Key: Comparable {
  /// Of things that stay in sight for a while after their end, the one that ended first: it leaves when another ends. Nil while there is
  /// room for so many. The last number given out never leaves.
  func outgoing(ending key: Key, keeping limit: Int, _ end: (Value) -> Date?) -> Key? {
    let ended = compactMap { other, value in other == key ? nil : end(value).map { (at: $0, key: other) } }
    guard ended.count >= limit else { return nil }
    let last = keys.max()
    return ended.filter { $0.key != last }.min { ($0.at, $0.key) < ($1.at, $1.key) }?.key
  }
}
