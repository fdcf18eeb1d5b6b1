import Desk
package import Foundation
package import Screen

/// The picture that is kept while somebody selects text from it.
package struct StillPicture: Equatable, Sendable {
  package var frame: Frame
  package var until: Date

  /// How long it is kept at most (*design*).
  static let span: TimeInterval = 60
}

extension Model {
  /// Keeps the screen as it is, once it says so: nothing is drawn and nothing rings until a key, a minute, or a promise that breaks.
  mutating func keepStill() -> [Effect] {
    if !layers.isEmpty { say(StillPicture.words) }
    still = StillPicture(frame: Frame(size: size), until: now.addingTimeInterval(StillPicture.span))
    let frame = draw(self)
    still?.frame = frame
    return []
  }

  /// Lets the screen follow the desk again.
  mutating func endStill() {
    guard still != nil else { return }
    still = nil
    if notice?.words == StillPicture.words { notice = nil }
  }

  /// Whether an event is worth moving the screen for while somebody selects text.
  func breaksStill(_ event: Event) -> Bool {
    switch event {
    case .ticket(_, .breached): true
    case .ticket(_, .escalated(let escalation)): escalation.isOfIgnored
    case .incident(_, .declared(let incident)): !incident.isDrill
    default: false
    }
  }
}

extension StillPicture {
  /// What the tab row says before the screen stands still.
  static let words = Words(
    zh: "画面冻结 60 秒，可选取文字；任意键继续", en: "frozen 60 s to select text; any key goes on")
}
