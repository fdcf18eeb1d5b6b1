package import Desk
import Foundation
package import Screen

/// One line of text that a command needs.
package struct PromptPage: Equatable, Sendable {
  /// What the text is for.
  package enum Purpose: Hashable, Sendable {
    case note, notify, decline, cancel, reopen, lower, holdOther, reveal
    case failedPoint(RoundID, point: String)
    case declare(plan: String, isDrill: Bool, cause: TicketID?)
    case skipStep(IncidentID, Int), notice(IncidentID), contain(IncidentID), review(IncidentID)
    case shiftNote(ShiftID, isRed: Bool), takeSeat, onDuty(ShiftDoor)
  }

  package let purpose: Purpose
  package let targets: [TicketID]
  /// The versions when it was opened.
  package internal(set) var seen: [TicketID: Int]
  package var field = TextField()

  init(_ purpose: Purpose, _ targets: [TicketID], _ seen: [TicketID: Int]) {
    (self.purpose, self.targets, self.seen) = (purpose, targets, seen)
  }

  var title: Words {
    switch purpose {
    case .note: Words(zh: "备注", en: "Note")
    case .notify: Words(zh: "已告知业主什么", en: "What the owner was told")
    case .decline: Words(zh: "退单原因", en: "Why it is declined")
    case .cancel: Words(zh: "作废原因", en: "Why it is cancelled")
    case .reopen: Words(zh: "重开原因", en: "Why it is reopened")
    case .lower: Words(zh: "改为一般的原因", en: "Why it is not urgent")
    case .holdOther: Words(zh: "挂起原因", en: "Why it waits")
    case .reveal: Words(zh: "为什么要看电话", en: "Why the phone is needed")
    case .failedPoint: Words(zh: "点位有什么异常", en: "What is wrong at the checkpoint")
    default: purpose.deskTitle
    }
  }

  func command(_ text: String) -> TicketCommand? {
    switch purpose {
    case .note: .note(text: text)
    case .notify: .notifyOwner(text: text)
    case .decline: .decline(reason: text)
    case .cancel: .cancel(reason: text)
    case .reopen: .reopen(reason: text)
    case .lower: .setUrgency(.ordinary, reason: text)
    case .holdOther: .hold(.other, evidence: text, ownerTold: false)
    default: nil
    }
  }
}

extension Model {
  /// Asks for the phones of those who reported the tickets, a command each, which goes on record (S097, S099).
  private func reveal(_ ids: [TicketID], _ reason: String) -> [Effect] {
    ids.compactMap { desk.tickets[$0] ?? shownTicket($0) }.flatMap { ticket in
      ticket.work.reporters.compactMap(\.contact).map { contact in
        .submit(
          .household(ticket.place, .reveal(contact: contact, reason: reason)), seen: nil, occurredAt: nil,
          contact: nil)
      }
    }
  }

  mutating func press(_ key: Key, _ page: PromptPage) -> [Effect] {
    var page = page
    switch key {
    case .escape:
      layers.removeLast()
      return []
    case .enter, .control("s"): return submit(page)
    case .control("l"): return [.redraw]
    default:
      _ = page.field.handle(key)
      layers[layers.count - 1] = .prompt(page)
      return []
    }
  }

  private mutating func submit(_ page: PromptPage) -> [Effect] {
    let text = page.field.text
    guard !text.trimmed.isEmpty || page.purpose == .notify else {
      say(Words(zh: "请先写\(page.title.zh)", en: "Please write: \(page.title.en)"), isAlert: true)
      return []
    }
    guard canWrite() else { return [] }
    layers.removeLast()
    if case .failedPoint(let round, let id) = page.purpose {
      let effects = checkIn(.failed, point(round, id), note: text)
      if effects.isEmpty { layers.append(.prompt(page)) } else { batch.prompt = page }
      return effects
    }
    if page.purpose == .reveal { return submit(reveal(page.targets, text), prompt: page) }
    if case .takeSeat = page.purpose { return takeSeat(text) }
    if let command = page.purpose.deskCommand(text) {
      return submit([.submit(command, seen: nil, occurredAt: nil, contact: nil)], prompt: page)
    }
    marked = []
    let effects = page.targets.compactMap { id in
      page.command(text).map {
        Effect.submit(.ticket(id, $0), seen: page.seen[id], occurredAt: nil, contact: nil)
      }
    }
    return submit(effects, prompt: page)
  }
}
