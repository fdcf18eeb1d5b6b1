import Foundation

/// A folder of this run, taken away at its end, and one that stays, for stores that take long to build.
///
/// Both lie on the disk of the temporary folder, so that every commit of ours and of a peer syncs to the same disk.
struct Scratch {
  let path: String
  let cache: String

  init() throws {
    let temporary = FileManager.default.temporaryDirectory
    path = temporary.appendingPathComponent("frontdesk-bench-\(getpid())").path
    cache = temporary.appendingPathComponent("frontdesk-bench-cache").path
    for folder in [path, cache] {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
  }

  /// A new empty folder.
  func folder(_ name: String) throws -> String {
    let folder = "\(path)/\(name)-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }

  /// Where a dashboard finds neither settings nor the view and filter somebody left: it begins as on its first day.
  func home() throws -> [String: String] {
    let home = try folder("home")
    return ["XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home]
  }

  /// A copy of a folder that nothing has open.
  func copy(of folder: String) throws -> String {
    let copy = "\(path)/copy-\(UUID().uuidString.prefix(8))"
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    return copy
  }

  func drop(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  func remove() { drop(path) }
}
