import Foundation
import TestSupport
import Testing

/// The real binary, run as somebody at a shell would run it.
struct Run {
  let code: Int32
  let output: String
  let errors: String

  /// Runs `frontdesk` to its end.
  init(_ words: [String], input: Data? = nil, in folder: TestFolder, environment: [String: String] = [:])
    throws
  {
    let process = Run.process(words, in: folder, environment: environment)
    let files = try ["out", "err", "in"].map { try folder.file("run-\(UUID().uuidString)-\($0)", Data()) }
    try (input ?? Data()).write(to: URL(filePath: files[2]))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files[0]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files[1]))
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files[2]))
    try process.run()
    process.waitForEnd()
    code = process.terminationStatus
    output = try String(contentsOf: URL(filePath: files[0]), encoding: .utf8)
    errors = try String(contentsOf: URL(filePath: files[1]), encoding: .utf8)
    for file in files { try FileManager.default.removeItem(atPath: file) }
  }

  /// A process that was not started yet, in English unless the words or the environment say otherwise.
  static func process(_ words: [String], in folder: TestFolder, environment: [String: String] = [:])
    -> Process
  {
    let process = Process()
    process.executableURL = binary
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = [
      "HOME": folder.path, "USER": "tester", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "XDG_DATA_HOME": "\(folder.path)/data", "TZ": "Asia/Shanghai",
    ].merging(environment) { $1 }
    return process
  }

  /// The binary beside the tests.
  private static var binary: URL {
    let here = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    var folder = here
    for _ in 0..<5 {
      let candidate = folder.appending(path: "frontdesk")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue {
        return candidate
      }
      folder = folder.deletingLastPathComponent()
    }
    return here.appending(path: "frontdesk")
  }

  /// The output as JSON.
  var json: Any {
    get throws { try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed) }
  }
}

/// A folder of one test, gone with it.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "frontdesk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file into it and gives its path.
  func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(filePath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  /// Writes a text into it and gives its path.
  func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

  /// Runs `frontdesk` on the folder's own store.
  func run(_ words: String..., input: String? = nil) throws -> Run {
    try Run(words + ["--store", store], input: input.map { Data($0.utf8) }, in: self)
  }

  /// The folder's own store.
  var store: String { "\(path)/store/desk.db" }

  /// A file that lies beside these tests.
  static func fixture(_ path: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(path)").path
  }
}

extension TestFolder {
  /// Does to the folder's store what somebody with the sqlite3 shell could.
  func sql(_ text: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", store, text]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitForEnd()
    try #require(process.terminationStatus == 0, "\(text)")
  }

  /// What somebody with the sqlite3 shell reads in the folder's store, without the last line break.
  func sqlText(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", store, text]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitForEnd()
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
