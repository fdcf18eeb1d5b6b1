import Desk
import Foundation
import Screen

extension Model {
  /// Takes in one message and says what is to be done outside. No IO happens here.
  package mutating func update(_ message: Message) -> [Effect] {
    let effects: [Effect]
    switch message {
    case .keyPressed(let key): effects = press(key)
    case .resized(let size): effects = resize(size)
    case .ticked(let now): effects = tick(now)
    case .recorded(let events, let revived, let contacts, let own):
      effects = record(events, revived: revived, contacts: contacts, own: own)
    case .refused(let refusal): effects = refuse(refusal)
    case .failed(let words): effects = fail(words)
    case .storeChanged(let words): effects = change(readOnly: words)
    case .timelineLoaded(let id, let ticket, let events): effects = show(id, ticket, events)
    case .found(let text, let rows): effects = show(text, rows)
    }
    settle()
    return effects
  }

  private mutating func resize(_ size: Size) -> [Effect] {
    self.size = size
    return []
  }

  private mutating func tick(_ now: Date) -> [Effect] {
    self.now = now
    if let notice, now.timeIntervalSince(notice.at) >= 8 { self.notice = nil }
    if let frozen, frozen.until <= now, marked.isEmpty, layers.isEmpty, !(filter?.isTyping ?? false),
      !isDepartedSelected(frozen)
    {
      self.frozen = nil
    }
    return []
  }

  /// A row that left stays until the next key, so that the cursor never jumps to another ticket by itself.
  private func isDepartedSelected(_ frozen: FrozenOrder) -> Bool {
    guard let id = selectedTicket else { return false }
    return frozen.departed[id] != nil
  }

  private mutating func refuse(_ refusal: Refusal) -> [Effect] {
    if var prompt = batch.prompt {
      prompt.seen = versions(prompt.targets)
      layers.append(.prompt(prompt))
    }
    batch = Batch()
    say(refusal.words(zone: desk.zone), isAlert: true)
    return [.bell]
  }

  private mutating func fail(_ words: Words) -> [Effect] {
    batch = Batch()
    say(words, isAlert: true)
    remember(.words(words, at: now, isAlert: true))
    return [.bell]
  }

  private mutating func change(readOnly words: Words?) -> [Effect] {
    readOnly = words
    if let words { remember(.words(words, at: now, isAlert: true)) }
    return []
  }

  private mutating func show(_ id: TicketID, _ ticket: Ticket?, _ events: [RecordedEvent]) -> [Effect] {
    guard case .detail(var page) = layers.last, page.id == id else { return [] }
    page.ticket = ticket ?? page.ticket
    page.events = events
    page.isLoaded = true
    layers[layers.count - 1] = .detail(page)
    return []
  }

  private mutating func show(_ text: String, _ rows: [FoundTicket]) -> [Effect] {
    filter?.isTyping = false
    layers.append(.results(ResultsPage(text: text, rows: rows)))
    return []
  }

  /// Puts one word to the person at the keys on the notice line.
  mutating func say(_ words: Words, isAlert: Bool = false) {
    notice = Notice(words: words, at: now, isAlert: isAlert)
  }

  /// Adds to the message lines, of which the last 500 are kept.
  mutating func remember(_ line: MessageLine) {
    messages.append(line)
    if messages.count > 500 { messages.removeFirst(messages.count - 500) }
  }
}
