import Desk
import Screen

/// The card in front, and who could take it.
enum TriageView {
  static func draw(_ page: TriagePage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    let language = model.language
    frame.rule(title(page)(language), rect, rect.row)
    guard let id = page.current, let ticket = model.desk.tickets[id] else {
      let undo = model.keyTable.letter(.undo)
      let words = Words(
        zh: page.current == nil ? "都派完了。Esc 返回，\(undo) 撤销上一张。" : "这张已经结束。Space 下一张。",
        en: page.current == nil
          ? "All are in somebody's hands. Esc leaves, \(undo) takes the last one back."
          : "This one has ended. Space goes on.")
      return frame.putEmpty(words(language), rect)
    }
    frame.put(TicketLines.title(ticket, model), rect.row + 1, rect.column + 1, rect.columns - 2, .title)
    let room = max(2, min(8, rect.rows / 3))
    let lines = TicketLines.summary(ticket, model, columns: rect.columns - 2).prefix(room)
    for (index, line) in lines.enumerated() {
      frame.put(line, rect.row + 2 + index, rect.column + 1, rect.columns - 2)
    }
    let news = newcomers(page, model)
    let rest = rect.droppingTop(2 + room).droppingBottom(news == nil ? 0 : 1)
    drawHands(page, ticket, model, rest, in: &frame)
    if let news {
      frame.put(news(language), rect.endRow - 1, rect.column + 1, rect.columns - 2, .toast)
    }
  }

  /// That others came meanwhile and wait behind: the page covers the messages that would tell.
  private static func newcomers(_ page: TriagePage, _ model: Model) -> Words? {
    let ids = page.behind
    guard let id = ids.last, let urgency = model.desk.tickets[id]?.work.urgency.words else { return nil }
    let more = ids.count > 1 ? Words(zh: "等 \(ids.count) 张", en: " and \(ids.count - 1) more") : .none
    return Words(
      zh: "新到 \(id)（\(urgency.zh)）\(more.zh)已排到队尾，不会打断当前张",
      en: "New: \(id) (\(urgency.en))\(more.en), put last; the card in front stays")
  }

  private static func title(_ page: TriagePage) -> Words {
    let (here, all) = (min(page.place, page.total), page.total)
    let (decided, skipped) = (page.decided.count, Set(page.skipped).count)
    return Words(
      zh: "分诊  第 \(here) / \(all) 张  最急在前  已定 \(decided)  跳过 \(skipped)",
      en: "Triage  \(here) of \(all)  most urgent first  decided \(decided)  skipped \(skipped)")
  }

  private static func drawHands(
    _ page: TriagePage, _ ticket: Ticket, _ model: Model, _ rect: Rect, in frame: inout Frame
  ) {
    guard rect.rows > 1 else { return }
    let language = model.language
    if !model.needsHands(ticket.id) {
      frame.rule(taken(ticket)(language), rect, rect.row)
      return
    }
    frame.rule(question(ticket)(language), rect, rect.row)
    let hands = model.hands(for: page)
    let width = min(16, hands.map { displayWidth($0.name) }.max() ?? 0)
    let (reasons, best) = (Hand.reasons(hands), model.suggested(hands, for: ticket)?.name)
    for (index, hand) in hands.enumerated() where rect.row + 1 + index < rect.endRow - 1 {
      let row = rect.row + 1 + index
      frame.put("\(index + 1)", row, rect.column + 2, 1, .keyName)
      frame.put(hand.name, row, rect.column + 5, width, index == 0 ? .title : .text)
      let suggested = index == 0 && hand.name == best ? Words(zh: "  建议", en: "  suggested")(language) : ""
      let (words, room) = (reasons[index](language), rect.columns - width - 9)
      let isRoomy = displayWidth(words + suggested) <= room
      frame.put(isRoomy ? words + suggested : words, row, rect.column + width + 8, room, .dim)
    }
    if hands.isEmpty {
      frame.put(
        Words(zh: "名单为空：回车后输入姓名", en: "The list is empty: Enter, then type a name")(language), rect.row + 1,
        rect.column + 5, rect.columns - 6, .dim)
    }
    let row = rect.row + 1 + max(1, hands.count)
    guard row < rect.endRow else { return }
    guard let answer = model.answerWithoutHands(ticket.id) else { return }
    let words =
      answer == .arrive
      ? Words(zh: "先不派，登记到场", en: "nobody yet, record that somebody is there")
      : Words(zh: "先不派，登记已反馈", en: "nobody yet, record that the caller was told")
    frame.put("0", row, rect.column + 2, 1, .keyName)
    frame.put(words(language), row, rect.column + 5, rect.columns - 6)
  }

  private static func question(_ ticket: Ticket) -> Words {
    guard let name = ticket.work.assignee?.plainLine else {
      return Words(zh: "派给谁  回车派第 1 位", en: "Who takes it  Enter gives it to 1")
    }
    return Words(
      zh: "\(name) 没接单，改派给谁  回车派第 1 位", en: "\(name) did not take it on; who does  Enter gives it to 1")
  }

  /// That the card needs nobody any more.
  private static func taken(_ ticket: Ticket) -> Words {
    if let name = ticket.work.assignee, ticket.work.openHold == nil, ticket.work.completedAt == nil {
      return Words(zh: "已派给 \(name)  Space 下一张", en: "\(name) has it  Space goes on")
    }
    return Words(
      zh: "\(ticket.stage.words.zh)  Space 下一张", en: "\(ticket.stage.words.en)  Space goes on")
  }
}
