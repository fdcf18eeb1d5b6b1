/// One row of the numbers: what it asks, and how the answer is found.
struct Figure: Sendable {
  let name: String
  let question: String
  let measure: @Sendable (Bench) throws -> [Measurement]

  static let all = [
    Figure(name: "append", question: "one command, the whole protocol", measure: AppendFigure.measure),
    Figure(name: "batch", question: "commands by the hundred", measure: BatchFigure.measure),
    Figure(name: "import", question: "a log of 20,000 rows", measure: ImportFigure.measure),
    Figure(name: "notice", question: "a commit here, painted there", measure: NoticeFigure.measure),
    Figure(name: "fairness", question: "four processes appending", measure: FairnessFigure.measure),
    Figure(name: "open", question: "to the first whole frame", measure: OpenFigure.measure),
    Figure(name: "key", question: "from a key to its frame", measure: KeyFigure.measure),
    Figure(name: "find", question: "each key of a filter", measure: FindFigure.measure),
    Figure(name: "search", question: "full text of closed work", measure: SearchFigure.measure),
    Figure(name: "frame", question: "a full page, cells only", measure: FrameFigure.measure),
    Figure(name: "idle", question: "a dashboard nobody touches", measure: IdleFigure.measure),
    Figure(name: "memory", question: "what it holds", measure: MemoryFigure.measure),
    Figure(name: "clocks", question: "crossings of one virtual day", measure: ClocksFigure.measure),
    Figure(name: "rebuild", question: "derived anew, and verified", measure: RebuildFigure.measure),
    Figure(name: "asof", question: "the board in the past", measure: AsOfFigure.measure),
  ]

  static func named(_ name: String) -> Figure? { all.first { $0.name == name } }
}
