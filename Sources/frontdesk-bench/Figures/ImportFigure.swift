import Foundation

/// The Boston log, by the program and by the sqlite3 shell into one indexed table.
enum ImportFigure {
  static func measure(_ bench: Bench) throws -> [Measurement] {
    let program = try bench.program()
    guard let shell = bench.tool("sqlite3") else {
      throw Missing("a log of 20,000 rows", "peer missing: sqlite3")
    }
    let csv = try SampleLog.file(bench)
    let map = "\(bench.scratch.path)/map.json5"
    try Data(SampleLog.map.utf8).write(to: URL(fileURLWithPath: map))
    let pair = try bench.alternate(
      {
        let folder = try bench.scratch.folder("import")
        defer { bench.scratch.drop(folder) }
        return try Child.time(
          program, ["import", "tickets", csv, "--map", map, "--store", "\(folder)/desk.db"],
          output: "/dev/null")
      },
      {
        let folder = try bench.scratch.folder("import")
        defer { bench.scratch.drop(folder) }
        let script = "\(folder)/import.sql"
        try Data(SampleLog.script(csv).utf8).write(to: URL(fileURLWithPath: script))
        return try Child.time(shell, ["\(folder)/peer.db"], input: script, output: "/dev/null")
      })
    return [
      Measurement(
        "import", "a 311 log of 20,000 rows, all events and words",
        ours: Quantity(pair.ours.median, .seconds),
        peer: Quantity(pair.peer.median, .seconds), ratio: pair.ratio, now: .ratio(.atMost(10)),
        next: .ratio(.atMost(5)), note: "peer: sqlite3 .import")
    ]
  }
}
