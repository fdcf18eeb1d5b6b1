import Foundation
import Testing

@Suite struct ShapeTests {
  @Test func `the top level holds exactly what it may`() throws {
    let allowed: Set = [
      "Package.swift", "Sources", "Tests", "themes", "README.md", ".ci", ".gitignore", ".swift-format",
    ]
    let unseen: Set = [".git", ".build", ".swiftpm", "Package.resolved"]
    let found = try FileManager.default.contentsOfDirectory(atPath: House.root.path)
    for name in found where !allowed.contains(name) && !unseen.contains(name) {
      Issue.record("\(name):1: does not belong at the top level")
    }
    for name in allowed where !found.contains(name) { Issue.record("\(name):1: is missing at the top level") }
  }

  private static let platform: Set = ["Glibc", "Darwin", "Musl"]

  /// What each target may import, beside the C library where it talks to the system.
  private static let arrows: [String: Set<String>] = [
    "Desk": ["Foundation"],
    "Screen": [],
    "Dashboard": ["Desk", "Screen", "Foundation"],
    "Journal": platform.union(["Desk", "CSQLite", "CSodium", "Foundation", "Dispatch", "Synchronization"]),
    "Terminal": platform.union(["Screen", "CNcurses", "CTerminalGuard", "Foundation"]),
    "frontdesk": platform.union(["Dashboard", "Desk", "Journal", "Screen", "Terminal", "Foundation"]),
    "frontdesk-bench": platform.union(["Dashboard", "Desk", "Journal", "Screen", "CSQLite", "Foundation"]),
  ]

  @Test func `imports follow the arrows, and there are no others`() {
    for file in House.files("Sources") {
      guard let allowed = Self.arrows[file.target] else {
        file.fail(0, "\(file.target) is not a target of the house")
        continue
      }
      for (number, line) in file.code.enumerated() {
        var words = line.split(separator: " ").map(String.init)
        if ["package", "internal", "private", "fileprivate", "public"].contains(words.first) {
          words.removeFirst()
        }
        guard words.first == "import", let last = words.last else { continue }
        let module = String(last.split(separator: ".").first ?? "")
        if !allowed.contains(module) { file.fail(number, "\(file.target) may not import \(module)") }
      }
    }
  }

  @Test func `one place chooses the locale`() {
    for file in House.files("Sources") where file.target != "Terminal" {
      for (number, line) in file.code.enumerated() where line.contains("setlocale(") {
        file.fail(number, "the terminal chooses the locale")
      }
    }
  }

  @Test func `what is pure starts no thread`() {
    let threads = ["Thread.", "Thread(", "Task.detached", "DispatchQueue"]
    for file in House.files("Sources") where ["Desk", "Screen", "Dashboard"].contains(file.target) {
      for (number, line) in file.code.enumerated() where threads.contains(where: line.contains) {
        file.fail(number, "\(file.target) is pure: the thread belongs to its caller")
      }
    }
  }

  @Test func `no file is named after nothing`() {
    let banned: Set = [
      "Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Handler", "Impl", "Base", "Info", "Common",
      "Core",
      "Kit",
    ]
    for file in House.files("Sources") + House.files("Tests") {
      let words = file.name.split(separator: "+").flatMap { camelWords(String($0)) }
      for word in words where banned.contains(word) {
        file.fail(0, "\(word) says nothing about what is in it")
      }
    }
  }

  private func camelWords(_ name: String) -> [String] {
    var words: [String] = []
    for character in name {
      if character.isUppercase || words.isEmpty { words.append("") }
      words[words.count - 1].append(character)
    }
    return words
  }

  @Test func `no file is longer than 400 lines`() {
    for file in House.files("Sources") where file.lines.count > 401 {
      file.fail(400, "the file has \(file.lines.count) lines")
    }
  }

  /// A case on one line with its answer is not counted, and a body that is one switch of short cases, such as a table of
  /// phrases, is a dispatch of any length.
  @Test func `no function is longer than 40 lines`() {
    for file in House.files("Sources") {
      for (number, line) in file.code.enumerated() where isFunction(line) {
        let body = body(file.code, from: number)
        let counted = body.filter { line in
          let bare = line.trimmingCharacters(in: .whitespaces)
          let isCase = bare.hasPrefix("case ") || bare.hasPrefix("default:")
          return !bare.isEmpty && !(isCase && !bare.hasSuffix(":") && bare.contains(":"))
        }
        if counted.count > 40, !isDispatch(body) {
          file.fail(number, "the function has \(counted.count) lines")
        }
      }
    }
  }

  /// Whether it is one switch whose cases have at most six lines each.
  private func isDispatch(_ body: ArraySlice<String>) -> Bool {
    guard let first = body.first, let last = body.last, first.contains(#/^\s*(return )?switch /#) else {
      return false
    }
    let indent = first.prefix { $0 == " " }
    guard last == indent + "}" else { return false }
    var length = 0
    for line in body.dropFirst().dropLast() {
      let opens = line.hasPrefix(indent + "case ") || line.hasPrefix(indent + "default:")
      if !opens, line.prefix(while: { $0 == " " }).count <= indent.count { return false }
      length = opens ? 0 : length + 1
      if length > 6 { return false }
    }
    return true
  }

  private func isFunction(_ line: String) -> Bool {
    line.firstMatch(
      of:
        #/^\s*(@\w+\s+)*((package|private|fileprivate|internal|static|mutating|override|consuming)\s+)*(func |init[?(<]|subscript|deinit)/#
    ) != nil
  }

  /// The lines between the braces of what begins on a line; empty for a one-liner.
  private func body(_ code: [String], from first: Int) -> ArraySlice<String> {
    var depth = 0
    var opened: Int?
    for (number, line) in code.enumerated().dropFirst(first) {
      for character in line {
        if character == "{" {
          depth += 1
          opened = opened ?? number
        }
        if character == "}" { depth -= 1 }
      }
      if let opened, depth <= 0 { return number > opened ? code[(opened + 1)..<number] : [] }
    }
    return []
  }
}
