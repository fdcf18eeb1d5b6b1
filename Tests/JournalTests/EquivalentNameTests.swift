import Desk
import Foundation
import Testing

@testable import Journal

/// Names that look the same and are the same to Unicode, in other bytes: one thing has one name in the record.
@Suite struct EquivalentNameTests {
  let store = Store()
  static let (composed, apart) = ("Caf\u{E9}", "Cafe\u{301}")

  private func commands(_ id: String, _ mark: String) -> [Command] {
    [
      .asset(id, .keep(Asset(id: id, kind: .lift, name: "电梯\(mark)", place: Place("1-1-大堂")))),
      .publishRoute(
        Route(id: id, name: "东区\(mark)", points: [Checkpoint(id: "1", name: "门", within: 10, asset: id)])),
      .publishPlan(
        EmergencyPlan(
          id: id, name: PlanLine("停电\(mark)"), steps: [PlanStep(5, PlanLine("报告"))], source: "S065")),
      .publishDuties([Duty(id: id, name: PlanLine("普测\(mark)"), period: .month, source: "S087")]),
      .duty(id, .discharge(span: mark == "" ? "2026-10" : nil, proof: "表", figure: nil)),
      .report(
        NewTicket(
          kind: .repair, place: Place("1-1-101"), category: "lift", subject: "异响", asset: id)),
    ]
  }

  /// The names on record, byte for byte.
  private func streams(_ journal: Journal) throws -> [String] {
    var streams: [String] = []
    let statement = try journal.connection.statement(
      "SELECT stream FROM event WHERE stream LIKE '%Caf%' GROUP BY stream ORDER BY stream")
    defer { statement.reset() }
    while try statement.step() { streams.append(statement.text(0)) }
    return streams
  }

  @Test(arguments: [[composed, apart], [apart, composed]])
  func `what is typed in other bytes is the thing that is known`(spellings: [String]) throws {
    let clerk = try store.clerk()
    var n = 0
    for (id, mark) in zip(spellings, ["", "2"]) {
      for command in commands(id, mark) {
        n += 1
        try clerk.record(submission(n, command, at: after(minutes: Double(n))))
      }
    }
    let names = ["asset:", "duty:", "plan:", "route:"].map { $0 + Self.composed }
    #expect(try streams(clerk.journal).map { Array($0.utf8) } == names.map { Array($0.utf8) })
    #expect(try clerk.journal.verify().findings == [])
    #expect(try store.clerk().desk == clerk.desk)
    #expect(try clerk.journal.backup(to: store.file("copy.db")).findings.isClean)
  }

  @Test func `what an earlier program wrote down in other bytes goes on under its own name`() throws {
    let journal = try store.open()
    let asset = Asset(id: Self.apart, kind: .lift, name: "电梯", place: Place("1-1-大堂"))
    try journal.write { () throws(JournalError) in
      try journal.insert(
        recorded(1, .asset(Self.apart, .registered(asset)), version: 1), "asset:\(Self.apart)", digest: nil)
    }
    try journal.rebuild()
    let clerk = try Clerk(journal)
    var named = asset
    (named.id, named.name) = (Self.composed, "客梯")
    try clerk.record(submission(2, .asset(Self.composed, .keep(named))))
    try clerk.record(submission(3, .asset(Self.composed, .service(text: "保养"))))
    try clerk.record(submission(4, commands(Self.composed, "")[5]))
    #expect(try journal.verify().findings == [])
    #expect(try streams(journal).map { Array($0.utf8) } == [Array("asset:\(Self.apart)".utf8)])
  }

  @Test func `a record in which a thing has two names is copied all the same, and that is told`() throws {
    let journal = try store.open()
    let asset = Asset(id: Self.composed, kind: .lift, name: "电梯", place: Place("1-1-大堂"))
    try journal.write { () throws(JournalError) in
      for (position, id) in [Self.composed, Self.apart].enumerated() {
        try journal.insert(
          recorded(position + 1, .asset(id, .registered(asset)), version: position + 1), "asset:\(id)",
          digest: nil)
      }
    }
    let copy = store.file("copy.db")
    let (anchor, findings) = try journal.backup(to: copy)
    #expect(anchor.position == 2 && findings.classes == [.streams])
    let target = Store()
    let restoring = Journal.Restoring(id: id(999), actor: reception, at: after(minutes: 500))
    #expect(
      try Journal.restore(from: copy, to: target.folder, replace: false, by: restoring).anchor.position == 3)
  }

  private func recorded(_ position: Int, _ event: Event, version: Int) -> RecordedEvent {
    RecordedEvent(
      position: position, command: id(900 + position), sequence: 0, version: version, occurredAt: nine,
      recordedAt: nine, actor: reception, event: event)
  }
}
