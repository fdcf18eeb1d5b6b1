package import Desk

/// Somebody at the desk in one line, its words in any order: `3-2-1501 送货 顺丰 13812345678 粤A12345 @张三`. What is no room, number, plate or
/// purpose is free words; a place that is no room comes first.
package struct VisitLine: Equatable, Sendable {
  package private(set) var arrival = Arrival(place: Place(""), purpose: .other)
  /// Name, phone and plate, the plate as the note; empty where the line has none of them.
  package private(set) var contact = Contact(id: "", name: "", phone: "")
  /// What is meant for a telephone number and is none; nil where nothing is. A number of which the words before it say what it is may
  /// be any.
  package private(set) var wrongPhone: String?

  /// Reads a line; `place` is where they go, if that was said before. The whole name of somebody known there is no free word: those
  /// everybody reads, and they stay.
  package init(_ text: String, to place: Place? = nil, in directory: Directory = Directory([])) {
    var rest: [String] = []
    let numbers = PhoneNumber.taken(outOf: QuickLine.narrowed(text))
    contact.phone = numbers.numbers.first ?? ""
    contact.otherPhones = Array(numbers.numbers.dropFirst())
    let words = numbers.rest.split(whereSeparator: { $0.isWhitespace || "，,；;。、/".contains($0) }).map(
      String.init)
    for (index, word) in words.enumerated() where !take(word, after: words[..<index].reversed()) {
      if arrival.place.text.isEmpty, let (room, more) = Place.leading(word) {
        arrival.place = room
        if !take(more, after: []) { rest.append(more) }
      } else {
        rest.append(word)
        if VisitLine.isLikePhone(word), !QuickLine.isNumbered(words[..<index].reversed()) {
          wrongPhone = word
        }
      }
    }
    if arrival.place.text.isEmpty, let first = rest.first, first == words.first {
      arrival.place = Place(rest.removeFirst())
    }
    wrongPhone = contact.phones.first { !$0.isPhone } ?? wrongPhone
    arrival.text = rest.joined(separator: " ")
    for person in directory.occupants(of: place ?? arrival.place) where arrival.text.cut(name: person.name) {
      add(person.name, to: \.name)
    }
  }

  /// Takes one word where it belongs; false when it is none of what is looked for.
  private mutating func take(_ word: String, after behind: [String]) -> Bool {
    let name = word.drop { "@＠".contains($0) }
    if name.count < word.count, !name.isEmpty {
      add(String(name), to: \.name)
    } else if QuickLine.isPhone(word), !QuickLine.isNumbered(behind) {
      if contact.phone.isEmpty { contact.phone = word } else { contact.otherPhones.append(word) }
    } else if arrival.place.text.isEmpty, Place(word).isRoom || word.hasPrefix("公共") {
      arrival.place = Place(word)
    } else if let plate = VisitLine.plate(word) {
      add(plate, to: \.note)
    } else if let name = QuickLine.isAddressed(word) ? word : QuickLine.introduced([word])?.name {
      add(name, to: \.name)
    } else if arrival.purpose == .other, let purpose = VisitLine.purpose(word) {
      arrival.purpose = purpose
      // `外卖` says more than that something is brought.
      return [purpose.words.zh, purpose.words.en].contains(word.lowercased())
    } else {
      return false
    }
    return true
  }

  /// However many there are of a name, a number or a plate, none stays in the words that everybody reads.
  private mutating func add(_ word: String, to field: WritableKeyPath<Contact, String>) {
    contact[keyPath: field] = "\(contact[keyPath: field]) \(word)".plainLine.trimmed
  }

  private static func purpose(_ word: String) -> VisitPurpose? {
    let typed = word.lowercased()
    return VisitPurpose.allCases.first { purpose in
      purpose.words.zh == typed || purpose.rawValue == typed || others[purpose]?.contains(typed) == true
    }
  }

  private static let others: [VisitPurpose: Set<String>] = [
    .delivery: ["快递", "外卖", "送餐", "送水", "搬家", "courier"], .contractor: ["装修", "维修", "安装", "repair"],
    .viewing: ["中介", "agent"], .guest: ["访客", "走访", "探亲", "做客", "visitor"],
  ]

  /// Whether it has about as many digits as a telephone number, and begins as one of a mobile or an area does; numbers of parcels are
  /// longer, or begin otherwise (*design*).
  private static func isLikePhone(_ word: String) -> Bool {
    let digits = word.filter { $0 != "-" }
    let begins = digits.hasPrefix("0") ? 7...12 : 9...12
    return begins.contains(digits.count) && "01".contains(digits.prefix(1))
      && digits.allSatisfy { $0.isASCII && $0.isNumber } && !word.isPhone
  }

  /// A number plate of the mainland as it is written, `粤A12345`, without the dot; nil for anything else.
  static func plate(_ word: String) -> String? {
    let signs = word.uppercased().filter { !"·.-".contains($0) }
    guard let province = signs.first, "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使".contains(province),
      (7...8).contains(signs.count), signs.dropFirst().first?.isASCII == true,
      signs.dropFirst().first?.isLetter == true,
      signs.dropFirst(2).dropLast().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    return signs
  }
}
