import Desk
import Foundation

/// The life of a repair in five commands and five events, quick enough that no clock is crossed. It ends cancelled: to a closing it
/// takes nine, and figures from before there were nine compare with five.
struct SampleLife {
  private var tickets: SampleTickets
  private(set) var lastNumber: Int

  init(seed: UInt64, lastNumber: Int) {
    tickets = SampleTickets(seed: seed)
    self.lastNumber = lastNumber
  }

  /// The commands of the next life, the first at an instant and the last twelve minutes later.
  mutating func next(at start: Date) -> [Submission] {
    lastNumber += 1
    let id = TicketID(.repair, lastNumber)
    return [
      .sample(.report(tickets.nextRepair()), at: start),
      .sample(.ticket(id, .giveFeedback(text: "已通知维修", reporter: nil)), at: start + 120),
      .sample(.ticket(id, .arrive), at: start + 300),
      .sample(.ticket(id, .complete(text: "已修复，现场测试正常")), at: start + 600),
      .sample(.ticket(id, .cancel(reason: "业主确认")), at: start + 720),
    ]
  }

  /// The report alone.
  mutating func nextReport(at start: Date) -> Submission {
    lastNumber += 1
    return .sample(.report(tickets.nextRepair()), at: start)
  }
}
