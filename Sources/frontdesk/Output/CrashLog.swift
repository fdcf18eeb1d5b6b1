import Dashboard
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The trace that a screen leaves when it crashes.
enum CrashLog {
  /// Where it is to be written; nil where nothing writes one, or no folder can be made for it.
  static func path(_ environment: [String: String]) -> String? {
    guard findTracer(environment) else { return nil }
    let folder = Folders(environment).state
    return Folders.make(folder) ? "\(folder)/crash.log" : nil
  }

  /// Where the details of a crash are; empty where it left none, as when it was killed.
  static func details(_ path: String?) -> Words {
    let size = path.flatMap { try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int }
    guard let path, let size, size > 0 else { return Words(both: "") }
    return Words(zh: "详情：\(path)", en: " Details: \(path)")
  }

  /// Says where Swift is installed, if it is: a release holds its runtime, but not what traces a crash.
  private static func findTracer(_ environment: [String: String]) -> Bool {
    if environment["SWIFT_ROOT"] != nil { return true }
    guard let swift = Programs.path(of: "swift", environment) else { return false }
    let root = URL(filePath: swift).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: "\(root)/libexec/swift") else { return false }
    setenv("SWIFT_ROOT", root, 1)
    return true
  }
}
