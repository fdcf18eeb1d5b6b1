/// The announcements of the State Council, 2007 to 2026.
///
/// Decision: a text in the program, instead of a SwiftPM resource, which would be a folder beside the binary that a copy leaves
/// behind. People can read and correct it, and it is parsed once, in well under a millisecond. Revisit if it grows beyond a page
/// a decade.
///
/// - Source: https://github.com/NateScarlet/holiday-cn
extension HolidayYears {
  /// Every year that ships with the program.
  package static let china = HolidayYears(written: announcements)

  /// Reads years, each followed by its holidays: `春节: off 02-16..02-23, work 02-14 02-28`. Dates lie in the year unless they name
  /// another. What cannot be read is left out; a test compares every date with its source.
  init(written text: String) {
    var years: [HolidayYear] = []
    for line in text.utf8.split(separator: 0x0A).map(Substring.init) {
      if let year = Int(line) {
        years.append(HolidayYear(year: year, days: []))
      } else if let year = years.popLast() {
        years.append(HolidayYear(year: year.year, days: year.days + HolidayYears.days(line, year.year)))
      }
    }
    self.init(years)
  }

  private static func days(_ line: Substring, _ year: Int) -> [AnnouncedDay] {
    let parts = line.utf8.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2 else { return [] }
    let name = String(Substring(parts[0].drop { $0 == 0x20 }))
    return parts[1].split(separator: UInt8(ascii: ",")).flatMap { list in
      let words = list.split(separator: 0x20)
      guard let kind = words.first.flatMap({ AnnouncedKind(rawValue: String(Substring($0))) }) else {
        return [AnnouncedDay]()
      }
      return words.dropFirst().flatMap { dates($0, year) }.map {
        AnnouncedDay(date: $0, name: name, kind: kind)
      }
    }
  }

  /// The dates of `01-01`, or of `2007-12-30..01-01`.
  private static func dates(_ word: Substring.UTF8View, _ year: Int) -> [CivilDate] {
    let ends = word.split(separator: UInt8(ascii: ".")).compactMap { end in
      let said = end.split(separator: UInt8(ascii: "-")).compactMap { Int(Substring($0)) }
      let numbers = said.count == 2 ? [year] + said : said
      return numbers.count == 3 ? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
    }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return (first.daysSince1970...last.daysSince1970).map(CivilDate.init(daysSince1970:))
  }

