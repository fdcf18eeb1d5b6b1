import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A log and the four before it, as `crash.log` and `crash.1.log` to `crash.4.log`.
enum LogFiles {
  private static let kept = 4

  /// Makes room for another one; an empty one is written over.
  static func turn(_ path: String?) {
    guard let path, let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
      size > 0
    else { return }
    let stem = path.hasSuffix(".log") ? String(path.dropLast(4)) : path
    let names = [path] + (1...kept).map { "\(stem).\($0).log" }
    try? FileManager.default.removeItem(atPath: names[kept])
    for index in (0..<kept).reversed() {
      try? FileManager.default.moveItem(atPath: names[index], toPath: names[index + 1])
    }
  }

  /// Makes an empty one for its owner only: whoever writes it later would make it for everybody.
  static func begin(_ path: String?) {
    guard let path else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    fchmod(file, 0o600)
    close(file)
  }

  /// Takes it away when nothing was written.
  static func dropEmpty(_ path: String?) {
    var state = stat()
    if let path, stat(path, &state) == 0, state.st_size == 0 { unlink(path) }
  }
}
