import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Guided tasks in a throw-away store.
@Suite struct TutorTests {
  /// The sample desk with the tasks begun.
  private func seat(_ language: Language = .chinese) -> Seat {
    var seat = Seat(80, 24, language)
    seat.model.begin(Tutor(sample: .chinese))
    return seat
  }

  @Test(arguments: Language.allCases) func `doing what the panel says leads from the first task to the last`(
    language: Language
  ) {
    var seat = seat(language)
    let keys = [
      ["F2", "5-1-302 ls 厨房", "Ctrl-S"], ["F3", "tiaozha", "Enter"], ["F5", "lw", "Enter"], ["F6"],
      ["F7", "1"],
      ["F7", "F8"], ["u"], ["9", "F8", "F8", "y"],
    ]
    for (index, keys) in keys.enumerated() {
      #expect(seat.model.tutor?.done == index)
      #expect(seat.text.contains(language == .chinese ? "练习 \(index + 1)/8" : "Practice \(index + 1) of 8"))
      for key in keys { seat.press(key) }
    }
    #expect(seat.model.tutor?.task == nil)
    #expect(seat.text.contains(language == .chinese ? "八件事都会了" : "You know all eight"))
  }

  @Test func `who practises in English is asked for no Chinese text`() {
    let tutor = Tutor(sample: .english)
    for task in Tutor.Task.allCases.map(Optional.some) + [nil] {
      let words = tutor.sentence(task)(.english) + tutor.keys(task, .standard)(.english)
      #expect(words.allSatisfy { !$0.isHan }, "\(words)")
    }
  }

  @Test func `what is not asked for now does not count, and leaving is free`() {
    var seat = seat()
    seat.press("F6")
    #expect(seat.model.tutor?.done == 0)
    seat.press("F2", "9-9-0909 门铃", "Ctrl-S")
    #expect(seat.model.tutor?.done == 1, "any call will do")
    seat.press("Ctrl-Q")
    #expect(seat.effects == [.quit])
  }

  @Test(arguments: [(24, 21), (18, 18), (60, 57)])
  func `the desk makes room for the panel where there is room`(
    rows: Int, left: Int
  ) {
    var seat = seat()
    seat.take(.resized(Size(rows: rows, columns: 80)))
    #expect(seat.model.size.rows == left)
    #expect(render(seat.model).size.rows == rows)
    #expect(seat.text.contains("电话响了") == (left < rows))
  }

  @Test(arguments: Language.allCases) func `every line of the panel fits 80 columns, key line and all`(
    language: Language
  ) {
    for tutor in Language.allCases.map(Tutor.init) {
      for task in Tutor.Task.allCases.map(Optional.some) + [nil] {
        #expect(displayWidth(tutor.sentence(task)(language)) <= 78)
        #expect(displayWidth(tutor.keys(task, .standard)(language)) <= 78)
      }
    }
    for task in Tutor.Task.allCases { #expect(displayWidth(task.praise(language)) <= 56) }
  }
}
