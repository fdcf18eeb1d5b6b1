import Desk
import Foundation

// The shapes that more than one payload or row shares. Their keys are permanent.

extension PayloadWriter {
  mutating func put(report: Reported) {
    put("kind", report.kind.rawValue)
    put("place", report.place.text)
    put("category", report.category)
    put("subject", report.subject)
    put("text", report.text)
    put("urgency", report.urgency.rawValue)
    put("complexity", report.complexity.rawValue)
    put("channel", report.channel.rawValue)
    put("contact", report.contact)
    put(origin: report.origin)
    put("asset", report.asset)
    put(source: report.source)
    if let due = report.due { put("due", Int(due)) }
    put("inCharge", report.inCharge)
    put("splitFrom", report.splitFrom?.description)
    put("offeredAt", report.offeredAt)
    if report.policy != 0 { put("policy", report.policy) }
  }

  mutating func put(origin: PatrolOrigin?) {
    guard let origin else { return }
    put("originRound", origin.round.description)
    put("originPoint", origin.point)
  }

  mutating func put(source: LogNumber?) {
    guard let source else { return }
    put("log", source.log)
    put("logNumber", source.number)
  }

  mutating func put(route: Route) {
    put("id", route.id)
    put("name", route.name)
    put("points", objects: route.points) { writer, point in
      writer.put("id", point.id)
      writer.put("name", point.name)
      if point.opens != 0 { writer.put("opens", point.opens) }
      writer.put("within", point.within)
      writer.put("asset", point.asset)
    }
    guard let schedule = route.schedule else { return }
    put("every", schedule.frequency.stored)
    put("from", schedule.from)
    if let until = schedule.until { put("until", until) }
    put("guard", schedule.guardName)
  }

  mutating func put(work: TicketWork) {
    put("category", work.category)
    put("complexity", work.complexity.rawValue)
    put("urgency", work.urgency.rawValue)
    put("grade", work.grade.rawValue)
    put("stage", work.stage.rawValue)
    put("assignee", work.assignee)
    put("urgentSince", work.urgentSince)
    put("offeredAt", work.offeredAt)
    put("acceptedAt", work.acceptedAt)
    put("begunAt", work.begunAt)
    put("arrivedAt", work.arrivedAt)
    put("returnedAt", work.returnedAt)
    put("leftAt", work.leftAt)
    put("completedAt", work.completedAt)
    put("closedAt", work.closedAt)
    put("ownerNotifiedAt", work.ownerNotifiedAt)
    if !work.holds.isEmpty { put("holds", objects: work.holds) { $0.put(hold: $1) } }
    put(reporters: work.reporters)
    put("cycle", work.cycle)
    put("cycleStartedAt", work.cycleStartedAt)
    put("version", work.version)
    put("mergedInto", work.mergedInto?.description)
    put("stageBefore", work.stageBefore?.rawValue)
    if !work.hasNoPapers { put("papers") { $0.put(papers: work.papers) } }
  }

  private mutating func put(hold: Hold) {
    put("reason", hold.reason.rawValue)
    put("evidence", hold.evidence)
    put("from", hold.from)
    put("to", hold.to)
    put("stage", hold.stage.rawValue)
  }
}

extension PayloadObject {
  func report() throws(PayloadError) -> Reported {
    var ticket = NewTicket(
      kind: try word("kind"), place: Place(stored: ""), category: "", subject: "", text: "",
      urgency: try word("urgency"), complexity: try word("complexity"), channel: try word("channel"),
      contact: try textOrNil("contact"))
    ticket.origin = try origin()
    ticket.asset = try textOrNil("asset")
    var report = Reported(ticket, source: try source(), dueAt: nil)
    report.place = Place(stored: try text("place"))
    report.category = try text("category")
    report.subject = try text("subject")
    report.text = try text("text")
    report.due = try numberOrNil("due")
    report.inCharge = try textOrNil("inCharge")
    if self["splitFrom"] != nil { report.splitFrom = try self.ticket("splitFrom") }
    report.offeredAt = try dateOrNil("offeredAt")
    report.policy = try numberOrNil("policy").map(Int.init) ?? 0
    return report
  }

  func origin() throws(PayloadError) -> PatrolOrigin? {
    guard let round = try textOrNil("originRound") else { return nil }
    guard let id = RoundID(round) else { throw PayloadError(reason: "\(round) is no round") }
    return PatrolOrigin(round: id, point: try text("originPoint"))
  }

  func source() throws(PayloadError) -> LogNumber? {
    guard let log = try textOrNil("log") else { return nil }
    return LogNumber(log: log, number: try text("logNumber"))
  }

  func ticket(_ key: StaticString) throws(PayloadError) -> TicketID {
    let text = try text(key)
    guard let id = TicketID(stored: text) else { throw PayloadError(reason: "\(key) is \(text)") }
    return id
  }

  func route() throws(PayloadError) -> Route {
    var points: [Checkpoint] = []
    for point in try objects("points") {
      points.append(
        Checkpoint(
          id: try point.text("id"), name: try point.text("name"),
          opens: try point.numberOrNil("opens").map { Int($0) } ?? 0, within: try point.number("within"),
          asset: try point.textOrNil("asset")))
    }
    return Route(id: try text("id"), name: try text("name"), points: points, schedule: try schedule())
  }

