package import Desk
package import Foundation

/// What the filter looks into: one lower-case line of bytes per open ticket, with the readings of its Han words.
package struct Finder: Equatable, Sendable {
  private var lines: [TicketID: [UInt8]] = [:]
  private var readings = Readings()
  private var staff: [String: [UInt8]] = [:]

  package init() {}

  /// Whether the ticket can be found already.
  package func knows(_ id: TicketID) -> Bool { lines[id] != nil }

  /// Takes in a ticket as it is now, or lets it go. About 10 µs; by joining and folding strings it took 60.
  package mutating func set(
    _ id: TicketID, _ ticket: Ticket?, contacts: [String: Contact], words: [String], zone: TimeZone
  ) {
    guard let ticket else { return lines[id] = nil }
    var parts = [
      id.description, ticket.place.text, ticket.work.category, ticket.subject, ticket.text,
      ticket.source?.number ?? "",
    ]
    parts += words
    var line: [UInt8] = []
    line.reserveCapacity(512)
    tag(ticket, zone, in: &line)
    var names = ticket.holders
    for reporter in ticket.work.reporters {
      guard let contact = reporter.contact.flatMap({ contacts[$0] }) else { continue }
      names.append(contact.name)
      for phone in contact.phones.map({ $0.filter { $0.isASCII && $0.isNumber } }) where !phone.isEmpty {
        parts.append(String(phone.suffix(4)))
        line += FilterTag.phone.bytes(phone)
      }
    }
    for part in parts { add(part, readings.readAll(part), to: &line) }
    for name in names { add(name, readings.read(name: name), to: &line) }
    for text in ticket.place.typings { add(text, "", to: &line) }
    // What a screen calls it is found by those words too.
    for text in ticket.place.otherNames { add(text, readings.readAll(text), to: &line) }
    lines[id] = line
  }

  /// Writes what the operators of a filter ask for, where no typed word can meet it.
  private mutating func tag(_ ticket: Ticket, _ zone: TimeZone, in line: inout [UInt8]) {
    let id = ticket.id
    for number in ["\(id.number)", "\(id)", id.description.filter { $0 != "-" }] {
      line += FilterTag.number.bytes(number)
    }
    if let number = ticket.source?.number { line += FilterTag.number.bytes(number) }
    if let building = ticket.place.block { line += FilterTag.building.bytes(building) }
    line += FilterTag.day.bytes("\(CivilDate(ticket.reportedAt, in: zone).daysSince1970)")
    if ticket.stage == .held { line += FilterTag.held.bytes("") }
    for name in ticket.holders { line += staffTags(name) }
    if ticket.responsible == nil { line += FilterTag.unassigned.bytes("") }
  }

  /// How somebody is asked for: by the name from any of its first characters on, and how that is read. Kept, because staff are few and
  /// tickets many.
  private mutating func staffTags(_ name: String) -> [UInt8] {
    if let known = staff[name] { return known }
    let tags = name.indices.prefix(6).flatMap { start -> [UInt8] in
      let rest = String(name[start...])
      let ways = [rest] + readings.read(name: rest).split(separator: "\n").map(String.init)
      return ways.flatMap(FilterTag.staff.bytes)
    }
    staff[name] = tags
    return tags
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

  /// Whether every word of a filter holds for a ticket; `-word` must not hold.
  package func matches(_ id: TicketID, _ words: [FilterWord], isLate: () -> Bool) -> Bool {
    guard let line = lines[id] else { return false }
    return words.allSatisfy { $0.matches(line, isLate: isLate) }
  }
}

/// What a filter can ask for by a sign instead of a word. It stands in a line behind a control byte, in capitals: no text holds the one
/// and no folded word the other.
enum FilterTag: UInt8 {
  case staff = 0x53
  case number = 0x4E
  case building = 0x42
  case day = 0x44
  case held = 0x48
  case unassigned = 0x55
  /// A whole number, which is found by its end alone: any digits out of it would tell what the mask hides.
  case phone = 0x50

  /// How a line has it.
  func bytes(_ text: String) -> [UInt8] { start(text) + [UInt8(ascii: "\n")] }

  /// How a line begins to have it; digits as capitals, so that a number that is typed does not meet a day or a phone.
  func start(_ text: some StringProtocol) -> [UInt8] {
    let isNumber = self == .day || self == .phone
    return [0x01, rawValue] + (isNumber ? FilterTag.capitals(text) : FilterWord.folded(text))
  }

  /// How a line ends to have a phone.
  static func end(ofPhone digits: String) -> [UInt8] { capitals(digits) + [UInt8(ascii: "\n")] }

  private static func capitals(_ digits: some StringProtocol) -> [UInt8] {
    FilterWord.folded(digits).map { $0 + 0x11 }
  }
}

/// One word of a filter, folded as the finder's lines are.
package struct FilterWord: Equatable, Sendable {
  /// Any of these has to stand in the line.
  var needles: [[UInt8]] = []
  /// Whether a time that ran out will do.
  var meansLate = false
  var isExcluded = false

  /// Whether a folded line answers to it.
  func matches(_ line: [UInt8], isLate: () -> Bool = { false }) -> Bool {
    (needles.contains { line.contains($0) } || meansLate && isLate()) != isExcluded
  }

  /// Reads a filter as it was typed: words separated by spaces, all of which must hold. `@` is for who works on it, `#` for exactly a
  /// number, `b3` for a building, some words for a state, `-` for not; `today` is the day that 今日 means, in days since 1970.
  package static func words(_ text: String, today: Int? = nil) -> [FilterWord] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      let typed = String(word.map(KeyTable.folded)).lowercased()
      let isExcluded = typed.first == "-" && typed.count > 1
      var read = FilterWord(isExcluded ? typed.dropFirst() : typed[...], today)
      read.isExcluded = isExcluded
      return read
    }
  }

  private init(_ word: Substring, _ today: Int?) {
    let rest = word.dropFirst()
    let plain = FilterWord.folded(word)
    switch word {
    case "超", "超时", "!", "late": meansLate = true
    case "停", "挂起", "=", "held": needles = [FilterTag.held.bytes("")]
    case "未派", "nobody": needles = [FilterTag.unassigned.bytes("")]
    case "今日", "今天", "today": needles = today.map { [FilterTag.day.bytes("\($0)")] } ?? [plain]
    // Read aloud they may also be part of a text: both are found.
    case "chaoshi": (needles, meansLate) = ([plain], true)
    case "guaqi": needles = [plain, FilterTag.held.bytes("")]
    case "weipai": needles = [plain, FilterTag.unassigned.bytes("")]
    case "jinri": needles = [plain] + (today.map { [FilterTag.day.bytes("\($0)")] } ?? [])
    case _ where word.first == "@": needles = [FilterTag.staff.start(rest)]
    case _ where word.first == "#":
      needles = [rest.isEmpty ? FilterTag.number.start("") : FilterTag.number.bytes(String(rest))]
    case _ where word.first == "b" && (1...3).contains(rest.count) && rest.allSatisfy(\.isNumber):
      needles = [FilterTag.building.bytes(String(rest)), plain]
    default:
      needles = [plain]
      let place = Place(String(word))
      if place.isRoom || place.unit != nil, place.key != String(word) {
        needles.append(FilterWord.folded(place.key))
      } else if let building = place.block, place.unit == nil {
        needles.append(FilterTag.building.bytes(building))
      }
      let digits = word.filter { $0 != "-" }
      if digits.count >= 7, digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
        needles.append(FilterTag.end(ofPhone: digits))
      }
    }
  }

  /// A text as it is compared: its bytes in lower case, full-width signs as usual ones and letters without their accents. Han and ASCII,
  /// nearly everything there is, need no table.
  static func folded(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value).lowered)
      case 0x3000...0x9FFF: bytes += UTF8.encode(scalar)?.map { $0 } ?? []
      case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0).lowered)
      case 0x300...0x36F: continue
      case 0xC0..<0x250, 0x1E00..<0x1F00: bytes += unaccented[scalar] ?? []
      default: bytes += scalar.properties.lowercaseMapping.utf8
      }
    }
    return bytes
  }
}

