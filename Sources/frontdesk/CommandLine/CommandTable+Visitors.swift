import Dashboard

extension CommandTable {
  /// Commands about people from outside.
  static let visitors: [CommandDefinition] = [enter, leave, undo, list]

  private static let enter = CommandDefinition(
    name: "visitor in",
    arguments: [Argument(name: "PLACE"), Argument(name: "WORDS", isOptional: true, repeats: true)],
    options: [
      Option("name", "NAME", zh: "访客姓名", en: "the visitor's name"),
      Option("phone", "PHONE", zh: "电话", en: "their phone"),
      Option("plate", "PLATE", zh: "车牌", en: "their number plate"), at, textOrJSON,
    ],
    summary: Words(zh: "登记外来人员：去哪里、做什么", en: "register a visitor: whom they visit and what for"),
    details: Words(
      zh: "事由写送货、施工、看房、访友，别的话照记；姓名、电话、车牌单独加密存放，不进流水。",
      en:
        "Purposes are delivery, contractor, viewing and guest; other words are kept as they are. Name, phone and plate are sealed apart from the record."
    ),
    examples: [
      "frontdesk visitor in 3-2-1501 送货 顺丰 粤A12345",
      "frontdesk visitor in 6-1-0902 施工 换窗 --name 张三 --phone 13812345678",
    ], run: VisitorsCommand.enter)

  private static let leave = CommandDefinition(
    name: "visitor out", arguments: [Argument(name: "VISITOR")], options: [at, textOrJSON],
    summary: Words(zh: "访客离开", en: "a visitor has left"), examples: ["frontdesk visitor out V-12"],
    run: VisitorsCommand.leave)

  private static let undo = CommandDefinition(
    name: "visitor undo", arguments: [Argument(name: "VISITOR")], options: [textOrJSON],
    summary: Words(
      zh: "撤销访客的上一步：没有离开，或没有来过",
      en: "take back a visitor's last entry: they have not left, or never came"),
    examples: ["frontdesk visitor undo V-12"], run: VisitorsCommand.takeBack)

  private static let list = CommandDefinition(
    name: "visitors",
    options: [
      Option("all", zh: "今天来过的全部", en: "everyone who came today"),
      Option("day", "DATE", zh: "那一天来过的全部", en: "everyone who came on that day"), format,
    ],
    summary: Words(zh: "谁在里面：还没离开的访客", en: "who is inside: visitors that have not left"),
    examples: ["frontdesk visitors", "frontdesk visitors --day 2026-11-20 --format csv"],
    run: VisitorsCommand.list)
}
