package import Desk
package import Foundation
package import Screen

/// Something that happened to the dashboard, in the past tense.
package enum Message: Equatable, Sendable {
  case keyPressed(Key)
  case resized(Size)
  case ticked(Date)
  /// The system clock was set so many seconds ahead, or back when negative.
  case clockJumped(by: TimeInterval)
  /// Events were recorded, here or by another process.
  case recorded([RecordedEvent], revived: [Ticket], contacts: [String: Contact], by: Recorder)
  case refused(Refusal)
  /// The world said no to a command, worded where the failure is known; nothing happened.
  case unrecorded(Words)
  /// The store had no time or no room for a command, and nothing happened.
  case putOff(Words)
  /// Something else could not be done.
  case failed(Words)
  /// The store may no longer be written, or may again.
  case storeChanged(readOnly: Words?)
  /// Names that were looked for and are not there, because they were erased on record.
  case erasedBefore(Set<String>)
  case timelineLoaded(TicketID, Ticket?, [RecordedEvent], contacts: [String: Contact])
  case figuresCounted(FigureBook)
  case todayCounted(FigureBook)
  /// What was closed at a place of late, newest first.
  case pastRead(Place, [FoundTicket])
  case directoryRead(Directory)
  case found(ResultsPage.Subject, [FoundTicket])
  /// Drafts of an earlier run were found, by the numbers they are kept under.
  case draftsFound([Int: KeptDraft])
  /// What is typed does not reach the disk, and why; nil when it does again.
  case draftsUnkept(Words?)
  /// The settings were read again; `fault` says what was wrong and what holds meanwhile.
  case settingsRead(Settings?, themes: [Theme], fault: Words?)
  /// The settings folder was looked through for a policy: nil where it has none, or none that can be used, and `fault` says why.
  case policyFound(Policy?, fault: Words?)
  /// The desk is being left, by whatever way.
  case left
  /// The terminal said what it can do.
  case terminalTold(TerminalFacts)
}

/// Who had events recorded, as this process sees it.
package enum Recorder: Equatable, Sendable {
  /// Somebody at this desk, with a command of their own.
  case hand
  /// This process, because time ran out. Of all that run on a store only one records it, and that one tells whoever is to be told.
  case clock
  /// Another process.
  case others
}

/// A line of the search through the whole record.
package struct FoundTicket: Equatable, Sendable {
  package var id: TicketID
  package var place: String
  package var subject: String
  package var category: String
  package var stage: TicketStage
  package var assignee: String
  package var reportedAt: Date
  package var closedAt: Date?

  package init(
    id: TicketID, place: String, subject: String, category: String, stage: TicketStage, assignee: String,
    reportedAt: Date, closedAt: Date?
  ) {
    self.id = id
    self.place = place
    self.subject = subject
    self.category = category
    self.stage = stage
    self.assignee = assignee
    self.reportedAt = reportedAt
    self.closedAt = closedAt
  }
}
