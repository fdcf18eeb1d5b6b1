package import Desk
import Foundation
import Screen

/// Ticket after ticket that nobody has in hand, the most urgent first; the one in front stays until somebody decides.
package struct TriagePage: Equatable, Sendable {
  /// Those still to decide on, the one in front at `index`; newcomers join at the end.
  package internal(set) var queue: [TicketID]
  package internal(set) var index = 0
  /// Those that were given to somebody or answered, the last at the end.
  package internal(set) var decided: [TicketID] = []
  /// Those put last, the latest at the end.
  package internal(set) var skipped: [TicketID] = []

  /// Those that joined since triage began and have not been in front, the latest at the end.
  package internal(set) var newcomers: [TicketID] = []

  /// The card in front; nil when all are decided.
  package var current: TicketID? { queue.indices.contains(index) ? queue[index] : nil }

  /// Which card of all this is, counted from 1: those put last come round again.
  var place: Int {
    decided.count + (skipped.count % max(1, queue.count) + index) % max(1, queue.count) + 1
  }

  var total: Int { decided.count + queue.count }

  /// The newcomers that still stand behind the card in front.
  var behind: [TicketID] { newcomers.filter { queue.dropFirst(index + 1).contains($0) } }

  mutating func join(_ id: TicketID) {
    queue.append(id)
    newcomers.append(id)
  }

  mutating func decide() {
    guard let id = current else { return }
    decided.append(id)
    forget(id)
  }

  mutating func skip() {
    guard let id = current else { return }
    skipped.append(id)
    queue.append(queue.remove(at: index))
  }

  /// Goes back to the card before: the one above, else the one that was put last.
  mutating func goBack() {
    guard index == 0 else { return index -= 1 }
    guard let id = skipped.popLast(), let place = queue.firstIndex(of: id) else { return }
    queue.insert(queue.remove(at: place), at: 0)
  }

  /// Takes the card in front away: it needs nobody any more.
  mutating func drop() {
    if let id = current { forget(id) }
  }

  /// Takes a card away, wherever it is.
  mutating func forget(_ id: TicketID) {
    guard let place = queue.firstIndex(of: id) else { return }
    queue.remove(at: place)
    skipped.removeAll { $0 == id }
    if place < index { index -= 1 }
  }

  /// Puts a card in front, whatever was decided of it.
  mutating func takeBack(_ id: TicketID) {
    forget(id)
    decided.removeAll { $0 == id }
    queue.insert(id, at: min(index, queue.count))
  }
}

extension Model {
  /// Whether a ticket is open and waits for somebody to take it in hand.
  func needsHands(_ id: TicketID) -> Bool { desk.tickets[id]?.needsHands == true }

  /// A ticket that waits since triage began stands at the end; one that ended leaves, unless it is in front.
  mutating func joinTriage(_ id: TicketID) {
    for (place, layer) in layers.enumerated() {
      guard case .triage(var page) = layer else { continue }
      // What was given to somebody here and came back waits once more.
      if needsHands(id), desk.tickets[id]?.work.assignee != nil { page.decided.removeAll { $0 == id } }
      if needsHands(id), !page.queue.contains(id), !page.decided.contains(id) { page.join(id) }
      if desk.tickets[id] == nil, id != page.current { page.forget(id) }
      layers[place] = .triage(page)
    }
  }

  /// The card of a ticket whose decision was taken back, or not taken, comes to the front.
  mutating func reopenCard(_ id: TicketID) {
    guard needsHands(id) else { return }
    for (place, layer) in layers.enumerated() {
      guard case .triage(var page) = layer else { continue }
      page.takeBack(id)
      layers[place] = .triage(page)
    }
  }

  /// The card of a ticket whose decision was made once more goes.
  mutating func settleCard(_ id: TicketID) {
    guard !needsHands(id) else { return }
    for (place, layer) in layers.enumerated() {
      guard case .triage(var page) = layer, page.queue.contains(id) else { continue }
      page.forget(id)
      page.decided.append(id)
      page.index = min(page.index, max(0, page.queue.count - 1))
      layers[place] = .triage(page)
    }
  }

  /// Who waits, by what breaks first; looks at every open ticket, so only when triage begins.
  private func waiting() -> [TicketID] {
    let orders = [board.tickets, board.complaints]
    let waiting = orders.flatMap { order in
      order.keys.filter(needsHands).map { (id: $0, at: order.instant(of: $0) ?? .distantFuture) }
    }
    return waiting.sorted { ($0.at, $0.id) < ($1.at, $1.id) }.map(\.id)
  }

