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
    let action = keyTable.action(for: key)
    switch (key, action) {
    case (.left, _): return turn(page, by: -1)
    case (.right, _), (.tab, _): return turn(page, by: 1)
    case (_, .refresh): return [.loadFigures(period(page.span))]
    default: break
    }
    let last = FiguresView.lastTop(page, self)
    guard let top = action?.scrolled(from: page.top, by: linesAtATime, last: last) else {
      return pressOnPage(key, own: .figures)
    }
    var page = page
    page.top = top
    layers[layers.count - 1] = .figures(page)
    return []
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
