package import Desk
package import Foundation
package import Screen

/// A ticket being written down while someone is on the phone.
package struct FormPage: Equatable, Sendable {
  /// The fields, in the order Enter walks them.
  package enum Field: String, CaseIterable, Sendable {
    case quick, place, reporter, phone, category, subject, text, urgency, assignee, kind, channel
  }

  /// What it is kept under; 0 until it is.
  var id = 0
  /// When F2 was pressed: the clocks of the ticket start here.
  package internal(set) var openedAt: Date
  /// What it was opened from; nil for a call like any other.
  let openedFrom: FormTie?
  /// The equipment that the quick line names.
  private(set) var named: FormTie?
  /// Whether somebody said by a key that it belongs there or does not; nil where the place decides.
  var tieChosen: Bool?
  package var texts: [Field: TextField] = [:]
  package var kind: TicketKind = .repair
  /// Nil while nobody chose: the quick line decides.
  var channelChosen: Channel?
  /// Nil while nobody chose: the category decides.
  package var urgencyChosen: Urgency?
  package var focus = Field.quick
  /// What the quick line says; a field of its own goes before it.
  package internal(set) var quick = QuickLine("", policy: .standard, staff: [])
  /// The same before the directory was asked whom it names.
  private var line = QuickLine("", policy: .standard, staff: [])
  /// The buildings the office knew when the call came.
  var estate = Estate()
  /// Who is calling, of those the directory has at the place; nil for anybody else.
  package internal(set) var occupant: Contact?
  /// The only one the directory has at the place: who calls, unless somebody else's name or phone is written.
  var onlyOccupant: Contact?
  /// Who it was when the draft was kept: looked up as soon as the directory is there.
  var keptOccupant: String?
  /// What was missing when saving was asked for; asked for again, it is saved without.
  var missing: Field?
  /// Which of the earlier texts stands in the field; nil for what was typed.
  var recalled: Int?
  /// The fields that were corrected to nothing: what the quick line says of them does not hold.
  var cleared: Set<Field> = []
  /// Whether a key that goes up brought the focus where it is.
  var isClimbing = false
  /// Which of the tickets below the form is chosen; nil while the fields are.
  package var joining: Int?

  init(openedAt: Date, source: FormTie? = nil) {
    self.openedAt = openedAt
    openedFrom = source
  }

  /// What a field holds: what was said, else what is proposed.
  func text(_ field: Field) -> String {
    let said = said(field)
    return said.isEmpty && !cleared.contains(field) ? proposed(field) : said
  }

  /// What was typed into a field, else what the quick line says.
  func said(_ field: Field) -> String {
    let typed = texts[field]?.text.trimmed ?? ""
    guard !typed.isEmpty else { return cleared.contains(field) ? "" : quick.text(field) }
    return field == .place ? estate.room(typed)?.text ?? typed : typed
  }

  /// Whether a field says something else than the quick line does: what was typed into it holds.
  func isTypedOver(_ field: Field, _ policy: Policy) -> Bool {
    let said = quick.text(field)
    guard !said.isEmpty, texts[field]?.isEmpty == false else {
      return !said.isEmpty && cleared.contains(field)
    }
    return field == .category ? category(policy) != said : text(field) != said
  }

  /// Reads the quick line again; a field that was emptied holds what the line says of it anew.
  mutating func readQuickLine(_ desk: Desk) {
    let old = line
    let whole = texts[.quick]?.text ?? ""
    let text = String(whole.prefix(QuickLine.longest))
    line = QuickLine(text, policy: desk.policy, staff: desk.staff, estate: estate)
    line.subject += whole.dropFirst(QuickLine.longest)
    named = FormTie(toAssetIn: text, desk)
    let tied = tieChosen == false ? nil : source
    let asset = tied?.asset.flatMap { desk.assets[$0]?.asset }
    if let asset { line.leaveOut(asset.place) }
    if tied?.isVaguer(Place(line.place)) == true { line.place = "" }
    if asset == nil { line.takePlace(of: desk) }
    quick = line
    cleared = cleared.filter { line.text($0) == old.text($0) }
    if quick.kind != old.kind { kind = quick.kind ?? .repair }
  }

  /// By what way it came: as was chosen or said; what was found at a checkpoint came by nobody's telephone.
  package var channel: Channel {
    let isFound = tie?.origin != nil && said(.phone).isEmpty && said(.reporter).isEmpty
    return channelChosen ?? quick.channel ?? (isFound ? .patrol : .phone)
  }

  /// Whether a field is typed into; the others are chosen.
  static func isText(_ field: Field) -> Bool {
    switch field {
    case .quick, .place, .reporter, .phone, .category, .subject, .text, .assignee: true
    case .urgency, .kind, .channel: false
    }
  }

  /// The occupant, unless another name, another place or a number that is not theirs was written.
  var caller: Contact? {
    guard let occupant, occupant.household == Place(text(.place)) else {
      let isUnnamed =
        text(.reporter).isEmpty && text(.phone).isEmpty && !cleared.contains(.reporter) && !quick.isOnBehalf
      return isUnnamed ? onlyOccupant : nil
    }
    guard contact.phones.allSatisfy(occupant.answers) else { return nil }
    return ["", occupant.name, quick.reporter].contains(text(.reporter)) ? occupant : nil
  }

  /// Who called, by the name and the numbers that are written.
  var contact: Contact {
    let phones = text(.phone).writtenPhones
    return Contact(
      id: "", name: text(.reporter).plainLine, phone: phones.first ?? "",
      otherPhones: Array(phones.dropFirst()))
  }

  /// Looks who is known at the place as it is written now, and whom of them the quick line names.
  mutating func look(in directory: Directory) {
    quick.takeUnit(from: directory.rooms(of: Place(quick.place)))
    let place = text(.place)
    let people = place.isEmpty ? [] : directory.occupants(of: Place(place))
    onlyOccupant = people.count == 1 ? people[0] : nil
    if let id = keptOccupant, let kept = directory.person(id) { (occupant, keptOccupant) = (kept, nil) }
    guard texts[.reporter]?.isEmpty ?? true else { return }
    guard !cleared.contains(.reporter) else { return occupant = nil }
    // Whose number it is lives where they live, not where the form was opened.
    occupant = quick.find(in: directory, at: Place(said(.place)))
    if occupant == nil, isPlaceProposed { occupant = quick.find(in: directory, at: Place(text(.place))) }
  }

  /// Moves the telephone numbers written into a free text to where phones are sealed, mistyped ones too, which are doubted there; whether
  /// there were any.
  mutating func seal(_ field: Field) -> Bool {
    guard [.place, .subject, .text].contains(field), let typed = texts[field]?.text else { return false }
    let masked = typed.maskingPhones
    guard typed != masked else { return false }
    let numbers = PhoneNumber.taken(outOf: typed).numbers.filter { !text(.phone).contains($0) }
    texts[field] = TextField(masked)
    let phones = [text(.phone)].filter { !$0.isEmpty } + numbers
    texts[.phone] = TextField(phones.joined(separator: "/"))
    return true
  }

  /// Whom it is given to, by the name the staff list has; nil for nobody of that name.
  func assignee(_ staff: [StaffMember]) -> String? { QuickLine.name(text(.assignee), staff) }

  /// Nothing was written yet; what was proposed, nobody wrote.
  var isEmpty: Bool { texts.allSatisfy { $0.value.isEmpty || $0.value.text == proposed($0.key) } }

  /// A few words to know a draft by.
  var title: Words {
    let category = text(.category).isEmpty ? Words.none : Category.words(text(.category))
    func parts(_ category: String) -> String {
      [text(.place), text(.reporter), category, text(.subject)].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let words = Words(zh: parts(category.zh), en: parts(category.en))
    return words == .none ? Words(zh: "空白草稿", en: "empty draft") : words
  }

  /// The category that was meant: one of the policy by its words, reading or id, else what was typed.
  func category(_ policy: Policy) -> String {
    let typed = text(.category).lowercased()
    guard !typed.isEmpty else { return "" }
    return suggestions(policy).first?.id ?? text(.category)
  }

  /// The categories that what was typed may mean, of this kind of ticket.
  func suggestions(_ policy: Policy) -> [Category] {
    let typed = text(.category).lowercased()
    let offered = policy.categories.filter { $0.kinds.contains(kind) }
    guard !typed.isEmpty else { return offered }
    if let number = Int(typed), offered.indices.contains(number - 1) { return [offered[number - 1]] }
    let exact = offered.filter { $0.id == typed || Category.words($0.id).zh == typed }
    return exact
      + offered.filter { category in
        guard !exact.contains(category) else { return false }
        return FormPage.names(category.id).contains { $0.hasPrefix(typed) }
      }
  }

  /// What a category is found by, in lower case: its id, its names and how they are read.
  static func names(_ id: String) -> [String] { standardNames[id] ?? read(id) }

  /// Reading all names takes 2 ms, too long for every key and frame of a form.
  private static let standardNames: [String: [String]] = Dictionary(
    uniqueKeysWithValues: Policy.standard.categories.map { ($0.id, read($0.id)) })

  private static func read(_ id: String) -> [String] {
    var readings = Readings()
    let words = Category.words(id)
    let lines = "\(id)\n\(words.zh)\n\(words.en)\n\(readings.read(words.zh))"
    return lines.split(separator: "\n").map { $0.lowercased() }
  }

  /// The urgency that was chosen or written, else the one of the posted list.
  func urgency(_ policy: Policy) -> Urgency {
    policy.urgency(said: urgencyChosen ?? quick.urgency, of: category(policy), kind)
  }

  /// What it says, as a report.
  func report(_ policy: Policy) -> NewTicket {
    var ticket = NewTicket(
      kind: kind, place: Place(text(.place)), category: category(policy), subject: text(.subject),
      text: text(.text),
      urgency: urgency(policy), channel: channel, contact: caller?.id, origin: tie?.origin,
      asset: tie?.asset)
    ticket.incident = tie?.incident
    ticket.duty = tie?.duty
    return ticket
  }
}
