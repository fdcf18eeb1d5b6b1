package import Desk
import Foundation
import Screen

/// The figures of a period over the whole screen, as the record had them when it was asked.
package struct FiguresPage: Equatable, Sendable {
  /// The periods that have a key.
  package enum Span: String, CaseIterable, Sendable {
    case today, month, quarter, half
  }

  package var span = Span.today
  /// Nil while it is being counted.
  package var book: FigureBook?
  package var top = 0
}

extension Model {
  /// Opens the figures of today; the same page for a month and a quarter.
  mutating func openFigures() -> [Effect] {
    if case .figures = layers.last { return [] }
    layers.append(.figures(FiguresPage()))
    return [.loadFigures(period(.today))]
  }

  private func period(_ span: FiguresPage.Span) -> FigurePeriod {
    let today = CivilDate(now, in: desk.zone)
    return switch span {
    case .today: FigurePeriod(first: today, last: today, in: desk.zone)
    case .month: .month(of: today, in: desk.zone)
    case .quarter: .quarter(of: today, in: desk.zone)
    case .half: .half(of: today, in: desk.zone)
    }
  }

  mutating func press(_ key: Key, _ page: FiguresPage) -> [Effect] {
    let height = max(1, size.rows - 4)
    switch KeyTable.folded(key) {
    case .up: scroll(page, to: page.top - 1)
    case .down: scroll(page, to: page.top + 1)
    case .pageUp: scroll(page, to: page.top - height)
    case .pageDown: scroll(page, to: page.top + height)
    case .home: scroll(page, to: 0)
    case .end: scroll(page, to: .max)
    case .left: return turn(page, by: -1)
    case .right, .tab: return turn(page, by: 1)
    case .control("l"): return [.redraw]
    case .control("q"): return perform(.quit)
    case _ where keyTable.action(for: key) == .language: return perform(.language)
    case _ where keyTable.action(for: key) == .refresh: return [.loadFigures(period(page.span))]
    case .escape, .backspace, .character("5"): layers.removeLast()
    case .character("1"..."9"):
      layers.removeLast()
      return keyTable.action(for: key).map { perform($0) } ?? []
    default: return sayUnbound(key)
    }
    return []
  }

  private mutating func scroll(_ page: FiguresPage, to top: Int) {
    var page = page
    page.top = max(0, min(top, FiguresView.lastTop(page, self)))
    layers[layers.count - 1] = .figures(page)
  }

  /// The next period, counted anew.
  private mutating func turn(_ page: FiguresPage, by step: Int) -> [Effect] {
    let spans = FiguresPage.Span.allCases
    let index = (spans.firstIndex(of: page.span) ?? 0) + step
    let span = spans[(index + spans.count) % spans.count]
    layers[layers.count - 1] = .figures(FiguresPage(span: span))
    return [.loadFigures(period(span))]
  }

  /// Takes in figures that were counted; those of a period that was left are let go of.
  mutating func show(_ book: FigureBook) -> [Effect] {
    for (index, layer) in layers.enumerated() {
      guard case .figures(var page) = layer, period(page.span) == book.period else { continue }
      page.book = book
      layers[index] = .figures(page)
    }
    return []
  }

  /// What today brought is counted again when a ticket was reported or ended, and when a minute has passed, where the screen has room
  /// for it.
  mutating func countToday() -> [Effect] {
    guard isOnWall || !layout.today.isEmpty && !isWall else { return [] }
    let period = period(.today)
    if !isTodayDue, let today, today.period == period, now.timeIntervalSince(today.asOf) < 60 { return [] }
    isTodayDue = false
    return [.loadToday(period)]
  }

  /// The figures of the day on screen are counted again when a minute has passed; longer periods go back through the record, and wait
  /// to be asked for.
  func recount() -> [Effect] {
    guard case .figures(let page) = layers.last, page.span == .today, let book = page.book,
      now.timeIntervalSince(book.asOf) >= 60
    else { return [] }
    return [.loadFigures(period(page.span))]
  }
}
