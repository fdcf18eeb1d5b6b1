import Desk
import Foundation
import Testing

@testable import Journal

/// Instants that no clock shows, as flipped bits make them.
@Suite struct FarInstantTests {
  let store = Store()

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "4611686018427387904"])
  func `an instant that no clock shows is a finding, and everything can still be computed anew`(
    instant: String
  ) async throws {
    do {
      let clerk = try store.clerk()
      try clerk.record(submission(1, leak()))
      try clerk.record(
        submission(2, .ticket(TicketID(.repair, 1), .assign(staff: "老王")), at: after(minutes: 1)))
    }
    try store.shell(
      "DROP TRIGGER event_is_never_changed; UPDATE event SET occurred_at = \(instant), recorded_at = \(instant)"
    )
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let journal = try Journal(path: folder, access: .readOnly)
      let classes = try journal.verify().classes
      #expect(classes.contains(.chain) && classes.contains(.payload))
      let writer = try Journal(path: folder, access: .readWrite(createZone: nil))
      try writer.rebuild()
      let clerk = try Clerk(writer)
      _ = clerk.desk.crossings(upTo: after(minutes: 60))
      #expect(try writer.history(HistoryQuery()).count == 1)
    }
  }
}
