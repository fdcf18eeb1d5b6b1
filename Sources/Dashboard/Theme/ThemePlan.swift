/// Which theme is worn: what was typed, chosen or set, the hour, and what the terminal's background is.
package struct ThemePlan: Equatable, Sendable {
  /// What a settings file asks for.
  package enum Setting: Equatable, Sendable {
    case automatic
    case always(String)
    /// One by day and one by night; minutes after midnight.
    case hours(day: String, night: String, from: Int, to: Int)
  }

  /// Asked for on the command line; goes before everything.
  package var typed: String?
  /// Picked on the screen.
  package var chosen: String?
  package var setting = Setting.automatic
  /// Whether colour is unwelcome.
  package var isPlain = false
  /// Whether the terminal's background is light; nil while nobody knows.
  package var isLight: Bool?

  package init() {}

  /// The id of the theme at a minute of the day.
  package func theme(minute: Int) -> String {
    if let asked = typed ?? chosen { return asked }
    switch setting {
    case .always(let id): return id
    case .hours(let day, let night, let from, let to):
      let isDay = from <= to ? (from..<to).contains(minute) : !(to..<from).contains(minute)
      return isDay ? day : night
    case .automatic: break
    }
    if isPlain { return Theme.mono.id }
    return isLight == true ? "light" : "dark"
  }

  /// The theme of the night, and the minute of the day that ends it: as the settings have them, else `night` until seven (*design*).
  var night: (id: String, until: Int) {
    if case .hours(_, let night, let from, _) = setting { return (night, from) }
    return ("night", 420)
  }

  /// Whether a background is light, from the variable some terminals set, such as `15;0`; nil when it says nothing.
  ///
  /// - Source: rxvt's `COLORFGBG`, whose last number is the background; vim takes 0…6 and 8 for dark, as here.
  package static func isLight(colorFGBG text: String) -> Bool? {
    guard let last = text.split(separator: ";").last, let number = Int(last), (0...15).contains(number) else {
      return nil
    }
    return number == 7 || number > 8
  }
}
