import Foundation

/// What every figure is given: how often, where, and the program under test.
struct Bench {
  let rounds: Int
  let isFull: Bool
  let scratch: Scratch
  private let path: String

  init(_ wish: Wish) throws {
    (rounds, isFull) = (wish.rounds, wish.isFull)
    scratch = try Scratch()
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    path = wish.program ?? own.deletingLastPathComponent().appendingPathComponent("frontdesk").path
  }

  /// The `frontdesk` program.
  ///
  /// - Throws: `Missing` when it was not built.
  func program() throws -> String {
    guard access(path, X_OK) == 0 else { throw Missing("the program", "no \(path)") }
    return path
  }

  /// Another tool, by the search path; nil when it is not installed.
  func tool(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  /// Measures two loops by turns, so that a slow moment of the machine meets both.
  func alternate(_ ours: () throws -> Double, _ peer: () throws -> Double) rethrows -> Pair {
    var pair = Pair()
    for _ in 0..<rounds {
      pair.ours.append(try ours())
      pair.peer.append(try peer())
    }
    return pair
  }

  /// Measures one loop, once a round.
  func repeated(_ ours: () throws -> Double) rethrows -> [Double] {
    var values: [Double] = []
    for _ in 0..<rounds { values.append(try ours()) }
    return values
  }
}

/// What a figure needs and the machine does not have.
struct Missing: Error {
  var what: String
  var why: String

  init(_ what: String, _ why: String) { (self.what, self.why) = (what, why) }
}

/// What went wrong while measuring.
struct Broken: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Ours and the peer's, by round.
struct Pair {
  var ours: [Double] = []
  var peer: [Double] = []

  /// The median of the ratios of each round.
  var ratio: Double { zip(ours, peer).map { $1 > 0 ? $0 / $1 : .nan }.median }
}

extension [Double] {
  /// The middle value; not a number when there is none.
  var median: Double { percentile(50) }

  /// The value that so many per cent do not exceed; not a number when there is none.
  func percentile(_ percent: Double) -> Double {
    guard !isEmpty else { return .nan }
    let rank = Int((percent / 100 * Double(count)).rounded(.up)) - 1
    return sorted()[Swift.min(Swift.max(0, rank), count - 1)]
  }
}

/// Seconds a body takes, by a clock that nobody sets.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try body()
  return start.duration(to: .now) / .seconds(1)
}
