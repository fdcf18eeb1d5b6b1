import Foundation
import Testing

/// The repository as the rules see it: files, their lines, and the code in them without words and comments.
struct House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File {
    /// From the top of the repository, `Sources/Desk/Desk.swift`.
    let path: String
    let lines: [String]
    /// The same lines with strings and comments blanked.
    let code: [String]

    var target: String { String(path.split(separator: "/")[1]) }
    var name: String { String(path.split(separator: "/").last?.split(separator: ".").first ?? "") }

    /// Fails at a line of this file, counted from 0.
    func fail(_ line: Int, _ message: String) {
      let place = SourceLocation(
        fileID: path, filePath: House.root.appending(path: path).path, line: line + 1, column: 1)
      Issue.record("\(path):\(line + 1): \(message)", sourceLocation: place)
    }
  }

  /// The Swift files under a folder of the repository; fails where there are none, because a rule that looks at nothing holds.
  static func files(_ folder: String) -> [File] {
    let found = all.filter { $0.path.hasPrefix(folder + "/") }
    if found.isEmpty { Issue.record("\(folder):1: no Swift file was found in \(root.path)") }
    return found
  }

  /// Read once for all the tests.
  private static let all = read("Sources") + read("Tests")

  private static func read(_ folder: String) -> [File] {
    let top = root.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: top.appending(path: path), encoding: .utf8) else {
        Issue.record("\(folder)/\(path):1: cannot be read as UTF-8")
        return nil
      }
      return File(
        path: "\(folder)/\(path)", lines: text.components(separatedBy: "\n"),
        code: Blanked(text).text.components(separatedBy: "\n"))
    }
  }
}

/// Swift text with the inside of strings and comments as spaces; interpolations go with their string.
struct Blanked {
  var text: String { String(decoding: bytes, as: UTF8.self) }
  private var bytes: [UInt8] = []
  private let source: [UInt8]
  private var index = 0

  init(_ text: String) {
    source = Array(text.utf8)
    while index < source.count {
      if starts("//") {
        blank { $0.current == "\n" }
      } else if starts("/*") {
        blank { $0.starts("*/") }
      } else if source[index] == UInt8(ascii: "\"") || starts("#\"") {
        string()
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
  }

  private let newline = UInt8(ascii: "\n")

  private var current: Character? { index < source.count ? Character(Unicode.Scalar(source[index])) : nil }

  private func starts(_ word: String) -> Bool { source[index...].starts(with: word.utf8) }

  private mutating func step(_ count: Int = 1) {
    for _ in 0..<count where index < source.count {
      bytes.append(source[index] == newline ? newline : UInt8(ascii: " "))
      index += 1
    }
  }

  private mutating func blank(until ends: (Blanked) -> Bool) {
    while index < source.count, !ends(self) { step() }
  }

  private mutating func string() {
    let raw = current == "#" ? "#" : ""
    step(raw.count)
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    step(quote.count)
    while index < source.count, !starts(quote + raw) {
      if starts("\\" + raw + "(") {
        interpolation(raw)
      } else {
        step(raw.isEmpty && current == "\\" ? 2 : 1)
      }
    }
    step(quote.count + raw.count)
  }

  private mutating func interpolation(_ raw: String) {
    step(1 + raw.count)
    var depth = 0
    repeat {
      if current == "\"" {
        string()
        continue
      }
      if current == "(" { depth += 1 }
      if current == ")" { depth -= 1 }
      step()
    } while depth > 0 && index < source.count
  }
}
