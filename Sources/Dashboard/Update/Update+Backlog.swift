import Desk
import Foundation

extension Model {
  /// The store had no time or no room for a command: it waits in line, with the time it was asked for. What somebody is still writing
  /// in a form, and what takes something back, stays with them instead.
  mutating func putOff(_ words: Words) -> [Effect] {
    if batch.isLate {
      batch = Batch()
      return []
    }
    guard let effect = batch.waiting.first, mayWait(effect) else { return giveBack(words) }
    batch.waiting.removeFirst()
    if backlog.isEmpty { remember(.words(words, at: now, isAlert: true)) }
    putInLine([effect])
    endBatch()
    return ringForFailure()
  }

  /// Whether a command can wait for the store without anybody at the keys.
  func mayWait(_ effect: Effect) -> Bool {
    if case .form = layers.last { return false }
    guard case .submit(_, _, _, nil) = effect else { return false }
    return batch.undoing == nil && batch.redoing == nil
  }

  /// Adds to the end of the line what is not in it yet, and says what holds until it is written.
  mutating func putInLine(_ effects: [Effect]) {
    for effect in effects {
      guard case .submit(let command, let seen, let occurredAt, _) = effect,
        !backlog.contains(where: effect.asksTheSame)
      else { continue }
      // A note overwrites nothing: what others do meanwhile is no reason to lose its words.
      let read = if case .ticket(_, .note) = command { Int?.none } else { seen }
      backlog.append(.submit(command, seen: read, occurredAt: occurredAt ?? now, contact: nil))
    }
    let (count, key) = (backlog.count, keyTable.letter(.undo))
    say(
      Words(
        zh: "现在写不进去，先排队（共 \(count) 项）：能写时自动写入，时间按现在算。取消: \(key)",
        en:
          "The store takes nothing now: in line (\(count) in all), written by itself as soon as it can be, and counts from now.  drop: \(key)"
      ),
      isAlert: true)
  }

  /// Tries the first in line once more; what follows it goes when that is written.
  mutating func retry() -> [Effect] {
    guard let first = backlog.first, readOnly == nil, batch.waiting.isEmpty else { return [] }
    batch = Batch(waiting: [first], isLate: true)
    return [first]
  }

  /// Says what stands in line of a store that takes nothing more: nowhere else is it written down.
  mutating func tellUnwritten() {
    for effect in backlog {
      guard case .submit(let command, _, let occurredAt, _) = effect,
        let nobodys = UUID(uuidString: "00000000-0000-0000-0000-000000000000"),
        let facts = try? desk.decide(
          Submission(id: nobodys, command, occurredAt: occurredAt ?? now, recordedAt: now, actor: actor))
      else { continue }
      for event in facts.map(\.event) where !event.isCrossing {
        let words = Words(
          zh: "没有写入：\(event.named(.chinese, on: desk))", en: "Not written: \(event.named(.english, on: desk))"
        )
        remember(.words(words, at: occurredAt ?? now, isAlert: true))
      }
    }
  }

  /// The first in line was written, refused, or failed in a way that waiting does not mend.
  mutating func leaveLine() {
    if batch.isLate, !backlog.isEmpty { backlog.removeFirst() }
  }

  /// Whether nothing waits to be written, so that what is on screen can be taken back; says so otherwise.
  mutating func isLineEmpty() -> Bool {
    guard !backlog.isEmpty else { return true }
    let key = keyTable.letter(.undo)
    say(
      Words(
        zh: "还有 \(backlog.count) 项在排队，先等写入，或按 \(key) 取消",
        en: "\(backlog.count) still in line: wait, or drop them with \(key)"),
      isAlert: true)
    return false
  }

  /// Drops what was put in line last: nothing of it is on record.
  mutating func dropLast() -> [Effect] {
    if let id = backlog.removeLast().order?.ticket { reopenCard(id) }
    say(Words(zh: "已从排队中取消，没有写入", en: "Dropped from the line; nothing was written"))
    return []
  }
}

extension Effect {
  /// Whether another submission asks for the same, at whatever time.
  fileprivate func asksTheSame(_ other: Effect) -> Bool {
    guard case .submit(let command, _, _, _) = self, case .submit(let its, _, _, _) = other else {
      return false
    }
    return command == its
  }
}
