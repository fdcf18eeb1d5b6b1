/// What a verification found, by class; empty when the record is sound.
package struct Findings: Equatable, Sendable {
  /// One class for each thing that can be wrong on its own.
  package enum Class: String, CaseIterable, Sendable {
    /// SQLite finds the file malformed.
    case integrity
    /// A hash does not follow from the event and the hash before.
    case chain
    /// A position is missing.
    case gaps
    /// A stream's versions do not count from 1 without a gap.
    case streams
    /// `desk.head` has seen something else than the log holds, or is not there to tell.
    case witness
    /// `live`, `history` or the search index differs from a fresh fold, or an index or a trigger from what it should be; `rebuild` mends it.
    case derived
    /// A payload cannot be read, or its name is unknown.
    case payload
    /// A name cannot be opened, or is gone though nobody erased it.
    case vault
  }

  /// What is wrong with one thing.
  package enum Detail: Equatable, Sendable {
    /// What SQLite says of the file.
    case file(String)
    case hash
    /// The position before it.
    case follows(Int)
    /// There is no witness, or it cannot be read.
    case unwitnessed
    /// How many events a stream has, and the first and last version among them.
    case versions(count: Int, first: Int, last: Int)
    /// A version of a stream that does not come next.
    case outOfOrder(stream: String, version: Int)
    case damage(Damage)
    /// An event's instant lies outside the years 1 to 9999.
    case undated
    case differs
    /// A table, an index or a trigger is not there.
    case absent
    /// A trigger that this program did not make.
    case stranger
    /// The index says that it goes on to a position, and the log ends before it.
    case indexed(upTo: Int)
    /// How many rows a table has, and how many it should have.
    case rows(Int, expected: Int)
    /// How many names the key does not open, of how many.
    case unopened(Int, of: Int)
    /// How many names are gone that no erasure on record took out.
    case lost(Int)
  }

  /// One thing that is wrong, with the position or stream it is about.
  package struct Finding: Equatable, Sendable {
    package var `class`: Class
    package var at: String
    package var detail: Detail
  }

  /// At most 20 of each class, in the order they were met.
  package private(set) var findings: [Finding] = []
  private(set) var counts: [Class: Int] = [:]
  /// How many events were read, and the end of the log.
  package internal(set) var events = 0
  package internal(set) var anchor: Anchor?
  /// Why no name at all can be opened; nil while the key fits, or nobody has left a name.
  package internal(set) var keyFault: JournalError?

  package var isClean: Bool { counts.isEmpty }
  /// The classes something was found of, in the order they are listed.
  package var classes: [Class] { Class.allCases.filter { counts[$0] != nil } }

  /// How many of a class are kept; the rest is only counted.
  private static let most = 20

  mutating func add(_ class: Class, at: String, _ detail: Detail) {
    let count = (counts[`class`] ?? 0) + 1
    counts[`class`] = count
    if count <= Self.most { findings.append(Finding(class: `class`, at: at, detail: detail)) }
  }

  /// Adds what another check found.
  mutating func add(_ other: Findings) {
    for finding in other.findings where findings.count(where: { $0.class == finding.class }) < Self.most {
      findings.append(finding)
    }
    counts.merge(other.counts, uniquingKeysWith: +)
    events += other.events
    anchor = other.anchor ?? anchor
    keyFault = other.keyFault ?? keyFault
  }
}
