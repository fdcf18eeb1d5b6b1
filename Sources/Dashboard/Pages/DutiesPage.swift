import Desk
import Foundation

extension Model {
  /// Every duty with the span that matters, what is owed longest first.
  var dutyRows: [DutyRow] { desk.dutyRows(at: now) }

  /// The duty under the cursor of its page.
  var selectedDuty: DutyRow? {
    guard case .duty(let id) = selected else { return nil }
    return dutyRows.first { $0.duty.id == id }
  }

  /// Whether keys are for the duties.
  var isOnDuties: Bool { layers.isEmpty && focus == .duties }

  /// How many duties are overdue, the renewals of contracts that have ended among them.
  var overdueDuties: Int {
    let today = CivilDate(now, in: desk.zone)
    let contracts = desk.assets.values.count { state in
      state.retiredAt == nil && state.asset.contractEnd.map { $0 < today } == true
    }
    return desk.ledger.duties.count { desk.ledger.states[$0.id]?.owed != nil } + contracts
  }

  /// Asks what proves that the duty was done.
  mutating func dischargeDuty() -> [Effect] {
    askDuty(trial: { .discharge(span: nil, proof: "?", figure: $0.least) }, settled: [.discharged]) {
      .discharge($0.id, least: $0.least)
    }
  }

  /// Asks why it is waived for this span.
  mutating func waiveDuty() -> [Effect] {
    askDuty(trial: { _ in .waive(span: nil, reason: "?") }, settled: [.discharged, .waived]) {
      .waive($0.id)
    }
  }

  /// A waiver stays on record, so that a bounced Enter must not give it; nil for anything else.
  mutating func askToWaive(_ page: PromptPage, _ effects: [Effect]) -> [Effect]? {
    guard case .waive = page.purpose else { return nil }
    return ask(
      Words(
        zh: "\(page.about.zh) 免除后收不回：按 y 免除，别的键不免",
        en: "\(page.about.en) is waived for good: y waives it, any other key does not"),
      effects, prompt: page)
  }

  /// What became of the duty under the cursor: the last ticket that was made of it, or the faults of the equipment whose contract it is.
  var dutyLink: DutyLink? {
    guard let row = selectedDuty else { return nil }
    if let asset = desk.asset(ofContract: row.duty.id) { return .asset(asset) }
    return desk.ledger.states[row.duty.id]?.spans.flatMap(\.tickets).last.map(DutyLink.ticket)
  }

  /// Opens what became of a duty.
  mutating func openDuty() -> [Effect] {
    switch dutyLink {
    case .ticket(let id): return showDetail(id)
    case .asset(let id): return [.loadFaults(asset: id)]
    case nil:
      sayDutyKeys(Words(zh: "还没有由它建的工单", en: "No ticket was made of it yet"))
      return []
    }
  }

  /// Whether a key for tickets has no meaning for duties; says which have.
  mutating func isStrange(_ action: Action) -> Bool {
    guard isOnDuties, keyTable.binding(action)?.scope == .ticket, !takes(action) else { return false }
    sayDutyKeys(Words(zh: "这个键用于工单", en: "That key is for tickets"))
    return true
  }

  private mutating func sayDutyKeys(_ words: Words) {
    guard let keys = keyTable.binding(.viewDuties)?.long else { return }
    say(Words(zh: "\(words.zh)。\(keys.zh)", en: "\(words.en). \(keys.en)"), isAlert: true)
  }

  private mutating func askDuty(
    trial: (Duty) -> DutyCommand, settled: Set<DutyStanding>, _ purpose: (Duty) -> PromptPage.Purpose
  ) -> [Effect] {
    guard canWrite() else { return [] }
    guard let row = selectedDuty else { return [] }
    let name = row.duty.words
    if settled.contains(row.standing) {
      let standing = row.standing.words
      say(
        Words(
          zh: "\(name.zh) \(row.spanName) \(standing.zh)，这一期不用再办：用 ↑↓ 选别的义务",
          en: "\(name.en) is \(standing.en) for \(row.spanName) already: choose another duty with ↑↓"),
        isAlert: true)
      return []
    }
    if let obstacle = obstacle(to: .duty(row.duty.id, trial(row.duty))) {
      say(obstacle, isAlert: true)
      return []
    }
    let about = Words(zh: "\(name.zh) \(row.spanName)", en: "\(name.en) \(row.spanName)")
    return open(PromptPage(purpose(row.duty), [], [:], about: about))
  }

  /// A duty that was settled here goes to the end of the list; the cursor stays for the next.
  mutating func leaveSettled(_ id: String, _ event: DutyEvent) {
    guard event.settles, lists[.duties]?.selected == .duty(id) else { return }
    lists[.duties]?.selected = nil
  }
}

extension DutyStanding {
  /// Whether nothing can be recorded for the span any more; what was waived may still be done.
  var isSettled: Bool { self == .discharged }
}

extension DutyEvent {
  /// Whether a span is done with by it.
  fileprivate var settles: Bool {
    switch self {
    case .discharged, .waived: true
    case .overdue, .findingRaised: false
    }
  }
}

/// Where Enter leads from a duty.
enum DutyLink: Equatable {
  case ticket(TicketID), asset(String)
}

extension PromptPage.Purpose {
  /// What is asked for a duty; nothing for anything else.
  var dutyTitle: Words {
    switch self {
    case .discharge(_, let least?):
      Words(zh: "凭据，先写数字（\(least)%起）", en: "proof, figure first (\(least)%+)")
    case .discharge: Words(zh: "凭据", en: "proof")
    case .waive: Words(zh: "为什么免除这一期", en: "why it is waived")
    default: .none
    }
  }

  /// What a text about a duty leads to; nil for anything else.
  func dutyCommand(_ text: String) -> Command? {
    switch self {
    case .discharge(let id, let least):
      let digits = text.trimmed.prefix { $0.isWholeNumber && $0.isASCII }
      guard least != nil, let figure = Int(digits) else {
        return .duty(id, .discharge(span: nil, proof: text, figure: nil))
      }
      let rest = String(text.trimmed.dropFirst(digits.count).drop { "%％ ".contains($0) })
      return .duty(id, .discharge(span: nil, proof: rest, figure: figure))
    case .waive(let id): return .duty(id, .waive(span: nil, reason: text))
    default: return nil
    }
  }
}
