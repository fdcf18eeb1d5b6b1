import Foundation

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
}
