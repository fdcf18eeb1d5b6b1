package import Desk

/// A call in one line, its words in any order: `3-2-1501 漏水 13812345678 急 @老王 厨房水管`. What is no place, number, category or name
/// is what it is about.
package struct QuickLine: Equatable, Sendable {
  package private(set) var place = ""
  package private(set) var reporter = ""
  package private(set) var phone = ""
  /// The policy's name of a category; empty when none was meant.
  package private(set) var category = ""
  package private(set) var subject = ""
  /// Nil where the line says neither; then the posted list decides.
  package private(set) var urgency: Urgency?
  package private(set) var kind: TicketKind?
  package private(set) var channel: Channel?
  /// Whom to give it to, by the name the staff list has; nil when nobody of that name works here.
  package private(set) var assignee: String?

  /// Reads a line by the words of a policy, the names of the staff and the buildings there are.
  package init(_ text: String, policy: Policy, staff: [StaffMember], estate: Estate = Estate()) {
    var rest: [Substring] = []
    let words = QuickLine.joiningPhones(
      text.split(whereSeparator: { $0.isWhitespace || "，,；;。".contains($0) }))
    // What kind of call it is says which categories there are, wherever it stands.
    kind = words.lazy.compactMap(QuickLine.kind).first
    for word in words where !take(word, policy, staff, estate) { rest.append(word) }
    subject = rest.joined(separator: " ")
    if category.isEmpty { category = QuickLine.category(within: subject, policy, kind ?? .repair) ?? "" }
  }

  /// Takes one word where it belongs; false when it is part of what the call is about.
  private mutating func take(
    _ word: Substring, _ policy: Policy, _ staff: [StaffMember], _ estate: Estate
  ) -> Bool {
    let name = String(word)
    if word.first == "@" || word.first == "＠" {
      guard let found = QuickLine.name(name.dropFirst(), staff) else { return false }
      assignee = found
    } else if ["急", "紧急", "ji", "jinji", "!", "！", "!!", "urgent"].contains(name.lowercased()) {
      urgency = .urgent
    } else if ["不急", "buji", "ordinary"].contains(name.lowercased()) {
      urgency = .ordinary
    } else if phone.isEmpty, QuickLine.isPhone(name) {
      phone = name
    } else if place.isEmpty, Place(name).isRoom || name.hasPrefix("公共") {
      place = Place(name).text
    } else if place.isEmpty, let room = estate.room(name) {
      place = room.text
    } else if kind != nil, QuickLine.kind(word) == kind {
      return true
    } else if channel == nil, let meant = QuickLine.channel(name) {
      channel = meant
    } else if reporter.isEmpty, QuickLine.isAddressed(name) {
      reporter = name
    } else if category.isEmpty, let meant = QuickLine.category(called: name, policy, kind ?? .repair) {
      category = meant
    } else {
      return false
    }
    return true
  }

  /// Whom of the directory it means: the owner of the number, else the only one at the place who is addressed so. An owner's place is
  /// theirs when none was written.
  mutating func find(in directory: Directory) -> Contact? {
    if phone.count >= 7 {
      let owners = directory.owners(ofPhone: phone)
      if owners.count == 1, let household = owners[0].household, place.isEmpty || Place(place) == household {
        place = household.text
        return owners[0]
      }
    }
    guard !place.isEmpty, let surname = reporter.first else { return nil }
    let called = directory.occupants(of: Place(place)).filter { $0.name.first == surname }
    return called.count == 1 ? called[0] : nil
  }

  /// What a field of the form would hold.
  func text(_ field: FormPage.Field) -> String {
    switch field {
    case .place: place
    case .reporter: reporter
    case .phone: phone
    case .category: category
    case .subject: subject
    case .quick, .text, .urgency, .kind, .channel: ""
    }
  }

  /// The same as people read it: a category by its name.
  func shown(_ field: FormPage.Field, _ language: Language) -> String {
    let text = text(field)
    return field == .category && !text.isEmpty ? Category.words(text)(language) : text
  }

  private static func kind(_ word: Substring) -> TicketKind? {
    TicketKind.allCases.first { $0.words.zh == word || $0.rawValue == word.lowercased() }
  }

  /// One of the staff by the whole name, its beginning, its pinyin or its initials.
  private static func name(_ typed: Substring, _ staff: [StaffMember]) -> String? {
    let typed = typed.lowercased()
    guard !typed.isEmpty else { return nil }
    if let exact = staff.first(where: { $0.name.lowercased() == typed }) { return exact.name }
    var readings = Readings()
    return staff.first { member in
      let ways = readings.read(name: member.name).split(whereSeparator: \.isNewline)
      return member.name.lowercased().hasPrefix(typed) || ways.contains { $0.hasPrefix(typed) }
    }?.name
  }

  /// The words with a mobile number that was written in groups, `138 1234 5678`, or with its country, as one word.
  private static func joiningPhones(_ words: [Substring]) -> [Substring] {
    func isDigits(_ word: Substring, _ count: Int) -> Bool {
      word.count == count && word.allSatisfy { $0.isASCII && $0.isNumber }
    }
    var joined: [Substring] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "+86", let next = rest.first, isDigits(next, 11) || isDigits(next, 3) { continue }
      let plain = word.hasPrefix("+86") ? word.dropFirst(3).drop { $0 == "-" } : word
      if plain.first == "1", isDigits(plain, 3), let middle = rest.first, isDigits(middle, 4),
        let end = rest.dropFirst().first, isDigits(end, 4)
      {
        joined.append(plain + middle + end)
        rest = rest.dropFirst(2)
      } else {
        joined.append(plain)
      }
    }
    return joined
  }

  /// Whether it is a mobile number, or one of a fixed line with or without its area.
  static func isPhone(_ word: String) -> Bool {
    let digits = word.filter { $0 != "-" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), !word.hasPrefix("-") else { return false }
    switch digits.count {
    case 7, 8: return true
    case 10...12: return digits.hasPrefix("0") || digits.hasPrefix("1") && digits.count == 11
    default: return false
    }
  }

  private static func channel(_ word: String) -> Channel? {
    if word == "到访" { return .walkIn }
    // A call is by phone anyway: the word says what is broken.
    if word.lowercased() == "phone" { return nil }
    return FormPage.spoken.first {
      $0.words.zh == word || $0.rawValue == word || $0.words.en == word.lowercased()
    }
  }

  /// Whether somebody is called so: `张先生`, `陈阿姨`.
  static func isAddressed(_ word: String) -> Bool {
    (2...5).contains(word.count)
      && ["先生", "女士", "小姐", "阿姨", "师傅", "老师", "大爷", "大妈", "奶奶", "爷爷", "叔叔"].contains { word.hasSuffix($0) }
  }

  /// A category by its whole name, its initials, or four letters and more of how it is read: `in` and `do` are words of a sentence and
  /// mean neither intercom nor doors.
  private static func category(called word: String, _ policy: Policy, _ kind: TicketKind) -> String? {
    let typed = word.lowercased()
    let offered = policy.categories.filter { $0.kinds.contains(kind) }
    if let exact = offered.first(where: { $0.id == typed || Category.words($0.id).zh == typed }) {
      return exact.id
    }
    guard typed.count >= 2, typed.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    return offered.first { category in
      FormPage.names(category.id).contains { typed.count < 4 ? $0 == typed : $0.hasPrefix(typed) }
    }?.id
  }

  /// A category that what was written speaks of; of several the urgent one, to be on the safe side.
  private static func category(within text: String, _ policy: Policy, _ kind: TicketKind) -> String? {
    guard !text.isEmpty else { return nil }
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    let named = policy.categories.filter { category in
      guard category.kinds.contains(kind) else { return false }
      let sayings = Category.sayings(category.id)
      return sayings.zh.contains { $0.count >= 2 && text.contains($0) }
        || sayings.en.contains(where: words.contains)
    }
    return (named.first(where: \.isUrgent) ?? named.first)?.id
  }
}
