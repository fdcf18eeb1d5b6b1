import Dashboard
import Foundation
import Screen

/// Typing into the filter, from the key to the finished frame.
enum FindFigure {
  private static let size = Size(rows: 60, columns: 200)
  private static let words = ["电梯门", "漏水", "dianti", "ldd", "3-2-10", "门禁 刷卡", "loushang zaoyin"]

  static func measure(_ bench: Bench) throws -> [Measurement] {
    let fresh = SampleBoard.model(open: 10_000, size)
    let first = bench.repeated {
      var model = fresh
      return (type("电", into: &model).max() ?? 0) * 1_000
    }
    var model = fresh
    // A minute after it was opened.
    for second in 1...60 { _ = model.update(.ticked(SampleBoard.now + Double(second))) }
    var times: [Double] = []
    for _ in 0..<bench.rounds {
      var model = model
      for word in words { times += type(word, into: &model) }
    }
    return [
      Measurement(
        "find", "each key, 10,000 open, hanzi and pinyin, p99",
        ours: Quantity(times.percentile(99) * 1_000, .milliseconds), now: .ours(.atMost(30)),
        next: .ours(.atMost(16)),
        note:
          "processor time, p50 \((times.median * 1_000).short) ms, worst \(((times.max() ?? 0) * 1_000).short) ms"
      ),
      Measurement(
        "find", "the slowest key, right after opening", ours: Quantity(first.median, .milliseconds),
        note: "processor time"),
    ]
  }

  /// Opens the filter, types a word, takes it back and leaves; the time of each key.
  private static func type(_ word: String, into model: inout Model) -> [Double] {
    let keys = [Key.function(3)] + word.map { Key.character($0) } + [.backspace, .escape, .escape]
    return keys.map { key in
      processorSeconds {
        _ = model.update(.keyPressed(key))
        _ = render(model)
      }
    }
  }
}
