/// A text the terminal answers with, while it comes in.
struct Answer {
  let isBackground: Bool
  var text = ""

  /// How bright the background is, 0 to 1, of `ffff/ffff/ffff` with one to four digits each; nil for anything else.
  ///
  /// - Source: weights of Rec. 709 on the components as they are, which is enough to tell light from dark.
  var luminance: Double? {
    let parts = text.split(separator: "/").prefix(3).compactMap { digits -> Double? in
      guard (1...4).contains(digits.count), let value = Int(digits, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * digits.count)) - 1)
    }
    return parts.count == 3 ? 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] : nil
  }
}
