import Dashboard
import Desk
import Foundation
import Journal

/// Carries out what the dashboard wants done outside itself, and answers with what came of it.
struct EffectRunner {
  let clerk: Clerk
  let journal: Journal
  let clock: SystemClock
  /// A wall looks and never writes.
  let isReadOnly: Bool
  /// Where drafts and the state of the screen go; nil for a sample day and a wall.
  let keeper: ScreenKeeper?
  /// What was typed for this run, and the variables that say where settings are.
  let call: Invocation
  /// The programs of the settings.
  let programs: Programs
  /// Nil for a sample day.
  let log: OperatorLog?

  /// What the loop itself has to do.
  enum Order: Equatable {
    case quit, redraw, suspend, bell
    case toast(String, NotifySettings.Toast)
    case copy(String)
  }

  /// Runs one effect: messages for the model, or an order for the loop.
  func run(_ effect: Effect, _ model: Model) -> (messages: [Message], order: Order?) {
    switch effect {
    case .submit(let command, let seen, let occurredAt, let contact):
      (submit(command, seen: seen, occurredAt: occurredAt, contact: contact, model), nil)
    case .loadTimeline(let id): (load(id), nil)
    case .search(let text): (search(text), nil)
    case .loadFigures(let period): (figures(of: period, model), nil)
    case .loadToday(let period): (today(period, model), nil)
    case .loadFaults(let asset): (faults(of: asset), nil)
    case .loadPast(let place, let since): (past(of: place, since: since), nil)
    case .loadDirectory: (directory(), nil)
    case .keepDraft(let draft, let id): (keeper?.keep(draft, as: id) ?? [], nil)
    case .dropDraft(let id): (keeper?.drop(id) ?? [], nil)
    case .keepState(let state): (keeper?.keep(state) ?? [], nil)
    case .readSettings: (readSettings(), nil)
    case .redraw: ([], .redraw)
    case .suspend: ([], .suspend)
    case .bell: ([], .bell)
    case .copy(let text): ([], .copy(text))
    case .toast(let text): ([], .toast(text, model.settings.notify.toast))
    case .tell(let alarm): (tell(alarm, model), nil)
    case .print(let text): (print(text, model), nil)
    case .quit: ([], .quit)
    }
  }

  /// Tells the program of the settings; not on a sample day, whose alarms are invented. A wall records none that it would have to tell.
  private func tell(_ alarm: Alarm, _ model: Model) -> [Message] {
    guard keeper != nil else { return [] }
    return programs.start(model.settings.notify.command, key: "notify.command", with: Hook.line(alarm))
  }

  private func print(_ text: String, _ model: Model) -> [Message] {
    guard keeper != nil else {
      return [.failed(Words(zh: "样例数据不真的打印", en: "Nothing of a sample day is really printed"))]
    }
    return programs.start(model.settings.printer, key: "print.command", with: text)
  }

  /// Reads the settings again, as at the start; those of a file that cannot be read stay.
  func readSettings() -> [Message] {
    let shelf = ThemeFolder.load(call.environment)
    let reading = call.settings(policy: clerk.desk.policy, themes: shelf)
    let settings = reading.unread == nil ? reading.settings : nil
    let fault = reading.notice(isAgain: true) ?? shelf.faults.first?.words
    return [.settingsRead(settings, themes: shelf.themes, fault: fault)] + readPolicy()
  }

  /// Looks whether the settings folder has a policy of its own; a sample day and a wall go by none.
  func readPolicy() -> [Message] {
    keeper == nil ? [] : [PolicyFile.message(call.environment, clerk.desk)]
  }

  /// What other processes wrote since the last look; nothing when nobody did.
  ///
  /// - Returns: also whether the store was heard at all; nothing is told that the desk is read-only for already.
  func catchUp(_ model: Model) -> (news: [Message], isHeard: Bool) {
    guard !journal.isCutOff else { return ([], false) }
    do {
      guard let recorded = try clerk.catchUp() else { return ([], true) }
      return (messages(recorded, by: .others), true)
    } catch {
      return (model.readOnly == error.brief ? [] : told(error), false)
    }
  }

