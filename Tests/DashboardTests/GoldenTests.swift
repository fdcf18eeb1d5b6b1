import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The pages, cell by cell, in both languages.
@Suite struct GoldenTests {
  /// A page and how one comes to it from the list of tickets.
  struct Page: Sendable, CustomTestStringConvertible {
    var name: String
    var reach: @Sendable (inout Seat) -> Void
    /// Whether it has panes enough to be kept at 200x60 too.
    var isWide = false

    var testDescription: String { name }
  }

  private static let sizes = [(80, 24), (120, 40), (200, 60)]

  static let pages: [Page] = [
    Page(name: "tickets", reach: { _ in }, isWide: true),
    Page(name: "past", reach: { $0.press("Down", "Down") }, isWide: true),
    Page(name: "timers", reach: { $0.press("2") }, isWide: true),
    Page(name: "patrol", reach: { $0.press("3", "Down", "Down", "Down", "Down") }, isWide: true),
    Page(name: "complaints", reach: { $0.press("4") }, isWide: true),
    Page(name: "detail", reach: { $0.press("Enter") }, isWide: true),
    Page(
      name: "form", reach: { $0.press("F2", "Down", "3-2-1501", "Down", "张三", "Down", "Down", "ls") },
      isWide: true),
    Page(name: "triage", reach: { $0.press("F4") }, isWide: true),
    Page(name: "quick-empty", reach: { $0.press("F2") }),
    Page(name: "quick", reach: { $0.press("F2", "3-2-1501 ls 张先生 13812345678 急 @老王 水管爆了") }),
    Page(name: "form-categories", reach: { $0.press("F2", "Down", "Down", "Down", "Down") }),
    Page(name: "picker", reach: { $0.press("F5") }),
    Page(name: "hold-reasons", reach: { $0.press("F7") }),
    Page(name: "commands", reach: { $0.press("F9") }),
    Page(
      name: "prompt-refused",
      reach: { seat in
        seat.press("b", "已联系业主")
        seat.elsewhere(TicketID(.repair, 9), .assign(staff: "赵磊"))
        seat.hear()
        seat.press("Enter")
      }),
    Page(name: "filter", reach: { $0.press("F3", "对讲") }),
    Page(name: "standards", reach: { $0.press("S") }, isWide: true),
    Page(name: "help", reach: { $0.press("F1") }),
    Page(name: "results", reach: { $0.press("F3", "漏水", "F3") }),
    Page(
      name: "asset",
      reach: { seat in
        for at in [40, 20, 3] { seat.fault(daysAgo: Double(at)) }
        seat.press("E", "1")
      }),
    Page(name: "figures", reach: { $0.press("5") }),
    Page(
      name: "duties",
      reach: { seat in
        seat.model.desk.adopt(beganAt: SampleDesk.now)
        seat.press("7", "F8", "巡查表 10-14.pdf", "Enter", "End")
      }, isWide: true),
    Page(name: "marked", reach: { $0.press("Down", "Down", "Space", "Down", "Space") }),
    Page(name: "held", reach: { $0.press("End") }),
    Page(name: "undo", reach: { $0.press("F5", "1") }),
    Page(
      name: "departed",
      reach: { seat in
        seat.press("Down", "Down")
        seat.elsewhere(TicketID(.repair, 12), .cancel(reason: "重复"))
        seat.elsewhere(TicketID(.repair, 9), .complete(text: ""))
        seat.hear()
      }),
    Page(
      name: "read-only",
      reach: { seat in
        seat.take(.storeChanged(readOnly: Words(zh: "记录有损，只能查看", en: "The record is damaged: read-only")))
        seat.press("F2")
      }),
    Page(name: "pane-timers", reach: { $0.press("Tab", "Down", "Down") }, isWide: true),
    Page(name: "pane-patrol", reach: { $0.press("Shift-Tab", "Shift-Tab", "PgDn") }, isWide: true),
    Page(
      name: "compact",
      reach: {
        $0.press("F9", $0.model.language == .chinese ? "密度" : "Density", "Enter", "F9", "by number", "Enter")
      },
      isWide: true),
    Page(name: "staff", reach: { $0.press("6") }),
    Page(name: "plans", reach: { $0.press("F9", "突发", "Enter") }),
    Page(name: "no-incident", reach: { $0.press("8") }),
    Page(
      name: "incident",
      reach: { seat in
        seat.press("F9", "突发", "Enter", "演练", "Enter", "3栋", "Enter")
        seat.press("F9", "突发", "Enter", "1", "3栋地库", "Enter", "8", "Home", "F6", "F7", "误报", "Enter")
        seat.press("o", "请走楼梯到中心广场", "Enter", "Down")
        seat.wait(300)
      }, isWide: true),
    Page(name: "handover-new", reach: { $0.press("9") }),
    Page(
      name: "handover",
      reach: { seat in
        seat.press("F9", "突发", "Enter", "1", "3栋地库", "Enter", "9", "b", "!3栋外墙高空作业", "Enter", "F8", "F8", "y")
        seat.press("F8", "小陈", "Enter", "Home", "F6", "F6")
      }, isWide: true),
    Page(name: "no-visitor", reach: { $0.press("F9", "fangke", "Enter") }),
    Page(
      name: "visitors",
      reach: { seat in
        seat.press("F9", "fangke", "Enter")
        seat.press(
          "F6", "3-2-1501 送货 顺丰 13812345678 粤A12345", "Enter", "F6", "大堂 中介 李女士 13987654321", "Enter")
        seat.press("F6", "6-1-0902 施工 换窗", "Enter", "F8")
        seat.take(.ticked(seat.model.now.addingTimeInterval(6 * 3600)))
      }, isWide: true),
    Page(name: "wall", reach: { $0.press("F12") }, isWide: true),
  ]

  @Test(arguments: pages, Language.allCases)
  func `the page looks as it was approved`(page: Page, language: Language) {
    for (columns, rows) in Self.sizes where columns < 200 || page.isWide {
      var seat = Seat(columns, rows, language)
      if columns == 200 { seat.take(.ticked(seat.model.now)) }
      page.reach(&seat)
      seat.take(.ticked(seat.model.now))
      Golden.check(
        render(seat.model), "\(page.name)-\(columns)x\(rows)-\(language == .chinese ? "zh" : "en")")
    }
  }

  @Test(arguments: Language.allCases)
  func `a card says what is late in a window too small for panes`(language: Language) {
    Golden.check(render(Seat(40, 8, language).model), "card-40x8-\(language == .chinese ? "zh" : "en")")
  }

  @Test(arguments: Language.allCases)
  func `an empty desk says how to begin`(language: Language) {
    Golden.check(
      render(Seat.empty(80, 24, language).model), "empty-80x24-\(language == .chinese ? "zh" : "en")")
  }
}
