extension EmergencyPlan {
  static let powerCut = EmergencyPlan(
    id: "power", name: PlanLine("停电", "Power cut"),
    roles: [
      leadRole, deskRole, guardRole,
      PlanRole(
        engineer, PlanLine("查故障、启动发电机、恢复供电", "Finds the fault, starts the generator, brings power back")),
    ],
    supplies: [
      PlanLine("发电机和柴油、应急照明", "Generator and diesel, lamps"),
      PlanLine("手电、对讲机、蜡烛不用", "Torches, radios; no candles"),
    ],
    exits: [PlanLine("楼梯间应急灯亮的一侧", "The stairs where the emergency lights burn")],
    phones: [
      PlanPhone(PlanLine("供电抢修", "Power company"), "95598"),
      PlanPhone(PlanLine("电梯维保", "Lift contractor"), ""),
    ] + outside + inside,
    steps: [
      PlanStep(5, PlanLine("逐台查电梯有无困人", "Check every lift for anybody inside"), by: guards),
      PlanStep(5, PlanLine("拨 95598 问停电范围和时间", "Call 95598: how far, how long"), by: desk),
      PlanStep(
        10, PlanLine("启动发电机，保电梯、水泵、消防", "Start the generator: lifts, pumps, fire system first"), by: engineer),
      PlanStep(15, PlanLine("通知业主原因和预计恢复时间", "Tell the owners why and until when"), by: desk),
      PlanStep(20, PlanLine("加强门岗和车库值守，门禁改人工", "Guards at gates and garage; doors by hand"), by: guards),
      PlanStep(30, PlanLine("走访独居老人和用医疗设备住户", "Visit those living alone or on medical devices"), by: lead),
      PlanStep(
        60, PlanLine("来电后逐项恢复，查设备", "When power is back: one system after the other, check each"),
        by: engineer),
    ], source: "S009 S065 S067 S070 S073")

  static let liftEntrapment = EmergencyPlan(
    id: "lift", name: PlanLine("电梯困人", "Lift entrapment"),
    roles: [
      leadRole, deskRole, guardRole,
      PlanRole(engineer, PlanLine("停电梯电源；没有证不盘车", "Switches the lift off; hand-winding only with a licence")),
    ],
    supplies: [
      PlanLine("三角钥匙、警示牌、应急照明", "Triangular key, signs, lamps"), PlanLine("饮用水、急救箱", "Water, first-aid box"),
    ],
    exits: [PlanLine("等维保放人，不扒门、不从轿顶出", "Wait for the contractor: no forcing of doors, no roof hatch")],
    phones: [
      PlanPhone(PlanLine("电梯维保", "Lift contractor"), ""),
      PlanPhone(PlanLine("电梯应急", "Lift emergency"), "96333"),
    ]
      + outside + inside,
    steps: [
      PlanStep(
        1, PlanLine("对讲安抚：人数、身体、勿扒门", "Talk to them: how many, how they are, keep off the doors"), by: desk),
      PlanStep(3, PlanLine("通知维保单位，问到达时间", "Call the contractor, ask when they arrive"), by: desk),
      PlanStep(10, PlanLine("到层门外陪护，断电挂牌", "Stay outside the door, switch off, hang the sign"), by: engineer),
      PlanStep(15, PlanLine("有人不适即拨 120、119", "Anybody unwell: call 120 and 119"), by: lead),
      PlanStep(
        30, PlanLine("维保到场放人，查有无受伤", "The contractor lets them out; see whether anybody is hurt"), by: lead),
      PlanStep(40, PlanLine("通知业主停梯和替代电梯", "Tell the owners which lift is out and which to take"), by: desk),
      PlanStep(120, PlanLine("查明原因、复检合格再用", "Find the cause; use only after it was checked"), by: engineer),
    ], source: "S009 S012 S067 S070 S073 design")

