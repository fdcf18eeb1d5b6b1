import Desk

/// Ticket numbers as people type them.
enum TicketNumber {
  static func read(_ text: String) throws(Failure) -> TicketID {
    guard let id = TicketID(text) else {
      throw Failure(
        .usage, zh: "“\(text.plainLine)”不是单号。请写成 R-12。",
        en: "\"\(text.plainLine)\" is no ticket number. Write R-12.")
    }
    return id
  }
}
