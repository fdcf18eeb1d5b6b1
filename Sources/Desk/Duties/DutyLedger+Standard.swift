extension DutyLedger {
  /// What the service standard asks for again and again. Where it contradicts itself (S091, S092) both are listed: an office publishes
  /// the list it keeps.
  package static let standard: [Duty] = [
    duty("fire-monthly", "消防设备巡查", "Patrol of fire equipment", .month, "S043"),
    duty("fire-yearly", "消防设施全面检测", "Full test of fire equipment", .year, "S044"),
    duty("fire-contract", "消防维保合同核对", "Check of the fire maintenance contract", .year, "S045"),
    duty("drains-monthly", "排水（污）排查", "Check of the drains", .month, "S046"),
    duty("septic-yearly", "化粪池清掏", "Clean-out of the septic tank", .year, "S047"),
    duty("tank-half", "二次供水水池清洗（附检测报告）", "Cleaning of the water tank, with a test report", .half, "S048"),
    duty("deep-clean", "公共区域大扫除", "Deep clean of the public areas", .month, "S049"),
    duty("equipment", "设备设施巡检保养", "Inspection and maintenance of equipment", .month, "S050"),
    duty("emergency-gear", "灭火器、疏散指示灯检查", "Check of extinguishers and exit signs", .month, "S059"),
    duty("safety-training", "安全生产教育培训", "Safety training", .half, "S064"),
    duty("fire-drill", "消防演习", "Fire drill", .half, "S068"),
    duty("risk-yearly", "年度风险评估", "Risk assessment", .year, "S072"),
    duty("training", "季度培训与考核", "Training and test", .quarter, "S081"),
    duty("rotation", "岗位轮换", "Rotation of posts", .year, "S082"),
    duty("survey", "满意度征询", "Satisfaction survey", .half, "S086"),
    duty("census", "满意度普测（沟通面）", "Satisfaction census (households reached)", .half, least: 45, "S087"),
    duty("review", "半年评审会议", "Half-yearly review", .half, "S089"),
    duty("forum", "业主座谈会", "Owners' forum", .quarter, "S090"),
    duty("accounts", "物业服务收支公布", "Notice of accounts", .quarter, "S091"),
    duty("finances", "财务状况公布", "Notice of finances", .half, "S092"),
    duty("utilities", "公共水电费分摊公布", "Notice of shared utilities", .quarter, "S092"),
    duty("plan-report", "计划实施情况报告", "Report on the plan", .quarter, "S093"),
    duty("events", "社区文化活动", "Community event", .third, "S094"),
    duty("posted", "公示内容核对", "Check of what is posted", .quarter, "S095 S096"),
    duty("network-drill", "网络安全演练", "Network security drill", .quarter, "S105"),
    duty("needs", "客户需求调研", "Survey of needs", .year, "S114"),
  ]

  private static func duty(
    _ id: String, _ zh: String, _ en: String, _ period: DutyPeriod, least: Int? = nil, _ source: String
  ) -> Duty {
    Duty(id: id, name: PlanLine(zh, en), period: period, least: least, source: source)
  }
}
