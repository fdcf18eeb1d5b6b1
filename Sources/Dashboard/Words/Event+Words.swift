package import Desk
import Foundation

extension Event {
  /// What happened, in a short sentence without the time and the author.
  package var words: Words {
    switch self {
    case .ticket(_, let event): event.words
    case .route(let route):
      Words(
        zh: "发布路线 \(route.name.plainLine)，\(route.points.count) 个点位",
        en: "route \(route.name.plainLine) published, \(route.points.count) "
          + (route.points.count == 1 ? "checkpoint" : "checkpoints"))
    case .round(_, let event): event.words
    case .staffJoined(let member):
      Words(
        zh: "\(member.name.plainLine) 登记为\(member.role?.words.zh ?? "员工")",
        en: "\(member.name.plainLine) on the staff\(member.role.map { " as \($0.words.en)" } ?? "")")
    case .staffLeft(let name): Words(zh: "\(name.plainLine) 离开", en: "\(name.plainLine) left the staff")
    case .calendarPublished(let year):
      Words(
        zh: "发布 \(year.year) 年节假日，\(year.days.count) 天",
        en: "holidays of \(year.year) published, \(year.days.count) dates")
    case .policyPublished(let policy):
      Words(
        zh: "发布承诺：\(policy.name.plainLine)，\(policy.clocks.count) 个时限",
        en: "promises published: \(policy.name.plainLine), \(policy.clocks.count) clocks")
    case .dutiesPublished(let duties):
      Words(zh: "发布周期义务 \(duties.count) 项", en: "\(duties.count) duties published")
    case .duty(_, let event): event.words
    case .asset(let id, let event):
      Words(zh: "\(id.plainLine) \(event.words.zh)", en: "\(id.plainLine) \(event.words.en)")
    case .household(let place, let event): event.words(of: place)
    case .planPublished(let plan):
      Words(
        zh: "发布预案 \(plan.name.text.plainLine)，\(plan.steps.count) 步",
        en: "plan \(plan.name.english.plainLine) published, \(plan.steps.count) steps")
    case .incident(_, let event): event.words
    case .shift(_, let event): event.words
    case .visit(_, let event): event.words
    case .storeRestored(let position):
      Words(zh: "从副本恢复，副本到第 \(position) 条", en: "restored from a copy that ended at \(position)")
    }
  }
}

extension RecordedEvent {
  /// What it was, in words, where only the events before it tell: what it took back, of a ticket or a visit, or that the same person
  /// called again; nil for anything else, and where they are not among the events, in whichever order those come.
  package func told(among events: @autoclosure () -> [RecordedEvent]) -> Words? {
    switch event {
    case .ticket(let id, .corrected(let command, _)):
      let words = takenBack(since: command, of: id, events()).map(\.event.words)
      guard !words.isEmpty else { return nil }
      return Words(
        zh: "撤销：\(words.map(\.zh).joined(separator: "、"))",
        en: "undone: \(words.map(\.en).joined(separator: ", "))")
    case .ticket(_, .reporterJoined(let caller?, let text)):
      let hasCalled = events().contains {
        $0.position < position && $0.stream == stream && $0.event.contactKeys.contains(caller)
      }
      return hasCalled ? .calledAgain(text) : nil
    case .visit(_, .takenBack):
      let last = events().last { $0.stream == stream && $0.version == version - 1 }
      return last.map {
        $0.event.isLeaving
          ? Words(zh: "撤销离开：访客还在里面", en: "leaving undone: the visitor is still inside")
          : Words(zh: "撤销登记：访客没有来过", en: "arrival undone: the visitor never came")
      }
    default: return nil
    }
  }

  /// What went back with this: all that was done to a ticket from a command on and still stood, oldest first.
  private func takenBack(since command: UUID, of id: TicketID, _ events: [RecordedEvent]) -> [RecordedEvent] {
    let own = events.filter { $0.stream.ticket == id && $0.position < position && !$0.event.isCrossing }
      .sorted { $0.position < $1.position }
    guard let first = own.firstIndex(where: { $0.command == command }) else { return [] }
    var standing: [RecordedEvent] = []
    for recorded in own[first...] {
      guard case .ticket(_, let event) = recorded.event else { continue }
      if case .corrected(let undone, _) = event,
        let index = standing.firstIndex(where: { $0.command == undone })
      {
        standing.removeSubrange(index...)
      } else if recorded.command == command || !event.leavesWork && !event.isTie {
        standing.append(recorded)
      }
    }
    return standing
  }
}

extension TicketEvent {
  /// Whether tickets were joined or parted by it, which stays when what was before is taken back.
  fileprivate var isTie: Bool {
    switch self {
    case .merged, .absorbed, .split, .unmerged, .released: true
    default: false
    }
  }
}

extension Words {
  /// That whoever reported it called once more.
  static func calledAgain(_ text: String) -> Words { Words("同一人再次来电", "the same caller again", text) }
}

extension Event {
  fileprivate var isLeaving: Bool { if case .visit(_, .left) = self { true } else { false } }
}

