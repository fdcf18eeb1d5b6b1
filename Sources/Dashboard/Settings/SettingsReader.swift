import Desk
import Foundation

/// Turns what a settings file says into what it means, and knows where everything stood.
struct SettingsReader {
  let document: JSON5.Document
  let categories: [String]
  let policy: Policy
  let themes: () -> [String]?

  /// What the whole of it means.
  ///
  /// - Throws: the first thing that cannot be used.
  func settings(over start: Settings) throws(SettingsError) -> Settings {
    let written = try document.decode(SettingsFile.self)
    if let warnings = written.sla, !isInForce(warnings) { throw document.error(at: "sla", .inPolicy("sla")) }
    if written.privacy?.maskPhone == false {
      throw document.error(at: "privacy.maskPhone", .masksPhones("privacy.maskPhone"))
    }
    return try settings(written, over: start)
  }

  /// Whether the policy says just what is written of how early clocks warn: then it asks for nothing.
  private func isInForce(_ written: Strict<SettingsFile.Warnings>) -> Bool {
    let rules = [ClockID.onSite, .feedback].map { id in policy.clocks.first { $0.id == id } }
    let minutes = [
      (written.soonMin?.respond, rules[0]?.soon), (written.soonMin?.fix, rules[1]?.soon),
      (written.criticalMin?.respond, rules[0]?.critical), (written.criticalMin?.fix, rules[1]?.critical),
    ]
    return minutes.allSatisfy { minutes, seconds in
      minutes.map { number in number.value.map { TimeInterval($0 * 60) == seconds } ?? false } ?? true
    }
  }

  private func settings(_ written: SettingsFile, over start: Settings) throws(SettingsError) -> Settings {
    var settings = start
    if let text = written.lang { settings.language = try language(text) }
    if let name = written.desk?.name { settings.deskName = name.plainLine }
    if let text = written.desk?.role { settings.deskRole = try document.word(text, "desk.role") }
    if let theme = written.theme { settings.theme = try plan(theme) }
    try readTerminal(written, into: &settings)
    if let text = written.keys?.escDelayMs?.text { settings.escapeDelay = try delay(text) }
    if let text = written.keys?.preset { settings.keys = try document.word(text, "keys.preset") }
    if let text = written.keys?.show { settings.keyNames = try document.word(text, "keys.show") }
    if let bind = written.keys?.bind { settings.keyTable = try table(bind, over: settings) }
    if let text = written.list?.sort { settings.sort = try document.word(text, "list.sort") }
    if let text = written.list?.density { settings.density = try document.word(text, "list.density") }
    if let span = written.list?.freezeMs {
      settings.freeze = Double(try within(0...60_000, span, "list.freezeMs")) / 1000
    }
    if let notify = written.notify { settings.notify = try self.notify(notify, over: settings.notify) }
    settings.pulses = written.alert?.pulse ?? settings.pulses
    if let span = written.wall?.pageSec {
      settings.wall.pageSpan = Double(try within(3...3600, span, "wall.pageSec"))
    }
    if let text = written.wall?.pin?.text { settings.wall.pin = try pin(text) }
    if let text = written.wall?.dimAfter {
      settings.wall.dimAfter = try document.minute(text, "wall.dimAfter")
    }
    if let text = written.privacy?.wallRooms {
      settings.wall.rooms = try document.word(text, "privacy.wallRooms")
    }
    if let window = written.undo?.windowSec {
      settings.undoWindow = Double(try within(0...60, window, "undo.windowSec"))
    }
    if let command = written.print?.command {
      guard let program = command.first, !program.isEmpty, program.hasPrefix("/") || !program.contains("/")
      else { throw document.bad("print.command", command.first ?? "", ["[\"lp\"]"]) }
      settings.printer = command
    }
    if let scripts = written.scripts { settings.scripts = try self.scripts(scripts) }
    settings.isAccessible = written.accessible ?? settings.isAccessible
    return settings
  }

