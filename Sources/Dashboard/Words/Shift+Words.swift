package import Desk
package import Foundation

extension ShiftName {
  /// What people call the shift.
  package var words: Words {
    switch self {
    case .early: Words(zh: "早班", en: "Early")
    case .late: Words(zh: "晚班", en: "Late")
    case .night: Words(zh: "夜班", en: "Night")
    }
  }
}

extension ShiftID {
  /// `11-20 早班`, `Early shift 20 Nov`.
  package var words: Words {
    let (month, day) = (day / 100 % 100, day % 100)
    return Words(
      zh: "\(month.digits(2))-\(day.digits(2)) \(name.words.zh)",
      en: "\(name.words.en) shift \(day) \(DateWords.month(month))")
  }
}

extension Model {
  /// Which shift is on; once it is signed out, that it waits for the next, or that nobody is there any more. Nil before the first.
  var shiftWords: Words? {
    desk.openShift.map { shift in
      let (name, stage) = (shift.id.name.words, shift.stage.words)
      guard shift.signedOut != nil else { return name }
      guard !desk.onShift.isEmpty else { return .nobodyOnShift }
      return Words(zh: "\(name.zh) \(stage.zh)", en: "\(name.en) \(stage.en)")
    }
  }
}

extension Words {
  /// What is said where nobody is on shift.
  static let nobodyOnShift = Words(zh: "没有人当班", en: "nobody on shift")
}

extension ShiftStage {
  /// How far the handover is.
  package var words: Words {
    switch self {
    case .open: Words(zh: "当班", en: "on")
    case .drafted: Words(zh: "已拟交班", en: "drafted")
    case .signedOut: Words(zh: "已交班，待接", en: "signed out")
    case .signedIn: Words(zh: "已接班", en: "handed over")
    }
  }
}

extension HandoverKind {
  /// What people call such a line.
  package var words: Words {
    switch self {
    case .incident: Words(zh: "突发", en: "incident")
    case .late: Words(zh: "超时", en: "late")
    case .due: Words(zh: "时限", en: "due")
    case .held: Words(zh: "挂起", en: "held")
    case .open: Words(zh: "在办", en: "open")
    case .promise: Words(zh: "答应", en: "promised")
    case .followUp: Words(zh: "待回访", en: "to ask")
    case .duty: Words(zh: "义务", en: "duty")
    case .missed: Words(zh: "漏检", en: "missed")
    case .walking: Words(zh: "巡查中", en: "walking")
    case .inside: Words(zh: "访客", en: "inside")
    case .more: Words(zh: "其余", en: "more")
    case .note: Words(zh: "嘱托", en: "note")
    }
  }
}

extension HandoverItem {
  /// What it is, with its clock or its reason, and its words; a duty by the name the desk has for it in either language.
  package func words(on desk: Desk) -> Words {
    switch kind {
    case .late, .due:
      let (clock, called) = (ClockID(rawValue: clock)?.words ?? .none, called(on: desk))
      let more = further(DateWords(zone: desk.zone))
      return Words(
        zh: "\(thing) \(clock.zh)\(more.zh)  \(called.zh)", en: "\(thing) \(clock.en)\(more.en)  \(called.en)"
      )
    case .open:
      let (step, called) = (LifeStep(rawValue: clock)?.owed ?? .none, called(on: desk))
      return Words(zh: "\(thing) \(step.zh)\(called.zh)", en: "\(thing) \(step.en)\(called.en)")
    case .held:
      let (reason, called) = (HoldReason(rawValue: clock)?.words ?? .none, called(on: desk))
      return Words(zh: "\(thing) \(reason.zh)  \(called.zh)", en: "\(thing) \(reason.en)  \(called.en)")
    case .inside:
      let purpose = VisitPurpose(rawValue: clock)?.words ?? .none
      return Words(
        zh: "\(thing) \(plain) \(purpose.zh) 还没离开", en: "\(thing) \(plain) \(purpose.en) still inside")
    case .more: return Words(zh: "还有 \(plain) 张单未列", en: "\(plain) more tickets are not listed")
    case .note: return Words(zh: "\(plain)（\(thing.plainLine)）", en: "\(plain) (\(thing.plainLine))")
    case .incident:
      let english = english(desk.plans.map(\.plan.name))
      return clock == "drill"
        ? Words(zh: "【演练】\(thing) \(plain)", en: "[DRILL] \(thing) \(english)")
        : Words(zh: "\(thing) \(plain)", en: "\(thing) \(english)")
    case .promise, .followUp:
      let called = called(on: desk)
      return Words(zh: "\(thing) \(called.zh)", en: "\(thing) \(called.en)")
    case .duty:
      let english = english([desk.duty(thing)?.name].compactMap(\.self))
      return Words(zh: "\(plain)（\(thing)）", en: "\(english) (\(thing))")
    case .missed, .walking: return Words(both: plain)
    }
  }

