import Screen

/// How well a theme can be read, and what is wrong with it.
package struct ThemeReport: Sendable {
  /// Something that has to be mended.
  package enum Finding: Equatable, Sendable {
    /// A role is too faint on the background the theme is meant for; contrasts to a tenth, rounded down.
    case faint(role: String, depth: String, contrast: Double, least: Double)
    /// Two states of a clock cannot be told apart without colour, not even by their tags.
    case same(String, String)
    /// Two states that differ only by colour look the same to some people.
    case alike(String, String, sight: String, distance: Int)
    /// A background is painted and the file does not say so.
    case painted(role: String)
  }

  package private(set) var findings: [Finding] = []
  /// The least contrast of any role; nil where every colour is the terminal's own.
  package private(set) var contrast: Double?
  /// How far late and done are apart for each kind of colour-blind eye, in words `protan 30 …`; empty without colours.
  package private(set) var sights = ""

  /// Looks at a theme.
  package init(_ theme: Theme) {
    for role in Role.allCases where role != .rowCursor {
      measureContrast(theme, theme.styles[role], role.name)
    }
    measureCursor(theme)
    compareStates(theme)
    for role in Role.allCases where !theme.paints && theme.styles[role]?.background != nil {
      findings.append(.painted(role: role.name))
    }
    if let over = colour(.over, theme), let done = colour(.done, theme) {
      sights = Sight.allCases.dropFirst().map { sight in
        "\(sight.rawValue) \(Int(over.distance(to: done, seenBy: sight).rounded()))"
      }.joined(separator: " ")
    }
  }

  private static let depths = [
    (name: "rgb", colours: Look.direct), (name: "x256", colours: 256), (name: "16", colours: 16),
    (name: "8", colours: 8),
  ]
  /// What is asked of the terminal's own colours, which it may show otherwise: *design*, what WCAG 2.2 asks of large text.
  private static let leastOfFew = 3.0
  /// What a theme for those who see little has to keep, dim text included.
  private static let high = 7.0

  private mutating func measureContrast(_ theme: Theme, _ style: ThemeStyle?, _ name: String) {
    let promised = max(theme.id.hasPrefix("hc-") ? ThemeReport.high : 4.5, theme.contrast)
    for depth in ThemeReport.depths {
      guard var front = style?.foreground?.seen(colours: depth.colours),
        let back = style?.background?.seen(colours: depth.colours) ?? theme.background
      else { continue }
      let isDim = promised >= ThemeReport.high && style?.attributes.contains(.dim) == true
      if isDim { front = front.dimmed(on: back) }
      let ratio = (front.contrast(with: back) * 10).rounded(.down) / 10
      let least = depth.colours < 256 ? ThemeReport.leastOfFew : promised
      if depth.colours >= 256 { contrast = min(contrast ?? ratio, ratio) }
      if ratio < least {
        findings.append(.faint(role: name, depth: depth.name, contrast: ratio, least: least))
      }
    }
  }

  /// Looks at what stands in the rows of lists as it is under the cursor: readable, and to be told from the rows beside it.
  private mutating func measureCursor(_ theme: Theme) {
    let cursor = theme.styles[.rowCursor] ?? ThemeStyle()
    if cursor.attributes.isEmpty { findings.append(.same(Role.text.name, Role.rowCursor.name)) }
    guard cursor.foreground != nil || cursor.background != nil else { return }
    for role in [Role.text, .dim, .marked] + ThemeReport.states.map(\.role) {
      measureContrast(theme, theme.underCursor(role), "\(Role.rowCursor.name) \(role.name)")
    }
  }

  /// The states of a clock with the tag each has.
  private static let states: [(role: Role, sign: Symbols.Sign?)] = [
    (.ok, nil), (.soon, .soon), (.critical, .critical), (.over, .over), (.ignored, .over2), (.held, .held),
    (.done, .met), (.soon, .unknown),
  ]

  private mutating func compareStates(_ theme: Theme) {
    for (index, one) in ThemeReport.states.enumerated() {
      for two in ThemeReport.states[(index + 1)...] {
        let attributes = [one, two].map { theme.styles[$0.role]?.attributes ?? [] }
        guard attributes[0] == attributes[1] else { continue }
        if tag(one.sign, theme) == tag(two.sign, theme) {
          findings.append(.same(one.role.name, two.role.name))
        }
        if one.role != two.role { compareColours(one.role, two.role, theme) }
      }
    }
  }

  /// Below this distance two colours in two cells of a list are taken for one: *design*, five times what is just noticeable.
  private static let apart = 10

  private mutating func compareColours(_ one: Role, _ two: Role, _ theme: Theme) {
    guard let first = colour(one, theme), let second = colour(two, theme) else { return }
    for sight in Sight.allCases {
      let distance = Int(first.distance(to: second, seenBy: sight).rounded())
      if distance < ThemeReport.apart {
        findings.append(.alike(one.name, two.name, sight: sight.rawValue, distance: distance))
      }
    }
  }

  private func tag(_ sign: Symbols.Sign?, _ theme: Theme) -> String {
    sign.map { theme.symbols[$0] } ?? "  "
  }

  private func colour(_ role: Role, _ theme: Theme) -> RGB? {
    theme.styles[role]?.foreground?.seen(colours: Look.direct)
  }
}
