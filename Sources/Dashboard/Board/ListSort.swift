package import Desk
import Foundation

/// In which order the lists have their tickets.
package enum ListSort: String, CaseIterable, Sendable {
  /// What breaks next first, held ones behind.
  case governing
  case number
  /// By building, unit and room, public areas behind.
  case place
  /// The newest first.
  case received

  /// What the tab row says of it.
  var words: Words {
    switch self {
    case .governing: Words(zh: "按剩余时间", en: "by time left")
    case .number: Words(zh: "按单号", en: "by number")
    case .place: Words(zh: "按位置", en: "by place")
    case .received: Words(zh: "按受理 新在前", en: "newest first")
    }
  }

  /// Where a ticket belongs, on the scale that `Order` sorts by; equals stand by their numbers.
  func rank(_ ticket: Ticket) -> Date {
    switch self {
    case .governing, .number: .distantPast
    case .place: Date(timeIntervalSinceReferenceDate: ticket.place.rank)
    case .received: Date(timeIntervalSinceReferenceDate: -ticket.reportedAt.timeIntervalSinceReferenceDate)
    }
  }
}

extension Place {
  /// Rooms as one walks: building, unit, room, each by its number; behind them areas by the beginning of their names, then what has no
  /// place yet.
  fileprivate var rank: Double {
    if isRoom {
      return text.split(separator: "-").reduce(0) { rank, part in
        rank * 1e6 + (Double(part.prefix { $0.isNumber }) ?? Double(part.unicodeScalars.first?.value ?? 0))
      }
    }
    let name = short.unicodeScalars.prefix(3).map { Double(min($0.value, 0xFFFF)) }
    let start = (name + [0, 0, 0]).prefix(3).reduce(0) { $0 * 65536 + $1 }
    return name.isEmpty ? 1e20 : 1e19 + start * 65536
  }
}

extension Board {
  /// The tickets as the list has them; the orders by time stay beside it for everything else.
  package struct Sorted: Equatable, Sendable {
    package let sort: ListSort
    package fileprivate(set) var tickets: Order<TicketID>
    package fileprivate(set) var complaints: Order<TicketID>

    init(_ desk: Desk, by sort: ListSort) {
      self.sort = sort
      let all = desk.tickets.values.map { (key: $0.id, at: sort.rank($0)) }
      tickets = Order(all.filter { $0.key.kind != .complaint })
      complaints = Order(all.filter { $0.key.kind == .complaint })
    }

    mutating func set(_ id: TicketID, _ ticket: Ticket?) {
      let rank = ticket.map(sort.rank)
      if id.kind == .complaint { complaints.set(id, to: rank) } else { tickets.set(id, to: rank) }
    }
  }

  /// The rows of the list of tickets.
  package var ticketRows: Order<TicketID> { sorted?.tickets ?? tickets }

  /// The rows of the list of complaints.
  package var complaintRows: Order<TicketID> { sorted?.complaints ?? complaints }

  /// Lists the tickets in another order; sorts all that are open.
  mutating func sort(_ desk: Desk, by sort: ListSort) {
    guard sort != (sorted?.sort ?? .governing) else { return }
    sorted = sort == .governing ? nil : Sorted(desk, by: sort)
  }
}

extension Model {
  /// In which order the list is: as chosen on the screen, else as the settings say.
  var sort: ListSort { chosenSort ?? settings.sort }

  /// How much of the screen the list has: as chosen on the screen, else as the settings say.
  var density: Settings.Density { chosenDensity ?? settings.density }

  /// Puts the list into an order that is kept for the next time.
  mutating func sort(by sort: ListSort) -> [Effect] {
    chosenSort = sort
    sortList()
    let words = sort.words
    say(Words(zh: "列表\(words.zh)", en: "The list is \(words.en)"))
    return []
  }

  /// Lets the list follow the order that holds; at once, because somebody asked for it.
  mutating func sortList() {
    guard sort != (board.sorted?.sort ?? .governing) else { return }
    board.sort(desk, by: sort)
    thaw(keepingSelected: false)
    refilter()
  }

  mutating func changeDensity() -> [Effect] {
    let isCompact = density == .normal
    chosenDensity = isCompact ? .compact : .normal
    say(
      isCompact
        ? Words(zh: "紧凑：列表多几行，预览和消息少几行", en: "Compact: more rows, less preview and fewer messages")
        : Words(zh: "常规密度", en: "Normal density"))
    return []
  }
}
