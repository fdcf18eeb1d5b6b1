package import Desk
package import Foundation
package import Screen

/// One line of text that a command needs.
package struct PromptPage: Equatable, Sendable {
  /// What the text is for.
  package enum Purpose: Hashable, Sendable {
    case note, notify, decline, cancel, reopen, lower, holdOther, holdForPart, reveal, erase
    case explain, checkFailed, promise, part, cause, complain
    case rescind(ClockID, missed: Date)
    case place, subject, text, caller
    case failedPoint(RoundID, point: String), excuse(RoundID, point: String)
    case declare(plan: String, isDrill: Bool, cause: TicketID?)
    case skipStep(IncidentID, Int), notice(IncidentID), contain(IncidentID), review(IncidentID)
    case discharge(String, least: Int?), waive(String)
    case shiftNote(ShiftID, isRed: Bool), takeSeat, onDuty(ShiftDoor)
    case visitor
    case acknowledge(WallSettings.Pin)

    /// Whether its text has to begin with a time.
    var beginsWithTime: Bool {
      switch self {
      case .promise, .rescind: true
      default: false
      }
    }

    /// Whether it is asked for over the wall.
    var isForWall: Bool { if case .acknowledge = self { true } else { false } }
  }

  package let purpose: Purpose
  package let targets: [TicketID]
  /// The versions when it was opened.
  package internal(set) var seen: [TicketID: Int]
  package var field = TextField()
  /// The text it was opened with.
  var given = ""
  /// What is asked before this text is taken as it is: Enter says yes, Esc goes back to it; none while nothing is.
  package internal(set) var question = Words.none
  /// What it is about by its name, where that is no ticket.
  let about: Words

  init(_ purpose: Purpose, _ targets: [TicketID], _ seen: [TicketID: Int], about: Words = .none) {
    (self.purpose, self.targets, self.seen, self.about) = (purpose, targets, seen, about)
  }

  var title: Words {
    switch purpose {
    case .note: Words(zh: "备注", en: "Note")
    case .notify: Words(zh: "已告知业主什么", en: "What the owner was told")
    case .decline: Words(zh: "退单原因", en: "Why it is declined")
    case .cancel: Words(zh: "作废原因", en: "Why it is cancelled")
    case .reopen: Words(zh: "重开原因", en: "Why it is reopened")
    case .lower: Words(zh: "改为一般的原因", en: "Why it is not urgent")
    case .holdOther: Words(zh: "挂起原因", en: "Why it waits")
    case .holdForPart: Words(zh: "等哪个配件，可不写", en: "Which part it waits for, may be empty")
    case .reveal: Words(zh: "为什么要看电话", en: "Why the phone is needed")
    case .erase: Words(zh: "为什么删除姓名电话，收不回", en: "Why name and phone are erased, for good")
    case .explain: Words(zh: "办结：解释和答复", en: "What the reporter was told in the end")
    case .checkFailed: Words(zh: "验收哪里不合格", en: "What is not good yet")
    case .promise: Words(zh: "答应的时间和事，如 15:00 师傅上门", en: "Time and what, such as 15:00 plumber comes")
    case .part: Words(zh: "配件，可写预计，如 阀芯 明天 10:00", en: "Part, and when, such as valve tomorrow 10:00")
    case .cause: Words(zh: "起因", en: "Why it came to this")
    case .rescind(let clock, _):
      Words(
        zh: "\(clock.words.zh)当时其实已做到：几点、为什么，如 09:20 师傅已到，忘了记",
        en: "\(clock.words.en) was kept: when and why, such as 09:20 he was there, not recorded")
    case .complain: Words(zh: "转投诉：投诉什么，可不写", en: "Complaint about what, may be empty")
    case .place: Words(zh: "改地点", en: "Place")
    case .subject: Words(zh: "改事项", en: "Subject")
    case .text: Words(zh: "改描述", en: "Details")
    case .caller: Words(zh: "改报修人：姓名、电话", en: "Caller: name, phone")
    case .failedPoint: Words(zh: "点位有什么异常", en: "What is wrong at the checkpoint")
    case .discharge, .waive: purpose.dutyTitle
    case .acknowledge(.digits): Words(zh: "密码", en: "Digits")
    case .acknowledge(.initials): Words(zh: "谁在确认：姓名或首字母", en: "Who acknowledges: name or initials")
    default: purpose.deskTitle
    }
  }

  /// The command for a text; nil when a time that must be there cannot be read.
  func command(_ text: String, _ times: SpokenTime) -> TicketCommand? {
    switch purpose {
    case .note: .note(text: text)
    case .notify: .notifyOwner(text: text)
    case .decline: .decline(reason: text)
    case .cancel: .cancel(reason: text)
    case .reopen: .reopen(reason: text)
    case .lower: .setUrgency(.ordinary, reason: text)
    case .holdOther: .hold(.other, evidence: text, ownerTold: false)
    case .holdForPart: .hold(.parts, evidence: text, ownerTold: true)
    case .explain: .complete(text: text)
    case .checkFailed: .paper(.failCheck(by: nil, reason: text))
    case .promise: times.leading(text).map { .paper(.promise(at: $0.at, text: $0.rest)) }
    case .rescind(let clock, let missed):
      times.leading(text).map { .rescind(clock, reason: $0.rest, missed: missed) }
    case .part:
      .paper(
        times.trailing(text).map { .orderPart(what: $0.rest, expected: $0.at) }
          ?? .orderPart(what: text, expected: nil))
    case .cause: .paper(.nameCause(text: text))
    case .complain: .complain(text: text)
    case .subject: .paper(.amend(Amendment(subject: text)))
    case .text: .paper(.amend(Amendment(text: text)))
    default: nil
    }
  }
}

