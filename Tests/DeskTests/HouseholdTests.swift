import Desk
import Foundation
import TestSupport
import Testing

/// Who lives or works where, as far as events speak of it, and how their names are read.
@Suite struct HouseholdTests {
  private let home = Place("3-2-1501")

  private func decide(
    _ command: HouseholdCommand, contact: Contact? = nil, version: Int = 0, place: Place? = nil
  ) throws -> [Event] {
    var desk = Desk(policy: .standard, zone: shanghai)
    desk.adopt(household: place ?? home, version: version)
    return try desk.decide(
      Submission(
        id: UUID(), .household(place ?? home, command), occurredAt: opening, recordedAt: opening,
        actor: Actor(name: "李敏", desk: "1"), contact: contact)
    ).map(\.event)
  }

  @Test func `the first contact of a place registers it, and no event says who they are`() throws {
    let zhang = Contact(id: "c1", name: "张三", phone: "13812345678")
    #expect(
      try decide(.keep(contact: "c1"), contact: zhang)
        == [.household(home, .registered), .household(home, .contactChanged(contact: "c1"))])
    #expect(
      try decide(.keep(contact: "c1"), contact: zhang, version: 2) == [
        .household(home, .contactChanged(contact: "c1"))
      ])
  }

  @Test func `nobody is kept without a place or without anything to know them by`() {
    let zhang = Contact(id: "c1", name: "张三", phone: "")
    #expect(throws: Refusal.placeMissing) {
      try decide(.keep(contact: "c1"), contact: zhang, place: Place(" "))
    }
    #expect(throws: Refusal.nameMissing) { try decide(.keep(contact: "c1")) }
    #expect(throws: Refusal.nameMissing) {
      try decide(.keep(contact: "c1"), contact: Contact(id: "c1", name: "", phone: ""))
    }
  }

  @Test func `who called before the place was known is rung and erased like anybody`() throws {
    let nowhere = Place("")
    #expect(
      try decide(.reveal(contact: "c1", reason: "回电"), place: nowhere)
        == [.household(nowhere, .contactRevealed(contact: "c1", reason: "回电"))])
    #expect(
      try decide(.erase(contact: "c1", reason: "本人要求"), place: nowhere)
        == [.household(nowhere, .contactErased(contact: "c1", reason: "本人要求"))])
    #expect(throws: Refusal.placeMissing) {
      try decide(.erase(contact: nil, reason: "本人要求"), place: nowhere)
    }
  }

  @Test func `showing a phone and erasing somebody need a reason`() throws {
    #expect(throws: Refusal.reasonMissing) { try decide(.reveal(contact: "c1", reason: " ")) }
    #expect(throws: Refusal.reasonMissing) { try decide(.erase(contact: nil, reason: "")) }
    #expect(
      try decide(.reveal(contact: "c1", reason: "回电\u{1B}[31m"))
        == [.household(home, .contactRevealed(contact: "c1", reason: "回电[31m"))])
  }

  @Test func `a policy may let only some posts see a whole phone, and says which`() throws {
    var policy = Policy.standard
    policy.terms.limits.reveal = [.supervisor, .archivist]
    let given = Given(policy: policy).and(.joinStaff(StaffMember(name: "赵敏", role: .supervisor)), at: 0)
    let reveal = Command.household(home, .reveal(contact: "c1", reason: "回电"))
    given.when(reveal, at: 1, by: "小李")
      .refused(with: .postNeeded("小李", posts: [.supervisor, .archivist]))
    given.when(reveal, at: 1, by: "赵敏").then([.household(home, .contactRevealed(contact: "c1", reason: "回电"))]
    )
    let file = policy.json5
    #expect(file.contains("reveal: { value: \"supervisor archivist\", source: \"design\" }"))
    #expect(try Policy(json5: file, file: "policy.json5").limits == policy.limits)
    #expect(!Policy.standard.json5.contains("reveal"))
    #expect(throws: SettingsError.self) {
      try Policy(json5: file.replacing("supervisor archivist", with: "boss"), file: "policy.json5")
    }
  }

  @Test(arguments: [
    ("单雄信", ["danxiongxin", "shanxiongxin", "dxx", "sxx"]), ("曾阿姨", ["cengayi", "zengayi", "cay", "zay"]),
    ("尉迟恭", ["weichigong", "yuchigong", "wcg", "ycg"]), ("张三", ["zhangsan", "zs"]), ("Smith", []),
  ])
  func `a name is read as words and as a surname`(name: String, wanted: [String]) {
    var readings = Readings()
    let lines = readings.read(name: name).split(separator: "\n").map(String.init)
    #expect(Set(lines) == Set(wanted))
  }

  @Test(.enabled(if: ReferenceData.has("pinyin/surname-pinyin.csv")))
  func `every surname is found by the reading of the dictionary and by its own`() throws {
    var readings = Readings()
    for line in try ReferenceData.lines("pinyin/surname-pinyin.csv").dropFirst() {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let lines = Set(readings.read(name: parts[0]).split(separator: "\n").map(String.init))
      for reading in [parts[1], parts[2]] {
        let plain = (reading.applyingTransform(.stripDiacritics, reverse: false) ?? reading).filter(
          \.isLetter)
        #expect(lines.contains(plain), "\(parts[0]) \(plain) \(lines)")
      }
    }
  }
}