  /// What has become of the store's files since the last look, told once.
  func lookAround() -> [Message] {
    journal.forgetWhatIsOwed()
    return journal.lookAround().map { told(.damaged($0)) } ?? []
  }

  /// How long a desk whose settings name nobody to tell leaves it to others to record what ran out: whoever records it tells of it
  /// (*design*).
  private static let courtesy: TimeInterval = 1

  /// Records the clocks and windows that have run out by now.
  func recordCrossings(_ model: Model) -> [Message] {
    let now = clock.now
    let courtesy = model.settings.notify.command == nil ? EffectRunner.courtesy : 0
    guard !isReadOnly, model.readOnly == nil, let next = clerk.desk.nextCrossing,
      next.addingTimeInterval(courtesy) < now
    else { return [] }
    // What finds the store busy is found again with the next second, here or elsewhere.
    return submit(
      Submission(
        id: CommandID.new(at: now), .recordCrossings, occurredAt: now, recordedAt: now, actor: .system),
      within: 0, by: .clock
    ).filter { !$0.isPutOff }
  }

  private func submit(
    _ command: Command, seen: Int?, occurredAt: Date?, contact: Contact?, _ model: Model
  ) -> [Message] {
    // The same for all that one key gave: that it was given together is seen by it, see `recallSteps`.
    let now = model.instant
    var command = command
    var contact = contact
    let key = UUID().uuidString.lowercased()
    if contact != nil, let named = command.naming(key) {
      contact?.id = key
      command = named
    }
    return submit(
      Submission(
        id: CommandID.new(at: now), command, occurredAt: occurredAt ?? now.wholeSecond, recordedAt: now,
        actor: model.actor, seen: seen,
        contact: contact), within: model.backlog.isEmpty || model.isLeaving ? 2 : 0, by: .hand)
  }

  /// Waits so many seconds for its turn: none where something waits in line while people look on, or the screen would stand still.
  private func submit(_ submission: Submission, within limit: TimeInterval, by recorder: Recorder)
    -> [Message]
  {
    do {
      switch try clerk.submit(submission, within: limit) {
      case .recorded(let recorded):
        return split(recorded, at: submission, by: recorder) + told(ofErasureIn: submission.command)
      case .refused(let refusal): return [.refused(refusal)]
      }
    } catch {
      return error.passes
        ? [.putOff(error.brief)] : told(error, as: recorder == .hand ? Message.unrecorded : Message.failed)
    }
  }

  /// Where somebody who was erased just now still stands.
  private func told(ofErasureIn command: Command) -> [Message] {
    guard case .household(_, .erase) = command else { return [] }
    return journal.formerWords.map { [.failed($0)] } ?? []
  }

  /// What others wrote before comes as theirs, so that only the own command can be taken back.
  private func split(_ recorded: Recorded, at submission: Submission, by recorder: Recorder) -> [Message] {
    let first = recorded.events.firstIndex { $0.command == submission.id } ?? recorded.events.count
    var others = recorded
    others.events = Array(recorded.events[..<first])
    var mine = recorded
    mine.events = Array(recorded.events[first...])
    return (others.events.isEmpty ? [] : messages(others, by: .others)) + messages(mine, by: recorder)
  }

  private func messages(_ recorded: Recorded, by recorder: Recorder) -> [Message] {
    (recorded.erased.isEmpty ? [] : [.erasedBefore(recorded.erased)])
      + [.recorded(recorded.events, revived: recorded.revived, contacts: recorded.contacts, by: recorder)]
  }

  private func load(_ id: TicketID) -> [Message] {
    guarded { () throws(JournalError) in
      let ticket = try journal.ticket(id)
      let keys = ticket?.work.reporters.compactMap(\.contact) ?? []
      let contacts = try journal.contacts(keys)
      let erased = try journal.erased(Set(keys).subtracting(contacts.keys))
      return (erased.isEmpty ? [] : [.erasedBefore(erased)])
        + [.timelineLoaded(id, ticket, try journal.events(of: Stream(id)), contacts: contacts)]
    }
  }

