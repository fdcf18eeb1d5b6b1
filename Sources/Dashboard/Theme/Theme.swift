package import Screen

/// How every role looks, at each colour depth a terminal may have.
package struct Theme: Equatable, Sendable {
  /// What backgrounds it is for.
  package enum Kind: String, CaseIterable, Sendable {
    case dark, light, any
  }

  package var id: String
  package var name: Words
  package var kind = Kind.any
  /// Where it was read; empty for the one in the program.
  package var file = ""
  /// The background it is meant for; nil for any.
  package internal(set) var background: RGB?
  /// The least contrast of its colours on that background.
  package internal(set) var contrast = 4.5
  /// Whether it paints backgrounds of its own.
  package internal(set) var paints = false
  package internal(set) var symbols = Symbols()
  var styles: [Role: ThemeStyle]

  /// Attributes only: what NO_COLOR, a plain terminal and a missing theme file get.
  package static let mono = Theme(id: "mono", name: Words(zh: "单色", en: "Mono"), styles: plainStyles)

  /// What a role looks like where a theme says nothing about it.
  static let plainStyles = Dictionary(
    uniqueKeysWithValues: Role.allCases.map { ($0, ThemeStyle(attributes: $0.plainAttributes)) })

  init(id: String, name: Words, styles: [Role: ThemeStyle]) {
    (self.id, self.name, self.styles) = (id, name, styles)
  }

  /// A look for each style number: the roles, and from 128 the roles under the cursor.
  ///
  /// - Parameter colours: How many the terminal has; below 8 only attributes are used.
  /// - Returns: 256 looks, by style number.
  package func looks(colours: Int) -> [Look] {
    var looks = [Look](repeating: Look(), count: 256)
    for role in Role.allCases {
      looks[Int(role.rawValue)] = (styles[role] ?? ThemeStyle()).look(colours: colours)
      looks[Int(role.rawValue) | 0x80] = underCursor(role).look(colours: colours)
    }
    return looks
  }

  /// A role on the cursor's row: its own colours where `row.cursor` has none. Reverse is toggled, so that what is in reverse already
  /// stands out from the row.
  func underCursor(_ role: Role) -> ThemeStyle {
    guard let cursor = styles[.rowCursor], var style = styles[role] else { return ThemeStyle() }
    style.foreground = cursor.foreground ?? style.foreground
    style.background = cursor.background ?? style.background
    style.attributes.formUnion(cursor.attributes.subtracting(.reverse))
    if cursor.attributes.contains(.reverse) { style.attributes.formSymmetricDifference(.reverse) }
    return style
  }
}

/// One role's colours and attributes.
struct ThemeStyle: Equatable, Sendable {
  var foreground: ThemeColour?
  var background: ThemeColour?
  var attributes: Attributes = []

  func look(colours: Int) -> Look {
    Look(
      foreground: foreground?.number(colours: colours) ?? -1,
      background: background?.number(colours: colours) ?? -1, attributes: attributes)
  }
}

extension Role {
  /// How it looks without colour; every clock state differs from every other by these and its tag.
  fileprivate var plainAttributes: Attributes {
    switch self {
    case .header, .fieldFocus, .rowCursor: .reverse
    case .headerSoon, .over: [.bold, .reverse]
    case .headerAlert, .ignored: [.bold, .reverse, .underline]
    case .soon, .title, .toast, .keyName, .marked: .bold
    case .critical: [.bold, .underline]
    case .held, .dim, .rule: .dim
    case .field: .underline
    case .text, .ok, .done, .keyLabel: []
    }
  }
}
