package import Desk
import Screen

/// Guided tasks for a newcomer, one after the other; what is done is read off the record, so every way of doing it counts.
package struct Tutor: Equatable, Sendable {
  /// What is to be done.
  package enum Task: CaseIterable, Sendable {
    case call, find, assign, answer, hold, finish, undo, handOver
  }

  /// How many tasks are done.
  package private(set) var done = 0
  /// The language of the names and texts there are to practise on.
  let sample: Language
  /// Rows of the panel below the desk; 0 where the screen has no room for it.
  var rows = 0

  package init(sample: Language) { self.sample = sample }

  /// What is to be done now; nil when all is done.
  package var task: Task? { done < Task.allCases.count ? Task.allCases[done] : nil }

  /// What was done last; nil at the beginning.
  package var last: Task? { done > 0 ? Task.allCases[done - 1] : nil }

  /// Takes in what was recorded: each task by its own event, in their order.
  package mutating func take(_ events: [Event]) {
    for event in events where task?.isDone(by: event) == true { done += 1 }
  }

  /// Takes in that the cursor stands on what was looked up in Latin letters.
  mutating func takeFound() { if task == .find { done += 1 } }
}

extension Tutor.Task {
  fileprivate func isDone(by event: Event) -> Bool {
    switch (self, event) {
    case (.call, .ticket(_, .reported)), (.assign, .ticket(_, .assigned)),
      (.answer, .ticket(_, .arrivedOnSite)),
      (.answer, .ticket(_, .feedbackGiven)), (.hold, .ticket(_, .held)), (.finish, .ticket(_, .completed)),
      (.undo, .ticket(_, .corrected)), (.handOver, .shift(_, .signedOut)):
      true
    default: false
    }
  }
}

extension Model {
  /// Begins the guided tasks: the desk makes room for their panel.
  package mutating func begin(_ tutor: Tutor) {
    self.tutor = tutor
    fit(size)
  }

  /// Takes the size of the screen, less what the panel of the tasks needs.
  mutating func fit(_ size: Size) {
    tutor?.rows = size.rows >= 19 ? 3 : 0
    self.size = Size(rows: size.rows - (tutor?.rows ?? 0), columns: size.columns)
  }

  /// Looks whether a message did what the present task asks.
  mutating func followTutor(_ message: Message) {
    guard tutor != nil else { return }
    if case .recorded(let events, _, _, by: .hand) = message { tutor?.take(events.map(\.event)) }
    if let filter, !filter.isTyping, filter.field.text.contains(where: { $0.isASCII && $0.isLetter }),
      let id = selectedTicket, filter.shown.contains(id)
    {
      tutor?.takeFound()
    }
  }
}
