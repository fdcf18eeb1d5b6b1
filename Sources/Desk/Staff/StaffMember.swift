/// Someone who can be given work.
package struct StaffMember: Hashable, Codable, Sendable {
  /// The name as the desk calls it; the key.
  package var name: String
  /// What they can do, in the office's words, such as `电工`.
  package var skills: [String]

  package init(name: String, skills: [String] = []) {
    self.name = name
    self.skills = skills
  }
}
