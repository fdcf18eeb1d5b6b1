package import Desk
import Foundation
import Screen

extension Model {
  /// The open tickets that what is being written down may be the same as, first the one whose number was said.
  func joinable(_ page: FormPage) -> [TicketID] {
    guard !page.text(.place).isEmpty || page.quick.ticket != nil else { return [] }
    return board.duplicates.candidates(
      for: page.report(desk.policy), about: page.quick.ticket, desk, at: page.openedAt)
  }

  /// The ticket whose promises the caller is given, and the policy it is held to: the one that is chosen below the form, as it is once
  /// they have joined it, else a new one.
  func promised(_ page: FormPage) -> (ticket: Ticket, policy: Policy, isJoined: Bool) {
    let report = page.report(desk.policy)
    let new = Ticket(TicketID(page.kind, 1), Reported(report), at: page.openedAt)
    let ids = page.joining == nil ? [] : joinable(page)
    guard let index = page.joining, ids.indices.contains(index), var ticket = desk.tickets[ids[index]] else {
      return (new, desk.policy, false)
    }
    let (at, version) = (max(page.openedAt, ticket.joinsSince), ticket.version)
    let isDone = ticket.stage == .completed
    ticket.apply(.reporterJoined(contact: page.caller?.id, text: ""), at: at, version: version)
    if isDone { ticket.apply(.reopened(reason: ""), at: at, version: version) }
    if report.urgency == .urgent, ticket.work.urgency == .ordinary {
      ticket.apply(.urgencyChanged(.urgent, reason: ""), at: at, version: version)
    }
    return (ticket, desk.policy(of: ticket), true)
  }

  /// Moves into the tickets below the form, when there are any.
  mutating func chooseJoin(_ page: FormPage) -> [Effect] {
    var page = page
    guard !joinable(page).isEmpty else {
      say(Words(zh: "该处没有未结工单，也没有可能重复的", en: "Nothing open here, and nothing like it"))
      return []
    }
    page.joining = 0
    layers[layers.count - 1] = .form(page)
    return []
  }

  /// A key while one of the tickets below the form is chosen.
  mutating func pressJoining(_ key: Key, _ page: FormPage, at index: Int) -> [Effect] {
    var page = page
    let ids = joinable(page)
    switch key {
    case .up: page.joining = max(0, index - 1)
    case .down, .tab: page.joining = min(max(0, ids.count - 1), index + 1)
    case .enter: return ids.indices.contains(index) ? join(page, ids[index]) : []
    case .control("l"): return [.redraw]
    default: page.joining = nil
    }
    layers[layers.count - 1] = .form(page)
    return []
  }

  /// Adds the caller to an open ticket instead of writing another; who reported it already stays one reporter. Work that was done is
  /// opened again by it, and what is urgent now makes the ticket urgent.
  private mutating func join(_ page: FormPage, _ id: TicketID) -> [Effect] {
    guard canWrite(), let ticket = desk.tickets[id] else { return [] }
    let page = page.sealed
    let report = page.report(desk.policy)
    let contact = page.contact
    let known =
      ticket.work.reporters.compactMap(\.contact).first { key in
        key == page.caller?.id || contacts[key]?.calls(as: page.caller ?? contact) == true
      } ?? page.caller?.id
    let text = report.said(joining: ticket, desk.policy, language)
    let opened = min(page.openedAt, now)
    let at = ticket.joinsSince <= opened ? opened : nil
    var effects: [Effect] = [
      .submit(
        .ticket(id, .join(contact: known, text: text)), seen: nil, occurredAt: at,
        contact: known == nil && !contact.isEmpty ? contact : nil)
    ]
    if report.urgency == .urgent, ticket.work.urgency == .ordinary {
      effects.append(
        .submit(
          .ticket(id, .setUrgency(.urgent, reason: text.isEmpty ? again(language) : text)), seen: nil,
          occurredAt: at, contact: nil))
    }
    return submit(effects)
  }
}

/// Why a ticket became urgent when the caller said no more than that it is.
private let again = Words(zh: "再次来电，称紧急", en: "called again: urgent")

extension NewTicket {
  /// What was said, where the call joins a ticket: also the words that were sorted into fields of their own, as far as the ticket does
  /// not say the same. A category that was only read off the words is in them.
  package func said(joining ticket: Ticket?, _ policy: Policy, _ language: Language) -> String {
    let words = [subject, text].filter { !$0.isEmpty }.joined(separator: " ")
    let name = Category.words(category)(language)
    let offered = policy.categories.filter { $0.kinds.contains(kind) }
    let isSaid =
      words.lowercased().contains(name.lowercased())
      || Category.spoken(of: words, at: place, offered) == category
    let parts = [
      place == ticket?.place ? "" : place.text, kind == ticket?.kind ? "" : kind.words(language),
      isSaid ? "" : name, words,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension TicketEvent {
  /// Whether the call on the form is written down with it: as a ticket of its own, or as one more report.
  func endsCall(_ layer: Layer?) -> Bool {
    switch (self, layer) {
    case (.reported, _): true
    case (.reporterJoined, .form(let page)): page.joining != nil
    default: false
    }
  }
}
