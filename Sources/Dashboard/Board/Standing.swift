import Desk
import Foundation

/// Where one ticket stands in every order of the board; nil where it is not among them.
struct Standing {
  /// Of a ticket that is no complaint, and of one: held clocks come after running ones, what owes nothing after both. What owes nothing
  /// but a time that was promised stands where that is.
  var row: Date?
  var complaint: Date?
  /// When the governing clock breaks, of a ticket that is no complaint and of one; nil while it is held and when nothing is owed.
  var due: Date?
  var complaintDue: Date?
  /// Of a ticket that is no complaint: by when somebody is to come, a vital system is to be seen to, everyone is to be told, and the rest.
  var arrival: Date?
  var fix: Date?
  var answer: Date?
  var other: Date?
  /// When the first of its clocks that runs and is not broken yet breaks, and from when on it is shown as soon and as about to break.
  var next: Date?
  var soon: Date?
  var critical: Date?
  /// Since when its escalation waits to be acknowledged.
  var escalated: Date?
  /// By when something was promised to the owner.
  var promise: Date?
  var timers: [(key: TimerKey, at: Date)] = []
  /// When it comes among what a person has in hand.
  var inHand: Date { row ?? complaint ?? .distantFuture }

  init(_ ticket: Ticket, _ policy: Policy) {
    let open = ticket.clocks(policy).filter(\.isOpen)
    timers = open.map { (.clock(ticket.id, $0.id), $0.place) }
    if let promise = ticket.standingPromise?.promise {
      timers.append((.promise(ticket.id), promise.at))
      self.promise = promise.at
      if ticket.kind != .complaint { other = promise.at }
    }
    escalated = ticket.openEscalation(policy)?.since
    let (governing, isComplaint) = (open.governing, ticket.kind == .complaint)
    let place = governing?.place ?? promise ?? .distantFuture
    (row, complaint) = isComplaint ? (nil, place) : (place, nil)
    if let clock = open.filter({ !$0.isStill && !$0.isBreached }).governing {
      (next, soon, critical) = (clock.due, clock.soonAt, clock.criticalAt)
    }
    guard let governing, !governing.isStill else { return }
    (due, complaintDue) = isComplaint ? (nil, governing.due) : (governing.due, nil)
    guard !isComplaint else { return }
    for clock in open where !clock.isStill {
      switch clock.id {
      case .onSite: arrival = min(clock.due, arrival ?? clock.due)
      case .vital: fix = min(clock.due, fix ?? clock.due)
      case .feedback: answer = min(clock.due, answer ?? clock.due)
      default: other = min(clock.due, other ?? clock.due)
      }
    }
  }
}

extension Ticket {
  /// Whether it waits for somebody to take it in hand: nobody has it, or it came back because whoever has it did not take it on.
  var needsHands: Bool {
    let isOut = work.assignee != nil && unacceptedEscalation == nil
    return !isOut && work.openHold == nil && work.completedAt == nil
  }
}

extension ClockID {
  /// Whether it ends when somebody stands there, and not when somebody is told or all is done.
  var isArrival: Bool {
    switch self {
    case .onSite, .vital, .complaintOnSite: true
    case .feedback, .lighting, .complaintFeedback, .complaintResolve, .logDue, .promise: false
    }
  }
}

extension Clock {
  /// Where it stands among others: held ones come behind.
  fileprivate var place: Date { isStill ? due.addingTimeInterval(1e10) : due }
}
