import Desk
package import Screen

/// What can be done here and what the signs mean: looked through by typing, and Enter does what it says.
package struct HelpPage: Equatable, Sendable {
  package var field = TextField()
  /// The line the cursor is on; above the first is the name of its part.
  package var index = 1
}

/// One line of the help page.
struct HelpLine: Equatable {
  var name: String
  var text: Words
  var role: Role
  /// What Enter does there; nil for what is only to be read.
  var action: Action?
  /// What it is found by, in lower case.
  var spoken: String

  init(_ line: Binding) {
    (name, text, role, action) = (line.keyNames, line.long, .keyName, line.action)
    spoken = (KeyTable.spoken[line.action] ?? "") + "\n" + line.keyNames.lowercased()
  }

  /// - Parameters:
  ///   - name: The key or the sign.
  ///   - text: What it means.
  ///   - role: How the sign looks.
  ///   - part: What the part of the page is found by, with its reading.
  init(_ name: String, _ text: Words, _ role: Role = .text, part: String = "") {
    (self.name, self.text, self.role) = (name, text, role)
    spoken = "\(name)\n\(text.zh)\n\(text.en)\n\(part)".lowercased()
  }

  /// The name of a part.
  static func title(_ words: Words, _ language: Language) -> HelpLine {
    var line = HelpLine(words(language), .none, .title)
    line.spoken = ""
    return line
  }
}

