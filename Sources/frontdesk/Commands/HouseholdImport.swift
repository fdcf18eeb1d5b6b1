import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk import households`: who lives or works where, a row a person.
enum HouseholdImport {
  /// The columns of the table, in the words of `names`.
  enum Column: String, CaseIterable {
    case place, name, phone, role, note
  }

  private static let names: [Column: [String]] = [
    .place: ["位置", "房号", "房间", "地址", "room", "unit", "address"],
    .name: ["姓名", "业主", "业主姓名", "住户", "names", "resident"],
    .phone: ["电话", "手机", "联系电话", "手机号", "phones", "mobile", "tel"],
    .role: ["身份", "角色", "类型", "关系"], .note: ["备注", "说明", "notes", "remark"],
  ]

  static func run(_ call: Invocation) throws(Failure) {
    var table = try TableImport(names, needed: [.place, .name], call)
    let reader = table.reader
    // Who is known is not to be seen without the key: everybody would be written down once more.
    try inWords(table.journal.checkVault())
    var known = KnownPeople(table.journal)
    try table.all { record throws(RowFault) in
      let row = try reader.read(record)
      let contact = try known.keyed(contact(row, reader), row)
      return (.household(contact.household ?? Place(""), .keep(contact: contact.id)), contact)
    }
  }

  private static func contact(
    _ row: [Column: String], _ table: TableReader<Column>
  ) throws(RowFault) -> Contact {
    let place = Place(row[.place] ?? "")
    guard !place.text.isEmpty else { throw .missing(column: table.heading(.place)) }
    let name = row[.name] ?? ""
    let phones = (row[.phone] ?? "").narrow.writtenPhones
    guard phones.allSatisfy(\.isPhone) else { throw .noPhone(column: table.heading(.phone)) }
    guard !name.isEmpty || !phones.isEmpty else { throw .missing(column: table.heading(.name)) }
    let written = row[.role] ?? ""
    let role = ResidentRole(written: written)
    let notes = [row[.note] ?? "", role == nil ? written : ""].filter { !$0.isEmpty }
    return Contact(
      id: "", name: name, phone: phones.first ?? "", otherPhones: Array(phones.dropFirst()),
      household: place, role: role ?? .other, note: notes.joined(separator: " "))
  }
}

/// The keys of people who are in the directory, by place and name, so that a row changes somebody instead of adding them again.
private struct KnownPeople {
  /// Somebody without a name is told apart by the number, whatever marks are written in it.
  private struct Person: Hashable {
    let place: Place
    let name: String
    let number: String

    init(_ contact: Contact, at place: Place) {
      (self.place, name) = (place, contact.name)
      number = contact.name.isEmpty ? contact.phone.filter(\.isNumber) : ""
    }
  }

  private let journal: Journal
  private var people: [Person: Contact] = [:]
  private var read: Set<Place> = []

  init(_ journal: Journal) { self.journal = journal }

  /// A contact under the key of the same person, or under a new one; what a row does not say stays as it is known.
  mutating func keyed(_ contact: Contact, _ row: [HouseholdImport.Column: String]) throws(RowFault) -> Contact
  {
    guard let place = contact.household else { return contact }
    if read.insert(place).inserted {
      do throws(JournalError) {
        for resident in try journal.residents(of: place) {
          people[Person(resident, at: place)] = resident
        }
      } catch {
        throw .store(error)
      }
    }
    let person = Person(contact, at: place)
    var keyed = contact
    let known = people[person]
    keyed.id = known?.id ?? UUID().uuidString.lowercased()
    // However the room is spelled this time: what happens to somebody goes on under the first spelling.
    keyed.household = known?.household ?? place
    func isEmpty(_ column: HouseholdImport.Column) -> Bool { (row[column] ?? "").isEmpty }
    if let known {
      if isEmpty(.phone) { (keyed.phone, keyed.otherPhones) = (known.phone, known.otherPhones) }
      if isEmpty(.role) { keyed.role = known.role }
      // A role in other words is a note too.
      if isEmpty(.note) {
        keyed.note = known.note.hasSuffix(keyed.note) ? known.note : "\(known.note) \(keyed.note)".trimmed
      }
    }
    people[person] = keyed
    return keyed
  }
}
