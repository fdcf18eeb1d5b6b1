import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// Taking a call.
@Suite struct FormTests {
  private func form(_ seat: Seat) -> FormPage? {
    for layer in seat.model.layers.reversed() { if case .form(let page) = layer { return page } }
    return nil
  }

  private func report(_ seat: Seat) -> NewTicket? {
    guard case .submit(.report(let ticket), _, _, _) = seat.effects.first else { return nil }
    return ticket
  }

  @Test func `of a letter pasted into the quick line the beginning is read as a call, and all of it stays`() {
    var seat = Seat.empty(120, 40)
    let letter = "3-2-1501 漏水 " + String(repeating: "abc 3-1-0101 ", count: 3000) + "the end"
    seat.press("F2")
    seat.paste(letter)
    #expect(form(seat)?.text(.place).isEmpty == false)
    #expect(form(seat)?.text(.subject).hasSuffix("the end") == true)
    seat.press("!")
    #expect(form(seat)?.text(.subject).hasSuffix("the end!") == true)
  }

  @Test func `Enter, arrows and Tab walk the fields, and Enter on the last saves`() {
    var seat = Seat()
    seat.press("F2")
    var walked: [FormPage.Field?] = []
    for key in ["Enter", "Down", "Tab", "Up", "Shift-Tab", "Up", "Up"] {
      seat.press(key)
      walked.append(form(seat)?.focus)
    }
    #expect(walked == [.place, .reporter, .phone, .reporter, .place, .quick, .quick])
    seat.press(
      "Down", "3-2-1501", "Enter", "Enter", "Enter", "漏水", "Enter", "Enter", "Enter", "Enter", "Enter",
      "Enter", "Enter")
    #expect(report(seat)?.category == "leak")
    #expect(form(seat) == nil)
  }

  @Test(arguments: [
    ("13812345678", ""), ("138 1234 5678", ""), ("+86 13812345678", ""), ("0571-88886666", ""),
    ("88886666", ""),
    ("+1 202 555 0100", ""), ("88886666转2", ""), ("1381234567", "10 位，请核对"), ("138123456789", "12 位，请核对"),
  ])
  func `a telephone number with a digit too many or too few is kept and doubted`(phone: String, hint: String)
  {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501 漏水", "Enter", "Enter", "Enter", phone)
    #expect(form(seat)?.text(.phone) == phone)
    #expect(hint.isEmpty ? !seat.text.contains("请核对") : seat.text.contains(hint))
    seat.press("Ctrl-S")
    #expect(report(seat)?.category == "leak")
  }

  @Test(arguments: [
    ("1-1-0101 漏水 138123456789", "138123456789", "12"), ("1-1-0101 漏水 1381234567", "1381234567", "10"),
    ("1381234567 1-1-0101 漏水", "1381234567", "10"), ("1-1-0101 漏水 电话138 1234 567", "1381234567", "10"),
    ("1-1-0101 漏水 138 1234 56789", "138123456789", "12"),
  ])
  func `a number with a digit too many or too few in the quick line is a doubtful phone and no word`(
    line: String, phone: String, count: String
  ) {
    var seat = Seat(80, 24)
    seat.press("F2", line)
    #expect(form(seat)?.text(.phone) == phone && seat.text.contains("\(count) 位，请核对"))
    seat.press("Ctrl-S")
    #expect(report(seat)?.subject.contains { $0.isNumber } == false, "\(report(seat)?.subject ?? "")")
    #expect(report(seat)?.category == "leak")
    seat.press("F2", "Up")
    #expect(form(seat)?.texts[.quick]?.text.contains("138") == false, "not brought back either")
  }

  @Test(arguments: ["订单号 1381234567", "电表 138123456789", "order 1381234567", "1381234567元", "A1381234567"])
  func `a number that is something else's stays what the call is about`(words: String) {
    var seat = Seat(80, 24)
    seat.press("F2", "1-1-0101 \(words)")
    #expect(form(seat)?.text(.phone).isEmpty == true && form(seat)?.text(.subject).contains("138") == true)
  }

