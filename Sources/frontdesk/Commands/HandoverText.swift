import Dashboard
import Desk
import Foundation

/// A handover as it is printed and signed.
struct HandoverText {
  let shift: Shift
  let desk: Desk
  let now: Date
  let language: Language

  /// The sheet: who, what, red items first, and the signatures.
  func text(isMarkdown: Bool) -> String {
    let title = Words(zh: "交接班  \(shift.id.words.zh)", en: "Handover  \(shift.id.words.en)")(language)
    let on = NameList.text(shift.staff.map(\.plainLine), language)
    var lines = [isMarkdown ? "# \(title)\n" : title]
    lines.append(
      Words(zh: "在岗 \(on)   \(shift.stage.words.zh)", en: "On: \(on)   \(shift.stage.words.en)")(language))
    if isMarkdown { lines.append("") }
    let red = shift.items.indices.filter { shift.items[$0].isRed }
    let rest = shift.items.indices.filter { !shift.items[$0].isRed }
    lines += section(Words(zh: "重点", en: "Red"), red, isMarkdown)
    lines += section(Words(zh: "其余", en: "Others"), rest, isMarkdown)
    if shift.items.isEmpty { lines.append(empty) }
    if isMarkdown { lines.append("") }
    lines.append(signature(Words(zh: "交班", en: "Signed out"), shift.signedOut))
    lines.append(signature(Words(zh: "接班", en: "Signed in"), shift.signedIn))
    return lines.joined(separator: "\n") + "\n"
  }

  private var empty: String {
    shift.drafted == nil
      ? Words(zh: "还没有拟。frontdesk handover draft", en: "Not drafted yet: frontdesk handover draft")(language)
      : Words(zh: "没有要交代的。", en: "Nothing to hand over.")(language)
  }

  private func section(_ title: Words, _ indices: [Int], _ isMarkdown: Bool) -> [String] {
    guard !indices.isEmpty else { return [] }
    return [isMarkdown ? "## \(title(language))\n" : "-- \(title(language)) \(indices.count)"]
      + indices.map { line($0, isMarkdown) } + (isMarkdown ? [""] : [])
  }

  private func line(_ index: Int, _ isMarkdown: Bool) -> String {
    let item = shift.items[index]
    let seen = shift.acknowledged[index].map { "  v \($0.by.plainLine)" } ?? ""
    let when = item.when(now, DateWords(zone: desk.zone))(language)
    let text = [item.kind.words(language), item.words(on: desk)(language), when].filter { !$0.isEmpty }
      .joined(
        separator: "  ")
    return isMarkdown
      ? "\(index + 1). \(text)\(seen)" : "\(item.isRed ? "!" : " ") \(index + 1)  \(text)\(seen)"
  }

  private func signature(_ words: Words, _ signature: Signature?) -> String {
    guard let signature else { return "\(words(language)) ________" }
    return "\(words(language)) \(signature.by.plainLine)  \(signature.at.deskText(desk.zone))"
  }
}
