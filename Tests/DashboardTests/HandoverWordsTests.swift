import Desk
import Foundation
import Testing

@testable import Dashboard

/// What the next shift reads of a ticket without a subject.
@Suite struct HandoverWordsTests {
  private func words(_ text: String, subject: String? = nil) -> Words {
    var desk = Desk()
    let id = TicketID(.repair, 900)
    if let subject {
      let ticket = NewTicket(kind: .repair, place: Place("3-2-1501"), category: "leak", subject: subject)
      desk.adopt(Ticket(id, Reported(ticket), at: SampleDesk.now))
    }
    return HandoverItem(.late, id.description, text, clock: "onSite").words(on: desk)
  }

  @Test(arguments: [
    ("3-2-1501", ""), ("Block 3 lobby", ""), ("3-2-1501", "  15:00 leak looked at"), ("leak lobby", ""),
  ])
  func `it is called by its category in the reader's language`(place: String, rest: String) {
    let words = words("\(place) leak\(rest)", subject: "")
    let name = Category.words("leak")
    #expect(words.zh.hasSuffix("\(place) \(name.zh)\(rest)"))
    #expect(words.en.hasSuffix("\(place) \(name.en)\(rest)"))
  }

  @Test func `it keeps its name when it has ended`() {
    #expect(words("3-2-1501 leak").zh.hasSuffix("3-2-1501 漏水"))
    #expect(words("3-2-1501 kitchen leak").zh.hasSuffix("3-2-1501 kitchen leak"))
  }

  @Test func `a subject stays as somebody wrote it`() {
    #expect(words("3-2-1501 leak", subject: "leak").zh.hasSuffix("3-2-1501 leak"))
  }
}
