import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct HistoryTests {
  let store = Store()

  private func clerk(_ subjects: [String]) throws -> Clerk {
    let clerk = try store.clerk()
    for (n, subject) in subjects.enumerated() {
      try clerk.record(submission(n + 1, leak("大堂", subject: subject, category: "Heating")))
    }
    return clerk
  }

  static let texts = [
    "Heath St", "The Theater", "wheat", "he at", "电梯异响", "电动车，梯子", "O'Brien court", "high  street",
    "High Street", "CAFÉ", "Cafe\u{301} noir", "3栋电梯", "a-b", "ab", "naïve 漏水 pipe",
  ]

  /// What each query must find, by looking at every text.
  static let queries = [
    "heat", "HEAT", "eat", "heath s", "heath", "at", "电梯", "电", "梯", "电梯异", "异响", "o'brien", "o'b", "'",
    "high street", "high  street", "street", "café", "CAFÉ", "afé n", "3栋", "3栋电", "栋电梯", "a-b", "-b", "ab",
    "水 p",
    "漏水 pipe", "zzz", "电动", " heat ", "h", "naïve",
  ]

  @Test(arguments: queries, [false, true])
  func `a search finds exactly the texts that hold it, indexed or not`(query: String, isIndexed: Bool) throws
  {
    let clerk = try store.clerk()
    for (n, text) in Self.texts.enumerated() {
      try clerk.record(
        submission(n + 1, .report(NewTicket(kind: .repair, place: Place("x"), category: "z", subject: text))))
    }
    if isIndexed { try clerk.journal.rebuild() }
    let needle = query.trimmed.precomposedStringWithCanonicalMapping.lowercased()
    let expected = Self.texts.indices.filter {
      Self.texts[$0].precomposedStringWithCanonicalMapping.lowercased().plainLine.contains(needle)
    }
    let found = try clerk.journal.search(query, limit: nil).filter { !$0.isFoundByReading(needle) }
    #expect(found.map(\.id.number) == expected.map { $0 + 1 }.reversed())
  }

  @Test(arguments: [63, 64, 65, 128, 300])
  func `a rebuild indexes every ticket once, however many there are`(count: Int) throws {
    let clerk = try clerk((1...count).map { "漏水 no\($0)x" })
    try clerk.journal.rebuild()
    #expect(try clerk.journal.verify().findings == [])
    #expect(try clerk.journal.search("漏水", limit: nil).count == count)
    for number in [1, 62, 63, count] {
      #expect(try clerk.journal.search("no\(number)x", limit: nil).map(\.id.number) == [number])
    }
  }

  @Test(
    arguments: [
      ("1-1-801", [1, 2, 4]), ("1-1-0801", [1, 2, 4]), ("01栋01单元801", [1, 2, 4]), ("3栋2单元1501", [3]),
      ("a栋1单元101", [5]), ("1-1-80", [1, 2, 4]),
    ], [false, true])
  func `a room is found however it was spelled then and is now`(_ query: (String, [Int]), isIndexed: Bool)
    throws
  {
    let clerk = try store.clerk()
    for (n, place) in ["1-1-801", "1栋1单元0801", "3-2-1501", "01-1-0801", "A-01-0101"].enumerated() {
      try clerk.record(submission(n + 1, leak(place)))
    }
    if isIndexed { try clerk.journal.rebuild() }
    #expect(try clerk.journal.search(query.0, limit: nil).map(\.id.number).sorted() == query.1)
    #expect(try clerk.journal.search(query.0, limit: 1).count == 1)
  }

  @Test(arguments: [false, true])
  func `what means the same is found with it`(isIndexed: Bool) throws {
    let clerk = try clerk(["电梯异响", "供水停了", "water lily"])
    if isIndexed { try clerk.journal.rebuild() }
    #expect(try clerk.journal.search("供水", limit: nil).map(\.id.number) == [2])
    #expect(try clerk.search("供水", also: ["water"], limit: nil).map(\.id.number) == [3, 2])
  }

  @Test(arguments: [false, true])
  func `what was put right is found as it is now, and not as it was`(isIndexed: Bool) throws {
    let clerk = try clerk(["电梯异响", "门锁"])
    if isIndexed { try clerk.journal.rebuild() }
    let right = Amendment(place: Place("3-2-1502"), subject: "电梯困人")
    try clerk.record(submission(9, .ticket(TicketID(.repair, 1), .paper(.amend(right)))))
    func found(_ query: String) throws -> [Int] {
      try clerk.journal.search(query, limit: nil).map(\.id.number)
    }
    #expect(try found("异响") == [] && found("yixiang") == [])
    #expect(try found("困人") == [1] && found("kunren") == [1] && found("3-2-1502") == [1])
    let places = ["大堂", "3-2-1502"].map { String(decoding: IndexedWords.token(of: Place($0)), as: UTF8.self) }
    for (word, count) in [("异", 0), ("困", 1), (places[0], 1), (places[1], 1)] where isIndexed {
      let held = "SELECT count(*) FROM words WHERE words MATCH '\"\(word)\"'"
      #expect(try clerk.journal.connection.number(held) == count, "\(word)")
    }
    #expect(try clerk.journal.history(HistoryQuery(place: Place("3-2-1502"))).map(\.subject) == ["电梯困人"])
    #expect(try clerk.journal.verify().findings == [])
    let again = try store.clerk()
    #expect(again.desk.tickets[TicketID(.repair, 1)]?.place.text == "3-2-1502")
    try clerk.journal.rebuild()
    #expect(try found("困人") == [1])
  }

  @Test func `whoever reported it first is in its row, whatever was joined, parted and taken back`() throws {
    let clerk = try store.clerk()
    var n = 0
    func act(_ ticket: Int, _ command: TicketCommand, _ contact: String? = nil) throws {
      n += 1
      try clerk.record(
        submission(
          100 + n, .ticket(TicketID(.repair, ticket), command), at: after(minutes: Double(n)),
          contact: contact.map { Contact(id: $0, name: $0, phone: "") }))
      #expect(try clerk.journal.verify().findings == [], "\(command)")
    }
    try clerk.record(submission(1, leak()))
    try act(1, .join(contact: "钱先生", text: ""), "钱先生")
    try act(1, .join(contact: "冯女士", text: ""), "冯女士")
    try act(1, .split(reporter: 0))
    try act(1, .split(reporter: 0))
    try act(3, .merge(into: TicketID(.repair, 1)))
    try act(3, .split(reporter: nil))
    try act(3, .cancel(reason: "重复"))
    try act(3, .reopen(reason: "还漏"))
  }

  @Test func `a ticket is found by its number, before what holds it as a text, also when it has ended`()
    throws
  {
    let clerk = try clerk(["门锁", "见 R-1"])
    try clerk.record(submission(9, .ticket(TicketID(.repair, 1), .cancel(reason: "x"))))
    for query in ["R-1", "r1"] {
      #expect(try clerk.journal.search(query, limit: nil).first?.id == TicketID(.repair, 1))
    }
    #expect(try clerk.journal.search("R-1", limit: nil).map(\.id.number) == [1, 2])
    #expect(try clerk.journal.search("R-1", limit: 1).count == 1)
    #expect(try clerk.journal.search("R-7", limit: nil).isEmpty)
  }

  @Test func `the past of a place is read newest first, however it is spelled`() throws {
    let clerk = try store.clerk()
    for (n, place) in ["1-1-0801", "1-1-0802", "1-1-801", "1-1-0801", "B1 (北) 车库", "B1 北 车库"].enumerated() {
      try clerk.record(submission(n + 1, leak(place), at: after(minutes: Double(n))))
    }
    for (n, ticket) in [1, 3, 5, 6].enumerated() {
      let cancel = Command.ticket(TicketID(.repair, ticket), .cancel(reason: "见 1-1-0802"))
      try clerk.record(submission(9 + n, cancel, at: after(minutes: 9)))
    }
    func past(
      _ place: String, since minutes: Double = 0, limit: Int? = 20, _ order: HistoryQuery.Order = .newestFirst
    ) throws -> [Int] {
      let query = HistoryQuery(
        stage: .ended, reported: after(minutes: minutes)..<Date.distantFuture, place: Place(place),
        limit: limit, order: order)
      return try clerk.journal.history(query).map(\.id.number)
    }
    for _ in 1...2 {
      #expect(try past("1-1-0801") == [3, 1])
      #expect(try past("1-1-801", since: 1) == [3])
      #expect(try past("1-1-0801", limit: 1) == [3])
      #expect(try past("1-1-0801", limit: nil, .oldestFirst) == [1, 3])
      #expect(try past("1-1-0802") == [])
      #expect(try past("B1 (北) 车库") == [5], "a name that differs in its marks only is another place")
      try clerk.journal.rebuild()
    }
    try clerk.record(submission(20, leak("1-1-801"), at: after(minutes: 30)))
    try clerk.record(
      submission(21, .ticket(TicketID(.repair, 7), .cancel(reason: "x")), at: after(minutes: 31)))
    #expect(try past("1-1-0801") == [7, 3, 1])
    #expect(try past("1-1-0801", .oldestFirst) == [1, 3, 7])
    let late = Command.report(NewTicket(kind: .repair, place: Place("1-1-0801"), subject: "昨天"))
    try clerk.record(submission(22, late, at: after(minutes: -60)))
    try clerk.record(
      submission(23, .ticket(TicketID(.repair, 8), .cancel(reason: "x")), at: after(minutes: 32)))
    #expect(
      try past("1-1-0801", since: -90, limit: 3) == [7, 3, 1], "what is written down late is not the newest")
    try clerk.journal.connection.execute("UPDATE meta SET value = '9' WHERE key = 'derived'")
    let reader = try Journal(path: store.folder, access: .readOnly)
    let query = HistoryQuery(stage: .ended, place: Place("1-1-801"))
    #expect(throws: JournalError.notComputed(path: store.folder), "older rows are not asked") {
      try reader.history(query)
    }
  }

  @Test func `the past of a public area is one, however it is spelled, in the index and before`() throws {
    let clerk = try store.clerk()
    for (n, place) in [
      "地库 B3", "地库B3", "地库Ｂ３", "地库b3", "地库B2", "Lobby", "lobby", "五栋一单元", "5-1", "Bldg 5 Unit 1",
    ].enumerated() {
      try clerk.record(submission(n + 1, leak(place), at: after(minutes: Double(n))))
    }
    for _ in 1...2 {
      let basement = HistoryQuery(place: Place("地库 b3"))
      #expect(try clerk.journal.history(basement).map(\.id.number) == [4, 3, 2, 1])
      #expect(try clerk.journal.history(HistoryQuery(place: Place("LOBBY"))).map(\.id.number) == [7, 6])
      #expect(
        try clerk.journal.history(HistoryQuery(place: Place("5号楼1单元"))).map(\.id.number) == [10, 9, 8])
      #expect(try clerk.journal.history(HistoryQuery(place: Place("地库B3"), limit: 2)).count == 2)
      try clerk.journal.rebuild()
    }
  }

  @Test func `Han text is found by pinyin and initials`() throws {
    let clerk = try clerk(["电梯异响", "lift"])
    for query in ["dianti", "dtyx", "DIANTI"] {
      #expect(try clerk.journal.search(query, limit: 5).map(\.subject) == ["电梯异响"])
    }
  }

  @Test func `a search is limited to the newest`() throws {
    let clerk = try clerk(["heat one", "heat two", "heat three"])
    #expect(try clerk.journal.search("heat", limit: 2).map(\.subject) == ["heat three", "heat two"])
    try clerk.journal.rebuild()
    #expect(try clerk.journal.search("heat", limit: 2).map(\.subject) == ["heat three", "heat two"])
  }

  @Test(arguments: [false, true])
  func `a new category is found and the old one is not`(isIndexed: Bool) throws {
    let clerk = try clerk(["one"])
    if isIndexed { try clerk.journal.rebuild() }
    let ticket = TicketID(.repair, 1)
    try clerk.record(submission(9, .ticket(ticket, .categorise(category: "lift", complexity: .ordinary))))
    #expect(try clerk.journal.search("heating", limit: nil).isEmpty)
    #expect(try clerk.journal.search("lif", limit: nil).map(\.id) == [ticket])
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test func `many new tickets are indexed on the way, and what an import left in steps`() throws {
    let clerk = try store.clerk()
    for batch in 0..<40 {
      _ = try clerk.submit((0..<50).map { submission(batch * 50 + $0 + 1, imported(batch * 50 + $0)) })
    }
    #expect(try clerk.journal.indexed() == 0, "an import goes on first")
    let end = clerk.journal.position
    #expect(end > 3000)
    try clerk.record(submission(5001, leak()))
    #expect(try clerk.journal.indexed() == 2048)
    try clerk.record(submission(5002, leak()))
    #expect(try clerk.journal.indexed() == end + 2)
    #expect(try clerk.journal.search("pothol", limit: nil).count == 2000)
    #expect(try clerk.journal.search("heath", limit: 7).count == 7)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test func `a long import indexes on the way, sixteen thousand events at once`() throws {
    let clerk = try store.clerk()
    var rows = 0
    while clerk.journal.position < 16_384 {
      #expect(try clerk.journal.indexed() == 0)
      _ = try clerk.submit((0..<500).map { submission(rows + $0 + 1, imported(rows + $0)) })
      rows += 500
    }
    #expect(try clerk.journal.indexed() == clerk.journal.position)
    #expect(try clerk.journal.search("pothol", limit: nil).count == rows)
  }

  @Test func `the end of an import brings the index up to the end`() throws {
    let clerk = try store.clerk()
    _ = try clerk.submit((1...50).map { submission($0, imported($0)) })
    try clerk.journal.indexRest()
    #expect(try clerk.journal.indexed() == clerk.journal.position)
    #expect(try clerk.journal.search("pothol", limit: nil).count == 50)
    #expect(try clerk.journal.verify().findings == [])
  }

  @Test func `a list answers by kind, stage, time, assignee, place and log number`() throws {
    let clerk = try clerk(["one", "two"])
    try clerk.record(
      submission(5, .ticket(TicketID(.repair, 2), .assign(staff: "李强")), at: after(minutes: 1)))
    try clerk.record(submission(6, imported(77)))
    try clerk.record(
      submission(
        7, .report(NewTicket(kind: .complaint, place: Place("3-2-1501"), subject: "noise")),
        at: after(minutes: 9)))
    func ids(_ query: HistoryQuery) throws -> [String] {
      try clerk.journal.history(query).map(\.id.description)
    }
    #expect(try ids(HistoryQuery()) == ["C-1", "R-3", "R-2", "R-1"])
    #expect(try ids(HistoryQuery(limit: 1, order: .oldestFirst)) == ["R-1"])
    #expect(try ids(HistoryQuery(kinds: [.complaint])) == ["C-1"])
    #expect(try ids(HistoryQuery(stage: .ended)) == ["R-3"])
    #expect(try ids(HistoryQuery(stage: .open, order: .oldestFirst)) == ["R-1", "R-2", "C-1"])
    #expect(try ids(HistoryQuery(reported: after(minutes: 1)..<after(minutes: 10))) == ["C-1"])
    #expect(try ids(HistoryQuery(assignee: "李强")) == ["R-2"])
    let complaint = TicketID(.complaint, 1)
    try clerk.record(
      submission(8, .ticket(complaint, .paper(.handOff(to: "李强"))), at: after(minutes: 9)))
    #expect(try ids(HistoryQuery(assignee: "李强")) == ["C-1", "R-2"], "who answers for it has it in hand")
    #expect(try ids(HistoryQuery(place: Place("3-2-1501"))) == ["C-1"])
  }

  @Test func `a reopened ticket keeps its closings`() throws {
    let clerk = try store.clerk()
    let one = TicketID(.repair, 1)
    try clerk.record(submission(1, .report(NewTicket(kind: .repair, place: Place("3-2-1501"), subject: "x"))))
    try clerk.record(submission(2, .ticket(one, .cancel(reason: "x")), at: after(minutes: 60)))
    try clerk.record(submission(3, .ticket(one, .reopen(reason: "x")), at: after(minutes: 70)))
    #expect(try clerk.journal.history(HistoryQuery()).first?.closedAt == nil)
    let span = try #require(try clerk.journal.spans().first)
    #expect(span.reopenings.map(\.closedAt) == [after(minutes: 60)])
    #expect(span.closing(asOf: after(minutes: 65)) == after(minutes: 60))
  }
}

extension HistoryRow {
  /// Whether only the pinyin holds the query.
  fileprivate func isFoundByReading(_ query: String) -> Bool {
    !subject.precomposedStringWithCanonicalMapping.lowercased().contains(query)
  }
}
