import Desk
import Foundation
import Journal

extension Submission {
  private static let clerk = Actor(name: "李敏", desk: "前台")

  /// A command of the sample clerk, recorded when it happened.
  static func sample(_ command: Command, at instant: Date) -> Submission {
    Submission(
      id: CommandID.new(at: instant), command, occurredAt: instant, recordedAt: instant, actor: clerk)
  }
}

extension Clerk {
  /// Carries out a batch.
  ///
  /// - Throws: what the store says, or the first refusal: a sample the desk refuses measures nothing.
  @discardableResult
  func carryOut(_ batch: [Submission]) throws -> Int {
    var events = 0
    for outcome in try submit(batch) {
      switch outcome {
      case .recorded(let recorded): events += recorded.events.count
      case .refused(let refusal): throw Broken("a sample was refused: \(refusal)")
      }
    }
    return events
  }
}
