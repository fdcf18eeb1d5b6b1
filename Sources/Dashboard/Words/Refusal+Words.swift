package import Desk
package import Foundation

extension Refusal {
  /// The obstacle in one sentence, and what to do instead; instants are told in the desk's zone.
  package func words(zone: TimeZone) -> Words {
    switch self {
    case .ticketUnknown(let id):
      Words(
        zh: "没有工单 \(id)。请核对单号，或按内容查找。",
        en: "There is no ticket \(id). Check the number, or find it by its text.")
    case .ticketEnded(let id, .merged):
      Words(
        zh: "\(id) 已并单。请在并入的那张单上处理，或先拆分。",
        en: "\(id) is merged. Work on the ticket that took it in, or split it off first.")
    case .ticketEnded(let id, let stage):
      Words(
        zh: "\(id) \(stage.words.zh)。要继续处理，请先重开。",
        en: "\(id) is \(stage.words.en). Reopen it to go on working.")
    case .ticketNotEnded(let id):
      Words(zh: "\(id) 还没有办结，不用重开。", en: "\(id) is still open: there is nothing to reopen.")
    case .ticketHeld(let id):
      Words(zh: "\(id) 正挂起。请先恢复。", en: "\(id) is held. Resume it first.")
    case .ticketNotHeld(let id):
      Words(zh: "\(id) 没有挂起，不用恢复。", en: "\(id) is not held: there is nothing to resume.")
    case .alreadyArrived(let id):
      Words(
        zh: "\(id) 已经到场。记错了可以撤销那一次。", en: "\(id): somebody is on site already. Undo that if it was wrong.")
    case .alreadyTold(let id):
      Words(
        zh: "\(id) 的报修人都已得到反馈。要补充请记备注。", en: "\(id): everyone who reported it was told. Add a note instead.")
    case .alreadyCompleted(let id):
      Words(zh: "\(id) 已经办结。请关闭，或重开。", en: "\(id) is completed already. Close it, or reopen it.")
    case .notAssigned(let id):
      Words(zh: "\(id) 还没有派工。请先派给一个人。", en: "\(id) is assigned to nobody. Assign it first.")
    case .alreadyAccepted(let id):
      Words(zh: "\(id) 已经接单。要换人请重新派工。", en: "\(id) is accepted already. Assign it again to change hands.")
    case .alreadyAssigned(let id, let staff):
      Words(
        zh: "\(id) 已经派给 \(staff.plainLine)。要换人请选别人。",
        en: "\(id) is \(staff.plainLine)'s already. Choose somebody else to change hands.")
    case .notCompleted(let id):
      Words(zh: "\(id) 还没有办结。请先办结再关闭。", en: "\(id) is not completed. Complete it, then close it.")
    case .feedbackOwed(let id, let reporters):
      Words(
        zh: "\(id) 还有 \(reporters) 位报修人没有得到反馈。请先反馈再关闭。",
        en: "\(id): reporters not told yet: \(reporters). Give feedback, then close it.")
    case .ownerNotTold(let id):
      Words(
        zh: "\(id) 待料挂起前要先告知业主。请先告知，记下已告知（命令行加 --told）。",
        en:
          "\(id): waiting for parts needs the owner told first. Tell them and record it (--told at the shell)."
      )
    case .notAComplaint(let id):
      Words(
        zh: "\(id) 不是投诉，不用定级和移交。要换人处理请派工。",
        en: "\(id) is not a complaint: it has no grade and nobody in charge. Assign it to change hands.")
    case .sameTicket(let id):
      Words(zh: "\(id) 不能并入它自己。请写另一张单号。", en: "\(id) cannot be merged into itself. Name the other ticket.")
    case .differentKind(let id, let other):
      Words(
        zh: "\(id) 和 \(other) 不是同一类，不能合并。可以在备注里互相注明。",
        en:
          "\(id) and \(other) are of different kinds and cannot be merged. Note each other's number instead.")
    case .cameWith(let id, let other):
      Words(
        zh: "这位是随 \(other) 并入 \(id) 的。拆回 \(other) 就行：frontdesk do \(other) split",
        en: "They came into \(id) with \(other). Take that out again: frontdesk do \(other) split")
    case .mergedFurther(let id, let other, let last):
      Words(
        zh: "\(id) 先并入 \(other)，\(other) 又并入了 \(last)。请先拆回 \(other)：frontdesk do \(other) split",
        en:
          "\(id) went into \(other), and that into \(last). Take \(other) out first: frontdesk do \(other) split"
      )
    case .mergedSince(let id, let other):
      Words(
        zh: "\(id) 之后并入了 \(other)。要撤销之前的，请先拆回 \(id)：frontdesk do \(id) split",
        en:
          "\(id) went into \(other) since. To undo what was before, take \(id) out first: frontdesk do \(id) split"
      )
    case .reporterUnknown(let id, let index):
      Words(
        zh: "\(id) 没有第 \(index + 1) 位报修人。请看详情里的名单。",
        en: "\(id) has no reporter number \(index + 1). See the list on its page.")
    case .reasonMissing: Words(zh: "请写明原因。", en: "Give the reason.")
    case .nameMissing: Words(zh: "请写明名字。", en: "Give the name.")
    case .textMissing: Words(zh: "请写内容。", en: "Write something.")
    case .subjectMissing: Words(zh: "请写事项，或选一个类别。", en: "Give a subject, or choose a category.")
    case .placeMissing: Words(zh: "请写房号或位置。", en: "Give the room or the place.")
    case .beforeStart(let id, let start):
      Words(
        zh: "\(id) \(start.deskText(zone)) 才开始。时间请写在那之后。",
        en: "\(id) began at \(start.deskText(zone)). Give a time after that.")
    case .inFuture(let instant):
      Words(
        zh: "\(instant.deskText(zone)) 还没有到。请写已经发生的时间。",
        en: "\(instant.deskText(zone)) has not come yet. Give the time when it happened.")
    case .nothingToUndo(let id):
      Words(
        zh: "\(id) 没有可以撤销的操作。可以用相反的操作改正。",
        en: "\(id): there is nothing to undo. Correct it by the opposite action.")
    case .changedSince(let id):
      Words(
        zh: "\(id) 之后又有别的变化，不能再撤销。请看经过再改正。",
        en: "\(id) has changed since: it cannot be undone. Look at its timeline and correct it.")
    case .changedMeanwhile(let stream, let events):
      Words(
        zh: "\(stream.rawValue.plainLine) 刚被改动（\(Refusal.changes(events).zh)）。请看过新内容再提交。",
        en:
          "\(stream.rawValue.plainLine) was changed meanwhile (\(Refusal.changes(events).en)). Look, then submit again."
      )
    case .idempotencyConflict:
      Words(
        zh: "同一条指令先前记的是别的内容。原来的记录没有动；请另作一条。",
        en: "The same command was recorded with other content before. That record stands; make a new one.")
    case .alreadyImported(let number):
      Words(
        zh: "\(number.log.plainLine) 的 \(number.number.plainLine) 早已导入，内容不同。原来的记录没有动；请在工单上改正。",
        en:
          "Number \(number.number.plainLine) of \(number.log.plainLine) was imported before with other content. That record stands; correct it on the ticket."
      )
    case .roundAlreadyImported(let number):
      Words(
        zh:
          "\(number.log.plainLine) 的第 \(number.number.plainLine) 轮早已导入，和这次不一样。原来的记录没有动；漏检的点位请用 round excuse 写说明。",
        en:
          "Round \(number.number.plainLine) of \(number.log.plainLine) was imported before, and otherwise than now. That record stands; explain a missed point with `round excuse`."
      )
    case .routeUnknown(let route):
      Words(
        zh: "没有巡查路线 \(route.plainLine)。请看 routes list。",
        en: "There is no patrol route \(route.plainLine). See `routes list`.")
    case .routeEmpty(let route):
      Words(
        zh: "路线 \(route.plainLine) 没有点位。请至少写一个。",
        en: "Route \(route.plainLine) has no checkpoints. Give it one at least.")
    case .pointTwice(let route, let point):
      Words(
        zh: "路线 \(route.plainLine) 的点位 \(point.plainLine) 写了两次。请改一个编号。",
        en: "Checkpoint \(point.plainLine) comes twice on route \(route.plainLine). Give one another id.")
    case .pointNameTwice(let route, let name):
      Words(
        zh: "路线 \(route.plainLine) 有两个点位都叫 \(name.plainLine)。请改一个名字。",
        en: "Two checkpoints of route \(route.plainLine) are called \(name.plainLine). Give one another name."
      )
    case .windowOutOfRange(let route, let point, let minutes):
      Words(
        zh: "路线 \(route.plainLine) 点位 \(point.plainLine) 的时限 \(minutes) 分钟不行。请写 1 到 1440 分钟。",
        en:
          "Checkpoint \(point.plainLine) of route \(route.plainLine) cannot be due within \(minutes) minutes. Give 1 to 1440."
      )
    case .pointUnknown(let route, let point):
      Words(
        zh: "路线 \(route.plainLine) 没有点位 \(point.plainLine)。请看 routes list。",
        en: "Route \(route.plainLine) has no checkpoint \(point.plainLine). See `routes list`.")
    case .reachedBeforeStart(let route, let point):
      Words(
        zh: "路线 \(route.plainLine) 的点位 \(point.plainLine) 早于这一轮开始。请改时间再导入。",
        en:
          "Checkpoint \(point.plainLine) of route \(route.plainLine) was reached before its round began. Correct the time and import again."
      )
    case .opensTooLate(let route, let point, let minutes):
      Words(
        zh: "路线 \(route.plainLine) 点位 \(point.plainLine) 的 opens 不能是 \(minutes)。请写 0 以上、小于 within 的分钟数。",
        en:
          "Checkpoint \(point.plainLine) of route \(route.plainLine) cannot open at \(minutes) minutes. Give 0 or more, less than within."
      )
    case .pointAlreadyChecked(let route, let point):
      Words(
        zh: "路线 \(route.plainLine) 的 \(point.plainLine) 本轮已打卡。下一轮再打。",
        en:
          "\(point.plainLine) on route \(route.plainLine) was checked in this round. It can be checked again next round."
      )
    case .roundAlreadyOpen(let round):
      Words(zh: "轮次 \(round) 还没有走完。请先走完这一轮。", en: "Round \(round) is not finished. Finish it first.")
    case .beforeRound(let round, let start):
      Words(
        zh: "轮次 \(round) \(start.deskText(zone)) 才开始。时间请写在那之后。",
        en: "Round \(round) began at \(start.deskText(zone)). Give a time after that.")
    case .roundUnknown(let round):
      Words(
        zh: "轮次 \(round) 不在台上。请看 routes list。", en: "Round \(round) is not on the desk. See `routes list`.")
    case .roundOver(let round):
      Words(
        zh: "轮次 \(round) 已结束，不能改派。请改派下一轮。",
        en: "Round \(round) is over and cannot be reassigned. Reassign the next one.")
    case .pointNotChecked(let route, let point):
      Words(
        zh: "路线 \(route.plainLine) 的 \(point.plainLine) 没有打卡，不用撤销。",
        en: "\(point.plainLine) of route \(route.plainLine) was not checked: nothing to undo.")
    case .pointNotMissed(let route, let point):
      Words(
        zh: "路线 \(route.plainLine) 的 \(point.plainLine) 没有漏检，不用说明。只给漏检的点位写说明。",
        en:
          "\(point.plainLine) on route \(route.plainLine) was not missed and needs no excuse. Excuse a missed one."
      )
    case .scheduleImpossible(let route):
      Words(
        zh:
          "路线 \(route.plainLine) 的周期不行。请写 1h 到 24h、daily、weekly（on 1 到 7）或 monthly（on 1 到 31）；until 只用于 1h 到 24h。",
        en:
          "The schedule of route \(route.plainLine) is not possible. Give 1h to 24h, daily, weekly (on 1 to 7) or monthly (on 1 to 31); until goes with hours only."
      )
    case .calendarEmpty(let year):
      Words(
        zh: "\(year) 年一天也没有写。请核对文件。", en: "There is not one date for \(year). Check the file.")
    case .dateOutOfYear(let date, let year):
      Words(
        zh: "\(date) 不归 \(year) 年的通知。请写到它那一年。",
        en: "\(date) does not belong to the announcement of \(year). Put it into its own year.")
    case .dateTwice(let date, let year):
      Words(
        zh: "\(year) 年的 \(date) 写了两次。请去掉一行。",
        en: "\(date) comes twice for \(year). Take one line away.")
    case .tooLongAgo(let instant, let supervisors):
      .tooLongAgo(instant.deskText(zone), supervisors)
    case .nothingToAcknowledge(let id):
      Words(
        zh: "\(id) 没有等人确认的超时。", en: "\(id): no missed clock waits for anybody to acknowledge it.")
    case .notBreached(let id, let clock):
      Words(
        zh: "\(id) 的\(clock.words.zh)时限没有超时记录，不用更正。",
        en: "\(id): the \(clock.words.en) clock was not missed; there is nothing to correct.")
    case .keptTooLate(let id, let due):
      .keptTooLate(id, due.deskText(zone))
    case .holdNotListed(let reason):
      Words(
        zh: "承诺里没有把“\(reason.words.zh)”列为可以挂起的原因。请选列出的原因。",
        en: "The policy does not list \(reason.words.en) as a reason to hold. Choose a listed one.")
    case .life(let id, let obstacle): obstacle.words(id, zone: zone)
    case .supervisorNeeded(let name, let supervisors): .supervisorNeeded(name, supervisors)
    case .postNeeded(let name, let posts): .postNeeded(name.plainLine, posts.map(\.words))
    case .duty(let refusal): refusal.words
    case .assetUnknown(let id):
      Words(
        zh: "没有设备 \(id.plainLine)。请看 assets list，或先导入。",
        en: "There is no equipment \(id.plainLine). See `assets list`, or import it first.")
    case .assetRetired(let id):
      Words(
        zh: "设备 \(id.plainLine) 已停用。请换一个，或重新导入它。",
        en: "\(id.plainLine) is out of use. Choose another, or import it anew.")
    case .staffUnknown(let name):
      Words(
        zh: "没有员工 \(name.plainLine)。请看 staff list。",
        en: "There is nobody called \(name.plainLine) on the staff. See `staff list`.")
    case .incident(let refusal): refusal.words(zone: zone)
    case .shift(let refusal): refusal.words(zone: zone)
    case .visit(let refusal): refusal.words(zone: zone)
    case .lastSupervisor(let name):
      Words(
        zh: "\(name.plainLine) 是名册上最后一位主管或项目经理，要留着。请先登记另一位：frontdesk staff add 姓名 --role supervisor",
        en:
          "\(name.plainLine) is the last supervisor or manager on the staff and has to stay. Add another first: frontdesk staff add NAME --role supervisor"
      )
    case .staffHasWork(let name, let tickets):
      Words(
        zh: "\(name.plainLine) 手上还有 \(tickets) 张单。请先改派。",
        en: tickets == 1
          ? "\(name.plainLine) still has 1 open ticket. Assign it to somebody else first."
          : "\(name.plainLine) still has \(tickets) open tickets. Assign them to others first.")
    case .staffOnShift(let name, let shift):
      Words(
        zh: "\(name.plainLine) 还在\(shift.words.zh)的岗上。请先用 frontdesk shift staff --on 姓名 写明留下的人，或先交接班。",
        en:
          "\(name.plainLine) is on the \(shift.words.en) still. First name who stays on with `frontdesk shift staff --on NAME`, or hand the shift over."
      )
    }
  }

