import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk plans …`: what is done when trouble breaks out.
enum PlansCommand {
  static func show(_ call: Invocation) throws(Failure) {
    let plans = try plans(call)
    if call.format == "json5" { return try call.output.text(plans.map(\.plan).json5) }
    for state in plans { try call.output.text(text(state, call.language)) }
  }

  /// The one that was named, or all; those of the program where there is no store.
  private static func plans(_ call: Invocation) throws(Failure) -> [PlanState] {
    let desk = try call.deskOrEmpty()
    guard let id = call.options.arguments.first else { return desk.plans }
    guard let plan = desk.plan(called: id) else {
      throw Failure(
        .refused, IncidentRefusal.planUnknown(id, known: desk.plans.map(\.plan.id)).words(zone: desk.zone))
    }
    return [plan]
  }

  static func check(_ call: Invocation) throws(Failure) {
    let plans = try read(call)
    let steps = plans.reduce(0) { $0 + $1.steps.count }
    try call.say(
      zh: "可以用：\(plans.count) 个预案，\(steps) 步。", en: "It can be used: \(plans.count) plans, \(steps) steps.")
  }

  static func publish(_ call: Invocation) throws(Failure) {
    let plans = try read(call)
    let journal = try call.writer()
    let clerk = try call.clerk(journal)
    for plan in plans {
      try call.carryOut(.publishPlan(plan), journal, clerk)
    }
  }

  private static func read(_ call: Invocation) throws(Failure) -> [EmergencyPlan] {
    let path = call.options.argument(0)
    let text = try call.text(of: path)
    return try inWords(file: EmergencyPlan.plans(json5: text, file: path))
  }

  private static func text(_ state: PlanState, _ language: Language) -> String {
    let plan = state.plan
    let version =
      state.version == 0
      ? Words(zh: "随附", en: "shipped") : Words(zh: "第 \(state.version) 版", en: "version \(state.version)")
    var lines = ["\(plan.id)  \(plan.name.words(language))  \(version(language))  \(plan.source)"]
    lines += section(
      Words(zh: "人员", en: "People"),
      plan.roles.map { "\($0.name.words(language)): \($0.duty.words(language))" }, language)
    lines += section(Words(zh: "物资", en: "Supplies"), plan.supplies.map { $0.words(language) }, language)
    lines += section(Words(zh: "通道", en: "Ways"), plan.exits.map { $0.words(language) }, language)
    lines += section(
      Words(zh: "电话", en: "Phones"),
      plan.phones.map { "\($0.name.words(language)) \($0.number.isEmpty ? "-" : $0.number)" }, language)
    lines += section(
      Words(zh: "步骤", en: "Steps"),
      plan.steps.enumerated().map { index, step in
        let within = Words(zh: "\(step.within) 分钟内", en: "within \(step.within) min")(language)
        let role = step.role.text.isEmpty ? "" : "  \(step.role.words(language))"
        return "\(index + 1). \(within)  \(step.line.words(language))\(role)"
      }, language)
    return lines.joined(separator: "\n") + "\n\n"
  }

  private static func section(_ title: Words, _ lines: [String], _ language: Language) -> [String] {
    lines.isEmpty ? [] : ["  \(title(language))"] + lines.map { "    \($0.plainLine)" }
  }
}

extension Invocation {
  /// The desk of the store; where no store was named and none is there, an empty one in the computer's zone.
  func deskOrEmpty() throws(Failure) -> Desk {
    guard options.value("store") == nil, !FileManager.default.fileExists(atPath: storePath) else {
      return try clerk(reader()).desk
    }
    return Desk(policy: .standard, zone: .current)
  }
}

extension Desk {
  /// A plan by its key, or by its name in either language.
  func plan(called text: String) -> PlanState? {
    plan(text)
      ?? plans.first { $0.plan.name.text == text || $0.plan.name.english.lowercased() == text.lowercased() }
  }
}
