import Desk
import Foundation
import Screen

extension Model {
  /// Puts on the theme of the plan, unless one is being tried on.
  package mutating func wear() {
    if case .picker(let page) = layers.last, page.isOfThemes { return }
    guard still == nil else { return }
    wear(id: isWallDim ? themePlan.night.id : themePlan.theme(minute: minute))
  }

  /// Whether the wall hangs in the dark; not where a theme was typed for this run.
  private var isWallDim: Bool {
    guard case .wall? = layers.last(where: { !$0.isBox }), themePlan.typed == nil,
      let dusk = settings.wall.dimAfter
    else { return false }
    let dawn = themePlan.night.until
    return dusk < dawn ? (dusk..<dawn).contains(minute) : !(dawn..<dusk).contains(minute)
  }

  /// Minutes after midnight at the desk.
  var minute: Int {
    let seconds = Int(now.timeIntervalSince1970) + desk.zone.secondsFromGMT(for: now)
    return seconds / 60 % 1440
  }

  /// Goes by the themes there are now; the one that is worn stays on where it still is one of them.
  mutating func shelve(_ themes: [Theme]) {
    let worn = self.themes[theme].id
    self.themes = themes.isEmpty ? [.mono] : themes
    wear(id: worn)
  }

  /// A theme that is not there leaves the desk in the dark one, or in any.
  private mutating func wear(id: String) {
    theme = themes.firstIndex { $0.id == id } ?? themes.firstIndex { $0.id == "dark" } ?? 0
  }

  /// Keeps a theme that was picked; nil lets the plan decide again.
  mutating func wear(_ id: String?) -> [Effect] {
    (themePlan.typed, themePlan.chosen) = (nil, id)
    wear()
    say(themes[theme].name)
    return []
  }

  /// Shows the theme under the cursor of their list.
  mutating func preview(_ page: PickerPage) {
    guard page.isOfThemes, page.shown.indices.contains(page.index),
      case .theme(let id) = page.shown[page.index].choice
    else { return }
    var plan = themePlan
    (plan.typed, plan.chosen) = (nil, id)
    wear(id: plan.theme(minute: minute))
  }

  /// What the terminal said decides where nobody else did.
  mutating func take(_ facts: TerminalFacts) -> [Effect] {
    terminal = facts
    if let luminance = facts.backgroundLuminance { themePlan.isLight = luminance > 0.5 }
    wear()
    return []
  }
}

extension PickerPage {
  /// Every theme, the cursor on the one that is worn.
  static func themes(_ model: Model) -> PickerPage {
    let automatic = PickerItem(
      Words(zh: "自动：按设置、时段和终端背景", en: "Automatic: settings, hour and terminal"), .theme(nil))
    let items = model.themes.map { theme in
      PickerItem(theme.name, detail: Words(both: theme.id), .theme(theme.id))
    }
    // Without colours most of them look the same.
    let title =
      model.colours == 0
      ? Words(zh: "主题  这里不用颜色，只分粗细、反白", en: "Theme  no colours here: bold and reverse only")
      : Words(zh: "主题", en: "Theme")
    var page = PickerPage(title, [automatic] + items)
    page.index = model.theme + 1
    return page
  }

  /// Whether moving in it tries themes on.
  var isOfThemes: Bool { if case .theme = items.first?.choice { true } else { false } }
}
