import Desk

/// The numbers found so far.
struct DateReading {
  var year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0
  var isTwelve = false
  var isAfternoon: Bool?
  var offset: Int?

  /// Takes one part; where the next begins, nil when it is not there.
  mutating func take(_ part: DatePart, _ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    switch part {
    case .number(let unit, let least, let most):
      guard let (number, next) = digits(bytes, from: index, least: least, most: most) else { return nil }
      set(unit, number)
      return next
    case .literal(let literal):
      guard bytes.count - index >= literal.count, bytes[index...].starts(with: literal) else { return nil }
      return index + literal.count
    case .half: return half(bytes, from: index)
    case .offset: return offset(bytes, from: index)
    }
  }

  private func digits(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, least: Int, most: Int) -> (
    Int, Int
  )? {
    var (number, index) = (0, start)
    while index < bytes.count, index - start < most, case 0x30...0x39 = bytes[index] {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return index - start >= least ? (number, index) : nil
  }

  private mutating func set(_ unit: DateUnit, _ number: Int) {
    switch unit {
    case .year: year = number
    case .month: month = number
    case .day: day = number
    case .hour: hour = number
    case .hour12: (hour, isTwelve) = (number, true)
    case .minute: minute = number
    case .second: second = number
    case .millisecond: millisecond = number
    }
  }

  private mutating func half(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    let rest = bytes[index...]
    if rest.starts(with: "上午".utf8) || rest.starts(with: "下午".utf8) {
      isAfternoon = rest.starts(with: "下午".utf8)
      return index + 6
    }
    guard rest.count >= 2, bytes[index + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
    switch bytes[index] | 0x20 {
    case UInt8(ascii: "a"): isAfternoon = false
    case UInt8(ascii: "p"): isAfternoon = true
    default: return nil
    }
    return index + 2
  }

  private mutating func offset(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] | 0x20 == UInt8(ascii: "z") {
      offset = 0
      return index + 1
    }
    guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"),
      let (hours, afterHours) = digits(bytes, from: index + 1, least: 2, most: 2), hours <= 18
    else { return nil }
    let colon = afterHours < bytes.count && bytes[afterHours] == UInt8(ascii: ":") ? 1 : 0
    let (minutes, end) =
      digits(bytes, from: afterHours + colon, least: 2, most: 2) ?? (0, afterHours)
    offset = (hours * 3600 + minutes * 60) * (bytes[index] == UInt8(ascii: "-") ? -1 : 1)
    return minutes < 60 ? end : nil
  }

  /// Seconds of the local time since 1970, nil when there is no such day or hour.
  var secondsSince1970: Int? {
    var hour = hour
    if isTwelve {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon == true ? 12 : 0)
    } else if isAfternoon == true, hour < 12 {
      hour += 12
    }
    guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60 else {
      return nil
    }
    let days = CivilDate(year: year, month: month, day: day).daysSince1970
    guard day <= 28 || CivilDate(daysSince1970: days).day == day else { return nil }
    return days * 86400 + hour * 3600 + minute * 60 + second
  }
}
