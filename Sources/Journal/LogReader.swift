import Desk

/// The whole log up to a position, and how another connection to it is opened.
struct Log: Sendable {
  let open: @Sendable () throws(JournalError) -> Connection
  var last = Int.max

  /// Reads the log in order. A thread and a connection of its own read ahead, because making events of rows takes as long as what is
  /// done with them. With the hash before the first event it checks the chain and the positions, and passes over what cannot be read;
  /// without, it takes them on trust, and throws `damaged`.
  @discardableResult
  func read(
    checkedFrom beginning: Hash? = nil, _ take: (RecordedEvent) throws(JournalError) -> Void
  ) throws(JournalError) -> Findings {
    let pages = BoundedQueue<[RecordedEvent]>()
    let reader = Aside { [self] () throws(JournalError) in
      defer { pages.end() }
      var reader = LogReader(beginning: beginning)
      try reader.read(open(), upTo: last, into: pages)
      return reader.findings
    }
    do throws(JournalError) {
      var next = pages.take()
      while let page = next {
        for event in page { try take(event) }
        next = pages.take(after: page)
      }
    } catch {
      pages.leave()
      _ = try? reader.value()
      throw error
    }
    return try reader.value()
  }
}

extension Journal {
  /// The log as this connection has last looked at it.
  var log: Log {
    Log(
      open: { [folder] () throws(JournalError) in try Self.connect(folder, readOnly: true) },
      last: head.position)
  }
}

/// One pass over the rows of the log.
private struct LogReader {
  let beginning: Hash?
  var findings = Findings()
  private var input = HashInput()
  private var hash: Hash = []
  private var position = 0

  init(beginning: Hash?) {
    self.beginning = beginning
    if let beginning { hash = beginning }
  }

  mutating func read(
    _ connection: Connection, upTo last: Int, into pages: BoundedQueue<[RecordedEvent]>
  ) throws(JournalError) {
    let statement = try connection.statement(EventRow.select + "WHERE position <= ? ORDER BY position")
    statement.bind(1, last)
    defer { statement.reset() }
    var page: [RecordedEvent] = []
    while try statement.step() {
      let row = EventRow(statement)
      if beginning != nil { check(row, statement) }
      do throws(JournalError) { page.append(try row.event()) } catch {
        guard beginning != nil, case .damaged(let damage) = error else { throw error }
        findings.add(.payload, at: "\(row.position)", .damage(damage))
      }
      guard page.count == 512 else { continue }
      guard pages.hand(page) else { return }
      page.removeAll(keepingCapacity: true)
    }
    if !page.isEmpty { _ = pages.hand(page) }
    findings.anchor = Anchor(position: position, hash: hash)
  }

  private mutating func check(_ row: EventRow, _ statement: Statement) {
    let at = row.position
    if at != position + 1 { findings.add(.gaps, at: "\(at)", .follows(position)) }
    input.begin(after: hash)
    row.cover(statement, &input)
    (position, hash) = (at, input.hash)
    let stored = statement.bytes(14)
    if !hash.withUnsafeBytes({ $0.holdsSame(as: stored) }) {
      findings.add(.chain, at: "\(at)", .hash)
      hash = Array(stored)
    }
    if !row.isDated { findings.add(.payload, at: "\(at)", .undated) }
    findings.events += 1
  }
}
