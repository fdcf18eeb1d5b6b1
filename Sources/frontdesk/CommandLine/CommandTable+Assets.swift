import Dashboard

extension CommandTable {
  /// Commands about equipment.
  static let assets: [CommandDefinition] = [list, show, service, retire]

  private static let list = CommandDefinition(
    name: "assets list", options: [format],
    summary: Words(zh: "设备档案：年限、维保、故障数", en: "the register of equipment: age, contract, faults"),
    examples: ["frontdesk assets list"], run: AssetCommands.list)

  private static let show = CommandDefinition(
    name: "assets show", arguments: [Argument(name: "ID")], options: [textOrJSON],
    summary: Words(zh: "一台设备的故障和保养经过", en: "the faults and services of one piece of equipment"),
    examples: ["frontdesk assets show L3"], run: AssetCommands.show)

  private static let service = CommandDefinition(
    name: "assets service",
    arguments: [Argument(name: "ID"), Argument(name: "TEXT", isOptional: true, repeats: true)],
    options: [at],
    summary: Words(zh: "记一次保养", en: "record a service"), examples: ["frontdesk assets service L3 月度保养"],
    run: AssetCommands.service)

  private static let retire = CommandDefinition(
    name: "assets retire", arguments: [Argument(name: "ID"), Argument(name: "REASON", repeats: true)],
    summary: Words(zh: "设备停用，写明原因", en: "take equipment out of use"),
    examples: ["frontdesk assets retire P1 已更新"], run: AssetCommands.retire)
}
