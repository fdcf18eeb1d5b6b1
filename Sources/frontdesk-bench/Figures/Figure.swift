/// One row of the numbers: what it asks, and how the answer is found.
struct Figure: Sendable {
  let name: String
  let question: String
  let measure: @Sendable (Bench) throws -> [Measurement]

  static let all = [
    Figure(name: "append", question: "one command, the whole protocol", measure: AppendFigure.measure),
    Figure(name: "batch", question: "commands by the hundred", measure: BatchFigure.measure),
    Figure(name: "fairness", question: "four processes appending", measure: FairnessFigure.measure),
    Figure(name: "clocks", question: "crossings of one virtual day", measure: ClocksFigure.measure),
    Figure(name: "frame", question: "a full page, cells only", measure: FrameFigure.measure),
    Figure(name: "find", question: "each key of a filter", measure: FindFigure.measure),
  ]

  static func named(_ name: String) -> Figure? { all.first { $0.name == name } }
}
