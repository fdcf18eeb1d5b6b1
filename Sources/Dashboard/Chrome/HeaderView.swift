import Foundation
import Desk
import Screen

/// The top line: which desk, who, when, and what is late.
enum HeaderView {
  static func draw(_ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.header
    frame.fill(rect, style: Role.header.style)
    let counts = placed(model, rect)
    for (count, columns) in counts {
      frame.put(count.text, rect.row, columns.lowerBound, columns.count, count.role)
    }
    var column = (counts.last?.columns.lowerBound ?? rect.endColumn + 1) - 2
    let titles = titles(model)
    let own = titles.dropLast(2).last ?? titles[0]
    let clock = clock(model, columns: column - displayWidth(own) - 4)
    let width = displayWidth(clock)
    // The time of day before the whole name of the desk, which everybody there knows, and before a count that is no alarm.
    if column - width > rect.column {
      column -= width
      frame.put(clock, rect.row, column, width, .header)
      column -= 2
    }
    let room = column - rect.column - 1
    let title = (titles + [model.isWall ? "" : model.actor.name]).first { displayWidth($0) <= room } ?? ""
    if room > 0 { frame.put(title, rect.row, rect.column + 1, room, .header) }
  }

  /// A count of the header, and where a click on it leads; nil for nowhere.
  typealias Count = (text: String, role: Role, action: Action?)

  /// The counts that have room, each where it stands, from the right.
  static func placed(_ model: Model, _ rect: Rect) -> [(count: Count, columns: Range<Int>)] {
    var column = rect.endColumn - 1
    var placed: [(count: Count, columns: Range<Int>)] = []
    // The time of day goes last.
    let time = displayWidth(model.dates.time(model.now)) + 2
    for count in fitting(counts(model), columns: rect.columns - 2 - time).reversed() {
      let width = displayWidth(count.text)
      guard column - width - 1 >= 0 else { break }
      placed.append((count, column - width..<column))
      column -= width + 2
    }
    return placed
  }

  /// The counts that have room: what is late goes last, what is no alarm first.
  private static func fitting(_ counts: [Count], columns: Int) -> [Count] {
    let stays: (Count) -> Bool = { $0.action == .viewTickets || $0.action == .viewTimers }
    var counts = counts
    while counts.reduce(-2, { $0 + displayWidth($1.text) + 2 }) > columns, !counts.isEmpty {
      let last =
        counts.lastIndex { !stays($0) && $0.role != .headerAlert } ?? counts.lastIndex { !stays($0) }
      counts.remove(at: last ?? counts.count - 1)
    }
    return counts
  }

  /// The desk, the shift and who is there, the most first: where there is no room for all, the desk alone is better than half a name.
  private static func titles(_ model: Model) -> [String] {
    let language = model.language
    guard !model.isWall else {
      return ["\(model.deskName)  \(Words(zh: "看板 只读", en: "wall, read-only")(language))", model.deskName]
    }
    let short = "\(model.deskName)  \(model.actor.name)"
    guard let shift = model.desk.openShift else { return [short, model.deskName] }
    let others = shift.staff.filter { $0 != model.actor.name && model.size.columns >= 120 }.prefix(4)
    let names = others.map { name in
      model.desk.role(of: name).map { "\(name)(\($0.words(language)))" } ?? name
    }
    let own = "\(model.deskName)  \(shift.id.name.words(language)) \(model.actor.name)"
    let all = (0...names.count).map { ([own] + names.prefix($0)).joined(separator: " ") }
    return all.reversed() + [short, model.deskName]
  }

  /// The day and the time; the time alone where there is no room for both.
  private static func clock(_ model: Model, columns: Int) -> String {
    let time = model.dates.time(model.now)
    let both = "\(model.dates.day(model.now)(model.language)) \(time)"
    return displayWidth(both) <= columns ? both : time
  }

