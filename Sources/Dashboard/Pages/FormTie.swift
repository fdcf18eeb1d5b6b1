import Desk
import Foundation
import Screen

/// What a form was opened from: the checkpoint, duty, incident or equipment under the cursor. Its words are proposed: what the caller says
/// goes before them.
struct FormTie: Equatable, Sendable {
  /// The checkpoint something was found at.
  var origin: PatrolOrigin?
  var duty: String?
  var incident: IncidentID?
  /// Whether the incident is rehearsed.
  var isDrill = false
  /// The equipment, by its key.
  var asset: String?
  var place = ""
  var subject = ""

  /// Whether a call about a place has nothing to do with it: another building than an incident's, any room of its own in a drill, and any
  /// place but its own for a checkpoint or equipment (*design*).
  func isElsewhere(than said: Place) -> Bool {
    let own = Place(place)
    guard !said.text.isEmpty, !place.isEmpty, said != own else { return false }
    if let block = own.block, let other = said.block, block != other { return true }
    if incident != nil { return isDrill && said.isRoom }
    return said.isRoom || !(said.text.contains(place) || isVaguer(said))
  }

  /// Whether a place is said with less than is known of it: 3栋 at the checkpoint 3栋天台.
  func isVaguer(_ said: Place) -> Bool {
    let own = Place(place)
    guard incident == nil, !said.text.isEmpty, !said.isRoom, !said.text.contains(place) else { return false }
    return place.contains(said.text) || said.block != nil && said.block == own.block
  }
}

extension FormPage {
  /// What the call belongs to: what the form was opened from, unless the call is about another place; a key says otherwise.
  var tie: FormTie? {
    guard let source else { return nil }
    return tieChosen ?? !source.isElsewhere(than: Place(said(.place))) ? source : nil
  }

  /// What a field holds while nobody said anything of it. What the duty is about is no name for what a caller tells.
  func proposed(_ field: Field) -> String {
    switch field {
    case .place: tie?.place ?? ""
    case .subject where quick.category.isEmpty: tie?.subject ?? ""
    default: ""
    }
  }

  /// What stands in a field before anybody types there.
  func offered(_ field: Field, _ language: Language) -> String {
    let said = quick.shown(field, language)
    return said.isEmpty ? proposed(field) : said
  }

  /// Whether the place is the one it was opened at, because nobody said another.
  var isPlaceProposed: Bool { tie?.place.isEmpty == false && text(.place) == tie?.place }
}

extension FormPage {
  /// Where the place was taken from, in words; empty where somebody said it or the equipment beside it says so.
  func placeSource(_ language: Language) -> String {
    guard isPlaceProposed, let tie else { return "" }
    if let id = tie.incident { return Words(zh: "取自 \(id)", en: "from \(id)")(language) }
    return tie.asset == nil ? Words(zh: "取自点位", en: "from the checkpoint")(language) : ""
  }
}

extension Model {
  /// What a new form belongs to, by where the cursor is.
  func tie(to finding: (round: Round, point: RoundPoint)?) -> FormTie? {
    if let (round, point) = finding {
      let asset = point.asset.flatMap { desk.assets[$0] }.flatMap { $0.retiredAt == nil ? $0.asset : nil }
      return FormTie(
        origin: PatrolOrigin(round: round.id, point: point.id), asset: asset?.id,
        place: asset?.place.text ?? point.name, subject: point.note)
    }
    if isOnDuties, let row = selectedDuty {
      let asset = desk.asset(ofContract: row.duty.id).flatMap { desk.assets[$0]?.asset }
      // A contract is a duty only on the list: the ledger has none of that name.
      let isInLedger = desk.ledger.duties.contains { $0.id == row.duty.id }
      return FormTie(
        duty: isInLedger ? row.duty.id : nil, asset: asset?.id, place: asset?.place.text ?? "",
        subject: row.duty.words(language))
    }
    guard isOnIncidents, let incident = selectedIncident?.incident, incident.isOpen else { return nil }
    return FormTie(
      incident: incident.id, isDrill: incident.isDrill, place: incident.declared.place.text)
  }

  /// What a form belongs to, by its name; none where it was opened from nothing.
  func name(of tie: FormTie) -> Words {
    if let id = tie.incident { return desk.incidents[id]?.title ?? Words(both: "\(id)") }
    if let origin = tie.origin {
      let round = desk.rounds[origin.round]
      let about = round.flatMap { round in round.point(origin.point).map(round.about) }
      let name = about ?? Words(both: "\(origin.round) \(origin.point)")
      return Words(zh: "巡查点 \(name.zh)", en: "checkpoint \(name.en)")
    }
    if let id = tie.duty {
      let name = desk.ledger.duties.first { $0.id == id }?.words ?? Words(both: id)
      return Words(zh: "义务 \(name.zh)", en: "duty \(name.en)")
    }
    return tie.asset.map { AssetLines.title($0, self) } ?? .none
  }

  /// Ties the call on a form to what the form was opened from, or parts them.
  mutating func turnTie(_ page: FormPage) -> [Effect] {
    guard page.source != nil else { return sayUnbound(FormPage.tieKey) }
    var page = page
    page.tieChosen = page.tie == nil
    page.readQuickLine(desk)
    page.look(in: directory)
    layers[layers.count - 1] = .form(page)
    return []
  }
}
