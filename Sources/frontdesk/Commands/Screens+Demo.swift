import Dashboard
import Desk
import Foundation
import Journal

extension Screens {
  /// A throw-away store with a sample in it.
  static func tryOut(
    _ call: Invocation, _ onDuty: Actor, _ tutor: Tutor?, _ fill: (DemoStore) throws(JournalError) -> Void
  ) throws(Failure) {
    // The guard made the folder and takes it away, whatever becomes of the screen; the screen does when the guard is killed.
    let folder =
      if let made = call.environment[demoMark] { URL(filePath: made) } else { try demoFolder() }
    defer { removeDemo(folder) }
    let now = try call.clock(zone: .current).now
    let (journal, clerk) = try filled(folder, now, fill)
    try show(call, journal, themes(call), clerk: clerk, isWall: false, onDuty: onDuty, tutor: tutor)
  }

  /// Hands the folder of the sample day from the guard to the screen.
  static let demoMark = "FRONTDESK_DEMO"

  private static let demoName = "frontdesk-demo-"

  static func removeDemo(_ folder: URL) {
    guard folder.lastPathComponent.hasPrefix(demoName) else { return }
    try? FileManager.default.removeItem(at: folder)
  }

  static func demoFolder() throws(Failure) -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      demoName + UUID().uuidString.prefix(8))
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        .cannotCreate, zh: "建不了临时文件夹 \(folder.path)。",
        en: "The temporary folder \(folder.path) cannot be made.")
    }
    return folder
  }

  private static func filled(
    _ folder: URL, _ now: Date, _ fill: (DemoStore) throws(JournalError) -> Void
  ) throws(Failure) -> (Journal, Clerk) {
    do {
      let journal = try Journal(
        path: folder.appendingPathComponent("desk.db").path, access: .readWrite(createZone: .current))
      let clerk = try Clerk(journal)
      try fill(DemoStore(clerk, now: now))
      return (journal, clerk)
    } catch {
      throw Failure(error)
    }
  }
}
