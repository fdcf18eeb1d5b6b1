import Foundation

extension Model {
  /// The system clock was set: due times are instants and hold as they are, what counts seconds of this sitting moves along.
  mutating func jump(by seconds: TimeInterval) -> [Effect] {
    let seconds = seconds.rounded()
    now = now.addingTimeInterval(seconds)
    instant = now
    pressedAt = pressedAt.addingTimeInterval(seconds)
    heardAt = heardAt.addingTimeInterval(seconds)
    turn = nil
    for index in outbox.indices { outbox[index].due = outbox[index].due.addingTimeInterval(seconds) }
    // Ahead may be a computer that slept: what was done before it, and asked for, was done then.
    let back = min(0, seconds)
    // A step is known by what it holds.
    for index in undoable.indices {
      undoable[index].at.addTimeInterval(back)
      guard case .slips(var held) = undoable[index].deed else { continue }
      held.due.addTimeInterval(seconds)
      undoable[index].deed = .slips(held)
    }
    alarms.shift(by: seconds)
    for index in drafts.indices { drafts[index].openedAt.addTimeInterval(back) }
    backlog = backlog.map { $0.moved(by: back) }
    for index in layers.indices {
      if case .wall = layers[index] { layers[index] = .wall(WallPage(at: now)) }
      guard case .form(var page) = layers[index] else { continue }
      page.openedAt.addTimeInterval(back)
      layers[index] = .form(page)
    }
    endStill()
    thaw(keepingSelected: true)
    let sign = seconds < 0 ? "-" : "+"
    let size = abs(seconds)
    let span = size < 120 ? Words(zh: "\(Int(size))秒", en: "\(Int(size))s") : .span(size)
    let words = Words(
      zh: "系统时间变动 \(sign)\(span.zh)，时限已重算",
      en: "The system clock moved \(sign)\(span.en); all limits are counted anew")
    say(words, isAlert: true)
    remember(.words(words, at: now, isAlert: true))
    return []
  }
}

extension Effect {
  /// A submission with the time it was asked for moved along.
  fileprivate func moved(by seconds: TimeInterval) -> Effect {
    guard case .submit(let command, let seen, let occurredAt, let contact) = self else { return self }
    return .submit(
      command, seen: seen, occurredAt: occurredAt?.addingTimeInterval(seconds), contact: contact)
  }
}