  mutating func triage() -> [Effect] {
    guard canWrite() else { return [] }
    let queue = waiting()
    guard !queue.isEmpty else {
      say(Words(zh: "没有待接的工单", en: "Everything is in somebody's hands"))
      return []
    }
    layers = [.triage(TriagePage(queue: queue))]
    return []
  }

  mutating func press(_ key: Key, _ page: TriagePage) -> [Effect] {
    switch KeyTable.folded(key) {
    case .escape: return leave(page)
    case .enter: return give(0, page)
    case .character(" "):
      return page.current.map(needsHands) == true ? turn(page) { $0.skip() } : pass(page)
    case .backspace, .up: return turn(page) { $0.goBack() }
    case .down: return turn(page) { $0.index = min($0.index + 1, max(0, $0.queue.count - 1)) }
    case .character("0"):
      guard let answer = page.current.flatMap(answerWithoutHands) else { return [] }
      return decide(page) { _ in answer }
    case .character(let digit) where digit.isASCII && digit.isNumber:
      return give((digit.wholeNumberValue ?? 0) - 1, page)
    default:
      guard let action = keyTable.action(for: key), action.isForTriage else { return sayUnbound(key) }
      return perform(action)
    }
  }

  /// What stops the clock of a card that is given to nobody: somebody was there, or whoever called knows; nil where neither is owed.
  func answerWithoutHands(_ id: TicketID) -> TicketCommand? {
    guard let ticket = desk.tickets[id] else { return nil }
    let open = Set(ticket.clocks(desk.policy(of: ticket)).filter(\.isOpen).map(\.id))
    let isUnseen = ticket.work.arrivedAt == nil && !open.isDisjoint(with: [.vital, .lighting])
    if isUnseen || !open.isDisjoint(with: [.onSite, .complaintOnSite]) { return .arrive }
    return open.isDisjoint(with: [.feedback, .complaintFeedback])
      ? nil : .giveFeedback(text: "", reporter: nil)
  }

  /// Who could take the card in front, best first; not who has it already.
  func hands(for page: TriagePage) -> [Hand] {
    guard let id = page.current else { return [] }
    let holder = desk.tickets[id]?.work.assignee
    return Array(hands(for: [id]).filter { $0.name != holder }.prefix(9))
  }

  private mutating func give(_ index: Int, _ page: TriagePage) -> [Effect] {
    let hands = hands(for: page)
    guard hands.indices.contains(index) else {
      guard hands.isEmpty, page.current != nil else { return [] }
      return assign()
    }
    return decide(page) { _ in .assign(staff: hands[index].name) }
  }

  /// Goes on from a card that waits for nobody any more: it was put on hold here, or others took it.
  private mutating func pass(_ page: TriagePage) -> [Effect] {
    let isHeld = page.current.map(isHeld) ?? false
    return turn(page) { isHeld ? $0.decide() : $0.drop() }
  }

  private func isHeld(_ id: TicketID) -> Bool { desk.tickets[id]?.work.openHold != nil }

  private mutating func decide(_ page: TriagePage, _ command: (Ticket) -> TicketCommand?) -> [Effect] {
    guard let id = page.current, needsHands(id) else { return pass(page) }
    guard canWrite() else { return [] }
    let effects = order([id], command)
    return effects + turn(page) { $0.decide() }
  }

  /// Goes on with another card, past those that others took meanwhile.
  private mutating func turn(_ page: TriagePage, _ change: (inout TriagePage) -> Void) -> [Effect] {
    var page = page
    let before = page.current
    change(&page)
    while let id = page.current, id != before, !needsHands(id) { page.drop() }
    page.index = min(page.index, max(0, page.queue.count - 1))
    if let id = page.current { page.newcomers.removeAll { $0 == id } }
    layers[layers.count - 1] = .triage(page)
    return []
  }

  private mutating func leave(_ page: TriagePage) -> [Effect] {
    layers.removeLast()
    let left = page.queue.count(where: needsHands)
    // What was put on hold and is still in front is decided too.
    let held = page.current.map(isHeld) ?? false
    let decided = page.decided.count + (held ? 1 : 0)
    say(
      Words(
        zh: "分诊：已定 \(decided) 张，待接 \(left) 张", en: "Triage: \(decided) decided, \(left) wait"))
    return []
  }
}

extension Action {
  /// What may be done with the card in front besides giving it to somebody.
  fileprivate var isForTriage: Bool {
    switch self {
    case .assign, .answer, .hold, .amend, .note, .categorise, .urgency, .merge, .complain, .cancel, .reveal,
      .undo, .redo, .commands, .help, .language, .theme, .redraw, .mute, .quit:
      true
    default: false
    }
  }
}
