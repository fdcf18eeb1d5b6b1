import Desk
import Foundation
import Journal

/// Four processes appending to one store as fast as they can, against one alone.
enum FairnessFigure {
  private static let span = 2.0

  static func measure(_ bench: Bench) throws -> [Measurement] {
    var (totals, shares, waits): ([Double], [Double], [Double]) = ([], [], [])
    var (single, together): ([Double], [Double]) = ([], [])
    for _ in 0..<bench.rounds {
      let alone = try round(1, bench)
      let four = try round(4, bench)
      single.append(alone.total / span)
      together.append(four.total / span)
      totals.append(four.total / alone.total)
      shares.append(four.least / four.most)
      waits.append(four.longest)
    }
    let longest = Quantity((waits.max() ?? .nan) * 1_000, .milliseconds)
    return [
      Measurement(
        "fairness", "4 processes appending, total", ours: Quantity(together.median, .perSecond),
        peer: Quantity(single.median, .perSecond), ratio: totals.median, now: .ratio(.atLeast(0.6)),
        note: "peer: one alone"),
      Measurement("fairness", "least share over most", ratio: shares.median, now: .ratio(.atLeast(0.9))),
      Measurement("fairness", "longest wait for a turn", ours: longest, next: .ours(.atMost(50))),
    ]
  }

  private struct Round {
    var total = 0.0
    var least = Double.infinity
    var most = 0.0
    var longest = 0.0
  }

  private static func round(_ count: Int, _ bench: Bench) throws -> Round {
    let store = try SampleStore.new(open: 200, bench.scratch)
    defer { bench.scratch.drop(store.folder) }
    let start = Date().timeIntervalSince1970 + 0.5
    let own = "/proc/self/exe"
    let writers = try (0..<count).map { _ in
      try Child(
        URL(fileURLWithPath: own).resolvingSymlinksInPath().path,
        [FairnessWriter.word, store.file, "\(start)", "\(span)"])
    }
    var round = Round()
    for writer in writers {
      let said = try writer.finish()
      let words = said.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      guard words.count == 2 else { throw Broken("a writer said: \(said)") }
      round.total += words[0]
      round.least = min(round.least, words[0])
      round.most = max(round.most, words[0])
      round.longest = max(round.longest, words[1])
    }
    return round
  }
}

/// One of the writers: appends from an agreed instant for an agreed time, and prints how many and its longest wait.
struct FairnessWriter {
  static let word = "--append-to"
  private let file: String
  private let start: Double
  private let span: Double

  init?(_ arguments: [String]) {
    guard arguments.count == 5, arguments[1] == Self.word, let start = Double(arguments[3]),
      let span = Double(arguments[4])
    else { return nil }
    (file, self.start, self.span) = (arguments[2], start, span)
  }

  func run() -> Int32 {
    do {
      let journal = try Journal(path: file, access: .readWrite(createZone: nil))
      let clerk = try Clerk(journal)
      var tickets = SampleTickets(seed: UInt64(getpid()))
      var (count, longest) = (0, 0.0)
      // The first report of a process also learns how its words are read.
      try clerk.carryOut([.sample(.report(tickets.nextRepair()), at: Date())])
      usleep(useconds_t(max(0, (start - Date().timeIntervalSince1970) * 1e6)))
      while Date().timeIntervalSince1970 < start + span {
        let submission = Submission.sample(.report(tickets.nextRepair()), at: Date())
        longest = max(longest, try seconds { try clerk.carryOut([submission]) })
        count += 1
      }
      print("\(count) \(longest)")
      return 0
    } catch {
      print("\(error)")
      return 70
    }
  }
}
