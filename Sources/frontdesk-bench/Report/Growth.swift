import Foundation

/// The cost of one thing at a tenth of the work, at the work and at ten times it.
struct Growth {
  private var points: [(work: Int, cost: Quantity)] = []
  private let figure: String
  private let of: String

  /// Begins without points; the work is counted in something, as in `open tickets`.
  init(_ figure: String, of: String) { (self.figure, self.of) = (figure, of) }

  mutating func add(_ work: Int, _ cost: Quantity) { points.append((work, cost)) }

  /// How the cost grows with the work: 0 not at all, 1 in step; least squares over the logarithms.
  var exponent: Double {
    let logs = points.filter { $0.cost.value > 0 }.map { (log(Double($0.work)), log($0.cost.value)) }
    guard logs.count > 1 else { return .nan }
    let count = Double(logs.count)
    let (meanX, meanY) = (logs.map(\.0).reduce(0, +) / count, logs.map(\.1).reduce(0, +) / count)
    let above = logs.map { ($0.0 - meanX) * ($0.1 - meanY) }.reduce(0, +)
    let below = logs.map { ($0.0 - meanX) * ($0.0 - meanX) }.reduce(0, +)
    return below > 0 ? above / below : .nan
  }

  /// One line for each amount of work; the last one has the exponent.
  var lines: [Measurement] {
    points.enumerated().map { index, point in
      let isLast = index == points.count - 1
      return Measurement(
        figure, "  growth: \(Double(point.work).short) \(of)", ours: point.cost,
        note: isLast ? "exponent \((exponent * 100).rounded() / 100)" : "")
    }
  }
}
