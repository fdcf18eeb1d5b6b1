package import Desk

/// A file of announced holidays: CSV with `date,name,kind` and perhaps `announced_in`, or JSON with a year and its days as
/// github.com/NateScarlet/holiday-cn publishes them.
package struct HolidayFile {
  /// In the order of the years.
  package let years: [HolidayYear]

  /// Reads either form; `file` is what errors call it.
  ///
  /// - Throws: the first thing wrong, with its place.
  package init(_ text: String, file: String) throws(SettingsError) {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    let days = try first == "{" ? HolidayFile.json(text, file) : HolidayFile.csv(text, file)
    years = Dictionary(grouping: days, by: \.year).map { HolidayYear(year: $0, days: $1.map(\.day)) }
      .sorted { $0.year < $1.year }
  }

  private typealias Dated = (year: Int, day: AnnouncedDay)

  private static func json(_ text: String, _ file: String) throws(SettingsError) -> [Dated] {
    let document = try JSON5.Document(text, file: file)
    let written = try document.decode(WrittenYear.self)
    var days: [Dated] = []
    for (index, day) in written.days.enumerated() {
      guard let date = CivilDate(day.date) else {
        let key = "days[\(index)].date"
        throw document.bad(key, day.date, ["2026-10-01"])
      }
      if days.contains(where: { $0.day.date == date }) {
        throw document.error(at: "days[\(index)].date", .duplicateKey(day.date))
      }
      let kind = day.isOffDay ? AnnouncedKind.off : .work
      days.append((written.year, AnnouncedDay(date: date, name: day.name, kind: kind)))
    }
    return days
  }

  private struct WrittenYear: Decodable {
    let year: Int
    let days: [WrittenDay]
  }

  private struct WrittenDay: Decodable {
    let name: String
    let date: String
    let isOffDay: Bool
  }

  private static func csv(_ text: String, _ file: String) throws(SettingsError) -> [Dated] {
    var reader = CSVReader()
    reader.append(Array(text.utf8))
    reader.finish()
    let header = reader.next().map { record in (0..<record.count).map { record.text($0) } } ?? []
    for key in ["date", "name", "kind"] where !header.contains(key) {
      throw SettingsError(file: file, line: 1, column: 1, fault: .missingKey(key))
    }
    var days: [Dated] = []
    while let record = reader.next() {
      let dated = try row(record, header, file)
      if days.contains(where: { $0.year == dated.year && $0.day.date == dated.day.date }) {
        let column = (header.firstIndex(of: "date") ?? 0) + 1
        throw SettingsError(
          file: file, line: record.line, column: column, fault: .duplicateKey("\(dated.day.date)"))
      }
      days.append(dated)
    }
    return days
  }

  private static func row(
    _ record: CSVRecord, _ header: [String], _ file: String
  ) throws(SettingsError) -> Dated {
    func text(_ key: String) -> String { header.firstIndex(of: key).map { record.text($0) } ?? "" }
    func bad(_ key: String, _ allowed: [String]) -> SettingsError {
      SettingsError(
        file: file, line: record.line, column: (header.firstIndex(of: key) ?? 0) + 1,
        fault: .badValue(key: key, value: text(key), allowed: allowed))
    }
    guard let date = CivilDate(text("date")) else { throw bad("date", ["2026-10-01"]) }
    guard let kind = AnnouncedKind(rawValue: text("kind")) else {
      throw bad("kind", AnnouncedKind.allCases.map(\.rawValue))
    }
    guard let year = text("announced_in").isEmpty ? date.year : Int(text("announced_in")) else {
      throw bad("announced_in", ["2026"])
    }
    return (year, AnnouncedDay(date: date, name: text("name"), kind: kind))
  }
}

extension CSVRecord {
  fileprivate func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self).trimmed }
}
