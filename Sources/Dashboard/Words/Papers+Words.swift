package import Desk
package import Foundation

extension PaperEvent {
  /// What happened, in a short sentence without the time and the author.
  package var words: Words {
    switch self {
    case .signed(let name): Words(zh: "\(name.plainLine) 签字", en: "signed by \(name.plainLine)")
    case .checkPassed(let name):
      Words(zh: "\(name.plainLine) 验收合格", en: "checked by \(name.plainLine), good")
    case .checkFailed(let name, let reason):
      Words("\(name.plainLine) 验收不合格", "checked by \(name.plainLine), not good", reason)
    case .followedUp(let rating, let text):
      Words("回访 \(rating) 分", "follow-up, rated \(rating) of 5", text)
    case .followUpUnreachable(let text): Words("回访没有联系上", "follow-up, nobody reached", text)
    case .chargeQuoted(let amount, let what): Tariff.quoted(amount, what)
    case .chargeAccepted: Words(zh: "业主同意收费", en: "charge accepted")
    case .chargeDeclined(let reason): Words("业主不同意收费", "charge declined", reason)
    case .partOrdered(let what, _): Words("订购配件", "part ordered", what)
    case .promised(_, let text): Words("答应业主时间", "time promised", text)
    case .handedOff(let name): Words(zh: "移交 \(name.plainLine) 负责", en: "handed to \(name.plainLine)")
    case .causeNamed(let text): Words("归因", "cause", text)
    case .amended(let amendment): amendment.words
    }
  }

  /// The same with the instants it speaks of, as the reader's dates write them.
  package func words(_ dates: (Date) -> Words) -> Words {
    switch self {
    case .promised(let date, let text):
      let by = dates(date)
      return Words("答应业主 \(by.zh)", "promised for \(by.en)", text)
    case .partOrdered(let what, let expected?):
      let by = dates(expected)
      return Words("订购配件，预计 \(by.zh) 到", "part ordered, expected \(by.en)", what)
    default: return words
    }
  }
}

extension Amendment {
  /// What stands there now.
  fileprivate var words: Words {
    let parts = [
      place.map { Words(zh: "地点 \($0.text)", en: "place \($0.text)") },
      subject.map { Words(zh: "事项 \($0)", en: "subject \($0)") },
      text.map { Words(zh: "描述 \($0)", en: "details \($0)") }, callerWords,
    ].compactMap(\.self)
    return Words("更正", "put right", Words(list: parts, zh: "，"))
  }

  /// Who called is a key: that it changed is said, and with the place why.
  private var callerWords: Words? {
    switch (caller?.isEmpty, place) {
    case (nil, _): nil
    case (true?, nil): Words(zh: "报修人待问", en: "caller to ask")
    case (true?, _?): Words(zh: "原报修人不是那里的，待问", en: "the caller is none of theirs: to ask")
    case (false?, nil): Words(zh: "报修人", en: "the caller")
    case (false?, _?): Words(zh: "报修人改为那里登记的一位", en: "the caller is now who is known there")
    }
  }
}

/// Amounts as people write them.
package enum Money {
  /// `50` or `50.50`, from hundredths.
  package static func yuan(_ amount: Int) -> String {
    let rest = amount % 100
    return rest == 0 ? "\(amount / 100)" : "\(amount / 100).\(rest.digits(2))"
  }

  /// A price and what it is for, in either order: `换水管 80`, `80元 换锁芯`, also without a gap where a unit says which number it is; nil
  /// without either.
  package static func taken(outOf text: String) -> (amount: Int, what: String)? {
    let spaced = narrowed(text).replacing(/[¥￥]\s*[0-9.]+(\s*(元|yuan))?|[0-9.]+\s*(元|[Yy]uan)/) {
      " \($0.output.0.filter { !$0.isWhitespace }) "
    }
    var words = spaced.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    // 80元 灯管 2: what has a unit is the price wherever it stands.
    let hasUnit = { (word: String) in
      "¥￥".contains(word.prefix(1)) || word.hasSuffix("元") || word.lowercased().hasSuffix("yuan")
    }
    let places = words.indices.reversed().filter { hasUnit(words[$0]) } + [words.count - 1, 0]
    guard let place = places.first(where: { read(words[$0]) != nil }),
      let amount = read(words.remove(at: place))
    else { return nil }
    return (amount, words.joined(separator: " "))
  }

  private static func narrowed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.numericType == nil && $0 != "．" ? $0 : $0.narrow }))
  }

  /// Reads `50`, `50.5`, `５０元`, `¥50` or `五十块` into hundredths; nil for anything else.
  package static func read(_ text: String) -> Int? {
    let text = narrowed(text)
    var plain = text.first.map("¥￥".contains) == true ? text.dropFirst() : text[...]
    if let unit = ["元", "块钱", "块", "yuan"].first(where: plain.lowercased().hasSuffix) {
      plain = plain.dropLast(unit.count)
    }
    if let said = Int(han: plain) { return said * 100 }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(digits: parts[0]), (0...1_000_000).contains(whole)
    else {
      return nil
    }
    guard parts.count == 2 else { return whole * 100 }
    guard (1...2).contains(parts[1].count), let rest = Int(digits: parts[1]) else { return nil }
    return whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
  }
}

extension LifeStep {
  /// What people call the step.
  package var words: Words {
    switch self {
    case .complete: Words(zh: "办结", en: "finish")
    case .sign: Words(zh: "签字", en: "sign")
    case .check: Words(zh: "验收", en: "check")
    case .followUp: Words(zh: "回访", en: "follow-up")
    case .close: Words(zh: "关闭", en: "close")
    }
  }

