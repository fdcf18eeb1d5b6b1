import Desk
import Testing

/// Who calls again about the same trouble.
@Suite struct CallerTests {
  @Test(arguments: [
    ("钱先生", "", "钱先生", "", true), ("钱先生", "138 4444 5555", "钱先生", "", true),
    ("", "13844445555", "钱先生", "138-4444-5555", true), ("钱太太", "13844445555", "钱先生", "13844445555", true),
    ("钱先生", "13844445555", "钱先生", "13900000000", false), ("钱先生", "", "冯女士", "", false),
    ("", "", "", "", false),
  ])
  func `one person by the number, or by the name where no numbers differ`(
    name: String, phone: String, other: String, otherPhone: String, isSame: Bool
  ) {
    let caller = Contact(id: "a", name: name, phone: phone)
    #expect(caller.calls(as: Contact(id: "b", name: other, phone: otherPhone)) == isSame)
  }
}
