import Dashboard
import Desk
import Foundation
import Journal

extension DemoStore {
  /// Who sits at the desk of the guided tasks.
  static func practising(_ language: Language) -> Actor {
    language == .english ? Actor(name: "Li Min", desk: "Emerald Lake desk") : onDuty
  }

  /// Fills a store with the handful of calls that the guided tasks are about.
  func fillForTutor(_ language: Language) throws(JournalError) {
    let start = now.addingTimeInterval(-3600)
    let clerk = Self.practising(language)
    let isEnglish = language == .english
    for member in isEnglish ? DemoDay.englishStaff : DemoDay.staff {
      _ = try submit(.joinStaff(member), at: start, actor: clerk)
    }
    let onDuty = isEnglish ? DemoDay.englishOnDuty : DemoDay.onDuty
    _ = try submit(.startShift(.early, on: onDuty), at: start, actor: clerk)
    let numbers = Numbers()
    for (index, call) in (isEnglish ? DemoDay.englishPractice : DemoDay.practice).enumerated() {
      try take(call, index, numbers, at: now.addingTimeInterval(-call.ago * 60), by: clerk)
      for step in call.steps {
        guard let id = numbers.ids[index] else { continue }
        _ = try submit(.ticket(id, step.command), at: now.addingTimeInterval(-step.ago * 60), actor: clerk)
      }
    }
  }
}
