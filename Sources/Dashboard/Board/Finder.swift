package import Desk
import Foundation

/// What the filter looks into: one lower-case line of bytes per open ticket, with the readings of its Han words.
package struct Finder: Equatable, Sendable {
  private var lines: [TicketID: [UInt8]] = [:]
  private var readings = Readings()

  package init() {}

  /// Whether the ticket can be found already.
  package func knows(_ id: TicketID) -> Bool { lines[id] != nil }

  /// Takes in a ticket as it is now, or lets it go.
  package mutating func set(_ id: TicketID, _ ticket: Ticket?, contacts: [String: Contact], words: [String]) {
    guard let ticket else { return lines[id] = nil }
    var parts = [
      id.description, ticket.place.text, ticket.place.text.filter { $0 != "-" },
      ticket.work.category,
      ticket.subject, ticket.text, ticket.work.assignee ?? "", ticket.source?.number ?? "",
    ]
    parts += words
    for reporter in ticket.work.reporters {
      guard let contact = reporter.contact.flatMap({ contacts[$0] }) else { continue }
      parts += [contact.name, contact.phone]
    }
    let spoken = parts.filter { part in part.utf8.contains { $0 >= 0xE3 } }.joined(separator: "\n")
    var line = Array(parts.joined(separator: "\n").lowercased().utf8)
    line.append(0x0A)
    line += readings.read(spoken).utf8
    lines[id] = line
  }

  /// Whether every word of a filter occurs in the ticket's line; `-word` must not occur.
  package func matches(_ id: TicketID, _ words: [FilterWord]) -> Bool {
    guard let line = lines[id] else { return false }
    return words.allSatisfy { line.contains($0.bytes) != $0.isExcluded }
  }
}

/// One word of a filter, folded as the finder's lines are.
package struct FilterWord: Equatable, Sendable {
  var bytes: [UInt8]
  var isExcluded: Bool

  /// Reads a filter as it was typed: words separated by spaces, all of which must hold.
  package static func words(_ text: String) -> [FilterWord] {
    text.lowercased().split(whereSeparator: \.isWhitespace).compactMap { word in
      let excluded = word.first == "-" && word.count > 1
      return FilterWord(bytes: Array((excluded ? word.dropFirst() : word).utf8), isExcluded: excluded)
    }
  }
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
