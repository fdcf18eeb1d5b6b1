import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The paper a repairman takes along.
@Suite struct WorkSlipTests {
  private func slip(_ text: String = "", _ language: Language = .chinese, isRevealed: Bool = false) -> String
  {
    let desk = SampleDesk.lived.desk
    let report = NewTicket(
      kind: .repair, place: Place("3-2-1501"), category: "leak", subject: "厨房水管漏水，地面积水，邻居说天花板也开始往下滴水",
      text: text, urgency: .urgent)
    let ticket = Ticket(TicketID(.repair, 12), Reported(report, policy: 1), at: SampleDesk.now)
    return WorkSlip(
      ticket, desk.policy,
      callers: [(contact: Contact(id: "a", name: "张三", phone: "13812345678"), isRevealed: isRevealed)],
      deskName: "翠湖花园前台", now: SampleDesk.now, zone: SampleDesk.zone
    ).text(language)
  }

  @Test(arguments: [Language.chinese, .english])
  func `no line is wider than the paper, whatever was written`(language: Language) {
    let text = slip(String(repeating: "水从天花板滴下来 dripping ", count: 20), language)
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= WorkSlip.columns })
    #expect(text.contains("R-12") && text.hasSuffix("\n"))
  }

  @Test func `it says what, where, by when, and has boxes to sign`() {
    let text = slip()
    for part in [
      "R-12", "紧急", "3栋2单元1501", "漏水", "张三 138****5678", "到场", "应于 15:02", "未派", "责任人签字", "验收签字", "业户签字",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    #expect(!text.contains("13812345678"))
    #expect(slip(isRevealed: true).contains("13812345678"))
  }

  @Test func `once one promise falls on another day every one is dated`() {
    let report = NewTicket(
      kind: .repair, place: Place("3-2-1501"), category: "leak", subject: "漏水", urgency: .urgent)
    let ticket = Ticket(TicketID(.repair, 1), Reported(report), at: SampleDesk.now + 6 * 3600)
    let text = WorkSlip(
      ticket, .standard, callers: [], deskName: "前台", now: SampleDesk.now + 10 * 3600, zone: SampleDesk.zone
    ).text(.chinese)
    #expect(text.contains("应于 10-14 周三 21:02") && text.contains("应于 10-15 周四 00:32"), "\(text)")
  }

  @Test func `nothing that steers a printer or a terminal gets onto it`() {
    let text = slip("滴水\u{1B}[31m\u{07}\u{1B}p0\u{9B}1m 地面\t湿")
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) }
    )
    #expect(text.contains("滴水"))
  }
}