  @Test(arguments: Language.allCases)
  func `a room that the directory lacks is said beside the place, where its building is known`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    let words = language == .chinese ? "不在住户册" : "not in the directory"
    seat.press("F2", "3-2-1599 漏水")
    #expect(!seat.text.contains(words), "nobody was imported")
    let zhang = Contact(id: "h1", name: "张三", phone: "", household: Place("3-2-1501"), role: .owner)
    seat.take(.directoryRead(Directory([zhang])))
    #expect(seat.text.contains(words))
    seat.press("Ctrl-S")
    #expect(report(seat)?.place == Place("3-2-1599"), "no refusal")
    for line in ["3-2-1501 漏水", "4-1-0101 漏水", "3栋大堂 漏水"] {
      seat.press("F2", line)
      #expect(!seat.text.contains(words), "\(line)")
      seat.press("Esc")
    }
  }

  @Test func `Up in an empty field brings back what was written there, the latest first, and Down goes back`()
  {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501 ls 张先生 13812345678 厨房水管", "Ctrl-S", "F2", "5-1-0302 门禁", "Ctrl-S")
    seat.press("F2")
    #expect(seat.text.contains("↑找回写过的"))
    seat.press("Up")
    #expect(form(seat)?.texts[.quick]?.text == "5-1-0302 门禁")
    seat.press("Up", "Up")
    #expect(form(seat)?.texts[.quick]?.text == "3-2-1501 ls 厨房水管", "neither name nor number")
    #expect(form(seat)?.text(.place) == "3-2-1501" && form(seat)?.quick.category == "leak")
    seat.press("Down", "Down")
    #expect(form(seat)?.isEmpty == true && form(seat)?.focus == .quick)
    seat.press("Down", "Up")
    #expect(form(seat)?.texts[.place]?.text == "5-1-0302")
    seat.press("9", "Up")
    #expect(form(seat)?.focus == .quick, "what was changed is the clerk's own")
  }

  @Test func `who goes up through empty fields goes on up, and names and numbers are never brought back`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 ls 张先生 13812345678 厨房水管", "Ctrl-S", "F2", "Down", "Down")
    seat.press("Up")
    #expect(form(seat)?.focus == .place, "the caller is not kept")
    seat.press("Up")
    #expect(form(seat)?.focus == .quick && form(seat)?.isEmpty == true)
    for _ in 0..<7 { seat.press("Enter") }
    #expect(form(seat)?.focus == .urgency)
    for _ in 0..<7 { seat.press("Up") }
    #expect(form(seat)?.focus == .quick && form(seat)?.isEmpty == true, "nothing was written by going back")
  }

  @Test func `place, category and subject outlast the sitting, what is written freely does not`() throws {
    var before = Seat()
    before.press(
      "F2", "Down", "3-2-1501", "Enter", "张三", "Enter", "13812345678", "Enter", "ls", "Enter", "水管")
    before.press("Enter", "她说周末都在家", "Ctrl-S")
    before.take(.left)
    guard case .keepState(let state) = before.kept.last else {
      return #expect(Bool(false), "nothing was kept")
    }
    let data = try JSONEncoder().encode(state)
    for text in ["张三", "138", "周末"] { #expect(!String(decoding: data, as: UTF8.self).contains(text)) }
    var seat = Seat()
    seat.model.restore(try JSONDecoder().decode(KeptState.self, from: data), keepingLanguage: false)
    seat.press("F2", "Down", "Up")
    #expect(form(seat)?.texts[.place]?.text == "3-2-1501")
    seat.press("Enter", "Enter", "Enter", "Up", "Enter", "Up")
    #expect(form(seat)?.text(.category) == "ls" && form(seat)?.text(.subject) == "水管")
  }

  @Test(arguments: Language.allCases)
  func `what the caller did not say is asked for once, then kept as incomplete`(language: Language) {
    var seat = Seat(80, 24, language)
    seat.press("F2", "13812345678", "Ctrl-S")
    #expect(form(seat)?.focus == .place && seat.text.contains("Ctrl-S"))
    seat.press("Ctrl-S")
    #expect(form(seat)?.focus == .category)
    seat.press("Ctrl-S")
    #expect(form(seat) == nil)
    let made = seat.model.desk.tickets[TicketID(.repair, 17)]
    #expect(made?.place.text.isEmpty == true && made?.lacksMatter == true)
    #expect(seat.text.contains(language == .chinese ? "待补" : "to ask"))
    seat.press("F2", "Ctrl-S", "Ctrl-S", "Ctrl-S")
    #expect(form(seat) != nil, "nothing at all is no ticket")
  }

  @Test func `a whole call becomes a ticket at the moment F2 was pressed`() {
    var seat = Seat()
    seat.press(
      "F2", "Down", "3栋2单元1501", "Enter", "张三", "Enter", "13812345678", "Enter", "ls", "Enter", "厨房水管")
    seat.wait(75)
    seat.press("Ctrl-S")
    let ticket = NewTicket(
      kind: .repair, place: Place("3-2-1501"), category: "leak", subject: "厨房水管", urgency: .urgent)
    #expect(
      seat.effects == [
        .submit(
          .report(ticket), seen: nil, occurredAt: SampleDesk.now,
          contact: Contact(id: "", name: "张三", phone: "13812345678"))
      ])
    let made = seat.model.desk.tickets[TicketID(.repair, 17)]
    #expect(made?.reportedAt == SampleDesk.now)
    #expect(seat.model.selectedTicket == made?.id)
    #expect(seat.text.contains("张三"))
  }

  @Test(arguments: ["2", "3", "6", "7", "8", "9"])
  func `a call saved over a page of something else leads back there`(view: String) {
    var seat = Seat(120, 40)
    seat.press(view)
    let (before, row) = (seat.model.view, seat.model.selected)
    seat.press("F2", "3-2-1501 漏水", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)] != nil && seat.model.layers.isEmpty)
    #expect(seat.model.view == before && seat.model.selected == row)
    #expect(seat.text.contains("R-17") && seat.text.contains("可撤销: u"), "and its number is said")
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "detail"], ["", " @老李"])
  func `right after a call y copies what it became, wherever it was taken, and another key ends that`(
    page: String, whom: String
  ) {
    var seat = Seat(120, 40)
    seat.press("Down", page == "detail" ? "Enter" : page)
    let under = seat.model.selectedTicket
    seat.press("F2", "3-2-1501 漏水 张先生 13812345678\(whom)", "Ctrl-S")
    #expect(seat.text.contains("R-17") && seat.text.contains("可撤销: u"), "its number is said")
    let staff = whom.isEmpty ? "" : " 老李"
    let text = "【R-17】3栋2单元1501 漏水 张先生138****5678\(staff) 到场应于 15:02"
    for _ in 0..<2 {
      seat.press("y")
      #expect(seat.effects == [.copy(text)])
    }
    guard under != nil, page == "2" || page == "detail" else { return }
    seat.press("Ctrl-L", "y")
    #expect(!seat.effects.contains(.copy(text)) && seat.effects.count == 2, "the ticket under the cursor")
    seat.press("F2", "3-2-1502 漏水", "Ctrl-S")
    seat.wait(9)
    seat.press("y")
    #expect(!seat.effects.contains { if case .copy(let text) = $0 { text.contains("R-18") } else { false } })
  }

  @Test(arguments: Language.allCases)
  func `what is still to ask of a call stands out in its row`(language: Language) throws {
    var seat = Seat(120, 40, language)
    seat.press("F2", "13812345678", "Ctrl-S", "Ctrl-S", "Ctrl-S", "Up", "Up")
    let frame = render(seat.model)
    let row = try #require((0..<40).first { frame.line($0).contains("R-17 ") })
    let line = frame.line(row)
    let word = language == .chinese ? "待补" : "to ask"
    for start in line.ranges(of: word).map(\.lowerBound) {
      #expect(frame[row, displayWidth(String(line[..<start]))].style == Role.soon.style)
    }
    #expect(line.ranges(of: word).count == 2, "the place and what it is about")
  }

  @Test(arguments: ["1", "4"]) func `among tickets the next keys are for the one just written down`(
    view: String
  ) {
    for (line, page) in [("3-2-1501 投诉 噪音", View.complaints), ("3-2-1501 漏水", .tickets)] {
      var seat = Seat(120, 40)
      seat.press(view, "F2", line, "Ctrl-S")
      let made = seat.model.desk.tickets.values.max { $0.reportedAt < $1.reportedAt }
      #expect(seat.model.view == page && seat.model.selectedTicket == made?.id)
    }
  }

  @Test(arguments: [
    ("2", "power"), ("漏水", "leak"), ("loushui", "leak"), ("ls", "leak"), ("leak", "leak"), ("水星", "水星"),
  ])
  func `a category is chosen by number, words or pinyin, else kept as written`(
    typed: String, category: String
  ) {
    var seat = Seat()
    seat.press("F2", "Down", "3-2-1501", "Enter", "Enter", "Enter", typed, "Ctrl-S")
    #expect(report(seat)?.category == category)
  }

  @Test func `the posted list makes a leak urgent until somebody says otherwise`() {
    var seat = Seat()
    seat.press("F2", "Down", "3-2-1501", "Enter", "Enter", "Enter", "漏水")
    #expect(form(seat)?.urgency(seat.model.desk.policy) == .urgent)
    seat.press("Enter", "Enter", "Enter", "2")
    #expect(form(seat)?.urgency(seat.model.desk.policy) == .ordinary)
  }

  @Test func `a quick line that names what is on the posted list is urgent, unless it says it is not`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 漏水")
    let policy = seat.model.desk.policy
    #expect(form(seat)?.report(policy).urgency == .urgent)
    seat.press(" 不急")
    #expect(form(seat)?.report(policy).urgency == .ordinary)
    #expect(form(seat)?.report(policy).subject == "")
  }

  @Test func `kind, urgency and channel are chosen by digit, arrow or space`() {
    var seat = Seat()
    seat.press(
      "F2", "Down", "3-2-1501", "Down", "Down", "Down", "Down", "门岗态度", "Down", "Down", "１", "Down", "Down",
      "Right")
    seat.press("Down", "Space", "Ctrl-S")
    #expect(
      report(seat)
        == NewTicket(
          kind: .complaint, place: Place("3-2-1501"), subject: "门岗态度", urgency: .urgent, channel: .walkIn))
    #expect(seat.model.view == .complaints)
  }

  @Test func `what was wrong with one form is not said under another`() {
    var seat = Seat(120, 40)
    seat.press("F2", "2-2-0301 门坏了", "F2", "2-1-1204", "Ctrl-S")
    #expect(seat.text.contains("请写事项"))
    seat.press("Shift-F2")
    #expect(form(seat)?.text(.place) == "2-2-0301" && !seat.text.contains("请写事项"))
    seat.press("Esc", "F2", "2-1-1204", "Ctrl-S")
    #expect(seat.text.contains("请写事项"))
    seat.press("F2")
    #expect(!seat.text.contains("请写事项"))
  }

  @Test(arguments: [80, 100, 120, 160, 200])
  func `a long line has all the room beside its name`(columns: Int) {
    var seat = Seat(columns, 40, .english)
    let call = String(String(repeating: "leaking,", count: 30).prefix(columns - 16)) + "."
    seat.press("F2", call)
    let row = render(seat.model).line(2)
    #expect(row.contains(call) && !row.contains("~"), "\(row)")
  }

  @Test func `a field that was corrected to nothing stays empty, until the line says something else`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 漏水 13812340001 石先生", "Down", "Down", "Down", "Ctrl-U", "Down", "Up")
    #expect(form(seat)?.text(.phone) == "" && form(seat)?.text(.reporter) == "石先生")
    #expect(seat.text.contains("手改"))
    var kept = seat
    kept.press("Esc", "Shift-F2", "Ctrl-S")
    var again = seat
    again.press("Up", "Up", "Up", "End", "、13812340002", "Ctrl-S")
    seat.press("Ctrl-S")
    for (seat, phone) in [(seat, ""), (kept, ""), (again, "13812340001")] {
      let key = seat.model.desk.tickets[TicketID(.repair, 17)]?.work.reporters.first?.contact ?? ""
      #expect(seat.model.contacts[key]?.phone == phone && seat.model.contacts[key]?.name == "石先生")
    }
  }

  @Test func `a number written into a free text goes to the phone, and the text keeps it masked`() {
    for keys in [["Down"], ["Ctrl-S"]] {
      var seat = Seat(80, 24)
      seat.press("F2", "3-2-1501", "Down", "Down", "Down", "Down", "漏水", "Down", "请打 139 8765 4321 找物业")
      for key in keys { seat.press(key) }
      if keys == ["Down"] {
        #expect(form(seat)?.text(.phone) == "13987654321" && seat.text.contains("移到电话栏"))
        seat.press("Ctrl-S")
      }
      let made = seat.model.desk.tickets[TicketID(.repair, 17)]
      #expect(made?.subject == "请打 139****4321 找物业")
      #expect(seat.model.contacts[made?.work.reporters.first?.contact ?? ""]?.phone == "13987654321")
    }
  }

  @Test(arguments: Language.allCases)
  func `a mistyped number goes there from a free text too, and the clerk is told whenever it is saved`(
    language: Language
  ) {
    let told = language == .chinese ? "号码移到电话栏" : "number went to Phone"
    for keys in [["Down", "Ctrl-S"], ["Ctrl-S"]] {
      var seat = Seat(80, 24, language)
      seat.press("F2", "3-2-1501", "Down", "Down", "Down", "Down", "漏水", "Down", "漏水 139876543211", "Down")
      #expect(form(seat)?.text(.phone) == "139876543211" && seat.text.contains(told))
      seat.press("打 1398765432 找他")
      seat.press(keys[0])
      #expect(seat.text.contains(told), "\(seat.text)")
      seat.press("Ctrl-S")
      let made = seat.model.desk.tickets[TicketID(.repair, 17)]
      #expect(made?.subject == "漏水 139****3211" && made?.text == "打 ****32 找他")
      #expect(seat.model.contacts[made?.work.reporters.first?.contact ?? ""]?.phone == "139876543211")
    }
    var meter = Seat()
    meter.press("F2", "3-2-1501", "Down", "Down", "Down", "Down", "漏水", "Down", "电表号 139876543211", "Ctrl-S")
    #expect(meter.model.desk.tickets[TicketID(.repair, 17)]?.subject == "电表号 139876543211")
  }

  @Test func `a number in the place is sealed too`() {
    var seat = Seat()
    seat.press("F2", "Down", "东门岗亭 13987654321", "Down", "Down", "Down", "Down", "灯坏了", "Ctrl-S")
    let made = seat.model.desk.tickets[TicketID(.repair, 17)]
    #expect(made?.place.text == "东门岗亭 139****4321")
    #expect(seat.model.contacts[made?.work.reporters.first?.contact ?? ""]?.phone == "13987654321")
  }

  @Test func `two numbers are two, and both are sealed`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 漏水 13812349999/13812348888 石先生", "Ctrl-S")
    let made = seat.model.desk.tickets[TicketID(.repair, 17)]
    let contact = seat.model.contacts[made?.work.reporters.first?.contact ?? ""]
    #expect(contact?.phone == "13812349999" && contact?.otherPhones == ["13812348888"])
  }

  @Test(arguments: [
    (Language.chinese, "@lw", "老王", true), (.english, "@lw", "老王", true), (.chinese, "@老张", "名单上没有此人", false),
    (.english, "@老张", "not on the staff", false),
  ])
  func `the form shows whom it gives a ticket to, and warns of a name nobody has`(
    language: Language, word: String, shown: String, isGiven: Bool
  ) {
    var seat = Seat(80, 24, language)
    seat.press("F2", "3-2-1501 漏水 \(word)")
    #expect(seat.text.contains(shown))
    seat.press("Ctrl-S")
    #expect((seat.model.desk.tickets[TicketID(.repair, 17)]?.work.assignee == "老王") == isGiven)
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.subject == "")
    seat.press("u")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)] == nil, "one save is one step")
  }

  @Test func `where the policy gives repairs out, the form says to whom, and somebody named goes before it`()
  {
    var policy = Policy.standard
    policy.terms.limits.dispatch = .automatic
    var clerk = SampleDesk.lived
    let lead = Actor(name: "赵敏", desk: "主管台")
    _ = clerk.submit(.publishPolicy(policy), at: SampleDesk.now, actor: lead)
    _ = clerk.submit(
      .joinStaff(StaffMember(name: "小刘", skills: ["水工"], role: .engineer)), at: SampleDesk.now, actor: lead)
    var seat = Seat(clerk, Size(rows: 24, columns: 80))
    func holder(_ number: Int) -> String? {
      seat.model.desk.tickets[TicketID(.repair, number)]?.work.assignee
    }
    seat.press("F2", "3-2-1501 漏水")
    #expect(seat.text.contains("留空=自动派给 小刘"))
    seat.press("Ctrl-S")
    #expect(holder(17) == "小刘")
    seat.press("u")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)] == nil)
    seat.press("F2", "3-2-1501 漏水 @lw", "Ctrl-S")
    #expect(holder(18) == "老王")
    seat.press("F2", "2-1-0501 门铃不响", "Ctrl-S")
    #expect(holder(19) == nil)
  }

  @Test func `whom the line gives it to can be corrected`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 漏水 @lw", "Shift-Tab")
    for _ in 0..<8 { seat.press("Down") }
    #expect(form(seat)?.focus == .assignee)
    seat.press("Ctrl-U", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.work.assignee == nil)
  }

  @Test func `a note with a number asks once, and keeps it masked`() {
    var seat = Seat(80, 24)
    seat.press("b", "师傅 13987654321 已回", "Enter")
    #expect(seat.text.contains("139****4321") && seat.effects.isEmpty)
    guard case .prompt = seat.model.layers.last else {
      Issue.record("what was typed is gone")
      return
    }
    seat.press("Enter")
    #expect(seat.model.layers.isEmpty)
    #expect(
      seat.clerk.events.last?.event.named(.chinese, on: seat.model.desk).contains("师傅 139****4321 已回") == true
    )
  }

  @Test func `a missing place or subject points at its field and keeps everything`() {
    var seat = Seat()
    seat.press("F2", "Down", "Down", "张三", "Ctrl-S")
    #expect(form(seat)?.focus == .place)
    #expect(seat.effects.isEmpty)
    #expect(seat.text.contains("请写房号或位置"))
    seat.press("3-2-1501", "Ctrl-S")
    #expect(form(seat)?.focus == .category)
    #expect(seat.text.contains("请写事项，或选一个类别"))
    #expect(form(seat)?.text(.reporter) == "张三")
  }

  @Test func `Esc parks what was written and Shift-F2 takes it back`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501", "Esc")
    #expect(seat.model.layers.isEmpty)
    #expect(seat.text.contains("草稿1"))
    seat.press("Shift-F2")
    #expect(form(seat)?.text(.place) == "3-2-1501")
    #expect(seat.model.drafts.isEmpty)
  }

  @Test func `a field that was only looked at stays the line's, and one that was emptied stays empty`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 漏水了", "Tab", "Tab", "Tab", "Tab", "Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab")
    seat.press("Shift-Tab", "Shift-Tab", "Ctrl-U", "5-1-0302 灯坏")
    #expect(form(seat)?.text(.place) == "5-1-0302" && form(seat)?.text(.subject) == "灯坏")
    seat.press("Tab", "Ctrl-U", "Shift-Tab", " 急")
    #expect(form(seat)?.text(.place) == "")
  }

  @Test func `an empty form leaves no draft`() {
    var seat = Seat()
    seat.press("F2", "Esc")
    #expect(seat.model.drafts.isEmpty)
    seat.press("Shift-F2")
    #expect(seat.text.contains("没有草稿"))
  }

  @Test func `F2 in a form parks it for the next call, and several drafts are offered`() {
    var seat = Seat()
    seat.press("F2", "1-1-0101", "F2", "2-2-0202", "F2")
    #expect(seat.model.drafts.map { $0.text(.place) } == ["1-1-0101", "2-2-0202"])
    #expect(form(seat)?.isEmpty == true)
    seat.press("Esc", "Shift-F2", "2")
    #expect(form(seat)?.text(.place) == "1-1-0101")
  }

  @Test func `a draft keeps the moment of its call`() {
    var seat = Seat()
    seat.press("F2", "1-1-0101", "F2")
    seat.wait(60)
    seat.press("Esc", "Shift-F2", "Down", "Down", "Down", "Down", "漏水", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 17)]?.reportedAt == SampleDesk.now)
  }

  @Test func `a report that the desk refuses stays on the form`() {
    var seat = Seat()
    seat.press("F2", "Down", "1-1-0101", "Down", "Down", "Down", "漏水")
    let before = form(seat)
    _ = seat.model.update(.keyPressed(.control("s")))
    _ = seat.model.update(.refused(.inFuture(SampleDesk.now)))
    #expect(form(seat) == before)
    #expect(seat.text.contains("还没有到"))
  }

  @Test func `the form says what is open at the same place`() {
    var seat = Seat()
    seat.press("F2", "3#2-1501")
    #expect(seat.text.contains("该处未结 1 单"))
    #expect(seat.text.contains("R-12  3-2-1501  厨房水管漏水"))
  }

  @Test(arguments: Language.allCases)
  func `a call that joins a ticket is promised what that one has left`(language: Language) {
    var seat = Seat(120, 40, language)
    let isChinese = language == .chinese
    seat.press("F2", "1-1-0801 跳闸 急")
    let all = isChinese ? "30 分钟内到场" : "within 30 minutes"
    #expect(seat.text.contains(all))
    seat.press("F3")
    #expect(seat.text.contains(isChinese ? "R-13  到场 余4分  反馈 余3时34分" : "R-13  site due 4m  fdbk due 3h34m"))
    #expect(seat.text.contains(isChinese ? "师傅 4 分钟内到场" : "within 4 minutes") && !seat.text.contains(all))
    seat.press("Esc")
    #expect(seat.text.contains(all))
    seat.press("Esc", "F2", "3-2-1501 漏水 急", "F3")
    #expect(seat.text.contains(isChinese ? "R-12  到场 超12分" : "R-12  site late 12m"))
    #expect(!seat.text.contains(isChinese ? "分钟内到场" : "minutes"), "what is late is not promised again")
    seat.press("Esc", "Esc", "F2", "5-1-0302 电梯停了 急", "F3")
    #expect(seat.text.contains(all.replacing("到场", with: "")), "work that is done begins anew")
  }

  @Test func `a call about what is open joins it instead of making another`() {
    var seat = Seat()
    seat.press("F2", "3#2-1501", "F3")
    #expect(seat.text.contains("> R-12"))
    seat.press("Esc")
    #expect(form(seat)?.joining == nil)
    seat.press("F3", "Enter")
    #expect(
      seat.effects == [
        .submit(
          .ticket(TicketID(.repair, 12), .join(contact: nil, text: "")), seen: nil,
          occurredAt: SampleDesk.now, contact: nil)
      ])
    #expect(form(seat) == nil)
    #expect(seat.model.desk.tickets[TicketID(.repair, 12)]?.work.reporters.count == 2)
    #expect(seat.model.desk.lastNumber[.repair] == Seat().model.desk.lastNumber[.repair])
  }

  @Test func `a repeat call that is urgent raises the ticket with its reason, and one step takes both back`()
    throws
  {
    var seat = Seat()
    let id = TicketID(.repair, 10)
    let before = try #require(seat.model.desk.tickets[id]?.work)
    seat.press("F2", "1-2-0605 急 完全没声音了", "F3", "Enter")
    let after = try #require(seat.model.desk.tickets[id]?.work)
    #expect(after.urgency == .urgent && after.reporters.count == before.reporters.count + 1)
    let events = seat.clerk.events.suffix(2).map(\.event)
    #expect(events.first == .ticket(id, .reporterJoined(contact: nil, text: "完全没声音了")))
    #expect(events.last == .ticket(id, .urgencyChanged(.urgent, reason: "完全没声音了")))
    seat.press("u")
    let undone = try #require(seat.model.desk.tickets[id]?.work)
    #expect(undone.urgency == .ordinary && undone.reporters == before.reporters)
  }

  @Test func `a repeat call of a category that is urgent by the list raises the ticket too`() throws {
    var seat = Seat()
    seat.press("F2", "1-2-0605 跳闸 漏水", "F3", "Enter")
    #expect(seat.model.desk.tickets[TicketID(.repair, 10)]?.work.urgency == .urgent)
    seat.press("F2", "1-2-0606 急", "F3", "Enter")
    let last = try #require(seat.clerk.events.last?.event)
    #expect(last == .ticket(TicketID(.repair, 11), .urgencyChanged(.urgent, reason: "再次来电，称紧急")))
  }

  @Test(arguments: ["钱先生", "13844445555", "138 4444 5555"])
  func `who calls again about the same stays one reporter, and the call is on record`(caller: String) throws {
    var seat = Seat()
    let id = TicketID(.repair, 10)
    let before = try #require(seat.model.desk.tickets[id]?.work.reporters)
    seat.press(
      "F2", "Down", "1-2-0605", "Enter", caller.first?.isNumber == true ? "Down" : "", caller, "F3", "Enter")
    #expect(form(seat) == nil)
    #expect(seat.model.desk.tickets[id]?.work.reporters == before)
    #expect(
      seat.clerk.events.last?.event == .ticket(id, .reporterJoined(contact: before[0].contact, text: "")))
  }

  @Test(arguments: Language.allCases)
  func
    `a call of the same caller is told in the same words wherever it is told, of another as another report`(
      language: Language
    )
  {
    let isChinese = language == .chinese
    let (same, other) =
      isChinese ? ("R-10 同一人再次来电：还是没声音", "又有人报修") : ("R-10 the same caller again: 还是没声音", "another report")
    var seat = Seat(120, 40, language)
    // What was said before has left the messages.
    seat.model.messages = []
    seat.press("F2", "1-2-0605 13844445555 还是没声音", "F3", "Enter")
    #expect(seat.model.notice?.words(language) == same)
    #expect(seat.model.undoable.last?.words(language) == same)
    #expect(seat.text.components(separatedBy: same).count > 2, "\(seat.text)")
    seat.select(TicketID(.repair, 10))
    seat.press("Enter")
    #expect(seat.text.contains(String(same.dropFirst(5))) && !seat.text.contains(other), "\(seat.text)")
    seat.press("Esc", "F2", "1-2-0605 13900001111 我家也没声音", "F3", "Enter")
    #expect(seat.model.notice?.words(language).contains(other) == true, "\(seat.text)")
  }

  @Test(arguments: Language.allCases)
  func `Ctrl-Q in a form says what becomes of the draft, and y or once more quits`(language: Language) {
    var seat = Seat(80, 24, language)
    seat.press("F2", "1-1-0101", "Ctrl-Q")
    #expect(seat.effects.isEmpty && seat.text.contains(language == .chinese ? "按 y 退出" : "y quits"))
    seat.press("x", "Ctrl-Q")
    #expect(seat.effects.isEmpty, "what was typed in between took it back")
    seat.press("Ctrl-Q")
    #expect(seat.effects == [.quit])
  }

  @Test func `a repeat call that is not urgent leaves the urgency as it is`() {
    var seat = Seat()
    seat.press("F2", "1-2-0605 对讲 还没人来", "F3", "Enter")
    #expect(seat.model.desk.tickets[TicketID(.repair, 10)]?.work.urgency == .ordinary)
    #expect(seat.model.desk.tickets[TicketID(.repair, 10)]?.work.reporters.count == 2)
  }

  @Test func `a call about work that is done says so, opens it again and keeps all that was said`() throws {
    var seat = Seat()
    let id = TicketID(.repair, 5)
    #expect(seat.model.desk.tickets[id]?.stage == .completed)
    seat.press("F2", "5-1-0302 投诉 又停了 急", "F3")
    let line = seat.text.split(separator: "\n").first { $0.contains("> R-5") } ?? ""
    #expect(line.contains("已办结  并入即重开"))
    seat.press("Enter")
    let work = try #require(seat.model.desk.tickets[id]?.work)
    #expect(work.stage == .assigned && work.cycle == 2 && work.arrivedAt == nil)
    #expect(work.reporters.allSatisfy { $0.toldAt == nil } && work.urgency == .urgent)
    let said = seat.clerk.events.compactMap { recorded -> String? in
      if case .ticket(id, .reporterJoined(_, let text)) = recorded.event { text } else { nil }
    }
    #expect(said == ["投诉 又停了"])
  }

  @Test(arguments: [
    ("3-2-1501 漏水 还没人来", "漏水 还没人来"), ("3-2-1501 马桶堵了", "马桶堵了"), ("3-2-1501 厨房漏水还没人来", "厨房漏水还没人来"),
  ])
  func `what was said stays in the words of a call that joins`(line: String, text: String) {
    var seat = Seat()
    seat.press("F2", line, "F3", "Enter")
    let joined = seat.clerk.events.last {
      if case .ticket(_, .reporterJoined) = $0.event { true } else { false }
    }
    #expect(joined?.event == .ticket(TicketID(.repair, 12), .reporterJoined(contact: nil, text: text)))
  }

  @Test func `in an estate of one building a room is floor and room`() {
    var seat = Seat.empty()
    seat.take(
      .directoryRead(
        Directory([
          Contact(id: "h", name: "张三", phone: "13812345678", household: Place("1-1-1501"), role: .owner)
        ])))
    seat.press("F2", "15-01 漏水")
    #expect(seat.text.contains("1栋1单元1501"))
    seat.press("Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 1)]?.place == Place("1-1-1501"))
    seat.press("F2", "Down", "12-02", "Down", "Down", "Down", "ls", "Ctrl-S")
    #expect(seat.model.desk.tickets[TicketID(.repair, 2)]?.place == Place("1-1-1202"))
  }

  @Test func `where nothing is open there is nothing to join`() {
    var seat = Seat()
    seat.press("F2", "9-9-0999", "F3")
    #expect(form(seat)?.joining == nil)
    #expect(seat.text.contains("该处没有未结工单"))
  }

  @Test func `nothing but minutes changes on screen while a call is taken`() {
    var seat = Seat()
    seat.press("F2", "3-2")
    let before = seat.text
    seat.wait(20)
    #expect(seat.text == before)
  }

  @Test func `letters that are commands in a list are text in a form`() {
    var seat = Seat()
    seat.press("F2", "Down", "nLTQ", "Down", "?u")
    #expect(form(seat)?.text(.place) == "nLTQ")
    #expect(form(seat)?.text(.reporter) == "?u")
  }

  @Test func `what was found at a checkpoint becomes a ticket in one key`() {
    var seat = Seat()
    seat.press("3", "Down", "Down", "Down", "Down", "F2")
    #expect(form(seat)?.text(.place) == "水泵房")
    #expect(form(seat)?.text(.subject) == "压力表偏低")
    seat.press("Ctrl-S")
    let id = TicketID(.repair, 17)
    #expect(seat.model.desk.tickets[id]?.origin?.point == "4")
    #expect(seat.model.desk.rounds.values.contains { $0.point("4")?.ticket == id })
  }

  @Test func `a call taken in the patrol view is a blank form`() {
    var seat = Seat()
    seat.press("3", "F2")
    #expect(form(seat)?.isEmpty == true)
  }

  @Test(arguments: [(Language.chinese, "漏水"), (.english, "leak")])
  func `a category of the quick line is there to be corrected by its name`(language: Language, name: String) {
    var seat = Seat(120, 40, language)
    seat.press("F2", "3-2-1501 ls", "Down", "Down", "Down", "Down")
    guard case .form(let page) = seat.model.layers.last else { return #expect(Bool(false)) }
    #expect(page.texts[.category]?.text == name && page.category(seat.model.desk.policy) == "leak")
    #expect(!page.isTypedOver(.category, seat.model.desk.policy))
  }

  @Test func `a draft is known by the name of its category, not by its key`() {
    var seat = Seat()
    seat.press("F2", "1-1-101 ls", "F2", "1-1-102 dl", "Esc", "d")
    #expect(seat.text.contains("1-1-101 漏水") && seat.text.contains("1-1-102 电路"))
    #expect(!seat.text.contains("leak"))
  }

  @Test func `by when is said with the day where it is another one`() {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501 急")
    #expect(seat.text.contains("15:02 前到场  18:32 前反馈"))
    seat.press("Esc")
    seat.take(.ticked(SampleDesk.now + 6 * 3600))
    seat.press("F2", "3-2-1501 急")
    #expect(seat.text.contains("21:02 前到场  10-15 00:32 前反馈"))
    seat.press("Esc", "L", "F2", "3-2-1501 急")
    #expect(seat.text.contains("site by 21:02  fdbk by 15 Oct 00:32"))
  }

  @Test func `the ticket that was named is offered first, and is where the call is about`() {
    var seat = Seat()
    seat.press("F2", "3-2-1501 ls", "Ctrl-S", "F2", "R-16 还没人来")
    let about = seat.model.desk.tickets[TicketID(.repair, 16)]
    #expect(form(seat)?.text(.place) == about?.place.text && about != nil)
    #expect(form(seat).map(seat.model.joinable)?.first == TicketID(.repair, 16))
    seat.press("F3", "Enter")
    #expect(seat.model.desk.tickets[TicketID(.repair, 16)]?.work.reporters.count == 2)
    seat.press("F2", "R-99 还没人来")
    #expect(form(seat)?.text(.place) == "" && form(seat).map(seat.model.joinable) == [])
  }

  @Test func `noise is a complaint with its clocks, until the clerk says otherwise`() {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501 楼上太吵了")
    #expect(form(seat)?.kind == .complaint && seat.text.contains("新建投诉"))
    var changed = seat
    seat.press("Ctrl-S")
    #expect(report(seat)?.kind == .complaint && report(seat)?.category == "noise")
    changed.press("Up")
    for _ in 0..<9 { changed.press("Down") }
    changed.press("1")
    for _ in 0..<9 { changed.press("Up") }
    changed.press("，半夜")
    #expect(form(changed)?.kind == .repair)
  }
}
