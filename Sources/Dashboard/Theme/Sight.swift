import Foundation

/// How an eye sees colours.
enum Sight: String, CaseIterable {
  case full, protan, deutan, tritan

  /// What the eye makes of linear red, green and blue, row by row.
  ///
  /// - Source: Viénot, Brettel and Mollon 1999 (protan, deutan) and Brettel, Viénot and Mollon 1997 (tritan, which needs two
  ///   half-planes), as worked out for sRGB by libDaltonLens (public domain). They give these distances: over and
  ///   done of the dark theme are 7 apart for a deutan eye.
  fileprivate func matrix(isAbove: Bool) -> [Double] {
    switch self {
    case .full: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protan: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1]
    case .deutan: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1]
    case .tritan:
      isAbove
        ? [1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911]
        : [0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796]
    }
  }
}

/// A colour as light adds up.
struct LinearColour {
  private let parts: [Double]

  init(_ colour: RGB) {
    parts = [colour.red, colour.green, colour.blue].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private init(parts: [Double]) { self.parts = parts.map { min(1, max(0, $0)) } }

  var luminance: Double { 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] }

  /// The colour that a full eye would have to see to see the same.
  func seen(by sight: Sight) -> LinearColour {
    let isAbove = 0.03901 * parts[0] - 0.02788 * parts[1] - 0.01113 * parts[2] >= 0
    let matrix = sight.matrix(isAbove: isAbove)
    return LinearColour(
      parts: (0..<3).map { row in (0..<3).reduce(0) { $0 + matrix[row * 3 + $1] * parts[$1] } })
  }

  /// Lightness, green to red, blue to yellow, under D65.
  ///
  /// - Source: CIE 1976 L*a*b*.
  var lab: [Double] {
    let x = 0.4124 * parts[0] + 0.3576 * parts[1] + 0.1805 * parts[2]
    let z = 0.0193 * parts[0] + 0.1192 * parts[1] + 0.9505 * parts[2]
    let (a, b, c) = (root(x / 0.95047), root(luminance), root(z / 1.08883))
    return [116 * b - 16, 500 * (a - b), 200 * (b - c)]
  }

  private func root(_ share: Double) -> Double {
    share > 0.008856 ? pow(share, 1 / 3) : 7.787 * share + 16 / 116
  }
}
