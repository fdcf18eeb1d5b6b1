import Screen

/// The panel below the desk: how far one is, a word on what was done, what is to be done now and by which keys.
enum TutorView {
  static func draw(_ tutor: Tutor, _ model: Model, in frame: inout Frame) {
    guard tutor.rows > 0 else { return }
    let language = model.language
    let row = frame.size.rows - tutor.rows
    let count = Tutor.Task.allCases.count
    let at = tutor.task == nil ? count : tutor.done + 1
    let praise = tutor.last.map { "  \($0.praise(language))" } ?? ""
    frame.rule(
      Words(zh: "练习 \(at)/\(count)\(praise)", en: "Practice \(at) of \(count)\(praise)")(language),
      frame.bounds, row)
    frame.put(tutor.sentence(tutor.task)(language), row + 1, 1, frame.size.columns - 2, .title)
    frame.put(tutor.keys(tutor.task, model.keyTable)(language), row + 2, 1, frame.size.columns - 2, .keyName)
  }
}

extension Tutor {
  /// What is to be done, in a sentence; what one has learnt when nothing is left.
  func sentence(_ task: Task?) -> Words {
    switch task {
    case .call:
      Words(
        zh: "电话响了：5栋1单元302 厨房漏水。记下来。", en: "The phone rings: the kitchen of 5-1-302 leaks. Write it down.")
    case .find where sample == .english:
      Words(zh: "有人问起停电的那一户（no power）。找到它。", en: "Somebody asks about the flat without power. Find it.")
    case .find:
      Words(
        zh: "有人问起那张跳闸的单。用拼音找到它。", en: "Somebody asks about the flat without power (跳闸). Find it by pinyin.")
    case .assign where sample == .english:
      Words(zh: "光标在停电那张上。派给 Lao Wang。", en: "The cursor is on it. Give it to Lao Wang.")
    case .assign: Words(zh: "光标在跳闸那张上。派给老王。", en: "The cursor is on it. Give it to 老王 (lao wang).")
    case .answer:
      Words(zh: "他来电说到了。记下到场，到场时限就停。", en: "He rings: he is there. Record it, and the on-site clock stops.")
    case .hold:
      Words(zh: "缺一个空开，业主知道了。先挂起等料。", en: "A breaker is missing, the owner knows. Let it wait for the part.")
    case .finish:
      Words(zh: "空开到了，修好了。先恢复，再办结。", en: "The part came and it is repaired. Resume it, then finish it.")
    case .undo:
      Words(zh: "哦，其实还没修好。撤销刚才那一步。", en: "Oh: it is not repaired after all. Take the last step back.")
    case .handOver: Words(zh: "要下班了。到交接页拟一份，签字交班。", en: "The shift ends. Draft the handover and sign out.")
    case nil:
      Words(
        zh: "八件事都会了，可以接着随便试。这里的一切都不保存。",
        en: "You know all eight; try whatever you like. Nothing here is kept.")
    }
  }

  /// The keys that do it.
  func keys(_ task: Task?, _ table: KeyTable) -> Words {
    switch task {
    case .call: Words(zh: "F2   输入 5-1-302 ls 厨房   Ctrl-S", en: "F2   type 5-1-302 leak kitchen   Ctrl-S")
    case .find where sample == .english:
      Words(zh: "F3   输入 power   Enter", en: "F3   type power   Enter")
    case .find: Words(zh: "F3   输入 tiaozha   Enter", en: "F3   type tiaozha   Enter")
    case .assign where sample == .english:
      Words(
        zh: "F5   输入 lao w   Enter   （或按他前面的数字）",
        en: "F5   type lao w   Enter   (or press the digit before him)")
    case .assign:
      Words(
        zh: "F5   输入 lw   Enter   （或按他前面的数字）", en: "F5   type lw   Enter   (or press the digit before him)")
    case .answer: Words(zh: "F6   （底行写着 F6到场）", en: "F6   (the line of keys says F6OnSite)")
    case .hold: Words(zh: "F7   1 待料", en: "F7   1 parts")
    case .finish: Words(zh: "F7 恢复   F8 办结", en: "F7 resumes   F8 finishes")
    case .undo:
      Words(
        zh: "\(table.letter(.undo))   （\(table.letter(.redo)) 再做一遍）",
        en: "\(table.letter(.undo))   (\(table.letter(.redo)) does it again)")
    case .handOver: Words(zh: "9   F8 拟   F8 y 交班", en: "9   F8 drafts   F8 y sign out")
    case nil: Words(zh: "Ctrl-Q 退出   F1 全部按键", en: "Ctrl-Q leaves   F1 shows every key")
    }
  }
}

extension Tutor.Task {
  /// A good word on what was done, and what else is worth knowing about it.
  var praise: Words {
    switch self {
    case .call: Words(zh: "好！时限从按 F2 那一刻算", en: "Good! Its clocks run from your F2")
    case .find: Words(zh: "找到了！单号、房号、电话末四位也行", en: "Found! Number, room or phone do too")
    case .assign: Words(zh: "派好了！空格多选，可以一起派", en: "Given! Space marks several at once")
    case .answer: Words(zh: "好！再按 F6 记已反馈，修好按 F8", en: "Good! F6 again: feedback; F8 when repaired")
    case .hold: Words(zh: "好！挂起都有原因，单独统计", en: "Good! Waiting has a reason, counted apart")
    case .finish: Words(zh: "好！接着按 F8：签字、验收、回访", en: "Good! F8 goes on: sign, check, follow up")
    case .undo: Words(zh: "好！两步都留在记录里", en: "Good! The record keeps both steps")
    case .handOver: Words(zh: "好！下一班逐条确认后接班", en: "Good! The next shift sees it and signs in")
    }
  }
}
