import Dashboard
import Desk

/// One thing that can be done to a ticket, by its English and Chinese names.
struct TicketAction: Sendable {
  let names: [String]
  /// How it is typed after the ticket's number.
  let usage: String
  let help: Words
  fileprivate let command: @Sendable (Typed) throws(Failure) -> TicketCommand

  init(
    _ names: [String], _ usage: String, zh: String, en: String,
    command: @escaping @Sendable (Typed) throws(Failure) -> TicketCommand
  ) {
    self.names = names
    self.usage = usage
    help = Words(zh: zh, en: en)
    self.command = command
  }

  /// What followed the action's name.
  struct Typed {
    let options: Options
    let words: [String]
    /// How the action is typed.
    let usage: String

    var text: String { words.joined(separator: " ") }

    /// What followed the first word.
    var rest: String { words.dropFirst().joined(separator: " ") }

    /// The first word, which must be there.
    func first(_ name: String) throws(Failure) -> String {
      guard let word = words.first else { throw missing(name) }
      return word
    }

    /// What followed the first word, which must be there.
    func second(_ name: String) throws(Failure) -> String {
      guard !rest.isEmpty else { throw missing(name) }
      return rest
    }

    private func missing(_ name: String) -> Failure {
      Failure(.usage, zh: "少了 \(name)。写法：\(usage)", en: "\(name) is missing. Usage: \(usage)")
    }
  }

  /// The command for the words after a ticket's number; undo is not among them, because it needs the record.
  static func command(_ words: [String], _ options: Options) throws(Failure) -> TicketCommand {
    let name = words.first ?? ""
    guard let action = all.first(where: { $0.names.contains(name) }) else { throw unknown(name) }
    return try action.command(Typed(options: options, words: Array(words.dropFirst()), usage: action.usage))
  }

  private static func unknown(_ name: String) -> Failure {
    let meant = Suggestion.words(name, in: all.flatMap(\.names))
    let names = (zh: all.map { $0.names.last ?? "" }, en: all.map { $0.names[0] })
    return Failure(
      .usage,
      zh: "没有操作“\(name.plainLine)”。\(meant.zh)可以写：\(names.zh.joined(separator: " "))",
      en: "There is no action \"\(name.plainLine)\". \(meant.en)There are: \(names.en.joined(separator: " "))"
    )
  }
}

extension TicketAction {
  /// Every action, in the order of a ticket's life.
  static let all: [TicketAction] = work + waiting + ending + agreed + sorting

  private static let work = [
    TicketAction(["assign", "派工"], "assign NAME", zh: "派给一个人", en: "give it to somebody") {
      it throws(Failure) in
      .assign(staff: try it.first("NAME"))
    },
    TicketAction(["accept", "接单"], "accept", zh: "接单", en: "the assignee takes it") { _ throws(Failure) in
      .accept
    },
    TicketAction(["decline", "退单"], "decline REASON", zh: "退单，写明原因", en: "the assignee gives it back") {
      it throws(Failure) in .decline(reason: it.text)
    },
    TicketAction(["arrive", "到场"], "arrive", zh: "到场", en: "somebody is on site") { _ throws(Failure) in
      .arrive
    },
    TicketAction(["feedback", "反馈"], "feedback [TEXT] [--to N]", zh: "反馈给报修人", en: "tell the reporters") {
      it throws(Failure) in
      .giveFeedback(text: it.text, reporter: try reporter(it.options))
    },
    TicketAction(["start", "开始"], "start", zh: "开始处理", en: "work starts") { _ throws(Failure) in .startWork },
  ]

  private static let waiting = [
    TicketAction(
      ["hold", "挂起"], "hold REASON [EVIDENCE] [--told]",
      zh: "挂起：parts 待料、owner-time 业主约期、owner-away 业主不在、third-party 待第三方、other 其他",
      en: "wait for parts, owner-time, owner-away, third-party or other"
    ) { it throws(Failure) in
      .hold(
        try reason(it.first("REASON")), evidence: it.words.dropFirst().joined(separator: " "),
        ownerTold: it.options.has("told"))
    },
    TicketAction(["resume", "恢复"], "resume", zh: "恢复处理", en: "go on after a hold") { _ throws(Failure) in
      .resume
    },
    TicketAction(["notify", "告知"], "notify [TEXT]", zh: "告知业主要等", en: "tell the owner that it waits") {
      it throws(Failure) in .notifyOwner(text: it.text)
    },
  ]

