package import Desk
package import Foundation

extension PlanLine {
  /// As it is read in either language.
  package var words: Words { Words(zh: text.plainLine, en: english.plainLine) }
}

extension IncidentStage {
  /// What people call the stage.
  package var words: Words {
    switch self {
    case .declared: Words(zh: "处置中", en: "going on")
    case .contained: Words(zh: "已控制", en: "contained")
    case .reviewed: Words(zh: "已总结", en: "reviewed")
    case .closed: Words(zh: "已结案", en: "closed")
    }
  }
}

extension Incident {
  /// `I-3 火灾 3栋地库`, with a drill marked as one before everything else.
  package var title: Words {
    let name = plan.name.words
    let place = declared.place.words
    return isDrill
      ? Words(zh: "【演练】\(id) \(name.zh) \(place.zh)", en: "[DRILL] \(id) \(name.en) \(place.en)")
      : Words(zh: "\(id) \(name.zh) \(place.zh)", en: "\(id) \(name.en) \(place.en)")
  }
}

extension Incident {
  /// How many steps are done of all, and apart how many were left out: `2/9`, `2/9 跳1`, and `做3 跳6` where none is open.
  package var progress: Words {
    let skipped = answered - done
    let share = "\(done)/\(steps.count)"
    guard skipped > 0 else { return Words(both: share) }
    return answered == steps.count
      ? Words(zh: "做\(done) 跳\(skipped)", en: "\(done) done \(skipped) skipped")
      : Words(zh: "\(share) 跳\(skipped)", en: "\(share) \(skipped) skipped")
  }
}

extension IncidentEvent {
  /// What happened, in a short sentence without the time and the author; steps by their numbers.
  package var words: Words {
    switch self {
    case .declared(let declared): declared.words
    case .stepDone(let step, let name):
      Words(zh: "第 \(step + 1) 步完成：\(name.plainLine)", en: "step \(step + 1) done by \(name.plainLine)")
    case .stepSkipped(let step, let reason, _):
      Words("第 \(step + 1) 步不做", "step \(step + 1) skipped", reason)
    case .stepTakenBack(let step):
      Words(zh: "第 \(step + 1) 步记错，作罢", en: "step \(step + 1) taken back")
    case .noticeSent(let text, _): Words("已通知业主", "owners told", text)
    case .ticketLinked(let ticket, let isCause):
      isCause
        ? Words(zh: "起因 \(ticket)", en: "caused by \(ticket)")
        : Words(zh: "引出 \(ticket)", en: "led to \(ticket)")
    case .contained(let text, _): Words("已控制", "contained", text)
    case .reviewed(let text, _): Words("事后总结", "reviewed", text)
    case .closed: Words(zh: "结案", en: "closed")
    case .warned(let left):
      Words(zh: "还没人处置，剩 \(left / 60) 分钟", en: "nobody has responded, \(left / 60) minutes left")
    case .breached: Words(zh: "响应超时", en: "response late")
    }
  }

  /// The same with the step by its words, as the incident's plan has it.
  package func words(of incident: Incident) -> Words {
    switch self {
    case .stepDone(let step, let name) where incident.plan.steps.indices.contains(step):
      Words(
        zh: "\(words.zh)  \(incident.plan.steps[step].line.words.zh)",
        en: "step \(step + 1) done by \(name.plainLine): \(incident.plan.steps[step].line.words.en)")
    default: words
    }
  }
}

extension DeclaredIncident {
  fileprivate var words: Words {
    let name = plan.name.words
    let place = place.words
    return isDrill
      ? Words("演练开始 \(name.zh) \(place.zh)", "drill begun: \(name.en), \(place.en)", text)
      : Words("突发 \(name.zh) \(place.zh)", "\(name.en) declared at \(place.en)", text)
  }
}

