import Desk
import struct Desk.Stream
import Foundation

extension Journal {
  /// The desk as `live` has it, with the last number given out by kind.
  func openDesk() throws(JournalError) -> Desk {
    guard isDerivedKnown else { return try foldDesk() }
    var desk = Desk(zone: zone)
    let statement = try connection.statement("SELECT stream, state, version FROM live")
    defer { statement.reset() }
    while try statement.step() {
      let stream = statement.text(0)
      do {
        if let id = TicketID(stored: stream) {
          desk.adopt(try StateCodec.ticket(id, statement.bytes(1)))
        } else {
          try StateCodec.adopt(
            Stream(rawValue: stream), statement.bytes(1), version: statement.int(2), by: &desk)
        }
      } catch {
        throw .damaged(.derived(stream: stream))
      }
    }
    desk.adopt(beganAt: try beganAt())
    for kind in TicketKind.allCases {
      let last = try lastNumber(of: kind)
      if last > 0 { desk.adopt(lastNumber: last, of: kind) }
    }
    return desk
  }

  /// The last number given out, 0 for none. Numbers have no gaps: doubled until one is free, then halved, some forty look-ups among a
  /// million tickets; an index of `history` for this alone took a thirtieth of an import.
  private func lastNumber(of kind: TicketKind) throws(JournalError) -> Int {
    var (given, free) = (0, 1)
    while try row(of: TicketID(kind, free)) != nil { (given, free) = (free, free * 2) }
    while free - given > 1 {
      let middle = (given + free) / 2
      if try row(of: TicketID(kind, middle)) != nil { given = middle } else { free = middle }
    }
    return given
  }

  /// The desk folded from the whole log.
  private func foldDesk() throws(JournalError) -> Desk {
    var refold = Refold(connection, Desk(zone: zone))
    var last: [TicketKind: Int] = [:]
    try log.read { (event) throws(JournalError) in
      if case .ticket(let id, .reported) = event.event { last[id.kind] = max(last[id.kind] ?? 0, id.number) }
      _ = try refold.take(event)
    }
    var desk = refold.desk
    desk.adopt(beganAt: try beganAt())
    for row in refold.open.values { desk.adopt(row.ticket) }
    for (kind, number) in last { desk.adopt(lastNumber: number, of: kind) }
    return desk
  }

  /// When the first event was recorded; nil while there is none.
  func beganAt() throws(JournalError) -> Date? {
    try connection.number("SELECT recorded_at FROM event WHERE position = 1").map {
      Date(milliseconds: Int64($0))
    }
  }

  func putLive(_ stream: String, _ version: Int, _ state: [UInt8]) throws(JournalError) {
    let statement = try connection.statement(
      """
      INSERT INTO live (stream, version, state) VALUES (?, ?, ?)
        ON CONFLICT (stream) DO UPDATE SET version = excluded.version, state = excluded.state
      """)
    statement.bind(1, stream)
    statement.bind(2, version)
    statement.bind(text: state, 3)
    try statement.run()
  }

  func dropLive(_ stream: String) throws(JournalError) {
    let statement = try connection.statement("DELETE FROM live WHERE stream = ?")
    statement.bind(1, stream)
    try statement.run()
  }

  /// The greatest id of a command on record, all zeros while there is none.
  func lastCommand() throws(JournalError) -> UUID {
    let statement = try connection.statement("SELECT command FROM event ORDER BY command DESC LIMIT 1")
    defer { statement.reset() }
    return try Statement.uuid(
      statement.step() ? statement.bytes(0) : UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// Whether a command may be on record: not when its id comes after every other, as most do.
  func mayKnow(_ command: UUID) -> Bool { newestCommand.map { command <= $0 } ?? true }

  /// The digest kept with a command's first event; nil for a command that recorded nothing.
  func digest(of command: UUID) throws(JournalError) -> [UInt8]? {
    let statement = try connection.statement("SELECT digest FROM event WHERE command = ? AND seq = 0")
    statement.bind(1, command)
    defer { statement.reset() }
    return try statement.step() ? statement.blob(0) : nil
  }
}

extension Clerk {
  /// Writes the rows of everything the transaction touched, once each.
  func finish(_ transaction: Transaction) throws(JournalError) {
    // By their indices: as a copy one has some sixty references.
    for index in transaction.tickets.indices { try finish(transaction.tickets[index]) }
    if transaction.hasNew { try journal.indexWhenLong(importing: !transaction.imported.isEmpty) }
    try finishThings(transaction)
  }

  private func finish(_ touched: Transaction.TouchedTicket) throws(JournalError) {
    guard let ticket = touched.ended ?? desk.tickets[touched.id] else {
      throw .damaged(.derived(stream: touched.id.description))
    }
    let stream = ticket.id.description
    if !ticket.isEnded {
      try journal.putLive(stream, ticket.version, StateCodec.encode(ticket))
    } else if case .before(let before) = touched.found, !before.isEnded {
      try journal.dropLive(stream)
    }
    switch touched.found {
    case .new(let row): try journal.insertHistory(ticket, row: row)
    case .before(let before):
      guard ticket.isEnded || !before.looks(like: ticket) else { return }
      try journal.updateHistory(ticket, before: before)
    }
  }

  private func finishThings(_ transaction: Transaction) throws(JournalError) {
    for stream in transaction.things {
      if let state = try StateCodec.state(of: stream, desk) {
        try journal.putLive(stream.rawValue, desk.version(of: stream), state)
      } else {
        try journal.dropLive(stream.rawValue)
      }
    }
  }
}

extension Ticket {
  /// Whether both have the same row in `history`: what a ticket goes through while it is open is in `live` alone.
  fileprivate func looks(like other: Ticket) -> Bool {
    isEnded == other.isEnded && reads(like: other)
      && work.closedAt == other.work.closedAt
      && reopenings == other.reopenings
  }

  /// Whether both have the same words to be found by: of those only category and what was put right ever change.
  func reads(like other: Ticket) -> Bool {
    work.category == other.work.category && work.amendment == other.work.amendment
  }
}
