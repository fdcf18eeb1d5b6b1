import Desk

/// A theme as it is written in `themes/*.json5`.
struct ThemeFile: WrittenObject {
  struct Name: Decodable {
    var chinese: String
    var en: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case chinese = "zh-Hans"
      case en
    }
  }

  struct Style: WrittenObject {
    var fg: String?
    var bg: String?
    var attrs: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case fg, bg, attrs
    }
  }

  /// One colour at the depths a terminal may have; `default` is the terminal's own.
  struct Colour: WrittenObject {
    var rgb: String?
    /// 0…255, or `default`.
    var x256: NumberOrWord?
    var ansi: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case rgb, x256, ansi
    }
  }

  var schema: Int
  var id: String
  var name: Name
  var kind: String?
  var inherits: String?
  /// The background it is meant for.
  var background: String?
  /// The least contrast it promises.
  var contrast: Double?
  /// Whether it paints backgrounds of its own.
  var paints: Bool?
  var palette: [String: Strict<Colour>]?
  var styles: [String: Strict<Style>]?
  var symbols: [String: String]?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, id, name, kind, inherits, background, contrast, paints, palette, styles, symbols
  }
}
