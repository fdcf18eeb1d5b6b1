import Desk
import Foundation

extension Model {
  /// Those of whom personal data are asked for or erased: the visitor under the cursor, or who reported the tickets.
  func people(of ids: [TicketID]) -> [(place: Place, contact: String)] {
    if isOnVisitors {
      guard let arrival = selectedVisit?.arrival, let contact = arrival.contact else { return [] }
      return [(arrival.place, contact)]
    }
    return ids.compactMap { desk.tickets[$0] ?? shownTicket($0) }.flatMap { ticket in
      ticket.work.reporters.compactMap(\.contact).map { (ticket.place, $0) }
    }
  }

  /// The visitor of whom they are asked for; none where it is tickets.
  var visitorAsked: Words { isOnVisitors ? Words(both: selectedVisit?.id.description ?? "") : .none }

  /// Those of them whose data only the call or the visit brought: who belongs to a household is erased there.
  private func outsiders(of ids: [TicketID]) -> [(place: Place, contact: String)] {
    people(of: ids).filter { contacts[$0.contact].map { $0.household == nil } ?? false }
  }

  /// Asks why a visitor's or a caller's data are to be erased; nothing brings them back.
  mutating func erase() -> [Effect] {
    guard canWrite() else { return [] }
    guard isOnVisitors || !targets.isEmpty else { return order { _ in nil } }
    guard !outsiders(of: targets).isEmpty else {
      let home = people(of: targets).compactMap { contacts[$0.contact]?.household?.text.plainLine }.first
      say(
        Words(
          zh: home.map { "这是业户，不随单删：frontdesk household erase \($0)" } ?? "没有可删的：没留姓名电话，或已删",
          en: home.map { "This is a household, erased apart: frontdesk household erase \($0)" }
            ?? "Nothing to erase: no name was left, or it is gone"))
      return []
    }
    return open(PromptPage(.erase, isOnVisitors ? [] : targets, [:], about: visitorAsked))
  }

  /// Erases them, a command each, which goes on record; because nothing brings them back, a key of its own has to say so.
  mutating func erase(_ page: PromptPage, _ reason: String) -> [Effect] {
    let people = outsiders(of: page.targets)
    let effects = people.map { person in
      Effect.submit(
        .household(person.place, .erase(contact: person.contact, reason: reason)), seen: nil, occurredAt: nil,
        contact: nil)
    }
    let names = people.compactMap { person($0.contact) }.joined(separator: "、")
    return ask(
      Words(
        zh: "删除姓名电话 \(names)，收不回：按 y 删除，别的键不删",
        en: "Erase \(names) for good: y erases, any other key does not"), effects, prompt: page)
  }

  /// Lets go of a name that was erased, or of all that belong to a place, wherever it is kept in memory.
  mutating func forget(_ contact: String?, of place: Place) {
    let gone = Set(
      contacts.values.filter { contact == nil ? $0.household == place : $0.id == contact }.map(\.id))
    contacts = contacts.filter { !gone.contains($0.key) }
    erased.formUnion(gone)
    if let contact { erased.insert(contact) }
    revealed.subtract(gone)
    for (id, ticket) in desk.tickets
    where ticket.work.reporters.contains(where: { gone.contains($0.contact ?? "") }) {
      find(id, ticket)
    }
  }

  /// Who a key of the vault stands for, the phone masked unless it was asked for; nil for nobody who left a name.
  func person(_ key: String?) -> String? {
    key.map { key in
      contacts[key].map { contact in
        [contact.name, phone(of: contact)].filter { !$0.isEmpty }.joined(separator: " ")
      } ?? Contact.missing(isErased: erased.contains(key))(language)
    }
  }
}
