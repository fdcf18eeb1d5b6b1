import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Clocks whose figure cannot be trusted.
@Suite struct DoubtTests {
  @Test(arguments: Language.allCases)
  func `what is on record after this computer's time is to be checked, and the detail says why`(
    language: Language
  ) throws {
    var seat = Seat(120, 40, language)
    seat.take(.clockJumped(by: -600))
    let isChinese = language == .chinese
    let row = try #require(
      (0..<40).map { render(seat.model).line($0) }.first { $0.contains("R-16 ") && $0.contains("地库B2照明") })
    #expect(row.contains(isChinese ? "? \u{20}反馈 待核" : "?  fdbk check"))
    #expect(seat.text.contains("R-14") && !seat.text.contains("R-16   余"))
    seat.select(TicketID(.repair, 16))
    seat.press("Enter")
    #expect(seat.text.contains(isChinese ? "记在本机时间之后 2分" : "on record 2m after this computer's time"))
    seat.take(.clockJumped(by: 600))
    #expect(!seat.text.contains(isChinese ? "待核" : "check "))
  }

  @Test(arguments: Language.allCases)
  func `a hold that began after this computer's time is to be checked, not a time below nothing`(
    language: Language
  ) throws {
    var seat = Seat(120, 40, language)
    let (held, toCheck) = language == .chinese ? ("挂起 停42分", "挂起 待核") : ("wait held 42m", "wait check")
    func row() throws -> String {
      try #require((0..<40).map { render(seat.model).line($0) }.first { $0.contains("龙头更换") })
    }
    seat.press("End")
    #expect(try row().contains("=  \(held)"))
    seat.take(.clockJumped(by: -3600))
    seat.press("End")
    #expect(try row().contains("?  \(toCheck)"))
  }

  @Test func `it is bold and has its tag without colours`() throws {
    var seat = Seat(120, 40)
    seat.take(.clockJumped(by: -600))
    let frame = render(seat.model)
    let row = try #require((0..<40).first { frame.line($0).contains("R-16   地库B2") })
    #expect(frame[row, 2].style == Role.soon.style)
    #expect(Theme.mono.styles[.soon]?.attributes.contains(.bold) == true)
  }

  @Test func `a year without announced holidays makes the clock that runs into it doubtful, not the others`()
  {
    var clerk = PaperClerk(zone: SampleDesk.zone)
    let december = Date(timeIntervalSince1970: 1_798_603_200)  // 30 December 2026, noon in Shanghai
    let ticket = NewTicket(kind: .complaint, place: Place("3-2-1501"), category: "noise", subject: "装修")
    _ = clerk.submit(.report(ticket), at: december)
    _ = clerk.submit(.ticket(TicketID(.complaint, 1), .grade(.serious)), at: december)
    var seat = Seat(clerk, Size(rows: 40, columns: 120))
    seat.model.now = december.addingTimeInterval(60)
    seat.press("4", "Enter")
    let lines = seat.text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix(" ?  投诉办结") && $0.contains("待核") })
    #expect(lines.contains { $0.contains("反馈") && $0.contains("余") })
    #expect(lines.contains { $0.contains("没有 2027 年的节假日") })
  }

  @Test func `the wall shows no digits of a doubtful clock`() {
    var seat = Seat(120, 40)
    seat.take(.clockJumped(by: -7200))
    seat.press("F12")
    #expect(seat.text.contains("待核"))
  }

  @Test func `how early a clock warns is the policy's, and the settings say so`() throws {
    var settings = Settings()
    for minutes in ["{ soonMin: { respond: 20 } }", "{ criticalMin: { respond: 5, fix: 14 } }"] {
      let faults = try settings.apply(json5: "{\n  sla: \(minutes) }", file: "config.json5")
      #expect(faults.map(\.fault) == [.inPolicy("sla")])
      #expect(faults.first?.line == 2 && faults.first?.column == 3)
    }
    let said = "{ sla: { soonMin: { respond: 12, fix: 60 }, criticalMin: { respond: 5, fix: 15 } } }"
    let same = try settings.apply(json5: said, file: "config.json5")
    #expect(same.isEmpty, "the policy says so too")
    var policy = Policy.standard
    for place in policy.clocks.indices { policy.clocks[place].soon = 1200 }
    let faults = try settings.apply(json5: said, file: "config.json5", policy: policy)
    #expect(faults.map(\.fault) == [.inPolicy("sla")], "it is not what holds in this office")
  }

  @Test func `the settings that the screen design shows can be used as they stand`() throws {
    let sample = """
      {
        lang: "auto",                     // auto | zh-Hans | en ; auto reads LC_ALL/LC_MESSAGES/LANG
        desk: { name: "翠湖花园前台", role: "reception" },
        theme: { day: "light", night: "dark", from: "07:00", to: "19:00" },   // or "auto" or "cvd-dark"
        color: "auto", border: "auto", ambiguousWidth: "auto",  // 1 | 2 | auto (probe)
        keys: { preset: "desk", show: "f", escDelayMs: "auto", bind: { "ticket.hold": ["F7", "h"] } },
        mouse: "off", syncOutput: "auto", bracketedPaste: true,
        list: { sort: "governing", freezeMs: 3000, density: "normal" },
        sla: { soonMin: { respond: 12, fix: 60 }, criticalMin: { respond: 5, fix: 15 } },
        notify: { bell: true, minGapSec: 20, repeatSec: 60, toast: "auto", quiet: ["22:00", "07:00"], command: null },
        undo: { windowSec: 8 },
        privacy: { maskPhone: true, wallRooms: "full" },
        wall: { pageSec: 15, pin: null },
        accessible: false,                // also env ACCESSIBLE=1
      }
      """
    var settings = Settings()
    let faults = try settings.apply(json5: sample, file: "config.json5")
    #expect(faults.isEmpty, "\(faults)")
    #expect(settings.keyTable.binding(.hold)?.keyNames == "F7  h" && settings.notify.quiet == 1320..<1860)
  }

  @Test func `phones are masked whatever the settings say, and a file that asks for it is right`() throws {
    var settings = Settings()
    let right = try settings.apply(json5: "{ privacy: { maskPhone: true } }", file: "config.json5")
    #expect(right.isEmpty)
    let faults = try settings.apply(
      json5: "{ privacy: { maskPhone: false, wallRooms: \"masked\" } }", file: "config.json5")
    #expect(faults.map(\.fault) == [.masksPhones("privacy.maskPhone")])
    #expect(settings.wall.rooms == .masked, "the rest holds")
  }
}
