import Desk
import Foundation

/// Sixteen bytes that tell whether two commands with one id ask for the same. Kept with the first event of a command. It covers what was
/// asked, when it happened and who asked; not when it was recorded, what they had read, or a name or phone, which must leave no trace.
enum CommandDigest {
  static func of(_ submission: Submission) -> [UInt8] {
    var writer = PayloadWriter()
    writer.put("at", submission.occurredAt)
    writer.put("actor", submission.actor.name)
    writer.put("desk", submission.actor.desk)
    writer.put("command") { write(submission.command, to: &$0) }
    return HashChain.digest(writer.finished()[...], length: 16)
  }

  private static func write(_ command: Command, to it: inout PayloadWriter) {
    switch command {
    case .report(let ticket): it.put("report", texts: { each(of: ticket, $0) })
    case .importTicket(let ticket): write(ticket, to: &it)
    case .ticket(let id, let command):
      it.put("ticket", id.description)
      write(command, to: &it)
    case .publishRoute(let route): it.put("publishRoute") { $0.put(route: route) }
    case .startRound(let route, let name): it.put("startRound", [route, name])
    case .checkIn(let route, let point, let name, let result, let note, let method):
      it.put("checkIn", [route, point, name, result.rawValue, note, method])
    case .takeBackCheckIn(let id, let point): it.put("takeBackCheckIn", [id.description, point])
    case .assignRound(let id, let name): it.put("assignRound", [id.description, name])
    case .excuseMiss(let id, let point, let reason):
      it.put("excuseMiss", [id.description, point, reason])
    case .importRound(let round):
      it.put("importRound", [round.source.log, round.source.number, round.guardName, round.method])
      it.put("route") { $0.put(route: round.route) }
      it.put("start", round.start)
      it.put(
        "reached", round.reached.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.milliseconds)" })
      it.put("abandoned", "\(round.isAbandoned)")
    case .joinStaff(let member):
      it.put("joinStaff", [member.name] + member.skills)
      it.put("role", member.role?.rawValue)
    case .leaveStaff(let name): it.put("leaveStaff", name)
    case .publishCalendar(let year): it.put("publishCalendar") { $0.put(year: year) }
    case .publishPolicy(let policy): it.put("publishPolicy", policy.json5)
    case .household(let place, let command): write(command, of: place, to: &it)
    case .publishPlan(let plan): it.put("publishPlan") { $0.put(plan: plan) }
    case .declareIncident(let incident):
      it.put(
        "declare",
        [
          incident.plan, incident.place.text, incident.text, "\(incident.isDrill)",
          incident.cause?.description ?? "",
        ])
    case .incident(let id, let command): it.put("incident", [id.description] + asked(command))
    case .startShift(let name, let staff): it.put("startShift", [name.rawValue] + staff)
    case .shift(let id, let command): it.put("shift", [id.description] + asked(command))
    case .registerVisit(let arrival):
      it.put(
        "registerVisit", [arrival.place.text, arrival.purpose.rawValue, arrival.text, arrival.contact ?? ""])
    case .endVisit(let id): it.put("endVisit", id.description)
    case .takeBackVisit(let id): it.put("takeBackVisit", id.description)
    case .publishDuties(let duties): it.put("publishDuties", duties.json5)
    case .duty(let id, .discharge(let span, let proof, let figure)):
      it.put("discharge", [id, span ?? "", proof, figure.map { "\($0)" } ?? ""])
    case .duty(let id, .waive(let span, let reason)): it.put("waive", [id, span ?? "", reason])
    case .asset(let id, let command): write(command, on: id, to: &it)
    case .recordCrossings: it.put("recordCrossings", "")
    }
  }

  private static func write(_ ticket: ImportedTicket, to it: inout PayloadWriter) {
    it.put(
      "import",
      texts: { put in
        put(ticket.source.log)
        put(ticket.source.number)
        each(of: ticket.report, put)
      })
    it.put("reportedAt", ticket.reportedAt)
    it.put("closedAt", ticket.closedAt)
    it.put("due", ticket.dueAt)
  }

  private static func write(_ command: AssetCommand, on id: String, to it: inout PayloadWriter) {
    switch command {
    case .keep(let asset):
      it.put("asset", id)
      it.put("keep") { $0.put(asset: asset) }
    case .service(let text): it.put("service", [id, text])
    case .retire(let reason): it.put("retire", [id, reason])
    }
  }

  private static func write(_ command: HouseholdCommand, of place: Place, to it: inout PayloadWriter) {
    switch command {
    case .keep(let contact): it.put("keep", [place.text, contact])
    case .reveal(let contact, let reason): it.put("reveal", [place.text, contact, reason])
    case .erase(let contact, let reason): it.put("erase", [place.text, contact ?? "", reason])
    }
  }

