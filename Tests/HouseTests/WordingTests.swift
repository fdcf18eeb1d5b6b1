import Foundation
import Testing

@Suite struct WordingTests {
  @Test func `nothing is public, forced, unchecked or left to do`() {
    let inCode: [(String, Regex<Substring>)] = [
      ("public", #/\bpublic\b/#), ("open class", #/\bopen class\b/#), ("try!", #/\btry!/#),
      ("as!", #/\bas!/#),
      ("fatalError", #/\bfatalError\b/#), ("@unchecked Sendable", #/@unchecked Sendable/#),
      ("nonisolated(unsafe)", #/nonisolated\(unsafe\)/#),
    ]
    for file in House.files("Sources") {
      for (number, line) in file.code.enumerated() {
        for (word, pattern) in inCode where line.contains(pattern) {
          file.fail(number, "\(word) is not used here")
        }
      }
      for (number, line) in file.lines.enumerated() where line.contains(#/\b(TODO|FIXME|XXX)\b/#) {
        file.fail(number, "do it or write it down elsewhere")
      }
    }
  }

  @Test func `the desk asks neither the time nor chance, and does no IO`() {
    let banned =
      #/\bDate\(\)|\.now\b|\bUUID\(\)|[rR]andom|\bshuffled\b|\bprint\(|FileManager|ProcessInfo|\b(Data|String)\(contentsOf|\bURL\(/#
    for file in House.files("Sources/Desk") {
      for (number, line) in file.code.enumerated() where line.contains(banned) {
        file.fail(number, "the desk is pure: \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
  }

  @Test func `every package declaration says what it is for`() {
    for file in House.files("Sources") {
      for number in file.code.indices where needsWords(file, number) && !hasWords(file, number) {
        file.fail(number, "no doc comment: \(file.lines[number].trimmingCharacters(in: .whitespaces))")
      }
    }
  }

  /// Exempt are what a protocol asks for, memberwise initialisers, imports, and properties of one line, whose name and type say it.
  private func needsWords(_ file: House.File, _ number: Int) -> Bool {
    let line = file.code[number].trimmingCharacters(in: .whitespaces)
    guard line.hasPrefix("package "), !line.hasPrefix("package import ") else { return false }
    if line.contains(#/\b(var|let) /#) { return line.hasSuffix("{") && !isWitness(line) }
    if line.contains(#/\binit[?(<]/#) { return !isMemberwise(file, number) && !isWitness(line) }
    return !isWitness(line)
  }

  private func isWitness(_ line: String) -> Bool {
    line.contains(
      #/ (==|<|~=) ?\(|func (hash|encode|next|index|makeIterator)\(|init\(from |init\?\(rawValue|var (description|debugDescription|rawValue|errorDescription|startIndex|endIndex|id|allCases)\b/#
    )
  }

  private func isMemberwise(_ file: House.File, _ number: Int) -> Bool {
    let head = file.code[number...].prefix(12).joined(separator: " ")
    guard let open = head.firstIndex(of: "("), let close = head.range(of: " {")?.lowerBound, open < close
    else {
      return true
    }
    return !head[open..<close].contains(#/[(,]\s*_ /#) && !head[..<open].contains("?")
  }

  private func hasWords(_ file: House.File, _ number: Int) -> Bool {
    var above = number - 1
    while above >= 0, file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") { above -= 1 }
    return above >= 0 && file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("///")
  }

  @Test func `every promise of the policy names its source`() {
    var rules = 0
    for file in House.files("Sources/Desk") where file.name == "Policy+Standard" {
      for number in file.code.indices where file.code[number].contains(#/\b(ClockRule|lighting)\(/#) {
        guard !file.code[number].contains("func ") else { continue }
        rules += 1
        let text = file.lines[number...].prefix(8).joined(separator: " ")
        let end = text.range(of: "source:")
        let source = end.map { text[$0.upperBound...].prefix(40) } ?? ""
        if !source.contains(#/^ ("(S\d{3}( S\d{3})*|design)"|source\b)/#) {
          file.fail(number, "a promise without its source")
        }
      }
    }
    #expect(rules >= 8, "the rules were not found")
  }

  @Test func `stored event names are literal, numbered and unique`() {
    var seen: [Substring: String] = [:]
    for file in House.files("Sources/Journal/Stored") where file.name == "StoredName" {
      for (number, line) in file.lines.enumerated() where file.code[number].contains(#/\bcase /#) {
        guard let name = line.firstMatch(of: #/case \w+ = "([^"]*)"/#)?.1 else {
          if !line.contains(#/case \.|case let/#) { file.fail(number, "a stored name is written out") }
          continue
        }
        if name.wholeMatch(of: #/[a-z][A-Za-z]*\.[a-z][A-Za-z]*\.[1-9]\d*/#) == nil {
          file.fail(number, "\(name) is not like ticket.reported.1")
        }
        if let first = seen.updateValue("\(file.path):\(number + 1)", forKey: name) {
          file.fail(number, "\(name) is also at \(first)")
        }
      }
    }
    #expect(seen.count > 40, "the names were not found")
  }
}
