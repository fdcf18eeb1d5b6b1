import Desk
import Foundation
import Screen

extension Model {
  /// Sends off the submissions of one action; their answers come back in this order.
  mutating func submit(_ effects: [Effect], prompt: PromptPage? = nil) -> [Effect] {
    if !backlog.isEmpty, effects.allSatisfy(mayWait) {
      putInLine(effects)
      return []
    }
    batch = Batch(waiting: effects, prompt: prompt)
    return effects
  }

  /// Sends off what is to be done to the tickets meant; more than twenty at once are asked about first, with the list in sight
  /// (*design*).
  mutating func submitAll(_ effects: [Effect], prompt: PromptPage? = nil) -> [Effect] {
    let tickets = Set(effects.compactMap(\.ticket))
    guard tickets.count > 20 else { return submit(effects, prompt: prompt) }
    marked = tickets
    let count = tickets.count
    return ask(
      Words(
        zh: "要对 \(count) 张工单一起做：按 y 继续，别的键不做",
        en: "This is for \(count) tickets: y goes on, any other key does not"), effects, prompt: prompt)
  }

  /// Puts off what is to be done until a key of its own says yes; any other key lets it be.
  mutating func ask(_ words: Words, _ effects: [Effect], prompt: PromptPage? = nil) -> [Effect] {
    asked = AskedBatch(
      effects: effects, prompt: prompt, notice: Notice(words: words, at: now, isAlert: true))
    return []
  }

  /// What a key says to a batch that was asked about; nil when it goes on to where it is meant: a new call comes before everything.
  mutating func answer(_ key: Key, to batch: AskedBatch) -> [Effect]? {
    if batch.isLeaving { return answerQuit(key) }
    guard KeyTable.folded(key) == .character("y") else {
      leaveUndone()
      return key == .function(2) ? nil : []
    }
    if case .dropDraft(let id)? = batch.effects.first { return discard(id) }
    (asked, marked, range, notice) = (nil, [], nil, nil)
    return submit(batch.effects, prompt: batch.prompt)
  }

  /// Does not do what was asked about, says so, and gives the text back that it came from.
  mutating func leaveUndone() {
    let left = asked
    asked = nil
    guard let left, !left.isLeaving else { return }
    if let prompt = left.prompt { layers.append(.prompt(prompt)) }
    say(
      marked.isEmpty
        ? Words(zh: "没有做", en: "Nothing was done")
        : Words(zh: "没有做，标记还在", en: "Nothing was done; the marks are still there"))
  }

  /// One submission came back as recorded.
  mutating func answered() {
    leaveLine()
    if !batch.waiting.isEmpty { batch.waiting.removeFirst() }
    endBatch()
  }

  /// A rule said no: the sentence is shown, and what was typed comes back.
  mutating func refuse(_ refusal: Refusal) -> [Effect] {
    let isLate = batch.isLate
    leaveLine()
    let isOpen = batch.waiting.first?.ticket.flatMap { desk.tickets[$0] } != nil
    // What is to be undone is asked about the next time, whether the ticket is open or not.
    let id = batch.waiting.first?.ticket
    let putsBack = refusal.isNews && (batch.undoing == nil ? isOpen : id != nil)
    let isLost = losesStep(putsBack: putsBack)
    strikeOut(putsBack: putsBack)
    if case .changedMeanwhile(_, let events) = refusal {
      for case let (.ticket(id, _), version) in events.map({ ($0.event, $0.version) }) {
        batch.told[id] = version
      }
    }
    let obstacle = self.words(of: refusal)
    let words = isLost ? passing(obstacle) : obstacle
    let told =
      isLate ? Words(zh: "排队的一项写不进去：\(words.zh)", en: "One that was in line: \(words.en)") : words
    if isLate { remember(.words(told, at: now, isAlert: true)) }
    say(told, isAlert: true)
    batch.reason = told
    endBatch()
    return ringForFailure()
  }

