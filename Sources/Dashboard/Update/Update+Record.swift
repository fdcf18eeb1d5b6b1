import Desk
import Foundation

extension Model {
  /// Takes in what was recorded, by whichever process: the only way the desk on screen changes.
  mutating func record(
    _ events: [RecordedEvent], revived: [Ticket], contacts: [String: Contact], by recorder: Recorder
  ) -> [Effect] {
    let own = recorder == .hand
    heardAt = now
    self.contacts.merge(contacts) { _, new in new }
    var outside: [Effect] = []
    var step: [UndoItem] = []
    var created: TicketID?
    var touched: Set<TicketID> = []
    var brought: [TicketID] = []
    for recorded in events {
      if breaksStill(recorded.event) { endStill() }
      var before: Ticket?
      if case .ticket(let id, let event) = recorded.event {
        before = desk.tickets[id] ?? revived.first { $0.id == id }
        if own, !event.leavesWork, recorded.actor == actor {
          noteUndo(&step, id, recorded, before)
          if !batch.isLate, event.endsCall(layers.last) { created = id }
        }
        outside += raise(id, event, at: recorded.occurredAt, by: recorder)
        keepDeparting(id, event, recorded)
        forgetPast(of: desk.tickets[id] ?? revived.first { $0.id == id })
        touched.insert(id)
        noteFate(id, event)
        if event.changesToday { isTodayDue = true }
      }
      if let id = desk.evolve(recorded, revived: revived) { brought.append(id) }
      if case .ticket(let id, let event) = recorded.event { keepLeft(id, event, recorded, before) }
      if case .calendarPublished = recorded.event { refreshAll() }
      note(recorded, own: own)
      arrange(recorded.event)
      noteTaker(recorded)
      remember(recorded)
    }
    desk.dropEnded(brought)
    for id in touched where desk.tickets[id] == nil && frozen?.departed[id] == nil { takers[id] = nil }
    for id in touched { refresh(id) }
    if own { turnCards(touched) }
    if !touched.isEmpty, filter != nil { refilter() }
    let (next, adds) = (created.map(giving) ?? [], batch.adds)
    if own { finish(step, events, created: created) }
    return reload(touched) + outside + (next.isEmpty ? [] : goOn(next, saying: adds))
  }

  /// Sends off what belongs to the step that was just taken: both go back together.
  private mutating func goOn(_ next: [Effect], saying adds: Words) -> [Effect] {
    let effects = submit(next)
    (batch.hasStep, batch.adds) = (true, adds)
    return effects
  }

  /// Gives the ticket that was just written down to whom the quick line named, or else the policy.
  private func giving(_ id: TicketID) -> [Effect] {
    guard case .form(let page) = layers.last, page.joining == nil,
      let name = page.assignee(desk.staff) ?? dispatched(page)
    else { return [] }
    return [.submit(.ticket(id, .assign(staff: name)), seen: nil, occurredAt: nil, contact: nil)]
  }

  /// A phone that was asked for here may be read until the page is left; whoever was written down here is under the cursor.
  private mutating func note(_ recorded: RecordedEvent, own: Bool) {
    if case .household(_, let event) = recorded.event, event.changesPeople { isDirectoryDue = true }
    if case .household(let place, .contactErased(let contact, _)) = recorded.event {
      forget(contact, of: place)
    }
    if case .shift(_, .started) = recorded.event { forgetSteps() }
    if own, case .duty(let id, let event) = recorded.event { leaveSettled(id, event) }
    if own, case .visit(let id, .arrived) = recorded.event {
      lists[.visitors, default: ListState()].selected = .visit(id)
    }
    // Its steps are what comes next, unless somebody is in the middle of something else.
    if own, layers.isEmpty, case .incident(let id, .declared) = recorded.event {
      pane = nil
      view = .incidents
      lists[.incidents, default: ListState()].selected = .incident(id)
    }
    guard own, case .household(_, .contactRevealed(let contact, _)) = recorded.event else { return }
    revealed.insert(contact)
  }

  /// The cards of triage follow what was taken back, and what was done again.
  private mutating func turnCards(_ touched: Set<TicketID>) {
    if batch.undoing != nil { for id in touched.sorted(by: >) { reopenCard(id) } }
    if batch.redoing != nil { for id in touched.sorted() { settleCard(id) } }
  }