extension HelpPage {
  /// Its lines as far as they match what was typed: the keys of this page, those of everywhere, the signs, the terminal.
  func lines(_ model: Model) -> [HelpLine] {
    let all = HelpPage.all(model)
    let match = Match(field.text)
    guard !match.isEmpty else { return all }
    return all.enumerated().compactMap { index, line in match.rank(line.spoken).map { ($0, index, line) } }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static func all(_ over: Model) -> [HelpLine] {
    let language = over.language
    // What it lies over says which keys are those of this page.
    var model = over
    if !model.layers.isEmpty { model.layers.removeLast() }
    model.asked = nil
    let here = KeyLineView.pageKeys(model)
    let isHere: (Binding) -> Bool = { $0.scope == .ticket && here == nil && model.takes($0.action) }
    let own =
      here?.map { HelpLine($0.0, $0.1, .keyName) }
      ?? model.keyTable.bindings.filter(isHere).map(HelpLine.init)
    // A screen that only looks has no other keys.
    let others = model.isWall ? [] : model.keyTable.bindings.filter { !isHere($0) }.map(HelpLine.init)
    var lines: [HelpLine] = []
    let place = model.pane == nil ? Words.none : model.keyTable.binding(model.focus.action)?.short ?? .none
    if !own.isEmpty {
      lines +=
        [.title(Words("本页按键", "Keys of this page", place), language)] + own
    }
    if !others.isEmpty {
      lines += [.title(Words(zh: "全部按键", en: "All other keys"), language)] + others
    }
    lines += [.title(Words(zh: "记号", en: "Tags"), language)] + legend
    lines += [.title(Words(zh: "筛选", en: "Filter"), language)] + filters
    return lines + [.title(Words(zh: "终端", en: "Terminal"), language)] + terminal(model)
  }

  private static let legend: [HelpLine] = signs.map {
    HelpLine($0.0, $0.1, $0.2, part: "记号\njihao\njh\ntags")
  }

  private static let filters: [HelpLine] = [
    ("@王  @lw", Words(zh: "谁经手：姓名、拼音、首字母", en: "who works on it")),
    ("#12", Words(zh: "正好这个单号", en: "exactly this number")),
    ("b3", Words(zh: "3 栋", en: "building 3")),
    ("超  !", Words(zh: "已超时", en: "late (or: late)")),
    ("停  =", Words(zh: "挂起的", en: "held (or: held)")),
    ("未派", Words(zh: "还没有派给谁", en: "nobody has it (or: nobody)")),
    ("今日", Words(zh: "今天受理的", en: "taken today (or: today)")),
    ("-对讲", Words(zh: "不要带这个词的；-超 -@王 也行", en: "without this word; -late, -@wang too")),
    ("↑", Words(zh: "空行里：找回刚才用过的筛选", en: "in an empty line: an earlier filter")),
  ].map { HelpLine($0.0, $0.1, part: "筛选\nshaixuan\nsx\nfilter") }

  private static let signs: [(String, Words, Role)] = [
    ("!", Words(zh: "将到时", en: "soon"), .soon),
    ("!!", Words(zh: "马上到时", en: "about to break"), .critical),
    ("X", Words(zh: "已超时", en: "late"), .over),
    ("XX", Words(zh: "超时很久没人管", en: "late and ignored"), .ignored),
    ("=", Words(zh: "挂起", en: "held"), .held),
    ("v", Words(zh: "不欠什么", en: "nothing owed"), .done),
    ("?", Words(zh: "待核：时钟或节假日对不上，详情里有原因", en: "check: clocks or holidays; the detail says why"), .soon),
    ("*", Words(zh: "已选中", en: "marked"), .marked),
  ]

  /// What the terminal said when it was asked, for whoever helps by telephone.
  private static func terminal(_ model: Model) -> [HelpLine] {
    let facts = model.terminal
    let unknown = Words(zh: "没有回答", en: "no answer")
    let width = facts.ambiguousWidth.map { Words(zh: "\($0) 列", en: "\($0) columns") } ?? unknown
    let colours =
      model.colours == 0 ? Words(zh: "不用颜色", en: "none used") : Words(both: "\(model.colours)")
    func state(_ isOn: Bool) -> Words { isOn ? Words(zh: "开", en: "on") : Words(zh: "关", en: "off") }
    let rows: [(Words, Words)] = [
      (Words(zh: "名称", en: "Name"), facts.name.isEmpty ? unknown : Words(both: facts.name.plainLine)),
      (Words(zh: "尺寸", en: "Size"), Words(both: "\(model.size.columns)x\(model.size.rows)")),
      (Words(zh: "颜色", en: "Colours"), colours), (Words(zh: "歧义字符宽", en: "Ambiguous"), width),
      (
        Words(zh: "整帧显示", en: "Whole frames"),
        facts.showsAtOnce ? Words(zh: "会（2026）", en: "yes (2026)") : Words(zh: "不会", en: "no")
      ),
      (Words(zh: "粘贴标记", en: "Marked pastes"), state(model.settings.marksPastes)),
      (Words(zh: "鼠标", en: "Mouse"), state(model.listensToMouse)),
      (Words(zh: "区域设置", en: "Locale"), facts.locale.isEmpty ? unknown : Words(both: facts.locale.plainLine)),
      (Words(zh: "主题", en: "Theme"), model.themes[model.theme].name),
    ]
    return rows.map {
      HelpLine($0.0(model.language), $0.1, part: "终端\nzhongduan\nzd\nterminal\n\($0.0.zh)\n\($0.0.en)")
    }
  }
}

extension HelpPage {
  /// What a key moves by where a text is typed; nil for a key that the text takes.
  fileprivate func move(_ key: Key) -> Action? {
    switch key {
    case .up: .up
    case .down, .tab: .down
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .home where field.isEmpty: .home
    case .end where field.isEmpty: .end
    default: nil
    }
  }
}

extension Model {
  mutating func press(_ key: Key, _ page: HelpPage) -> [Effect] {
    var page = page
    let lines = page.lines(self)
    let (height, last) = (max(1, size.rows - 5), max(0, lines.count - 1))
    if let index = page.move(key)?.scrolled(from: page.index, by: height, last: last) {
      page.index = index
      layers[layers.count - 1] = .help(page)
      return []
    }
    switch key {
    case .control("l"): return [.redraw]
    case .control("q"): return perform(.quit)
    case .enter: return run(lines.indices.contains(page.index) ? lines[page.index] : nil)
    case .escape where !page.field.isEmpty: page = HelpPage()
    case .escape, .function:
      layers.removeLast()
      return []
    default: if page.field.handle(key) { page.index = 0 }
    }
    page.index = max(0, min(page.index, page.lines(self).count - 1))
    layers[layers.count - 1] = .help(page)
    return []
  }

  /// Whether keys go to a view or to the page of a ticket.
  private var isOnViews: Bool {
    switch layers.last {
    case nil, .detail: true
    default: false
    }
  }

  /// Does what a line of the help says, or says why that cannot be.
  private mutating func run(_ line: HelpLine?) -> [Effect] {
    guard let action = line?.action, let binding = keyTable.binding(action) else { return [] }
    layers.removeLast()
    if isTyping || !isOnViews {
      say(
        Words(zh: "先离开这里（Esc），再做：\(binding.long.zh)", en: "Leave this first (Esc), then: \(binding.long.en)"))
      return []
    }
    if let obstacle = obstacle(to: binding, for: target) {
      say(Words(zh: "现在不行：\(obstacle.zh)", en: "Not now: \(obstacle.en)"))
      return []
    }
    return perform(action)
  }
}
