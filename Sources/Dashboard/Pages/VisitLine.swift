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
    let line = String(text.prefix(QuickLine.longest))
    let numbers = QuickLine.numbers(in: QuickLine.narrowed(line).replacing("/", with: "，"))
    contact.phone = numbers.numbers.first ?? ""
    contact.otherPhones = Array(numbers.numbers.dropFirst())
    var words = LineWords(numbers.rest)
    while let word = words.next {
      let behind = words.behind
      if let count = takeSeveral(words.clause, after: behind) {
        words.drop(count)
      } else if take(word, after: behind) {
        words.drop(1)
      } else if arrival.place.text.isEmpty, let found = VisitLine.host(word) {
        arrival.place = found.room
        words.shorten(to: found.rest)
      } else if arrival.place.text.isEmpty, let (room, more) = Place.leading(word) {
        arrival.place = room
        words.shorten(to: VisitLine.maskingName(more))
      } else {
        rest.append(VisitLine.maskingHost(word))
        if VisitLine.isLikePhone(word), !QuickLine.isNumbered(behind) { wrongPhone = word }
        words.drop(1)
      }
    }
    if arrival.place.text.isEmpty, let first = rest.first, first == words.all.first?.text {
      arrival.place = Place(rest.removeFirst())
    }
    wrongPhone = contact.phones.first { !$0.isPhone } ?? wrongPhone
    arrival.text = rest.joined(separator: " ") + text.dropFirst(QuickLine.longest)
    for person in directory.occupants(of: place ?? arrival.place) where arrival.text.cut(name: person.name) {
      add(person.name, to: \.name)
    }
  }

  /// Takes several words that belong together, a name of several, a title or a plate: how many; nil where the first begins nothing of the
  /// kind.
  private mutating func takeSeveral(_ words: [String], after behind: [String]) -> Int? {
    // AB of Mr Brown AB 12345 is no name.
    let end = words.indices.dropFirst().first { VisitLine.plate(Array(words[$0...]), after: []) != nil }
    let said = Array(words.prefix(end ?? words.count))
    let name = words[0].drop { "@＠".contains($0) }
    if name.count < words[0].count, let first = name.first, first.isASCII {
      let all = [String(name)] + said.dropFirst()
      let count = QuickLine.named(
        all.map { VisitLine.purpose($0) == nil ? $0 : "" }, isName: true, beyond: nil)
      guard let count, count > 1 else { return nil }
      add(all.prefix(count).joined(separator: " "), to: \.name)
      return count
    }
    if let count = QuickLine.titled(said) {
      add(words.prefix(count).joined(separator: " "), to: \.name)
      return count
    }
    if let (name, count) = QuickLine.introduced(said) {
      add(name, to: \.name)
      return count
    }
    guard let (plate, count) = VisitLine.plate(words, after: behind) else { return nil }
    add(plate, to: \.note)
    return count
  }

  /// The room that a word says somebody goes to, and the words that are left of it, without the name of whoever lives there.
  private static func host(_ word: String) -> (room: Place, rest: String)? {
    let said = QuickLine.without(visits, word)
    guard said != word else { return nil }
    if Place(said).isRoom { return (Place(said), "") }
    guard let (room, more) = Place.leading(said) else { return nil }
    return (
      room, more.isEmpty ? "" : "\(word.prefix(word.count - said.count))\(maskingName(more, isVisited: true))"
    )
  }

  /// How a word begins that says to whom somebody goes.
  private static let visits = ["拜访", "来找", "去找", "找", "访", "去", "到", "看望", "看"]

  /// A word without the whole name of somebody it says is visited: 找叶某.
  private static func maskingHost(_ word: String) -> String {
    let said = QuickLine.without(visits, word)
    return said == word ? word : word.prefix(word.count - said.count) + maskingName(said)
  }

  /// Words behind a room, of a name only the surname: it is whose room it is. `isVisited` where they say so.
  private static func maskingName(_ words: String, isVisited: Bool = false) -> String {
    for count in 2...4 where words.count >= count {
      let (name, rest) = (String(words.prefix(count)), words.dropFirst(count))
      guard isVisited ? QuickLine.mayBeName(name) : QuickLine.isHanName(name),
        rest.first.map({ "家的送看".contains($0) }) ?? true
      else { continue }
      return QuickLine.masked(name) + rest
    }
    return words
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
    } else if QuickLine.isAddressed(word) {
      add(word, to: \.name)
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

  /// A plate that some words begin with, and how many they are: one of the mainland, behind 车牌 or `plate` whatever has letters and
  /// digits, else two letters and four or five digits, `AB12345` and `AB 12345`, which no parcel has.
  private static func plate(_ words: [String], after behind: [String]) -> (plate: String, count: Int)? {
    let labels = ["车牌号码", "车牌号", "车牌", "车号", "牌照"]
    let lower = words[0].lowercased().filter { !":：.".contains($0) }
    let said = QuickLine.without(labels, words[0].filter { !":：是".contains($0) })
    let label =
      labels.contains(lower) || ["plate", "reg"].contains(lower)
      ? 1 : lower == "number" && words.count > 1 && words[1].lowercased() == "plate" ? 2 : 0
    let isSaid = label > 0 || said != words[0] && !said.isEmpty
    guard isSaid || !QuickLine.isNumbered(behind) else { return nil }
    let rest = label == 0 && isSaid ? [said] + words.dropFirst() : Array(words.dropFirst(label))
    for count in 1...2 where count <= rest.count {
      let sign = rest.prefix(count).joined().uppercased()
      let letters = sign.prefix { $0.isASCII && $0.isLetter }
      let digits = sign.dropFirst(letters.count)
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), count == 1 || letters == rest[0] else {
        continue
      }
      let isPlate =
        isSaid
        ? (1...3).contains(letters.count) && (1...5).contains(digits.count)
        : letters.count == 2 && (4...5).contains(digits.count) && !carriers.contains(String(letters))
      if isPlate { return (sign, label + count) }
    }
    return rest.first.flatMap { isSaid ? plate($0) : nil }.map { ($0, label + 1) }
  }

  /// What the numbers of parcels begin with.
  private static let carriers: Set<String> = [
    "SF", "JD", "YT", "ZT", "ST", "YD", "JT", "EM", "DB", "BS", "TT",
  ]

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