  /// Puts what is no ticket where it stands on the board now.
  private mutating func arrange(_ event: Event) {
    switch event {
    case .round(let id, _): board.set(id, desk.rounds[id])
    case .route(let route): board.keep(plannedOn: route.id, desk.rounds)
    case .incident(let id, _): board.set(id, desk.incidents[id])
    default: break
    }
  }

  /// Puts every ticket where the newly announced holidays put its due time.
  private mutating func refreshAll() {
    for (id, ticket) in desk.tickets { board.set(id, ticket, desk.policies) }
  }

  /// Takes an own event down among the tickets of its command; `before` is the ticket as it was.
  func noteUndo(
    _ items: inout [UndoItem], _ id: TicketID, _ recorded: RecordedEvent, _ before: Ticket?
  ) {
    if let index = items.firstIndex(where: { $0.ticket == id }) {
      items[index].version = recorded.version
      return
    }
    items.append(
      UndoItem(
        ticket: id, before: before?.work, command: recorded.command, version: recorded.version,
        order: order(of: id, recorded),
        occurredAt: recorded.occurredAt))
  }

  /// What asks for the same of a ticket again, also where who it speaks of was new.
  private func order(of id: TicketID, _ recorded: RecordedEvent) -> TicketCommand? {
    guard let order = batch.waiting.first?.order, order.ticket == id,
      case .ticket(_, let event) = recorded.event
    else { return nil }
    return order.command.naming(event)
  }

  /// A ticket that ends while its row is shown stays there, dimmed, with what became of it, until the next key.
  private mutating func keepDeparting(_ id: TicketID, _ event: TicketEvent, _ recorded: RecordedEvent) {
    switch event {
    case .closed, .cancelled, .merged, .complained(_, ends: true): break
    case .corrected(_, let restored) where restored.stage.isEnded: break
    case .reopened, .corrected, .unmerged:
      frozen?.departed[id] = nil
      return
    default: return
    }
    guard var ticket = desk.tickets[id] else { return }
    ticket.apply(event, at: recorded.occurredAt, version: recorded.version)
    if frozen == nil, selectedTicket == id { freeze() }
    frozen?.departed[id] = Departed(ticket: ticket, by: recorded.actor.name)
  }

  private mutating func refresh(_ id: TicketID) {
    let ticket = desk.tickets[id]
    forgetPast(of: ticket)
    board.set(id, ticket, desk.policies)
    noteMove(id)
    find(id, ticket ?? frozen?.departed[id]?.ticket)
    if ticket == nil { marked.remove(id) }
    endRinging(id)
    joinTriage(id)
  }

  /// Brings one ticket's line of the finder up to date.
  mutating func find(_ id: TicketID, _ ticket: Ticket?) {
    let words = ticket.map { Category.words($0.work.category) }
    finder.set(id, ticket, contacts: contacts, words: words.map { [$0.zh, $0.en] } ?? [], zone: desk.zone)
  }

  private mutating func finish(_ items: [UndoItem], _ events: [RecordedEvent], created: TicketID?) {
    if let id = batch.waiting.first?.order?.ticket, batch.done.last != id { batch.done.append(id) }
    if let created { leaveForm(created) }
    if let back = items.first(where: { isMissing($0.ticket) })?.ticket { showAgain(back) }
    let words = named(events)
    if let words { addStep(items, events, words) }
    if batch.refused.isEmpty {
      let written = created ?? notice?.written
      sayDone(words)
      // Whom it is given to at once is told in the same step.
      if let written, undoable.last?.items.contains(where: { $0.ticket == written }) == true {
        notice?.written = written
      }
    }
    answered()
  }

  /// Keeps what one command of one's own did, as a step or as one more ticket of it.
  mutating func addStep(_ items: [UndoItem], _ events: [RecordedEvent], _ words: Words) {
    guard !addVisitStep(events, words), !addEntryStep(events, words) else { return }
    addStep(UndoItem(tying: events).map { [$0.joining(items)] } ?? items, words)
    noteJoined(events)
  }

