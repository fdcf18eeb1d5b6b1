extension Place {
  /// The building a room or a public area lies in, `3` of `3-2-1501` and of `3栋电梯厅`; nil where it names none.
  package var block: String? {
    if let building { return building }
    let name = withoutPublic
    let number = name.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
    // `12-14 Main St` is a house of another country's streets, and no building 12.
    guard !number.isEmpty, let mark = name.dropFirst(number.count).first, "栋幢座号-".contains(mark),
      mark != "-" || !name.contains(" ")
    else { return nil }
    return String(number).uppercased()
  }

  /// The unit it lies in, `2` of `3-2-1501`, `3-2-大堂` and `3栋2单元电梯`; nil where it names none.
  package var unit: String? {
    guard let block else { return nil }
    let rest = withoutPublic.dropFirst(block.count + 1).drop { $0 == "楼" }
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    let after = rest.dropFirst(number.count)
    return !number.isEmpty && (after.first == "-" || after.hasPrefix("单元")) ? String(number) : nil
  }

  private var withoutPublic: Substring {
    text.hasPrefix("公共区域") ? text.dropFirst(4).drop { $0 == " " || $0 == "-" } : text[...]
  }
}
