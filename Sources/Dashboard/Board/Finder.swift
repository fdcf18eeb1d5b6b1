package import Desk
import Foundation

/// What the filter looks into: one lower-case line of bytes per open ticket, with the readings of its Han words.
package struct Finder: Equatable, Sendable {
  private var lines: [TicketID: [UInt8]] = [:]
  private var readings = Readings()

  package init() {}

  /// How many tickets can be found.
  package var count: Int { lines.count }

  /// Whether the ticket can be found already.
  package func knows(_ id: TicketID) -> Bool { lines[id] != nil }

  /// Takes in a ticket as it is now, or lets it go. About 10 µs; by joining and folding strings it took 60.
  package mutating func set(_ id: TicketID, _ ticket: Ticket?, contacts: [String: Contact], words: [String]) {
    guard let ticket else { return lines[id] = nil }
    var parts = [
      id.description, ticket.place.text, ticket.work.category, ticket.subject, ticket.text,
      ticket.source?.number ?? "",
    ]
    parts += words
    var names = ticket.work.assignee.map { [$0] } ?? []
    for reporter in ticket.work.reporters {
      guard let contact = reporter.contact.flatMap({ contacts[$0] }) else { continue }
      parts.append(contact.phone)
      names.append(contact.name)
    }
    var line: [UInt8] = []
    line.reserveCapacity(512)
    for part in parts { add(part, readings.read(part), to: &line) }
    for name in names { add(name, readings.read(name: name), to: &line) }
    line += ticket.place.text.utf8.filter { $0 != UInt8(ascii: "-") }.map(\.lowered)
    lines[id] = line
  }

  /// Adds a text, folded, and how it is read.
  private func add(_ part: String, _ reading: String, to line: inout [UInt8]) {
    guard !part.isEmpty else { return }
    line += FilterWord.folded(part)
    line.append(UInt8(ascii: "\n"))
    guard !reading.isEmpty else { return }
    line += reading.utf8
    line.append(UInt8(ascii: "\n"))
  }

  /// Whether every word of a filter occurs in the ticket's line; `-word` must not occur.
  package func matches(_ id: TicketID, _ words: [FilterWord]) -> Bool {
    guard let line = lines[id] else { return false }
    return words.allSatisfy { $0.matches(line) }
  }
}

/// One word of a filter, folded as the finder's lines are.
package struct FilterWord: Equatable, Sendable {
  var bytes: [UInt8]
  var isExcluded: Bool

  /// Whether a folded line answers to it.
  func matches(_ line: [UInt8]) -> Bool { line.contains(bytes) != isExcluded }

  /// Reads a filter as it was typed: words separated by spaces, all of which must hold.
  package static func words(_ text: String) -> [FilterWord] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      let excluded = word.first == "-" && word.count > 1
      return FilterWord(bytes: folded(excluded ? word.dropFirst() : word), isExcluded: excluded)
    }
  }

  /// A text as it is compared: its bytes in lower case. Han and ASCII, nearly everything there is, need no table.
  static func folded(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value).lowered)
      case 0x3000...0x9FFF: bytes += UTF8.encode(scalar)?.map { $0 } ?? []
      default: bytes += scalar.properties.lowercaseMapping.utf8
      }
    }
    return bytes
  }
}

extension UInt8 {
  /// The small letter of a capital one of ASCII.
  fileprivate var lowered: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}

extension [UInt8] {
  /// Whether the bytes of `needle` stand somewhere in a row.
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    return withUnsafeBufferPointer { hay in
      needle.withUnsafeBufferPointer { needle in
        var start = 0
        while start <= hay.count - needle.count {
          if hay[start] == first {
            var offset = 1
            while offset < needle.count, hay[start + offset] == needle[offset] { offset += 1 }
            if offset == needle.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }
}
