extension TextField {
  /// Returns the text as one line: line breaks inside become `；`, those at the ends go, tabs become spaces
  /// and all other control characters are removed.
  static func cleaned(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var hasBreak = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
        hasBreak = true
        continue
      case 0x09: add(" ", &clean, &hasBreak)
      case 0x00...0x1F, 0x7F...0x9F: continue
      default: add(scalar, &clean, &hasBreak)
      }
    }
    return String(clean)
  }

  private static func add(
    _ scalar: Unicode.Scalar, _ clean: inout String.UnicodeScalarView, _ hasBreak: inout Bool
  ) {
    if hasBreak, !clean.isEmpty { clean.append("；") }
    hasBreak = false
    clean.append(scalar)
  }
}
