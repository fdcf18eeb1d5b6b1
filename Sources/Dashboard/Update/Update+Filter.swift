import Desk
import Foundation
import Screen

extension Model {
  /// Words typed or pasted where no text is asked for are looked up, never taken for commands.
  mutating func search(from text: String) -> [Effect] {
    let effects = perform(.find)
    guard filter != nil else { return effects }
    filter?.field = TextField(text)
    refilter()
    say(Model.searchHint)
    return effects
  }

  private static let searchHint = Words(
    zh: "已按输入内容查找，Esc 清除", en: "Looking for what you typed; Esc clears it")

  /// Takes back what was said of Esc, which means something else from now on.
  mutating func endSearchHint() { if notice?.words == Model.searchHint { notice = nil } }

  mutating func pressInFilter(_ key: Key) -> [Effect] {
    switch key {
    case .enter:
      rememberFilter()
      filter?.isTyping = false
      if let text = filter?.field.text { filter?.field = TextField(text.trimmed) }
      if filter?.field.isEmpty == true { filter = nil }
      return []
    case .escape:
      rememberFilter()
      endSearchHint()
      if filter?.field.isEmpty == true { filter = nil } else { filter?.field = TextField() }
      refilter()
      return []
    case .function(3): return searchRecord()
    case .up where mayRecall: return recall(by: -1)
    case .down where filter?.recalled != nil: return recall(by: 1)
    case .up, .down, .pageUp, .pageDown: return perform(keyTable.action(for: key) ?? .down)
    default: break
    }
    if filter?.field.handle(key) == true {
      filter?.recalled = nil
      refilter()
      // A number names one ticket: the list goes where that is.
      if let id = filter.flatMap({ numbered($0.field.text) }) {
        show(id.list)
      }
      return []
    }
    guard let action = keyTable.actionWhileTyping(for: key) else { return [] }
    rememberFilter()
    filter?.isTyping = false
    return perform(action)
  }

  /// Looks through the whole record for what the filter says.
  private mutating func searchRecord() -> [Effect] {
    guard let text = filter?.field.text.trimmed, !text.isEmpty else {
      say(Words(zh: "先写要查的内容", en: "Write what to look for first"))
      return []
    }
    rememberFilter()
    return [.search(text)]
  }

  /// Whether Up looks for an earlier filter: nothing was typed yet, and there is one.
  private var mayRecall: Bool {
    filter?.recalled != nil || filter?.field.isEmpty == true && !filters.isEmpty
  }

  /// Goes so many filters on among those of this sitting; behind the latest is an empty line again.
  private mutating func recall(by step: Int) -> [Effect] {
    let index = max(0, (filter?.recalled ?? filters.count) + step)
    filter?.recalled = index < filters.count ? index : nil
    filter?.field = TextField(index < filters.count ? filters[index] : "")
    refilter()
    return []
  }

  /// Keeps the words of the filter to be found again, the latest last; the last twenty are enough.
  private mutating func rememberFilter() {
    guard let text = filter?.field.text.trimmed, !text.isEmpty else { return }
    filters = text.joined(to: filters)
    filter?.recalled = nil
  }

  mutating func find() -> [Effect] {
    view = focus.listsTickets ? focus : .tickets
    leavePages()
    if filter == nil { filter = FilterState() }
    filter?.isTyping = true
    // What is typed next is a word of its own.
    if let text = filter?.field.text, !text.isEmpty, text.last?.isWhitespace == false {
      filter?.field = TextField(text + " ")
    }
    refilter()
    return []
  }

  mutating func clearFilter() -> [Effect] {
    filter = nil
    endSearchHint()
    return []
  }
}
