import Desk
package import Screen

/// Every key of the dashboard: the key line, the help page, the README and the keymap are read off this table.
package struct KeyTable: Equatable, Sendable {
  /// What an office gave to actions in place of their letters.
  package let bound: [Action: [BoundKey]]
  /// A line for each action, in the order of the help page.
  package let bindings: [Binding]
  private let actions: [Key: Action]
  /// Where the line of an action stands: several are looked up for every frame.
  private let places: [Action: Int]

  /// The table as it ships.
  package static let standard = KeyTable(bound: [:], preset: .desk)

  /// The table with other letters for some actions; their function keys stay, because every page names them. Letters that move in a
  /// preset are nobody else's there.
  package init(bound: [Action: [BoundKey]], preset: Settings.Keys) {
    self.bound = bound
    bindings = KeyTable.lines.map { line in
      var line = line
      if let keys = bound[line.action] {
        let kept = line.keys.filter(\.isFixed)
        line.keys = kept + keys.filter { !kept.contains($0) }
      }
      line.keys.removeAll { preset.moves($0.key) != nil }
      return line
    }
    actions = Dictionary(
      bindings.flatMap { line in line.keys.map { ($0.key, line.action) } },
      uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      bindings.enumerated().map { ($1.action, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The action behind a key in command mode; nil when none is bound.
  package func action(for key: Key) -> Action? { actions[KeyTable.folded(key)] }

  /// The action behind a key while a text field has the focus: only keys that type nothing.
  package func actionWhileTyping(for key: Key) -> Action? {
    let action = action(for: key)
    return switch key {
    case .function: action
    case .control: [.quit, .redraw, .mute].contains(action) ? action : nil
    default: nil
    }
  }

  /// The line of an action.
  package func binding(_ action: Action) -> Binding? { places[action].map { bindings[$0] } }

  /// The letter of an action for a sentence, else its first key; F9 where it has none.
  func letter(_ action: Action) -> String {
    let keys = binding(action)?.keys ?? []
    return (keys.first(where: \.isCharacter) ?? keys.first)?.name ?? "F9"
  }

  private static let lines: [Binding] = [
    line(.help, .everywhere, [.f(1), .letter("?")], "帮助", "Help", "本页按键", "Keys of this page", true),
    line(
      .new, .everywhere, [.f(2), .letter("n")], "新建", "New", "新建工单；表单内收起并再开一张",
      "New ticket; in a form, park it and open another", true),
    line(
      .drafts, .everywhere, [.shiftF(2), .letter("d")], "草稿", "Drafts", "取回最近的草稿",
      "Take back the latest draft"),
    line(
      .find, .everywhere, [.f(3), .letter("/")], "查找", "Find", "筛选单号、位置、事项、人员；再按查全部记录",
      "Filter by number, place, text, staff; again: all records", true),
    line(
      .triage, .everywhere, [.f(4), .letter("t")], "分诊", "Triage", "逐张分诊：没人接手的，最急的在前",
      "Triage: what nobody has in hand, one by one", true),
    line(
      .assign, .ticket, [.f(5), .letter("p")], "派工", "Assign", "派给谁；巡更页开巡或改派",
      "Assign; patrol: start a round, change who walks", true),
    line(
      .answer, .ticket, [.f(6), .letter("a")], "应答", "Answer", "应答当前时限；升级的先确认；巡查页打卡，访客页登记",
      "Answer clock or escalation; patrol, visitors: check in", true),
    line(
      .hold, .ticket, [.f(7), .letter("h")], "挂起", "Hold", "挂起（选原因）或恢复；漏检写缘由",
      "Hold with a reason, or resume; patrol: excuse", true
    ),
    line(
      .done, .ticket, [.f(8), .letter("w")], "办结", "Next", "下一步：办结、签字、验收、回访、关闭",
      "Next step: finish, sign, check, follow up, close", true),
    line(
      .commands, .everywhere, [.f(9), .letter(":"), .control("p")], "命令", "More", "其余命令",
      "All other commands", true),
    line(
      .undo, .everywhere, [.control("z"), .letter("u")], "撤销", "Undo", "撤销自己的上一步", "Undo your last action",
      true),
    line(
      .redo, .everywhere, [.control("y"), .letter("U")], "重做", "Redo", "重做刚撤销的一步", "Do again what was undone"),
    line(
      .undoList, .everywhere, [], "历史", "Steps", "撤销历史：本班做过的，每步会退回什么",
      "Undo history: your steps, and what each takes back"),
    line(.accept, .ticket, [.letter("A")], "接单", "Accept", "责任人接单", "The assignee accepts"),
    line(
      .decline, .ticket, [.letter("N")], "退单", "Reject", "责任人退单（说明原因）", "The assignee declines, with a reason"
    ),
    line(.start, .ticket, [.letter("s")], "开工", "Start", "开始处理", "Work starts"),
    line(.categorise, .ticket, [.letter("c")], "改类", "Type", "改类别", "Change the category"),
    line(
      .amend, .ticket, [.letter("e")], "改单", "Edit", "改地点、事项、描述、类别、报修人",
      "Put right place, subject, details, category, caller"),
    line(.note, .ticket, [.letter("b")], "备注", "Note", "加备注", "Add a note"),
    line(
      .notify, .ticket, [.letter("o")], "告知", "Tell", "记录已告知业主待料",
      "Record that the owner knows parts are awaited"),
    line(
      .assets, .everywhere, [.letter("E")], "设备", "Equip", "设备档案：故障、保养、年限",
      "Equipment: faults, services, age"),
    line(
      .reveal, .ticket, [.letter("P")], "电话", "Phone", "看报修人或访客的电话（写原因，记在案）",
      "A caller's or visitor's phone, with a reason on record"),
    line(
      .erase, .ticket, [], "删名", "Erase", "删除报修人或访客的姓名电话（写原因，收不回）",
      "Erase a caller's or visitor's name and phone, for good"),
    line(
      .copy, .ticket, [.control("c"), .letter("y")], "复制", "Copy", "复制成一行，可贴进微信（电话隐去）",
      "Copy it as one line for a chat, phone masked"),
    line(
      .print, .ticket, [], "打印", "Print", "打印工作单（80 毫米纸，电话隐去）", "Print the work slip (80 mm, phone masked)"),
    line(.promise, .ticket, [.letter("i")], "答应", "Time", "答应业主一个时间", "Promise the owner a time"),
    line(
      .quote, .ticket, [.letter("$")], "报价", "Quote", "报价，记业主同意或不同意", "Name a price, or the owner's yes or no"
    ),
    line(.part, .ticket, [.letter("M")], "订件", "Part", "订购配件", "A part is ordered"),
    line(
      .checkFailed, .ticket, [.letter("X")], "退修", "Fail", "验收不合格，退回处理", "The check failed: back to work"),
    line(
      .handOff, .ticket, [.letter("H")], "移交", "Hand", "投诉移交给另一人负责", "Another answers for the complaint"),
    line(.cause, .ticket, [.letter("C")], "归因", "Cause", "记下起因，供改进", "Write down why it came to this"),
    line(
      .rescind, .ticket, [], "更正", "Kept", "更正超时：当时其实已做到，写几点、为什么（主管）",
      "A missed promise was kept after all: when, and why"),
    line(.urgency, .ticket, [.letter("!")], "急缓", "Urgent", "改为紧急或一般", "Make it urgent or ordinary"),
    line(.merge, .ticket, [.letter("&")], "并单", "Merge", "作为重复并入另一张", "Merge as a duplicate"),
    line(.split, .ticket, [.letter("|")], "拆分", "Split", "拆分：并入的拆回，或一位报修人单独成单", "Take apart what was joined"),
    line(
      .complain, .ticket, [], "投诉", "Compl", "转投诉：没人接手的转为投诉，已在办的另立一张",
      "Turn into a complaint, or open one beside it"),
    line(.reopen, .ticket, [.control("r")], "重开", "Reopen", "重开（说明原因）", "Reopen, with a reason"),
    line(.cancel, .ticket, [], "作废", "Cancel", "作废（说明原因）", "Cancel, with a reason"),
    line(.viewTickets, .everywhere, [.letter("1")], "工单", "Tickets", "工单页", "Tickets"),
    line(.viewTimers, .everywhere, [.letter("2")], "计时", "Timers", "计时页", "Timers"),
    line(.viewPatrol, .everywhere, [.letter("3")], "巡更", "Patrol", "巡更页", "Patrol"),
    line(.viewComplaints, .everywhere, [.letter("4")], "投诉", "Complaints", "投诉页", "Complaints"),
    line(
      .figures, .everywhere, [.letter("5")], "今日", "Today", "今日和报表：达标率、用时、热点、人员",
      "Today and figures: rates, times, hot spots, people"),
    line(
      .viewStaff, .everywhere, [.letter("6")], "人员", "Staff", "人员页：谁在岗、会什么、手上有什么",
      "Staff: who is on, and what is in hand"),
    line(
      .viewDuties, .everywhere, [.letter("7")], "义务", "Duties", "义务页：F8 履行（写凭据），F7 免除，F2 建单",
      "Duties: F8 discharge with proof, F7 waive, F2 ticket"),
    line(
      .viewIncidents, .everywhere, [.letter("8")], "突发", "Incident",
      "突发页：F6 步骤完成，F7 不做，F8 控制、总结、结案",
      "Incidents: F6 step done, F7 skip, F8 contain and close"),
    line(
      .drill, .everywhere, [], "演练", "Drill", "演练：选预案、写地点，标明演练，不计超时",
      "Drill: a plan is rehearsed, marked so, without alarms"),
    line(
      .viewHandover, .everywhere, [.letter("9")], "交接", "Shift", "交接页：F8 拟、交、接，F6 确认，F5 在岗，备注写嘱托",
      "Handover: F8 draft, sign out and in, F6 seen, F5 on duty"),
    line(
      .viewVisitors, .everywhere, [], "访客", "Visitors", "访客登记：F6 进，F8 离开",
      "Visitors: F6 registers, F8 they left"),
    line(
      .nextPane, .everywhere, [.tab], "换栏", "Pane", "到旁边的下一栏；窄屏上是下一页",
      "Next pane beside the list; narrow screens: next view"),
    line(
      .previousPane, .everywhere, [.backTab], "换栏", "Pane", "到上一栏；窄屏上是上一页",
      "Previous pane; narrow screens: previous view"),
    line(.up, .everywhere, [.up], "上", "Up", "上一行", "Up"),
    line(.down, .everywhere, [.down], "下", "Down", "下一行", "Down"),
    line(.pageUp, .everywhere, [.pageUp], "上页", "PgUp", "上一屏", "Page up"),
    line(.pageDown, .everywhere, [.pageDown], "下页", "PgDn", "下一屏", "Page down"),
    line(.home, .everywhere, [.home], "首行", "Top", "第一行", "First row"),
    line(.end, .everywhere, [.end], "末行", "End", "最后一行", "Last row"),
    line(
      .open, .everywhere, [.enter], "详情", "Open", "打开详情；点位选结果；人员看手上的单；义务看建的单",
      "Open; checkpoint: result; staff: in hand; duty: ticket"),
    line(
      .back, .everywhere, [.escape], "返回", "Back", "退一层，不丢内容", "One level out; nothing is lost"),
    line(
      .historyBack, .everywhere, [.letter("["), .backspace], "来路", "Before", "回到刚才的页面",
      "Back to the page before"),
    line(.historyForward, .everywhere, [.letter("]")], "去路", "Ahead", "再到后一个页面", "Forward again"),
    line(
      .mark, .ticket, [.letter(" ")], "选择", "Mark", "选中并下移，派工等一起做",
      "Mark and move down; actions take all marked"),
    line(.markAll, .ticket, [.letter("*")], "全选", "All", "选中筛选出的全部", "Mark all in the filter"),
    line(
      .range, .ticket, [.letter("V")], "连选", "Range", "连选：再移动就一路选中（也可 Shift-↑↓），再按停",
      "Mark a range while moving (or Shift-arrows); again: end"),
    line(
      .newestAlarm, .everywhere, [.control("g"), .letter("g")], "告警", "Alarm", "跳到最新的超时、漏检或突发",
      "Jump to the newest breach, missed point or incident"),
    line(.clearFilter, .everywhere, [.letter("0")], "清除", "Clear", "清除筛选", "Clear the filter"),
    line(.refresh, .everywhere, [.letter("r")], "刷新", "Sort", "立即按时限重排", "Sort again now"),
    line(.sortByTime, .everywhere, [], "按时", "ByTime", "排序：按剩余时间", "Sort by the time that is left"),
    line(.sortByNumber, .everywhere, [], "按号", "ByNo", "排序：按单号", "Sort by number"),
    line(
      .sortByPlace, .everywhere, [], "按位", "ByRoom", "排序：按位置，楼栋单元房号", "Sort by place: building, unit, room"),
    line(
      .sortByReceipt, .everywhere, [], "最新", "Newest", "排序：按受理时间，新的在前",
      "Sort by when it was taken, newest first"),
    line(
      .density, .everywhere, [], "密度", "Dense", "列表密度：常规或紧凑（多几行列表）",
      "Density: normal, or compact with more rows"),
    line(
      .wall, .everywhere, [.f(12), .letter("W")], "墙屏", "Wall", "墙屏：最急的大字倒计时，每 15 秒翻页",
      "Wall: the most urgent in big digits, page by page"),
    line(
      .standards, .everywhere, [.letter("S")], "公示", "Posted", "承诺公示：时限、急修、收费、电话",
      "Posted standards: promises, urgent list, prices, phones"),
    line(.language, .everywhere, [.letter("L")], "语言", "Lang", "切换中文与英文", "Switch Chinese and English"),
    line(.theme, .everywhere, [.letter("T")], "主题", "Theme", "选主题，边选边看", "Choose a theme and see it at once"),
    line(
      .mute, .everywhere, [.control("t"), .letter("m")], "静音", "Mute", "静音 15 分钟；再按恢复",
      "Silence for 15 minutes; again: sound"),
    line(
      .freeze, .everywhere, [.control("f"), .letter("z")], "冻结", "Freeze", "画面冻结 60 秒，好选取文字；任意键继续",
      "Freeze for 60 s to select text; any key goes on"),
    line(
      .mouse, .everywhere, [], "鼠标", "Mouse", "鼠标开关：点选、双击打开、滚轮翻、点标题计数",
      "Mouse on or off: click, double click, wheel, counts"),
    line(
      .suspend, .everywhere, [], "暂离", "Shell", "暂回命令行，在那里输 fg 再回来",
      "Back to the shell for a while; fg there returns"),
    line(
      .reload, .everywhere, [], "设置", "Reload", "重新读取设置（config.json5）",
      "Read the settings again (config.json5)"),
    line(.redraw, .everywhere, [.control("l")], "重画", "Redraw", "重画屏幕", "Redraw the screen"),
    line(
      .quit, .everywhere, [.control("q"), .letter("Q")], "退出", "Quit", "退出；有草稿时和看板上先问，按 y 退出",
      "Quit; asks with drafts open or on a wall, then y quits"),
  ]

  // swift-format-ignore: one line a key is the table
  private static func line(
    _ action: Action, _ scope: KeyScope, _ keys: [BoundKey], _ shortZh: String, _ shortEn: String,
    _ zh: String,
    _ en: String, _ onKeyLine: Bool = false
  ) -> Binding {
    Binding(
      action: action, scope: scope, keys: keys, short: Words(zh: shortZh, en: shortEn),
      long: Words(zh: zh, en: en), onKeyLine: onKeyLine)
  }

  /// A key as it was meant: full-width forms and the Chinese marks of an input method become their ASCII twins.
  package static func folded(_ key: Key) -> Key {
    guard case .character(let character) = key else { return key }
    return .character(pairedMarks[character] ?? folded(character))
  }

  /// The marks of which an input method sends two for one key; in a text they are what they are.
  static let pairedMarks: [Character: Character] = ["…": "^", "—": "_"]

  /// The ASCII twin of a full-width form or a Chinese mark.
  static func folded(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, scalar.narrow != scalar else {
      return chineseMarks[character] ?? character
    }
    return Character(scalar.narrow)
  }

  private static let chineseMarks: [Character: Character] = [
    "\u{3000}": " ", "、": "/", "。": ".", "，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "【": "[", "】": "]",
    "《": "<", "》": ">", "“": "\"", "”": "\"", "￥": "$", "·": "`",
  ]
}
