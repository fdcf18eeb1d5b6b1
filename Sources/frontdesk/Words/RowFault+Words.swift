import Dashboard
import Desk
import Foundation
import Journal

extension RowFault {
  /// Why a row was not imported, in one sentence.
  func words(zone: TimeZone) -> Words {
    switch self {
    case .malformed(.textAfterQuote): Words(zh: "引号后面还有字。", en: "There is text after a closing quote.")
    case .malformed(.quoteNotClosed):
      Words(zh: "引号没有关上，后面的行都被吞进去了。", en: "A quote is never closed and swallows the lines after it.")
    case .fieldCount(let found, let expected):
      Words(
        zh: "有 \(found) 列，表头有 \(expected) 列。",
        en: "It has \(found) \(found == 1 ? "field" : "fields"), the first line has \(expected).")
    case .notInEncoding(let encoding, let column):
      Words(
        zh: "\(column.plainLine) 不是 \(encoding.rawValue)。",
        en: "\(column.plainLine) is not \(encoding.rawValue).")
    case .missing(let column): Words(zh: "\(column.plainLine) 是空的。", en: "\(column.plainLine) is empty.")
    case .unreadableDate(let column, let value, let forms):
      Words(
        zh: "\(column.plainLine) 的“\(value.plainLine)”读不成时间。请写成 \(forms.joined(separator: "、"))。",
        en: "\"\(value.plainLine)\" in \(column.plainLine) cannot be read as a time. Write it as "
          + "\(forms.joined(separator: " or ")).")
    case .unreadableNumber(let column, let value):
      Words(
        zh: "\(column.plainLine) 的“\(value.plainLine)”不是整数。",
        en: "\"\(value.plainLine)\" in \(column.plainLine) is not a whole number.")
    case .numberBeyond(let column, let value, let range):
      Words(
        zh: "\(column.plainLine) 的“\(value.plainLine)”\(value.hasPrefix("-") ? "是负数" : "太大")。请写 "
          + "\(range.lowerBound) 到 \(range.upperBound)。",
        en:
          "\"\(value.plainLine)\" in \(column.plainLine) is \(value.hasPrefix("-") ? "negative" : "too large"). "
          + "Write \(range.lowerBound) to \(range.upperBound).")
    case .noPhone(let column): Words(noPhone: Words(both: column))
    case .roundLeftOut(let line):
      Words(
        zh: "第 \(line) 行有错，这一轮没有导入。请改那一行。",
        en: "Its round is left out because of line \(line). Correct that line.")
    case .store(let error): error.words
    case .refused(let refusal): refusal.words(zone: zone)
    }
  }
}
