import Dashboard
import Desk
import Foundation
import Screen

/// Desks and screens in memory, without a store.
enum SampleBoard {
  /// 2025-10-14 12:00:00 UTC.
  static let now = Date(timeIntervalSince1970: 1_760_443_200)

  /// A desk with so many open tickets of the last three hours.
  static func desk(open: Int) -> Desk {
    var desk = Desk(policy: .standard, zone: TimeZone(identifier: "Asia/Shanghai") ?? .gmt)
    var tickets = SampleTickets(seed: 5)
    var numbers: [TicketKind: Int] = [:]
    for index in 0..<open {
      let ticket = tickets.next()
      numbers[ticket.kind, default: 0] += 1
      let id = TicketID(ticket.kind, numbers[ticket.kind] ?? 1)
      desk.adopt(
        Ticket(id, Reported(ticket), at: now.addingTimeInterval(-10_800 * (1 - Double(index) / Double(open))))
      )
    }
    return desk
  }

  /// The tickets page of such a desk.
  static func model(open: Int, _ size: Size) -> Model {
    Model(
      size: size, language: .chinese, themes: [.mono], colours: 256, deskName: "翠湖花园前台",
      actor: Actor(name: "李敏", desk: "前台"), now: now, desk: desk(open: open), contacts: [:])
  }
}
