import Desk
import Screen

extension KeyLineView {
  /// The keys of what lies over the views, in words; nil where those of the key table hold.
  static func pageKeys(_ model: Model) -> [(String, Words)]? {
    if let asked = model.asked { return answerKeys(asked, model) }
    return switch model.layers.last {
    case .form(let page): formKeys(page, model)
    case .prompt(let page) where page.question != .none:
      if case .onDuty = page.purpose { questionKeys } else { confirmKeys }
    case .prompt: promptKeys
    case .picker(let page) where page.question != .none: questionKeys
    case .picker(let page):
      (page.digitsChoose ? pickerKeys : pickerKeys.filter { $0.0 != "1-9" })
        + (page.isOfDrafts ? [discardKey] : [])
    case .results: resultKeys
    case .standards: standardsKeys
    case .figures: figureKeys(model)
    case .triage(let page): triageKeys(page, model)
    case .help: helpKeys
    case .wall: WallView.keys(model)
    case .detail, nil: model.filter?.isTyping == true && model.layers.isEmpty ? filterKeys : nil
    }
  }

  /// What answers a question that waits for a yes: any other key says no, but those that go on to a call.
  private static func answerKeys(_ asked: AskedBatch, _ model: Model) -> [(String, Words)] {
    let new = ("F2", Words(zh: "新建", en: "New"))
    if asked.isLeaving {
      let drafts = model.drafts.isEmpty ? [] : [("Shift-F2", Words(zh: "草稿", en: "Drafts"))]
      let calls = model.isWall || model.readOnly != nil ? [] : [new] + drafts
      return [("y", Words(zh: "退出", en: "Quit")), ("Esc", Words(zh: "返回", en: "Stay"))] + calls
    }
    let answers =
      if case .dropDraft? = asked.effects.first {
        [("y", discardKey.1), ("Esc", Words(zh: "留着", en: "Keep"))]
      } else {
        [("y", Words(zh: "是", en: "Yes")), ("Esc", Words(zh: "不做", en: "No"))]
      }
    return answers + (model.readOnly == nil ? [new] : [])
  }

  static let help = ("F1", Words(zh: "帮助", en: "Help"))
  private static let helpKeys: [(String, Words)] = [
    ("Esc", Words(zh: "返回", en: "Back")), ("Enter", Words(zh: "执行", en: "DoIt")),
    ("↑↓", Words(zh: "翻看", en: "Scroll")),
  ]

  private static func triageKeys(_ page: TriagePage, _ model: Model) -> [(String, Words)] {
    let undo = (model.keyTable.letter(.undo), Words(zh: "撤销", en: "Undo"))
    let leave = ("Esc", Words(zh: "退出", en: "Leave"))
    guard let id = page.current else { return [help, undo, leave] }
    guard model.needsHands(id) else {
      return [help, ("Enter", Words(zh: "下一张", en: "Next")), undo, leave]
    }
    let answer: [(String, Words)] =
      switch model.selectedTicket.flatMap(model.answerWithoutHands) {
      case .arrive: [("0", Words(zh: "到场", en: "OnSite"))]
      case nil: []
      default: [("0", Words(zh: "反馈", en: "Feedbk"))]
      }
    return [
      help, ("Enter", Words(zh: "派首位", en: "First")), ("1-9", Words(zh: "选人", en: "Pick")),
    ] + answer + [
      ("Space", Words(zh: "跳过", en: "Skip")), undo, ("F7", Words(zh: "挂起", en: "Hold")),
      ("F9", Words(zh: "更多", en: "More")),
      leave, ("Backspace", Words(zh: "上一张", en: "Before")),
    ]
  }

  private static func figureKeys(_ model: Model) -> [(String, Words)] {
    [
      help, ("←→", Words(zh: "今日/本月/本季/半年", en: "Today/Month/Quarter/Half")),
      ("↑↓", Words(zh: "翻看", en: "Scroll")),
      (model.keyTable.letter(.refresh), Words(zh: "重算", en: "Count again")),
      ("Esc", Words(zh: "返回", en: "Back")),
    ]
  }

  /// The keys of a form; joining is offered where something is open that it may be the same as.
  private static func formKeys(_ page: FormPage, _ model: Model) -> [(String, Words)] {
    guard page.joining == nil else { return joinKeys }
    let join = model.joinable(page).isEmpty ? [] : [("F3", Words(zh: "并入", en: "Join"))]
    return [
      help, ("Ctrl-S", Words(zh: "保存", en: "Save")),
      ("Enter", Words(zh: "下一项", en: "Next")), ("↑↓", Words(zh: "换项", en: "Field")),
    ] + join + tieKeys(page) + [
      ("F2", Words(zh: "接下一通", en: "NextCall")),
      ("Esc", page.isEmpty ? Words(zh: "返回", en: "Back") : Words(zh: "收进草稿", en: "Park")),
    ] + (page.isEmpty ? [] : [discardKey])
      + (model.mayRecall(page) ? [("↑", Words(zh: "找回写过的", en: "Earlier text"))] : [])
  }

  private static func tieKeys(_ page: FormPage) -> [(String, Words)] {
    guard page.source != nil else { return [] }
    return [("Ctrl-O", page.tie == nil ? Words(zh: "关联", en: "Tie") : Words(zh: "不关联", en: "Untie"))]
  }

  private static let discardKey = ("Ctrl-X", Words(zh: "丢掉", en: "Discard"))
  private static let joinKeys: [(String, Words)] = [
    help, ("Enter", Words(zh: "并入这张单", en: "Join this one")),
    ("↑↓", Words(zh: "移动", en: "Move")), ("Esc", Words(zh: "回到表单", en: "Form")),
  ]
  private static let promptKeys: [(String, Words)] = [
    help, ("Enter", Words(zh: "确定", en: "OK")),
    ("Esc", Words(zh: "不做了", en: "Leave")),
  ]
  private static let confirmKeys: [(String, Words)] = [
    help, ("Enter", Words(zh: "确认", en: "Confirm")),
    ("Esc", Words(zh: "回去改", en: "Correct")),
  ]
  private static let questionKeys: [(String, Words)] = [
    help, ("Enter", Words(zh: "登记", en: "AddThem")),
    ("Esc", Words(zh: "回去改", en: "Correct")),
  ]
  private static let pickerKeys: [(String, Words)] = [
    help, ("1-9", Words(zh: "选", en: "Pick")),
    ("Enter", Words(zh: "选定", en: "OK")),
    ("↑↓", Words(zh: "移动", en: "Move")), ("Esc", Words(zh: "不做了", en: "Leave")),
  ]
  private static let resultKeys: [(String, Words)] = [
    help, ("Enter", Words(zh: "详情", en: "Open")),
    ("↑↓", Words(zh: "移动", en: "Move")),
    ("Esc", Words(zh: "返回", en: "Back")),
  ]
  private static let standardsKeys: [(String, Words)] = [
    help, ("Esc", Words(zh: "返回", en: "Back")),
    ("↑↓", Words(zh: "翻看", en: "Scroll")),
  ]
  private static let filterKeys: [(String, Words)] = [
    help, ("Enter", Words(zh: "保留", en: "Keep")),
    ("Esc", Words(zh: "清除", en: "Clear")),
    ("F3", Words(zh: "查全部记录", en: "Whole record")), ("↑↓", Words(zh: "移动", en: "Move")),
  ]
}
