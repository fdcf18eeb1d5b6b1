import Screen

/// One colour at the depths a terminal may have.
struct ThemeColour: Equatable, Sendable {
  /// By its components; nil for the terminal's own.
  var rgb: RGB?
  /// 0…255 of the 256-colour palette; nil for the terminal's own.
  var x256: Int?
  /// 0…15; nil for the terminal's own.
  var ansi: Int?

  /// The number to give a terminal with so many colours; -1 for its own default.
  func number(colours: Int) -> Int32 {
    if colours >= Look.direct, let rgb { return Look.number(red: rgb.red, green: rgb.green, blue: rgb.blue) }
    if colours >= 256, colours < Look.direct { return Int32(x256 ?? -1) }
    guard colours >= 8, let ansi else { return -1 }
    // Where colours are given by their components, only the first eight still go by number.
    if colours >= 16, colours < 256 { return Int32(ansi) }
    // Grey is a bright black: its dark half is not to be seen on a dark screen.
    return ansi == ThemeColour.grey ? -1 : Int32(ansi % 8)
  }

  private static let grey = 8

  /// What it looks like where terminals agree, or with few colours where nobody changed them; nil where each has its own.
  func seen(colours: Int) -> RGB? {
    if colours < 256 { return RGB(ansi: Int(number(colours: colours))) }
    return colours >= Look.direct ? rgb : x256.flatMap { RGB(x256: $0) }
  }

  /// The sixteen colours, in the order of their numbers.
  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]
}
