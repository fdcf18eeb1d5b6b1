import Foundation

extension Policy {
  /// Reads a settings file as `json5` writes it; `file` is what errors call it.
  ///
  /// - Throws: the first thing wrong, with its place.
  package init(json5 text: String, file: String) throws(SettingsError) {
    let reader = PolicyReader(document: try JSON5.Document(text, file: file))
    let written = try reader.document.decode(WrittenPolicy.self)
    try self.init(written, reader)
    for index in clocks.indices {
      try reader.keepApart(index, of: clocks, written.clocks[index].warnings)
      try reader.keepWithin(clocks[index].target, written.clocks[index].warnings, "clocks[\(index)].warnings")
    }
  }

  /// Reads a policy as it was published: what is on record holds, also where a file that says the same is refused today.
  package init(recorded text: String) throws(SettingsError) {
    let reader = PolicyReader(document: try JSON5.Document(text, file: "policy"))
    try self.init(reader.document.decode(WrittenPolicy.self), reader)
  }

  private init(_ written: WrittenPolicy, _ reader: PolicyReader) throws(SettingsError) {
    var hours: [CalendarID: OfficeHours] = [:]
    for (id, week) in [(CalendarID.desk, written.hours.desk), (.work, written.hours.work)] {
      hours[id] = try reader.hours(week, "hours.\(id.rawValue)")
    }
    var clocks: [ClockRule] = []
    for (index, clock) in written.clocks.enumerated() {
      clocks.append(try reader.rule(clock, "clocks[\(index)]"))
    }
    var categories: [Category] = []
    for (index, category) in written.categories.enumerated() {
      let key = "categories[\(index)]"
      let meant = try reader.category(category, key)
      if categories.contains(where: { $0.id == meant.id }) {
        throw reader.document.error(at: key, .duplicateKey(meant.id))
      }
      categories.append(meant)
    }
    self.init(
      name: written.name.plainLine, clocks: clocks, categories: categories, hours: hours,
      terms: try reader.terms(written))
  }
}

/// Turns what the office wrote, a policy, plans or duties, into what it means, and knows where everything stood.
struct PolicyReader {
  let document: JSON5.Document

  fileprivate func rule(_ written: Strict<WrittenClock>, _ key: String) throws(SettingsError) -> ClockRule {
    guard let target = ClockTarget(written.target) else {
      throw document.bad("\(key).target", written.target, ["30m", "4h", "5 working days"])
    }
    let calendar: CalendarID =
      try written.calendar.map { text throws(SettingsError) in
        try document.word(text, "\(key).calendar")
      } ?? .always
    if case .workingDays = target, calendar == .always {
      throw document.bad("\(key).calendar", calendar.rawValue, ["desk", "work"])
    }
    guard let id = ClockID(rawValue: written.clock), id.isOfPolicy else {
      throw document.bad(
        "\(key).clock", written.clock, ClockID.allCases.filter(\.isOfPolicy).map(\.rawValue))
    }
    var rule = ClockRule(
      id: id, kinds: try words(written.kinds, "\(key).kinds"), target: target, calendar: calendar,
      stop: try document.word(written.stop, "\(key).stop"),
      warns: try spans(written.warnings, "\(key).warnings"),
      soon: try span(written.soon, "\(key).soon"), critical: try span(written.critical, "\(key).critical"),
      ignored: try span(written.ignored, "\(key).ignored"), source: try source(written.source, key))
    rule.onlyUrgent = written.urgent ?? false
    if let systems = written.systems { rule.systems = try words(systems, "\(key).systems") }
    if let text = written.complexity { rule.complexity = try document.word(text, "\(key).complexity") }
    if let text = written.grade { rule.grade = try document.word(text, "\(key).grade") }
    if let text = written.start { rule.start = try document.word(text, "\(key).start") }
    if let text = written.hold { rule.hold = try document.word(text, "\(key).hold") }
    return rule
  }

  fileprivate func category(_ written: Strict<WrittenCategory>, _ key: String) throws(SettingsError)
    -> Category
  {
    let id = written.category.plainLine
    guard !id.isEmpty else { throw document.bad("\(key).category", id, ["lift"]) }
    let system: CategorySystem? =
      if let text = written.system { try document.word(text, "\(key).system") } else { nil }
    return Category(
      id: id, system: system, kinds: try words(written.kinds, "\(key).kinds"),
      isUrgent: written.urgent ?? false, source: try source(written.source, key))
  }

  fileprivate func hours(_ written: Strict<WrittenHours>, _ key: String) throws(SettingsError) -> OfficeHours
  {
    var week: [DayHours] = []
    for (day, texts) in zip(Weekday.allCases, written.week) {
      var spans: [Range<Int>] = []
      for (index, text) in texts.enumerated() {
        guard let span = DayHours.span(text) else {
          let key = "\(key).\(day.rawValue)[\(index)]"
          if DayHours.isOverMidnight(text) {
            throw document.error(at: key, .overMidnight(key: key, value: text))
          }
          throw document.bad(key, text, ["09:00-12:00", "22:00-24:00"])
        }
        spans.append(span)
      }
      week.append(DayHours(spans))
    }
    guard week.contains(where: \.isOpen) else { throw document.bad(key, "", ["mon: [\"09:00-18:00\"]"]) }
    return OfficeHours(
      week: week, keepsHolidays: written.holidays, source: try source(written.source, key))
  }

