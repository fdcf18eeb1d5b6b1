package import Desk
import Foundation
package import Screen

/// How every role looks, at each colour depth a terminal may have.
package struct Theme: Equatable, Sendable {
  package var id: String
  package var name: Words
  private var styles: [Role: ThemeStyle]

  /// Attributes only: what NO_COLOR, a plain terminal and a missing theme file get.
  package static let mono = Theme(
    id: "mono", name: Words(zh: "单色", en: "Mono"),
    styles: Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, ThemeStyle(attributes: $0.plainAttributes)) }))

  private init(id: String, name: Words, styles: [Role: ThemeStyle]) {
    (self.id, self.name, self.styles) = (id, name, styles)
  }

  /// Reads a theme file's text.
  ///
  /// - Throws: `SettingsError` with the line and column of what is wrong.
  package init(json5 text: String, file: String) throws(SettingsError) {
    let read = try JSON5.decode(ThemeFile.self, from: text, file: file)
    id = read.id
    name = Words(zh: read.name.chinese, en: read.name.en)
    styles = Theme.mono.styles
    for role in Role.allCases {
      guard let style = read.styles[role.name] else { continue }
      styles[role] = ThemeStyle(
        foreground: style.fg.flatMap { read.palette[$0] }, background: style.bg.flatMap { read.palette[$0] },
        attributes: Attributes(names: style.attrs ?? []))
    }
  }

  /// A look for each style number: the roles, and from 128 the roles under the cursor.
  ///
  /// - Parameter colours: How many the terminal has; below 8 only attributes are used.
  /// - Returns: 256 looks, by style number.
  package func looks(colours: Int) -> [Look] {
    var looks = [Look](repeating: Look(), count: 256)
    for role in Role.allCases {
      let look = (styles[role] ?? ThemeStyle()).look(colours: colours)
      looks[Int(role.rawValue)] = look
      var cursor = look
      cursor.attributes.formSymmetricDifference(.reverse)
      looks[Int(role.rawValue) | 0x80] = cursor
    }
    return looks
  }
}

/// One role's colours and attributes.
private struct ThemeStyle: Equatable, Sendable {
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
    case .header, .over: [.bold, .reverse]
    case .headerAlert, .ignored: [.bold, .reverse, .underline]
    case .soon, .title, .toast, .keyName, .marked: .bold
    case .critical: [.bold, .underline]
    case .held, .dim, .rule: .dim
    case .field: .underline
    case .fieldFocus: .reverse
    case .text, .ok, .done, .keyLabel: []
    }
  }
}

extension Attributes {
  fileprivate init(names: [ThemeFile.Attribute]) {
    self = names.reduce(into: []) { attributes, name in
      switch name {
      case .bold: attributes.insert(.bold)
      case .dim: attributes.insert(.dim)
      case .underline: attributes.insert(.underline)
      case .reverse: attributes.insert(.reverse)
      }
    }
  }
}
