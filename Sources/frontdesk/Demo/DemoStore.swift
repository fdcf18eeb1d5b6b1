import Desk
import Foundation
import Journal

/// Fills a store with the sample day, as if it had just been lived.
struct DemoStore {
  private let clerk: Clerk
  let now: Date
  /// Who sits at the desk of the sample day.
  static let onDuty = Actor(name: "李敏", desk: "翠湖花园前台")

  init(_ clerk: Clerk, now: Date) {
    self.clerk = clerk
    self.now = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
  }

  /// Plays the day in order, with every clock recorded as it ran out.
  func fill() throws(JournalError) {
    let start = now.addingTimeInterval(-720 * 60)
    for member in DemoDay.staff { _ = try submit(.joinStaff(member), at: start) }
    for route in DemoDay.routes { _ = try submit(.publishRoute(route), at: start) }
    for asset in DemoDay.assets(at: start, in: clerk.desk.zone) {
      _ = try submit(.asset(asset.id, .keep(asset)), at: start)
    }
    for (index, person) in DemoDay.others.enumerated() {
      try settle(
        Contact(id: "demo-h\(index)", name: person.name, phone: person.phone), person.place, person.role,
        at: start)
    }
    _ = try submit(.startShift(.early, on: DemoDay.onDuty), at: start)
    for moment in (moments() + incidents() + visits()).sorted(by: { $0.ago > $1.ago }) {
      let at = now.addingTimeInterval(-moment.ago * 60)
      _ = try submit(.recordCrossings, at: at, actor: .system)
      try moment.act(at)
    }
    _ = try submit(.recordCrossings, at: now, actor: .system)
  }

  private struct Moment {
    var ago: Double
    var act: (Date) throws(JournalError) -> Void
  }

  private func moments() -> [Moment] {
    let numbers = Numbers()
    var moments: [Moment] = []
    for (index, call) in DemoDay.calls.enumerated() {
      moments.append(
        Moment(ago: call.ago) { at throws(JournalError) in try take(call, index, numbers, at: at) })
      for step in call.steps {
        moments.append(
          Moment(ago: step.ago) { at throws(JournalError) in
            if let id = numbers.ids[index] { _ = try submit(.ticket(id, step.command), at: at) }
          })
      }
    }
    for walk in DemoDay.rounds {
      moments.append(
        Moment(ago: walk.ago) { at throws(JournalError) in
          _ = try submit(.startRound(route: walk.route, guardName: walk.guardName), at: at)
        })
      for step in walk.reached {
        moments.append(
          Moment(ago: step.ago) { at throws(JournalError) in
            let command = Command.checkIn(
              route: walk.route, point: "\(step.point + 1)", guardName: walk.guardName,
              result: step.failed ? .failed : .ok,
              note: step.failed ? "压力表偏低" : "", method: "card")
            _ = try submit(command, at: at)
          })
      }
    }
    return moments
  }

  /// A drill that is over but for its review, and a lift that has just stopped with somebody inside.
  private func incidents() -> [Moment] {
    DemoDay.incidents.map { incident in
      Moment(ago: incident.ago) { at throws(JournalError) in _ = try submit(incident.command, at: at) }
    }
  }

  /// Somebody who delivers and is gone again, and two who are still inside.
  private func visits() -> [Moment] {
    var moments: [Moment] = []
    for (index, visit) in DemoDay.visits.enumerated() {
      let contact = Contact(id: "demo-v\(index)", name: visit.name, phone: visit.phone, note: visit.plate)
      var arrival = visit.arrival
      arrival.contact = contact.id
      moments.append(
        Moment(ago: visit.ago) { [arrival] at throws(JournalError) in
          _ = try submit(.registerVisit(arrival), at: at, contact: contact)
        })
      guard let left = visit.left else { continue }
      moments.append(
        Moment(ago: left) { at throws(JournalError) in
          _ = try submit(.endVisit(VisitID(index + 1)), at: at)
        })
    }
    return moments
  }

  /// The numbers the desk gave to the calls.
  final class Numbers {
    var ids: [Int: TicketID] = [:]
  }

  func take(
    _ call: DemoDay.Call, _ index: Int, _ numbers: Numbers, at instant: Date, by actor: Actor = onDuty
  ) throws(JournalError) {
    var ticket = call.ticket
    let contact = Contact(id: "demo-\(index)", name: call.caller, phone: call.phone)
    ticket.contact = contact.isEmpty ? nil : contact.id
    ticket.asset = DemoDay.asset(for: ticket.category)
    let reporter = contact.isEmpty ? nil : contact
    for event in try submit(.report(ticket), at: instant, contact: reporter, actor: actor) {
      if case .ticket(let id, .reported) = event.event { numbers.ids[index] = id }
    }
    if !contact.isEmpty, ticket.place.isRoom {
      try settle(contact, ticket.place.text, .owner, at: instant, by: actor)
    }
  }

  /// Writes somebody down in the directory.
  private func settle(
    _ person: Contact, _ place: String, _ role: ResidentRole, at instant: Date, by actor: Actor = onDuty
  ) throws(JournalError) {
    var person = person
    (person.household, person.role) = (Place(place), role)
    _ = try submit(
      .household(Place(place), .keep(contact: person.id)), at: instant, contact: person, actor: actor)
  }

  func submit(
    _ command: Command, at instant: Date, contact: Contact? = nil, actor: Actor = onDuty
  ) throws(JournalError) -> [RecordedEvent] {
    let outcome = try clerk.submit(
      Submission(
        id: CommandID.new(at: instant), command, occurredAt: instant, recordedAt: instant,
        actor: actor, contact: contact))
    if case .recorded(let recorded) = outcome { return recorded.events }
    return []
  }
}
