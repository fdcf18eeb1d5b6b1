/// Prints measurements as they come, and counts what was missed.
struct Table {
  private static let widths = [12, 46, 12, 12, 8, 17, 17]
  private var held = 0
  private var missed: [String] = []

  var head: String {
    let names = Self.line(["figure", "work", "ours", "peer", "ratio", "now", "next", "note"])
    return names + "\n" + String(repeating: "─", count: 140)
  }

  /// Takes in one measurement, and returns its line.
  mutating func add(_ measurement: Measurement) -> String {
    switch measurement.now?.holds(measurement) {
    case true?: held += 1
    case false?: missed.append("\(measurement.figure) (\(measurement.work))")
    case nil: break
    }
    return Self.line([
      measurement.figure, measurement.work, measurement.ours?.text ?? "", measurement.peer?.text ?? "",
      measurement.ratio.map(\.short) ?? "", verdict(measurement.now, measurement),
      verdict(measurement.next, measurement), measurement.note,
    ])
  }

  var foot: String {
    let misses = missed.isEmpty ? "none missed" : "missed: " + missed.joined(separator: "; ")
    return "\(held) of the now targets hold; \(misses)"
  }

  private func verdict(_ target: Target?, _ measurement: Measurement) -> String {
    guard let target else { return "" }
    let holds = target.holds(measurement).map { $0 ? "holds" : "MISSES" } ?? "?"
    return "\(target.text) \(holds)"
  }

  private static func line(_ fields: [String]) -> String {
    var line = ""
    for (index, field) in fields.enumerated() {
      line += index < widths.count ? field.padded(to: widths[index]) : field
    }
    return line
  }
}

extension String {
  /// Itself and blanks up to a width, one blank at least.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
