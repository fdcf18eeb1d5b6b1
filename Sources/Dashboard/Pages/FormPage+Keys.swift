import Desk
import Foundation
import Screen

extension Model {
  /// Opens a blank form, or one for the finding under the cursor; a form that is open is parked, anything else waits below.
  /// Among the visitors whoever stands there is written down instead.
  mutating func newTicket() -> [Effect] { newTicket(from: selectedFinding) }

  /// Opens a form for what was found at a checkpoint.
  mutating func newTicket(from finding: (round: Round, point: RoundPoint)?) -> [Effect] {
    guard canWrite() else { return [] }
    if case .help = layers.last { layers.removeLast() }
    endSearchHint()
    // The next call, while one is being written down, has nothing to do with what lies below.
    var page = FormPage(openedAt: now, source: tie(to: finding))
    parkForm()
    page.estate = estate
    page.look(in: directory)
    layers.append(.form(page))
    // A call in the first second of a desk: who lives where is known before the first key of it.
    return readDueDirectory()
  }

  /// Takes back the only draft, or offers them all.
  mutating func openDraft() -> [Effect] {
    guard !drafts.isEmpty else {
      say(Words(zh: "没有草稿", en: "No drafts"))
      return []
    }
    if drafts.count == 1 { return takeBack(0) }
    layers.append(.picker(.drafts(self)))
    return []
  }

  mutating func takeBack(_ index: Int) -> [Effect] {
    guard drafts.indices.contains(index) else { return [] }
    parkForm()
    var page = drafts.remove(at: index)
    page.estate = estate
    page.readQuickLine(desk)
    page.look(in: directory)
    layers.append(.form(page))
    return []
  }

  /// Parks the form that is open, also below a box that belongs to it: there is one caller on the phone. What was wrong with it is not
  /// said over another.
  private mutating func parkForm() {
    for (index, layer) in layers.enumerated() {
      guard case .form(let page) = layer else { continue }
      layers.removeSubrange((index + 1)...)
      if notice?.isAlert == true { notice = nil }
      return park(page)
    }
  }

  private mutating func park(_ page: FormPage) {
    layers.removeLast()
    if !page.isEmpty { drafts.append(page) }
  }

  private mutating func sayParked() {
    guard kept.fault == nil else {
      return say(
        Words(
          zh: "收进了草稿，但存不到磁盘，退出就没有了。Shift-F2 取回",
          en: "Parked, but not on disk: quitting loses it. Shift-F2 takes it back"), isAlert: true)
    }
    say(Words(zh: "已收进草稿，Shift-F2 取回", en: "Parked as a draft; Shift-F2 takes it back"))
  }

  mutating func press(_ key: Key, _ page: FormPage) -> [Effect] {
    if let index = page.joining { return pressJoining(key, page, at: index) }
    switch key {
    case .escape:
      park(page)
      if !page.isEmpty { sayParked() }
      return []
    case .control("s"): return save(page)
    case .function(14): return openDraft()
    case .function(3): return chooseJoin(page)
    case .control("l"): return [.redraw]
    case FormPage.tieKey: return turnTie(page)
    case FormPage.discardKey where !page.isEmpty: return askToDiscard(page)
    case .enter where page.focus == FormPage.Field.allCases.last: return save(page)
    case .function: return sayUnbound(key)
    case .control where !TextField.takes(key): return sayUnbound(key)
    default:
      if let person = occupant(key, page) { return take(person, page) }
      var next = recalling(key, page) ?? page.handling(key, language)
      if page.focus == .quick { next.readQuickLine(desk) }
      next.look(in: directory)
      if next.focus != page.focus, next.seal(page.focus) { say(FormPage.sealedWords) }
      layers[layers.count - 1] = .form(next)
      return []
    }
  }

  private mutating func save(_ page: FormPage) -> [Effect] {
    guard canWrite() else { return [] }
    let written = page
    let page = page.sealed
    var report = page.report(desk.policy)
    let contact = page.contact
    if report.place.text.isEmpty, page.missing == nil { return point(page, at: .place, Refusal.placeMissing) }
    if report.subject.isEmpty, report.category.isEmpty, page.missing != .category {
      return point(page, at: .category, Refusal.subjectMissing)
    }
    report.mayLack = page.missing != nil
    remember(page)
    let isKnown = page.caller != nil || contact.isEmpty
    // A draft found again may be from before the clock was set back.
    let at = min(page.openedAt, now)
    let effects = submit([
      .submit(.report(report), seen: nil, occurredAt: at, contact: isKnown ? nil : contact)
    ])
    if page.texts != written.texts {
      batch.adds = Words(zh: "；号码移到电话栏，密存", en: "; the number went to Phone, which is sealed")
    }
    return effects
  }

  /// Whom a digit means in the empty field of the caller.
  private func occupant(_ key: Key, _ page: FormPage) -> Contact? {
    guard page.focus == .reporter, page.texts[.reporter]?.isEmpty ?? true,
      case .character(let digit) = KeyTable.folded(key), let number = digit.wholeNumberValue
    else { return nil }
    let people = occupants(page)
    return people.indices.contains(number - 1) ? people[number - 1] : nil
  }

