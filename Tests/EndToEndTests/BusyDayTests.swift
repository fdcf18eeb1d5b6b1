#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Three hundred calls of one day, key by key, and a record that says exactly what a clerk wrote by hand.
  @Suite struct BusyDayTests {
    struct Place: CustomTestStringConvertible, Sendable {
      var size: Size
      var language: String
      var seed: UInt64
      var testDescription: String { "\(size.columns)x\(size.rows) \(language) seed \(seed)" }
    }

    static let places = [
      Place(size: Sitting.small, language: "zh", seed: 1),
      Place(size: Sitting.small, language: "en", seed: 2),
      Place(size: Sitting.large, language: "zh", seed: 3),
      Place(size: Sitting.large, language: "en", seed: 4),
    ]

    @Test(arguments: places)
    func `after a day of three hundred calls the record is what the clerk's book says`(
      _ place: Place
    ) throws {
      let folder = try Self.office()
      let before = try Self.events(folder)
      var book = DayBook()
      book = try Self.morning(place, folder, book)
      book = try Self.afternoon(place, folder, book)
      try Self.compare(book, folder)
      let own = try Self.ownEvents(folder, since: before)
      #expect(own == book.events, "\(own) is not \(book.events)")
      try Self.compareHandover(book, folder)
      let drafts = try FileManager.default.contentsOfDirectory(
        atPath: "\(folder.path)/state/frontdesk/drafts")
      #expect(drafts.filter { $0.hasSuffix(".json") }.isEmpty)
      #expect(try folder.run("verify").code == 0)
    }

    @Test func `a call from a known room is on record after sixteen keys at most`() throws {
      let folder = try Self.office()
      let desk = try Sitting(folder)
      desk.expect("F2新建")
      let home = DayCalls.homes[0]
      let keys: [Press] = [.function(2)] + "\(home.room) ls 急".map(Press.letter) + [.control("s")]
      #expect(keys.count <= 16)
      for key in keys { desk.press(key) }
      desk.expect("可撤销: u")
      let ticket = try folder.ticket("R-1")
      #expect(ticket["place"] as? String == home.room)
      #expect(ticket["category"] as? String == "leak")
      #expect(ticket["urgency"] as? String == "urgent")
    }

    /// A store with the staff and who lives where.
    private static func office() throws -> TestFolder {
      let folder = try TestFolder()
      let rows = DayCalls.homes.map { "\($0.room),\($0.name),\($0.phone),业主," }
      let file = try folder.file("homes.csv", (["位置,姓名,电话,身份,备注"] + rows).joined(separator: "\n"))
      let staff =
        DayCalls.staff.map { ["staff", "add", $0] } + [["staff", "add", "李敏", "--role", "reception"]]
      try folder.done([["import", "households", file]] + staff, now: "2026-10-14T07:00")
      return folder
    }

    /// Two hundred calls from eight o'clock on, triage now and then, a while in the other language.
    private static func morning(_ place: Place, _ folder: TestFolder, _ book: DayBook) throws -> DayBook {
      let desk = try place.sit(folder, at: "2026-10-14T08:00")
      let clerk = try Reception(desk, book, isChinese: place.language == "zh", seed: place.seed)
      try clerk.beginShift()
      for call in 1...200 {
        try clerk.takeCall()
        if call % 40 == 0 { try clerk.triage(6) }
        if call == 60 || call == 90 { try clerk.switchLanguage() }
      }
      #expect(desk.quit() == 0)
      return clerk.book
    }

    /// A hundred more in the afternoon, between them what is left of the morning, and the handover.
    private static func afternoon(_ place: Place, _ folder: TestFolder, _ book: DayBook) throws -> DayBook {
      let desk = try place.sit(folder, at: "2026-10-14T13:30")
      let clerk = try Reception(desk, book, isChinese: place.language == "zh", seed: place.seed + 100)
      // Before that, a key would still mean what it meant at noon.
      try clerk.look("what broke over noon") { $0.text.contains(place.language == "zh" ? "未确认" : "unacked") }
      var left = clerk.book.open().map(\.number)[...]
      for call in 1...100 {
        try clerk.takeCall()
        if call % 3 == 0, let number = left.popFirst() { try clerk.goOn(with: number) }
        if call % 50 == 0 { try clerk.triage(6) }
      }
      try clerk.handOver()
      #expect(desk.quit() == 0)
      return clerk.book
    }
  }

  extension BusyDayTests.Place {
    fileprivate func sit(_ folder: TestFolder, at time: String) throws -> Sitting {
      try Sitting(folder, ["--lang", language, "--now", time], size: size, showsAtOnce: true)
    }
  }

  extension BusyDayTests {
    /// Every ticket as `list` tells it, and a part of them with their callers as `show` does.
    private static func compare(_ book: DayBook, _ folder: TestFolder) throws {
      let json = try #require(try folder.run("list", "--all", "--format", "json").json as? [String: Any])
      let rows = try #require(json["tickets"] as? [[String: Any]])
      #expect(rows.count == book.entries.count)
      for row in rows {
        let number = try #require(row["number"] as? String)
        let entry = try #require(book.entries[number], "\(number) is on record and not in the book")
        let told = ["place", "subject", "category", "urgency", "assignee", "stage"].map {
          row[$0] as? String ?? ""
        }
        let urgency = entry.isUrgent ? "urgent" : "ordinary"
        #expect(
          told == [entry.place, entry.subject, entry.category, urgency, entry.assignee ?? "", entry.stage],
          "\(number)")
      }
      for entry in book.entries.values where entry.callers.count > 1 || entry.number.hasSuffix("7") {
        let ticket = try folder.ticket(entry.number)
        let callers = (ticket["reporters"] as? [[String: Any]] ?? []).map {
          DayBook.Caller(
            name: $0["name"] as? String ?? "", phone: $0["phone"] as? String ?? "",
            isTold: $0["told_at"] is String)
        }
        #expect(callers == entry.callers, "\(entry.number)")
      }
      let held = try events(folder).filter { $0.name == "ticket.held.1" }
      for entry in book.entries.values {
        #expect(held.count { $0.stream == entry.number } == entry.holds, "\(entry.number)")
      }
    }

    /// The last draft that was handed over: whatever runs or waits, and nothing else of the tickets.
    private static func compareHandover(_ book: DayBook, _ folder: TestFolder) throws {
      let draft = try #require(try events(folder).last { $0.name == "shift.handoverDrafted.1" })
      let items = try #require(draft.payload["items"] as? [[String: Any]])
      func things(_ kinds: String...) -> [String] {
        items.filter { kinds.contains($0["kind"] as? String ?? "") }.compactMap { $0["thing"] as? String }
      }
      let running = Set(book.open(\.hasClock).map(\.number))
      let clocks = things("late", "due")
      #expect(clocks.count == min(60, running.count))
      #expect(running.isSuperset(of: clocks))
      #expect(things("held").sorted() == book.open(\.isHeld).map(\.number).prefix(60).sorted())
      #expect(things("followUp").isEmpty)
      let red = items.count { $0["red"] as? Int == 1 }
      // The note is red too, and no item of the draft.
      #expect(red + 1 == book.events["shift.itemAcknowledged.1"])
    }

    private struct Event {
      let name: String
      let stream: String
      let payload: [String: Any]
    }

    private static func events(_ folder: TestFolder) throws -> [Event] {
      try folder.run("events", "--format", "json").output.split(separator: "\n").map { line in
        let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return Event(
          name: event?["name"] as? String ?? "", stream: event?["stream"] as? String ?? "",
          payload: event?["payload"] as? [String: Any] ?? [:])
      }
    }

    /// How often people did what; clocks that ran out are the system's.
    private static func ownEvents(_ folder: TestFolder, since before: [Event]) throws -> [String: Int] {
      let clocks = ["ticket.warned.1", "ticket.breached.1", "ticket.escalated.1"]
      return try events(folder).dropFirst(before.count).filter { !clocks.contains($0.name) }
        .reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    }
  }
#endif