  private func search(_ text: String) -> [Message] {
    guarded { () throws(JournalError) in
      let rows = try clerk.search(
        text, also: Category.ids(shownAs: text) + Place.texts(typed: text), limit: 500)
      return [.found(.search(text), rows.map(FoundTicket.init))]
    }
  }

  private func figures(of period: FigurePeriod, _ model: Model) -> [Message] {
    guarded { () throws(JournalError) in
      let empty = FigureBook(period, asOf: model.now)
      return [.figuresCounted(try journal.figures(empty, clerk.desk))]
    }
  }

  private func today(_ period: FigurePeriod, _ model: Model) -> [Message] {
    guarded { () throws(JournalError) in
      [.todayCounted(try journal.traffic(FigureBook(period, asOf: model.now), clerk.desk.policies))]
    }
  }

  private func past(of place: Place, since: Date) -> [Message] {
    guarded { () throws(JournalError) in [.pastRead(place, try journal.past(of: place, since: since))] }
  }

  private func directory() -> [Message] {
    guarded { () throws(JournalError) in [.directoryRead(Directory(try journal.residents()))] }
  }

  private func faults(of asset: String) -> [Message] {
    guarded { () throws(JournalError) in
      var rows: [FoundTicket] = []
      for fault in (clerk.desk.assets[asset]?.faults ?? []).reversed() {
        if let ticket = try journal.ticket(fault.ticket) { rows.append(FoundTicket(ticket)) }
      }
      return [.found(.asset(asset), rows)]
    }
  }

  /// Turns what the store says into words; what makes it read-only is told once and stays in the header.
  private func guarded(_ body: () throws(JournalError) -> [Message]) -> [Message] {
    do { return try body() } catch { return told(error) }
  }

  private func told(_ error: JournalError, as message: (Words) -> Message = Message.failed) -> [Message] {
    let words = error.brief
    if !error.passes { log?.note(.store, error.words.en) }
    return [message(words)] + (error.stopsWriting ? [.storeChanged(readOnly: words)] : [])
  }
}

extension Journal {
  /// What was reported at a place since an instant and is closed, newest first; the last twenty that ended are looked at.
  func past(of place: Place, since: Date) throws(JournalError) -> [FoundTicket] {
    let query = HistoryQuery(stage: .ended, reported: since..<Date.distantFuture, place: place, limit: 20)
    return try history(query).filter { $0.stage == .closed }.map(FoundTicket.init)
  }
}

extension Command {
  /// Itself about somebody whom the vault is to keep under a key; nil for what speaks of nobody new.
  fileprivate func naming(_ key: String) -> Command? {
    switch self {
    case .report(var ticket):
      ticket.contact = key
      return .report(ticket)
    case .ticket(let id, .join(nil, let text)): return .ticket(id, .join(contact: key, text: text))
    case .ticket(let id, .paper(.amend(var amendment))):
      amendment.caller = key
      return .ticket(id, .paper(.amend(amendment)))
    case .registerVisit(var arrival):
      arrival.contact = key
      return .registerVisit(arrival)
    default: return nil
    }
  }
}

extension FoundTicket {
  fileprivate init(_ row: HistoryRow) {
    self.init(
      id: row.id, place: row.place.text, subject: row.subject, category: row.category, stage: row.stage,
      assignee: row.assignee ?? "", reportedAt: row.reportedAt, closedAt: row.closedAt)
  }

  fileprivate init(_ ticket: Ticket) {
    self.init(
      id: ticket.id, place: ticket.place.text, subject: ticket.subject, category: ticket.work.category,
      stage: ticket.stage, assignee: ticket.work.assignee ?? "", reportedAt: ticket.reportedAt,
      closedAt: ticket.work.closedAt)
  }
}

extension Message {
  fileprivate var isPutOff: Bool { if case .putOff = self { true } else { false } }
}

extension JournalError {
  /// Whether nothing happened and the same may go well a moment later.
  fileprivate var passes: Bool {
    switch self {
    case .busy, .diskFull: true
    default: false
    }
  }

  /// Whether nothing may be written any more.
  fileprivate var stopsWriting: Bool {
    switch self {
    case .damaged, .unknownOutcome, .newerFormat: true
    default: false
    }
  }
}
