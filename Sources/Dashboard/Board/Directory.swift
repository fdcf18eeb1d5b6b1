package import Desk

/// Everyone the office knows to live or work somewhere, found by place, phone or name. Reading in 10,000 people takes some 60 ms.
package struct Directory: Equatable, Sendable {
  private var people: [Contact] = []
  /// Name in Han, full pinyin and initials, place and phones, folded as filters are: what typing is matched against.
  private var lines: [[UInt8]] = []
  private var byPlace: [Place: [Int]] = [:]
  /// By the last four digits of each number: a form asks whose it is with every key.
  private var byTail: [String: [Int]] = [:]
  /// Which buildings they live in.
  package private(set) var estate = Estate()
  /// The same by their numbers: a room that is not in it is a slip where others of its building are.
  private var buildings: Set<String> = []

  /// Reads everybody in.
  package init(_ people: [Contact] = []) {
    self.people = people
    var readings = Readings()
    lines.reserveCapacity(people.count)
    for (index, contact) in people.enumerated() {
      lines.append(Directory.line(contact, &readings))
      if let place = contact.household { byPlace[place, default: []].append(index) }
      for tail in Set(contact.phones.compactMap(Directory.tail)) { byTail[tail, default: []].append(index) }
    }
    estate.add(byPlace.keys)
    buildings = Set(byPlace.keys.compactMap(\.building))
  }

  /// Whether nobody was read in.
  package var isEmpty: Bool { people.isEmpty }

  /// Who belongs to a place, in the order they were written down; whoever called twice under one number stands there once.
  package func occupants(of place: Place) -> [Contact] {
    (byPlace[place] ?? []).reduce(into: []) { known, index in
      let person = people[index]
      guard !known.contains(where: { $0.name == person.name && $0.phone == person.phone }) else { return }
      known.append(person)
    }
  }

  /// What is noted of those who belong to a place, on one line; empty where nothing is.
  func notes(of place: Place) -> String { Directory.notes(of: occupants(of: place)) }

  /// What is noted of some, each note once; a number in it is masked.
  static func notes(of people: [Contact]) -> String {
    let notes = people.map(\.note).reduce(into: [String]()) { notes, note in
      if !note.isEmpty, !notes.contains(note) { notes.append(note) }
    }
    return notes.joined(separator: " ").plainLine.maskingPhones
  }

  /// Whether it has rooms of a building but not this one.
  package func lacks(_ place: Place) -> Bool {
    place.building.map(buildings.contains) == true && byPlace[place] == nil
  }

  /// The rooms it has of a building and a room without a unit, as they are written there.
  package func rooms(of place: Place) -> [Place] {
    place.rooms.compactMap { byPlace[$0]?.first.flatMap { people[$0].household } }
  }

  /// What is said of a place it lacks.
  static let lacksPlace = Words(zh: "不在住户册", en: "not in the directory")

  /// Who is known by an id; nil for nobody.
  func person(_ id: String) -> Contact? { people.first { $0.id == id } }

  /// Who answers to every word of a text: a place, part of a name, its pinyin or initials, the digits of a phone or its last four.
  package func find(_ text: String, limit: Int) -> [Contact] {
    let place = Place(text)
    if place.isRoom { return (byPlace[place] ?? []).prefix(limit).map { people[$0] } }
    let typed = text.split(whereSeparator: \.isWhitespace)
    // Some digits out of a number would tell what the mask hides.
    let numbers = typed.filter { $0.count >= 7 && $0.allSatisfy { $0.isASCII && $0.isNumber || $0 == "-" } }
    let words = FilterWord.words(typed.filter { !numbers.contains($0) }.joined(separator: " "))
    guard !typed.isEmpty else { return [] }
    var found: [Contact] = []
    for (index, line) in lines.enumerated() where words.allSatisfy({ $0.matches(line) }) {
      guard numbers.allSatisfy({ people[index].answers(to: $0) }) else { continue }
      found.append(people[index])
      if found.count == limit { break }
    }
    return found
  }

  /// Who has exactly this number, or one that ends in these four digits or more.
  package func owners(ofPhone digits: String) -> [Contact] {
    guard let tail = Directory.tail(digits) else { return [] }
    return (byTail[tail] ?? []).map { people[$0] }.filter { $0.answers(to: digits) }
  }

  /// The last four digits of a number; nil where it has fewer.
  private static func tail(_ number: String) -> String? {
    let digits = number.filter(\.isNumber).suffix(4)
    return digits.count == 4 ? String(digits) : nil
  }

  private static func line(_ contact: Contact, _ readings: inout Readings) -> [UInt8] {
    let phones = contact.phones
    let parts =
      [contact.name, readings.read(name: contact.name), contact.household?.text ?? ""]
      + (contact.household?.typings ?? [])
      + [phones.map { String($0.filter(\.isNumber).suffix(4)) }.joined(separator: "\n")]
    return FilterWord.folded(parts.joined(separator: "\n"))
  }
}

extension Contact {
  /// Whether one of the phones is this number or ends in these digits.
  package func answers(to digits: some StringProtocol) -> Bool {
    let wanted = String(digits).filter(\.isNumber)
    return phones.contains { $0.filter(\.isNumber).hasSuffix(wanted) }
  }
}
