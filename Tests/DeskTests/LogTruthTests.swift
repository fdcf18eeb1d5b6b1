import Desk
import Foundation
import TestSupport
import Testing

/// The figures over real logs, as an independent program counted them; skipped where the logs are not at hand.
@Suite struct LogTruthTests {
  private struct Truth: Decodable {
    struct Rows: Decodable { var all: [String: Int] }
    struct Span: Decodable {
      var as_of: String
      var created_last: String
    }
    struct Table: Decodable { var rows: [[Cell]] }
    enum Cell: Decodable, Equatable {
      case date(String)
      case number(Int)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else {
          self = .date(try container.decode(String.self))
        }
      }
    }
    var columns: [String: String?]
    var span: Span
    var clocks: [String: Rows]
    var due: Rows
    var midnights: Table
  }

  @Test(
    .enabled(if: ReferenceData.has("311"), "the logs of ../shared/data/311 are not here"),
    arguments: [
      ("boston-2011h2.dev", "boston-2011h2.dev"),
      ("boston-2011h2.dev", "boston-2011h2.dev.asof-2011-08-01T09"),
      ("nyc-2011-export", "nyc-2011-export"), ("nyc-2022-05-01-export", "nyc-2022-05-01-export"),
      ("nyc-2024-04-soda", "nyc-2024-04-soda"),
    ]) func `figures over a real log agree with an independent count`(log: String, name: String) throws
  {
    let truth = try JSONDecoder().decode(Truth.self, from: ReferenceData.bytes("311/\(name).truth.json"))
    let tickets = try read("311/\(log).csv.xz", truth.columns)
    let asOf = try #require(time(truth.span.as_of))
    for (clock, limit) in [("30m", ClockLimit.elapsed(1800)), ("4h", .elapsed(14_400)), ("due", .due)] {
      var figures = ClockFigures()
      for ticket in tickets { figures.count(ticket, limit, asOf: asOf) }
      let all = try #require(clock == "due" ? truth.due.all : truth.clocks[clock]?.all)
      let counted = [figures.met, figures.lateClosed, figures.lateOpen, figures.running, figures.none]
      let expected = ["met", "late_closed", "late_open", "running", "none"].map { all[$0] ?? 0 }
      #expect(counted == expected, "\(clock) of \(name)")
    }
    let last = CivilDate(try #require(time(truth.span.created_last)), in: .gmt).daysSince1970 + 1
    let rows = Midnights(tickets, limits: [1800, 14_400], until: CivilDate(daysSince1970: last), in: .gmt)
      .rows
    let cells = rows.map { row in
      [.date(row.date.description)]
        + ([row.open, row.created, row.closed] + row.over + [row.pastDue]).map(Truth.Cell.number)
    }
    #expect(cells == truth.midnights.rows)
  }

  private func read(_ file: String, _ columns: [String: String?]) throws -> [TicketSpan] {
    let rows = csv(String(decoding: try ReferenceData.bytes(file), as: UTF8.self))
    let header = try #require(rows.first)
    func index(_ key: String) -> Int? { columns[key].flatMap { $0 }.flatMap(header.firstIndex) }
    let created = try #require(index("created"))
    let closed = try #require(index("closed"))
    let due = index("due")
    return try rows.dropFirst().map { row in
      TicketSpan(
        category: "", reportedAt: try #require(time(row[created])), closedAt: time(row[closed]),
        dueAt: due.flatMap { time(row[$0]) })
    }
  }

  /// RFC 4180 in its simplest form.
  private func csv(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var quoted = false
    func end() {
      row.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: ",") where !quoted: end()
      case UInt8(ascii: "\n") where !quoted:
        end()
        rows.append(row)
        row = []
      case UInt8(ascii: "\r") where !quoted: break
      default: field.append(byte)
      }
    }
    if !row.isEmpty || !field.isEmpty {
      end()
      rows.append(row)
    }
    return rows
  }

  /// Reads `2011-07-01 01:32:33`, `2024-04-15T22:51:53.000` and `02/06/2011 02:02:42 PM`; nil for an empty cell.
  private func time(_ text: String) -> Date? {
    var numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    guard numbers.count >= 6 else { return nil }
    if text.contains("/") {
      numbers = [numbers[2], numbers[0], numbers[1], numbers[3] % 12, numbers[4], numbers[5]]
      if text.hasSuffix("PM") { numbers[3] += 12 }
    }
    let days = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).daysSince1970
    return Date(
      timeIntervalSince1970: Double(days * 86400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]))
  }
}
