package import Desk
package import Foundation

/// What the dashboard wants done outside itself, as a value.
package enum Effect: Equatable, Sendable {
  /// Submits one command; `seen` is the version on screen, `occurredAt` nil for now.
  case submit(Command, seen: Int?, occurredAt: Date?, contact: Contact?)
  case loadTimeline(TicketID)
  case search(String)
  /// Counts the figures of a period as the record has them now.
  case loadFigures(FigurePeriod)
  /// Counts what today brought, for the block on a wide screen.
  case loadToday(FigurePeriod)
  /// Reads the tickets that named a piece of equipment.
  case loadFaults(asset: String)
  /// Reads what was reported at a place since an instant and is closed.
  case loadPast(Place, since: Date)
  /// Reads who lives or works where.
  case loadDirectory
  /// Brings a form to the disk, under its number; the disk has it when the answer is there.
  case keepDraft(KeptDraft, Int)
  case dropDraft(Int)
  case keepState(KeptState)
  case readSettings
  case redraw
  /// Gives the terminal back and stops until somebody has the shell go on with it.
  case suspend
  case bell
  /// Hands a text to the person's clipboard.
  case copy(String)
  /// Tells a person who looks elsewhere, without a sound; a ticket's number and place, never a name.
  case toast(String)
  /// Tells the program of the settings what broke.
  case tell(Alarm)
  /// Hands a text to the printing program of the settings.
  case print(String)
  case quit
}
