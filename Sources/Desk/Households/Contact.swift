/// Who somebody is and how to reach them: what the vault keeps and no event ever holds.
package struct Contact: Hashable, Sendable {
  /// The key in events and in the vault.
  package var id: String
  package var name: String
  /// The first number to call, in the form it was given.
  package var phone: String
  /// Further numbers, the best first.
  package var otherPhones: [String]
  /// The place they belong to in the directory; nil for a caller who is not in it.
  package var household: Place?
  package var role: ResidentRole
  package var note: String

  package init(
    id: String, name: String, phone: String, otherPhones: [String] = [], household: Place? = nil,
    role: ResidentRole = .other, note: String = ""
  ) {
    self.id = id
    self.name = name
    self.phone = phone
    self.otherPhones = otherPhones
    self.household = household
    self.role = role
    self.note = note
  }

  /// All numbers there are, the best first.
  package var phones: [String] { ([phone] + otherPhones).filter { !$0.isEmpty } }

  /// Whether there is nothing to keep.
  package var isEmpty: Bool { name.isEmpty && phone.isEmpty && note.isEmpty }

  /// Whether two who report the same trouble are one person who calls again: by the number, or by the name where no numbers differ.
  package func calls(as other: Contact) -> Bool {
    guard !numbers.isEmpty, !other.numbers.isEmpty else { return !name.isEmpty && name == other.name }
    return !numbers.isDisjoint(with: other.numbers)
  }

  private var numbers: Set<String> {
    Set(([phone] + otherPhones).map { $0.filter(\.isNumber) }).subtracting([""])
  }
}
