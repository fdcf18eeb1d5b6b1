package import Desk
package import Screen

/// A short list to choose from by digit, by typing or by arrow.
package struct PickerPage: Equatable, Sendable {
  package let title: Words
  package let items: [PickerItem]
  /// The tickets it is for, as they were when it was opened.
  package fileprivate(set) var seen: [TicketID: Int]
  package var field = TextField()
  package var index = 0
  /// Whether it is the list of commands: looked through by rank, and digits are typed.
  var isPalette = false
  /// Where a typed number or room leads.
  var jumps: [PickerItem] = []
  /// What typed text stands for when nothing on the list matches it; nil takes it from the first item.
  let typed: Choice?
  /// What is asked before a typed name is taken: Enter says yes, Esc goes back to it; none while nothing is.
  package internal(set) var question = Words.none

  init(_ title: Words, _ items: [PickerItem], seen: [TicketID: Int] = [:], typed: Choice? = nil) {
    (self.title, self.items, self.seen, self.typed) = (title, items, seen, typed)
  }

  /// Whether a digit takes the item of that number: where an amount or a number is written, it does not.
  var digitsChoose: Bool {
    if case .paper(.quote) = typed { false } else { !isPalette }
  }

  /// The items that match what was typed, in order.
  var shown: [PickerItem] {
    let words = field.text.lowercased()
    guard !words.isEmpty else { return items }
    guard !isPalette else { return jumps + ranked(words) }
    let found = items.filter { $0.line.contains(words) }
    // A name in full is meant, also where it stands in a longer one.
    let isMeant = { (item: PickerItem) in item.line.split(separator: "\n").contains(words[...]) }
    return found.filter(isMeant) + found.filter { !isMeant($0) }
  }

  /// The best matches first; where they match as well, what can be done now, in the order of the list.
  private func ranked(_ words: String) -> [PickerItem] {
    let match = Match(words)
    return items.enumerated()
      .compactMap { index, item in
        match.rank(item.line).map { (order: ($0, item.isPossible ? 0 : 1, index), item: item) }
      }
      .sorted { $0.order < $1.order }.map(\.item)
  }
}

/// One thing to choose.
package struct PickerItem: Equatable, Sendable {
  package var label: Words
  package var detail: Words
  package var choice: Choice
  /// Whether it can be done now; otherwise the detail says why not.
  package var isPossible = true
  /// The digit that always chooses it; nil where its place in the list says which.
  var digit: Int?
  /// Lower case, with readings: what typing is matched against.
  package var line: String

  /// Whether it is only there to be read.
  var isRemark: Bool { choice == .leave && !isPossible }

  init(_ label: Words, also: Words = .none, detail: Words = .none, _ choice: Choice) {
    var readings = Readings()
    let names = [
      label.zh, label.en, readings.read(label.zh), detail.en, also.zh, also.en, readings.read(also.zh),
    ]
    self.init(label, detail: detail, choice, line: names.joined(separator: "\n").lowercased())
  }

  init(_ label: Words, detail: Words = .none, _ choice: Choice, line: String) {
    (self.label, self.detail, self.choice, self.line) = (label, detail, choice, line)
  }
}

/// What choosing an item does.
package enum Choice: Equatable, Sendable {
  case staff(String)
  /// Who did the work that nobody had in hand, and signs for it.
  case did(String)
  case hold(HoldReason, ownerTold: Bool)
  /// Waits for a part that is named, the owner told.
  case holdForPart
  case survivor(TicketID)
  /// The breach that is said to be none.
  case breach(Crossing)
  case action(Action)
  case grade(Grade)
  case paper(PaperCommand)
  /// Feedback to one reporter by index, nil for all.
  case told(Int?)
  /// A reporter by index, into a ticket of their own.
  case leaving(Int)
  case category(String, Complexity)
  /// A line of text of one ticket, as it is now.
  case field(PromptPage.Purpose, String)
  /// Who called: whoever is known at the place, or somebody to be written.
  case callers
  /// Who called, by the key; empty for nobody who left a name.
  case caller(String)
  case startRound(route: String, guardName: String)
  /// Who walks a round that is planned or on its way.
  case guards(RoundID, name: String)
  case checkIn(CheckInResult, RoundID, point: String)
  case ticketFromPoint(RoundID, point: String)
  case draft(Int)
  case asset(String)
  case plans
  case publishPolicy
  case declare(plan: String, isDrill: Bool)
  case shift(ShiftDoor)
  /// A theme by its id; nil for whichever suits.
  case theme(String?)
  /// A step to take back; `anyway` where others changed its tickets since and that was seen.
  case undo(UndoStep, anyway: Bool)
  case redo(UndoStep)
  /// Everything stays as it is.
  case leave
  /// A ticket to go to.
  case jump(TicketID)
  /// What a ticket is linked with.
  case link(DetailLink)
  /// A text to filter by.
  case look(String)
}

