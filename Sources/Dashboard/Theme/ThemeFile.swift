/// A theme as it is written in `themes/*.json5`.
struct ThemeFile: Decodable {
  struct Name: Decodable {
    var chinese: String
    var en: String

    enum CodingKeys: String, CodingKey {
      case chinese = "zh-Hans"
      case en
    }
  }

  struct Style: Decodable {
    var fg: String?
    var bg: String?
    var attrs: [Attribute]?
  }

  enum Attribute: String, Decodable {
    case bold, dim, underline, reverse
  }

  var schema: Int
  var id: String
  var name: Name
  var palette: [String: ThemeColour]
  var styles: [String: Style]
}

/// One colour at the depths a terminal may have.
struct ThemeColour: Equatable, Decodable, Sendable {
  /// 0…255 of the 256-colour palette; nil for the terminal's own.
  var x256: Int16?
  /// 0…15; nil for the terminal's own.
  var ansi: Int16?

  enum CodingKeys: String, CodingKey {
    case x256, ansi
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    x256 = try? container.decode(Int16.self, forKey: .x256)
    let word = try container.decodeIfPresent(String.self, forKey: .ansi) ?? "default"
    if let index = ThemeColour.names.firstIndex(of: word) {
      ansi = Int16(index)
    } else if word != "default" {
      throw DecodingError.dataCorruptedError(
        forKey: .ansi, in: container,
        debugDescription: "\(word) is not one of \(ThemeColour.names.joined(separator: " "))")
    }
  }

  /// The number to give a terminal with so many colours; nil for its own default.
  func number(colours: Int) -> Int16? {
    if colours >= 256 { return x256 }
    guard colours >= 8, let ansi else { return nil }
    return colours >= 16 ? ansi : ansi % 8
  }

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]
}
