import Dashboard

extension CommandTable {
  /// Commands about who lives or works where.
  static let households: [CommandDefinition] = [find, reveal, erase]

  private static let reason = Option("reason", "TEXT", zh: "为什么，记在案", en: "why; it goes on record")

  private static let find = CommandDefinition(
    name: "household find", arguments: [Argument(name: "TEXT", repeats: true)], options: [textOrJSON],
    summary: Words(
      zh: "按位置、姓名、拼音或电话末四位查业户", en: "find a household by place, name, pinyin or last four digits"),
    examples: [
      "frontdesk household find 3-2-1501", "frontdesk household find zhangsan",
      "frontdesk household find 2217",
    ],
    run: HouseholdCommands.find)

  private static let reveal = CommandDefinition(
    name: "household reveal", arguments: [Argument(name: "TEXT", repeats: true)], options: [reason],
    summary: Words(
      zh: "看业户、报修人或访客的完整电话，要写原因",
      en: "show the whole phone number of a household, a ticket's callers or a visitor, with a reason"),
    examples: [
      "frontdesk household reveal 3-2-1501 --reason 维修约时间", "frontdesk household reveal R-12 --reason 回电",
    ], run: HouseholdCommands.reveal)

  private static let erase = CommandDefinition(
    name: "household erase", arguments: [Argument(name: "TEXT", repeats: true)],
    options: [reason, Option("all", zh: "该位置的全部业户", en: "everyone of the place")],
    summary: Words(
      zh: "删除业户、报修人或访客的姓名和电话，记录不动",
      en: "erase names and phones of a household, a ticket's callers or a visitor; the record stays"),
    examples: [
      "frontdesk household erase 3-2-1501 --all --reason 已搬走", "frontdesk household erase V-12 --reason 本人要求",
    ], run: HouseholdCommands.erase)
}
