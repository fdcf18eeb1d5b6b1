import Desk
import Foundation

extension Model {
  /// Submits one command for each target; several are one undo step.
  mutating func order(_ ids: [TicketID]? = nil, _ command: (Ticket) -> TicketCommand?) -> [Effect] {
    guard canWrite() else { return [] }
    let effects = (ids ?? targets).compactMap { id -> Effect? in
      guard let ticket = desk.tickets[id] ?? shownTicket(id), let command = command(ticket) else {
        return nil
      }
      return .submit(.ticket(id, command), seen: ticket.version, occurredAt: nil, contact: nil)
    }
    guard !effects.isEmpty else {
      if targets.isEmpty { say(Words(zh: "先选一张工单", en: "Select a ticket first")) }
      return []
    }
    (marked, range) = ([], nil)
    return submitAll(effects)
  }

  /// A ticket that is shown and no longer open: on a detail page or a row that left.
  func shownTicket(_ id: TicketID) -> Ticket? {
    if case .detail(let page) = layers.last, page.id == id { return page.ticket }
    return frozen?.departed[id]?.ticket
  }

  /// Whether commands are taken; says why not.
  mutating func canWrite() -> Bool {
    guard let readOnly else { return true }
    say(readOnly, isAlert: true)
    return false
  }

  mutating func assign() -> [Effect] {
    guard canWrite() else { return [] }
    if isOnPatrol { return startRound() }
    if isOnHandover { return restaff() }
    guard !targets.isEmpty else { return order { _ in nil } }
    layers.append(.picker(.staff(self, versions(targets))))
    return []
  }

  mutating func hold() -> [Effect] {
    guard canWrite() else { return [] }
    if isOnIncidents { return skipStep() }
    if isOnDuties { return waiveDuty() }
    if isOnPatrol { return excuse() }
    guard !targets.isEmpty else { return order { _ in nil } }
    if targets.allSatisfy({ desk.tickets[$0]?.stage == .held }) { return order { _ in .resume } }
    let obstacles = targets.lazy.map(obstacleToHold)
    if !obstacles.contains(nil), let words = obstacles.first ?? nil {
      say(words, isAlert: true)
      return []
    }
    layers.append(.picker(.holdReasons(self)))
    return []
  }

  /// The part that was ordered last for the one ticket that is to wait; empty where there is none, or several are to.
  func orderedPart(of ids: [TicketID]) -> String {
    guard ids.count == 1, let work = desk.tickets[ids[0]]?.work, !work.hasNoPapers else { return "" }
    return work.papers.parts.last?.what ?? ""
  }

  /// Why the desk would take none of the reasons to let a ticket wait; nil where it takes one.
  private func obstacleToHold(_ id: TicketID) -> Words? {
    guard let ticket = desk.tickets[id] else { return obstacle(to: .hold, ofEnded: id) }
    let reasons = desk.policy(of: ticket).terms.holds.map(\.reason)
    let obstacles = (reasons.isEmpty ? [.other] : reasons).map {
      obstacle(to: .ticket(id, .hold($0, evidence: "?", ownerTold: true)))
    }
    return obstacles.contains(nil) ? nil : obstacles[0]
  }

  /// Hands the tickets to the clipboard, a line each: what it is, who called and by when somebody comes. Right after a call it is the
  /// ticket that was just written down, also over a page that does not list it.
  mutating func copy() -> [Effect] {
    let written = notice?.written
    let lines = (written.map { [$0] } ?? targets).compactMap { desk.tickets[$0] ?? shownTicket($0) }.map(line)
    guard !lines.isEmpty else { return order { _ in nil } }
    // The text on a line of its own, to be selected by hand where the terminal takes no copy.
    say(Words(zh: "已复制 \(lines.count) 张：\n\(lines[0])", en: "Copied \(lines.count):\n\(lines[0])"))
    notice?.written = written
    return [.copy(lines.joined(separator: "\n"))]
  }

  private func line(_ ticket: Ticket) -> String {
    let caller = ticket.work.reporters.first?.contact.flatMap { contacts[$0] }
    let clock = ticket.governingClock(desk.policy(of: ticket)).map { clock in
      let due = dates.short(clock.due, near: now)
      return Words(zh: "\(clock.id.words.zh)应于 \(due.zh)", en: "\(clock.id.words.en) by \(due.en)")(language)
    }
    let parts = [
      ticket.place.spoken(language), ticket.line(language), caller.map { "\($0.name)\($0.maskedPhone)" },
      ticket.work.assignee, clock,
    ]
    return "【\(ticket.id)】" + parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ").plainLine
  }

  mutating func urgency() -> [Effect] {
    let ordinary = targets.contains { desk.tickets[$0]?.work.urgency == .urgent }
    return ordinary ? prompt(.lower) : order { _ in .setUrgency(.urgent, reason: "") }
  }

  mutating func categorise() -> [Effect] {
    guard canWrite() else { return [] }
    guard !targets.isEmpty else { return order { _ in nil } }
    layers.append(.picker(.categories(self)))
    return []
  }

  /// Asks what of one ticket is to be put right.
  mutating func amend() -> [Effect] {
    guard canWrite() else { return [] }
    guard targets.count == 1, let ticket = desk.tickets[targets[0]] else {
      if targets.count > 1 { say(Words(zh: "改单要一张一张改", en: "Tickets are put right one at a time")) }
      return targets.count > 1 ? [] : order { _ in nil }
    }
    layers.append(.picker(.fields(self, of: ticket)))
    return []
  }

  mutating func merge() -> [Effect] {
    guard canWrite() else { return [] }
    guard let id = target, desk.tickets[id] != nil else { return order { _ in nil } }
    layers.append(.picker(.survivors(self, of: targets.isEmpty ? [id] : targets)))
    return []
  }

  mutating func prompt(_ purpose: PromptPage.Purpose) -> [Effect] {
    guard canWrite() else { return [] }
    let ids = targets
    guard !ids.isEmpty else { return order { _ in nil } }
    return open(PromptPage(purpose, ids, versions(ids)))
  }

  /// The versions on screen, so that a change by another desk is noticed.
  func versions(_ ids: [TicketID]) -> [TicketID: Int] {
    Dictionary(
      uniqueKeysWithValues: ids.compactMap { id in
        (desk.tickets[id] ?? shownTicket(id)).map { (id, $0.version) }
      })
  }
}
