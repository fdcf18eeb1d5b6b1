import Desk
import Foundation
import Screen

extension Model {
  /// Whether somebody is on the phone: a form is open and was typed into within 90 seconds.
  var isOnPhone: Bool {
    let hasForm = layers.contains { if case .form = $0 { true } else { false } }
    return hasForm && now.timeIntervalSince(pressedAt) < 90
  }

  /// What goes outside when a limit runs out: a word to a person who looks elsewhere, and the program of the settings.
  mutating func raise(_ id: TicketID, _ event: TicketEvent, at instant: Date) -> [Effect] {
    alarms.hear(id, event, at: instant)
    guard case .breached(let clock, _) = event, let place = desk.tickets[id]?.place.text else { return [] }
    let alarm = Alarm(ticket: id, place: place, clock: clock, at: instant)
    var effects = post(alarm)
    if !isWatched, settings.notify.toast != .off {
      let words = Words(zh: "\(clock.short.zh) 超时", en: "\(clock.short.en) late")
      effects.append(.toast("\(id) \(place) \(words(language))".plainLine))
    }
    return effects
  }

  /// Rings, where the rules of ringing let it.
  mutating func ring() -> [Effect] {
    guard alarms.isRinging, still == nil else { return [] }
    let level = alarms.ring(at: now, settings.notify, minute: minute, isOnPhone: isOnPhone)
    return level == nil ? [] : [.bell]
  }

  /// Silences the desk for a quarter of an hour, or ends that.
  mutating func mute() -> [Effect] {
    alarms.toggleMute(at: now)
    say(
      alarms.isMuted(at: now)
        ? Words(zh: "静音 15 分钟；没人管的超时仍会响", en: "Silent for 15 minutes; what is late and ignored still rings")
        : Words(zh: "声音已打开", en: "Sound is on"))
    return []
  }

  /// Why nothing is heard, for the header; nil when nothing keeps the desk silent.
  var silence: Words? {
    if isOnPhone, alarms.isRinging { return Words(zh: "通话中静音", en: "silent: call") }
    guard let until = alarms.mutedUntil, until > now else { return nil }
    let minutes = Int((until.timeIntervalSince(now) / 60).rounded(.up))
    return Words(zh: "声音:静 \(minutes)分", en: "muted \(minutes)m")
  }
}