extension IncidentRefusal {
  /// The obstacle in one sentence, and what to do instead.
  package func words(zone: TimeZone) -> Words {
    switch self {
    case .unknown(let id):
      Words(
        zh: "没有在处置的突发事件 \(id)。请看突发页（命令行用 incident list）。",
        en: "No incident \(id) is going on. See the incidents page (`incident list` at the shell).")
    case .planUnknown(let plan, let known):
      Words(
        zh: "没有预案 \(plan.plainLine)。可以用：\(known.joined(separator: " "))",
        en: "There is no plan \(plan.plainLine). There are: \(known.joined(separator: " "))")
    case .planEmpty(let plan):
      Words(
        zh: "预案 \(plan.plainLine) 一步也没有。请至少写一步。",
        en: "Plan \(plan.plainLine) has no step. Give it one at least.")
    case .minutesOutOfRange(let plan, let minutes, let most):
      Words(
        zh: "预案 \(plan.plainLine) 的 \(minutes) 分钟不行，最多 \(most) 分钟。",
        en: "\(minutes) minutes will not do in plan \(plan.plainLine): \(most) at most.")
    case .closed(let id):
      Words(zh: "\(id) 已结案。要补充请另记，或重新启动预案。", en: "\(id) is closed. Declare it again if it goes on.")
    case .beforeStart(let id, let start):
      Words(
        zh: "\(id) \(start.deskText(zone)) 才到这一步。时间请写在那之后。",
        en: "\(id) came to this only at \(start.deskText(zone)). Give a time after that.")
    case .stepUnknown(let id, let step, let steps):
      Words(
        zh: "\(id) 的预案没有第 \(step) 步，一共 \(steps) 步。",
        en: "The plan of \(id) has no step \(step): it has \(steps).")
    case .stepDone(let id, let step):
      Words(zh: "\(id) 第 \(step) 步已经做了。请选别的步骤。", en: "Step \(step) of \(id) is done already. Choose another.")
    case .stepOpen(let id, let step):
      Words(zh: "\(id) 第 \(step) 步还没有做。没有可撤销的。", en: "Step \(step) of \(id) is open: nothing to undo.")
    case .stepSkipped(let id, let step):
      Words(
        zh: "\(id) 第 \(step) 步已标不做。要做请标完成。",
        en: "Step \(step) of \(id) is skipped already. Mark it done if it was.")
    case .noStepLeft(let id):
      Words(
        zh: "\(id) 的步骤都已处理。请记控制、总结，再结案。",
        en: "Every step of \(id) is answered. Contain it, review it, close it.")
    default: ending
    }
  }

  private var ending: Words {
    switch self {
    case .alreadyLinked(let id, let ticket):
      Words(zh: "\(ticket) 已经挂在 \(id) 下。", en: "\(ticket) is linked to \(id) already.")
    case .notAnswered(let id):
      Words(
        zh: "\(id) 还一步没做。先做第一步，再记控制。", en: "Nobody has done a step of \(id). Do the first, then contain it.")
    case .alreadyContained(let id):
      Words(zh: "\(id) 已控制。下一步是总结。", en: "\(id) is contained already. Review it next.")
    case .containedByStep(let id, let step):
      Words(
        zh: "\(id) 已控制，之前只做过第 \(step) 步，不能撤销。请先补记当时做的另一步。",
        en:
          "Step \(step) is all that was done before \(id) was contained, and stays. Mark another that was done by then first."
      )
    case .notContained(let id):
      Words(zh: "\(id) 还没控制。请先记控制。", en: "\(id) is not contained. Contain it first.")
    case .notReviewed(let id):
      Words(zh: "\(id) 还没有事后总结，不能结案。请先写总结。", en: "\(id) closes only with a review. Write it first.")
    case .stepsOpen(let id, let steps):
      Words(
        zh: "\(id) 还有 \(steps) 步没有处理。请逐步标完成，或写明原因不做。",
        en: "\(steps) steps of \(id) are not answered. Mark each done, or skip it with a reason.")
    default: .none
    }
  }
}