extension Model {
  mutating func press(_ key: Key, _ page: PickerPage) -> [Effect] {
    var page = page
    let shown = page.shown
    switch key {
    case .escape where page.question != .none: page.question = .none
    case .escape:
      layers.removeLast()
      wear()
      return []
    case .up: page.index = max(0, page.index - 1)
    case .down, .tab: page.index = min(max(0, shown.count - 1), page.index + 1)
    case .control("l"): return [.redraw]
    case FormPage.discardKey where page.isOfDrafts:
      guard shown.indices.contains(page.index), case .draft(let index) = shown[page.index].choice else {
        return []
      }
      return drafts.indices.contains(index) ? askToDiscard(drafts[index]) : []
    case .enter:
      if shown.indices.contains(page.index) {
        return shown[page.index].isRemark ? [] : choose(shown[page.index].choice, page)
      }
      return chooseTyped(page)
    case .character where page.field.isEmpty && page.digitsChoose && digit(key) != nil:
      guard let item = shown.enumerated().first(where: { ($1.digit ?? $0 + 1) == digit(key) }),
        !item.element.isRemark
      else { return [] }
      return choose(item.element.choice, page)
    default:
      let text = page.field.text
      if page.field.handle(key) { page.index = 0 }
      if page.field.text != text { page.question = .none }
      if page.isPalette { page.jumps = jumps(for: page.field.text) }
    }
    layers[layers.count - 1] = .picker(page)
    preview(page)
    return []
  }

  /// The digit a key types, also in full width; nil for any other key.
  private func digit(_ key: Key) -> Int? {
    guard case .character(let character) = KeyTable.folded(key), character.isASCII else { return nil }
    return character.wholeNumberValue
  }

  /// Asks before a typed name comes onto the staff, once for a name; whether it did.
  private mutating func asksWhoIsNew(_ name: String, _ page: PickerPage) -> Bool {
    guard canWrite(), let question = questionOfNew([name.plainLine]), question != page.question else {
      return false
    }
    var page = page
    page.question = question
    layers[layers.count - 1] = .picker(page)
    return true
  }

  /// A name that is not on the list yet: new staff and guards are taken as typed.
  private mutating func chooseTyped(_ page: PickerPage) -> [Effect] {
    let name = page.field.text.trimmed
    guard !name.isEmpty, let first = page.typed ?? page.items.first?.choice else {
      return []
    }
    if first.namesStaff, asksWhoIsNew(name, page) { return [] }
    switch first {
    case .staff: return choose(.staff(name), page)
    case .did: return choose(.did(name), page)
    case .caller:
      layers.removeLast()
      return correctCaller(name, page.seen, prompt: nil)
    case .paper(let command):
      guard let command = command.typed(name) else {
        say(
          Words(zh: "请写金额和项目，如 换水管 80", en: "Write an amount and what for, such as new pipe 80"),
          isAlert: true)
        return []
      }
      return warnsOfPhone(in: name) ? [] : choose(.paper(command), page)
    case .startRound(let route, _): return choose(.startRound(route: route, guardName: name), page)
    case .guards(let round, _): return choose(.guards(round, name: name), page)
    case .survivor:
      guard let id = TicketID(name) else {
        say(Words(zh: "请写单号，如 R-12", en: "Write a ticket's number, such as R-12"), isAlert: true)
        return []
      }
      return choose(.survivor(id), page)
    default: return []
    }
  }