  private static let announcements = """
    2007
      元旦: off 01-01..01-03, work 2006-12-30..2006-12-31
      春节: off 02-18..02-24, work 02-17 02-25
      “五一”: off 05-01..05-07, work 04-28..04-29
      “十一”: off 10-01..10-07, work 09-29..09-30
    2008
      元旦: off 2007-12-30..01-01, work 2007-12-29
      春节: off 02-06..02-12, work 02-02..02-03
      清明节: off 04-04..04-06
      “五一”国际劳动节: off 05-01..05-03, work 05-04
      端午节: off 06-07..06-09
      中秋节: off 09-13..09-15
      国庆节: off 09-29..10-05, work 09-27..09-28
    2009
      元旦: off 01-01..01-03, work 01-04
      春节: off 01-25..01-31, work 01-24 02-01
      清明节: off 04-04..04-06
      劳动节: off 05-01..05-03
      端午节: off 05-28..05-30, work 05-31
      国庆节、中秋节: off 10-01..10-08, work 09-27 10-10
    2010
      元旦: off 01-01..01-03
      春节: off 02-13..02-19, work 02-20..02-21
      清明节: off 04-03..04-05
      劳动节: off 05-01..05-03
      端午节: off 06-14..06-16, work 06-12..06-13
      中秋节: off 09-22..09-24, work 09-19 09-25
      国庆节: off 10-01..10-07, work 09-26 10-09
    2011
      元旦: off 01-01..01-03
      春节: off 02-02..02-08, work 01-30 02-12
      清明节: off 04-03..04-05, work 04-02
      劳动节: off 04-30..05-02
      端午节: off 06-04..06-06
      中秋节: off 09-10..09-12
      国庆节: off 10-01..10-07, work 10-08..10-09
    2012
      元旦: off 01-01..01-03, work 2011-12-31
      春节: off 01-22..01-28, work 01-21 01-29
      清明节: off 04-02..04-04, work 03-31..04-01
      劳动节: off 04-29..05-01, work 04-28
      端午节: off 06-22..06-24
      中秋节、国庆节: off 09-30..10-07, work 09-29
    2013
      元旦: off 01-01..01-03, work 01-05..01-06
      春节: off 02-09..02-15, work 02-16..02-17
      清明节: off 04-04..04-06, work 04-07
      劳动节: off 04-29..05-01, work 04-27..04-28
      端午节: off 06-10..06-12, work 06-08..06-09
      中秋节: off 09-19..09-21, work 09-22
      国庆节: off 10-01..10-07, work 09-29 10-12
    2014
      元旦: off 01-01
      春节: off 01-31..02-06, work 01-26 02-08
      清明节: off 04-05 04-07
      劳动节: off 05-01..05-03, work 05-04
      端午节: off 06-02
      中秋节: off 09-08
      国庆节: off 10-01..10-07, work 09-28 10-11
    2015
      元旦: off 01-01..01-03, work 01-04
      春节: off 02-18..02-24, work 02-15 02-28
      清明节: off 04-05..04-06
      劳动节: off 05-01
      端午节: off 06-20 06-22
      抗日战争暨世界反法西斯战争胜利70周年纪念日: off 09-03..09-05, work 09-06
      中秋节: off 09-27
      国庆节: off 10-01..10-07, work 10-10
    2016
      元旦: off 01-01
      春节: off 02-07..02-13, work 02-06 02-14
      清明节: off 04-04
      劳动节: off 05-01..05-02
      端午节: off 06-09..06-11, work 06-12
      中秋节: off 09-15..09-17, work 09-18
      国庆节: off 10-01..10-07, work 10-08..10-09
    2017
      元旦: off 01-01..01-02
      春节: off 01-27..02-02, work 01-22 02-04
      清明节: off 04-02..04-04, work 04-01
      劳动节: off 05-01
      端午节: off 05-28..05-30, work 05-27
      中秋节、国庆节: off 10-01..10-08, work 09-30
    2018
      元旦: off 01-01
      春节: off 02-15..02-21, work 02-11 02-24
      清明节: off 04-05..04-07, work 04-08
      劳动节: off 04-29..05-01, work 04-28
      端午节: off 06-18
      中秋节: off 09-24
      国庆节: off 10-01..10-07, work 09-29..09-30
    2019
      元旦: off 2018-12-30..01-01, work 2018-12-29
      春节: off 02-04..02-10, work 02-02..02-03
      清明节: off 04-05
      劳动节: off 05-01..05-04, work 04-28 05-05
      端午节: off 06-07
      中秋节: off 09-13
      国庆节: off 10-01..10-07, work 09-29 10-12
    2020
      元旦: off 01-01
      春节: off 01-24..02-02, work 01-19 02-03
      清明节: off 04-04..04-06
      劳动节: off 05-01..05-05, work 04-26 05-09
      端午节: off 06-25..06-27, work 06-28
      国庆节、中秋节: off 10-01..10-08, work 09-27 10-10
    2021
      元旦: off 01-01..01-03
      春节: off 02-11..02-17, work 02-07 02-20
      清明节: off 04-03..04-05
      劳动节: off 05-01..05-05, work 04-25 05-08
      端午节: off 06-12..06-14
      中秋节: off 09-19..09-21, work 09-18
      国庆节: off 10-01..10-07, work 09-26 10-09
    2022
      元旦: off 01-01..01-03
      春节: off 01-31..02-06, work 01-29..01-30
      清明节: off 04-03..04-05, work 04-02
      劳动节: off 04-30..05-04, work 04-24 05-07
      端午节: off 06-03..06-05
      中秋节: off 09-10..09-12
      国庆节: off 10-01..10-07, work 10-08..10-09
    2023
      元旦: off 2022-12-31..01-02
      春节: off 01-21..01-27, work 01-28..01-29
      清明节: off 04-05
      劳动节: off 04-29..05-03, work 04-23 05-06
      端午节: off 06-22..06-24, work 06-25
      中秋节、国庆节: off 09-29..10-06, work 10-07..10-08
    2024
      元旦: off 01-01
      春节: off 02-10..02-17, work 02-04 02-18
      清明节: off 04-04..04-06, work 04-07
      劳动节: off 05-01..05-05, work 04-28 05-11
      端午节: off 06-10
      中秋节: off 09-15..09-17, work 09-14
      国庆节: off 10-01..10-07, work 09-29 10-12
    2025
      元旦: off 01-01
      春节: off 01-28..02-04, work 01-26 02-08
      清明节: off 04-04..04-06
      劳动节: off 05-01..05-05, work 04-27
      端午节: off 05-31..06-02
      国庆节、中秋节: off 10-01..10-08, work 09-28 10-11
    2026
      元旦: off 01-01..01-03, work 01-04
      春节: off 02-15..02-23, work 02-14 02-28
      清明节: off 04-04..04-06
      劳动节: off 05-01..05-05, work 05-09
      端午节: off 06-19..06-21
      国庆节: off 10-01..10-07, work 09-20 10-10
      中秋节: off 09-25..09-27
    """
}
