import Desk
import Foundation

extension Model {
  /// Whether somebody is on the phone: a form is open and was typed into within 90 seconds.
  var isOnPhone: Bool {
    let hasForm = layers.contains { if case .form = $0 { true } else { false } }
    return hasForm && now.timeIntervalSince(pressedAt) < 90
  }

  /// What goes outside when a limit runs out: a word to a person who looks elsewhere, and the program of the settings where it was
  /// recorded here. Every screen sees it, and only one records it: the program runs once, however many there are. The word makes no
  /// sound, whatever the terminal does with it: bells come from `ring` alone.
  mutating func raise(
    _ id: TicketID, _ event: TicketEvent, at instant: Date, by recorder: Recorder
  ) -> [Effect] {
    let isLast = isLastWarning(event, of: id)
    alarms.hear(id, event, at: instant, isLastWarning: isLast)
    guard let place = desk.tickets[id]?.place.text else { return [] }
    var effects: [Effect] = []
    if recorder != .others, let alarm = Alarm(id, event, place: place, at: instant) { effects = post(alarm) }
    if !isWatched, still == nil, settings.notify.toast != .off, let words = event.toast(isLastWarning: isLast)
    {
      effects.append(.toast("\(id) \(place) \(words(language))".plainLine))
    }
    return effects
  }

  /// Whether a clock warns for the last time before it runs out.
  private func isLastWarning(_ event: TicketEvent, of id: TicketID) -> Bool {
    guard case .warned(let name, let left, _) = event, let ticket = desk.tickets[id] else { return false }
    return ticket.clocks(desk.policy(of: ticket)).first { $0.id == name }?.warns.min() == left
  }

  /// Lets what broke before the desk was opened and nobody acknowledged be heard once it is.
  package mutating func hearAgain() { alarms.hear(unheard: board.escalated.keys, at: now) }

  /// Ends the ringing of a ticket once what it missed is answered, acknowledged, rescinded or void, or the ticket ended. Anything else
  /// that is done about it, such as a note, does not.
  mutating func endRinging(_ id: TicketID) {
    guard alarms.isRinging(id) else { return }
    let rings = desk.tickets[id].map { $0.isUnheard(desk.policy(of: $0)) } ?? false
    if !rings { alarms.leave(id) }
  }

  /// From how long on hearing nothing of the store is an alarm itself (*design*).
  private static let deafness: TimeInterval = 60

  /// Rings, where the rules of ringing let it.
  mutating func ring() -> [Effect] {
    let isDeaf = newsAge > Model.deafness
    guard alarms.isRinging || isDeaf, still == nil else { return [] }
    return alarms.ring(moment, isDeaf: isDeaf) == nil ? [] : [.bell]
  }

  /// Rings for a refusal or a failure, by the same rules.
  mutating func ringForFailure() -> [Effect] {
    still == nil && alarms.ringForFailure(moment) ? [.bell] : []
  }

  private var moment: Alarms.Moment {
    Alarms.Moment(now: now, settings: settings.notify, minute: minute, isOnPhone: isOnPhone)
  }

  /// Whether what is broken and ignored is in the other half of its pulse: every other second, never while somebody types.
  var isPulse: Bool { settings.pulses && showsSeconds && !Int(now.timeIntervalSince1970).isMultiple(of: 2) }

  /// Silences the desk for a quarter of an hour, or ends that.
  mutating func mute() -> [Effect] {
    alarms.toggleMute(at: now)
    say(
      alarms.isMuted(at: now)
        ? Words(zh: "静音 15 分钟；没人管的超时仍会响", en: "Silent for 15 minutes; what is late and ignored still rings")
        : Words(zh: "声音已打开", en: "Sound is on"))
    return []
  }

  /// What broke last and is not mended yet: a ticket, a checkpoint, an incident. Where no message tells any more, the most urgent ticket,
  /// else the incident that was declared last, else the checkpoint that was missed last; nil on a quiet desk.
  var newestAlarm: RowKey? {
    for case .event(let recorded) in messages.reversed() {
      switch recorded.event {
      case .ticket(let id, .breached), .ticket(let id, .escalated):
        if board.isLate(id, at: now) || board.escalated.instant(of: id) != nil { return .ticket(id) }
      case .round(let id, .missed(let point)):
        guard desk.missedPoints.contains(where: { $0.round.id == id && $0.point.id == point }) else {
          continue
        }
        return .point(id, point)
      case .incident(let id, .declared):
        guard desk.incidents[id]?.isOpen == true else { continue }
        return .incident(id)
      default: continue
      }
    }
    if let id = board.urgent(1).first, board.isLate(id, at: now) { return .ticket(id) }
    let open = desk.incidents.values.filter { $0.isOpen && !$0.isDrill }
    if let last = open.max(by: { $0.declaredAt < $1.declaredAt }) { return .incident(last.id) }
    return desk.missedPoints.max { $0.point.due < $1.point.due }.map { .point($0.round.id, $0.point.id) }
  }

  /// Goes to what broke last.
  mutating func showNewestAlarm() -> [Effect] {
    switch newestAlarm {
    case .ticket(let id)?: return jump(to: id)
    case .point?: return show(newestAlarm, in: .patrol)
    case .incident?: return show(newestAlarm, in: .incidents)
    default:
      say(Words(zh: "没有超时、漏检或突发", en: "Nothing is late, missed or going on"))
      return []
    }
  }

  /// Goes to a row of a view, from wherever somebody is.
  private mutating func show(_ row: RowKey?, in view: View) -> [Effect] {
    leaveAll()
    let effects = go(view)
    lists[view, default: ListState()].selected = row
    return effects
  }

  /// Whether the desk is heard when nothing keeps it silent, for the header.
  var sound: Words {
    settings.notify.bell ? Words(zh: "声音:开", en: "sound on") : Words(zh: "声音:关", en: "sound off")
  }

  /// Why nothing is heard, for the header; nil when nothing keeps the desk silent.
  var silence: Words? {
    if isOnPhone { return Words(zh: "通话中静音", en: "silent: call") }
    guard let until = alarms.mutedUntil, until > now else { return nil }
    let minutes = Int((until.timeIntervalSince(now) / 60).rounded(.up))
    return Words(zh: "声音:静 \(minutes)分", en: "muted \(minutes)m")
  }
}

extension TicketEvent {
  /// What somebody who looks elsewhere is told: nearly late, late, and late with nobody looking after it; nil for anything else.
  fileprivate func toast(isLastWarning: Bool) -> Words? {
    switch self {
    case .warned(let clock, let left, _) where isLastWarning:
      Words(zh: "\(clock.short.zh) 剩 \(left / 60) 分钟", en: "\(clock.short.en) \(left / 60) min left")
    case .breached(.promise, _, _): Words.promisePassed
    case .breached(let clock, _, _): Words(zh: "\(clock.short.zh) 超时", en: "\(clock.short.en) late")
    case .escalated(let escalation) where escalation.isOfIgnored:
      escalation.clock.map { Words(zh: "\($0.short.zh) 超时没人确认", en: "\($0.short.en) late, unacked") }
    default: nil
    }
  }
}

extension Escalation {
  /// Whether it passes up a missed clock that nobody acknowledged.
  var isOfIgnored: Bool { clock != nil && level > 1 }
}