  private static let ending = [
    TicketAction(["complete", "done", "完成", "办结"], "complete [TEXT]", zh: "办结", en: "the work is done") {
      it throws(Failure) in .complete(text: it.text)
    },
    TicketAction(["close", "关闭"], "close [TEXT]", zh: "关闭", en: "nobody owes it anything more") {
      it throws(Failure) in .close(text: it.text)
    },
    TicketAction(["reopen", "重开"], "reopen REASON", zh: "重开，写明原因", en: "begin it again") {
      it throws(Failure) in .reopen(reason: it.text)
    },
    TicketAction(["cancel", "作废", "取消"], "cancel REASON", zh: "作废，写明原因", en: "it was not needed") {
      it throws(Failure) in .cancel(reason: it.text)
    },
  ]

  private static let sorting = [
    TicketAction(["note", "备注"], "note TEXT", zh: "记备注", en: "write something down") {
      it throws(Failure) in .note(text: it.text)
    },
    TicketAction(["place", "改地点"], "place PLACE", zh: "改地点", en: "put the place right") {
      it throws(Failure) in
      _ = try it.first("PLACE")
      return .paper(.amend(Amendment(place: Place(it.text))))
    },
    TicketAction(["subject", "改事项"], "subject TEXT", zh: "改事项", en: "put the subject right") {
      it throws(Failure) in
      _ = try it.first("TEXT")
      return .paper(.amend(Amendment(subject: it.text)))
    },
    TicketAction(["details", "改描述"], "details TEXT", zh: "改描述", en: "put the details right") {
      it throws(Failure) in .paper(.amend(Amendment(text: it.text)))
    },
    TicketAction(
      ["caller", "改报修人"], "caller NAME|none [--reporter NAME] [--phone PHONE]", zh: "改报修人；none 或 未留：没留姓名",
      en: "put right who called; none: nobody left a name"
    ) { it throws(Failure) in
      let typed = [it.text, it.options.value("reporter"), it.options.value("phone")].compactMap(\.self)
      let text = typed.filter { !$0.isEmpty }.joined(separator: " ")
      if text.isEmpty { _ = try it.first("NAME") }
      return .paper(.amend(Amendment(caller: ["none", "未留"].contains(text) ? "" : text)))
    },
    TicketAction(["urgent", "紧急"], "urgent [REASON]", zh: "改为紧急", en: "make it urgent") {
      it throws(Failure) in .setUrgency(.urgent, reason: it.text)
    },
    TicketAction(["ordinary", "一般"], "ordinary REASON", zh: "改为一般，写明原因", en: "make it ordinary") {
      it throws(Failure) in .setUrgency(.ordinary, reason: it.text)
    },
    TicketAction(
      ["categorise", "归类"], "categorise CATEGORY [--complex]", zh: "归类", en: "sort it into a category"
    ) {
      it throws(Failure) in
      .categorise(
        category: try it.first("CATEGORY"), complexity: it.options.has("complex") ? .complex : .ordinary)
    },
    TicketAction(["grade", "定级"], "grade ordinary|serious", zh: "投诉定级：一般、严重", en: "grade a complaint") {
      it throws(Failure) in .grade(try grade(it.first("ordinary|serious")))
    },
    TicketAction(["merge", "合并"], "merge INTO", zh: "并入另一张单", en: "it is the same as another ticket") {
      it throws(Failure) in .merge(into: try TicketNumber.read(it.first("INTO")))
    },
    TicketAction(
      ["join", "加入"], "join [TEXT] [--reporter NAME] [--phone PHONE]", zh: "又有人报修；已办结的随之重开",
      en: "another reporter; work that was done is opened again"
    ) {
      it throws(Failure) in .join(contact: nil, text: it.text)
    },
    TicketAction(
      ["acknowledge", "确认"], "acknowledge", zh: "确认超时，不再往上升级",
      en: "take notice of a missed clock; it escalates no further"
    ) { _ throws(Failure) in
      .acknowledge
    },
    TicketAction(
      ["rescind", "更正超时"], "rescind CLOCK REASON --at TIME [--missed TIME]", zh: "超时更正：当时其实已做到，写明原因和时间（主管）",
      en: "the promise was kept after all, at a time not after due (supervisor)"
    ) { it throws(Failure) in
      .rescind(try clock(it.first("CLOCK")), reason: it.words.dropFirst().joined(separator: " "))
    },
    TicketAction(
      ["reapply", "改按现行"], "reapply", zh: "改按现行的承诺（主管）", en: "hold it to the promises in force (supervisor)"
    ) { _ throws(Failure) in
      .applyPolicy
    },
    TicketAction(
      ["split", "拆分"], "split [N]", zh: "拆分：并入的拆回，或第 N 位报修人单独成单",
      en: "take it apart again: a merged ticket, or reporter N"
    ) {
      it throws(Failure) in
      .split(reporter: try it.words.first.map { word throws(Failure) in try reporter(word, "N") })
    },
    TicketAction(
      ["complain", "转投诉"], "complain [TEXT]", zh: "转投诉：没人接手的转为投诉，已在办的另立一张",
      en: "turn it into a complaint, or open one beside it once work began"
    ) { it throws(Failure) in .complain(text: it.text) },
    TicketAction(["undo", "撤销"], "undo", zh: "撤销自己的上一步", en: "take back your last action") {
      _ throws(Failure) in
      throw Failure(.usage, zh: "undo 后面不带内容。", en: "undo takes nothing after it.")
    },
  ]

