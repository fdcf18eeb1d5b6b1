extension EmergencyPlan {
  /// The plans that ship with the program. The sources name the kinds of trouble, that a plan holds people, supplies and ways, and that
  /// owners are told first; every step and its time is *design*, for the office to change.
  package static let standard = [fire, powerCut, flood, earthquake, epidemic, liftEntrapment, cleaning]

  /// Whom to call outside the house (S073).
  static let outside = [
    PlanPhone(PlanLine("火警", "Fire brigade"), "119"), PlanPhone(PlanLine("公安", "Police"), "110"),
    PlanPhone(PlanLine("急救", "Ambulance"), "120"),
  ]

  /// Whom to call in the house; the office writes the numbers.
  static let inside = [
    PlanPhone(PlanLine("值班主管", "Supervisor on duty"), ""), PlanPhone(PlanLine("项目经理", "Manager"), ""),
  ]

  static let lead = PlanLine("现场指挥", "Lead on site")
  static let desk = PlanLine("前台", "Reception")
  static let engineer = PlanLine("工程", "Engineer")
  static let guards = PlanLine("秩序", "Guards")
  static let cleaners = PlanLine("保洁", "Cleaners")

  static let leadRole = PlanRole(
    lead,
    PlanLine("当班负责人或主管：到场指挥，决定疏散和解除", "Shift lead or supervisor: goes there, decides on evacuation and end"))
  static let deskRole = PlanRole(
    desk, PlanLine("接警、拨外线电话、通知业主、记录经过", "Takes the call, calls outside, tells owners, keeps the record"))
  static let guardRole = PlanRole(
    guards, PlanLine("警戒、疏散引导、接应救援车辆", "Cordon off, lead people out, meet the rescue vehicles"))
}
