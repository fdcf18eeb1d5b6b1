import Desk
import Foundation
import Journal
import Testing

/// Maps of other systems' logs, and the rows read by them.
@Suite struct ImportMapTests {
  static let map = """
    {
      // a small log
      log: "old desk", zone: "Asia/Shanghai", date: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"],
      kind: "repair", kinds: { 投诉: "complaint" }, channels: { 电话: "phone" },
      columns: {
        number: "no", reported: "at", due: "due", closed: "done", category: "type", subject: "what",
        place: "where", channel: "via", kind: "kind", text: "text",
      },
    }
    """
  static let header = "no,at,due,done,type,what,where,via,kind,text"

  @Test func `a row becomes a ticket with its own times and words`() throws {
    let (id, ticket) = try Self.read("7,2020-01-02 08:00,2020-01-03,,漏水,厨房,3栋2单元1501,电话,投诉,\"a\nb\"")
    #expect(ticket.source == LogNumber(log: "old desk", number: "7"))
    #expect(ticket.reportedAt == (try Date("2020-01-02T00:00:00Z", strategy: .iso8601)))
    #expect(ticket.dueAt == (try Date("2020-01-02T16:00:00Z", strategy: .iso8601)))
    #expect(ticket.closedAt == nil)
    #expect(ticket.report.kind == .complaint)
    #expect(ticket.report.channel == .phone)
    #expect(ticket.report.place.text == "3-2-1501")
    #expect(ticket.report.text == "a\nb")
    #expect(id.uuid.6 >> 4 == 7)
    #expect(id.uuidString.hasPrefix("016F638D-4400"))
  }

  @Test func `the same row is the same command, and any other field makes another`() throws {
    let row = "7,2020-01-02 08:00,,,a,b,c,d,e,f"
    let first = try Self.read(row).id
    #expect(try Self.read(row).id == first)
    for other in ["7,2020-01-02 08:00,,,a,b,c,d,e,g", "7,2020-01-02 08:00,,,ab,,c,d,e,f"] {
      #expect(try Self.read(other).id != first)
    }
  }

  @Test(arguments: [
    ("7,2020-01-02 08:00,,,a,b,c,d,e", RowFault.fieldCount(found: 9, expected: 10)),
    (" ,2020-01-02 08:00,,,a,b,c,d,e,f", .missing(column: "no")),
    ("7,,,,a,b,c,d,e,f", .missing(column: "at")),
    ("7,02.01.2020,,,a,b,c,d,e,f", .unreadableDate(column: "at", value: "02.01.2020", forms: forms)),
    ("7,2020-01-02 08:00,soon,,a,b,c,d,e,f", .unreadableDate(column: "due", value: "soon", forms: forms)),
    ("\"7\"x,2020-01-02 08:00,,,a,b,c,d,e,f", .malformed(.textAfterQuote)),
  ])
  func `a row that cannot be read says why`(row: String, fault: RowFault) throws {
    #expect(throws: fault) { try Self.read(row) }
  }

  struct Wrong: Sendable {
    let change: (String, String)
    let place: (Int, Int)
    let fault: SettingsError.Fault
  }

  @Test(arguments: [
    Wrong(change: ("log:", "log2:"), place: (3, 3), fault: .unknownKey("log2", known: known)),
    Wrong(change: ("due:", "dew:"), place: (6, 35), fault: .unknownKey("columns.dew", known: columns)),
    Wrong(
      change: ("Asia/Shanghai", "Mars/Base"), place: (3, 20),
      fault: .badValue(key: "zone", value: "Mars/Base", allowed: ["Asia/Shanghai", "America/New_York"])),
    Wrong(change: ("zone:", "log:"), place: (3, 20), fault: .duplicateKey("log")),
    Wrong(change: ("columns: {", "columns: ["), place: (6, 5), fault: .unexpected("number")),
    Wrong(change: ("number: \"no\", ", ""), place: (5, 3), fault: .missingKey("columns.number")),
    Wrong(change: ("\"no\"", "5"), place: (6, 5), fault: .wrongType(key: "columns.number", expected: .text)),
    Wrong(
      change: ("\"complaint\"", "\"moan\""), place: (4, 28),
      fault: .badValue(key: "kinds.投诉", value: "moan", allowed: TicketKind.allCases.map(\.rawValue))),
  ])
  func `a wrong map is refused with its place`(_ wrong: Wrong) {
    let text = Self.map.replacingOccurrences(of: wrong.change.0, with: wrong.change.1)
    let error = #expect(throws: SettingsError.self) { try ImportMap(text, file: "m.json5") }
    #expect(error?.fault == wrong.fault)
    #expect(error?.line == wrong.place.0)
    #expect(error?.column == wrong.place.1)
    #expect(error?.file == "m.json5")
  }

  @Test func `a column that the log does not have is named at its place in the map`() throws {
    let map = try ImportMap(Self.map, file: "m.json5")
    let error = #expect(throws: SettingsError.self) { try map.indices(in: ["no", "at"]) }
    #expect(error?.line == 6)
    let found = map.columns.keys.map(\.rawValue)
    #expect(found.count == 10)
  }

  private static let forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"]
  private static let known = [
    "log", "zone", "date", "columns", "encoding", "separator", "kind", "kinds", "channel", "channels",
  ]
  private static let columns = ImportColumn.allCases.map(\.rawValue)

  private static func read(_ row: String) throws -> (id: UUID, ticket: ImportedTicket) {
    var csv = CSVReader()
    csv.append(Array("\(header)\n\(row)\n".utf8))
    let (first, second) = (csv.next(), csv.next())
    let map = try ImportMap(map, file: "m.json5")
    var reader = try ImportReader(map, header: try #require(first), encoding: .utf8)
    return try reader.read(try #require(second))
  }
}
