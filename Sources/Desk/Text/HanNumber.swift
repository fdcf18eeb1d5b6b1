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

  /// Reads a floor and a room of it as they are said in Han: 1501 of `十五零一` and of `十五一二` the room 12; nil for anything else.
  init?(floorAndRoom text: some StringProtocol) {
    let values = text.unicodeScalars.map { $0.hanNumber ?? 100 }
    guard values.count >= 3, values.allSatisfy({ $0 <= 10 }), values.suffix(2).allSatisfy({ $0 < 10 }) else {
      return nil
    }
    let floor = values.dropLast(2)
    guard floor.count(where: { $0 == 10 }) == 1, floor.count <= 3, floor.allSatisfy({ $0 > 0 }),
      values[values.count - 2] == 0 || floor.last != 10,
      let number = Int(han: text.prefix(floor.count)), (10...99).contains(number)
    else { return nil }
    self = number * 100 + values[values.count - 2] * 10 + values[values.count - 1]
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
