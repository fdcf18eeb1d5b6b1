/// How soon someone must be there.
package enum Urgency: String, CaseIterable, Codable, Sendable {
  case urgent, ordinary
}

/// How long public lighting may take: ordinary within 8 h (S010), complex within 48 h (S011).
package enum Complexity: String, CaseIterable, Codable, Sendable {
  case ordinary, complex
}

/// How grave a complaint is: ordinary within 8 h (S030), serious within 5 working days (S031).
package enum Grade: String, CaseIterable, Codable, Sendable {
  case ordinary, serious
}

/// How a report reached the desk (S020, S021, S035, S063).
package enum Channel: String, CaseIterable, Codable, Sendable {
  case phone, walkIn, wechat, app, suggestionBox, supervision, patrol, sensor, log
}

/// Why work waits; the list is closed because a paused clock without a reason is the classic abuse (*design*, after S013).
package enum HoldReason: String, CaseIterable, Codable, Sendable {
  case parts, ownerTime, ownerAway, thirdParty, other
}

/// Where a ticket stands.
package enum TicketStage: String, CaseIterable, Codable, Sendable {
  case registered, assigned, accepted, onSite, working, held, completed, closed, merged, cancelled

  /// Whether nobody owes the ticket anything any more.
  package var isEnded: Bool { self == .closed || self == .merged || self == .cancelled }
}
