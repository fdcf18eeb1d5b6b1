package import Desk
package import Foundation
import Screen

/// A form as it is kept on disk, so that a call half written down outlives the program.
package struct KeptDraft: Equatable, Codable, Sendable {
  package var openedAt: Date
  package var origin: PatrolOrigin?
  package var duty: String?
  package var incident: IncidentID?
  package var asset: String?
  /// Who of the directory was chosen, by id.
  package var occupant: String?
  /// By the names of the fields.
  package var texts: [String: String]
  package var kind: TicketKind
  package var channel: Channel
  package var urgency: Urgency?
  package var focus: String
  /// The fields that were corrected to nothing; nil in what was kept before they were noted.
  package var cleared: [String]?

  init(_ page: FormPage) {
    openedAt = page.openedAt
    origin = page.origin
    (duty, incident, asset) = (page.duty, page.incident, page.asset)
    occupant = page.occupant?.id ?? page.keptOccupant
    texts = Dictionary(uniqueKeysWithValues: page.texts.map { ($0.key.rawValue, $0.value.text) })
    (kind, channel, urgency, focus) = (page.kind, page.channel, page.urgencyChosen, page.focus.rawValue)
    cleared = page.cleared.isEmpty ? nil : page.cleared.map(\.rawValue).sorted()
  }
}

extension FormPage {
  /// The form again as it was left; a field nobody knows any more is dropped.
  init(_ draft: KeptDraft) {
    self.init(openedAt: draft.openedAt, origin: draft.origin)
    (duty, incident, asset, keptOccupant) = (draft.duty, draft.incident, draft.asset, draft.occupant)
    for (name, text) in draft.texts {
      if let field = Field(rawValue: name) { texts[field] = TextField(text) }
    }
    (kind, channel, urgencyChosen) = (draft.kind, draft.channel, draft.urgency)
    focus = Field(rawValue: draft.focus) ?? .quick
    cleared = Set((draft.cleared ?? []).compactMap(Field.init(rawValue:)))
  }
}
