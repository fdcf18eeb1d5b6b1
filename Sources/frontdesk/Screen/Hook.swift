import Desk
import Dashboard
import Foundation

/// The program that the settings want told of what broke.
enum Hook {
  /// A line of JSON for its standard input.
  static func line(_ alarm: Alarm) -> String {
    let event = alarm.passedTo == nil ? "breached" : "escalated"
    let json = JSONText.object(
      [
        ("ticket", .text("\(alarm.ticket)")), ("place", .text(alarm.place)),
        ("clock", .text(alarm.clock.rawValue)), ("event", .text(event)), ("at", .text(alarm.at.isoText)),
      ] + (alarm.passedTo.map { [("to", .text($0.rawValue))] } ?? []))
    return json.line + "\n"
  }
}
