package import Desk
package import Foundation

/// Carries out commands: knows the desk as the record has it, asks it, and writes down what it answers.
package final class Clerk {
  let journal: Journal
  /// Everything open, folded from the record up to the last submission or catch-up.
  package internal(set) var desk: Desk
  /// The last event `desk` has taken in.
  var position: Int
  /// The last event that was given to a caller, or waits for one.
  var told: Int
  /// What `desk` has taken in and no caller was given yet.
  var waiting = Recorded()
  /// A transaction failed half way: `desk` is ahead of the record and must be read again.
  var isAhead = false

  /// Reads `live` and not the log, but where that is of another shape: the cost is that of what is open.
  package init(_ journal: Journal) throws(JournalError) {
    self.journal = journal
    (desk, position) = try journal.reading { () throws(JournalError) in
      try journal.look()
      return (try journal.openDesk(), journal.head.position)
    }
    told = position
  }

  /// Carries out one command as the only writer; waits so many seconds for its turn.
  ///
  /// - Throws: `busy`, `diskFull`: nothing happened, try again. `unknownOutcome`: submit the same once the store is open again.
  package func submit(_ submission: Submission, within limit: TimeInterval = 2) throws(JournalError)
    -> Outcome
  {
    try submit([submission], within: limit)[0]
  }

  /// Carries out several commands in one transaction, each recorded or refused on its own. What other processes wrote before comes
  /// first in the first `Recorded`; when all are refused it comes with the next one, or with `catchUp`.
  package func submit(_ batch: [Submission], within limit: TimeInterval = 2) throws(JournalError) -> [Outcome]
  {
    try recover()
    for submission in batch { learn(submission.command) }
    var transaction = Transaction()
    var outcomes = try journal.write(within: limit, atDoor: lookForNews) { () throws(JournalError) in
      try takeNews()
      isAhead = true
      var outcomes: [Outcome] = []
      outcomes.reserveCapacity(batch.count)
      for submission in batch { outcomes.append(try carryOut(submission.rounded, &transaction)) }
      try finish(transaction)
      return outcomes
    }
    (isAhead, told) = (false, position)
    if let index = outcomes.firstIndex(where: \.isRecorded), !waiting.isEmpty,
      case .recorded(let own) = outcomes[index]
    {
      var all = waiting
      all.add(own)
      outcomes[index] = .recorded(all)
      waiting = Recorded()
    }
    return outcomes.map { if case .recorded(let recorded) = $0 { .recorded(named(recorded)) } else { $0 } }
  }

  /// With the names and phones it speaks of, read when nobody waits for it any more. What is on record is told also when they cannot be
  /// read: an error here would make somebody ask for it a second time.
  private func named(_ recorded: Recorded) -> Recorded {
    let keys = recorded.contactKeys
    guard !keys.isEmpty else { return recorded }
    var named = recorded
    do throws(JournalError) {
      named.contacts = try journal.contacts(Array(keys))
      named.erased = try journal.erased(keys.subtracting(named.contacts.keys))
    } catch {}
    return named
  }

  /// Learns how a new ticket's words are read before the lock is taken, so that nobody waits for it.
  private func learn(_ command: Command) {
    let ticket: NewTicket
    switch command {
    case .report(let reported): ticket = reported
    case .importTicket(let row): ticket = row.report
    default: return
    }
    for text in [ticket.category, ticket.subject, ticket.place.text, ticket.text]
    where !text.utf8.allSatisfy({ $0 < 0x80 }) {
      journal.readings.learn(text)
    }
  }

  /// Takes in what other processes wrote; nil when there is nothing new. Costs one look at a counter when there is not.
  package func catchUp() throws(JournalError) -> Recorded? {
    try recover()
    try lookForNews()
    defer { waiting = Recorded() }
    return waiting.isEmpty ? nil : named(waiting)
  }

  private func lookForNews() throws(JournalError) {
    try journal.reading { () throws(JournalError) in
      try journal.look()
      try takeNews()
    }
  }
}

extension Outcome {
  fileprivate var isRecorded: Bool { if case .recorded = self { true } else { false } }
}

extension Submission {
  /// Itself with both times in whole milliseconds, as they are stored.
  fileprivate var rounded: Submission {
    var rounded = self
    rounded.occurredAt = Date(milliseconds: occurredAt.milliseconds)
    rounded.recordedAt = Date(milliseconds: recordedAt.milliseconds)
    return rounded
  }
}
