import Desk
import Foundation
import Screen

/// One count on the wall, and what is worst of it.
struct WallTile {
  var title: Words
  /// The same where all have to share a narrow line.
  var short: Words
  var count: Int
  var role: Role
  /// What it is about; empty when there is nothing.
  var foot = ""

  /// Draws all counts beside each other: in big digits, or as one line of words where there is no room.
  static func draw(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    let tiles = tiles(model)
    guard rect.rows > 1 else { return drawLine(tiles, model, rect, in: &frame) }
    let width = rect.columns / tiles.count
    for (index, tile) in tiles.enumerated() {
      let column = rect.column + index * width
      let role = tile.count > 0 ? tile.role : .dim
      let title = tile.title(model.language)
      frame.put(
        displayWidth(title) <= width - 2 ? title : tile.short(model.language), rect.row, column + 1,
        width - 2,
        .title)
      let text = String(tile.count)
      if BigDigits.columns(text, scale: 1) < width - 1 {
        BigDigits.draw(text, rect.row + 1, column + 3, scale: 1, model.filled(role), in: &frame)
      } else {
        frame.put(text, rect.row + 3, column + 1, width - 2, role)
      }
      frame.put(tile.foot, rect.endRow - 1, column + 1, width - 2, role)
    }
  }

  private static func drawLine(_ tiles: [WallTile], _ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard rect.rows > 0 else { return }
    let whole = tiles.map { "\($0.title(model.language)) \($0.count)" }
    let short = tiles.map { "\($0.short(model.language)) \($0.count)" }
    func fits(_ texts: [String], _ gap: Int) -> Bool {
      texts.reduce(1 - gap) { $0 + displayWidth($1) + gap } < rect.columns
    }
    // Where not even those have room, their colour says that they are late.
    let bare = short.map { $0.replacing(" late", with: "") }
    let ways = [(whole, 2), (short, 2), (short, 1)]
    let (texts, gap) = ways.first { fits($0.0, $0.1) } ?? (bare, 1)
    var column = rect.column + 1
    for (tile, text) in zip(tiles, texts) {
      column +=
        frame.put(text, rect.row, column, rect.endColumn - column, tile.count > 0 ? tile.role : .dim) + gap
    }
  }

  private static func tiles(_ model: Model) -> [WallTile] {
    let soon = model.board.falling(from: model.now, through: model.now.addingTimeInterval(1800), first: 3)
    let complaints = model.board.lateComplaintCount(at: model.now)
    return lateTiles(model) + [
      WallTile(
        title: Words(zh: "30分内将超", en: "within 30 min"), short: Words(zh: "30分内", en: "in 30m"),
        count: soon.count, role: .critical,
        foot: soon.first.map(\.description).joined(separator: " ")),
      WallTile(
        title: Words(zh: "巡更漏点", en: "points missed"), short: Words(zh: "漏点", en: "missed"),
        count: model.desk.missedPoints.count, role: .over,
        foot: missed(model)),
      WallTile(
        title: Words(zh: "投诉超时", en: "cplt late"), short: Words(zh: "投诉超", en: "cplt late"),
        count: complaints, role: .over,
        foot: model.board.lateTickets(at: model.now).first { $0.kind == .complaint }?.description ?? ""),
    ]
  }

  /// The late tickets of all but complaints, by the header's names and numbers; what the header leaves out while there is none of it is
  /// left out here too, but for the two that every desk owes.
  private static func lateTiles(_ model: Model) -> [WallTile] {
    let counts = model.board.lateParts(at: model.now)
    let longest = model.board.longestLate(at: model.now)
    func tile(_ title: Words, _ short: Words, _ count: Int, _ late: Board.Late?) -> WallTile {
      WallTile(
        title: title, short: short, count: count, role: .over, foot: late.map { oldest($0, model) } ?? "")
    }
    let (fixes, others) = (
      tile(
        Words(zh: "处置超时", en: "fix late"), Words(zh: "处置超", en: "fix late"), counts.fixes, longest.fix),
      tile(
        Words(zh: "其余超时", en: "rest late"), Words(zh: "其余超", en: "rest late"), counts.others,
        longest.other)
    )
    return [
      tile(
        Words(zh: "到场超时", en: "on site late"), Words(zh: "到场超", en: "site late"), counts.arrivals,
        longest.arrival)
    ] + (fixes.count > 0 ? [fixes] : []) + [
      tile(
        Words(zh: "反馈超时", en: "feedback late"), Words(zh: "反馈超", en: "fdbk late"), counts.answers,
        longest.answer)
    ] + (others.count > 0 ? [others] : [])
  }

  /// `R-1041 3分`.
  private static func oldest(_ late: Board.Late, _ model: Model) -> String {
    "\(late.id) \(Words.span(model.now.timeIntervalSince(late.since))(model.language))"
  }

  /// The first missed point with its route.
  private static func missed(_ model: Model) -> String {
    model.desk.missedPoints.first.map { "\($0.round.route.name) \($0.point.name)" } ?? ""
  }
}
