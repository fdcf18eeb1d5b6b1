/// What is done when trouble of one kind breaks out: by whom, with what, along which way, and by when (S065–S067).
package struct EmergencyPlan: Hashable, Codable, Sendable {
  /// The short key people type, such as `fire`; unique among the plans.
  package var id: String
  package var name: PlanLine
  /// Who does what.
  package var roles: [PlanRole]
  package var supplies: [PlanLine]
  /// Ways out and places to gather.
  package var exits: [PlanLine]
  package var phones: [PlanPhone]
  /// In the order they are due; never empty.
  package var steps: [PlanStep]
  /// Minutes after the declaration within which the first step is done; 30 at most (S009).
  package var respond: Int
  /// Numbers of the service standard, or `design`.
  package var source: String

  package init(
    id: String, name: PlanLine, roles: [PlanRole] = [], supplies: [PlanLine] = [], exits: [PlanLine] = [],
    phones: [PlanPhone] = [], steps: [PlanStep], respond: Int = EmergencyPlan.longestResponse, source: String
  ) {
    self.id = id
    self.name = name
    self.roles = roles
    self.supplies = supplies
    self.exits = exits
    self.phones = phones
    self.steps = steps
    self.respond = respond
    self.source = source
  }

  /// No sudden trouble is answered later than this, in minutes.
  ///
  /// - Source: S009.
  package static let longestResponse = 30
}

/// A few words of a plan, in the office's language and in English.
package struct PlanLine: Hashable, Codable, Sendable {
  package var text: String
  package var english: String

  /// Without English the office's own words stand for both.
  package init(_ text: String, _ english: String? = nil) {
    self.text = text
    self.english = english ?? text
  }

  var plain: PlanLine { PlanLine(text.plainLine, english.plainLine) }
}

/// One who has a part in a plan, and the part.
package struct PlanRole: Hashable, Codable, Sendable {
  package var name: PlanLine
  package var duty: PlanLine

  /// A part by its name, and what it is to do.
  package init(_ name: PlanLine, _ duty: PlanLine) { (self.name, self.duty) = (name, duty) }
}

/// A telephone to be called (S073).
package struct PlanPhone: Hashable, Codable, Sendable {
  package var name: PlanLine
  /// Empty where the office has not written its own yet.
  package var number: String

  /// Whom to call, and where.
  package init(_ name: PlanLine, _ number: String) { (self.name, self.number) = (name, number) }
}

/// One thing to be done.
package struct PlanStep: Hashable, Codable, Sendable {
  package var line: PlanLine
  /// Minutes after the declaration by which it is due.
  package var within: Int
  /// The role that does it, as the plan names it; empty for anybody.
  package var role: PlanLine

  /// A step due so many minutes after the declaration, for anybody where no role is named.
  package init(_ within: Int, _ line: PlanLine, by role: PlanLine = PlanLine("")) {
    (self.within, self.line, self.role) = (within, line, role)
  }
}

/// A plan the office published, and which of its versions this is.
package struct PlanState: Equatable, Codable, Sendable {
  package var plan: EmergencyPlan
  package var version: Int

  package init(plan: EmergencyPlan, version: Int) { (self.plan, self.version) = (plan, version) }
}

extension EmergencyPlan {
  /// Itself with every word as one plain line, steps in the order they are due.
  var plain: EmergencyPlan {
    EmergencyPlan(
      id: id.plainKey, name: name.plain, roles: roles.map { PlanRole($0.name.plain, $0.duty.plain) },
      supplies: supplies.map(\.plain), exits: exits.map(\.plain),
      phones: phones.map { PlanPhone($0.name.plain, $0.number.plainLine) },
      steps: steps.map { PlanStep($0.within, $0.line.plain, by: $0.role.plain) }.inOrder,
      respond: respond, source: source.plainLine)
  }
}

extension [PlanStep] {
  /// By when they are due; those due together as they were written.
  fileprivate var inOrder: [PlanStep] {
    enumerated().sorted { ($0.element.within, $0.offset) < ($1.element.within, $1.offset) }.map(\.element)
  }
}
