import Dashboard
import Desk
import Foundation

/// What was agreed about a ticket and who vouches for it, for `frontdesk show`.
enum PapersText {
  /// A line each; nothing for a ticket that has none of it.
  static func lines(
    _ ticket: Ticket, _ limits: RuleLimits, _ now: Date, _ zone: TimeZone, _ language: Language
  ) -> [String] {
    let dates = DateWords(zone: zone)
    func short(_ instant: Date) -> Words { dates.short(instant, near: now) }
    let waiting = ticket.waiting(short).map { [$0] } ?? []
    return (waiting + ticket.paperLines(limits, at: now, short)).map { $0(language) }
  }

  /// The same as values; an amount is in hundredths of a yuan.
  static func json(_ papers: TicketPapers) -> JSONText {
    .object([
      ("in_charge", .optional(papers.inCharge)), ("graded_by", .optional(papers.gradedBy)),
      ("cause", .optional(papers.cause)), ("signed_by", .optional(papers.signedBy)),
      ("checked_by", .optional(papers.checkedBy)), ("failed_checks", .number(papers.failedChecks)),
      ("rating", papers.rating.map(JSONText.number) ?? .optional(nil)),
      ("attempts", .number(papers.attempts)),
      (
        "charge",
        papers.charge.map { charge in
          .object([
            ("amount", .number(charge.amount)), ("what", .text(charge.what)),
            ("answer", .text(charge.answer.rawValue)),
          ])
        } ?? .optional(nil)
      ),
      (
        "parts",
        .list(
          papers.parts.map { part in
            .object([
              ("what", .text(part.what)), ("ordered_at", .text(part.orderedAt.isoText)),
              ("expected", .optional(part.expected?.isoText)),
            ])
          })
      ),
      (
        "promise",
        papers.promise.map { promise in
          .object([
            ("at", .text(promise.at.isoText)), ("text", .text(promise.text)),
            ("made_at", .text(promise.madeAt.isoText)),
          ])
        } ?? .optional(nil)
      ),
    ])
  }
}
