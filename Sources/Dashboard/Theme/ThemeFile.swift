import Desk

/// A theme as it is written in `themes/*.json5`.
struct ThemeFile: Decodable {
  struct Name: Decodable {
    var chinese: String
    var en: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case chinese = "zh-Hans"
      case en
    }
  }

  struct Style: Decodable {
    var fg: String?
    var bg: String?
    var attrs: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case fg, bg, attrs
    }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      fg = try it.decodeIfPresent(String.self, forKey: .fg)
      bg = try it.decodeIfPresent(String.self, forKey: .bg)
      attrs = try it.decodeIfPresent([String].self, forKey: .attrs)
    }
  }

  /// One colour at the depths a terminal may have; `default` is the terminal's own.
  struct Colour: Decodable {
    var rgb: String?
    /// 0…255, or `default`.
    var x256: Number?
    var ansi: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case rgb, x256, ansi
    }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      rgb = try it.decodeIfPresent(String.self, forKey: .rgb)
      x256 = try it.decodeIfPresent(Number.self, forKey: .x256)
      ansi = try it.decodeIfPresent(String.self, forKey: .ansi)
    }
  }

  /// A number, or a word instead of one.
  struct Number: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let it = try decoder.singleValueContainer()
      if let number = try? it.decode(Int.self) {
        text = "\(number)"
      } else {
        text = try it.decode(String.self)
      }
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
  var palette: [String: Colour]?
  var styles: [String: Style]?
  var symbols: [String: String]?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, id, name, kind, inherits, background, contrast, paints, palette, styles, symbols
  }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    schema = try it.decode(Int.self, forKey: .schema)
    id = try it.decode(String.self, forKey: .id)
    name = try it.decode(Name.self, forKey: .name)
    kind = try it.decodeIfPresent(String.self, forKey: .kind)
    inherits = try it.decodeIfPresent(String.self, forKey: .inherits)
    background = try it.decodeIfPresent(String.self, forKey: .background)
    contrast = try it.decodeIfPresent(Double.self, forKey: .contrast)
    paints = try it.decodeIfPresent(Bool.self, forKey: .paints)
    palette = try it.decodeIfPresent([String: Colour].self, forKey: .palette)
    styles = try it.decodeIfPresent([String: Style].self, forKey: .styles)
    symbols = try it.decodeIfPresent([String: String].self, forKey: .symbols)
  }
}
