import Desk
import Foundation
import Screen

extension Model {
  /// Takes in one message and says what is to be done outside. No IO happens here.
  package mutating func update(_ message: Message) -> [Effect] {
    let effects: [Effect]
    let before = aim(before: message)
    let (viewBefore, paneBefore) = (view, pane)
    noteSpot()
    switch message {
    case .keyPressed(let key): effects = press(key)
    case .resized(let size): effects = resize(size)
    case .ticked(let now): effects = tick(now)
    case .clockJumped(let seconds): effects = jump(by: seconds)
    case .recorded(let events, let revived, let contacts, let recorder):
      effects =
        record(events, revived: revived, contacts: contacts, by: recorder)
        + (recorder == .hand ? retry() : [])
    case .refused(let refusal): effects = refuse(refusal) + retry()
    case .unrecorded(let words): effects = giveBack(words)
    case .failed(let words): effects = fail(words)
    case .putOff(let words): effects = putOff(words)
    case .storeChanged(let words): effects = change(readOnly: words)
    case .erasedBefore(let keys):
      erased.formUnion(keys)
      effects = []
    case .timelineLoaded(let id, let ticket, let events, let contacts):
      self.contacts.merge(contacts) { _, new in new }
      effects = show(id, ticket, events)
    case .figuresCounted(let book): effects = show(book)
    case .todayCounted(let book):
      today = book
      effects = []
    case .pastRead(let place, let rows):
      learn(place, rows)
      effects = []
    case .directoryRead(let directory):
      learn(directory)
      effects = []
    case .found(let subject, let rows): effects = show(subject, rows)
    case .terminalTold(let facts): effects = take(facts)
    case .draftsFound(let drafts): effects = takeBack(drafts)
    case .draftsUnkept(let words): effects = take(unkept: words)
    case .settingsRead(let settings, let themes, let fault):
      effects = take(settings, themes, fault: fault)
    case .policyFound(let policy, let fault): effects = take(policy, fault: fault)
    case .left:
      isLeaving = true
      effects = sendAll() + retry()
    }
    settle()
    followTutor(message)
    guardIdentity(view == viewBefore && pane == paneBefore ? before : nil, message)
    noteSpot()
    return effects + askPast(isSecond: message.endsSecond)
      + (message.endsSecond ? askTaker() + askFates() : [])
      + keep(everything: message.endsSecond || effects.contains(.quit))
  }

  private mutating func resize(_ size: Size) -> [Effect] {
    fit(size)
    endStill()
    return []
  }

  private mutating func tick(_ now: Date) -> [Effect] {
    self.now = now
    instant = max(instant, now)
    readTickets(200)
    if let still, still.until <= now { endStill() }
    wear()
    if let notice, now >= max(notice.at.addingTimeInterval(8), notice.undoUntil ?? .distantPast) {
      self.notice = nil
      burst = nil
    }
    if let asked, asked.notice.at.addingTimeInterval(60) <= now { leaveUndone() }
    let isActing = !marked.isEmpty || !(layers.isEmpty || isOnWall) || filter?.isTyping ?? false
    if let frozen, frozen.until <= now, !isActing || now >= frozen.until + Model.abandoned {
      thaw(keepingSelected: true)
    }
    forgetContacts()
    tendWall()
    return sendDue() + retry() + ring() + recount() + countToday() + readDirectory()
  }

  /// A page that lies open so long was left: rows that went meanwhile are let go of, or they would pile up overnight (*design*).
  private static let abandoned: TimeInterval = 600

  /// Lets go of the names of tickets that ended; looked for only when there are many, because that means looking at all that is open.
  private mutating func forgetContacts() {
    guard contacts.count + erased.count > 2 * contactsInUse + 500 else { return }
    var tickets = Array(desk.tickets.values) + (frozen?.departed.values.map(\.ticket) ?? [])
    for case .detail(let page) in layers { tickets += [page.ticket].compactMap(\.self) }
    let used = Set(
      tickets.flatMap { $0.work.reporters.compactMap(\.contact) }
        + desk.visits.values.compactMap(\.arrival.contact))
    contacts = contacts.filter { used.contains($0.key) }
    erased.formIntersection(used)
    contactsInUse = contacts.count + erased.count
  }

  /// Asks for the households once the first frame is out, and again when somebody wrote in them; not while somebody types.
  private mutating func readDirectory() -> [Effect] { isTyping ? [] : readDueDirectory() }

  /// Asks for the households if they are not as the record has them.
  mutating func readDueDirectory() -> [Effect] {
    guard isDirectoryDue, !isWall else { return [] }
    isDirectoryDue = false
    return [.loadDirectory]
  }

  private mutating func change(readOnly words: Words?) -> [Effect] {
    if words != nil, readOnly == nil { tellUnwritten() }
    readOnly = words
    let line = words.map { MessageLine.words($0, at: now, isAlert: true) }
    if let line, messages.last != line { remember(line) }
    return []
  }

  private mutating func show(_ id: TicketID, _ ticket: Ticket?, _ events: [RecordedEvent]) -> [Effect] {
    if let first = events.last(where: { $0.version == 1 }) { noteTaker(first) }
    if let ticket, ticket.isEnded { fates[id] = ticket.work.mergedInto == nil ? ticket.stage : .merged }
    for (index, layer) in layers.enumerated() {
      guard case .detail(var page) = layer, page.id == id else { continue }
      page.ticket = ticket ?? page.ticket
      page.events = events
      layers[index] = .detail(page)
    }
    return []
  }

  private mutating func show(_ subject: ResultsPage.Subject, _ rows: [FoundTicket]) -> [Effect] {
    for (index, layer) in layers.enumerated() {
      guard case .results(var page) = layer, page.isStale, page.subject == subject else {
        continue
      }
      page.take(rows)
      layers[index] = .results(page)
      return []
    }
    filter?.isTyping = false
    layers.append(.results(ResultsPage(subject, rows)))
    return []
  }
}

extension Message {
  /// Whether what was put off for a second is due.
  fileprivate var endsSecond: Bool {
    switch self {
    case .ticked, .left: true
    default: false
    }
  }
}
