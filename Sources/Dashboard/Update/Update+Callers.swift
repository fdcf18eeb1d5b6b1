package import Desk
import Foundation

extension Model {
  /// Offers those who are known where a ticket is, by digit; where nobody is, a name or a number is written at once.
  mutating func offerCallers(_ seen: [TicketID: Int]) -> [Effect] {
    let ids = seen.keys.sorted()
    guard let ticket = ids.first.flatMap({ desk.tickets[$0] }) else { return [] }
    let people = ticket.place.text.isEmpty ? [] : directory.occupants(of: ticket.place)
    guard !people.isEmpty || ticket.work.reporters.first?.contact != nil else {
      return open(PromptPage(.caller, ids, seen))
    }
    var items = people.prefix(7).map { person in
      PickerItem(
        Words(zh: "\(person.name) \(person.role.words.zh)", en: "\(person.name) \(person.role.words.en)"),
        detail: Words(both: person.maskedPhone), .caller(person.id))
    }
    items.append(PickerItem(Words(zh: "另写姓名、电话", en: "A name or a phone to write"), .field(.caller, "")))
    if ticket.work.reporters.first?.contact != nil {
      items.append(PickerItem(Words(zh: "未留姓名", en: "Nobody left a name"), .caller("")))
    }
    layers.append(
      .picker(
        PickerPage(
          Words(zh: "改报修人  \(ticket.id)", en: "Caller of \(ticket.id)"), items, seen: seen,
          typed: .caller(""))))
    return []
  }

  /// Puts right who called, by a name and numbers as they are written: whoever is meant of those known at the place, else somebody new.
  mutating func correctCaller(_ text: String, _ seen: [TicketID: Int], prompt: PromptPage?) -> [Effect] {
    let effects = seen.keys.sorted().compactMap { id -> Effect? in
      guard let ticket = desk.tickets[id] else { return nil }
      let (known, contact) = Contact.caller(written: text, of: ticket, directory, contacts)
      return .submit(
        .ticket(id, .paper(.amend(Amendment(caller: known)))), seen: seen[id], occurredAt: nil,
        contact: known == nil ? contact : nil)
    }
    return submit(effects, prompt: prompt)
  }

  /// Does what a prompt asked for, where that is about whose name or phone is kept; nil for any other.
  mutating func answer(_ page: PromptPage, _ text: String) -> [Effect]? {
    switch page.purpose {
    case .erase: erase(page, text)
    case .caller: correctCaller(text, page.seen, prompt: page)
    case .place: correctPlace(page, Place(text))
    default: nil
    }
  }

  /// Puts right where it is, and who called with it.
  private mutating func correctPlace(_ page: PromptPage, _ place: Place) -> [Effect] {
    let effects = page.targets.compactMap { id -> Effect? in
      guard let ticket = desk.tickets[id] else { return nil }
      let contact = ticket.work.reporters.first?.contact.flatMap { contacts[$0] ?? directory.person($0) }
      let caller = directory.caller(contact, of: ticket, movedTo: place)
      return .submit(
        .ticket(id, .paper(.amend(Amendment(place: place, caller: caller)))), seen: page.seen[id],
        occurredAt: nil, contact: nil)
    }
    marked = []
    return submit(effects, prompt: page)
  }
}

extension Directory {
  /// Who called once a ticket turns out to be elsewhere. One of the household it was at is none of those at the other place: the only
  /// one known there, else empty for nobody; nil where the caller stays.
  package func caller(_ contact: Contact?, of ticket: Ticket, movedTo place: Place) -> String? {
    guard let contact, contact.household == ticket.place, place != ticket.place else { return nil }
    let people = occupants(of: place)
    guard !people.contains(where: { $0.id == contact.id || $0.calls(as: contact) }) else { return nil }
    guard people.count == 1, !ticket.work.reporters.contains(where: { $0.contact == people[0].id }) else {
      return ""
    }
    return people[0].id
  }
}

extension Contact {
  /// Who is meant by a name and numbers: the key of one who is known at the place or called later, else nil and somebody new.
  ///
  /// The first caller is no answer to who called, unless they live there: a number that is added is kept with a key of its own.
  package static func caller(
    written text: String, of ticket: Ticket, _ directory: Directory, _ contacts: [String: Contact]
  ) -> (known: String?, contact: Contact) {
    let numbers = PhoneNumber.taken(outOf: QuickLine.narrowed(text))
    let words = numbers.rest.split { $0.isWhitespace || "，,；;、/".contains($0) }.map(String.init)
    let phones = numbers.numbers + words.filter(QuickLine.isPhone)
    let name = words.filter { !QuickLine.isPhone($0) }.joined(separator: " ").plainLine
    let contact = Contact(
      id: UUID().uuidString.lowercased(), name: name, phone: phones.first ?? "",
      otherPhones: Array(phones.dropFirst()))
    var line = QuickLine(about: "")
    line.add(reporter: name, phones: phones)
    // 王强 is not 王五 who lives there: a surname is enough only where somebody is addressed by it.
    let isMeant =
      name.isEmpty || QuickLine.isAddressed(name)
      || directory.occupants(of: ticket.place).contains { $0.name == name }
    if isMeant, let person = line.find(in: directory, at: ticket.place), phones.allSatisfy(person.answers) {
      return (person.id, contact)
    }
    let others = ticket.work.reporters.dropFirst().compactMap(\.contact)
    return (others.first { contacts[$0]?.calls(as: contact) == true }, contact)
  }
}
