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
    let clock = clock(model, columns: column - displayWidth(own(titles)) - 4)
    let width = displayWidth(clock)
    // The time of day before the whole name of the desk, which everybody there knows, and before a count that is no alarm.
    if column - width > rect.column {
      column -= width
      frame.put(clock, rect.row, column, width, .header)
      column -= 2
    }
    let room = column - rect.column - 1
    let title = (titles + [model.isWall ? "" : first(model)]).first { displayWidth($0) <= room } ?? ""
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
    for count in fitting(model, columns: rect.columns - 2 - time).reversed() {
      let width = displayWidth(count.text)
      guard column - width - 1 >= 0 else { break }
      placed.append((count, column - width..<column))
      column -= width + 2
    }
    return placed
  }

  /// The counts that have room. A wide screen tells apart what is late, as long as the desk and who sits there have room beside it.
  private static func fitting(_ model: Model, columns: Int) -> [Count] {
    let room = columns - displayWidth(own(titles(model))) - 4
    if model.size.columns >= 100 {
      let counts = dropping(from: counts(model, isWide: true), columns: room, alarms: false)
      if width(counts) <= room { return counts }
    }
    return dropping(from: counts(model), columns: columns, alarms: true)
  }

  /// Leaves out what has no room, the last first: what is no alarm, then alarms too where they may go; what is late of tickets last.
  private static func dropping(from all: [Count], columns: Int, alarms: Bool) -> [Count] {
    let stays: (Count) -> Bool = { $0.action == .viewTickets || $0.action == .viewTimers }
    var counts = all
    while width(counts) > columns {
      let quiet = counts.lastIndex { !stays($0) && $0.role != .headerAlert }
      let loud = alarms ? counts.lastIndex { !stays($0) } ?? counts.indices.last : nil
      guard let last = quiet ?? loud else { break }
      counts.remove(at: last)
    }
    return counts
  }

  private static func width(_ counts: [Count]) -> Int {
    counts.reduce(-2) { $0 + displayWidth($1.text) + 2 }
  }

  /// The desk and who sits there, of the titles.
  private static func own(_ titles: [String]) -> String { titles.dropLast(2).last ?? titles[0] }

  /// The desk, the shift and who is there, the most first: where there is no room for all, the desk alone is better than half a name.
  private static func titles(_ model: Model) -> [String] {
    let language = model.language
    guard !model.isWall else {
      return ["\(model.deskName)  \(Words(zh: "看板 只读", en: "wall, read-only")(language))", model.deskName]
    }
    let short = "\(model.deskName)  \(first(model))"
    guard let shift = model.desk.openShift else { return [short, model.deskName] }
    let desk = "\(model.deskName)  \(model.shiftWords?(language) ?? "")"
    let on = model.desk.onShift
    if shift.signedOut != nil, on.isEmpty {
      return ["\(desk) \(acting(model))", desk, model.deskName]
    }
    let isWide = model.size.columns >= 120
    let others = on.filter { isWide && $0 != first(model) }.prefix(4)
    let staff = ([first(model)] + others).map { name in
      guard isWide, let role = model.desk.role(of: name) else { return name }
      return "\(name)(\(role.words(language)))"
    }
    let isThere = on.isEmpty || on.contains(model.actor.name)
    let names = staff + (isThere ? [] : [acting(model)])
    let all = names.indices.map { "\(desk) \(names[...$0].joined(separator: " "))" }
    guard shift.signedOut == nil else {
      // A name alone would say that somebody is on.
      let stage = "\(model.deskName)  \(shift.stage.words(language))"
      return all.reversed() + [desk, stage, model.deskName]
    }
    return all.reversed() + ["\(desk) \(first(model))", short, model.deskName]
  }

  /// That somebody else is at the keys than those on shift.
  private static func acting(_ model: Model) -> String {
    let name = model.actor.name
    return Words(zh: " \(name) 在操作", en: " \(name) acts")(model.language)
  }

  /// Who is named before all others: of those on shift whoever is at the keys, else the first; where nobody is on, whoever is there.
  private static func first(_ model: Model) -> String {
    let staff = model.desk.onShift
    return staff.contains(model.actor.name) ? model.actor.name : staff.first ?? model.actor.name
  }

  /// The day and the time; the time alone where there is no room for both.
  private static func clock(_ model: Model, columns: Int) -> String {
    let time = model.dates.time(model.now)
    let both = "\(model.dates.day(model.now)(model.language)) \(time)"
    return displayWidth(both) <= columns ? both : time
  }

  /// What must be seen from across the room; late first, and the last to be dropped. The number of late tickets is the same at every
  /// width; a wide one tells behind it, under the names the clocks have, what they are late with.
  static func counts(_ model: Model, isWide: Bool = false) -> [Count] {
    let soon = model.board.soonTicketCount(at: model.now)
    let isClose = model.board.criticalTicketCount(at: model.now) > 0
    let close = (
      Words(zh: "将超\(soon)", en: "soon \(soon)")(model.language), isClose ? Role.headerSoon : .header,
      Action.viewTimers
    )
    let late = [isWide ? lateInParts(model) : count(late: lateTicketCount(model), model)]
    let (complaints, missed) = (complaints(model), missed(model, isWide: isWide))
    return incidents(model).map { ($0.0, $0.1, .viewIncidents) } + late + [close]
      + (isWide ? missed + complaints : complaints + missed) + visitors(model) + states(model, isWide: isWide)
  }

  /// A number behind what it counts, an alarm as soon as there is one.
  private static func count(_ name: Words, _ number: Int, _ action: Action, _ model: Model) -> Count {
    (
      Words(zh: "\(name.zh)\(number)", en: "\(name.en) \(number)")(model.language),
      number > 0 ? .headerAlert : .header, action
    )
  }

  private static func lateTicketCount(_ model: Model) -> Int { model.board.lateTicketCount(at: model.now) }

  /// The tickets that are late, and with which of their promises: a ticket that broke two is one of the tickets and under both.
  private static func lateInParts(_ model: Model) -> Count {
    let late = model.board.lateParts(at: model.now)
    let parts = [
      (Words(zh: "到场", en: "site"), late.arrivals), (Words(zh: "处置", en: "fix"), late.fixes),
      (Words(zh: "反馈", en: "fdbk"), late.answers), (Words(zh: "其余", en: "rest"), late.others),
    ].filter { $0.1 > 0 }.map { Words(zh: "\($0.zh)\($1)", en: "\($0.en) \($1)") }
    let all = lateTicketCount(model)
    guard all > 0 else { return count(late: 0, model) }
    let (zh, en) = (parts.map(\.zh).joined(separator: " "), parts.map(\.en).joined(separator: ", "))
    let words = Words(zh: "超时\(all)张(\(zh))", en: "late \(all) (\(en))")
    return (words(model.language), .headerAlert, .viewTickets)
  }

  private static func count(late: Int, _ model: Model) -> Count {
    count(Words(zh: "超时", en: "late"), late, .viewTickets, model)
  }

  private static func complaints(_ model: Model) -> [Count] {
    let late = model.board.lateComplaintCount(at: model.now)
    return late == 0 ? [] : [count(Words(zh: "投诉超", en: "cplt late"), late, .viewComplaints, model)]
  }

  private static func missed(_ model: Model, isWide: Bool) -> [Count] {
    let name = isWide ? Words(zh: "巡更漏", en: "patrol missed") : Words(zh: "漏检", en: "missed")
    let missed = model.desk.missedPoints.count
    return missed == 0 ? [] : [count(name, missed, .viewPatrol, model)]
  }

  private static func visitors(_ model: Model) -> [Count] {
    let late = model.desk.staysTooLong(at: model.now)
    return late == 0 ? [] : [count(Words(zh: "访客未离", en: "visitors late"), late, .viewVisitors, model)]
  }

  /// What this desk itself stands at: work nobody has in hand, drafts, silence, and how far it is from the store. What is always the
  /// same is told on the widest screens alone.
  private static func states(_ model: Model, isWide: Bool) -> [Count] {
    let language = model.language
    let isWide = isWide && model.layout.kind == .wide
    var counts: [Count] = []
    let waiting = model.board.waitingCount
    if isWide, waiting > 0 {
      counts.append((Words(zh: "待接\(waiting)", en: "to take on \(waiting)")(language), .header, .triage))
    }
    if !model.drafts.isEmpty {
      counts.append(
        (Words(zh: "草稿\(model.drafts.count)", en: "drafts \(model.drafts.count)")(language), .header, .drafts)
      )
    }
    if let silence = storeSilence(model) { counts.append((silence(language), .headerAlert, nil)) }
    if !model.backlog.isEmpty {
      let count = model.backlog.count
      counts.append((Words(zh: "未写入\(count)", en: "unwritten \(count)")(language), .headerAlert, nil))
    }
    if model.readOnly != nil {
      counts.append((Words(zh: "只读", en: "read-only")(language), .headerAlert, nil))
    }
    if let silence = model.silence ?? (isWide ? model.sound : nil) {
      counts.append((silence(language), .header, .mute))
    }
    if isWide {
      let theme = model.themes[model.theme].name
      counts.append((Words(zh: "主题:\(theme.zh)", en: "theme \(theme.en)")(language), .header, .theme))
    }
    return counts
  }
}

extension HeaderView {
  /// How long the store has not been heard of, once that is long; in minutes while somebody types.
  private static func storeSilence(_ model: Model) -> Words? {
    let age = Int(model.newsAge)
    guard model.newsAge > Model.oldNews else { return nil }
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
      // Once somebody is there, it is the steps that run late.
      let late = incident.stepsLate(at: model.now).map(Words.late)
      let words = incident.isWaiting ? incident.countdown(model).words : late
      let left = words.map { " \($0(model.language))" } ?? ""
      return (Words(zh: "突发:\(name)\(left)", en: "INCIDENT \(name)\(left)")(model.language), .headerAlert)
    }
  }
}
