extension Int {
  /// Reads a number in Han, said or digit by digit: `十五`, `两百`, `一百二`, `三零三`; nil for anything else.
  package init?(han text: some StringProtocol) {
    let values = text.unicodeScalars.map(\.hanNumber)
    guard !values.isEmpty, values.count <= 9, values.allSatisfy({ $0 != nil }) else { return nil }
    let numbers = values.compactMap(\.self)
    guard numbers.contains(where: { $0 >= 10 }) else {
      self = numbers.reduce(0) { $0 * 10 + $1 }
      return
    }
    var (sum, last, unit) = (0, 0, 1)
    for number in numbers {
      if number >= 10 {
        // 十五 and 一百十五 leave out the one before ten.
        sum += (last == 0 && number < unit || sum == 0 ? Swift.max(last, 1) : last) * number
        (last, unit) = (0, number)
      } else {
        if number == 0 { unit = 10 }
        last = number
      }
    }
    // 一百二 is a hundred and twenty.
    self = sum + last * (unit > 10 ? unit / 10 : 1)
  }
}

extension Unicode.Scalar {
  /// What a Han numeral stands for, 0 to 10, 100 or 1000; nil for anything else.
  package var hanNumber: Int? {
    switch self {
    case "零", "〇": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }
}