  /// Who changed what, the latest two: a line has no room for more.
  private static func changes(_ events: [RecordedEvent]) -> Words {
    let changes = events.suffix(2).map { recorded in
      let (name, words) = (recorded.actor.name.plainLine, recorded.event.words)
      return Words(zh: "\(name) \(words.zh)", en: "\(name): \(words.en)")
    }
    return Words(list: changes, zh: "；", en: "; ")
  }
}

extension Words {
  fileprivate static func tooLongAgo(_ time: String, _ supervisors: [String]) -> Words {
    let others = supervisors.map(\.plainLine)
    guard !others.isEmpty else {
      return Words(
        zh: "\(time) 太早，要主管来补记，名册上还没有主管。请先登记：frontdesk staff add 姓名 --role supervisor",
        en:
          "\(time) is too long ago: a supervisor must write it down, and there is none on the staff yet. Add one: frontdesk staff add NAME --role supervisor"
      )
    }
    return Words(
      zh: "\(time) 太早，请 \(others.joined(separator: "、")) 来补记，或写近一些的时间。",
      en:
        "\(time) is too long ago. Ask \(others.joined(separator: ", ")) to write it down, or give a later time."
    )
  }

  fileprivate static func keptTooLate(_ id: TicketID, _ due: String) -> Words {
    Words(
      zh: "\(id) 应于 \(due) 前做到。要更正请用 --at 写明实际做到的时间，不晚于这个时间。",
      en:
        "\(id) was due by \(due). To correct it, give the time it was kept with --at, no later than that.")
  }

  fileprivate static func postNeeded(_ name: String, _ posts: [Words]) -> Words {
    let posts = Words(list: posts)
    return Words(
      zh: "完整电话只给\(posts.zh)看，\(name) 不是。请他们来看。",
      en: "Whole phones are for \(posts.en) only, and \(name) is none. Ask one of them.")
  }

  fileprivate static func supervisorNeeded(_ name: String, _ supervisors: [String]) -> Words {
    let (name, others) = (name.plainLine, supervisors.map(\.plainLine))
    guard !others.isEmpty else {
      return Words(
        zh: "这要主管来做，名册上还没有主管。请先登记：frontdesk staff add 姓名 --role supervisor",
        en:
          "A supervisor must do this, and there is none on the staff yet. Add one: frontdesk staff add NAME --role supervisor"
      )
    }
    return Words(
      zh: "\(name) 不是主管，不能这样做。请交给 \(others.joined(separator: "、"))。",
      en: "\(name) is no supervisor and may not do this. Ask \(others.joined(separator: ", ")).")
  }
}
