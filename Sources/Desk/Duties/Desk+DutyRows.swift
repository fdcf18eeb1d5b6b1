package import Foundation

extension Desk {
  /// Everything owed by the calendar as a list shows it: the ledger's duties and the maintenance contracts that end (S045); what is
  /// owed longest first.
  package func dutyRows(at now: Date) -> [DutyRow] {
    let rows = ledger.rows(at: now, in: zone) + assets.values.compactMap { contract(of: $0, at: now) }
    return rows.sorted {
      ($0.standing.order, $0.dueAt, $0.duty.id) < ($1.standing.order, $1.dueAt, $1.duty.id)
    }
  }

  /// The contract of equipment that is still in use: owed from the day it ends until another end is known.
  private func contract(of state: AssetState, at now: Date) -> DutyRow? {
    guard state.retiredAt == nil, let end = state.asset.contractEnd else { return nil }
    let duty = state.asset.renewal
    let dueAt = end.adding(days: 1).start(in: zone)
    // A contract has one end and no span after it.
    let span = duty.period.index(of: end)
    return DutyRow(
      duty: duty, standing: ledger.standing(nil, duty, dueAt, at: now), span: span, running: span,
      dueAt: dueAt, record: nil)
  }

  /// A duty of the ledger, or the renewal of a contract, by its key; nil for any other.
  package func duty(_ id: String) -> Duty? {
    ledger.duties.first { $0.id == id } ?? asset(ofContract: id).flatMap { assets[$0]?.asset.renewal }
  }

  /// The equipment whose contract a key of the list means.
  package func asset(ofContract duty: String) -> String? {
    guard duty.hasPrefix("contract-") else { return nil }
    let id = String(duty.dropFirst("contract-".count))
    return assets[id] == nil ? nil : id
  }
}

extension Asset {
  fileprivate var renewal: Duty {
    Duty(
      id: "contract-\(id)", name: PlanLine("\(name) 维保合同续签", "Renew the contract of \(name)"), period: .year,
      source: "S045")
  }
}
