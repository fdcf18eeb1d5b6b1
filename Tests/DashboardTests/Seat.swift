@testable import Dashboard
import Desk
import Foundation
import Screen
import TestSupport

/// Someone at the keys: a model, the record behind it, and what each key led to.
struct Seat {
  var model: Model
  var clerk: PaperClerk
  /// Whether the store has no time for anything.
  var takesNothing = false
  /// Everything the last keys wanted done, in order.
  private(set) var effects: [Effect] = []
  /// Everything that was to be kept on disk, in order.
  private(set) var kept: [Effect] = []
  /// What other desks recorded and this one was not told yet.
  private var news: [Message] = []

  /// Sits down at the sample desk.
  init(_ columns: Int = 120, _ rows: Int = 40, _ language: Language = .chinese) {
    self.init(SampleDesk.lived, Size(rows: rows, columns: columns), language)
  }

  init(_ clerk: PaperClerk, _ size: Size, _ language: Language = .chinese) {
    self.clerk = clerk
    model = Model(
      size: size, language: language, themes: [.mono], colours: 0, deskName: "翠湖花园前台",
      actor: SampleDesk.clerk, now: SampleDesk.now, desk: clerk.desk, contacts: clerk.contacts)
    model.recall(clerk.events)
  }

  /// A desk on its first day.
  static func empty(_ columns: Int = 80, _ rows: Int = 24, _ language: Language = .chinese) -> Seat {
    Seat(PaperClerk(zone: SampleDesk.zone), Size(rows: rows, columns: columns), language)
  }

  /// Presses keys by their names, all at once but for a `(pause)`; any other text is typed letter by letter.
  mutating func press(_ names: String...) {
    effects = []
    for name in names {
      if name == "(pause)" {
        model.instant += 1
      } else if let key = Seat.keys[name] {
        take(.keyPressed(key))
      } else {
        for letter in name { take(.keyPressed(.character(letter))) }
      }
    }
  }

  mutating func paste(_ text: String) {
    effects = []
    take(.keyPressed(.paste(text)))
  }

  /// Lets seconds pass, one tick each.
  mutating func wait(_ seconds: Int) {
    for _ in 0..<seconds {
      model.heardAt = model.now.addingTimeInterval(1)
      take(.ticked(model.now.addingTimeInterval(1)))
    }
  }

  /// Another desk records something; this one does not know yet.
  mutating func elsewhere(_ id: TicketID, _ command: TicketCommand) {
    news.append(
      clerk.submit(.ticket(id, command), at: model.now, actor: Actor(name: "赵敏", desk: "主管台"), own: false))
  }

  /// This desk is told what others recorded.
  mutating func hear() {
    let heard = news
    news = []
    for message in heard { take(message) }
  }

  /// The tickets' numbers as the list of the view shows them.
  func list(_ view: View = .tickets) -> [TicketID] {
    let rows = model.rows(view)
    return (0..<rows.count).compactMap { if case .ticket(let id) = rows[$0] { id } else { nil } }
  }

  /// Puts the cursor on a ticket.
  mutating func select(_ id: TicketID) {
    model.lists[model.view, default: ListState()].selected = .ticket(id)
    model.settle()
  }

  /// What is on screen.
  var text: String { render(model).text }

  /// Takes in a message and everything that follows from it.
  mutating func take(_ message: Message) {
    var messages = [message]
    while !messages.isEmpty {
      for effect in model.update(messages.removeFirst()) {
        if effect == .loadDirectory { continue }
        if case .loadToday(let period) = effect {
          messages.append(clerk.today(period, at: model.now))
          continue
        }
        if case .loadPast(let place, let since) = effect {
          messages.append(clerk.past(of: place, since: since))
          continue
        }
        if effect.isKeeping { kept.append(effect) } else { effects.append(effect) }
        messages += answers(effect)
      }
    }
  }

  private mutating func answers(_ effect: Effect) -> [Message] {
    switch effect {
    case .submit where takesNothing: [.putOff(Words(zh: "记录正忙", en: "The record is busy"))]
    case .submit(let command, let seen, let occurredAt, let contact):
      [submit(command, seen, occurredAt, contact)]
    case .loadTimeline(let id): [clerk.timeline(id)]
    case .search(let text): [clerk.search(text)]
    case .loadFaults(let asset): [clerk.faults(of: asset)]
    case .loadFigures(let period): [clerk.figures(of: period, at: model.now)]
    case .loadToday, .loadPast, .loadDirectory, .keepDraft, .dropDraft, .keepState, .readSettings, .redraw,
      .suspend,
      .bell, .copy,
      .toast,
      .tell, .print,
      .quit:
      []
    }
  }

  private mutating func submit(_ command: Command, _ seen: Int?, _ occurredAt: Date?, _ contact: Contact?)
    -> Message
  {
    var (command, contact) = (command, contact)
    if contact != nil, case .report(var ticket) = command {
      contact?.id = "c\(clerk.contacts.count)"
      ticket.contact = contact?.id
      command = .report(ticket)
    }
    if contact != nil, case .ticket(let id, .join(nil, let text)) = command {
      contact?.id = "j\(clerk.contacts.count)"
      command = .ticket(id, .join(contact: contact?.id, text: text))
    }
    if contact != nil, case .ticket(let id, .paper(.amend(var amendment))) = command {
      contact?.id = "c\(clerk.contacts.count)"
      amendment.caller = contact?.id
      command = .ticket(id, .paper(.amend(amendment)))
    }
    if contact != nil, case .registerVisit(var arrival) = command {
      contact?.id = "v\(clerk.events.count)"
      arrival.contact = contact?.id
      command = .registerVisit(arrival)
    }
    return clerk.submit(
      command, at: occurredAt ?? model.now, now: model.now, actor: model.actor, seen: seen, contact: contact)
  }

  private static let keys: [String: Key] = {
    var keys: [String: Key] = [
      "Enter": .enter, "Esc": .escape, "Tab": .tab, "Shift-Tab": .backTab, "Backspace": .backspace, "Up": .up,
      "Down": .down, "Left": .left, "Right": .right, "PgUp": .pageUp, "PgDn": .pageDown, "Home": .home,
      "End": .end, "Shift-Down": .shiftDown, "Shift-Up": .shiftUp, "Space": .character(" "),
    ]
    for number in 1...12 {
      keys["F\(number)"] = .function(number)
      keys["Shift-F\(number)"] = .function(number + 12)
    }
    for letter in "abcdefghijklmnopqrstuvwxyz" { keys["Ctrl-\(letter.uppercased())"] = .control(letter) }
    return keys
  }()
}

extension Effect {
  /// Whether it only keeps what is on screen from being lost.
  fileprivate var isKeeping: Bool {
    switch self {
    case .keepDraft, .dropDraft, .keepState: true
    default: false
    }
  }
}