  func words<Word: CaseIterable & RawRepresentable<String> & Hashable>(
    _ texts: [String], _ key: String
  ) throws(SettingsError) -> Set<Word> {
    var words: Set<Word> = []
    for (index, text) in texts.enumerated() { words.insert(try document.word(text, "\(key)[\(index)]")) }
    guard !words.isEmpty else { throw document.bad(key, "[]", Word.allCases.map(\.rawValue)) }
    return words
  }

  func span(_ text: String, _ key: String) throws(SettingsError) -> TimeInterval {
    guard let seconds = TimeInterval(written: text) else {
      throw document.bad(key, text, ["15m", "4h", "1d"])
    }
    return seconds
  }

  /// Spans as seconds, longest first.
  private func spans(_ texts: [String], _ key: String) throws(SettingsError) -> [Int] {
    var spans: [Int] = []
    for (index, text) in texts.enumerated() { spans.append(Int(try span(text, "\(key)[\(index)]"))) }
    return spans.sorted(by: >)
  }

  /// Refuses a clock beside an earlier one of its name that some ticket would have too, and one that warns twice at once: what is on
  /// record goes by the name, and each would take the other's.
  fileprivate func keepApart(
    _ index: Int, of clocks: [ClockRule], _ warnings: [String]
  ) throws(SettingsError) {
    let rule = clocks[index]
    if clocks[..<index].contains(where: { $0.meets(rule) }) {
      throw document.error(at: "clocks[\(index)].clock", .duplicateKey(rule.id.rawValue))
    }
    let spans = warnings.map { TimeInterval(written: $0) }
    for (warning, text) in warnings.enumerated() where spans[..<warning].contains(spans[warning]) {
      throw document.error(at: "clocks[\(index)].warnings[\(warning)]", .duplicateKey(text))
    }
  }

  /// Refuses a warning that is due before the clock starts: nobody would ever hear it.
  fileprivate func keepWithin(
    _ target: ClockTarget, _ warnings: [String], _ key: String
  ) throws(SettingsError) {
    guard case .time(let span) = target else { return }
    for (index, text) in warnings.enumerated() {
      guard let warning = TimeInterval(written: text), warning >= span else { continue }
      let key = "\(key)[\(index)]"
      throw document.error(at: key, .warnsTooEarly(key: key, value: text))
    }
  }

  /// Numbers of the service standard, or `design`.
  func source(_ text: String, _ key: String) throws(SettingsError) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let isNumber = { (word: Substring) in
      word.utf8.count == 4 && word.first == "S" && word.dropFirst().allSatisfy(\.isWholeNumber)
    }
    guard !words.isEmpty, words.allSatisfy({ $0 == "design" || isNumber($0) }) else {
      throw document.bad("\(key).source", text, ["S001", "S012 S013", "design"])
    }
    return text
  }
}

/// A policy file as people write it.
struct WrittenPolicy: WrittenObject {
  let name: String
  let hours: Strict<WrittenCalendars>
  let clocks: [Strict<WrittenClock>]
  let categories: [Strict<WrittenCategory>]
  /// What is left out is the standard's.
  let escalation: [Strict<WrittenStep>]?
  let holds: [Strict<WrittenHold>]?
  let tariffs: [Strict<WrittenTariff>]?
  let lines: [Strict<WrittenLine>]?
  let limits: Strict<WrittenLimits>?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case name, hours, clocks, categories, escalation, holds, tariffs, lines, limits
  }
}

struct WrittenCalendars: WrittenObject {
  let desk, work: Strict<WrittenHours>

  enum CodingKeys: String, CodingKey, CaseIterable { case desk, work }
}

struct WrittenHours: WrittenObject {
  let mon, tue, wed, thu, fri, sat, sun: [String]?
  let holidays: Bool
  let source: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case mon, tue, wed, thu, fri, sat, sun, holidays, source
  }

  /// Monday first; a day that is left out is closed.
  var week: [[String]] { [mon, tue, wed, thu, fri, sat, sun].map { $0 ?? [] } }
}

struct WrittenClock: WrittenObject {
  let clock: String
  let kinds: [String]
  let urgent: Bool?
  let systems: [String]?
  let complexity, grade: String?
  let target: String
  let calendar, start: String?
  let stop: String
  let hold: String?
  let warnings: [String]
  let soon, critical, ignored, source: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case clock, kinds, urgent, systems, complexity, grade, target, calendar, start, stop, hold, warnings, soon
    case critical, ignored, source
  }
}

struct WrittenCategory: WrittenObject {
  let category: String
  let system: String?
  let kinds: [String]
  let urgent: Bool?
  let source: String

  enum CodingKeys: String, CodingKey, CaseIterable { case category, system, kinds, urgent, source }
}
