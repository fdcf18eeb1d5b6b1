import Desk
import Foundation

/// Turns folded things into the state of a `live` row and back. Derived: its shape may change with the derived format's number.
enum StateCodec {
  /// A ticket in about 1.5 µs and back in 4; `JSONEncoder` takes 30 µs, which every append would pay.
  static func encode(_ ticket: Ticket) -> [UInt8] {
    var writer = PayloadWriter()
    writer.put("version", ticket.version)
    writer.put("reportedAt", ticket.reportedAt)
    let reported = ticket.reported
    writer.put("place", reported.place.text)
    writer.put("subject", reported.subject)
    writer.put("text", reported.text)
    writer.put("channel", ticket.channel.rawValue)
    writer.put(origin: ticket.origin)
    writer.put("asset", ticket.asset)
    writer.put(source: ticket.source)
    writer.put("due", ticket.logDueAt)
    if ticket.policyVersion != 0 { writer.put("policy", ticket.policyVersion) }
    writer.put("work") { $0.put(work: ticket.work) }
    if !ticket.crossings.isEmpty {
      writer.put("crossings", objects: ticket.crossings) { writer, crossing in
        writer.put("clock", crossing.clock.rawValue)
        if let left = crossing.left { writer.put("left", left) }
        writer.put("cycle", crossing.cycle)
        writer.put("at", crossing.at)
        writer.put("since", crossing.since)
        writer.put("rescindedAt", crossing.rescindedAt)
        writer.put("heardAt", crossing.heardAt)
      }
    }
    if !ticket.escalations.isEmpty {
      writer.put("escalations", objects: ticket.escalations) { $0.put(escalation: $1) }
    }
    writer.put("givenBackAt", ticket.givenBackAt)
    writer.put("ruledAt", ticket.ruledAt)
    writer.put("policyAppliedAt", ticket.policyAppliedAt)
    if !ticket.undoneStops.isEmpty {
      writer.put("undoneStops", objects: ticket.undoneStops) { writer, span in
        writer.put("from", span.lowerBound)
        writer.put("to", span.upperBound)
      }
    }
    if !ticket.reopenings.isEmpty { writer.put(reopenings: ticket.reopenings) }
    writer.put("notes", ticket.notes)
    return writer.finished()
  }

  static func ticket(_ id: TicketID, _ state: UnsafeRawBufferPointer) throws(PayloadError) -> Ticket {
    let it = try PayloadObject(json: state)
    var ticket = NewTicket(
      kind: id.kind, place: Place(stored: ""), subject: "", channel: try it.word("channel"))
    ticket.origin = try it.origin()
    ticket.asset = try it.textOrNil("asset")
    var report = Reported(ticket, source: try it.source(), dueAt: nil)
    report.place = Place(stored: try it.text("place"))
    report.subject = try it.text("subject")
    report.text = try it.text("text")
    report.due = try it.numberOrNil("due")
    return Ticket(
      Ticket(id, report, at: try it.date("reportedAt")), version: try it.number("version"),
      policy: try it.numberOrNil("policy").map(Int.init) ?? 0,
      work: try it.object("work").work(), crossings: try crossings(it),
      escalations: try escalations(it), givenBackAt: try it.dateOrNil("givenBackAt"),
      ruledAt: try it.dateOrNil("ruledAt"), policyAppliedAt: try it.dateOrNil("policyAppliedAt"),
      undoneStops: try undoneStops(it), reopenings: try it.reopenings(),
      notes: try it.number("notes"))
  }

  private static func undoneStops(_ it: PayloadObject) throws(PayloadError) -> [Range<Date>] {
    var spans: [Range<Date>] = []
    for it in try it.objects("undoneStops") {
      let (from, to) = (try it.date("from"), try it.date("to"))
      guard from < to else { throw PayloadError(reason: "a stop was taken back before it was") }
      spans.append(from..<to)
    }
    return spans
  }

  private static func escalations(_ it: PayloadObject) throws(PayloadError) -> [Escalation] {
    var escalations: [Escalation] = []
    for it in try it.objects("escalations") { escalations.append(try it.escalation()) }
    return escalations
  }

  private static func crossings(_ it: PayloadObject) throws(PayloadError) -> [Crossing] {
    var crossings: [Crossing] = []
    for it in try it.objects("crossings") {
      crossings.append(
        Crossing(
          clock: try it.word("clock"), left: try it.numberOrNil("left").map { Int($0) },
          cycle: try it.number("cycle"), at: try it.date("at"),
          since: try it.dateOrNil("since"), rescindedAt: try it.dateOrNil("rescindedAt"),
          heardAt: try it.dateOrNil("heardAt")))
    }
    return crossings
  }
}

extension PayloadWriter {
  mutating func put(reopenings: [Reopening]) {
    put("reopenings", objects: reopenings) { writer, reopening in
      writer.put("closedAt", reopening.closedAt)
      writer.put("reopenedAt", reopening.reopenedAt)
    }
  }
}

extension PayloadObject {
  func reopenings() throws(PayloadError) -> [Reopening] {
    var reopenings: [Reopening] = []
    for it in try objects("reopenings") {
      reopenings.append(
        Reopening(closedAt: try it.date("closedAt"), reopenedAt: try it.date("reopenedAt")))
    }
    return reopenings
  }
}

/// The folded things that are few, all but tickets, by Foundation's coder with instants in milliseconds.
extension StateCodec {
  static func encode(_ value: some Encodable) throws(JournalError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(date.milliseconds)
    }
    do { return Array(try encoder.encode(value)) } catch {
      throw .damaged(.derived(stream: "\(type(of: value)): \(error)"))
    }
  }

  static func decode<Value: Decodable>(
    _: Value.Type, _ state: UnsafeRawBufferPointer
  ) throws(PayloadError) -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      Date(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }
    do { return try decoder.decode(Value.self, from: Data(state)) } catch {
      throw PayloadError(reason: "\(error)")
    }
  }
}