  /// A name that came onto the staff with an action leaves it with the action.
  private mutating func noteJoined(_ events: [RecordedEvent]) {
    guard batch.undoing == nil, batch.hasStep, !undoable.isEmpty else { return }
    for case .staffJoined(let member) in events.map(\.event) {
      undoable[undoable.count - 1].joined = member.name
    }
  }

  /// A check-in, and what was said of a step of an incident, can be taken back; false where it is about something else.
  private mutating func addEntryStep(_ events: [RecordedEvent], _ words: Words) -> Bool {
    let own = events.filter { $0.actor == actor }
    if own.contains(where: { $0.event.takesBack != nil }) {
      if let step = batch.undoing {
        redoable.append(step)
        batch.hasStep = true
      }
      return true
    }
    guard let entry = own.compactMap(\.entry).last else { return false }
    if batch.redoing == nil { redoable = [] }
    append(UndoStep(deed: .entry(entry), words: words, at: now))
    batch.hasStep = true
    return true
  }

  /// Who came or went, as it was written down here, can be taken back; false where it is about something else.
  private mutating func addVisitStep(_ events: [RecordedEvent], _ words: Words) -> Bool {
    guard let last = events.last, case .visit(let id, let event) = last.event, last.actor == actor else {
      return false
    }
    let entry = VisitEntry(id: id, version: last.version)
    if event == .takenBack {
      guard let step = batch.undoing, desk.visits[id]?.isInside == true else {
        // Who never came is written down anew, and cannot leave.
        redoable.removeAll { if case .visit(let entry) = $0.deed { entry.id == id } else { false } }
        return true
      }
      // Who left and is inside again may leave again.
      redoable.append(UndoStep(deed: .visit(entry), words: step.words, at: step.at))
      batch.hasStep = true
      return true
    }
    if batch.redoing == nil { redoable = [] }
    append(UndoStep(deed: .visit(entry), words: words, at: now))
    batch.hasStep = true
    return true
  }

  /// A saved form goes. Where tickets are listed the new one is selected, because the next keys are for it; whoever was on another
  /// page is there again (*design*).
  private mutating func leaveForm(_ created: TicketID) {
    if case .form = layers.last { layers.removeLast() }
    guard layers.isEmpty, focus.listsTickets else { return }
    thaw(keepingSelected: false)
    show(created.list)
    // A filter that hides it would leave the cursor, and the next key, to another ticket.
    if let filter, !filter.shown.contains(created) { self.filter = nil }
    lists[view, default: ListState()].selected = .ticket(created)
  }

  /// Whether an open ticket has no row, because it came back after rows had stopped moving.
  private func isMissing(_ id: TicketID) -> Bool {
    guard let frozen, desk.tickets[id] != nil else { return false }
    return frozen.tickets.instant(of: id) == nil && frozen.complaints.instant(of: id) == nil
  }

  private mutating func showAgain(_ id: TicketID) {
    thaw(keepingSelected: false)
    guard layers.isEmpty, focus == id.list else { return }
    lists[focus, default: ListState()].selected = .ticket(id)
  }

  /// An open detail page follows its ticket, also below a box, and what was found follows what is in it.
  private mutating func reload(_ touched: Set<TicketID>) -> [Effect] {
    var effects: [Effect] = []
    for (index, layer) in layers.enumerated() {
      switch layer {
      case .detail(let page) where touched.contains(page.id): effects.append(.loadTimeline(page.id))
      case .results(var page) where page.rows.contains { touched.contains($0.id) }:
        page.isStale = true
        layers[index] = .results(page)
        effects.append(page.subject.look)
      default: break
      }
    }
    return effects
  }
}

extension TicketEvent {
  /// Whether a ticket was reported or ended by it, or is open again.
  fileprivate var changesToday: Bool {
    switch self {
    case .reported, .completed, .closed, .reopened, .cancelled, .merged, .unmerged, .complained, .corrected:
      true
    default: false
    }
  }
}

extension Event {
  /// Whether it goes without saying: an import of a thousand households, or a day of planned rounds, would push everything else out of sight.
  var isQuiet: Bool {
    switch self {
    case .household(_, .registered), .household(_, .contactChanged), .round(_, .planned): true
    default: false
    }
  }
}