extension TicketEvent {
  /// What happened, in a short sentence without the time and the author.
  package var words: Words {
    switch self {
    case .reported(let report): report.words
    case .reporterJoined(_, let text): Words("又有人报修", "another report", text)
    case .merged(let other): Words(zh: "并入 \(other)", en: "merged into \(other)")
    case .absorbed(let other, _, _, _, _): Words(zh: "合并了 \(other)", en: "took in \(other)")
    case .split(let reporter, let other):
      Words(zh: "第 \(reporter + 1) 位报修人拆到 \(other)", en: "reporter \(reporter + 1) split off into \(other)")
    case .unmerged(let other, _): Words(zh: "从 \(other) 拆回", en: "split from \(other) again")
    case .released(let other, _): Words(zh: "\(other) 已拆出", en: "\(other) split off again")
    case .complained(let other, ends: true): Words(zh: "转为投诉 \(other)", en: "turned into complaint \(other)")
    case .complained(let other, ends: false):
      Words(zh: "另立投诉 \(other)", en: "complaint \(other) opened about it")
    case .categorised(let category, let complexity): TicketEvent.categorised(category, complexity)
    case .urgencyChanged(let urgency, let reason, since: nil):
      Words("改为\(urgency.words.zh)", "now \(urgency.words.en)", reason)
    case .urgencyChanged(let urgency, let reason, since: .some):
      Words(
        "改为\(urgency.words.zh)（接着原来的半小时算）", "now \(urgency.words.en) (the first half hour goes on)", reason)
    case .graded(let grade, _): Words(zh: "定为\(grade.words.zh)", en: "graded \(grade.words.en)")
    case .assigned(let staff): Words(zh: "派工给 \(staff.plainLine)", en: "assigned to \(staff.plainLine)")
    case .accepted: Words(zh: "接单", en: "accepted")
    case .declined(let reason): Words("退单", "declined", reason)
    case .feedbackGiven(let text, let reporter): TicketEvent.feedback(text, reporter)
    case .arrivedOnSite: Words(zh: "到场", en: "on site")
    case .workStarted: Words(zh: "开始处理", en: "work started")
    case .held(let reason, let evidence):
      Words("挂起：\(reason.words.zh)", "held: \(reason.words.en)", evidence)
    case .resumed: Words(zh: "恢复", en: "resumed")
    case .ownerNotified(let text): Words("已告知业主", "owner told", text)
    case .completed(let text): Words("办结", "completed", text)
    case .closed(let text): Words("关闭", "closed", text)
    case .reopened(let reason): Words("重开", "reopened", reason)
    case .cancelled(let reason): Words("作废", "cancelled", reason)
    case .policyApplied(let version):
      Words(zh: "改按第 \(version) 版承诺", en: "held to version \(version) of the promises")
    case .noted(let text): Words("备注", "note", text)
    case .paper(let event): event.words
    case .corrected: Words(zh: "撤销上一步", en: "last action undone")
    case .warned(let clock, let left, _):
      Words(zh: "\(clock.words.zh)预警，剩 \(left / 60) 分钟", en: "\(clock.words.en) clock: \(left / 60) min left")
    case .escalated(let escalation): escalation.words
    case .acknowledged: Words(zh: "超时已确认", en: "lateness acknowledged")
    case .breachRescinded(let clock, _, let reason, _):
      Words("\(clock.words.zh)超时更正：当时已做到", "\(clock.words.en) clock was kept after all", reason)
    case .breachRestored(let clock, _, _):
      Words(zh: "\(clock.words.zh)超时更正作罢：仍算超时", en: "\(clock.words.en) clock counts as missed again")
    case .breached(.promise, _, _): Words.promisePassed
    case .breached(let clock, _, _): Words(zh: "\(clock.words.zh)超时", en: "\(clock.words.en) clock missed")
    }
  }

  private static func categorised(_ category: String, _ complexity: Complexity) -> Words {
    let name = Category.words(category.plainLine)
    return Words(
      zh: "归类为\(name.zh)\(complexity == .complex ? "（复杂）" : "")",
      en: "categorised as \(name.en)\(complexity == .complex ? " (complex)" : "")")
  }

  private static func feedback(_ text: String, _ reporter: Int?) -> Words {
    guard let reporter else { return Words("已反馈", "feedback given", text) }
    return Words("已反馈第 \(reporter + 1) 位报修人", "feedback given to reporter \(reporter + 1)", text)
  }
}

extension Reported {
  fileprivate var words: Words {
    let from =
      splitFrom.map { other in
        other.kind == kind
          ? Words(zh: "由 \(other) 拆出，", en: "split from \(other), ")
          : Words(zh: "由 \(other) 转来，", en: "about \(other), ")
      } ?? .none
    return Words(
      "\(from.zh)\(channel.words.zh)受理\(urgency == .urgent ? "（紧急）" : "")",
      "\(from.en)registered by \(channel.words.en)\(urgency == .urgent ? ", urgent" : "")",
      subject.isEmpty ? Category.words(category) : Words(both: subject))
  }
}

extension RoundEvent {
  /// What happened, in a short sentence without the time and the author.
  package var words: Words {
    switch self {
    case .planned(let route, let name, _):
      Words("\(route.name.plainLine) 已排", "\(route.name.plainLine) planned", name)
    case .assigned(let name): Words(zh: "派给 \(name.plainLine)", en: "given to \(name.plainLine)")
    case .missExcused(let point, let reason):
      Words("\(point.plainLine) 漏检说明", "\(point.plainLine) miss excused", reason)
    case .started(let route, let name):
      Words("\(route.name.plainLine) 开始", "\(route.name.plainLine) started", name)
    case .checkedIn(let point, let name, let result, let note, _):
      Words(
        "\(point.plainLine) 打卡，\(result.words.zh)", "\(point.plainLine) checked, \(result.words.en)",
        [name, note].filter { !$0.isEmpty }.joined(separator: ", "))
    case .checkInTakenBack(let point):
      Words(zh: "\(point.plainLine) 打卡作罢：没有人到", en: "\(point.plainLine) not checked after all")
    case .missed(let point): Words(zh: "\(point.plainLine) 漏检", en: "\(point.plainLine) missed")
    case .findingRaised(let point, let ticket):
      Words(zh: "\(point.plainLine) 建单 \(ticket)", en: "\(point.plainLine) became \(ticket)")
    case .completed: Words(zh: "走完", en: "completed")
    case .expired: Words(zh: "过时结束", en: "expired")
    }
  }
}