  /// What must be seen from across the room; late first, and the last to be dropped.
  static func counts(_ model: Model) -> [Count] {
    let language = model.language
    let late = model.board.lateTickets(at: model.now)
    let complaints = model.board.lateComplaints(at: model.now)
    let soon = model.board.soonTickets(at: model.now)
    let missed = model.missedPoints
    var counts: [Count] =
      incidents(model).map { ($0.0, $0.1, .viewIncidents) } + [
        (
          Words(zh: "超时\(late)", en: "late \(late)")(language), late > 0 ? .headerAlert : .header,
          .viewTickets
        ),
        (
          Words(zh: "将超\(soon)", en: "soon \(soon)")(language),
          model.board.criticalTickets(at: model.now) > 0 ? .headerSoon : .header, .viewTimers
        ),
      ]
    if complaints > 0 {
      counts.append(
        (
          Words(zh: "投诉超\(complaints)", en: "cplt late \(complaints)")(language), .headerAlert,
          .viewComplaints
        ))
    }
    if missed > 0 {
      counts.append((Words(zh: "漏检\(missed)", en: "missed \(missed)")(language), .headerAlert, .viewPatrol))
    }
    let visitors = model.desk.staysTooLong(at: model.now)
    if visitors > 0 {
      counts.append(
        (Words(zh: "访客未离\(visitors)", en: "visitors late \(visitors)")(language), .headerAlert, .viewVisitors)
      )
    }
    return counts + states(model)
  }

  /// What this desk itself stands at: drafts, silence, and how far it is from the store.
  private static func states(_ model: Model) -> [Count] {
    let language = model.language
    var counts: [Count] = []
    if !model.drafts.isEmpty {
      counts.append(
        (Words(zh: "草稿\(model.drafts.count)", en: "drafts \(model.drafts.count)")(language), .header, .drafts)
      )
    }
    if let silence = model.silence { counts.append((silence(language), .header, .mute)) }
    if let silence = storeSilence(model) { counts.append((silence(language), .headerAlert, nil)) }
    if !model.backlog.isEmpty {
      let count = model.backlog.count
      counts.append((Words(zh: "未写入\(count)", en: "unwritten \(count)")(language), .headerAlert, nil))
    }
    if model.readOnly != nil {
      counts.append((Words(zh: "只读", en: "read-only")(language), .headerAlert, nil))
    }
    return counts
  }
}

extension HeaderView {
  /// How long the store has not been heard of, once that is more than ten seconds; in minutes while somebody types.
  private static func storeSilence(_ model: Model) -> Words? {
    let age = Int(model.now.timeIntervalSince(model.heardAt))
    guard age > 10 else { return nil }
    if model.showsSeconds { return Words(zh: "数据停更 \(age)秒", en: "data \(age)s old") }
    return age < 60
      ? Words(zh: "数据停更", en: "data is old")
      : Words(zh: "数据停更 \(age / 60)分", en: "data \(age / 60)m old")
  }

  /// What is going on now; a drill is told apart, and is no alarm.
  static func incidents(_ model: Model) -> [(String, Role)] {
    let open = model.desk.openIncidents
    guard model.size.columns >= 100 || open.isEmpty else {
      let real = open.count { !$0.isDrill }
      return real > 0
        ? [(Words(zh: "突发\(real)", en: "INCIDENT \(real)")(model.language), .headerAlert)]
        : [(Words(zh: "演练", en: "drill")(model.language), .header)]
    }
    return open.suffix(2).map { incident in
      let name = incident.plan.name.words(model.language)
      guard !incident.isDrill else {
        return (Words(zh: "演练:\(name)", en: "drill: \(name)")(model.language), .header)
      }
      let left = incident.isWaiting ? " \(incident.countdown(model).words(model.language))" : ""
      return (Words(zh: "突发:\(name)\(left)", en: "INCIDENT \(name)\(left)")(model.language), .headerAlert)
    }
  }
}

extension Model {
  /// Points missed on the latest rounds.
  var missedPoints: Int { latestRounds.reduce(0) { $0 + $1.missed } }

  /// The latest round of every route, by route.
  var latestRounds: [Round] {
    desk.routes.values.sorted { $0.route.id < $1.route.id }.compactMap {
      $0.lastRound.flatMap { desk.rounds[$0] }
    }
  }
}
