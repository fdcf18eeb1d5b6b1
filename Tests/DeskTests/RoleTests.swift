import Desk
import Foundation
import Testing

@Suite struct RoleTests {
  private let supervisor = StaffMember(name: "赵敏", role: .supervisor)

  @Test func `anybody may name the first supervisor, and only a supervisor the next`() {
    let given = Given().and(.joinStaff(supervisor), at: 0)
    let other = Command.joinStaff(StaffMember(name: "小李", role: .manager))
    given.when(other, at: 1).refused(with: .supervisorNeeded("小李", supervisors: ["赵敏"]))
    given.when(other, at: 1, by: "赵敏").then([.staffJoined(StaffMember(name: "小李", role: .manager))])
  }

  @Test func `a supervisor's post is taken away by a supervisor only, any other post by anybody`() {
    let given = Given().and(.joinStaff(supervisor), at: 0)
      .and(.joinStaff(StaffMember(name: "老王", role: .engineer)), at: 0)
    given.when(.joinStaff(StaffMember(name: "赵敏")), at: 1)
      .refused(with: .supervisorNeeded("小李", supervisors: ["赵敏"]))
    let changed = given.and(.joinStaff(StaffMember(name: "老王", role: .shiftLead)), at: 1)
    #expect(changed.desk.role(of: "老王") == .shiftLead)
    #expect(changed.desk.names(of: .shiftLead) == ["老王"])
  }

  @Test func `of a post those are told who are on the shift; a supervisor is called wherever they are`()
    throws
  {
    var given = Given()
    for (name, role) in [
      ("李敏", StaffRole.reception), ("小陈", .reception), ("赵敏", .supervisor), ("陈刚", .supervisor),
    ] {
      given = given.and(.joinStaff(StaffMember(name: name, role: role)), at: 0, by: "赵敏")
    }
    #expect(given.desk.present(of: .reception) == ["李敏", "小陈"], "no shift was ever kept")
    let early = given.and(.startShift(.early, on: ["李敏"]), at: 1)
    #expect(early.desk.present(of: .reception) == ["李敏"])
    #expect(early.desk.present(of: .supervisor) == ["赵敏", "陈刚"])
    let id = try #require(early.desk.openShift?.id)
    let both = early.and(.shift(id, .staff(on: ["李敏", "小陈", "陈刚"])), at: 2)
    #expect(both.desk.present(of: .supervisor) == ["陈刚"])
    let out = both.and(.shift(id, .signOut), at: 3, by: "李敏")
    #expect(out.desk.present(of: .reception) == ["小陈"])
    let over = out.and(.shift(id, .signIn(next: nil, on: [])), at: 4, by: "小陈")
    #expect(over.desk.present(of: .reception) == [] && over.desk.present(of: .supervisor).count == 2)
  }

  @Test
  func `a supervisor leaves the staff by a supervisor only, or anybody could become the first one after`() {
    let given = Given().and(.joinStaff(supervisor), at: 0).and(.joinStaff(StaffMember(name: "老王")), at: 0)
    given.when(.leaveStaff(name: "赵敏"), at: 1).refused(with: .supervisorNeeded("小李", supervisors: ["赵敏"]))
    given.and(.joinStaff(StaffMember(name: "陈刚", role: .manager)), at: 1, by: "赵敏")
      .when(.leaveStaff(name: "赵敏"), at: 2, by: "赵敏").then([.staffLeft(name: "赵敏")])
    given.when(.leaveStaff(name: "老王"), at: 1).then([.staffLeft(name: "老王")])
  }

  @Test func `the last who may overrule stays, on the staff and at the post`() {
    let given = Given().and(.joinStaff(supervisor), at: 0).and(.joinStaff(StaffMember(name: "老王")), at: 0)
    given.when(.leaveStaff(name: "赵敏"), at: 1, by: "赵敏").refused(with: .lastSupervisor("赵敏"))
    given.when(.joinStaff(StaffMember(name: "赵敏", role: .reception)), at: 1, by: "赵敏")
      .refused(with: .lastSupervisor("赵敏"))
    let skilled = StaffMember(name: "赵敏", skills: ["电工"], role: .manager)
    given.when(.joinStaff(skilled), at: 1, by: "赵敏").then([.staffJoined(skilled)])
    given.and(.joinStaff(StaffMember(name: "陈刚", role: .manager)), at: 1, by: "赵敏")
      .when(.joinStaff(StaffMember(name: "赵敏")), at: 2, by: "赵敏")
      .then([.staffJoined(StaffMember(name: "赵敏"))])
  }

  @Test(arguments: StaffRole.allCases)
  func `a supervisor and the manager may overrule, nobody else`(role: StaffRole) {
    #expect(role.mayOverrule == (role == .supervisor || role == .manager))
  }
}
