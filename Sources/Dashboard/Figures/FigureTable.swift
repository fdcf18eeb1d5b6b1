import Desk

/// One table of a report, with what it counts, what it leaves out and where the figure is asked for.
package struct FigureTable: Equatable, Sendable {
  /// For csv and json; never changed.
  package var id: String
  package var title: Words
  package var note: Words
  /// An S-number, or `design`.
  package var source: String
  package var columns: [FigureColumn]
  package var rows: [[FigureCell]]
  /// Whether a screen shows it as one line of `08:## 09:###`, the first cell and the last of each row.
  package var isStrip = false

  /// Its rows in one line, `08:## 09:###`.
  func strip(_ language: Language) -> String {
    rows.map { ($0.first?.text(language) ?? "") + ":" + ($0.last?.text(language) ?? "") }.joined(
      separator: " ")
  }
}

/// One figure or name of a table.
package enum FigureCell: Equatable, Sendable {
  case words(Words, id: String)
  case count(Int)
  /// Nil where nothing was measured.
  case figure(Int?)
  /// In tenths; nil where nothing was measured.
  case decimal(tenths: Int?)
  /// Seconds; nil where nothing was measured.
  case seconds(Int?)
  /// A share in so many parts, nil without a sample.
  case share(Int?, of: Int)
  /// A bar for the screen: data formats leave it to the reader.
  case bar(Double)
  /// So many marks, for the screen too.
  case marks(Int)

  /// A name that is the same in both languages.
  package static func name(_ text: String) -> FigureCell { .words(Words(both: text), id: text) }

  /// A category as people call it; one that was not chosen has a name too.
  package static func category(_ id: String) -> FigureCell {
    .words(id.isEmpty ? Words(zh: "（未分类）", en: "(no category)") : Category.words(id), id: id)
  }

  /// As people read it.
  package func text(_ language: Language) -> String {
    switch self {
    case .words(let words, _): words(language)
    case .count(let count): "\(count)"
    case .figure(let figure): figure.map(String.init) ?? "-"
    case .decimal(let tenths): tenths.map(FigureCell.decimal) ?? "-"
    case .seconds(let seconds): seconds.map { Words.span(Double($0))(language) } ?? "-"
    case .share(let parts, let whole): parts.map { FigureCell.percent($0, of: whole) + "%" } ?? "-"
    case .bar(let share): FigureCell.bar(share)
    case .marks(let marks): String(repeating: "#", count: marks)
    }
  }

  /// As programs read it: seconds, and shares in percent; nil for bars and marks, empty where nothing was measured.
  package var value: String? {
    switch self {
    case .words(_, let id): id
    case .count(let count): "\(count)"
    case .figure(let figure): figure.map(String.init) ?? ""
    case .decimal(let tenths): tenths.map(FigureCell.decimal) ?? ""
    case .seconds(let seconds): seconds.map(String.init) ?? ""
    case .share(let parts, let whole): parts.map { FigureCell.percent($0, of: whole) } ?? ""
    case .bar, .marks: nil
    }
  }

  private static func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  private static func percent(_ parts: Int, of whole: Int) -> String {
    let hundredths = parts * 10_000 / whole
    let (left, right) = (hundredths / 100, hundredths % 100)
    if whole <= 1000 { return "\(left).\(right / 10)" }
    return "\(left).\(right.digits(2))"
  }

  private static func bar(_ share: Double) -> String {
    let filled = max(0, min(10, Int(share * 10)))
    return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 10 - filled) + "]"
  }
}
