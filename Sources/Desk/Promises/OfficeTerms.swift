package import Foundation

/// What an office settles besides its clocks: who hears of a breach, what may wait, what things cost, whom to ring, and the limits of
/// its rules.
package struct OfficeTerms: Equatable, Sendable {
  package var escalation: [EscalationStep]
  package var holds: [HoldRule]
  package var tariffs: [Tariff]
  package var lines: [PhoneLine]
  package var limits: RuleLimits

  /// Puts the terms together.
  package init(
    escalation: [EscalationStep], holds: [HoldRule], tariffs: [Tariff], lines: [PhoneLine],
    limits: RuleLimits
  ) {
    self.escalation = escalation
    self.holds = holds
    self.tariffs = tariffs
    self.lines = lines
    self.limits = limits
  }
}

/// A reason for which work may wait.
package struct HoldRule: Equatable, Sendable {
  package var reason: HoldReason
  /// Whether the desk must write down what shows it.
  package var needsEvidence: Bool
  package var source: String

  /// Allows a reason.
  package init(_ reason: HoldReason, needsEvidence: Bool, source: String = "design") {
    self.reason = reason
    self.needsEvidence = needsEvidence
    self.source = source
  }
}

/// What a price is for.
package enum TariffUnit: String, CaseIterable, Codable, Sendable {
  case visit, hour, piece, metre, month
}

/// One line of the posted price list (S023, S024).
package struct Tariff: Equatable, Sendable {
  /// The service in Chinese, as it is posted; the key.
  package var item: String
  /// The same in English.
  package var english: String
  /// In whole yuan, without material; 0 for a free service.
  package var yuan: Int
  package var per: TariffUnit
  package var source: String

  /// Puts a line of the price list together.
  package init(_ item: String, _ english: String, yuan: Int, per: TariffUnit, source: String) {
    self.item = item
    self.english = english
    self.yuan = yuan
    self.per = per
    self.source = source
  }
}

/// A telephone that is posted.
package struct PhoneLine: Equatable, Sendable {
  /// What it is for: the 24-hour service phone (S004–S006), the complaint centre (S034) or the supervision line (S035).
  package enum Purpose: String, CaseIterable, Codable, Sendable {
    case service, complaints, supervision
  }

  package var purpose: Purpose
  /// Empty while the office has not written it down.
  package var phone: String
  package var source: String

  /// Posts a telephone.
  package init(_ purpose: Purpose, phone: String, source: String) {
    self.purpose = purpose
    self.phone = phone
    self.source = source
  }
}

/// One limit as it is listed: its key in the file, its value as settings write it, and its source.
package struct RuleLimit: Equatable, Sendable {
  package var key: String
  package var value: String
  package var source: String
}

/// Who gives new repairs out.
package enum Dispatch: String, CaseIterable, Codable, Sendable {
  /// Somebody at the desk, from what is suggested.
  case hand
  /// The program, at once, to somebody on shift who knows the trade (S015, S016).
  case automatic
}

/// The limits of the desk's rules; all *design*.
package struct RuleLimits: Equatable, Sendable {
  /// How long ago something may have happened without a supervisor writing it down, in seconds.
  package var backDating: TimeInterval
  /// For how long another report of the same place or system is offered as the same ticket, in seconds.
  package var duplicates: TimeInterval
  /// How many attempts at a follow-up are enough.
  package var followUps: Int
  /// Up to which rating of 5 a ticket is opened again.
  package var lowRating: Int
  /// The posts that may see a whole phone; empty for everybody (S099).
  package var reveal: Set<StaffRole> = []
  package var dispatch = Dispatch.hand
  /// The source of each, by the name its file gives it.
  package var sources: [String: String]

  /// Puts the limits together; those without a source are *design*.
  package init(
    backDating: TimeInterval, duplicates: TimeInterval, followUps: Int, lowRating: Int,
    sources: [String: String] = [:]
  ) {
    self.backDating = backDating
    self.duplicates = duplicates
    self.followUps = followUps
    self.lowRating = lowRating
    self.sources = sources
  }

  /// All of them, in the order of the file.
  package var all: [RuleLimit] {
    let posts = StaffRole.allCases.filter(reveal.contains).map(\.rawValue).joined(separator: " ")
    // What every policy published so far says nothing about is left out where it says nothing.
    return
      ([
        ("backDating", backDating.written), ("duplicates", duplicates.written), ("followUps", "\(followUps)"),
        ("lowRating", "\(lowRating)"),
      ] + (posts.isEmpty ? [] : [("reveal", posts)])
      + (dispatch == .hand ? [] : [("dispatch", dispatch.rawValue)])).map {
        RuleLimit(key: $0, value: $1, source: sources[$0] ?? "design")
      }
  }
}
