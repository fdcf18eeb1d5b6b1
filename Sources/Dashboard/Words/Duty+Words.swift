package import Desk

extension DutyEvent {
  /// What happened, in a short sentence without the time and the author.
  var words: Words {
    switch self {
    case .discharged(let span, let proof, let figure):
      let parts = [figure.map { "\($0)%" } ?? "", proof.plainLine].filter { !$0.isEmpty }.joined(
        separator: " ")
      return Words(zh: "\(span) 已履行：\(parts)", en: "\(span) discharged: \(parts)")
    case .overdue(let span): return Words(zh: "\(span) 逾期", en: "\(span) overdue")
    case .waived(let span, let reason):
      return Words(zh: "\(span) 免除：\(reason.plainLine)", en: "\(span) waived: \(reason.plainLine)")
    case .findingRaised(let span, let ticket):
      return Words(zh: "\(span) 发现问题，建单 \(ticket)", en: "\(span) found a fault, now \(ticket)")
    }
  }
}

extension Duty {
  /// Its name as the language says it.
  package var words: Words { Words(zh: name.text.plainLine, en: name.english.plainLine) }
}

extension DutySpan {
  /// What was written of it: the figure and the proof, then why it was waived, said as such where it was done after all.
  package var evidence: Words {
    let proof = [figure.map { "\($0)%" } ?? "", proof.plainLine].filter { !$0.isEmpty }
    let reason = reason.plainLine
    guard !reason.isEmpty else { return Words(both: proof.joined(separator: " ")) }
    guard dischargedAt != nil else { return Words(both: reason) }
    return Words(
      zh: (proof + ["（曾免除：\(reason)）"]).joined(separator: " "),
      en: (proof + ["(waived before: \(reason))"]).joined(separator: " "))
  }
}

extension DutyPeriod {
  /// How often, in words.
  package var words: Words {
    switch self {
    case .week: Words(zh: "每周", en: "weekly")
    case .month: Words(zh: "每月", en: "monthly")
    case .quarter: Words(zh: "每季", en: "quarterly")
    case .third: Words(zh: "一年三次", en: "three a year")
    case .half: Words(zh: "每半年", en: "half-yearly")
    case .year: Words(zh: "每年", en: "yearly")
    }
  }
}

extension DutyStanding {
  /// Where a duty stands, in a word.
  package var words: Words {
    switch self {
    case .overdue: Words(zh: "逾期", en: "overdue")
    case .due: Words(zh: "将到期", en: "due soon")
    case .upcoming: Words(zh: "未到期", en: "upcoming")
    case .waived: Words(zh: "已免除", en: "waived")
    case .discharged: Words(zh: "已履行", en: "discharged")
    }
  }
}

extension DutyRefusal {
  /// Why not, and what to do instead.
  var words: Words {
    switch self {
    case .unknown(let id):
      Words(
        zh: "没有周期义务 \(id.plainLine)。请看 duties list。",
        en: "There is no duty \(id.plainLine). See `duties list`.")
    case .isContract(let asset):
      Words(
        zh: "合同续签后，请用 frontdesk import assets 写入 \(asset.plainLine) 的新到期日，此项即了结。",
        en:
          "Once renewed, import \(asset.plainLine) with its new end by `frontdesk import assets`: that settles it."
      )
    case .spanUnknown(let duty, let span):
      Words(
        zh: "\(duty.plainLine) 没有到 \(span.plainLine) 这一期。写法如 2026-11、2026-Q4、2026-H2、2026。",
        en: "\(duty.plainLine) has no span \(span.plainLine) yet. Write 2026-11, 2026-Q4, 2026-H2 or 2026.")
    case .alreadySettled(let duty, let span):
      Words(
        zh: "\(duty.plainLine) 的 \(span) 已经了结。要补别的一期请用 --span。",
        en: "\(duty.plainLine) is settled for \(span). Name another span with --span.")
    case .alreadyWaived(let duty, let span):
      Words(
        zh: "\(duty.plainLine) 的 \(span) 已经免除。办了的话请记履行（duties done）。",
        en:
          "\(duty.plainLine) is waived for \(span) already. If it was done after all, discharge it (`duties done`)."
      )
    case .figureMissing(let duty, let least):
      Words(
        zh: "\(duty.plainLine) 要写数字（不低于 \(least)%）。",
        en: "\(duty.plainLine) needs a figure, \(least)% at least.")
    case .figureTooLow(let duty, let figure, let least):
      Words(
        zh: "\(duty.plainLine) 要不低于 \(least)%，现在是 \(figure)%。请继续完成，或写原因免除。",
        en: "\(duty.plainLine) needs \(least)% at least and has \(figure)%. Go on, or waive it with a reason."
      )
    case .figureTooHigh(let duty, let figure):
      Words(
        zh: "\(duty.plainLine) 的数字是百分比，不会是 \(figure)%。请写 100 以内的数。",
        en: "The figure of \(duty.plainLine) is a share and cannot be \(figure)%. Give 100 at most.")
    case .twice(let id):
      Words(
        zh: "周期义务 \(id.plainLine) 写了两次。请删掉一行。",
        en: "The duty \(id.plainLine) comes twice. Take one line away.")
    case .periodChanged(let id):
      Words(
        zh: "\(id.plainLine) 已有记录，周期不能改。请给新周期的义务另起一个代号。",
        en:
          "\(id.plainLine) is on record by another period. Give the duty with the new period a key of its own."
      )
    case .none: Words(zh: "一项周期义务也没有。请至少写一项。", en: "There is no duty in it. Write one at least.")
    }
  }
}
