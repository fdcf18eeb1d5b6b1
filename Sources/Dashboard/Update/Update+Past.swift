import Desk
import Foundation
import Screen

extension Model {
  /// Asks for the past of the place that is looked at: at once where a choice hangs on it, else with the second, when the cursor has come
  /// to rest.
  mutating func askPast(isSecond: Bool) -> [Effect] {
    guard isSecond || isChoosing, !isWall, !isOnWall, let place = placeInView, !place.text.isEmpty,
      placeBook.ask(place)
    else { return [] }
    return [.loadPast(place, since: now.addingTimeInterval(-PlaceBook.span))]
  }

  /// Asks for the story of the ticket whose lines are told below the list, where it is not known who took it down.
  mutating func askTaker() -> [Effect] {
    guard layers.isEmpty, !isWall, layout.preview.rows > 1, let id = selectedTicket,
      desk.tickets[id] != nil, takers[id] == nil
    else { return [] }
    takers[id] = ""
    return [.loadTimeline(id)]
  }

  /// Notes who took a ticket down, while it is open.
  mutating func noteTaker(_ recorded: RecordedEvent) {
    guard case .ticket(let id, _) = recorded.event, let taker = recorded.taker, desk.tickets[id] != nil else {
      return
    }
    takers[id] = taker
  }

  /// Who took a ticket down, as far as that is known here; of one that has ended its own page tells. Empty for nobody.
  func taker(of id: TicketID) -> String {
    if let taker = takers[id] { return taker }
    guard case .detail(let page) = layers.last(where: { !$0.isBox }), page.id == id else { return "" }
    return page.events.lazy.compactMap(\.taker).first ?? ""
  }

  /// Takes in what was closed at a place; a list of hands that was just opened is put in order by it.
  mutating func learn(_ place: Place, _ rows: [FoundTicket]) {
    placeBook.take(place, rows)
    guard case .picker(let page) = layers.last, page.isOfStaff, page.field.isEmpty, page.index == 0 else {
      return
    }
    layers[layers.count - 1] = .picker(.staff(self, page.seen))
  }

  /// Lets go of what is known of the place of a ticket that something happens to.
  mutating func forgetPast(of ticket: Ticket?) {
    if let ticket { placeBook.forget(ticket.place) }
  }

  private var isChoosing: Bool {
    switch layers.last {
    case .triage, .detail: true
    case .picker(let page): page.isOfStaff
    default: false
    }
  }

  /// Where the call on the form comes from, else where the ticket is that is looked at.
  private var placeInView: Place? {
    for case .form(let page) in layers { return Place(page.text(.place)) }
    if case .picker(let page) = layers.last, page.isOfStaff {
      return page.seen.keys.min().flatMap { desk.tickets[$0]?.place }
    }
    return selectedTicket.flatMap { desk.tickets[$0] ?? shownTicket($0) }?.place
  }
}

extension RecordedEvent {
  /// Who took down the ticket that began with it: empty where another system's log or the desk itself did; nil for any other event.
  fileprivate var taker: String? {
    guard case .ticket(_, .reported(let report)) = event else { return nil }
    return report.source == nil && actor != .system ? actor.name : ""
  }
}

extension PickerPage {
  /// Whether it offers people for tickets.
  var isOfStaff: Bool { if case .staff = items.first?.choice { true } else { false } }
}