  /// The further clocks with their times, briefly: `、办结 04:26`; a day or more from the first with its date.
  private func further(_ dates: DateWords) -> Words {
    (further ?? []).reduce(.none) { words, clock in
      let name = ClockID(rawValue: clock.clock)?.short ?? .none
      let isNear = at.map { abs(clock.at.timeIntervalSince($0)) < 86_400 } ?? true
      let time = isNear ? Words(both: dates.time(clock.at)) : dates.short(clock.at, near: at ?? clock.at)
      return Words(
        zh: "\(words.zh)、\(name.zh) \(time.zh)", en: "\(words.en), \(name.en) \(time.en)")
    }
  }

  private var plain: String { text.plainLine }

  /// What a ticket is called: where it has no subject, its category by name. Of one that has ended since, only what is one word after a
  /// place of one word is taken for a category: others' subjects may end with such a word.
  private func called(on desk: Desk) -> Words {
    let plain = plain
    let head = plain[..<(plain.firstRange(of: "  ")?.lowerBound ?? plain.endIndex)]
    let words = head.split(separator: " ")
    guard let id = words.last.map(String.init) else { return Words(both: plain) }
    let isCalledByCategory =
      TicketID(thing).flatMap { desk.tickets[$0] }.map { $0.subject.isEmpty && $0.work.category == id }
      ?? (words.count == 2)
    guard isCalledByCategory else { return Words(both: plain) }
    let (name, place, rest) = (Category.words(id), head.dropLast(id.count), plain[head.endIndex...])
    return Words(zh: place + name.zh + rest, en: place + name.en + rest)
  }

  /// Its words with the name in front of them in English, the longest that it begins with; as they are where it begins with none.
  private func english(_ names: [PlanLine]) -> String {
    let name = names.filter { plain.hasPrefix("\($0.text.plainLine) ") }.max { $0.text.count < $1.text.count }
    return name.map { $0.english.plainLine + plain.dropFirst($0.text.plainLine.count) } ?? plain
  }

  /// When it is due or since when, and how far that is from an instant unless it has to be short.
  package func when(_ now: Date, _ dates: DateWords, isShort: Bool = false) -> Words {
    guard let at else { return .none }
    let time = kind == .duty ? dates.lastDay(before: at, near: now) : dates.short(at, near: now)
    let left = at.timeIntervalSince(now)
    switch kind {
    case .late, .due, .promise, .duty:
      if isShort { return Words(zh: "应于 \(time.zh)", en: "by \(time.en)") }
      let span = left < 0 ? Words.late(-left) : Words.due(left, false)
      return Words(zh: "应于 \(time.zh) \(span.zh)", en: "by \(time.en) \(span.en)")
    case .missed: return Words(zh: "应到 \(time.zh)", en: "due \(time.en)")
    case .followUp: return Words(zh: "办结 \(time.zh)", en: "done \(time.en)")
    case .open where clock != LifeStep.complete.rawValue:
      return Words(zh: "办结 \(time.zh)", en: "done \(time.en)")
    case .incident, .held, .open, .walking, .inside: return Words(zh: "自 \(time.zh)", en: "since \(time.en)")
    case .more, .note: return time
    }
  }
}

