package import Desk
package import Foundation

/// What is to leave the desk and cannot be called back once it has: it waits until undo can no longer stop it.
package struct Held: Equatable, Sendable {
  /// What it is.
  package enum Outgoing: Equatable, Sendable {
    /// The program of the settings is told; `cause` is the own command that made the promise late.
    case alarm(Alarm, cause: UUID)
    /// Slips are printed, as the tickets are then; whole phones for the contacts that were asked for on record.
    case slips([TicketID], revealed: Set<String>)
  }

  package var outgoing: Outgoing
  package var due: Date
}

extension Model {
  /// Tells the program of the settings of a broken promise: at once where time alone broke it; where an own action within the window
  /// did, as a call written down too late does, when that can no longer be undone in silence.
  mutating func post(_ alarm: Alarm) -> [Effect] {
    guard settings.notify.command != nil else { return [] }
    let cause = undoable.last { step in
      alarm.at < step.at && now < step.at.addingTimeInterval(settings.undoWindow)
        && step.items.contains { $0.ticket == alarm.ticket }
    }
    guard let cause, let item = cause.items.first(where: { $0.ticket == alarm.ticket }) else {
      return [.tell(alarm)]
    }
    outbox.append(
      Held(
        outgoing: .alarm(alarm, cause: item.command), due: cause.at.addingTimeInterval(settings.undoWindow)))
    return []
  }

  /// Takes the notices of a step back before they leave.
  mutating func withhold(_ step: UndoStep) -> [Alarm] {
    let alarms = outbox.compactMap { held -> Alarm? in
      guard case .alarm(let alarm, let cause) = held.outgoing,
        step.items.contains(where: { $0.command == cause })
      else { return nil }
      return alarm
    }
    outbox.removeAll { held in
      if case .alarm(let alarm, _) = held.outgoing { alarms.contains(alarm) } else { false }
    }
    return alarms
  }

  /// The notices of a step that is done again wait once more.
  mutating func holdAgain(_ items: [UndoItem]) {
    for alarm in batch.redoing?.withheld ?? [] {
      guard let cause = items.first(where: { $0.ticket == alarm.ticket })?.command else { continue }
      outbox.append(
        Held(outgoing: .alarm(alarm, cause: cause), due: now.addingTimeInterval(settings.undoWindow)))
    }
  }

  /// Has a slip printed for every ticket meant; undo stops it while the window is open.
  mutating func printSlips() -> [Effect] {
    let ids = targets.filter { desk.tickets[$0] != nil || shownTicket($0) != nil }
    guard !ids.isEmpty else { return order { _ in nil } }
    guard hasPrinter() else { return [] }
    marked = []
    redoable = []
    return hold(.slips(ids, revealed: revealed))
  }

  /// Whether there is something to print with; says what to write where.
  private mutating func hasPrinter() -> Bool {
    guard settings.printer == nil else { return true }
    say(
      Words(
        zh: "还不能打印：请在 config.json5 写 print: { command: [\"lp\"] }，再 F9 重新读取设置",
        en:
          "No printer yet: write print: { command: [\"lp\"] } in config.json5, then F9 Read the settings again"
      ),
      isAlert: true)
    return false
  }

  /// Keeps slips back as a step that can be undone.
  mutating func hold(_ slips: Held.Outgoing) -> [Effect] {
    guard case .slips(let ids, _) = slips else { return [] }
    let held = Held(outgoing: slips, due: now.addingTimeInterval(settings.undoWindow))
    outbox.append(held)
    let names = Model.names(ids)
    let words = Words(zh: "打印 \(names)", en: "Print \(names)")
    append(UndoStep(deed: .slips(held), words: words, at: now))
    say(words, undoUntil: held.due)
    return sendDue()
  }

  /// Lets go what can no longer be undone in silence.
  mutating func sendDue() -> [Effect] {
    let due = outbox.filter { $0.due <= now }
    outbox.removeAll { $0.due <= now }
    return due.flatMap { send($0) }
  }

  /// Lets everything go: the desk is being left.
  mutating func sendAll() -> [Effect] {
    let all = outbox
    outbox = []
    return all.flatMap { send($0) }
  }

  /// Sends one thing; the steps it tells of know from then on that it cannot be recalled.
  private mutating func send(_ held: Held) -> [Effect] {
    switch held.outgoing {
    case .alarm(let alarm, let cause):
      let words = Words(zh: "\(alarm.ticket) 超时通知", en: "the notice about \(alarm.ticket)")
      for index in undoable.indices where undoable[index].items.contains(where: { $0.command == cause }) {
        undoable[index].sent.append(words)
      }
      return [.tell(alarm)]
    case .slips(let ids, let revealed):
      undoable.removeAll { $0.deed == .slips(held) }
      guard hasPrinter() else { return [] }
      let slips = ids.compactMap { id in
        (desk.tickets[id] ?? shownTicket(id)).map { slip(of: $0, revealed).text(language) }
      }
      guard !slips.isEmpty else { return [] }
      for id in ids {
        let words = Words(zh: "\(id) 的打印", en: "the slip of \(id)")
        for index in undoable.indices where undoable[index].items.contains(where: { $0.ticket == id }) {
          if !undoable[index].sent.contains(words) { undoable[index].sent.append(words) }
        }
      }
      let names = Model.names(ids)
      let words = Words(zh: "\(names) 已送去打印", en: "\(names) sent to the printer")
      remember(.words(words, at: now, isAlert: false))
      // What the line still offers to take back is gone.
      if notice?.undoUntil == held.due { say(words) }
      return [.print(slips.joined(separator: "\n\n"))]
    }
  }

  private func slip(of ticket: Ticket, _ revealed: Set<String>) -> WorkSlip {
    let callers = ticket.work.reporters.compactMap { $0.contact.flatMap { contacts[$0] } }
    return WorkSlip(
      ticket, desk.policy(of: ticket),
      callers: callers.map { (contact: $0, isRevealed: revealed.contains($0.id)) }, deskName: deskName,
      now: now, zone: desk.zone)
  }
}