  private func readTerminal(_ written: SettingsFile, into settings: inout Settings) throws(SettingsError) {
    if let text = written.color { settings.colour = try document.word(text, "color") }
    if let text = written.border { settings.border = try document.word(text, "border") }
    if let text = written.ambiguousWidth?.text {
      settings.ambiguousWidth = Int(try one(text, "ambiguousWidth", ["auto", "1", "2"]))
    }
    if let text = written.mouse { settings.mouse = try document.word(text, "mouse") }
    if let text = written.syncOutput { settings.syncOutput = try document.word(text, "syncOutput") }
    settings.marksPastes = written.bracketedPaste ?? settings.marksPastes
  }

  private func notify(
    _ written: Strict<SettingsFile.Notify>, over start: NotifySettings
  ) throws(SettingsError) -> NotifySettings {
    var notify = start
    notify.bell = written.bell ?? notify.bell
    if let gap = written.minGapSec {
      notify.gap = Double(try within(1...3600, gap, "notify.minGapSec"))
    }
    if let again = written.repeatSec {
      notify.again = Double(try within(1...3600, again, "notify.repeatSec"))
    }
    if let text = written.toast { notify.toast = try document.word(text, "notify.toast") }
    if let command = written.command {
      guard command.first?.hasPrefix("/") == true else {
        throw document.bad("notify.command", command.first ?? "", ["[\"/usr/local/bin/alarm\"]"])
      }
      notify.command = command
    }
    if let quiet = written.quiet { notify.quiet = try hours(quiet) }
    return notify
  }

  private func scripts(_ written: [String: String]) throws(SettingsError) -> [String: String] {
    let known = Policy.standard.categories.map(\.id) + categories
    if let wrong = written.keys.sorted().first(where: { !known.contains($0) }) {
      throw document.error(at: "scripts.\(wrong)", .unknownKey("scripts.\(wrong)", known: known))
    }
    return written.mapValues(\.plainLine)
  }

  private func pin(_ text: String) throws(SettingsError) -> WallSettings.Pin {
    if text == "initials" { return .initials }
    guard (4...8).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      throw document.bad("wall.pin", text, ["\"2468\"", "\"initials\""])
    }
    return .digits(text)
  }

  private func language(_ text: String) throws(SettingsError) -> Language? {
    if text == "auto" { return nil }
    guard let language = Language(tag: text) else {
      throw document.bad("lang", text, ["auto"] + Language.allCases.map(\.rawValue))
    }
    return language
  }

  private func plan(_ theme: SettingsFile.Theme) throws(SettingsError) -> ThemePlan.Setting {
    if let id = theme.id { return id == "auto" ? .automatic : .always(try known(id, "theme")) }
    return .hours(
      day: try known(theme.day, "theme.day"), night: try known(theme.night, "theme.night"),
      from: try document.minute(theme.from, "theme.from"),
      to: try document.minute(theme.to, "theme.to"))
  }

  private func known(_ theme: String, _ key: String) throws(SettingsError) -> String {
    guard let themes = themes() else { return theme }
    return try one(theme, key, themes)
  }

  private func hours(_ quiet: [String]) throws(SettingsError) -> Range<Int>? {
    if quiet.isEmpty { return nil }
    guard quiet.count == 2 else {
      throw document.bad("notify.quiet", quiet.joined(separator: ", "), ["[\"22:00\", \"07:00\"]"])
    }
    let from = try document.minute(quiet[0], "notify.quiet[0]")
    let to = try document.minute(quiet[1], "notify.quiet[1]")
    return from..<(to <= from ? to + 1440 : to)
  }

  private func delay(_ text: String) throws(SettingsError) -> Int? {
    if text == "auto" { return nil }
    guard let delay = Int(text), (1...1000).contains(delay) else {
      throw document.bad("keys.escDelayMs", text, ["auto", "1…1000"])
    }
    return delay
  }

  private func within(
    _ range: ClosedRange<Int>, _ number: WholeNumber, _ key: String
  ) throws(SettingsError) -> Int {
    guard let value = number.value, range.contains(value) else {
      throw document.bad(key, number.text, ["\(range.lowerBound)…\(range.upperBound)"])
    }
    return value
  }

  private func one(_ text: String, _ key: String, _ allowed: [String]) throws(SettingsError) -> String {
    guard allowed.contains(text) else { throw document.bad(key, text, allowed) }
    return text
  }
}
