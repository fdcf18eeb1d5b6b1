package import Desk

extension ClockDoubt {
  /// Why a clock cannot be trusted, and what to do.
  package var words: Words {
    switch self {
    case .noHolidays(let year): return .unknown(year: year)
    case .ahead(let seconds):
      let span = Words.span(seconds)
      return Words(
        zh: "注意：它记在本机时间之后 \(span.zh)，剩余时间不准。请核对各台电脑的时钟。",
        en: "Note: it is on record \(span.en) after this computer's time, so what is left is not known. "
          + "Check the clocks of the computers.")
    }
  }
}

extension Words {
  /// Said wherever a clock runs into a year whose holidays nobody announced.
  package static func unknown(year: Int) -> Words {
    Words(
      zh: "注意：没有 \(year) 年的节假日，只按周末推算。请用 frontdesk calendar import 导入。",
      en: "Note: no holidays are known for \(year), only weekends are left out. "
        + "Import them with frontdesk calendar import.")
  }
}

extension CalendarID {
  /// What people call the calendar.
  package var words: Words {
    switch self {
    case .always: Words(zh: "全天", en: "round the clock")
    case .desk: Words(zh: "接待时间", en: "desk hours")
    case .work: Words(zh: "工作时间", en: "working hours")
    }
  }
}

extension Weekday {
  /// What people call the day in a table: `周一`, `Mon`.
  package var words: Words {
    switch self {
    case .mon: Words(zh: "周一", en: "Mon")
    case .tue: Words(zh: "周二", en: "Tue")
    case .wed: Words(zh: "周三", en: "Wed")
    case .thu: Words(zh: "周四", en: "Thu")
    case .fri: Words(zh: "周五", en: "Fri")
    case .sat: Words(zh: "周六", en: "Sat")
    case .sun: Words(zh: "周日", en: "Sun")
    }
  }
}

extension AnnouncedKind {
  /// What people call such a date.
  package var words: Words {
    switch self {
    case .off: Words(zh: "放假", en: "off")
    case .work: Words(zh: "上班（调休）", en: "worked")
    }
  }
}
