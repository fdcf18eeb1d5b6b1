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
  /// What was proposed by where it was opened; nil where nothing was.
  package var place: String?
  package var subject: String?
  package var isDrill: Bool?
  /// Whether a key tied it to what it was opened from or parted them; nil where none did.
  package var isTied: Bool?
  /// Who of the directory was chosen, by id.
  package var occupant: String?
  /// By the names of the fields.
  package var texts: [String: String]
  package var kind: TicketKind
  package var channel: Channel
  /// False where the quick line says the channel; nil in what was kept before that was noted.
  package var isChannelChosen: Bool?
  package var urgency: Urgency?
  package var focus: String
  /// The fields that were corrected to nothing; nil in what was kept before they were noted.
  package var cleared: [String]?

  init(_ page: FormPage) {
    openedAt = page.openedAt
    if let source = page.openedFrom {
      (origin, duty, incident, asset) = (source.origin, source.duty, source.incident, source.asset)
      (place, subject, isDrill) = (source.place, source.subject, source.isDrill)
    }
    isTied = page.tieChosen
    occupant = page.occupant?.id ?? page.keptOccupant
    texts = Dictionary(uniqueKeysWithValues: page.texts.map { ($0.key.rawValue, $0.value.text) })
    (kind, channel, urgency, focus) = (page.kind, page.channel, page.urgencyChosen, page.focus.rawValue)
    isChannelChosen = page.channelChosen == nil ? false : nil
    cleared = page.cleared.isEmpty ? nil : page.cleared.map(\.rawValue).sorted()
  }
}

extension FormPage {
  /// The form again as it was left; a field nobody knows any more is dropped.
  init(_ draft: KeptDraft) {
    self.init(openedAt: draft.openedAt, source: FormTie(draft))
    (tieChosen, keptOccupant) = (draft.isTied, draft.occupant)
    for (name, text) in draft.texts {
      if let field = Field(rawValue: name) { texts[field] = TextField(text) }
    }
    (kind, urgencyChosen) = (draft.kind, draft.urgency)
    channelChosen = draft.isChannelChosen == false ? nil : draft.channel
    focus = Field(rawValue: draft.focus) ?? .quick
    cleared = Set((draft.cleared ?? []).compactMap(Field.init(rawValue:)))
  }
}

extension FormTie {
  /// What a draft was opened from; nil where that was nothing.
  fileprivate init?(_ draft: KeptDraft) {
    guard draft.origin != nil || draft.duty != nil || draft.incident != nil || draft.asset != nil else {
      return nil
    }
    self.init(
      origin: draft.origin, duty: draft.duty, incident: draft.incident, isDrill: draft.isDrill ?? false,
      asset: draft.asset, place: draft.place ?? "", subject: draft.subject ?? "")
  }
}
