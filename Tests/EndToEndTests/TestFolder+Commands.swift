import Foundation
import TestSupport
import Testing

extension TestFolder {
  /// A ticket of the folder's store, as `frontdesk show` tells it to programs.
  func ticket(_ number: String, _ words: String...) throws -> [String: Any] {
    let run = try Run(["show", number, "--format", "json", "--store", store] + words, in: self)
    return try #require(try run.json as? [String: Any], "\(run.errors)")
  }

  /// The events of a stream, oldest first: their names, or another of their fields.
  func events(_ stream: String, _ field: String = "name") throws -> [String] {
    let run = try Run(["events", "--stream", stream, "--format", "json", "--store", store], in: self)
    return try run.output.split(separator: "\n").map { line in
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return event?[field] as? String ?? ""
    }
  }

  /// Writes the settings of the person, or of the office in `site`.
  func settings(_ json5: String, in place: String = "config") throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(place)/frontdesk", withIntermediateDirectories: true)
    _ = try file("\(place)/frontdesk/config.json5", json5)
  }

  /// Runs commands that have to succeed.
  func done(_ commands: [[String]], now: String? = nil) throws {
    for words in commands {
      let run = try Run(words + ["--store", store] + (now.map { ["--now", $0] } ?? []), in: self)
      try #require(run.code == 0, "\(words): \(run.errors)")
    }
  }
}