  private static func reason(_ word: String) throws(Failure) -> HoldReason {
    let names: [(HoldReason, [String])] = [
      (.parts, ["parts", "待料"]), (.ownerTime, ["owner-time", "ownerTime", "业主约期"]),
      (.ownerAway, ["owner-away", "ownerAway", "业主不在"]),
      (.thirdParty, ["third-party", "thirdParty", "待第三方"]), (.other, ["other", "其他"]),
    ]
    if let reason = names.first(where: { $0.1.contains(word) })?.0 { return reason }
    throw Failure(
      .usage, zh: "没有挂起原因“\(word.plainLine)”。可以写：\(names.compactMap(\.1.last).joined(separator: "、"))",
      en:
        "\"\(word.plainLine)\" is no reason to hold. It can be: \(names.map { $0.1[0] }.joined(separator: ", "))"
    )
  }

  private static func clock(_ word: String) throws(Failure) -> ClockID {
    if let clock = ClockID.allCases.first(where: { $0.rawValue == word || $0.words.zh == word }) {
      return clock
    }
    let choices = ClockID.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      .usage,
      zh:
        "没有时限“\(word.plainLine)”。可以写：\(ClockID.allCases.map(\.words.zh).joined(separator: "、"))，或 \(choices)",
      en: "There is no clock \"\(word.plainLine)\". It can be: \(choices)")
  }

  private static func grade(_ word: String) throws(Failure) -> Grade {
    switch word {
    case "ordinary", "一般": return .ordinary
    case "serious", "严重", "重大": return .serious
    default:
      throw Failure(
        .usage, zh: "投诉等级不能是“\(word.plainLine)”。可以写：一般、严重",
        en: "A complaint cannot be \"\(word.plainLine)\". It can be: ordinary, serious")
    }
  }

  private static func reporter(_ options: Options) throws(Failure) -> Int? {
    guard let text = options.value("to") else { return nil }
    return try reporter(text, "--to")
  }

  private static func reporter(_ text: String, _ name: String) throws(Failure) -> Int {
    guard let number = Int(text), number > 0 else {
      throw Failure(
        .usage, zh: "\(name) 要写第几位报修人，从 1 数起。", en: "\(name) is the number of the reporter, counted from 1.")
    }
    return number - 1
  }
}