  static let epidemic = EmergencyPlan(
    id: "epidemic", name: PlanLine("疫情", "Epidemic"),
    roles: [
      leadRole, deskRole, guardRole,
      PlanRole(cleaners, PlanLine("消毒、专门收运垃圾", "Disinfect, take that waste away apart")),
    ],
    supplies: [
      PlanLine("口罩、手套、防护服、消毒液", "Masks, gloves, suits, disinfectant"),
      PlanLine("体温计、隔离带、专用垃圾袋", "Thermometers, tape, marked bags"),
    ],
    exits: [PlanLine("出入口只留一处，人车分流", "One entrance only, people and cars apart")],
    phones: [
      PlanPhone(PlanLine("卫生热线", "Health line"), "12320"),
      PlanPhone(PlanLine("社区居委会", "Neighbourhood committee"), ""),
    ] + outside + inside,
    steps: [
      PlanStep(
        15, PlanLine("报社区和卫生部门，听指示", "Report to the community and health office, follow their word"), by: desk
      ),
      PlanStep(
        30, PlanLine("封控相关楼栋单元，登记出入", "Close the entrance concerned, register who goes in and out"),
        by: guards),
      PlanStep(30, PlanLine("发放防护用品，员工自查", "Hand out protection, staff check themselves"), by: lead),
      PlanStep(60, PlanLine("公共区域和电梯全面消毒", "Disinfect public areas and lifts"), by: cleaners),
      PlanStep(60, PlanLine("通知业主防控要求和求助电话", "Tell the owners the rules and whom to call"), by: desk),
      PlanStep(
        120, PlanLine("给居家住户送菜送药、收垃圾", "Bring food and medicine to those at home, fetch their waste"),
        by: lead),
      PlanStep(
        1440, PlanLine("每日消毒和报告，直到解除", "Disinfect and report every day until it is over"), by: cleaners),
    ], source: "S009 S067 S070 S071 S073")

  /// What cleaners do when a disaster, an epidemic or an accident leaves dirt behind (S071).
  static let cleaning = EmergencyPlan(
    id: "cleaning", name: PlanLine("保洁应急", "Emergency cleaning"),
    roles: [
      leadRole, deskRole, guardRole,
      PlanRole(
        cleaners, PlanLine("清污、消毒、收运垃圾", "Clears the dirt, disinfects, takes the waste away")),
    ],
    supplies: [
      PlanLine("消毒液、吸水机、编织袋", "Disinfectant, wet vacuum, sacks"),
      PlanLine("手套、口罩、雨靴、警示牌", "Gloves, masks, boots, signs"),
    ],
    exits: [
      PlanLine("污染处隔开，垃圾走货梯和后门", "The dirty place is closed off; waste goes by goods lift and back gate")
    ],
    phones: [
      PlanPhone(PlanLine("环卫清运", "Waste collection"), ""),
      PlanPhone(PlanLine("卫生热线", "Health line"), "12320"),
    ] + outside + inside,
    steps: [
      PlanStep(10, PlanLine("到场看范围，隔开并挂警示牌", "See how far it goes, close it off, put up signs"), by: guards),
      PlanStep(15, PlanLine("报主管，定人手和物资", "Tell the supervisor; people and supplies"), by: lead),
      PlanStep(
        20, PlanLine("通知受影响业主绕行和时间", "Tell the owners concerned the way round and until when"), by: desk),
      PlanStep(60, PlanLine("先清通道、电梯厅、排水口", "Clear ways, lift lobbies and drains first"), by: cleaners),
      PlanStep(120, PlanLine("全面清理，污染物专门收运", "Clear everything; tainted waste is taken apart"), by: cleaners),
      PlanStep(180, PlanLine("消毒，记下时间和药剂", "Disinfect; write down when and with what"), by: cleaners),
      PlanStep(240, PlanLine("主管验收，恢复开放", "The supervisor checks it and opens it again"), by: lead),
    ], source: "S009 S067 S070 S071 S073")
}
