import Foundation
import TestSupport
import Testing

/// A real log of checkpoints, against what another program counted in it.
@Suite(
  .enabled(
    if: ReferenceData.has("patrol/orienteering.dev.csv.xz"), "the log of ../shared/data/patrol is not here"))
struct PunchTruthTests {
  private struct Truth: Decodable {
    let rounds: Int
    let checkpoint_rows: Int
    let blank: Int
    let not_complete: [Round]

    struct Round: Decodable {
      let round: String
      let kind: String
      let missed_seq: [String]
    }
  }

  @Test func `missed points and abandoned rounds agree with the truth, and importing twice adds nothing`()
    throws
  {
    let folder = try TestFolder()
    let data = try ReferenceData.bytes("patrol/orienteering.dev.csv.xz")
    let truth = try JSONDecoder().decode(
      Truth.self, from: ReferenceData.bytes("patrol/orienteering.dev.truth.json"))
    let words = ["import", "punches", "-", "--store", folder.store]
    let run = try Run(words, input: data, in: folder)
    #expect(
      run.output.contains("\(truth.checkpoint_rows) imported, 0 known before, 0 rejected"), "\(run.errors)")
    let report = try folder.run("report", "patrol", "--format", "json")
    let rows = try #require((report.json as? [String: Any])?["rows"] as? [[String: Any]])
    func sum(_ key: String) -> Int { rows.reduce(0) { $0 + ($1[key] as? Int ?? 0) } }
    #expect(sum("planned") == truth.rounds)
    #expect(sum("abandoned") == truth.not_complete.filter { $0.kind == "rtd" }.count)
    #expect(sum("incomplete") == truth.not_complete.filter { $0.kind == "missed" }.count)
    #expect(sum("points_missed") == truth.blank)
    #expect(
      try missed(folder) == truth.not_complete.map { $0.missed_seq }.filter { !$0.isEmpty }.sorted(by: order))
    let again = try Run(words, input: data, in: folder)
    #expect(again.output.contains(" 0 imported, \(truth.checkpoint_rows) known before"))
  }

  /// The points missed in every round that has any, but for the finish, which the truth does not list.
  private func missed(_ folder: TestFolder) throws -> [[String]] {
    var points: [String: [String]] = [:]
    let events = try folder.run("events", "--format", "json").output
    for line in events.split(separator: "\n") {
      guard let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        event["name"] as? String == "round.missed.1", let stream = event["stream"] as? String,
        let point = (event["payload"] as? [String: Any])?["point"] as? String, point != "F"
      else { continue }
      points[stream, default: []].append(point)
    }
    return points.values.map { $0.sorted { Int($0) ?? 0 < Int($1) ?? 0 } }.sorted(by: order)
  }

  private func order(_ left: [String], _ right: [String]) -> Bool {
    left.joined(separator: " ") < right.joined(separator: " ")
  }
}
