import Dashboard
import Desk
import Foundation

/// The program that the settings want told of what broke.
enum Hook {
  /// A line of JSON for its standard input.
  static func line(_ alarm: Alarm) -> String {
    let json = JSONText.object([
      ("ticket", .text("\(alarm.ticket)")), ("place", .text(alarm.place)),
      ("clock", .text(alarm.clock.rawValue)), ("event", .text("breached")), ("at", .text(alarm.at.isoText)),
    ])
    return json.line + "\n"
  }
}
