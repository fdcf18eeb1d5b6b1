import Dashboard
import Foundation
import Screen
import TestSupport
import Testing

/// A page as it must look, on disk: the text with `|` at its right edge, a blank line, and the style of every cell.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  private static let records = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  /// Compares a frame with its file. A missing file, or `RECORD_GOLDENS=1`, writes it and fails.
  static func check(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = folder.appendingPathComponent("\(name).txt")
    let drawn = written(frame)
    let kept = try? String(contentsOf: file, encoding: .utf8)
    guard records || kept == nil else {
      #expect(drawn == kept, "\(name): \(firstDifference(drawn, kept ?? ""))", sourceLocation: sourceLocation)
      return
    }
    if kept != drawn { try? drawn.write(to: file, atomically: true, encoding: .utf8) }
    Issue.record("\(name) was written; look at it, then run again", sourceLocation: sourceLocation)
  }

  private static func written(_ frame: Frame) -> String {
    let rows = 0..<frame.size.rows
    let text = rows.map { frame.line($0) + "|\n" }.joined()
    let styles = rows.map { frame.styleLine($0, letters: Role.letter) + "|\n" }.joined()
    let cursor = frame.cursor.map { "cursor \($0.row),\($0.column)\n" } ?? "no cursor\n"
    return text + "\n" + styles + "\n" + cursor
  }

  private static func firstDifference(_ drawn: String, _ kept: String) -> String {
    let (new, old) = (drawn.split(separator: "\n"), kept.split(separator: "\n"))
    for (index, pair) in zip(new, old).enumerated() where pair.0 != pair.1 {
      return "line \(index + 1)\nwas \(pair.1)\nis  \(pair.0)"
    }
    return "\(old.count) lines became \(new.count)"
  }
}

extension Role {
  /// The letter goldens write for a style; a capital under the cursor.
  static func letter(_ style: Style) -> Character {
    let letters = Array(".dhartmoscxzwvfgklnbu")
    let index = Int(style.rawValue & 0x7F)
    guard index < letters.count else { return "?" }
    if style.rawValue & 0x80 == 0 { return letters[index] }
    return index == 0 ? ">" : Character(letters[index].uppercased())
  }
}