  private func schedule() throws(PayloadError) -> RoundSchedule? {
    guard let every = try textOrNil("every") else { return nil }
    guard let frequency = RoundSchedule.Frequency(stored: every) else {
      throw PayloadError(reason: "every is \(every)")
    }
    return RoundSchedule(
      frequency, from: try number("from"), until: try numberOrNil("until").map { Int($0) },
      guardName: try text("guard"))
  }

  func work() throws(PayloadError) -> TicketWork {
    let ticket = NewTicket(
      kind: .repair, place: Place(stored: ""), category: "", subject: "", urgency: try word("urgency"),
      complexity: try word("complexity"))
    let start = try date("cycleStartedAt")
    var work = TicketWork(Reported(ticket), at: start)
    work.category = try text("category")
    work.grade = try word("grade")
    work.stage = try word("stage")
    work.assignee = try textOrNil("assignee")
    work.urgentSince = try dateOrNil("urgentSince")
    work.offeredAt = try dateOrNil("offeredAt")
    work.acceptedAt = try dateOrNil("acceptedAt")
    work.begunAt = try dateOrNil("begunAt")
    work.arrivedAt = try dateOrNil("arrivedAt")
    work.returnedAt = try dateOrNil("returnedAt")
    work.leftAt = try dateOrNil("leftAt")
    work.completedAt = try dateOrNil("completedAt")
    work.closedAt = try dateOrNil("closedAt")
    work.ownerNotifiedAt = try dateOrNil("ownerNotifiedAt")
    work.holds = try holds()
    work.reporters = try reporters()
    work.cycle = try number("cycle")
    work.version = try numberOrNil("version").map(Int.init) ?? 1
    work.mergedInto = try textOrNil("mergedInto") == nil ? nil : try self.ticket("mergedInto")
    work.stageBefore = try textOrNil("stageBefore") == nil ? nil : try word("stageBefore")
    if self["papers"] != nil { work.papers = try object("papers").papers() }
    return work
  }

  private func holds() throws(PayloadError) -> [Hold] {
    var holds: [Hold] = []
    for it in try objects("holds") {
      var hold = Hold(
        reason: try it.word("reason"), evidence: try it.text("evidence"), from: try it.date("from"),
        stage: try it.word("stage"))
      hold.to = try it.dateOrNil("to")
      holds.append(hold)
    }
    return holds
  }

  func reporters() throws(PayloadError) -> [Reporter] {
    var reporters: [Reporter] = []
    for it in try objects("reporters") {
      reporters.append(
        Reporter(
          contact: try it.textOrNil("contact"), joinedAt: try it.date("joinedAt"),
          toldAt: try it.dateOrNil("toldAt"), said: try it.textOrNil("said")))
    }
    return reporters
  }
}

extension PayloadWriter {
  mutating func put(reporters: [Reporter]) {
    put("reporters", objects: reporters) { writer, reporter in
      writer.put("contact", reporter.contact)
      writer.put("joinedAt", reporter.joinedAt)
      writer.put("toldAt", reporter.toldAt)
      writer.put("said", reporter.said)
    }
  }
}

extension Policy {
  /// Reads a policy as it was published.
  init(stored text: String) throws(PayloadError) {
    do { try self.init(recorded: text) } catch {
      throw PayloadError(reason: "policy, line \(error.line), column \(error.column): \(error.fault)")
    }
  }
}

extension PayloadWriter {
  mutating func put(escalation: Escalation) {
    put("cause", escalation.cause.rawValue)
    put("clock", escalation.clock?.rawValue)
    put("level", escalation.level)
    put("role", escalation.role.rawValue)
    put("cycle", escalation.cycle)
    put("since", escalation.since)
  }
}

extension PayloadObject {
  func escalation() throws(PayloadError) -> Escalation {
    let clock: ClockID? = try textOrNil("clock") == nil ? nil : try word("clock")
    return Escalation(
      try word("cause"), clock: clock, level: try number("level"), to: try word("role"),
      cycle: try number("cycle"), since: try date("since"))
  }
}

extension PayloadObject {
  func staffMember() throws(PayloadError) -> StaffMember {
    let role: StaffRole? = try textOrNil("role") == nil ? nil : try word("role")
    return StaffMember(name: try text("name"), skills: try texts("skills"), role: role)
  }
}

extension PayloadWriter {
  mutating func put(year: HolidayYear) {
    put("year", year.year)
    put("days", objects: year.days) { writer, day in
      writer.put("date", day.date.description)
      writer.put("name", day.name)
      writer.put("kind", day.kind.rawValue)
    }
  }
}

extension PayloadObject {
  func year() throws(PayloadError) -> HolidayYear {
    var days: [AnnouncedDay] = []
    for it in try objects("days") {
      let text = try it.text("date")
      guard let date = CivilDate(text) else { throw PayloadError(reason: "date is \(text)") }
      days.append(AnnouncedDay(date: date, name: try it.text("name"), kind: try it.word("kind")))
    }
    return HolidayYear(year: try number("year"), days: days)
  }
}
