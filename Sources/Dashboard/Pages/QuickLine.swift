package import Desk

/// A call in one line, its words in any order: `3-2-1501 漏水 13812345678 急 @老王 厨房水管`. What is no place, number, category or name
/// is what it is about.
package struct QuickLine: Equatable, Sendable {
  package internal(set) var place = ""
  package internal(set) var reporter = ""
  package internal(set) var phone = ""
  /// Further numbers in it, in order.
  package private(set) var otherPhones: [String] = []
  /// The policy's name of a category; empty when none was meant.
  package internal(set) var category = ""
  package internal(set) var subject = ""
  /// Nil where the line says neither; then the posted list decides.
  package private(set) var urgency: Urgency?
  package internal(set) var kind: TicketKind?
  /// Whether nobody wrote the kind: the category or a question says it.
  package internal(set) var isKindInferred = false
  /// Whether somebody else calls for those who live there.
  package internal(set) var isOnBehalf = false
  /// The ticket that they call about, by the number in the line; nil where there is none, whether there is such a ticket or not.
  package let ticket: TicketID?
  /// The last four digits of the caller's number, where the line says only these; else empty.
  package let tail: String
  package private(set) var channel: Channel?
  /// Whom to give it to, by the name the staff list has, else as it was written; empty where nobody was named.
  package private(set) var assignee = ""

  /// How many characters of a line are read word by word: nobody says so much. What is pasted beyond them, a letter or a chat by mistake,
  /// is what it is about as it stands; read too it would keep every key waiting.
  static let longest = 500

  /// Reads a line by the words of a policy, the names of the staff and the buildings there are; where it is may be known already.
  package init(
    _ text: String, policy: Policy, staff: [StaffMember], estate: Estate = Estate(), at known: Place? = nil
  ) {
    let numbers = QuickLine.numbers(in: QuickLine.narrowed(text))
    phone = numbers.numbers.first ?? ""
    otherPhones = Array(numbers.numbers.dropFirst())
    var words = LineWords(numbers.rest)
    ticket = words.all.lazy.compactMap { QuickLine.ticket(in: $0.text) }.first
    tail = QuickLine.tail(in: numbers.rest)?.digits ?? ""
    // What kind of call it is says which categories there are, wherever it stands.
    kind =
      words.all.lazy.compactMap { QuickLine.kind($0.text) }.first
      ?? words.all.lazy.compactMap { QuickLine.spokenKind($0.text) }.first
    // What an English word names is one thing among others of its sentence: there all of them decide.
    var named = ""
    let offered = policy.categories.filter { $0.kinds.contains(kind ?? .repair) }
    while let word = words.next {
      // 漏水很急 is what it is about too: of a word that says more than how urgent it is, all stays.
      if let end = QuickLine.urgentEnd(of: word), end.urgency == .urgent { urgency = .urgent }
      if let rest = takeCorrection(words.ahead, estate) {
        words.leave(rest)
      } else if let behalf = takeBehalf(words.clause) {
        words.drop(behalf.opening)
        for _ in 0..<behalf.kept { words.keep() }
        words.drop(behalf.given)
      } else if let count = takeSeveral(words.ahead, staff) ?? takeRoom(words.ahead)
        ?? takeCaller(words, beside: numbers.beside, staff)
      {
        words.drop(count)
      } else if take(word, after: words.behind, staff, estate) {
        words.drop(1)
      } else if let rest = takeBeginning(of: word) {
        words.shorten(to: rest)
      } else if (category + named).isEmpty,
        let meant = QuickLine.category(called: word, offered)
      {
        if meant.isEnglish { named = meant.id } else { category = meant.id }
        words.keep(asNameOfCategory: meant.isEnglish)
      } else {
        words.keep()
      }
    }
    subject = words.sentence
    if place.isEmpty, known == nil { takeArea() }
    takeCategory(named, isEnglish: words.isEnglish, at: known ?? Place(place), policy)
  }

  /// What a call is about, of which only the numbers and the caller's name are taken out: the place was said elsewhere, and a room in it is
  /// what it is about.
  package init(about text: String) {
    let numbers = QuickLine.numbers(in: text)
    phone = numbers.numbers.first ?? ""
    otherPhones = Array(numbers.numbers.dropFirst())
    ticket = LineWords(text).all.lazy.compactMap { QuickLine.ticket(in: $0.text) }.first
    tail = QuickLine.tail(in: numbers.rest)?.digits ?? ""
    var words = LineWords(numbers.rest)
    while let word = words.next {
      if let count = takeCaller(words, beside: numbers.beside) {
        words.drop(count)
      } else if reporter.isEmpty, QuickLine.isAddressed(word) {
        reporter = word
        words.drop(1)
      } else if let rest = takeName(beginning: word) {
        words.shorten(to: place + rest)
        place = ""
      } else {
        words.keep()
      }
    }
    subject = words.sentence
  }

  /// Full-width letters, digits and the signs of rooms and names as they are usually written; marks of a sentence stay.
  static func narrowed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let narrow = scalar.narrow
          let isUsed =
            narrow.properties.isAlphabetic || narrow.properties.numericType != nil
            || "@#-+./!".unicodeScalars.contains(narrow)
          return isUsed ? narrow : scalar
        }))
  }

  /// Takes several words that belong together; how many, nil where the first begins nothing of the kind.
  private mutating func takeSeveral(_ words: [String], _ staff: [StaffMember]) -> Int? {
    let lower = words.prefix(5).map { $0.lowercased() }
    if lower[0].hasPrefix("@") {
      for count in stride(from: lower.count, to: 1, by: -1) {
        let typed = lower.prefix(count).joined(separator: " ").dropFirst()
        guard let member = staff.first(where: { $0.name.lowercased() == typed }) else { continue }
        assignee = member.name
        return count
      }
    }
    if let (said, count) = QuickLine.urgency(of: lower) {
      urgency = said
      return count
    }
    return nil
  }

  /// Takes one word where it belongs; false when it is part of what the call is about.
  private mutating func take(
    _ word: String, after behind: [String], _ staff: [StaffMember], _ estate: Estate
  ) -> Bool {
    if word.first == "@", word.count > 1 {
      assignee = QuickLine.name(word.dropFirst(), staff) ?? String(word.dropFirst())
    } else if let said = QuickLine.urgency(word) {
      urgency = said
    } else if QuickLine.isPhone(word), phone.isEmpty || word.hasPrefix("0"),
      !QuickLine.isNumbered(behind)
    {
      if phone.isEmpty { phone = word } else { otherPhones.append(word) }
    } else if place.isEmpty, Place(word).isRoom && CivilDate(word) == nil || word.hasPrefix("公共") {
      place = Place(word).text
    } else if place.isEmpty, let room = estate.room(word) {
      place = room.text
    } else if kind != nil, QuickLine.kind(word) == kind {
      return true
    } else if channel == nil, let meant = QuickLine.channel(word) {
      channel = meant
    } else if reporter.isEmpty, QuickLine.isAddressed(word), !staff.contains(where: { $0.name == word }) {
      reporter = word
    } else {
      return !word.contains { $0.isLetter || $0.isNumber || $0 == "@" || $0.isSymbol }
    }
    return true
  }

  /// Takes the room that a word begins with, or how urgent its end says it is: the rest of it, nil where there is neither.
  private mutating func takeBeginning(of word: String) -> String? {
    if let rest = takeBehalf(word) ?? takeName(beginning: word) { return rest }
    if place.isEmpty, let (room, rest) = Place.leading(word) {
      place = room.text
      return rest.first == "的" ? String(rest.dropFirst()) : rest
    }
    if place.isEmpty, let home = QuickLine.home(in: word) ?? QuickLine.asked(in: word) { return home }
    guard let end = QuickLine.urgentEnd(of: word), end.urgency == .ordinary else { return nil }
    urgency = .ordinary
    return end.rest
  }

  /// Whom to give it to; nil where nobody was named, or nobody of the staff.
  package func assignee(_ staff: [StaffMember]) -> String? { QuickLine.name(assignee, staff) }

  /// All numbers in it, in order.
  package var phones: [String] { ([phone] + otherPhones).filter { !$0.isEmpty } }

  /// Adds a name and numbers that were said outside the line, before what is in it.
  package mutating func add(reporter: String?, phones: [String]) {
    self.reporter = reporter ?? self.reporter
    let all = phones + self.phones.filter { !phones.contains($0) }
    (phone, otherPhones) = (all.first ?? "", Array(all.dropFirst()))
  }

  /// What a field of the form would hold.
  func text(_ field: FormPage.Field) -> String {
    switch field {
    case .place: place
    case .reporter: reporter
    case .phone: phones.joined(separator: "/")
    case .category: category
    case .subject: subject
    case .assignee: assignee
    case .quick, .text, .urgency, .kind, .channel: ""
    }
  }

  /// The same as people read it: a category by its name.
  func shown(_ field: FormPage.Field, _ language: Language) -> String {
    let text = text(field)
    return field == .category && !text.isEmpty ? Category.words(text)(language) : text
  }

  static func without(_ openings: [String], _ word: String) -> String {
    openings.first(where: word.hasPrefix).map { String(word.dropFirst($0.count)) } ?? word
  }

  /// One of the staff by the whole name, its beginning, its pinyin or its initials.
  static func name(_ typed: some StringProtocol, _ staff: [StaffMember]) -> String? {
    let typed = typed.lowercased()
    guard !typed.isEmpty else { return nil }
    if let exact = staff.first(where: { $0.name.lowercased() == typed }) { return exact.name }
    var readings = Readings()
    return staff.first { member in
      let ways = readings.read(name: member.name).split(whereSeparator: \.isNewline)
      return member.name.lowercased().hasPrefix(typed) || ways.contains { $0.hasPrefix(typed) }
    }?.name
  }

  /// Whether it is a number that is found in any text, or one of a fixed line without its area. More dashes make a room.
  static func isPhone(_ word: String) -> Bool {
    PhoneNumber.ranges(in: word) == [word.startIndex..<word.endIndex] || PhoneNumber.isFixedLine(word)
  }

  /// Whether the words before a number of a fixed line, the nearest first, say that nobody can be called under it.
  static func isNumbered(_ behind: [String]) -> Bool {
    let said = behind.reversed().joined(separator: " ")
    return PhoneNumber.isOther(after: said) || PhoneNumber.isOther(after: said, of: PhoneNumber.accounts)
  }

  private static func channel(_ word: String) -> Channel? {
    if word == "到访" { return .walkIn }
    if word == "巡更" { return .patrol }
    let typed = word.lowercased()
    // A call is by phone anyway, and a guard's door is no channel: the word says what is broken.
    if ["phone", "patrol"].contains(typed) { return nil }
    return FormPage.channels.first {
      $0.words.zh == word || $0.rawValue.lowercased() == typed || $0.words.en.lowercased() == typed
    }
  }

  /// A category by its whole name, its initials, or four letters and more of how it is read: `in` and `do` are words of a sentence and
  /// mean neither intercom nor doors. In English the name is one more word of the sentence.
  private static func category(
    called word: String, _ offered: [Category]
  ) -> (id: String, isEnglish: Bool)? {
    let typed = word.lowercased()
    if let exact = offered.first(where: { $0.id == typed || Category.words($0.id).zh == typed }) {
      return (exact.id, exact.id == typed)
    }
    guard typed.count >= 2, typed.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    let found = offered.first { category in
      FormPage.names(category.id).contains { typed.count < 4 ? $0 == typed : $0.hasPrefix(typed) }
    }
    return found.map { ($0.id, $0.id.hasPrefix(typed) || Category.words($0.id).en.hasPrefix(typed)) }
  }
}
