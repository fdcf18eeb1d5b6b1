package import Foundation

extension Desk {
  /// Decides what is asked about the equipment `id`.
  func decide(_ command: AssetCommand, on id: String, at instant: Date) throws(Refusal) -> [Fact] {
    if case .keep(let asset) = command { return try keep(asset.plain, at: instant) }
    let state = try knownAsset(id)
    guard state.retiredAt == nil else { throw .assetRetired(id) }
    switch command {
    case .keep: return []
    case .service(let text):
      return [Fact(.asset(state.asset.id, .serviced(text: text.freeText)), at: instant)]
    case .retire(let reason):
      let reason = try required(reason, .reasonMissing)
      return [Fact(.asset(state.asset.id, .retired(reason: reason)), at: instant)]
    }
  }

  private func keep(_ draft: Asset, at instant: Date) throws(Refusal) -> [Fact] {
    var asset = draft
    asset.id = assets.kept(draft.id)
    guard !asset.id.isEmpty, !asset.name.isEmpty else { throw .nameMissing }
    guard let known = assets[asset.id] else {
      return [Fact(.asset(asset.id, .registered(asset)), at: instant)]
    }
    return known.asset == asset && known.retiredAt == nil
      ? [] : [Fact(.asset(asset.id, .changed(asset)), at: instant)]
  }

  /// The equipment of that name.
  func knownAsset(_ id: String) throws(Refusal) -> AssetState {
    guard let state = assets[id.plainLine] else { throw .assetUnknown(id.plainLine) }
    return state
  }

  mutating func evolve(_ id: String, _ event: AssetEvent, at instant: Date, version: Int) {
    switch event {
    case .registered(let asset): assets[id] = AssetState(asset: asset, version: version)
    case .changed(let asset):
      assets[id]?.asset = asset
      assets[id]?.retiredAt = nil
    case .serviced: assets[id]?.serviced(at: instant)
    case .retired: assets[id]?.retiredAt = instant
    }
    assets[id]?.version = version
  }

  /// Writes down that a ticket named equipment.
  package mutating func note(_ ticket: TicketID, onAsset id: String, at instant: Date) {
    assets[id]?.failed(ticket, at: instant)
  }

  /// Takes equipment as it was folded elsewhere.
  package mutating func adopt(_ state: AssetState) { assets[state.asset.id] = state }
}

extension AssetState {
  /// Services and faults that stay in sight; earlier ones are in the record (*design*).
  private static let (keptServices, keptFaults) = (50, 100)

  mutating func serviced(at instant: Date) {
    services.append(instant)
    services.sort()
    services = services.suffix(AssetState.keptServices)
  }

  mutating func failed(_ ticket: TicketID, at instant: Date) {
    faults.append(AssetFault(ticket: ticket, at: instant))
    faults = faults.suffix(AssetState.keptFaults)
    faultCount += 1
  }
}
