import Desk
import Foundation

extension Model {
  /// Answers the governing clock: the first of arrival, feedback and completion that it still lacks. Where several wait for feedback, one
  /// says who was told.
  mutating func answer() -> [Effect] {
    if isOnPatrol { return askCheckIn() }
    if isOnIncidents { return doStep() }
    if isOnHandover { return acknowledge() }
    if isOnVisitors { return registerVisit() }
    let answers = targets.map { id in desk.tickets[id].flatMap { Model.answer(to: $0, desk.policy(of: $0)) } }
    if !targets.isEmpty, answers.allSatisfy({ $0 == nil }) {
      say(Model.nothingRuns)
      return []
    }
    if targets.count == 1, let ticket = targets.first.flatMap({ desk.tickets[$0] }), let answer = answers[0] {
      switch answer {
      case .giveFeedback where ticket.work.reporters.count(where: { $0.toldAt == nil }) > 1:
        return choose(.owedReporters(self, ticket))
      case .complete where ticket.rule.explains: return prompt(.explain)
      default: break
      }
    }
    let policies = desk.policies
    return order { Model.answer(to: $0, policies[$0.policyVersion]) }
  }

  /// What answers a ticket's governing clock; nil when nothing runs. An escalation nobody took notice of comes before the clock.
  ///
  /// *Decision: of a promise to finish, that somebody came and that the callers were told come first, where they are owed too: they are done
  /// first, and whoever wants to say that it is repaired has F8.*
  static func answer(to ticket: Ticket, _ policy: Policy) -> TicketCommand? {
    if ticket.openEscalation(policy) != nil { return .acknowledge }
    let open = ticket.clocks(policy).filter(\.isOpen)
    guard let governing = ticket.governingClock(policy) else { return nil }
    switch governing.id {
    case .onSite, .complaintOnSite: return .arrive
    case .feedback, .complaintFeedback: return .giveFeedback(text: "", reporter: nil)
    case .vital, .lighting, .complaintResolve, .logDue, .promise:
      if open.contains(where: { $0.id == .onSite || $0.id == .complaintOnSite }) { return .arrive }
      if ticket.work.everyoneToldAt == nil,
        open.contains(where: { $0.id == .feedback || $0.id == .complaintFeedback })
      {
        return .giveFeedback(text: "", reporter: nil)
      }
      return ticket.stage == .completed ? nil : .complete(text: "")
    }
  }

  static let nothingRuns = Words(zh: "没有在走的时限", en: "No clock is running on it")

  /// The next step of a ticket's life.
  func nextStep(_ ticket: Ticket) -> LifeStep { ticket.nextStep(desk.policy(of: ticket).limits) }

  /// Does the next step: complete, sign, check, follow up, close. One key where nothing has to be said; several tickets go on together
  /// where they stand at the same step.
  ///
  /// *Decision: what nobody took may be finished, because a call that the desk itself answered has nobody to send, and its clocks ran only
  /// to when it was done. Who did it is asked when it is signed for, without which a repair is never closed (S074).*
  mutating func done() -> [Effect] {
    if isOnIncidents { return advanceIncident() }
    if isOnHandover { return advanceHandover() }
    if isOnDuties { return dischargeDuty() }
    if isOnVisitors { return endVisit() }
    let tickets = targets.compactMap { desk.tickets[$0] }
    guard let first = tickets.first, canWrite() else { return order { _ in nil } }
    let step = nextStep(first)
    guard tickets.allSatisfy({ nextStep($0) == step }) else {
      say(
        Words(zh: "选中的单不在同一步，请分开办", en: "Those marked are at different steps; take them apart"), isAlert: true
      )
      return []
    }
    switch step {
    case .complete where tickets.contains(where: \.rule.explains): return prompt(.explain)
    case .complete: return order { _ in .complete(text: "") }
    case .sign where tickets.contains { $0.work.assignee == nil }: return choose(.doers(self, tickets))
    case .sign: return order { _ in .paper(.sign) }
    case .check:
      let name = actor.name
      if tickets.allSatisfy({ $0.maySecond(name) }) { return order { _ in .paper(.passCheck(by: nil)) } }
      return choose(.checkers(self, tickets))
    case .followUp: return choose(.ratings(self))
    case .close: return order { _ in .close(text: "") }
    }
  }

  /// Names a price, or says whether the owner pays what was named.
  mutating func quote() -> [Effect] {
    let trial = PaperCommand.quote(amount: 1, what: "?")
    if let id = target, let words = obstacle(to: .ticket(id, .paper(trial))),
      desk.tickets[id]?.work.papers.charge == nil
    {
      say(words, isAlert: true)
      return []
    }
    return choosing { .charges($0) }
  }

  mutating func handOff() -> [Effect] { choosing { .successors($0) } }

  /// Asks why it is opened again, unless all that are meant are merged: those come back by being taken apart.
  mutating func reopen() -> [Effect] {
    let obstacles = targets.map { desk.tickets[$0] == nil ? obstacle(to: .reopen, ofEnded: $0) : nil }
    guard !obstacles.contains(nil), let words = obstacles.first ?? nil else { return prompt(.reopen) }
    say(words, isAlert: true)
    return []
  }

  /// A merged ticket comes back, or one of several reporters leaves.
  mutating func split() -> [Effect] {
    guard let id = target, let ticket = desk.tickets[id] ?? shownTicket(id) else {
      return order { _ in nil }
    }
    guard ticket.stage != .merged, ticket.work.reporters.count > 1 else {
      return order([id]) { _ in .split(reporter: nil) }
    }
    return choosing { .leavers($0, ticket) }
  }

  private mutating func choosing(_ picker: (Model) -> PickerPage) -> [Effect] {
    guard canWrite() else { return [] }
    guard !targets.isEmpty else { return order { _ in nil } }
    return choose(picker(self))
  }

  private mutating func choose(_ picker: PickerPage) -> [Effect] {
    guard canWrite() else { return [] }
    layers.append(.picker(picker))
    return []
  }
}
