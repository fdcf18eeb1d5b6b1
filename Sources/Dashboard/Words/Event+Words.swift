package import Desk
package import Foundation

extension Event {
  /// What happened, in a line that names the thing.
  ///
  /// - Parameters:
  ///   - dates: How instants are written.
  ///   - now: The instant they are near to.
  package func words(dates: DateWords, now: Date) -> Words {
    switch self {
    case .ticket(let id, let event): event.words(dates: dates, now: now).after("\(id) ")
    case .route(let route):
      Words(
        zh: "发布线路 \(route.name)，\(route.points.count) 个点位",
        en: "route \(route.name) published, \(route.points.count) checkpoints")
    case .round(let id, let event): event.words.after("\(id) ")
    case .staffJoined(let member): Words(zh: "\(member.name) 加入人员名单", en: "\(member.name) joined the staff")
    case .staffLeft(let name): Words(zh: "\(name) 离开人员名单", en: "\(name) left the staff")
    case .storeRestored(let position):
      Words(zh: "数据库由备份恢复（至第 \(position) 条）", en: "store restored from a copy of \(position) events")
    }
  }
}

extension TicketEvent {
  /// What happened to the ticket.
  package func words(dates: DateWords, now: Date) -> Words {
    switch self {
    case .reported(let report):
      Words(
        zh: "受理（\(report.channel.words.zh)） \(report.subject)",
        en: "reported by \(report.channel.words.en): \(report.subject)")
    case .reporterJoined(_, let text): Words(zh: "又有人来报", en: "another caller").with(text)
    case .merged(let other): Words(zh: "并入 \(other)", en: "merged into \(other)")
    case .absorbed(let other, let start, _):
      Words(
        zh: "收进重复单 \(other)，计时自 \(dates.short(start, near: now).zh)",
        en: "took in \(other), clocks from \(dates.short(start, near: now).en)")
    case .categorised(let category, let complexity):
      Words(
        zh: "类别改为 \(Category.words(category).zh) \(complexity.words.zh)",
        en: "category \(Category.words(category).en), \(complexity.words.en)")
    case .urgencyChanged(let urgency, let reason):
      Words(zh: "改为\(urgency.words.zh)", en: "now \(urgency.words.en)").with(reason)
    case .graded(let grade): Words(zh: "定为\(grade.words.zh)", en: "graded \(grade.words.en)")
    case .assigned(let staff): Words(zh: "派给 \(staff)", en: "assigned to \(staff)")
    case .accepted: Words(zh: "接单", en: "accepted")
    case .declined(let reason): Words(zh: "退单", en: "declined").with(reason)
    case .feedbackGiven(let text, let reporter): feedback(reporter).with(text)
    case .arrivedOnSite: Words(zh: "到场", en: "arrived on site")
    case .workStarted: Words(zh: "开始处理", en: "work started")
    case .held(let reason, let evidence):
      Words(zh: "挂起（\(reason.words.zh)）", en: "held, \(reason.words.en)").with(evidence)
    case .resumed: Words(zh: "恢复", en: "resumed")
    case .ownerNotified(let text): Words(zh: "已告知业主", en: "owner told").with(text)
    case .completed(let text): Words(zh: "办结", en: "completed").with(text)
    case .closed(let text): Words(zh: "关闭", en: "closed").with(text)
    case .reopened(let reason): Words(zh: "重开", en: "reopened").with(reason)
    case .cancelled(let reason): Words(zh: "作废", en: "cancelled").with(reason)
    case .noted(let text): Words(zh: "备注", en: "note").with(text)
    case .corrected: Words(zh: "撤销了上一步", en: "last action taken back")
    case .warned(let clock, let left, _):
      Words(
        zh: "\(clock.words.zh)剩 \(Words.span(TimeInterval(left)).zh)",
        en: "\(clock.words.en): \(Words.span(TimeInterval(left)).en) left")
    case .breached(let clock, _): Words(zh: "\(clock.words.zh)超时", en: "\(clock.words.en) is late")
    }
  }

  private func feedback(_ reporter: Int?) -> Words {
    guard let reporter else { return Words(zh: "已反馈", en: "feedback given") }
    return Words(zh: "已反馈第 \(reporter + 1) 位报修人", en: "feedback given to reporter \(reporter + 1)")
  }
}

extension RoundEvent {
  /// What happened on the round.
  package var words: Words {
    switch self {
    case .started(let route, let name):
      Words(zh: "\(route.name) 开始巡查 \(name)", en: "\(route.name) round started, \(name)")
    case .checkedIn(let point, _, let result, let note, _):
      Words(zh: "\(point) 打卡 \(result.words.zh)", en: "\(point) checked in, \(result.words.en)").with(note)
    case .missed(let point): Words(zh: "\(point) 漏检", en: "\(point) missed")
    case .findingRaised(let point, let ticket):
      Words(zh: "\(point) 建单 \(ticket)", en: "\(point) became \(ticket)")
    case .completed: Words(zh: "本轮完成", en: "round completed")
    case .expired: Words(zh: "本轮到时结束，有漏点", en: "round over, with points missed")
    }
  }
}

extension Words {
  func after(_ prefix: String) -> Words { Words(zh: prefix + zh, en: prefix + en) }

  fileprivate func with(_ text: String) -> Words {
    text.isEmpty ? self : Words(zh: "\(zh)：\(text)", en: "\(en): \(text)")
  }
}