extension Model {
  /// Asks for the phones of those who are meant, a command each, which goes on record (S097, S099).
  private func reveal(_ ids: [TicketID], _ reason: String) -> [Effect] {
    people(of: ids).filter { hasPhone($0.contact) }.map { person in
      .submit(
        .household(person.place, .reveal(contact: person.contact, reason: reason)), seen: nil,
        occurredAt: nil, contact: nil)
    }
  }

  mutating func press(_ key: Key, _ page: PromptPage) -> [Effect] {
    var page = page
    switch key {
    case .escape where page.question != .none:
      page.question = .none
      layers[layers.count - 1] = .prompt(page)
      return []
    case .escape:
      layers.removeLast()
      leave(page)
      // What was wrong with the text goes with it.
      if notice?.isAlert == true { notice = nil }
      return []
    case .enter, .control("s"): return submit(page)
    case .control("l"): return [.redraw]
    default:
      let text = page.field.text
      _ = page.field.handle(key)
      if page.field.text != text { page.question = .none }
      layers[layers.count - 1] = .prompt(page)
      return []
    }
  }

  /// Says once that a number in a free text is not kept; Enter once more keeps the rest.
  mutating func warnsOfPhone(in text: String) -> Bool {
    guard warnedOf != text, let number = PhoneNumber.taken(outOf: text).numbers.first else {
      warnedOf = nil
      return false
    }
    warnedOf = text
    let masked = number.filter(\.isNumber).maskedPhone
    say(
      Words(
        zh: "文字里的电话号码只会记成 \(masked)：改掉它，或再按 Enter 照记",
        en: "The telephone number in it is kept only as \(masked): change it, or Enter again"),
      isAlert: true)
    return true
  }

  /// Says what is wrong with the line of a visitor; false where nothing is.
  private mutating func refusesVisit(_ text: String) -> Bool {
    guard let refusal = VisitLine(text, in: directory).refusal else { return false }
    say(refusal, isAlert: true)
    return true
  }

  /// Says what is wrong with a text; false where nothing is. A visitor's and a caller's go where phones are sealed.
  private mutating func refuses(_ text: String, for purpose: PromptPage.Purpose) -> Bool {
    switch purpose {
    case .visitor: refusesVisit(text)
    case .caller: false
    default: warnsOfPhone(in: text)
    }
  }

  /// Whether a text is there and says what is asked; says what is missing or wrong.
  private mutating func isUsable(_ page: PromptPage, _ times: SpokenTime) -> Bool {
    let text = page.field.text
    guard !text.trimmed.isEmpty || [.notify, .subject, .text, .complain, .holdForPart].contains(page.purpose)
    else {
      say(
        Words(zh: "请先写：\(page.title.zh)", en: "Please write first: \(page.title.en)"), isAlert: true)
      return false
    }
    guard canWrite(), !refuses(text, for: page.purpose), !asksWhoIsNew(page) else { return false }
    if page.purpose.beginsWithTime, page.command(text, times) == nil {
      say(
        Words(
          zh: "时间看不懂：请写 15:00、明天下午3点 或 30分", en: "That is no time: write 15:00, tomorrow 3pm or 30 min"),
        isAlert: true)
      return false
    }
    return true
  }

  private mutating func submit(_ page: PromptPage) -> [Effect] {
    let text = page.field.text
    let times = SpokenTime(now: now, zone: desk.zone)
    guard isUsable(page, times) else { return [] }
    if page.purpose == .takeSeat, !text.isName { return refuse(.shift(.notAName(text.trimmed))) }
    layers.removeLast()
    forgetLeft(page)
    if case .failedPoint(let round, let id) = page.purpose {
      let effects = checkIn(.failed, point(round, id), note: text)
      if effects.isEmpty, backlog.isEmpty { layers.append(.prompt(page)) } else { batch.prompt = page }
      return effects
    }
    if page.purpose == .reveal { return submit(reveal(page.targets, text), prompt: page) }
    if let effects = answer(page, text) { return effects }
    if case .takeSeat = page.purpose { return takeSeat(text) }
    if case .visitor = page.purpose { return submit([VisitLine(text, in: directory).effect], prompt: page) }
    if case .acknowledge(let pin) = page.purpose { return acknowledge(pin, text, page) }
    let desk = page.purpose.deskCommand(text, known: knownNames)
    if let command = desk ?? page.purpose.dutyCommand(text) {
      let effects = [Effect.submit(command, seen: nil, occurredAt: nil, contact: nil)]
      return askToWaive(page, effects) ?? submit(effects, prompt: page)
    }
    marked = []
    let effects = page.targets.compactMap { id in
      page.command(text, times).map {
        Effect.submit(.ticket(id, $0), seen: page.seen[id], occurredAt: page.keptAt(times), contact: nil)
      }
    }
    return submitAll(effects, prompt: page)
  }
}
