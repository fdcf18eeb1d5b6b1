import Foundation

extension Desk {
  /// What is wrong with the desk, in the words of the rules; empty when every invariant holds. For tests.
  package func brokenInvariants() -> [String] {
    var broken: [String] = []
    for (id, ticket) in tickets {
      if ticket.id != id { broken.append("\(id) is kept under another number") }
      if ticket.isEnded { broken.append("\(id) has ended and is still on the desk") }
      if (lastNumber[id.kind] ?? 0) < id.number { broken.append("\(id) is beyond the last number given out") }
      broken += (ticket.work.broken + ticket.brokenPapers).map { "\(id): \($0)" }
      let keys = ticket.crossings.filter { $0.rescindedAt == nil }.map {
        "\($0.clock.rawValue) \($0.left ?? -1) \($0.cycle) \($0.at)"
      }
      if Set(keys).count != keys.count { broken.append("\(id): a crossing was recorded twice") }
    }
    broken += brokenAgenda
    for state in routes.values {
      if let last = state.lastRound, rounds[last] == nil {
        broken.append("route \(state.route.id) lost its round")
      }
    }
    for (id, ticket) in tickets {
      if let asset = ticket.asset, assets[asset] == nil {
        broken.append("\(id) names equipment nobody registered")
      }
    }
    for (id, state) in assets {
      if state.asset.id != id { broken.append("equipment \(id) is kept under another key") }
      broken += state.broken.map { "equipment \(id): \($0)" }
    }
    for (id, state) in ledger.states { broken += state.broken.map { "duty \(id): \($0)" } }
    for (id, visit) in visits { broken += visit.broken(under: id) }
    if visits.values.count(where: { !$0.isInside }) > Desk.keptVisits {
      broken.append("more visits that are over than are kept")
    }
    broken += incidents.values.flatMap(\.broken) + shifts.values.flatMap(\.broken)
    if shifts.values.count(where: \.isOpen) > 1 { broken.append("two shifts are on") }
    return broken
  }
}

extension AssetState {
  fileprivate var broken: [String] {
    var broken: [String] = []
    if asset.name.isEmpty { broken.append("it has no name") }
    if services != services.sorted() { broken.append("its services are out of order") }
    if faultCount < faults.count { broken.append("more faults are on record than were counted") }
    return broken
  }
}

extension DutyState {
  fileprivate var broken: [String] {
    var broken: [String] = []
    let numbers = spans.map(\.index)
    if numbers != Set(numbers).sorted() { broken.append("a span is twice or out of order") }
    for span in spans {
      if span.dischargedAt != nil, span.proof.isEmpty, span.figure == nil {
        broken.append("discharged without proof")
      }
      if span.waivedAt != nil, span.reason.isEmpty { broken.append("waived without a reason") }
      if span.isSettled || span.isOverdue, span.index >= open ?? .min {
        broken.append("what is on record is to come")
      }
    }
    return broken
  }
}

extension Visit {
  fileprivate func broken(under key: VisitID) -> [String] {
    var broken: [String] = []
    if id != key { broken.append("\(id) is kept under another number") }
    if arrival.place.text.isEmpty { broken.append("\(id) visits nobody") }
    if let leftAt, leftAt < arrivedAt { broken.append("\(id) left before they arrived") }
    if leftAt != nil, voidedAt != nil { broken.append("\(id) left and never came") }
    return broken
  }
}

extension Incident {
  fileprivate var broken: [String] {
    var broken: [String] = []
    if Set(crossed).count != crossed.count { broken.append("\(id): a crossing was recorded twice") }
    if isDrill, !crossed.isEmpty { broken.append("\(id): a drill raised an alarm") }
    if steps.count != plan.steps.count { broken.append("\(id) lost the steps of its plan") }
    if closedAt != nil, review == nil || contained == nil || answered < steps.count {
      broken.append("\(id) closed before it was over")
    }
    return broken
  }
}

extension Shift {
  fileprivate var broken: [String] {
    var broken: [String] = []
    if staff.isEmpty { broken.append("\(id): nobody is on") }
    guard let signedIn else { return broken }
    if !unseen.isEmpty { broken.append("\(id) was taken over with red items unseen") }
    if signedOut == nil || signedOut?.by == signedIn.by { broken.append("\(id) changed no hands") }
    return broken
  }
}

extension Ticket {
  fileprivate var brokenPapers: [String] {
    let papers = work.papers
    var broken: [String] = []
    if rule.isGraded, papers.inCharge?.isEmpty != false {
      broken.append("nobody is in charge of a complaint")
    }
    if papers.checkedBy != nil, papers.signedBy == nil { broken.append("checked and not signed") }
    if let name = papers.checkedBy, name == papers.signedBy { broken.append("checked by who signed") }
    if stage != .completed, papers.signedBy != nil || papers.rating != nil || papers.attempts > 0 {
      broken.append("vouched for before it was completed")
    }
    if place.text.isEmpty, !reported.place.text.isEmpty { broken.append("its place was lost") }
    if lacksMatter, !reported.subject.isEmpty { broken.append("what it is about was lost") }
    if let rating = papers.rating, !(1...5).contains(rating) { broken.append("rated out of range") }
    return broken
  }
}

extension TicketWork {
  fileprivate var broken: [String] {
    var broken: [String] = []
    if reporters.isEmpty { broken.append("nobody reported it") }
    if (stage == .held) != (openHold != nil) { broken.append("held without a hold, or a hold without held") }
    if holds.dropLast().contains(where: { $0.to == nil }) { broken.append("an open hold before the last") }
    if holds.contains(where: { ($0.to ?? .distantFuture) < $0.from }) {
      broken.append("a hold ends before it begins")
    }
    if (urgency == .urgent) != (urgentSince != nil) {
      broken.append("urgent without a start, or a start without urgent")
    }
    if (stage == .completed) != (completedAt != nil) {
      broken.append("completed without an end, or an end without")
    }
    let contacts = reporters.compactMap(\.contact)
    if Set(contacts).count != contacts.count { broken.append("one reporter twice") }
    if cycle < 1 { broken.append("no cycle") }
    return broken
  }
}
