import Desk
import Foundation
import Journal

/// Times as people type them after an option.
enum TypedTime {
  private static let forms = [
    "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssX", "yyyy-MM-dd'T'HH:mm:ss.SSSX", "yyyy-MM-dd'T'HH:mm",
    "yyyy-MM-dd'T'HH:mmX", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
  ].compactMap(DateFormat.init)

  /// Reads `2026-11-20T14:36`, with or without seconds and offset, a day, or `14:36` for today; without an offset it is
  /// a time in the desk's zone.
  static func instant(_ text: String, _ option: String, zone: TimeZone, today: Date) throws(Failure) -> Date {
    if let instant = read(text, zone: zone, today: today) { return instant }
    throw Failure(
      .usage,
      zh: "--\(option) 看不懂“\(text.plainLine)”。请写成 2026-11-20T14:36、2026-11-20T14:36:00+08:00 或 14:36。",
      en: "--\(option) cannot be \"\(text.plainLine)\". "
        + "Write 2026-11-20T14:36, 2026-11-20T14:36:00+08:00 or 14:36.")
  }

  /// The same; nil for anything else.
  static func read(_ text: String, zone: TimeZone, today: Date) -> Date? {
    var local = LocalTime(zone)
    let whole = text.contains(":") && !text.contains("-") ? "\(CivilDate(today, in: zone)) \(text)" : text
    return forms.lazy.compactMap { $0.date(whole, in: &local) }.first
  }

  /// That a time ahead, which may be written as it is said, cannot be read.
  static func unreadable(_ name: String, _ text: String) -> Failure {
    Failure(
      .usage, zh: "\(name) 看不懂“\(text.plainLine)”。请写 15:00、明天下午3点、30分 或 2026-11-20T14:36。",
      en: "\(name) cannot be \"\(text.plainLine)\". Write 15:00, tomorrow 3pm, 30 min or 2026-11-20T14:36.")
  }
}