  /// The world said no to a command: nothing happened, so what was typed and what was to be undone come back.
  mutating func giveBack(_ words: Words) -> [Effect] {
    leaveLine()
    strikeOut(putsBack: true)
    let effects = fail(words)
    batch.reason = words
    endBatch()
    return effects
  }

  /// Takes the first that waits for an answer as not done; `putsBack` leaves a step that it was to undo or do again where it was.
  private mutating func strikeOut(putsBack: Bool) {
    guard !batch.waiting.isEmpty else { return }
    let id = batch.waiting.removeFirst().ticket
    batch.refused.append(id)
    if let id { reopenCard(id) }
    if putsBack { putBack(id) }
  }

  /// The world said no to something that is no command; whatever waits for an answer goes on waiting.
  mutating func fail(_ words: Words) -> [Effect] {
    say(words, isAlert: true)
    remember(.words(words, at: now, isAlert: true))
    return ringForFailure()
  }

  /// When every answer is there, the text that was refused is given back, for the tickets that refused it; of several it is said for how
  /// many it was done and for which not.
  mutating func endBatch() {
    guard batch.waiting.isEmpty else { return }
    sayRefused(Set(batch.refused.compactMap { $0 }).sorted(), done: batch.done, batch.reason)
    if !batch.refused.isEmpty, let prompt = batch.prompt {
      let ids = batch.refused.compactMap { $0 }
      // The refusal told of changes that the model may not have taken in yet.
      let seen = versions(ids).merging(batch.told.filter { ids.contains($0.key) }) { max($0, $1) }
      var again = PromptPage(prompt.purpose, ids, seen, about: prompt.about)
      again.field = prompt.field
      layers.append(.prompt(again))
    }
    batch = Batch()
  }

  private mutating func sayRefused(_ ids: [TicketID], done: [TicketID], _ reason: Words) {
    guard !ids.isEmpty, Set(ids + done).count > 1 else { return }
    let done = Set(done).subtracting(ids).count
    let names = ids.prefix(8).map(\.description)
    let more = ids.count > 8 ? Words(zh: " 等 \(ids.count) 张", en: " and \(ids.count - 8) more") : .none
    say(
      Words(
        zh: "\(done) 张办好，没办成 \(names.joined(separator: "、"))\(more.zh)：\(reason.zh)",
        en: "Done for \(done), not for \(names.joined(separator: ", "))\(more.en): \(reason.en)"),
      isAlert: true)
  }

  /// Puts one word to the person at the keys on the notice line.
  mutating func say(_ words: Words, isAlert: Bool = false, undoUntil: Date? = nil) {
    notice = Notice(words: words, at: now, isAlert: isAlert, undoUntil: undoUntil)
  }

  /// Adds an event to the message lines. Whose phone was shown is looked up once, and not with every frame: that means looking at all
  /// that is open.
  mutating func remember(_ recorded: RecordedEvent) {
    guard !recorded.event.isQuiet else { return }
    guard case .household = recorded.event else { return remember(.event(recorded)) }
    let who = recorded.actor.name
    let (zh, en) = (recorded.event.named(.chinese, on: desk), recorded.event.named(.english, on: desk))
    remember(.words(Words(zh: "\(zh)  \(who)", en: "\(en)  \(who)"), at: recorded.occurredAt, isAlert: false))
  }

  /// Adds to the message lines, of which the last 500 are kept.
  mutating func remember(_ line: MessageLine) {
    messages.append(line)
    if messages.count > 500 { messages.removeFirst(messages.count - 500) }
  }
}

extension Effect {
  /// What a submission asks of which ticket; nil for any other.
  var order: (ticket: TicketID, command: TicketCommand)? {
    guard case .submit(.ticket(let id, let command), _, _, _) = self else { return nil }
    return (id, command)
  }

  fileprivate var ticket: TicketID? { order?.ticket }
}

extension Refusal {
  /// Whether it only tells of what somebody else did meanwhile.
  fileprivate var isNews: Bool {
    switch self {
    case .changedMeanwhile, .changedSince: true
    default: false
    }
  }
}