  /// That done work waits for the step, before what it is called; nothing for work under way.
  var owed: Words { self == .complete ? .none : Words(zh: "待\(words.zh) ", en: "to \(words.en) ") }
}

extension Ticket {
  /// Where it stands, in a word: of completed work, how much of the rest is done.
  package var standing: Words {
    guard stage == .completed, !work.hasNoPapers else { return stage.words }
    let papers = work.papers
    if papers.rating != nil { return Words(zh: "已回访", en: "followed up") }
    if papers.checkedBy != nil { return Words(zh: "已验收", en: "checked") }
    if papers.signedBy != nil { return Words(zh: "已签字", en: "signed") }
    return stage.words
  }

  /// Since when it waits and what for, the part by name where that was written; nil for one that does not wait.
  package func waiting(_ dates: (Date) -> Words) -> Words? {
    guard let hold = work.openHold else { return nil }
    let (since, evidence) = (dates(hold.from), hold.evidence.plainLine)
    return Words(
      zh: "挂起 \(hold.reason.words.zh) 自 \(since.zh) \(evidence)".trimmed,
      en: "held since \(since.en): \(hold.reason.words.en) \(evidence)".trimmed)
  }

  /// What was agreed and who vouches for it, a line each; nothing for a ticket that has none of it.
  package func paperLines(_ limits: RuleLimits, at now: Date, _ dates: (Date) -> Words) -> [Words] {
    let papers = work.papers
    var lines: [Words] = []
    if rule.isGraded { lines.append(answerable(papers)) }
    lines += promiseLines(at: now, dates)
    if let charge = papers.charge { lines.append(charge.words) }
    lines += papers.parts.map { PaperEvent.partOrdered(what: $0.what, expected: $0.expected).words(dates) }
    if let ending = ending(papers, limits) { lines.append(ending) }
    if let cause = papers.cause { lines.append(Words("归因", "cause", cause)) }
    return lines
  }

  /// The times promised to the owner that were not kept, and the one that stands.
  private func promiseLines(at now: Date, _ dates: (Date) -> Words) -> [Words] {
    let standing = standingPromise?.promise
    let broken = brokenPromises(at: now).filter { $0.endedAt != nil || standing == nil }.map { promise in
      let by = dates(promise.at)
      return Words("没做到：答应业主 \(by.zh)", "not kept: promised for \(by.en)", promise.text)
    }
    return broken
      + (standing.map { promise in
        let by = dates(promise.at)
        return [Words("答应业主 \(by.zh)", "promised for \(by.en)", promise.text)]
      } ?? [])
  }

  private func answerable(_ papers: TicketPapers) -> Words {
    let name = papers.inCharge?.plainLine
    let grader = papers.gradedBy?.plainLine
    return Words(
      zh: "负责人 \(name ?? "—")   \(work.grade.words.zh)\(grader.map { "（\($0) 定）" } ?? "（未定级）")",
      en:
        "in charge \(name ?? "-")   \(work.grade.words.en)\(grader.map { " (by \($0))" } ?? " (not graded yet)")"
    )
  }

  /// What came after the work: signature, check, follow-up, and what is still to come.
  private func ending(_ papers: TicketPapers, _ limits: RuleLimits) -> Words? {
    guard stage == .completed || stage == .closed || papers.failedChecks > 0 else { return nil }
    var parts: [Words] = []
    if papers.failedChecks > 0 {
      parts.append(
        Words(zh: "验收不合格 \(papers.failedChecks) 次", en: "check failed \(papers.failedChecks)x"))
    }
    if let name = papers.signedBy?.plainLine { parts.append(Words(zh: "签字 \(name)", en: "signed \(name)")) }
    if let name = papers.checkedBy?.plainLine { parts.append(Words(zh: "验收 \(name)", en: "checked \(name)")) }
    if let rating = papers.rating { parts.append(Words(zh: "回访 \(rating) 分", en: "rated \(rating) of 5")) }
    if papers.rating == nil, papers.attempts > 0 {
      parts.append(
        Words(
          zh: "回访未联系上 \(papers.attempts)/\(limits.followUps)",
          en: "nobody reached \(papers.attempts)/\(limits.followUps)"))
    }
    if stage == .completed {
      let next = nextStep(limits).words
      parts.append(Words(zh: "待\(next.zh)", en: "next: \(next.en)"))
    }
    return parts.isEmpty ? nil : Words(list: parts, zh: "   ", en: "   ")
  }
}

extension Charge {
  /// What it costs, for what, and whether the owner pays.
  package var words: Words {
    let yuan = Money.yuan(amount)
    switch answer {
    case .open:
      return Words(
        zh: "收费 \(yuan) 元 \(what.plainLine)   待业主同意",
        en: "charge \(yuan) yuan, \(what.plainLine)   waits for the owner's yes")
    case .accepted:
      return Words(
        zh: "收费 \(yuan) 元 \(what.plainLine)   业主已同意", en: "charge \(yuan) yuan, \(what.plainLine)   accepted")
    case .declined:
      return Words(
        zh: "收费 \(yuan) 元 \(what.plainLine)   业主不同意", en: "charge \(yuan) yuan, \(what.plainLine)   declined")
    }
  }
}

extension Event {
  /// What happened, in a short sentence, with the instants it speaks of as the reader's dates write them.
  package func words(_ dates: (Date) -> Words) -> Words {
    if case .ticket(_, .paper(let event)) = self { event.words(dates) } else { words }
  }
}
