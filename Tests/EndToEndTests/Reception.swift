#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Somebody at reception on a busy day: takes calls, keeps a book of them by hand, and looks up only where a clerk must.
  final class Reception {
    let desk: Sitting
    var book: DayBook
    private(set) var isChinese: Bool
    private var calls = DayCalls()
    /// How many calls were added to a ticket that was there.
    private var joined = 0
    private var random: SeededGenerator

    init(_ desk: Sitting, _ book: DayBook, isChinese: Bool, seed: UInt64) throws {
      (self.desk, self.book, self.isChinese) = (desk, book, isChinese)
      random = SeededGenerator(seed: seed)
      try look("the views") { !$0.label("F9").isEmpty }
    }

    // MARK: - Looking

    /// Waits until the screen shows something.
    func look(_ what: String, at location: SourceLocation = #_sourceLocation, _ shows: (Glance) -> Bool)
      throws
    {
      let isShown = desk.outside.wait(for: .seconds(30)) { (screen: VirtualScreen) in shows(Glance(screen)) }
      try #require(isShown, "expected \(what):\n\(desk.text)", sourceLocation: location)
    }

    /// Waits until the screen has said that the latest action on a ticket is on record, in these words where they matter.
    private func lookForWord(
      on number: String, zh: String = "", en: String = "", at location: SourceLocation = #_sourceLocation
    ) throws {
      try lookForWord(on: number, [isChinese ? zh : en], at: location)
    }

    /// One of several words.
    private func lookForWord(
      on number: String, _ words: [String], at location: SourceLocation = #_sourceLocation
    ) throws {
      let hint = isChinese ? "可撤销: u" : "undo "
      try look("a word on \(number)", at: location) { (glance: Glance) in
        words.contains { glance.notice.contains("\(number) \($0)") } && glance.notice.contains(hint)
      }
    }

    // MARK: - Calls

    /// Takes one call in one of the ways calls come, and does what is to be done at once.
    func takeCall() throws {
      switch random.below(14) {
      case 0: try takeTwoAtOnce()
      case 1:
        let again = book.open { entry in
          !entry.isCompleted && DayCalls.homes.contains { $0.room == entry.place }
            && book.open { $0.place == entry.place }.count == 1
        }
        if again.isEmpty { try settle(write(calls.next(&random))) } else { try join(random.pick(again)) }
      case 2:
        let number = try write(calls.next(&random, assigns: false))
        desk.press(.letter("u"))
        try look("\(number) taken back") {
          $0.notice.contains("\(isChinese ? "已撤销：" : "Undone: ")\(number)")
        }
        book.change(number, "cancelled") { $0.end = "cancelled" }
      default: try settle(write(calls.next(&random)))
      }
    }

    /// Writes a call down and saves it; the cursor is on its ticket then.
    private func write(_ call: DayCall) throws -> String {
      desk.press(.function(2))
      desk.type(call.line)
      return try save(call)
    }

    private func save(_ call: DayCall) throws -> String {
      desk.press(.control("s"))
      let number = book.open(call.letter) { number in
        DayBook.Entry(
          number: number, place: call.place, subject: call.subject, category: call.category,
          isUrgent: call.isUrgent,
          callers: [call.caller])
      }
      if let name = call.assignee { book.change(number, "assigned") { $0.assignee = name } }
      try lookForWord(on: number)
      return number
    }

    /// A second call comes while the first is being written down; the first is parked and taken up again.
    private func takeTwoAtOnce() throws {
      let (first, second) = (calls.next(&random), calls.next(&random))
      desk.press(.function(2))
      desk.type(first.line)
      _ = try write(second)
      try look("a draft") { $0.text.contains(isChinese ? "草稿1" : "drafts 1") }
      desk.press(random.below(2) == 0 ? .shiftF2 : .letter("d"))
      try settle(save(first))
    }

    /// Somebody calls again about what is open at their place.
    private func join(_ entry: DayBook.Entry) throws {
      let isUrgent = random.below(3) == 0
      joined += 1
      let phone = String(13_100_000_000 + joined)
      desk.press(.function(2))
      desk.type("\(entry.place) 还没好 \(phone)\(isUrgent ? " 急" : "")")
      desk.press(.function(3), .enter)
      let caller = DayBook.Caller(phone: DayCalls.masked(phone))
      // Another desk may have had the same call: one person is one reporter.
      book.change(entry.number, "reporterJoined") { entry in
        if !entry.callers.contains(where: { $0.phone == caller.phone }) { entry.callers.append(caller) }
      }
      let isRaised = isUrgent && !entry.isUrgent
      if isRaised {
        book.change(entry.number, "urgencyChanged") {
          ($0.isUrgent, $0.isRaisedSince) = (true, $0.hasArrived)
        }
      }
      // That it is urgent now is told behind that; in the afternoon a number of the morning calls again.
      let words = isChinese ? ["又有人报修", "同一人再次来电"] : ["another report", "the same caller again"]
      try lookForWord(on: entry.number, words)
      if random.below(2) == 0 { try answer(entry.number) }
    }

    // MARK: - What is done at once

    /// Goes on with the ticket that was just written down.
    private func settle(_ number: String) throws {
      switch random.below(10) {
      case 0: return
      case 1: try hold(number)
      case 2: try undoAssignment(number)
      case 3, 4, 5:
        try assign(number)
        try answerNew(number)
        if random.below(2) == 0 { try finish(number) }
      default: try answerNew(number)
      }
    }

    /// Answers every promise that one key answers: somebody came, everybody was told.
    private func answerNew(_ number: String) throws {
      guard let entry = book.entries[number] else { return }
      if entry.owesArrival {
        desk.press(.function(6))
        book.change(number, "arrivedOnSite") { ($0.hasArrived, $0.isRaisedSince) = (true, false) }
      }
      guard entry.untold > 0 else { return }
      desk.press(.function(6))
      // Where several wait to be told, all of them are the last choice.
      if entry.untold > 1 { desk.type("\(entry.untold + 1)") }
      book.tellAll(number)
      try lookForWord(on: number)
    }

    private func assign(_ number: String) throws {
      guard let entry = book.entries[number], entry.assignee == nil else { return }
      let name = random.pick(DayCalls.staff)
      desk.press(.function(5))
      desk.type(random.below(2) == 0 ? name : ["老王": "laowang", "老李": "ll", "小刘": "xiaoliu"][name] ?? name)
      desk.press(.enter)
      book.change(number, "assigned") { $0.assignee = name }
    }

    private func undoAssignment(_ number: String) throws {
      guard let before = book.entries[number], before.assignee == nil else { return }
      try assign(number)
      desk.press(.letter("u"))
      book.restore(before)
      try look("\(number) as before") {
        $0.notice.contains("\(isChinese ? "已撤销：" : "Undone: ")\(number)")
      }
    }

    private func hold(_ number: String) throws {
      let reason = random.below(4) + 1
      desk.press(.function(7))
      desk.type("\(reason)")
      if reason == 1 { book.note("ticket.ownerNotified") }
      book.change(number, "held") { entry in
        (entry.isHeld, entry.holds) = (true, entry.holds + 1)
      }
      try lookForWord(on: number)
      if random.below(3) == 0 { try resume(number) }
    }

    private func resume(_ number: String) throws {
      desk.press(.function(7))
      book.change(number, "resumed") { $0.isHeld = false }
      try look("\(number) goes on") { $0.label("F7") == (isChinese ? "挂起" : "Hold") }
    }

    /// Goes the whole way to the end with the next-step key: what a repair, a complaint or a question needs.
    private func finish(_ number: String) throws {
      guard let entry = book.entries[number], entry.untold == 0, !entry.isHeld, entry.end == nil else {
        return
      }
      guard entry.letter != "R" || entry.assignee != nil else { return }
      desk.press(.function(8))
      if entry.letter == "C" { desk.type("已向业主说明\r") }
      book.change(number, "completed") { $0.isCompleted = true }
      if entry.letter == "R" {
        desk.press(.function(8), .function(8))
        book.change(number, "completionSigned", "checkPassed") { _ in }
      }
      if entry.owesFollowUp {
        desk.press(.function(8))
        desk.type("\(random.below(3) + 3)")
        book.change(number, "followedUp") { _ in }
      }
      desk.press(.function(8))
      book.change(number, "closed") { $0.end = "closed" }
      try look("\(number) closed") { $0.notice.contains("\(number) \(isChinese ? "关闭" : "closed")") }
    }
  }

  // MARK: - Later

  extension Reception {
    /// Looks a ticket up by its number and puts the cursor on it.
    private func find(_ number: String) throws {
      desk.press(.letter("0"), .function(3))
      desk.type(number)
      try look("\(number) being typed") { $0.notice.contains("/ \(number)") }
      desk.press(.enter)
      // A frame may have come half: the list and the line being typed, with the keys of the ticket before below them.
      try look("the cursor on \(number)") {
        !$0.notice.contains("/ \(number)") && $0.cursorRow.contains("\(number) ")
          && !($0.label("F5") + $0.label("F8")).isEmpty
      }
    }

    /// Sees to an older ticket: what its keys offer, until nothing is owed, and then to its end.
    func goOn(with number: String) throws {
      try find(number)
      if book.entries[number]?.isHeld == true { try resume(number) }
      try answer(number)
      try assign(number)
      try finish(number)
    }

    /// Presses the answering key for as long as the key line says that it answers a promise, and writes down what it said.
    private func answer(_ number: String) throws {
      while true {
        let offered = Glance(desk.outside.screen).label("F6")
        switch offered {
        case "确认", "Ack": book.note("ticket.acknowledged")
        case "到场", "OnSite":
          book.change(number, "arrivedOnSite") { ($0.hasArrived, $0.isRaisedSince) = (true, false) }
        case "反馈", "Feedbk": break
        default: return
        }
        let isFeedback = ["反馈", "Feedbk"].contains(offered)
        let untold = isFeedback ? book.entries[number]?.untold ?? 0 : 0
        func isOver(_ glance: Glance) -> Bool { !glance.label("F9").isEmpty && glance.label("F6") != offered }
        let asked = isChinese ? "已反馈给谁" : "Who was told about"
        desk.pressTurned(.function(6), until: "F6 no longer \(offered)") { screen in
          untold > 1 ? screen.text.contains(asked) : isOver(Glance(screen))
        }
        if untold > 1 { desk.type("\(untold + 1)") }
        if isFeedback { book.tellAll(number) }
        try look("F6 no longer \(offered)", isOver)
      }
    }

    /// Goes through what nobody has in hand, so many cards at most.
    func triage(_ cards: Int) throws {
      desk.press(.letter("0"), .function(4))
      for turn in 0..<cards {
        try look("a card") { $0.card != nil || $0.text.contains(isChinese ? "没有待接" : "Everything is in") }
        guard let number = Glance(desk.outside.screen).card else { return }
        let entry = book.entries[number]
        let cameBack = desk.outside.screen.text.contains(isChinese ? "没接单" : "did not take it on")
        #expect(
          (entry?.assignee == nil || cameBack) && entry?.end == nil && entry?.isHeld == false,
          "\(number) has somebody")
        switch turn % 4 {
        case 3: desk.type(" ")
        case 1: give(number, digit: 2)
        default: give(number, digit: 1)
        }
        try look("the card after \(number)") { $0.card != number }
        if turn == 2, let entry { try takeBack(entry) }
      }
      desk.press(.escape)
      try look("how triage went") { $0.notice.contains(isChinese ? "分诊：已定" : "Triage: ") }
    }

    private func give(_ number: String, digit: Int) {
      guard let name = Glance(desk.outside.screen).hand(digit) else { return }
      if digit == 1 { desk.press(.enter) } else { desk.type("\(digit)") }
      book.change(number, "assigned") { $0.assignee = name }
    }

    private func takeBack(_ entry: DayBook.Entry) throws {
      desk.press(.letter("u"))
      book.restore(entry)
      try look("\(entry.number) again") { $0.card == entry.number }
      give(entry.number, digit: 1)
      try look("the card after \(entry.number)") { $0.card != entry.number }
    }

    /// Goes on in the other language.
    func switchLanguage() throws {
      desk.press(.letter("L"))
      isChinese.toggle()
      try look("the other language") { $0.text.contains(isChinese ? "F1帮助" : "F1Help") }
    }

    /// Begins the early shift.
    func beginShift() throws {
      desk.press(.letter("9"), .function(8))
      try look("which shift") { $0.text.contains(isChinese ? "开哪一班" : "Which shift begins") }
      desk.type("1\r")
      book.note("shift.started")
      try look("the shift is on") { $0.label("F8") == (isChinese ? "拟交班" : "Draft") }
      desk.press(.letter("1"))
    }

    /// Hands over to the next shift: a red note, the draft, both signatures.
    func handOver() throws {
      desk.press(.letter("0"), .letter("9"), .letter("b"))
      desk.type("!3栋外墙 scaffolding\r")
      book.note("shift.itemNoted")
      desk.press(.function(8))
      book.note("shift.handoverDrafted")
      try look("the draft") { $0.label("F8") == (isChinese ? "交班" : "SignOut") }
      desk.press(.function(8))
      try look("whether to sign") { $0.notice.contains(isChinese ? "按 y 交班" : "y signs") }
      desk.type("y")
      book.note("shift.signedOut")
      try look("signed out") { $0.label("F8") == (isChinese ? "接班" : "SignIn") }
      desk.press(.function(8))
      desk.type("小陈\r")
      desk.press(.letter("1"), .letter("9"))
      try look("who acts now") { $0.red != nil && $0.text.contains("小陈") }
      let red = Glance(desk.outside.screen).red ?? 0
      for _ in 0..<red { desk.press(.function(6)) }
      book.note("shift.itemAcknowledged", red)
      try look("all red items seen") { $0.text.contains("\(red)/\(red)") }
      desk.press(.function(8))
      // 小陈 is new to the staff, which is asked about.
      desk.type("1\r\r")
      book.note("shift.signedIn")
      book.note("shift.started")
      book.note("staff.joined")
      try look("the next shift is on") { $0.label("F8") == (isChinese ? "拟交班" : "Draft") }
    }
  }

  /// What is read off the screen at a glance.
  struct Glance {
    private let screen: VirtualScreen

    init(_ screen: VirtualScreen) { self.screen = screen }

    var text: String { screen.text }
    /// The latest word.
    var notice: String { screen.line(screen.size.rows - 2) }
    private var keys: String { screen.line(screen.size.rows - 1) }

    /// What the key line says a key does; empty when it is not there.
    func label(_ key: String) -> String {
      keys.split(separator: " ").first { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) } ?? ""
    }

    /// How many items the next shift must say they have seen, as long as none is.
    var red: Int? { text.firstMatch(of: /(?:已知|seen) 0\/(\d+)/).flatMap { Int($0.1) } }

    /// The row the cursor of the list is on.
    var cursorRow: String { screen.lines.first { $0.hasPrefix(">") } ?? "" }

    /// The number of the card in front of triage.
    var card: String? {
      guard ["分诊 ", "Triage "].contains(where: { screen.line(1).contains($0) }) else { return nil }
      return screen.line(2).split(separator: " ").first.map(String.init)
        .flatMap { $0.contains("-") ? $0 : nil }
    }

    /// Who a digit gives the card to.
    func hand(_ digit: Int) -> String? {
      let row = screen.lines.first { $0.split(separator: " ").first == "\(digit)" }
      return row.flatMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    }
  }
#endif
