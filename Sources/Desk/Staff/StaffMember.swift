/// Someone who can be given work.
package struct StaffMember: Hashable, Codable, Sendable {
  /// The name as the desk calls it; the key.
  package var name: String
  /// What they can do, in the office's words, such as `电工`.
  package var skills: [String]
  /// Their post; nil while nobody said which.
  package var role: StaffRole?

  package init(name: String, skills: [String] = [], role: StaffRole? = nil) {
    self.name = name
    self.skills = skills
    self.role = role
  }
}
