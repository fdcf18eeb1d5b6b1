import Desk

extension EventCodec {
  static func encode(_ event: DutyEvent) -> StoredEvent {
    switch event {
    case .discharged(let span, let proof, let figure):
      StoredEvent(.dutyDischarged) {
        $0.put("span", span)
        $0.put("proof", proof)
        if let figure { $0.put("figure", figure) }
      }
    case .overdue(let span): StoredEvent(.dutyOverdue) { $0.put("span", span) }
    case .waived(let span, let reason):
      StoredEvent(.dutyWaived) {
        $0.put("span", span)
        $0.put("reason", reason)
      }
    case .findingRaised(let span, let ticket):
      StoredEvent(.dutyFindingRaised) {
        $0.put("span", span)
        $0.put("ticket", ticket.description)
      }
    }
  }

  static func decode(duty name: StoredName, _ it: PayloadObject) throws(PayloadError) -> DutyEvent {
    let span = try it.text("span")
    switch name {
    case .dutyOverdue: return .overdue(span: span)
    case .dutyWaived: return .waived(span: span, reason: try it.text("reason"))
    case .dutyFindingRaised: return .findingRaised(span: span, ticket: try it.ticket("ticket"))
    default:
      return .discharged(
        span: span, proof: try it.text("proof"), figure: try it.numberOrNil("figure").map { Int($0) })
    }
  }
}

extension PayloadWriter {
  mutating func put(duties: [Duty]) {
    put("duties", objects: duties) { writer, duty in
      writer.put("duty", duty.id)
      writer.put("name", duty.name.text)
      writer.put("nameEn", duty.name.english == duty.name.text ? nil : duty.name.english)
      writer.put("every", duty.period.rawValue)
      if let least = duty.least { writer.put("least", least) }
      writer.put("source", duty.source)
    }
  }
}

extension PayloadObject {
  func duties() throws(PayloadError) -> [Duty] {
    var duties: [Duty] = []
    for it in try objects("duties") {
      duties.append(
        Duty(
          id: try it.text("duty"), name: PlanLine(try it.text("name"), try it.textOrNil("nameEn")),
          period: try it.word("every"), least: try it.numberOrNil("least").map { Int($0) },
          source: try it.text("source")))
    }
    return duties
  }
}
