import Foundation
import TestSupport
import Testing

/// Real logs of two cities, against what another program counted in them.
@Suite(.enabled(if: ReferenceData.has("311"), "the logs of ../shared/data/311 are not here"))
struct ImportTruthTests {
  struct Log: CustomTestStringConvertible, Sendable {
    let file: String
    let map: String
    var alsoAsOf: [String] = []
    var testDescription: String { file }
  }

  static let logs = [
    Log(
      file: "boston-2011h2.dev", map: "boston-311", alsoAsOf: ["boston-2011h2.dev.asof-2011-08-01T09"]),
    Log(file: "nyc-2011-export", map: "nyc-2011-export"),
    Log(file: "nyc-2022-05-01-export", map: "nyc-2022-export"),
    Log(file: "nyc-2024-04-soda", map: "nyc-2024-soda"),
  ]

  @Test(arguments: logs) func `an imported log answers as it was counted`(_ log: Log) throws {
    let folder = try TestFolder()
    let data = try ReferenceData.bytes("311/\(log.file).csv.xz")
    let words = [
      "import", "tickets", "-", "--map", TestFolder.fixture("maps/\(log.map).json5"), "--store", folder.store,
    ]
    let run = try Run(words, input: data, in: folder)
    #expect(run.code == 0, "\(run.errors)")
    for name in [log.file] + log.alsoAsOf {
      let truth = try Truth(name)
      #expect(run.output.contains("\(truth.rows) imported, 0 known before, 0 rejected"))
      try expectClocks(truth, folder)
      try expectMidnights(truth, folder)
      try expectFound(truth, folder)
    }
    let again = try Run(words, input: data, in: folder)
    #expect(again.output.contains(" 0 imported"))
    #expect(again.code == 0)
  }

  private func expectClocks(_ truth: Truth, _ folder: TestFolder) throws {
    let words = [
      "report", "clocks", "--as-of", truth.asOf, "--clock", "30m", "--clock", "4h", "--clock", "due",
    ]
    for group in [[], ["--by", "category"]] {
      let run = try Run(words + group + ["--format", "json", "--store", folder.store], in: folder)
      let rows = try #require((run.json as? [String: Any])?["rows"] as? [[String: Any]], "\(run.errors)")
      var found: [String: [String: Int]] = [:]
      for row in rows {
        let key = "\(row["clock"] as? String ?? "") \(row["group"] as? String ?? "")"
        found[key] = row.compactMapValues { $0 as? Int }
      }
      #expect(found == truth.clocks(byCategory: !group.isEmpty))
    }
  }

  private func expectMidnights(_ truth: Truth, _ folder: TestFolder) throws {
    // It goes on while anything is open; the truth ends a day after the last report.
    let last = try #require(truth.midnights.last?.first)
    let run = try folder.run(
      "report", "midnights", "--clock", "30m", "--clock", "4h", "--format", "json", "--now", "\(last)T12:00")
    let rows = try #require((run.json as? [String: Any])?["rows"] as? [[String: Any]])
    let found = rows.map { row in
      let over = row["over"] as? [String: Int]
      return [row["date"] as? String ?? ""]
        + [row["open"], row["created"], row["closed"], over?["30m"], over?["4h"], row["past_due"]]
        .map { "\($0 as? Int ?? -1)" }
    }
    #expect(found == truth.midnights)
  }

  private func expectFound(_ truth: Truth, _ folder: TestFolder) throws {
    for (text, expected) in truth.find {
      let run = try folder.run("find", text, "--format", "json")
      let answer = try #require(run.json as? [String: Any], "\(run.errors)")
      #expect(answer["count"] as? Int == expected.count, "\(text)")
      #expect(Array((answer["numbers"] as? [String] ?? []).prefix(10)) == expected.first, "\(text)")
    }
  }
}

/// What was counted in a log.
struct Truth {
  private let json: [String: Any]

  init(_ name: String) throws {
    let data = try ReferenceData.bytes("311/\(name).truth.json")
    json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  var rows: Int { json["rows"] as? Int ?? -1 }
  var asOf: String { (json["span"] as? [String: Any])?["as_of"] as? String ?? "" }

  /// By clock and group: met, late and so on; what was not reported yet, or is invalid, is left out.
  func clocks(byCategory: Bool) -> [String: [String: Int]] {
    var tables = json["clocks"] as? [String: [String: Any]] ?? [:]
    tables["due"] = json["due"] as? [String: Any]
    var clocks: [String: [String: Int]] = [:]
    for (clock, table) in tables {
      let groups =
        byCategory
        ? table["by_type"] as? [String: [String: Int]] : ["all": table["all"] as? [String: Int] ?? [:]]
      for (group, counts) in groups ?? [:] {
        clocks["\(clock) \(group)"] = ["met", "late_closed", "late_open", "running", "none"].reduce(into: [:])
        {
          $0[$1] = counts[$1] ?? 0
        }
      }
    }
    return clocks
  }

  var midnights: [[String]] {
    let rows = (json["midnights"] as? [String: Any])?["rows"] as? [[Any]] ?? []
    return rows.map { $0.map { "\($0)" } }
  }

  var find: [String: (count: Int, first: [String])] {
    (json["find"] as? [String: [String: Any]] ?? [:]).mapValues {
      ($0["rows"] as? Int ?? -1, $0["first_ids"] as? [String] ?? [])
    }
  }
}
