import Foundation

extension Ticket {
  /// Opens a complaint about it, with its place, its callers by their keys in the vault, and its words.
  ///
  /// *Decision: where nothing has begun, the call was a complaint all along. Its clocks run from when it was reported, as after a split
  /// or a merge, so that sorting it anew wins nobody time; the ticket ends. Where somebody has it in hand or was told, the complaint is
  /// something new: its clocks run from now, as those of what is raised to urgent later, and the ticket goes on beside it.*
  func complain(_ words: String, _ desk: Desk, at instant: Date, by actor: Actor) throws(Refusal) -> [Fact] {
    guard !isEnded else { throw .ticketEnded(id, stage) }
    guard kind != .complaint else { throw .life(id, .alreadyComplaint) }
    let complaint = desk.nextID(.complaint)
    let start = hasBegun ? instant : work.cycleStartedAt
    var facts = [Fact(.ticket(complaint, .reported(report(words, desk, at: start, by: actor))), at: start)]
    for other in work.reporters.dropFirst() {
      let joined = Event.ticket(complaint, .reporterJoined(contact: other.contact, text: ""))
      facts.append(Fact(joined, at: max(start, other.joinedAt)))
    }
    return facts + [Fact(event(.complained(complaint, ends: !hasBegun)), at: instant)]
  }

  /// Whether anybody did anything about it.
  private var hasBegun: Bool {
    stage != .registered || work.cycle > 1 || work.arrivedAt != nil
      || work.reporters.contains { $0.toldAt != nil }
  }

  private func report(_ words: String, _ desk: Desk, at instant: Date, by actor: Actor) -> Reported {
    let words = words.plainLine
    let own = [subject, text].filter { !$0.isEmpty }.joined(separator: "\n")
    var report = Reported(
      NewTicket(
        kind: .complaint, place: place, category: work.category, subject: words.isEmpty ? subject : words,
        text: words.isEmpty ? text : own, channel: channel, contact: work.reporters.first?.contact),
      policy: desk.policies.version(at: instant))
    (report.inCharge, report.splitFrom) = (actor.name.plainLine, id)
    return report
  }
}
