import Foundation

extension Policy {
  /// Itself as a settings file, which reads back equal; every entry names its source.
  package var json5: String {
    let sections = PolicyEntry.Section.allCases.map { section in
      let own = entries.filter { $0.section == section }
      let (open, close) = section == .hours || section == .limits ? ("{", "}") : ("[", "]")
      return "  \(section.rawValue): \(open)\n" + own.map(\.block).joined() + "  \(close),\n"
    }
    return "{\n  name: \(JSON5.quoted(name)),\n" + sections.joined() + "}\n"
  }

  /// Everything it says, in the order of the file.
  package var entries: [PolicyEntry] {
    let calendars = CalendarID.allCases.compactMap { id in hours[id].map { PolicyEntry(id, $0) } }
    return calendars + clocks.map(PolicyEntry.init) + categories.map(PolicyEntry.init) + terms.entries
  }

  /// What another policy says otherwise, in the order of the files: entries that are gone, and those that are new or changed.
  package func changes(to other: Policy) -> (gone: [PolicyEntry], new: [PolicyEntry]) {
    let (mine, theirs) = (entries, other.entries)
    return (mine.filter { !theirs.contains($0) }, theirs.filter { !mine.contains($0) })
  }
}

/// One thing a policy says, as its file writes it.
package struct PolicyEntry: Hashable, Sendable {
  /// The parts of the file.
  package enum Section: String, CaseIterable, Sendable {
    case hours, clocks, categories, escalation, holds, tariffs, lines, limits
  }

  package let section: Section
  /// What goes before the braces, `desk: `; empty in a list.
  private let key: String
  /// `name: value` pairs, the lines they stand on.
  private let lines: [[String]]

  /// The entry on one line.
  package var line: String { "\(section.rawValue): \(key){ \(lines.joined().joined(separator: ", ")) }" }

  fileprivate var block: String {
    if lines.count == 1 { return "    \(key){ \(lines.joined().joined(separator: ", ")) },\n" }
    return "    \(key){\n" + lines.map { "      \($0.joined(separator: ", ")),\n" }.joined() + "    },\n"
  }

  fileprivate init(_ id: CalendarID, _ hours: OfficeHours) {
    section = .hours
    key = "\(id.rawValue): "
    lines =
      zip(Weekday.allCases, hours.week).map { day, hours in
        ["\(day.rawValue): \(PolicyEntry.list(hours.spans.map(DayHours.text)))"]
      } + [["holidays: \(hours.keepsHolidays)", "source: \(JSON5.quoted(hours.source))"]]
  }

  fileprivate init(_ rule: ClockRule) {
    section = .clocks
    key = ""
    var covers = ["clock: \"\(rule.id.rawValue)\"", "kinds: \(PolicyEntry.list(rule.kinds))"]
    if rule.onlyUrgent { covers.append("urgent: true") }
    if let systems = rule.systems { covers.append("systems: \(PolicyEntry.list(systems))") }
    if let complexity = rule.complexity { covers.append("complexity: \"\(complexity.rawValue)\"") }
    if let grade = rule.grade { covers.append("grade: \"\(grade.rawValue)\"") }
    let warnings = rule.warns.map { TimeInterval($0).written }
    lines = [
      covers,
      [
        "target: \"\(rule.target)\"", "calendar: \"\(rule.calendar.rawValue)\"",
        "start: \"\(rule.start.rawValue)\"", "stop: \"\(rule.stop.rawValue)\"",
        "hold: \"\(rule.hold.rawValue)\"",
      ],
      [
        "warnings: \(PolicyEntry.list(warnings))", "soon: \"\(rule.soon.written)\"",
        "critical: \"\(rule.critical.written)\"", "ignored: \"\(rule.ignored.written)\"",
      ],
      ["source: \(JSON5.quoted(rule.source))"],
    ]
  }

  fileprivate init(_ category: Category) {
    section = .categories
    key = ""
    var words = ["category: \(JSON5.quoted(category.id))"]
    if let system = category.system { words.append("system: \"\(system.rawValue)\"") }
    words.append("kinds: \(PolicyEntry.list(category.kinds))")
    if category.isUrgent { words.append("urgent: true") }
    lines = [words + ["source: \(JSON5.quoted(category.source))"]]
  }

  /// An entry of one line, from its `name: value` pairs.
  init(_ section: Section, key: String = "", _ pairs: [String]) {
    self.section = section
    self.key = key
    lines = [pairs]
  }

  private static func list(_ texts: [String]) -> String {
    "[\(texts.map { "\"\($0)\"" }.joined(separator: ", "))]"
  }

  /// Some of a closed list of words, in its order.
  private static func list<Word>(_ words: Set<Word>) -> String
  where Word: CaseIterable & RawRepresentable<String> {
    list(Word.allCases.filter(words.contains).map(\.rawValue))
  }
}
