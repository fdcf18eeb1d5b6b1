package import Desk
import Screen

/// The themes that can be chosen, read from their files: of two with the same id the first counts.
package struct ThemeShelf: Sendable {
  package private(set) var themes: [Theme] = []
  /// Why a theme is not among them.
  package private(set) var faults: [SettingsError] = []
  /// What a theme says in vain.
  package private(set) var warnings: [SettingsError] = []

  /// Reads files, the person's own first; `unread` says why others cannot be.
  package init(_ files: [(file: String, text: String)], unread: [SettingsError] = []) {
    faults = unread
    var written: [WrittenTheme] = []
    for (file, text) in files {
      do {
        written.append(try WrittenTheme(text, file: file))
      } catch {
        faults.append(error)
      }
    }
    for (index, theme) in written.enumerated() where !themes.contains(where: { $0.id == theme.id }) {
      do {
        let parent = try theme.parent(
          among: written.enumerated().filter { $0.offset != index }.map(\.element))
        themes.append(try theme.theme(over: parent))
        warnings += theme.warnings
      } catch {
        faults.append(error)
      }
    }
    if !themes.contains(where: { $0.id == Theme.mono.id }) { themes.append(.mono) }
  }
}

/// A theme file that was read and still knows where everything stands.
private struct WrittenTheme {
  private let document: JSON5.Document
  private let written: ThemeFile
  private let file: String

  var id: String { written.id }

  init(_ text: String, file: String) throws(SettingsError) {
    document = try JSON5.Document(text, file: file)
    written = try document.decode(ThemeFile.self)
    self.file = file
    guard written.schema == 1 else { throw document.bad("schema", "\(written.schema)", ["1"]) }
    let letters = written.id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard letters, !written.id.isEmpty else { throw document.bad("id", written.id, ["dark", "my-theme"]) }
  }

  /// What it takes the rest from: one level, so that no ring can come about.
  func parent(among others: [WrittenTheme]) throws(SettingsError) -> WrittenTheme? {
    guard let name = written.inherits else { return nil }
    guard name != id else { throw document.error(at: "inherits", .inheritsTooFar(name)) }
    // A file takes from its own folder first: somebody's own `dark` does not change what the program's themes take from theirs.
    let named = others.filter { $0.id == name }
    let near = named.first { $0.file.pathFolder == file.pathFolder }
    guard let parent = near ?? named.first(where: { $0.written.inherits == nil }) ?? named.first else {
      throw document.bad("inherits", name, others.map(\.id))
    }
    guard parent.written.inherits == nil else {
      throw document.error(at: "inherits", .inheritsTooFar(name))
    }
    return parent
  }

  /// Roles that nothing draws.
  var warnings: [SettingsError] {
    let known = Role.allCases.map(\.name)
    return (written.styles ?? [:]).keys.filter { !known.contains($0) }.sorted().map { name in
      document.error(at: "styles.\(name)", .unknownKey("styles.\(name)", known: known))
    }
  }

  func theme(over parent: WrittenTheme?) throws(SettingsError) -> Theme {
    let palette = try (parent?.palette() ?? [:]).merging(palette()) { _, new in new }
    var theme = Theme(
      id: id, name: Words(zh: written.name.chinese.plainLine, en: written.name.en.plainLine),
      styles: Theme.plainStyles)
    theme.file = file
    for source in [parent, self].compactMap(\.self) {
      try source.dress(&theme, palette)
    }
    return theme
  }

  /// Lays what the file says over a theme.
  private func dress(_ theme: inout Theme, _ palette: [String: ThemeColour]) throws(SettingsError) {
    if let kind = written.kind { theme.kind = try document.word(kind, "kind") }
    if let text = written.background {
      guard let colour = RGB(text) else { throw document.bad("background", text, ["#16181d"]) }
      theme.background = colour
    }
    theme.contrast = written.contrast ?? theme.contrast
    theme.paints = written.paints ?? theme.paints
    for role in Role.allCases {
      guard let style = written.styles?[role.name] else { continue }
      theme.styles[role] = try self.style(style, "styles.\(role.name)", palette)
    }
    for (name, text) in (written.symbols ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let sign = Symbols.Sign(rawValue: name) else {
        throw document.error(
          at: "symbols.\(name)",
          .unknownKey("symbols.\(name)", known: Symbols.Sign.allCases.map(\.rawValue)))
      }
      guard displayWidth(text) == sign.width else {
        throw document.error(
          at: "symbols.\(name)", .wrongWidth(key: "symbols.\(name)", value: text, columns: sign.width))
      }
      theme.symbols[sign] = text.plain
    }
  }

  private func style(
    _ style: Strict<ThemeFile.Style>, _ key: String, _ palette: [String: ThemeColour]
  ) throws(SettingsError) -> ThemeStyle {
    var attributes: Attributes = []
    for (index, name) in (style.attrs ?? []).enumerated() {
      guard let known = WrittenTheme.attributes[name] else {
        throw document.bad("\(key).attrs[\(index)]", name, WrittenTheme.attributes.keys.sorted())
      }
      attributes.insert(known)
    }
    return ThemeStyle(
      foreground: try colour(style.fg, "\(key).fg", palette),
      background: try colour(style.bg, "\(key).bg", palette), attributes: attributes)
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
  ]

  private func colour(
    _ name: String?, _ key: String, _ palette: [String: ThemeColour]
  ) throws(SettingsError) -> ThemeColour? {
    guard let name, name != "default" else { return nil }
    guard let colour = palette[name] else {
      throw document.bad(key, name, palette.keys.sorted() + ["default"])
    }
    return colour
  }

  private func palette() throws(SettingsError) -> [String: ThemeColour] {
    var colours: [String: ThemeColour] = [:]
    for (name, colour) in (written.palette ?? [:]).sorted(by: { $0.key < $1.key }) {
      colours[name] = try self.colour(colour, "palette.\(name)")
    }
    return colours
  }

  private func colour(_ written: Strict<ThemeFile.Colour>, _ key: String) throws(SettingsError) -> ThemeColour
  {
    var colour = ThemeColour()
    if let text = written.rgb, text != "default" {
      guard let rgb = RGB(text) else { throw document.bad("\(key).rgb", text, ["#16181d", "default"]) }
      (colour.rgb, colour.x256) = (rgb, written.x256 == nil ? rgb.nearest256 : nil)
    }
    if let text = written.x256?.text, text != "default" {
      guard let number = Int(text), (0...255).contains(number) else {
        throw document.bad("\(key).x256", text, ["0", "255", "default"])
      }
      colour.x256 = number
    }
    if let name = written.ansi, name != "default" {
      guard let index = ThemeColour.names.firstIndex(of: name) else {
        throw document.bad("\(key).ansi", name, ThemeColour.names + ["default"])
      }
      colour.ansi = index
    }
    return colour
  }
}
