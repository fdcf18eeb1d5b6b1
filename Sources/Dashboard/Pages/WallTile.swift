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
      frame.put(tile.title(model.language), rect.row, column + 1, width - 2, .title)
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
    let (texts, gap) = fits(whole, 2) ? (whole, 2) : (short, fits(short, 2) ? 2 : 1)
    var column = rect.column + 1
    for (tile, text) in zip(tiles, texts) {
      column +=
        frame.put(text, rect.row, column, rect.endColumn - column, tile.count > 0 ? tile.role : .dim) + gap
    }
  }

  private static func tiles(_ model: Model) -> [WallTile] {
    let late = lateClocks(model)
    let soon = model.board.falling(from: model.now, through: model.now.addingTimeInterval(1800), first: 3)
    let complaints = model.board.lateComplaints(at: model.now)
    return [
      WallTile(
        title: Words(zh: "到场超时", en: "on site late"), short: Words(zh: "到场超", en: "site late"),
        count: late.arrivals, role: .over,
        foot: late.arrival.map { oldest($0, model) } ?? ""),
      WallTile(
        title: late.isFeedback
          ? Words(zh: "反馈超时", en: "feedback late") : Words(zh: "反馈等超时", en: "other late"),
        short: late.isFeedback
          ? Words(zh: "反馈超", en: "fdbk late") : Words(zh: "其余超", en: "rest late"),
        count: late.others, role: .over,
        foot: late.other.map { oldest($0, model) } ?? ""),
      WallTile(
        title: Words(zh: "30分内将超", en: "within 30 min"), short: Words(zh: "将超", en: "soon"),
        count: soon.count, role: .critical,
        foot: soon.first.map(\.description).joined(separator: " ")),
      WallTile(
        title: Words(zh: "巡更漏点", en: "points missed"), short: Words(zh: "漏点", en: "missed"),
        count: model.missedPoints, role: .over,
        foot: missed(model)),
      WallTile(
        title: Words(zh: "投诉超时", en: "cplt late"), short: Words(zh: "投诉超", en: "cplt late"),
        count: complaints, role: .over,
        foot: complaints > 0 ? "\(model.board.complaints[0])" : ""),
    ]
  }

  private struct Late {
    var (arrivals, others) = (0, 0)
    var arrival: TimerKey?
    var other: TimerKey?
    /// Whether the others are all of one kind, that somebody waits to be told.
    var isFeedback = true
  }

  /// The late clocks of all but complaints, apart: one step for each of them.
  private static func lateClocks(_ model: Model) -> Late {
    var late = Late()
    let timers = model.board.timers
    for index in 0..<timers.count(before: model.now) {
      let key = timers[index]
      guard case .clock(let id, let clock) = key, id.kind != .complaint else { continue }
      if key.isArrival {
        late.arrivals += 1
        late.arrival = late.arrival ?? key
      } else {
        late.others += 1
        late.other = late.other ?? key
        late.isFeedback = late.isFeedback && clock == .feedback
      }
    }
    return late
  }

  /// `R-1041 3分`.
  private static func oldest(_ key: TimerKey, _ model: Model) -> String {
    guard case .clock(let id, _) = key, let due = model.board.timers.instant(of: key) else { return "" }
    return "\(id) \(Words.span(model.now.timeIntervalSince(due))(model.language))"
  }

  /// The first missed point with its route.
  private static func missed(_ model: Model) -> String {
    for round in model.latestRounds {
      guard let point = round.points.first(where: { $0.state == .missed }) else { continue }
      return "\(round.route.name) \(point.name)"
    }
    return ""
  }
}
