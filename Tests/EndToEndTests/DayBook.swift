import Foundation
import TestSupport

/// What an attentive clerk would have written by hand of a day at the desk: no rule of the program is asked for it.
struct DayBook: Equatable {
  /// Somebody who called, as the record may show them.
  struct Caller: Equatable, Hashable {
    var name = ""
    /// Only the ends of the number.
    var phone = ""
    var isTold = false
    var isKnown: Bool { !name.isEmpty || !phone.isEmpty }
  }

  /// One ticket.
  struct Entry: Equatable {
    let number: String
    var place: String
    var subject: String
    var category = ""
    var isUrgent = false
    var assignee: String?
    var callers: [Caller]
    var hasArrived = false
    /// Whether it became urgent only after somebody had been there: they are to come once more.
    var isRaisedSince = false
    var isHeld = false
    var holds = 0
    var isCompleted = false
    /// `closed` or `cancelled`; nil while it is open.
    var end: String?

    var letter: Character { number.first ?? "R" }
    var untold: Int { callers.count { !$0.isTold } }
    var stage: String {
      end
        ?? (isHeld
          ? "held"
          : isCompleted ? "completed" : hasArrived ? "onSite" : assignee != nil ? "assigned" : "registered")
    }
    /// Whether somebody has to come within the half hour or the hour.
    var owesArrival: Bool { (!hasArrived || isRaisedSince) && (letter == "C" || letter == "R" && isUrgent) }
    /// Whether a promise runs: arrival, feedback, a lift that stands, a complaint to be settled.
    var hasClock: Bool {
      end == nil
        && (owesArrival || untold > 0
          || !isCompleted && (letter == "C" || letter == "R" && category == "lift"))
    }
    /// Whether the caller is asked how it went before it is closed.
    var owesFollowUp: Bool { letter == "C" || letter == "R" && callers.contains(where: \.isKnown) }
  }

  private(set) var entries: [String: Entry] = [:]
  /// Events of people's doing by their stored names.
  private(set) var events: [String: Int] = [:]
  private var last: [Character: Int] = [:]

  /// The open tickets that hold what is asked for, by number.
  func open(_ holds: (Entry) -> Bool = { _ in true }) -> [Entry] {
    entries.values.filter { $0.end == nil && holds($0) }.sorted { $0.number < $1.number }
  }

  mutating func note(_ event: String, _ count: Int = 1) { events["\(event).1", default: 0] += count }

  mutating func open(_ letter: Character, _ entry: (String) -> Entry) -> String {
    last[letter, default: 0] += 1
    let number = "\(letter)-\(last[letter] ?? 1)"
    entries[number] = entry(number)
    note("ticket.reported")
    return number
  }

  /// Changes one ticket and counts the events that takes.
  mutating func change(_ number: String, _ names: String..., by change: (inout Entry) -> Void) {
    guard var entry = entries[number] else { return }
    change(&entry)
    entries[number] = entry
    for name in names { note("ticket.\(name)") }
  }

  mutating func tellAll(_ number: String) {
    change(number, "feedbackGiven") { entry in
      for index in entry.callers.indices { entry.callers[index].isTold = true }
    }
  }

  /// Takes back an action: the ticket as it was before.
  mutating func restore(_ entry: Entry) {
    entries[entry.number] = entry
    note("ticket.corrected")
  }
}

/// One call as it comes in: what is typed, and what it means.
struct DayCall {
  var words: [String]
  var letter: Character = "R"
  var place = ""
  var subject = ""
  var category = ""
  var isUrgent = false
  var assignee: String?
  var caller = DayBook.Caller()

  var line: String { words.joined(separator: " ") }
}

/// Makes up calls, the same ones for the same seed.
struct DayCalls {
  /// Who lives where, as it was imported.
  struct Home {
    let room: String
    let name: String
    let phone: String
    var masked: String { DayCalls.masked(phone) }
  }

