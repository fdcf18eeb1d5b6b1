/// Texts that a front desk never sees all at once: every script and trick that could shift a row.
package enum MixedText {
  /// One piece each of what may stand in a cell, or should not.
  package static let pieces: [String] = [
    "a", "Z", "7", " ", "~", "é", "e\u{301}", "o\u{302}\u{323}", "物", "业", "楼", "，", "。", "Ａ", "①", "■", "→",
    "—",
    "한", "\u{1112}\u{1161}\u{11AB}", "が", "か\u{3099}", "ｶ", "ﾞ", "𠮷", "\u{2EBF0}", "\u{31350}", "👍", "👍🏽", "👨‍👩‍👧",
    "🇨🇳", "❤️", "1️⃣", "ก็", "नि", "क्ष", "שָ", "مرحبا", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{301}", "\u{1F3FD}",
    "\t",
    "\n", "\r\n", "\u{1B}[31m", "\u{9B}2J", "\u{7F}", "\0", "\u{E000}", "\u{FFFF}", "\u{10FFFF}", "\u{378}",
    "\u{1FAE9}",
    "a\u{300}\u{301}\u{302}\u{303}", "\u{115F}", "\u{3164}", "\u{AD}", "\u{2028}",
  ]

  /// Returns some pieces in a row.
  package static func random(_ count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}
