import Dashboard
import Screen

/// Drawing a full page into cells, the cursor one row further each time.
enum FrameFigure {
  private static let size = Size(rows: 60, columns: 200)

  static func measure(_ bench: Bench) throws -> [Measurement] {
    var growth = Growth("frame", of: "open tickets")
    var lines: [Measurement] = []
    for open in [1_000, 10_000, 100_000] {
      let times = draw(SampleBoard.model(open: open, size), times: 100 * bench.rounds)
      growth.add(open, Quantity(times.median * 1_000, .milliseconds))
      guard open == 10_000 else { continue }
      lines.append(
        Measurement(
          "frame", "a full 200x60 page, 10,000 open, p99",
          ours: Quantity(times.percentile(99) * 1_000, .milliseconds),
          now: .ours(.atMost(4)), next: .ours(.atMost(2)),
          note: "processor time, p50 \((times.median * 1_000).short) ms"))
      let marked = draw(SampleBoard.model(open: open, size), keys: "*", times: 100 * bench.rounds)
      lines.append(
        Measurement(
          "frame", "the same with every ticket marked, p99",
          ours: Quantity(marked.percentile(99) * 1_000, .milliseconds), now: .ours(.atMost(4)),
          next: .ours(.atMost(2)), note: "processor time, p50 \((marked.median * 1_000).short) ms"))
    }
    return lines + growth.lines
  }

  private static func draw(_ model: Model, keys: String = "", times count: Int) -> [Double] {
    var model = model
    for key in keys { _ = model.update(.keyPressed(.character(key))) }
    var cells = 0
    var times: [Double] = []
    for _ in 0..<count {
      _ = model.update(.keyPressed(.down))
      times.append(processorSeconds { cells += render(model).cells.count })
    }
    precondition(cells == count * size.rows * size.columns)
    return times
  }
}