  /// A report as it was asked for: its texts are not made plain here, because the decision does that, and in bulk it counts twice.
  private static func each(of ticket: NewTicket, _ put: (String) -> Void) {
    put(ticket.kind.rawValue)
    put(ticket.place.text)
    put(ticket.category)
    put(ticket.subject)
    put(ticket.text)
    put(ticket.urgency.rawValue)
    put(ticket.complexity.rawValue)
    put(ticket.channel.rawValue)
    put(ticket.contact ?? "")
    put(ticket.origin.map { "\($0.round) \($0.point)" } ?? "")
    if let incident = ticket.incident { put(incident.description) }
    if let asset = ticket.asset { put("asset:\(asset)") }
    if let duty = ticket.duty { put("duty:\(duty)") }
    if ticket.mayLack { put("mayLack") }
  }

  private static func asked(_ command: IncidentCommand) -> [String] {
    switch command {
    case .doStep(let step, let name): ["doStep", step.map(String.init) ?? "", name]
    case .skipStep(let step, let reason): ["skipStep", step.map(String.init) ?? "", reason]
    case .takeBackStep(let step): ["takeBackStep", "\(step)"]
    case .sendNotice(let text): ["sendNotice", text]
    case .link(let ticket, let isCause): ["link", ticket.description, "\(isCause)"]
    case .contain(let text): ["contain", text]
    case .review(let text): ["review", text]
    case .close: ["close"]
    }
  }

  private static func asked(_ command: ShiftCommand) -> [String] {
    switch command {
    case .staff(let on): ["staff"] + on
    case .note(let text, let isRed): ["note", text, "\(isRed)"]
    case .draft: ["draft"]
    case .signOut: ["signOut"]
    case .acknowledge(let item): ["acknowledge", "\(item)"]
    case .signIn(let next, let on): ["signIn", next?.rawValue ?? ""] + on
    }
  }

  private static func write(_ command: TicketCommand, to it: inout PayloadWriter) {
    switch command {
    case .join(let contact, let text): it.put("join", [contact == nil ? "" : "+", contact ?? "", text])
    case .merge(let other, nil): it.put("merge", other.description)
    case .merge(let other, let index?): it.put("merge", [other.description, String(index)])
    case .split(let reporter): it.put("split", reporter.map { String($0) } ?? "")
    case .complain(let text): it.put("complain", text)
    case .paper(let command): write(command, to: &it)
    case .categorise(let category, let complexity): it.put("categorise", [category, complexity.rawValue])
    case .setUrgency(let urgency, let reason): it.put("setUrgency", [urgency.rawValue, reason])
    case .grade(let grade): it.put("grade", grade.rawValue)
    case .assign(let staff): it.put("assign", staff)
    case .accept: it.put("accept", "")
    case .decline(let reason): it.put("decline", reason)
    case .arrive: it.put("arrive", "")
    case .giveFeedback(let text, let reporter):
      it.put("giveFeedback", [text] + (reporter.map { [String($0)] } ?? []))
    case .startWork: it.put("startWork", "")
    case .hold(let reason, let evidence, let told): it.put("hold", [reason.rawValue, evidence, "\(told)"])
    case .resume: it.put("resume", "")
    case .notifyOwner(let text): it.put("notifyOwner", text)
    case .complete(let text): it.put("complete", text)
    case .close(let text): it.put("close", text)
    case .reopen(let reason): it.put("reopen", reason)
    case .cancel(let reason): it.put("cancel", reason)
    case .acknowledge: it.put("acknowledge", "")
    case .rescind(let clock, let reason, let missed):
      it.put("rescind", [clock.rawValue, reason] + (missed.map { ["\($0.milliseconds)"] } ?? []))
    case .restoreBreach(let clock, let missed):
      it.put("restoreBreach", [clock.rawValue, "\(missed.milliseconds)"])
    case .applyPolicy: it.put("applyPolicy", "")
    case .note(let text): it.put("note", text)
    case .undo(let command, let work):
      it.put("undo", command.uuidString)
      it.put("restores") { $0.put(work: work) }
    }
  }

  private static func write(_ command: PaperCommand, to it: inout PayloadWriter) {
    switch command {
    case .sign: it.put("sign", "")
    case .passCheck(let name): it.put("passCheck", name ?? "")
    case .failCheck(let name, let reason): it.put("failCheck", [name ?? "", reason])
    case .followUp(let rating, let text): it.put("followUp", [String(rating), text])
    case .reachNobody(let text): it.put("reachNobody", text)
    case .quote(let amount, let what): it.put("quote", [String(amount), what])
    case .acceptCharge: it.put("acceptCharge", "")
    case .declineCharge(let reason): it.put("declineCharge", reason)
    case .orderPart(let what, let expected):
      it.put("orderPart", what)
      it.put("expected", expected)
    case .promise(let date, let text):
      it.put("promise", text)
      it.put("promisedAt", date)
    case .handOff(let name): it.put("handOff", name)
    case .nameCause(let text): it.put("nameCause", text)
    case .amend(let amendment): it.put("amend") { $0.put(amendment: amendment) }
    }
  }
}
