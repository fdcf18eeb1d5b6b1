package import Foundation

/// The public data files that some tests compare with; they lie outside the package and may be absent.
package enum ReferenceData {
  /// The folder: `FRONTDESK_DATA`, or `../shared/data` beside the package.
  package static let folder =
    ProcessInfo.processInfo.environment["FRONTDESK_DATA"]
    ?? URL(filePath: #filePath).appending(path: "../../../../shared/data").standardizedFileURL.path

  /// Whether the file is there, for `.enabled(if:)`.
  package static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: file(path))
  }

  /// The lists of strings that trouble programs.
  package static let naughtyStrings = ["strings/blns.json", "strings/ansi-escape-payloads.json"]

  /// Whether they are all there, for `.enabled(if:)`.
  package static var hasNaughtyStrings: Bool { naughtyStrings.allSatisfy(has) }

  /// Returns the bytes of a file; `.xz` is unpacked by `xz`.
  package static func bytes(_ path: String) throws -> Data {
    let file = file(path)
    guard path.hasSuffix(".xz") else { return try Data(contentsOf: URL(fileURLWithPath: file)) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", file]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitForEnd()
    return data
  }

  /// The path of a file.
  package static func file(_ path: String) -> String { folder + "/" + path }

  /// Returns the lines of a text file without their `#` comments.
  package static func lines(_ path: String) throws -> [String] {
    String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n").compactMap { line in
      let content = line.prefix { $0 != "#" }.trimmingPrefix(while: \.isWhitespace)
      return content.isEmpty ? nil : String(content)
    }
  }
}
