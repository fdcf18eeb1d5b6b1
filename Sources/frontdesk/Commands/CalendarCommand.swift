import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk calendar …`: the holidays and make-up working days of the years.
enum CalendarCommand {
  static func show(_ call: Invocation) throws(Failure) {
    let policy = try call.policy()
    guard let text = call.options.arguments.first else { return try list(policy.calendars.years, call) }
    guard let number = Int(text), (1...9999).contains(number) else {
      throw Failure(
        .usage, zh: "“\(text.plainLine)”不是年份。请写成 2026。", en: "\"\(text.plainLine)\" is no year. Write 2026.")
    }
    guard let year = policy.calendars.years.years[number] else {
      throw Failure(.unavailable, Words.unknown(year: number))
    }
    try show(year, call)
  }

  private static func show(_ year: HolidayYear, _ call: Invocation) throws(Failure) {
    let days = year.days.map { day in
      JSONText.object([
        ("date", .text("\(day.date)")), ("name", .text(day.name)), ("isOffDay", .flag(day.kind == .off)),
      ])
    }
    var table = TextTable(
      [Words(zh: "日期", en: "Date"), Words(zh: "节日", en: "Holiday"), Words(zh: "安排", en: "Is")], call.language)
    for day in year.days { table.add(["\(day.date)", day.name, day.kind.words(call.language)]) }
    try call.list(
      json: [("year", .number(year.year)), ("days", .list(days))],
      csv: ["date", "name", "kind", "announced_in"],
      year.days.map { ["\($0.date)", $0.name, $0.kind.rawValue, "\(year.year)"] }, text: table.text)
  }

  private static func list(_ years: HolidayYears, _ call: Invocation) throws(Failure) {
    let known = years.years.values.sorted { $0.year < $1.year }.map { year in
      [year.year, year.days.count { $0.kind == .off }, year.days.count { $0.kind == .work }]
    }
    let names = ["year", "off", "work"]
    let rows = known.map { $0.map(String.init) }
    var table = TextTable(
      [Words(zh: "年份", en: "Year"), AnnouncedKind.off.words, AnnouncedKind.work.words], call.language)
    for row in rows { table.add(row) }
    try call.list(
      json: [("years", .list(known.map { .object(Array(zip(names, $0.map(JSONText.number)))) }))], csv: names,
      rows, text: table.text)
  }

  static func publish(_ call: Invocation) throws(Failure) {
    let path = call.options.argument(0)
    let text = try call.text(of: path, isTable: true)
    let file = try inWords(file: HolidayFile(text, file: path))
    guard !file.years.isEmpty else {
      throw Failure(
        .data, zh: "\(path.plainLine) 里一天也没有。请核对文件。",
        en: "\(path.plainLine) has not one date. Check the file.")
    }
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    for year in file.years {
      try call.carryOut(.publishCalendar(year), journal, clerk)
    }
  }
}
