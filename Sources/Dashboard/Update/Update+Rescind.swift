import Desk
import Foundation
import Screen

extension Model {
  /// Asks when a missed promise was kept after all, and why nobody said so; of several the one that was missed first.
  mutating func rescind() -> [Effect] {
    guard let id = target else { return order { _ in nil } }
    if let obstacle = obstacleToRescind(id) {
      say(obstacle, isAlert: true)
      return []
    }
    guard canWrite(), let breach = standingBreach(of: id) else { return [] }
    return open(PromptPage(.rescind(breach.clock), [id], versions([id])))
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

  /// Asks once whether it is so: it goes before what the clock says, and cannot be taken back.
  mutating func asksWhetherKept(_ page: PromptPage, _ times: SpokenTime) -> Bool {
    guard case .rescind(let clock) = page.purpose, let at = page.keptAt(times), let id = page.targets.first
    else { return false }
    let question = Words(
      zh: "\(id) \(clock.words.zh)改记为 \(dates.short(at, near: now).zh) 已做到，收不回。Enter 确认，Esc 再改",
      en:
        "\(id) \(clock.words.en): kept at \(dates.short(at, near: now).en), for good. Enter confirms, Esc goes back"
    )
    guard page.question != question else { return false }
    var page = page
    page.question = question
    layers[layers.count - 1] = .prompt(page)
    return true
  }
}

extension PromptPage {
  /// When the promise was kept that it is about; nil for any other text.
  func keptAt(_ times: SpokenTime) -> Date? {
    guard case .rescind = purpose else { return nil }
    return times.leading(field.text)?.at
  }
}
