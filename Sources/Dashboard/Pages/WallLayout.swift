import Desk
import Screen

/// Where the parts of the wall go; total for every size.
struct WallLayout {
  /// The counts in big digits; one row of words where there is no room for those.
  let tiles: Rect
  /// The cards of one page, row by row; none where there is no room for one, or where a screen reader reads.
  let cards: [Rect]
  /// Figures two cells wide and high.
  let isBig: Bool
  /// What comes after the cards, below a rule.
  let list: Rect

  /// The rows that the next ones have at least, where there is room for anything else.
  private static let least = 3

  /// With `isEnlarged` the first card has its row for itself where there are several, because nobody looks after it.
  init(_ page: Rect, isPlain: Bool, isEnlarged: Bool) {
    let hasTiles = page.rows >= 17 && !isPlain
    tiles = page.top(hasTiles ? 2 + BigDigits.rows : 1)
    let body = page.droppingTop(tiles.rows)
    let across = page.columns < 60 ? 1 : page.columns < 180 ? 2 : 3
    let width = max(0, page.columns - (across - 1) * 3) / across
    // One rule above the cards and one below, and a few of the next ones.
    let room = body.rows - 2 - WallLayout.least
    isBig = width >= 60 && room >= 14
    let height = isBig ? 14 : 8
    var down = max(0, min(3, (room + 1) / (height + 1)))
    if down == 0, body.rows > height { down = 1 }
    if isPlain { down = 0 }
    cards = (0..<down).flatMap { line in
      let row = body.row + 1 + line * (height + 1)
      let isWide = isEnlarged && line == 0 && down > 1
      return (0..<(isWide ? 1 : across)).map { place in
        Rect(
          row: row, column: page.column + place * (width + 3), rows: height,
          columns: isWide ? page.columns : width)
      }
    }
    list = down == 0 ? body : body.droppingTop(down * (height + 1))
  }

  /// How many columns of rows the list has.
  var listColumns: Int { list.columns >= 160 ? 2 : 1 }

  /// How many rows of the list there are below its rule.
  var listCapacity: Int { max(0, list.rows - 1) * listColumns }

  /// How many tickets are shown before the page has to be turned.
  var perPage: Int { max(1, cards.isEmpty ? listCapacity : cards.count) }

  /// More pages than that nobody waits for.
  static let mostPages = 9
}

extension Model {
  /// The wall's parts on this screen.
  var wallLayout: WallLayout {
    let isEnlarged = board.urgent(1).first.map(isIgnored) ?? false
    return WallLayout(layout.page, isPlain: settings.isAccessible, isEnlarged: isEnlarged)
  }

  /// What the pages of the wall hold, most urgent first, and how many pages that is.
  func wallPages(_ layout: WallLayout) -> (tickets: [TicketID], count: Int) {
    let most = WallLayout.mostPages * layout.perPage
    let tickets = board.urgent(most + layout.listCapacity)
    return (tickets, max(1, (min(most, tickets.count) + layout.perPage - 1) / layout.perPage))
  }
}
