import Desk
import Foundation
import Screen

extension Model {
  /// Asks when a missed promise was kept after all, and why nobody said so; where several were missed, first which of them.
  mutating func rescind() -> [Effect] {
    guard let id = target else { return order { _ in nil } }
    if let obstacle = obstacleToRescind(id) {
      say(obstacle, isAlert: true)
      return []
    }
    guard canWrite(), let breach = standingBreach(of: id) else { return [] }
    let ticket = desk.tickets[id] ?? shownTicket(id)
    guard let ticket, ticket.standingBreaches.count > 1 else { return askWhenKept(breach, id) }
    layers.append(.picker(.breaches(self, of: ticket)))
    return []
  }

  /// Asks when the promise was kept that a breach is about, and why nobody said so.
  mutating func askWhenKept(_ breach: Crossing, _ id: TicketID) -> [Effect] {
    open(PromptPage(.rescind(breach.clock, missed: breach.at), [id], versions([id])))
  }

  /// Why it cannot be done for a ticket; nil where it can.
  func obstacleToRescind(_ id: TicketID) -> Words? {
    guard let breach = standingBreach(of: id) else {
      return Words(zh: "\(id) 没有超时可更正", en: "\(id) has missed nothing that stands")
    }
    // What has ended is looked at when it is said.
    guard desk.tickets[id] != nil else { return nil }
    return obstacle(to: .ticket(id, .rescind(breach.clock, reason: "?")), at: breach.at)
  }

  private func standingBreach(of id: TicketID) -> Crossing? {
    (desk.tickets[id] ?? shownTicket(id))?.standingBreaches.first
  }
}

extension PickerPage {
  /// What a ticket missed, the first first: which promise, when it was missed, and to whom it was made where several called.
  static func breaches(_ model: Model, of ticket: Ticket) -> PickerPage {
    let reporters = ticket.work.reporters
    let items = ticket.standingBreaches.map { breach in
      let at = model.dates.short(breach.at, near: model.now)
      let caller = reporters.count > 1 ? reporters.first { $0.joinedAt == breach.since } : nil
      return PickerItem(
        Words(zh: "\(breach.clock.words.zh) 应于 \(at.zh)", en: "\(breach.clock.words.en) by \(at.en)"),
        detail: Words(both: caller.flatMap { model.person($0.contact) } ?? ""), .breach(breach))
    }
    return PickerPage(
      Words(zh: "\(ticket.id) 哪一次其实做到了", en: "Which of \(ticket.id) was kept"), items,
      seen: model.versions([ticket.id]))
  }
}

extension PromptPage {
  /// When the promise was kept that it is about; nil for any other text.
  func keptAt(_ times: SpokenTime) -> Date? {
    guard case .rescind = purpose else { return nil }
    return times.leading(field.text)?.at
  }
}
