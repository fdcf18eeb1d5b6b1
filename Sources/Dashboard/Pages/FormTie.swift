import Desk
import Foundation
import Screen

/// What a form was opened from, the checkpoint, duty, incident or equipment under the cursor, or the equipment that the caller names. Its
/// words are proposed: what the caller says goes before them.
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

extension FormTie {
  /// The equipment that a text names by its key or its name, of several the longest; nil where it names none that is in use, or two as well.
  init?(toAssetIn text: String, _ desk: Desk) {
    let text = QuickLine.narrowed(text).lowercased()
    let all = desk.assets.values.filter { $0.retiredAt == nil }.map(\.asset)
    let named = all.compactMap { asset in
      [asset.id, asset.name].filter { text.names($0.lowercased()) }.map(\.count).max().map { (asset, $0) }
    }
    guard let longest = named.map(\.1).max() else { return nil }
    let meant = named.filter { $0.1 == longest }
    guard meant.count == 1 else { return nil }
    self.init(asset: meant[0].0.id, place: meant[0].0.place.text)
  }
}

extension String {
  /// Whether it holds the name of a thing as a whole: 电梯 alone is no name, nor is a number or a single letter.
  fileprivate func names(_ name: String) -> Bool {
    let isKey = name.contains { $0.isASCII && $0.isLetter } && name.contains(where: \.isNumber)
    guard name.count > 2 || isKey, !name.allSatisfy({ $0.isNumber || $0 == "-" }), !Place(name).isRoom,
      let range = range(of: name)
    else { return false }
    let isPart = { (character: Character?) in
      character.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ?? false
    }
    let (first, last) = (name.first?.isASCII == true, name.last?.isASCII == true)
    return !(first && isPart(self[..<range.lowerBound].last))
      && !(last && isPart(self[range.upperBound...].first))
  }
}

extension FormPage {
  /// What it may belong to: what it was opened from, else what the caller names.
  var source: FormTie? { openedFrom ?? named }

  /// What the call belongs to: what the form was opened from, unless the call is about another place, or the equipment that is named, wherever
  /// the caller lives; a key says otherwise.
  var tie: FormTie? {
    guard let source else { return nil }
    let isMeant = openedFrom == nil || !source.isElsewhere(than: Place(said(.place)))
    return tieChosen ?? isMeant ? source : nil
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
