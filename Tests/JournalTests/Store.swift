import CSQLite
import Desk
import Foundation
import Testing

@testable import Journal

/// A store in a folder of its own, removed at the end of the test.
final class Store {
  let folder: String

  init() {
    folder = NSTemporaryDirectory() + "frontdesk-" + UUID().uuidString
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open() throws -> Journal {
    try Journal(path: folder, access: .readWrite(createZone: Self.zone))
  }

  func clerk() throws -> Clerk { try Clerk(try open()) }

  static var zone: TimeZone { TimeZone(identifier: "Asia/Shanghai") ?? .gmt }

  /// Runs statements as another tool would: by a plain connection of its own.
  func shell(_ sql: String) throws {
    var handle: OpaquePointer?
    defer { sqlite3_close_v2(handle) }
    guard sqlite3_open(file("desk.db"), &handle) == SQLITE_OK,
      sqlite3_exec(handle, "PRAGMA busy_timeout = 2000; PRAGMA recursive_triggers = ON;" + sql, nil, nil, nil)
        == SQLITE_OK
    else { throw ShellError(reason: String(cString: sqlite3_errmsg(handle))) }
  }

  struct ShellError: Error { var reason: String }

  func file(_ name: String) -> String { folder + "/" + name }
}

/// 2026-11-20 09:00 in Shanghai.
let nine = Date(milliseconds: 1_795_136_400_000)
let reception = Actor(name: "王芳", desk: "1")

func after(minutes: Double) -> Date { nine.addingTimeInterval(minutes * 60) }

/// The `n`-th command of a test, always the same.
func id(_ n: Int) -> UUID {
  UUID(uuidString: "01930000-0000-7000-8000-" + String(format: "%012x", n)) ?? UUID()
}

func submission(
  _ n: Int, _ command: Command, at instant: Date = nine, by actor: Actor = reception, seen: Int? = nil,
  contact: Contact? = nil
) -> Submission {
  Submission(
    id: id(n), command, occurredAt: instant, recordedAt: instant, actor: actor, seen: seen, contact: contact)
}

func leak(_ place: String = "3-2-1501", subject: String = "厨房漏水", category: String = "leak") -> Command {
  .report(NewTicket(kind: .repair, place: Place(place), category: category, subject: subject))
}

func imported(_ number: Int, closedAt: Date? = after(minutes: 60), subject: String = "Pothole") -> Command {
  .importTicket(
    ImportedTicket(
      report: NewTicket(
        kind: .repair, place: Place("INTERSECTION of Heath St & Day St"), category: "Street Light Outages",
        subject: subject, channel: .log),
      source: LogNumber(log: "boston", number: "\(number)"), reportedAt: nine, closedAt: closedAt))
}

extension Clerk {
  /// Submits and expects it to be recorded.
  @discardableResult
  func record(_ submission: Submission, _ location: SourceLocation = #_sourceLocation) throws -> Recorded {
    switch try submit(submission) {
    case .recorded(let recorded): return recorded
    case .refused(let refusal):
      Issue.record("refused: \(refusal)", sourceLocation: location)
      return Recorded()
    }
  }

  func refusal(_ submission: Submission) throws -> Refusal? {
    if case .refused(let refusal) = try submit(submission) { refusal } else { nil }
  }
}

extension Desk {
  /// Takes in what became part of the record, as a screen does.
  mutating func take(_ recorded: Recorded) {
    let brought = recorded.events.compactMap { evolve($0, revived: recorded.revived) }
    dropEnded(brought)
  }
}

extension StoreFolder {
  static func size(_ file: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int ?? 0
  }
}
