package import Foundation

/// An event with the place it has in the record; what is recorded has happened.
package struct RecordedEvent: Equatable, Sendable {
  /// Global, gapless, from 1, in commit order.
  package var position: Int
  /// The command that caused it, and which of that command's events it is, from 0.
  package var command: UUID
  package var sequence: Int
  /// Contiguous within the stream, from 1.
  package var version: Int
  package var occurredAt: Date
  package var recordedAt: Date
  package var actor: Actor
  package var event: Event

  package init(
    position: Int, command: UUID, sequence: Int, version: Int, occurredAt: Date, recordedAt: Date,
    actor: Actor, event: Event
  ) {
    self.position = position
    self.command = command
    self.sequence = sequence
    self.version = version
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.actor = actor
    self.event = event
  }

  package var stream: Stream { event.stream }
}

/// What a command leads to: an event and the instant it happened, before the record gives it a place.
package struct Fact: Equatable, Sendable {
  package var event: Event
  package var occurredAt: Date

  /// Says that an event happened at an instant.
  package init(_ event: Event, at occurredAt: Date) {
    self.event = event
    self.occurredAt = occurredAt
  }
}
