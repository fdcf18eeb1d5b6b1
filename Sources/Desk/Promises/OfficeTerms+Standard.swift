import Foundation

extension OfficeTerms {
  /// The terms of the standard policy; prices and telephones are for the office to write.
  package static let standard = OfficeTerms(
    escalation: escalation, holds: holds, tariffs: paid + free, lines: lines,
    limits: RuleLimits(backDating: 2 * 3600, duplicates: 24 * 3600, followUps: 3, lowRating: 2))

  private static let minute: TimeInterval = 60

  private static let escalation = [
    EscalationStep(.breached, to: .shiftLead),
    EscalationStep(.breached, grade: .serious, to: .manager),
    EscalationStep(.breached, after: 10 * minute, to: .supervisor, again: 30 * minute, times: 3),
    EscalationStep(.unaccepted, urgency: .urgent, after: 5 * minute, to: .reception),
    EscalationStep(.unaccepted, urgency: .ordinary, after: 30 * minute, to: .reception),
  ]

  private static let holds = [
    HoldRule(.parts, needsEvidence: false, source: "S013"), HoldRule(.ownerTime, needsEvidence: false),
    HoldRule(.ownerAway, needsEvidence: false), HoldRule(.thirdParty, needsEvidence: false),
    HoldRule(.other, needsEvidence: true),
  ]

  /// Four services that are paid for are the least (S024); which, and their prices, are *design*.
  private static let paid = [
    Tariff("更换水龙头", "Tap replaced", yuan: 30, per: .piece, source: "S023 design"),
    Tariff("疏通管道", "Drain cleared", yuan: 60, per: .visit, source: "S023 design"),
    Tariff("室内线路检修", "Wiring in the flat repaired", yuan: 50, per: .hour, source: "S023 design"),
    Tariff("灯具安装", "Lamp fitted", yuan: 40, per: .piece, source: "S023 design"),
    Tariff("更换门锁", "Lock replaced", yuan: 50, per: .piece, source: "S023 design"),
  ]

  /// Eight that are free are the least (S024); which is *design*.
  private static let free = [
    Tariff("代收快递", "Parcels taken in", yuan: 0, per: .piece, source: "S024 design"),
    Tariff("雨伞借用", "Umbrella lent", yuan: 0, per: .visit, source: "S024 design"),
    Tariff("工具借用", "Tools lent", yuan: 0, per: .visit, source: "S024 design"),
    Tariff("打气筒借用", "Air pump lent", yuan: 0, per: .visit, source: "S024 design"),
    Tariff("推车借用", "Trolley lent", yuan: 0, per: .visit, source: "S024 design"),
    Tariff("代叫出租车", "Taxi called", yuan: 0, per: .visit, source: "S024 design"),
    Tariff("失物招领", "Lost and found", yuan: 0, per: .visit, source: "S024 design"),
    Tariff("应急药箱", "First-aid box", yuan: 0, per: .visit, source: "S024 design"),
  ]

  private static let lines = [
    PhoneLine(.service, phone: "", source: "S004 S005 S006"),
    PhoneLine(.complaints, phone: "", source: "S027 S034"),
    PhoneLine(.supervision, phone: "", source: "S035"),
  ]
}
