extension EmergencyPlan {
  static let fire = EmergencyPlan(
    id: "fire", name: PlanLine("火灾", "Fire"),
    roles: [
      leadRole, deskRole, guardRole,
      PlanRole(engineer, PlanLine("切断着火区域电源和燃气，启动消防泵", "Cuts power and gas there, starts the fire pump")),
    ],
    supplies: [
      PlanLine("灭火器、消防水带、消防斧", "Extinguishers, hoses, fire axe"),
      PlanLine("防烟面罩、应急照明、扩音器", "Smoke hoods, lamps, loudhailer"),
      PlanLine("急救箱、楼层钥匙", "First-aid box, keys of the floors"),
    ],
    exits: [
      PlanLine("走疏散楼梯，不乘电梯", "Stairs only, never the lift"),
      PlanLine("在中心广场集合点名", "Gather and count on the central square"),
      PlanLine("东门留给消防车", "The east gate is kept free for fire engines"),
    ],
    phones: outside + [PlanPhone(PlanLine("消防维保单位", "Fire maintenance contractor"), "")] + inside,
    steps: [
      PlanStep(
        1, PlanLine("拨 119，报地址、楼层、火势、有无被困", "Call 119: address, floor, size, anybody trapped"), by: desk),
      PlanStep(3, PlanLine("到场查看，确认火情", "Go there and confirm the fire"), by: lead),
      PlanStep(
        5, PlanLine("疏散同层和上层住户，电梯迫降停用", "Clear this floor and those above, take the lifts down"), by: guards),
      PlanStep(
        5, PlanLine("切断电源燃气，启动消防泵和排烟", "Cut power and gas, start fire pump and smoke vents"), by: engineer),
      PlanStep(
        8, PlanLine("通知业主：短信、微信群、楼道广播", "Tell the owners: message, WeChat group, announcement"), by: desk),
      PlanStep(
        10, PlanLine("清出消防通道，门口接应消防车", "Clear the fire lane, meet the engines at the gate"), by: guards),
      PlanStep(20, PlanLine("集合点名，查有无失踪和伤员", "Count people, look for the missing and the hurt"), by: lead),
      PlanStep(
        60, PlanLine("消防确认后解除，封存现场并拍照", "When the brigade agrees: all clear, seal and photograph the site"),
        by: lead),
      PlanStep(
        120, PlanLine("安置受影响住户，报公司和主管部门", "House those affected, report to the company and the authorities"),
        by: lead),
    ], source: "S009 S065 S066 S067 S070 S073")

  static let flood = EmergencyPlan(
    id: "flood", name: PlanLine("水灾", "Flood"),
    roles: [
      leadRole, deskRole, guardRole,
      PlanRole(engineer, PlanLine("排水泵、断电、堵水", "Pumps, power off, barriers")),
      PlanRole(cleaners, PlanLine("清淤、消毒", "Clear the mud, disinfect")),
    ],
    supplies: [
      PlanLine("沙袋、挡水板、潜水泵和电缆", "Sandbags, flood boards, submersible pumps and cable"),
      PlanLine("雨衣雨靴、手电、警戒带", "Rain gear, torches, tape"),
    ],
    exits: [
      PlanLine("地库车辆从高处出口驶离", "Cars leave the garage by the upper exit"),
      PlanLine("低层住户转到二层以上公共区域", "People of the lowest floors go to the second floor or above"),
    ],
    phones: outside + [PlanPhone(PlanLine("防汛值班", "Flood control"), "")] + inside,
    steps: [
      PlanStep(5, PlanLine("到场看水情，定来水和水位", "Look at the water: where from, how high"), by: lead),
      PlanStep(10, PlanLine("地库入口堵沙袋、上挡水板", "Sandbags and boards at the garage entrance"), by: guards),
      PlanStep(10, PlanLine("启动排水泵，备用泵到位", "Start the pumps, bring the spare ones"), by: engineer),
      PlanStep(
        15, PlanLine("通知业主挪车、不进地库", "Tell the owners to move their cars and stay out of the garage"), by: desk
      ),
      PlanStep(
        15, PlanLine("水近配电房和电梯井即断电停梯", "Water near switch room or lift pit: power off, lifts up and stopped"),
        by: engineer),
      PlanStep(30, PlanLine("封闭地库和积水路段", "Close the garage and flooded paths"), by: guards),
      PlanStep(
        240, PlanLine("退水后清淤消毒，查电气再送电", "Afterwards clear, disinfect, check wiring, power on"), by: cleaners),
    ], source: "S009 S065 S067 S070 S071 S073")

  static let earthquake = EmergencyPlan(
    id: "earthquake", name: PlanLine("地震", "Earthquake"),
    roles: [
      leadRole, deskRole, guardRole,
      PlanRole(
        engineer, PlanLine("关燃气总阀、查电梯和水电", "Closes the main gas valve, checks lifts, power and water")),
    ],
    supplies: [
      PlanLine("急救箱、担架、应急照明", "First-aid box, stretcher, lamps"),
      PlanLine("饮用水、毛毯、扩音器", "Water, blankets, loudhailer"),
    ],
    exits: [
      PlanLine("震时就近躲避，震后走楼梯", "Take cover while it shakes, then the stairs"),
      PlanLine("在开阔地集合，离楼至少 15 米", "Gather in the open, 15 metres from any building"),
    ],
    phones: outside + [PlanPhone(PlanLine("燃气抢修", "Gas emergency"), "")] + inside,
    steps: [
      PlanStep(1, PlanLine("广播：就地躲避，不跳楼、不乘电梯", "Announce: take cover, no jumping, no lifts"), by: desk),
      PlanStep(5, PlanLine("主震后引导住户走楼梯到集合点", "After the main shock lead people down the stairs"), by: guards),
      PlanStep(
        10, PlanLine("关燃气总阀，查电梯有无困人", "Close the gas, check the lifts for anybody inside"), by: engineer),
      PlanStep(15, PlanLine("清点人数，报 119、120", "Count people, call 119 and 120"), by: lead),
      PlanStep(30, PlanLine("拉警戒，危楼不许返回", "Cordon off; nobody goes back into a damaged house"), by: guards),
      PlanStep(30, PlanLine("通知业主集合点和伤情", "Tell the owners where to gather and who is hurt"), by: desk),
      PlanStep(
        120, PlanLine("房屋和设备排查，合格后恢复", "Check house and equipment before anything is used again"),
        by: engineer),
    ], source: "S009 S066 S067 S070 S073")
}