  private mutating func choose(_ choice: Choice, _ page: PickerPage) -> [Effect] {
    guard canWrite() || choice.isHarmless else { return [] }
    layers.removeLast()
    switch choice {
    case .staff(let name): return submit(page) { _ in .assign(staff: name) }
    case .did(let name): return sign(page, for: name)
    case .hold(.other, _):
      return open(PromptPage(.holdOther, page.seen.keys.sorted(), page.seen))
    case .holdForPart:
      var prompt = PromptPage(.holdForPart, page.seen.keys.sorted(), page.seen)
      prompt.field = TextField(orderedPart(of: prompt.targets))
      return open(prompt)
    case .hold(let reason, let told):
      return submit(page) { _ in .hold(reason, evidence: "", ownerTold: told) }
    case .survivor(let id): return merge(page, into: id)
    case .breach(let breach): return page.seen.keys.first.map { askWhenKept(breach, $0) } ?? []
    case .grade(let grade): return submit(page) { _ in .grade(grade) }
    case .paper(let command): return submit(page) { _ in .paper(command) }
    case .told(let index): return submit(page) { _ in .giveFeedback(text: "", reporter: index) }
    case .leaving(let index): return split(page, index)
    case .field(let purpose, let text):
      var prompt = PromptPage(purpose, page.seen.keys.sorted(), page.seen)
      prompt.field = TextField(text)
      return open(prompt)
    case .callers: return offerCallers(page.seen)
    case .caller(let key): return submit(page) { _ in .paper(.amend(Amendment(caller: key))) }
    case .category(let id, let complexity):
      return submit(page) { _ in .categorise(category: id, complexity: complexity) }
    case .action(let action):
      rememberChoice(action)
      return perform(action)
    case .startRound(let route, let name): return send(.startRound(route: route, guardName: name))
    case .guards(let round, let name): return send(.assignRound(round, guardName: name))
    case .checkIn(.ok, let round, let id): return checkIn(.ok, point(round, id), note: "")
    case .checkIn(.failed, let round, let id):
      let about = desk.rounds[round].flatMap { round in round.point(id).map(round.about) } ?? .none
      return open(PromptPage(.failedPoint(round, point: id), [], [:], about: about))
    case .ticketFromPoint(let round, let id): return newTicket(from: point(round, id))
    case .draft(let index): return takeBack(index)
    case .asset(let id): return [.loadFaults(asset: id)]
    case .plans: return choosePlan()
    case .publishPolicy: return publishPolicy()
    case .declare(let plan, let isDrill): return askPlace(plan, isDrill: isDrill)
    case .shift(let door): return askOnDuty(door)
    case .theme(let id): return wear(id)
    case .undo(let step, let anyway): return undo(step, anyway: anyway)
    case .redo(let step): return redo(step)
    case .leave: return []
    case .jump(let id): return jump(to: id)
    case .link(let link): return follow(link)
    case .look(let text):
      leaveAll()
      return search(from: text)
    }
  }

  private mutating func send(_ command: Command) -> [Effect] {
    submit([.submit(command, seen: nil, occurredAt: nil, contact: nil)])
  }

  /// Tickets that share neither building nor category are seldom the same trouble: that is asked about first.
  private mutating func merge(_ page: PickerPage, into id: TicketID) -> [Effect] {
    var page = page
    if page.seen.count > 1 { page.seen[id] = nil }
    let unlike = page.seen.keys.sorted().compactMap { desk.tickets[$0] }.first { own in
      guard let other = desk.tickets[id] else { return false }
      return own.place.block != other.place.block && own.work.category != other.work.category
    }
    guard let own = unlike else { return submit(page) { _ in .merge(into: id) } }
    return ask(
      Words(
        zh: "\(own.id) 和 \(id) 不在同一栋，类别也不同：按 y 合并，别的键不并",
        en: "\(own.id) and \(id) share neither building nor category: y merges, any other key does not"),
      submissions(page) { _ in .merge(into: id) })
  }

  /// Who came with a merged ticket goes with it again.
  private mutating func split(_ page: PickerPage, _ reporter: Int) -> [Effect] {
    guard let other = page.seen.keys.first.flatMap({ desk.tickets[$0]?.origin(of: reporter) }) else {
      return submit(page) { _ in .split(reporter: reporter) }
    }
    return submit([.submit(.ticket(other, .split(reporter: nil)), seen: nil, occurredAt: nil, contact: nil)])
  }

  /// What nobody had in hand is given to whoever did it, and all are signed for: one step.
  private mutating func sign(_ page: PickerPage, for name: String) -> [Effect] {
    let assigned = submissions(page) { _ in .assign(staff: name) }
    let signed = submissions(page) { _ in .paper(.sign) }
    let effects = zip(assigned, signed).flatMap { assign, sign in
      assign.order.flatMap { desk.tickets[$0.ticket]?.work.assignee } == nil ? [assign, sign] : [sign]
    }
    marked = []
    return submitAll(effects)
  }

  private mutating func submit(_ page: PickerPage, _ command: (TicketID) -> TicketCommand) -> [Effect] {
    marked = []
    return submitAll(submissions(page, command))
  }

  private func submissions(_ page: PickerPage, _ command: (TicketID) -> TicketCommand) -> [Effect] {
    page.seen.keys.sorted().map { id in
      .submit(.ticket(id, command(id)), seen: page.seen[id], occurredAt: nil, contact: nil)
    }
  }
}

extension Choice {
  /// Whether a typed name that nobody has comes onto the staff with it.
  fileprivate var namesStaff: Bool {
    switch self {
    case .staff, .did, .paper(.handOff): true
    default: false
    }
  }

  /// Whether it only leads to more to choose or to see.
  fileprivate var isHarmless: Bool {
    switch self {
    case .action, .theme, .asset, .plans, .leave, .jump, .link, .look: true
    default: false
    }
  }
}

extension PickerPage {
  /// Whether Enter takes what was typed when nothing on the list matches.
  var takesText: Bool {
    switch typed ?? items.first?.choice {
    case .staff, .did, .caller, .startRound, .guards, .survivor: true
    case .paper: typed != nil
    default: false
    }
  }
}