extension ShiftEvent {
  /// What happened, in a short sentence without the time and the author.
  package var words: Words {
    switch self {
    case .started(let staff):
      Words(zh: "开始，在岗 \(ShiftEvent.names(staff, "、"))", en: "begun: \(ShiftEvent.names(staff, ", "))")
    case .staffed(let staff):
      Words(zh: "在岗 \(ShiftEvent.names(staff, "、"))", en: "now on: \(ShiftEvent.names(staff, ", "))")
    case .itemNoted(let text, let isRed, _): Words(isRed ? "重点嘱托" : "嘱托", isRed ? "red note" : "note", text)
    case .handoverDrafted(let items):
      Words(
        zh: "拟交班 \(items.count) 项，重点 \(items.count(where: \.isRed)) 项，嘱托另计",
        en: "handover drafted: \(items.count) items, \(items.count(where: \.isRed)) red, besides notes")
    case .signedOut(let name): Words(zh: "\(name.plainLine) 交班", en: "signed out by \(name.plainLine)")
    case .itemAcknowledged(let item, let name):
      Words(zh: "\(name.plainLine) 已知第 \(item + 1) 项", en: "item \(item + 1) seen by \(name.plainLine)")
    case .signedIn(let name): Words(zh: "\(name.plainLine) 接班", en: "signed in by \(name.plainLine)")
    }
  }

  private static func names(_ names: [String], _ between: String) -> String {
    names.map(\.plainLine).joined(separator: between)
  }
}

extension ShiftRefusal {
  /// The obstacle in one sentence, and what to do instead.
  package func words(zone: TimeZone) -> Words {
    switch self {
    case .unknown(let id):
      Words(zh: "没有班次 \(id)。请看 frontdesk roster。", en: "There is no shift \(id). See `frontdesk roster`.")
    case .stillOn(let id):
      Words(
        zh: "\(id.words.zh)还没有交接。请先交班、接班。", en: "\(id.words.en) is not handed over. Sign out and in first.")
    case .alreadyWorked(let id):
      Words(zh: "\(id.words.zh)已经上过。请换一个班次。", en: "\(id.words.en) was worked already. Choose another.")
    case .beforeStart(let id, let start):
      Words(
        zh: "\(id.words.zh) \(start.deskText(zone)) 才到这一步。时间请写在那之后。",
        en: "\(id.words.en) came to this only at \(start.deskText(zone)). Give a time after that.")
    case .handedOver(let id):
      Words(
        zh: "\(id.words.zh)已经交接完。请记到当班的班次。", en: "\(id.words.en) is handed over. Use the shift that is on.")
    case .signedOut(let id):
      Words(
        zh: "\(id.words.zh)已经交班，不能再改。要补充请接班后记。", en: "\(id.words.en) is signed out. Add it after signing in.")
    case .notSignedOut(let id):
      Words(
        zh: "\(id.words.zh)还没有交班。请交班人先签。", en: "\(id.words.en) is not signed out. Whoever leaves signs first."
      )
    case .nobodyOn: Words(zh: "请写谁在岗，至少一人。", en: "Say who is on: one at least.")
    case .notAName(let name):
      Words(
        zh: "“\(name.plainLine)” 不是姓名。请写名字，如 李敏。",
        en: "\"\(name.plainLine)\" is no name. Write one, such as Li Min.")
    case .itemUnknown(_, let item, let items):
      Words(zh: "没有第 \(item) 项，一共 \(items) 项。", en: "There is no item \(item): there are \(items).")
    case .itemSeen(_, let item): Words(zh: "第 \(item) 项已经有人确认。", en: "Item \(item) was acknowledged already.")
    case .sameHands(_, let name):
      Words(
        zh: "\(name.plainLine) 刚交班，不能自己接自己的班。请由接班人签。",
        en: "\(name.plainLine) signed out and cannot take over from themselves. The next one signs.")
    case .changedSinceRead(_, let things):
      Words(
        zh: "看过之后有 \(things) 处变化。请重新拟一份（F8，或 frontdesk handover draft），看过再交班。",
        en:
          "Things changed since it was drafted: \(things). Draft it anew (F8, or frontdesk handover draft), read it, then sign out."
      )
    case .itemsUnseen(_, let items):
      Words(
        zh: "重点项还没逐条确认：第 \(ShiftRefusal.list(items, "、")) 项。请先确认再接班。",
        en:
          "Red items not acknowledged yet: \(ShiftRefusal.list(items, ", ")). Acknowledge them, then sign in."
      )
    }
  }

  private static func list(_ items: [Int], _ between: String) -> String {
    items.map(String.init).joined(separator: between)
  }
}
