import Screen

extension Model {
  /// Leaves; where that would lose something, or leave nobody's screen dark, a key of its own says so first.
  mutating func quit() -> [Effect] {
    guard let words = whatQuittingCosts else { return [.quit] }
    return ask(words, [.quit])
  }

  /// What a key says to the question whether to leave: `y` or the same key again leaves, any other goes back and is spent. Nil for one
  /// that goes on to where it belongs: into the text that is being typed, a new call, a draft.
  mutating func answerQuit(_ key: Key) -> [Effect]? {
    asked = nil
    let action = isTyping ? keyTable.actionWhileTyping(for: key) : keyTable.action(for: key)
    if KeyTable.folded(key) == .character("y") || action == .quit || isWall && action == .wall {
      return [.quit]
    }
    let goesOn =
      switch key {
      case .character, .paste, .burst: isTyping
      default: !isWall && [.new, .drafts].contains(action)
      }
    return goesOn ? nil : []
  }

  /// Why to think twice before leaving; nil where nothing is lost and nobody looks.
  private var whatQuittingCosts: Words? {
    let drafts = drafts.count + layers.count(where: \.holdsDraft)
    let cost: Words
    if isWall {
      cost = Words(zh: "退出后看板就没有了", en: "The wall goes dark")
    } else if !backlog.isEmpty {
      cost = unwritten(backlog.count)
    } else if layers.contains(where: { $0.holdsText && !$0.holdsDraft }) {
      cost = Words(zh: "写了一半的话还没记下，退出就没有了", en: "What is half written here is lost if you quit")
    } else if drafts > 0 {
      cost = kept.fault == nil ? keptDrafts(drafts) : lostDrafts(drafts)
    } else {
      return nil
    }
    return Words(zh: "\(cost.zh)：按 y 退出，别的键返回", en: "\(cost.en): y quits, any other key stays")
  }

  private func unwritten(_ count: Int) -> Words {
    readOnly == nil
      ? Words(
        zh: "还有 \(count) 项没有写入，退出就没有了，最好等一等",
        en: "\(count) not written yet and lost if you quit, better wait")
      : Words(
        zh: "还有 \(count) 项没有写入，退出就没有了，先记下消息里“没有写入”的",
        en: "\(count) not written yet and lost if you quit, note down what the messages say of them")
  }

  private func keptDrafts(_ count: Int) -> Words {
    Words(
      zh: "还有 \(count) 张草稿没有建单，会留到下次（Shift-F2 取回）",
      en: count == 1
        ? "1 draft is kept, no ticket yet (Shift-F2 takes it back)"
        : "\(count) drafts are kept, no tickets yet (Shift-F2 takes them back)")
  }

  private func lostDrafts(_ count: Int) -> Words {
    Words(
      zh: "还有 \(count) 张草稿存不到磁盘，退出就没有了（Shift-F2 取回）",
      en: count == 1
        ? "1 draft is not on disk and lost if you quit (Shift-F2 takes it back)"
        : "\(count) drafts are not on disk and lost if you quit (Shift-F2 takes them back)")
  }
}
