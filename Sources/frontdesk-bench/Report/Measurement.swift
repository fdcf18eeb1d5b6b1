/// One line of the table.
struct Measurement {
  var figure: String
  var work: String
  var ours: Quantity?
  var peer: Quantity?
  /// Ours over the peer's, the median of the rounds.
  var ratio: Double?
  /// What was promised for the first release, and what for the one after.
  var now: Target?
  var next: Target?
  var note: String

  init(
    _ figure: String, _ work: String, ours: Quantity? = nil, peer: Quantity? = nil, ratio: Double? = nil,
    now: Target? = nil, next: Target? = nil, note: String = ""
  ) {
    (self.figure, self.work, self.ours, self.peer) = (figure, work, ours, peer)
    (self.ratio, self.now, self.next, self.note) = (ratio, now, next, note)
  }
}

/// A number with its unit.
struct Quantity {
  enum Unit: String {
    case perSecond = "/s"
    case seconds = "s"
    case milliseconds = "ms"
    case microseconds = "µs"
    case bytes = "B"
    case megabytes = "MB"
    case percent = "%"
    case times = "×"
  }

  var value: Double
  var unit: Unit

  init(_ value: Double, _ unit: Unit) { (self.value, self.unit) = (value, unit) }

  var text: String { "\(value.short) \(unit.rawValue)" }
}

/// What a measurement has to reach.
enum Target {
  case ratio(Bound)
  case ours(Bound)

  enum Bound {
    case atLeast(Double)
    case atMost(Double)

    func holds(_ value: Double) -> Bool {
      switch self {
      case .atLeast(let bound): value >= bound
      case .atMost(let bound): value <= bound
      }
    }

    var text: String {
      switch self {
      case .atLeast(let bound): "≥ \(bound.short)"
      case .atMost(let bound): "≤ \(bound.short)"
      }
    }
  }

  /// Whether it is reached; nil when there is nothing to compare.
  func holds(_ measurement: Measurement) -> Bool? {
    switch self {
    case .ratio(let bound): measurement.ratio.map(bound.holds)
    case .ours(let bound): measurement.ours.map { bound.holds($0.value) }
    }
  }

  var text: String {
    switch self {
    case .ratio(let bound): bound.text + "×"
    case .ours(let bound): bound.text
    }
  }
}

extension Double {
  /// Three digits that matter, thousands with commas.
  var short: String {
    guard isFinite else { return "–" }
    if abs(self) >= 1000 {
      var digits = String(Int(rounded()))
      var groups: [String] = []
      while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
      }
      return ([digits] + groups).joined(separator: ",")
    }
    let places = abs(self) >= 100 ? 0 : abs(self) >= 10 ? 1 : abs(self) >= 1 ? 2 : 3
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
