import Dashboard
import Desk

extension CommandTable {
  /// Commands about who is on, and what they hand over.
  static let shifts: [CommandDefinition] = [
    shiftStart, shiftStaff, roster, handover, draft, note, signOut, acknowledge, signIn,
  ]

  private static let on = Option(
    "on", "NAME", repeats: true, zh: "谁在岗，可以写几次；不写就是操作的人",
    en: "who is on, may come again; whoever acts otherwise")
  private static let names = ShiftName.allCases.map(\.rawValue)

  private static let shiftStart = CommandDefinition(
    name: "shift start", arguments: [Argument(name: "SHIFT", choices: names)], options: [on, at],
    summary: Words(zh: "开班", en: "start a shift"), examples: ["frontdesk shift start early --on 李敏 --on 老王"],
    run: ShiftCommands.start)

  private static let shiftStaff = CommandDefinition(
    name: "shift staff",
    options: [Option("on", "NAME", repeats: true, zh: "现在谁在岗，全部写出", en: "who is on now, all of them"), at],
    summary: Words(zh: "有人来了或走了", en: "somebody came or left"),
    examples: ["frontdesk shift staff --on 李敏 --on 小刘"],
    run: ShiftCommands.staff)

  private static let roster = CommandDefinition(
    name: "roster", options: [format], summary: Words(zh: "班次和在岗的人", en: "the shifts and who is on"),
    examples: ["frontdesk roster"], run: ShiftCommands.roster)

  private static let handover = CommandDefinition(
    name: "handover", arguments: [Argument(name: "SHIFT", isOptional: true)],
    options: [
      Option(
        "format", "FORMAT", choices: ["text", "md"], zh: "md 用来打印，默认 text",
        en: "md is for printing; text otherwise")
    ],
    summary: Words(zh: "交接班单；不写就是当班的", en: "the handover sheet, of the shift that is on without SHIFT"),
    examples: ["frontdesk handover --format md | lp"],
    run: ShiftCommands.handover)

  private static let draft = CommandDefinition(
    name: "handover draft", options: [at], summary: Words(zh: "从记录里拟交班", en: "draft it from the record"),
    examples: ["frontdesk handover draft"], run: ShiftCommands.draft)

  private static let note = CommandDefinition(
    name: "handover note", arguments: [Argument(name: "TEXT", repeats: true)],
    options: [Option("red", zh: "重点：接班人要逐条确认", en: "red: the next shift must acknowledge it"), at],
    summary: Words(zh: "给下一班的嘱托", en: "a note for the next shift"),
    examples: ["frontdesk handover note --red 3栋外墙高空作业，勿让人靠近"], run: ShiftCommands.note)

  private static let signOut = CommandDefinition(
    name: "handover sign-out", options: [at], summary: Words(zh: "交班人签", en: "whoever leaves signs"),
    examples: ["frontdesk handover sign-out --as 李敏"], run: ShiftCommands.signOut)

  private static let acknowledge = CommandDefinition(
    name: "handover ack", arguments: [Argument(name: "ITEM", repeats: true)], options: [at],
    summary: Words(zh: "接班人逐条确认", en: "the next shift acknowledges items, each by its number"),
    examples: ["frontdesk handover ack 1 2 --as 小陈"], run: ShiftCommands.acknowledge)

  private static let signIn = CommandDefinition(
    name: "handover sign-in",
    options: [
      Option(
        "next", "SHIFT", choices: names, zh: "接着上哪一班，默认按次序",
        en: "the shift that begins; the one after otherwise"),
      on, at,
    ],
    summary: Words(zh: "接班人签，下一班开始", en: "the next one signs, and the next shift begins"),
    details: Words(
      zh: "重点项没有逐条确认不能接；交班的人不能自己接。",
      en: "Refused while a red item is unacknowledged, and for whoever signed out."),
    examples: ["frontdesk handover sign-in --as 小陈 --on 小陈 --on 老李"], run: ShiftCommands.signIn)
}
