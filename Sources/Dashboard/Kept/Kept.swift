import Foundation

/// What is on disk of this desk, as far as the model knows.
struct Kept: Equatable, Sendable {
  var drafts: [Int: KeptDraft] = [:]
  /// When each was brought to the disk last in this sitting.
  var draftedAt: [Int: Date] = [:]
  var nextForm = 1
  var state: KeptState?
  /// Why drafts are on this screen only; nil while they reach the disk.
  var fault: Words?
}

extension Model {
  /// What has to be kept now: a form at every change of field and when it is put away, everything else with the next second
  /// or when the desk is left.
  mutating func keep(everything: Bool) -> [Effect] {
    guard !isWall else { return [] }
    var effects: [Effect] = []
    var present: Set<Int> = []
    for index in layers.indices {
      guard case .form(var page) = layers[index] else { continue }
      number(&page)
      layers[index] = .form(page)
      present.insert(page.id)
      effects += keep(page, now: everything)
    }
    for index in drafts.indices {
      var page = drafts[index]
      number(&page)
      drafts[index] = page
      present.insert(page.id)
      effects += keep(page, now: true)
    }
    for id in kept.drafts.keys.filter({ !present.contains($0) }).sorted() {
      (kept.drafts[id], kept.draftedAt[id]) = (nil, nil)
      effects.append(.dropDraft(id))
    }
    return effects + (everything ? keepState() : [])
  }

  private mutating func number(_ page: inout FormPage) {
    guard page.id == 0 else { return }
    page.id = kept.nextForm
    kept.nextForm += 1
  }

  private mutating func keep(_ page: FormPage, now isDue: Bool) -> [Effect] {
    let (draft, before) = (KeptDraft(page), kept.drafts[page.id])
    guard draft != before else { return [] }
    if page.isEmpty {
      guard before != nil else { return [] }
      (kept.drafts[page.id], kept.draftedAt[page.id]) = (nil, nil)
      return [.dropDraft(page.id)]
    }
    guard isDue || before?.focus != draft.focus else { return [] }
    (kept.drafts[page.id], kept.draftedAt[page.id]) = (draft, now)
    return [.keepDraft(draft, page.id)]
  }

  private mutating func keepState() -> [Effect] {
    let state = KeptState(self)
    guard state != kept.state else { return [] }
    kept.state = state
    return [.keepState(state)]
  }

  /// Drafts that an earlier run left behind come back as parked ones.
  mutating func takeBack(_ found: [Int: KeptDraft]) -> [Effect] {
    guard !found.isEmpty else { return [] }
    for (id, draft) in found.sorted(by: { $0.value.openedAt < $1.value.openedAt }) {
      var page = FormPage(draft)
      page.id = id
      page.readQuickLine(desk)
      drafts.append(page)
      kept.drafts[id] = KeptDraft(page)
    }
    kept.nextForm = max(kept.nextForm, (found.keys.max() ?? 0) + 1)
    let drafts = found.count == 1 ? "1 draft was found again" : "\(found.count) drafts were found again"
    say(Words(zh: "找回 \(found.count) 张没写完的草稿，Shift-F2 取回", en: "\(drafts); Shift-F2 takes it back"))
    return []
  }

  /// Says that drafts stay on this screen only, as long as they do.
  mutating func take(unkept words: Words?) -> [Effect] {
    kept.fault = words
    guard let words else { return [] }
    say(words, isAlert: true)
    remember(.words(words, at: now, isAlert: true))
    return ringForFailure()
  }

  /// Goes by settings that were read again.
  mutating func take(_ settings: Settings?, _ themes: [Theme], fault: Words?) -> [Effect] {
    shelve(themes)
    var words = Words(zh: "设置已重新读取", en: "The settings were read again")
    if let settings {
      if settings.deskRole != self.settings.deskRole {
        words = Words(
          zh: "\(words.zh)；desk.role 下次打开才算", en: "\(words.en); desk.role counts from the next opening")
      }
      apply(settings)
    }
    say(fault ?? words, isAlert: fault != nil)
    return []
  }

  /// Goes by settings: the theme, the colours, the language and the desk's name, unless they were chosen otherwise.
  package mutating func apply(_ settings: Settings) {
    self.settings = settings
    colours = settings.colours(of: terminalColours)
    (themePlan.setting, themePlan.isPlain) = (settings.theme, colours == 0)
    sortList()
    if let language = settings.language, chosenLanguage == nil { self.language = language }
    if let name = settings.deskName, !name.isEmpty { deskName = name }
    wear()
  }
}