/// The Latin letters with an accent, each as it is typed without: about a millisecond, when the first is met.
private let unaccented: [Unicode.Scalar: [UInt8]] = {
  let others = ["ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d"]
  let scalars = [0xC0..<0x250, 0x1E00..<0x1F00].joined().compactMap { Unicode.Scalar($0 as UInt32) }
  return Dictionary(
    uniqueKeysWithValues: scalars.map { scalar in
      let small = scalar.properties.lowercaseMapping
      let letters = small.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
        !(0x300...0x36F).contains($0.value)
      }
      return (scalar, Array((others[small] ?? String(String.UnicodeScalarView(letters))).utf8))
    })
}()

extension Place {
  /// What is typed to find it besides its text: without dashes, of a room with zeros before its numbers and without, of an area in a unit
  /// the spelling that all have.
  var typings: [String] {
    let parts = key.split(separator: "-")
    guard isRoom, parts.count == 3 else {
      let plain = text.filter { $0 != "-" }
      return unit == nil || key == text ? [plain] : [plain, key]
    }
    let zeros = String(repeating: "0", count: max(0, 4 - parts[2].count))
    let plain = [text.filter { $0 != "-" }, parts.joined(), "\(parts[0])\(parts[1])\(zeros)\(parts[2])"]
    return [key] + plain.indices.filter { !plain[..<$0].contains(plain[$0]) }.map { plain[$0] }
  }
}

extension Place {
  /// The texts of the rooms that are meant by digits without dashes, as `321501` means 3-2-1501; empty for anything else.
  package static func texts(typed digits: String) -> [String] {
    let digits = digits.trimmed
    guard (5...8).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return [] }
    return [3, 4].flatMap { room -> [String] in
      let before = digits.dropLast(room)
      return before.indices.dropFirst().flatMap { unit -> [String] in
        let place = Place("\(before[..<unit])-\(before[unit...])-\(digits.suffix(room))")
        return before[unit...].count <= 2 && before[..<unit].count <= 2 ? place.spellings : []
      }
    }
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
