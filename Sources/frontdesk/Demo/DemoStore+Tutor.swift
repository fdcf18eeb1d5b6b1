import Desk
import Foundation
import Journal

extension DemoStore {
  /// Fills a store with the handful of calls that the guided tasks are about.
  func fillForTutor() throws(JournalError) {
    let start = now.addingTimeInterval(-3600)
    for member in DemoDay.staff { _ = try submit(.joinStaff(member), at: start) }
    _ = try submit(.startShift(.early, on: DemoDay.onDuty), at: start)
    let numbers = Numbers()
    for (index, call) in DemoDay.practice.enumerated() {
      try take(call, index, numbers, at: now.addingTimeInterval(-call.ago * 60))
      for step in call.steps {
        guard let id = numbers.ids[index] else { continue }
        _ = try submit(.ticket(id, step.command), at: now.addingTimeInterval(-step.ago * 60))
      }
    }
  }
}
