package import Foundation

/// A command with everything the desk may not make up for itself: identity, both times, author and what they had read.
package struct Submission: Equatable, Sendable {
  /// The idempotency key (UUIDv7): the same id with the same content is carried out once.
  package var id: UUID
  package var command: Command
  /// When it happened, to the second; may lie before `recordedAt` because a desk lives on phoned-in facts.
  package var occurredAt: Date
  package var recordedAt: Date
  package var actor: Actor
  /// The version of the command's stream its author had on screen, for an undo the one their own command left; nil when they
  /// had read nothing.
  package var seen: Int?
  /// Whom the command speaks of: kept in the vault, never in an event.
  package var contact: Contact?

  /// Puts a command together with its circumstances.
  package init(
    id: UUID, _ command: Command, occurredAt: Date, recordedAt: Date, actor: Actor, seen: Int? = nil,
    contact: Contact? = nil
  ) {
    self.id = id
    self.command = command
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.actor = actor
    self.seen = seen
    self.contact = contact
  }

  /// Whether it happens as it is written down, and not at an instant that somebody stated.
  var isOfNow: Bool { recordedAt.timeIntervalSince(occurredAt) < 1 }
}

/// Who acts, and at which desk.
package struct Actor: Hashable, Sendable {
  package var name: String
  package var desk: String

  package init(name: String, desk: String) {
    self.name = name
    self.desk = desk
  }

  /// The desk itself: the author of crossings and missed points.
  package static let system = Actor(name: "system", desk: "")
}