  private mutating func take(_ person: Contact, _ page: FormPage) -> [Effect] {
    var page = page
    page.occupant = person
    page.texts[.reporter] = TextField(person.name)
    layers[layers.count - 1] = .form(page)
    return []
  }

  /// The buildings of the households and of what is open.
  private var estate: Estate {
    var estate = directory.estate
    estate.add(desk.tickets.values.lazy.map(\.place))
    return estate
  }

  /// Takes in who lives where, also for the form that is open.
  mutating func learn(_ directory: Directory) {
    self.directory = directory
    for (index, layer) in layers.enumerated() {
      guard case .form(var page) = layer else { continue }
      page.estate = estate
      page.look(in: directory)
      layers[index] = .form(page)
    }
  }

  /// Who lives or works where the form says.
  func occupants(_ page: FormPage) -> [Contact] {
    let place = page.text(.place)
    return place.isEmpty ? [] : directory.occupants(of: Place(place))
  }

  private mutating func point(_ page: FormPage, at field: FormPage.Field, _ refusal: Refusal) -> [Effect] {
    var page = page
    page.focus = field
    page.missing = field
    layers[layers.count - 1] = .form(page)
    let words = refusal.words(zone: desk.zone)
    say(
      Words(
        zh: "\(words.zh)问不到就再按 Ctrl-S，存为待补。",
        en: "\(words.en) Ctrl-S again saves it incomplete."),
      isAlert: true)
    return []
  }
}

extension FormPage {
  /// Ties the call to what the form was opened from, or parts them.
  static let tieKey = Key.control("o")
  /// Throws away what is written.
  static let discardKey = Key.control("x")

  /// What is said once a number went out of a free text.
  static let sealedWords = Words(
    zh: "号码移到电话栏，密存；文字里只留 139****4321 这样的",
    en: "The number went to Phone, which is sealed; the text keeps it masked")

  /// Itself with all numbers where they are sealed.
  var sealed: FormPage {
    var page = self
    for field in Field.allCases { _ = page.seal(field) }
    return page
  }

  /// Itself after a key that moves between fields, types or chooses.
  func handling(_ key: Key, _ language: Language) -> FormPage {
    var page = self
    page.recalled = nil
    if FormPage.moves(key) { page.isClimbing = key == .up || key == .backTab }
    switch key {
    case .enter, .down, .tab: page.move(by: 1, language)
    case .up, .backTab: page.move(by: -1, language)
    default:
      if FormPage.isText(focus) {
        var field = page.texts[focus] ?? TextField()
        _ = field.handle(key)
        page.texts[focus] = field
        page.note(emptied: focus, was: texts[focus])
      } else {
        page.choose(key)
      }
    }
    return page
  }

  private static func moves(_ key: Key) -> Bool { [.enter, .down, .tab, .up, .backTab].contains(key) }

  /// Notes whether a field was just corrected to nothing, or holds something again.
  private mutating func note(emptied field: Field, was before: TextField?) {
    guard field != .quick else { return }
    if texts[field]?.isEmpty == false {
      cleared.remove(field)
    } else if before?.isEmpty == false {
      cleared.insert(field)
    }
  }

  private mutating func move(by step: Int, _ language: Language) {
    let fields = Field.allCases
    // What was only looked at is the line's still, or proposed.
    if focus != .quick, texts[focus]?.text == offered(focus, language) { texts[focus] = nil }
    let index = (fields.firstIndex(of: focus) ?? 0) + step
    focus = fields[min(max(0, index), fields.count - 1)]
    // What the quick line says, or what is proposed, is there to be corrected.
    let offered = offered(focus, language)
    if texts[focus]?.isEmpty ?? true, !cleared.contains(focus), !offered.isEmpty {
      texts[focus] = TextField(offered)
    }
  }

  private mutating func choose(_ key: Key) {
    switch focus {
    case .urgency: urgencyChosen = FormPage.next([.urgent, .ordinary], urgencyChosen ?? .ordinary, key)
    case .kind: kind = FormPage.next(TicketKind.allCases, kind, key)
    case .channel: channelChosen = FormPage.next(FormPage.channels, channel, key)
    default: break
    }
  }

  /// The channels a person can choose; a guard may have called the desk too.
  static let channels: [Channel] = [
    .phone, .walkIn, .wechat, .app, .suggestionBox, .supervision, .patrol,
  ]

  private static func next<Value: Equatable>(_ values: [Value], _ value: Value, _ key: Key) -> Value {
    let index = values.firstIndex(of: value) ?? 0
    switch KeyTable.folded(key) {
    case .left: return values[max(0, index - 1)]
    case .right: return values[min(values.count - 1, index + 1)]
    case .character(" "): return values[(index + 1) % values.count]
    case .character(let digit):
      let chosen = (digit.wholeNumberValue ?? 0) - 1
      return values.indices.contains(chosen) ? values[chosen] : value
    default: return value
    }
  }
}