  static let staff = ["老王", "老李", "小刘"]
  static let homes: [Home] = (0..<40).map { index in
    Home(
      room: "\(index % 8 + 1)-\(index % 2 + 1)-\(index / 8 + 3)0\(index % 4 + 1)",
      name: "\(surnames[index % surnames.count])\(["伟", "芳", "娜", "洋", "静"][index / 8])",
      phone: String(13_900_000_000 + index * 1_237))
  }
  private static let surnames = ["张", "王", "李", "赵", "陈", "刘", "杨", "黄"]
  private static let repairs: [(words: String, subject: String, category: String, isUrgent: Bool)] = [
    ("厨房水管滴水", "厨房水管滴水", "plumbing", false), ("楼道漏水很大", "楼道漏水很大", "leak", true),
    ("客厅电路跳闸", "客厅电路跳闸", "electrical", false), ("地漏返味", "地漏返味", "drainage", false),
    ("电梯按钮不亮", "电梯按钮不亮", "lift", true), ("阳台门窗关不严", "阳台门窗关不严", "doors", false),
    ("kitchen tap dripping", "kitchen tap dripping", "plumbing", false),
    ("lamp out in hall", "lamp out in hall", "lighting", false),
    ("leak under sink", "leak under sink", "leak", true), ("窗帘 rail loose", "窗帘 rail loose", "", false),
  ]
  private static let complaints: [(words: String, subject: String, category: String)] = [
    ("楼上半夜装修", "楼上半夜装修", ""), ("noise upstairs at night", "noise upstairs at night", "noise"),
    ("车位停车被占", "车位停车被占", "parking"),
  ]
  private static let questions: [(words: String, category: String)] = [
    ("物业费发票怎么开", "fees"), ("how to get a card", ""), ("装修手续怎么办", "procedure"),
  ]

  static func masked(_ phone: String) -> String { "\(phone.prefix(3))****\(phone.suffix(4))" }

  private var count = 0

  /// The next call: what it is about, where, who calls, how urgent and to whom, in any order.
  mutating func next(_ random: inout SeededGenerator, assigns: Bool = true) -> DayCall {
    count += 1
    var call = about(&random)
    // Telephone numbers and rooms nobody has written down before.
    let unknownRoom = "\(random.below(9) + 1)-3-\(1000 + count)"
    let home = random.pick(Self.homes)
    switch random.below(5) {
    case 0:
      (call.place, call.caller) = (home.room, DayBook.Caller(name: home.name, phone: home.masked))
      call.words.append(home.phone)
    case 1:
      call.place = unknownRoom
      call.words.append(unknownRoom)
    case 2:
      let phone = String(13_300_000_000 + count)
      (call.place, call.caller) = (unknownRoom, DayBook.Caller(name: "孙女士", phone: Self.masked(phone)))
      call.words += ["孙女士", phone, unknownRoom]
    default:
      // The only one who lives there is taken to be calling.
      (call.place, call.caller) = (home.room, DayBook.Caller(name: home.name, phone: home.masked))
      call.words.append(home.room.replacing("-", with: random.below(3) == 0 ? "#" : "-"))
    }
    if random.below(8) == 0 {
      call.isUrgent = true
      call.words.append(random.below(2) == 0 ? "急" : "urgent")
    }
    if assigns, random.below(6) == 0 {
      let name = random.pick(Self.staff)
      call.assignee = name
      call.words.append("@\(name)")
    }
    call.words.shuffle(using: &random)
    return call
  }

  private func about(_ random: inout SeededGenerator) -> DayCall {
    switch random.below(10) {
    case 0, 1:
      let what = random.pick(Self.complaints)
      return DayCall(
        words: [what.words, random.below(2) == 0 ? "投诉" : "complaint"], letter: "C", subject: what.subject,
        category: what.category)
    case 2:
      let what = random.pick(Self.questions)
      return DayCall(
        words: [what.words, "问询"], letter: "Q", subject: what.words, category: what.category)
    default:
      let what = random.pick(Self.repairs)
      return DayCall(
        words: [what.words], subject: what.subject, category: what.category, isUrgent: what.isUrgent)
    }
  }
}

extension SeededGenerator {
  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
