import Desk
import Foundation

extension Clerk {
  /// Takes in the events after `position`; within a transaction, after a look.
  func takeNews() throws(JournalError) {
    guard journal.head.position > position else { return }
    isAhead = true
    var news = Recorded(events: try journal.events(after: position, limit: .max))
    for event in news.events {
      // Whoever erased it may be gone before the last reader is.
      if case .household(_, .contactErased) = event.event { journal.owesForgetting = true }
      if case .ticket(let id, let happened) = event.event, desk.tickets[id] == nil, !happened.isReport,
        let ticket = try journal.fold(id, upTo: event.version - 1)
      {
        news.revived.append(ticket)
        desk.adopt(ticket)
      }
      desk.evolve(event)
    }
    desk.dropEnded(news.revived.map(\.id))
    hold(news)
    isAhead = false
  }

  /// After a transaction that failed half way: reads the desk again from `live`, and whatever was recorded after what callers were told.
  func recover() throws(JournalError) {
    guard isAhead else { return }
    try journal.reading { () throws(JournalError) in
      try journal.look()
      var news = Recorded(events: try journal.events(after: told, limit: .max))
      for event in news.events {
        if case .ticket(let id, let happened) = event.event, !happened.isReport,
          let ticket = try journal.fold(id, upTo: event.version - 1), ticket.isEnded
        {
          news.revived.append(ticket)
        }
      }
      desk = try journal.openDesk()
      position = journal.head.position
      hold(news)
    }
    isAhead = false
  }

  /// Keeps news for the next caller.
  private func hold(_ news: Recorded) {
    position = news.events.last?.position ?? position
    told = position
    waiting.add(news)
  }
}

extension TicketEvent {
  var isReport: Bool { if case .reported = self { true } else { false } }
}
