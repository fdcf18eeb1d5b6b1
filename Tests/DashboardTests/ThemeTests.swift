import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// The themes in the checkout, and what a theme file may say.
@Suite struct ThemeTests {
  static let files: [(file: String, text: String)] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../themes")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  static let shelf = ThemeShelf(files)

  @Test func `the ten themes are there and nothing is wrong with them`() {
    #expect(
      Set(Self.shelf.themes.map(\.id)) == [
        "dark", "light", "ansi-16", "hc-dark", "hc-light", "cvd-dark", "cvd-light", "mono", "night", "wall",
      ])
    #expect(Self.shelf.faults == [] && Self.shelf.warnings == [])
  }

  @Test func `somebody's own theme takes the place of ours, and takes none of those away that ours are`() {
    let own = (
      file: "/home/zhang/themes/mine.json5",
      text: #"{ schema: 1, id: "dark", name: { "zh-Hans": "我的", en: "mine" }, inherits: "light" }"#
    )
    let shelf = ThemeShelf([own] + Self.files)
    #expect(shelf.faults == [])
    #expect(Set(shelf.themes.map(\.id)) == Set(Self.shelf.themes.map(\.id)))
    #expect(shelf.themes.first { $0.id == "dark" }?.name.en == "mine")
    func night(_ shelf: ThemeShelf) -> [Role: ThemeStyle]? { shelf.themes.first { $0.id == "night" }?.styles }
    #expect(night(shelf) == night(Self.shelf))
  }

  @Test(arguments: shelf.themes) func `a theme passes its own lint`(theme: Theme) {
    let report = ThemeReport(theme)
    #expect(report.findings == [], "\(theme.id)")
    if theme.id.hasPrefix("hc-") { #expect(report.contrast ?? 0 >= 7) }
    #expect((theme.background == nil) == (theme.kind == .any))
  }

  @Test(arguments: shelf.themes, [0, 8, 16, 256, Look.direct])
  func `a theme tells every state of a clock from every other`(theme: Theme, colours: Int) throws {
    let looks = theme.looks(colours: colours)
    let states: [Role] = [.soon, .critical, .over, .ignored, .held]
    let distinct = Set(states.map { looks[Int($0.rawValue)] })
    #expect(distinct.count == states.count)
    #expect(looks[Int(Role.header.rawValue)] != looks[Int(Role.headerAlert.rawValue)])
    #expect(looks[Int(Role.field.rawValue)] != looks[Int(Role.fieldFocus.rawValue)])
    #expect(!distinct.contains(looks[Int(Role.ok.rawValue)]))
    for role in Role.allCases {
      #expect(looks[Int(role.rawValue)] != looks[Int(role.rawValue) | 0x80], "\(role) under the cursor")
    }
  }

  @Test func `without colours a state of a clock is told by the attributes of ux.md c.7`() throws {
    let looks = try #require(Self.shelf.themes.first { $0.id == "mono" }).looks(colours: 0)
    let states: [(Role, Attributes)] = [
      (.ok, []), (.soon, .bold), (.critical, [.bold, .underline]), (.over, [.reverse, .bold]),
      (.ignored, [.reverse, .bold, .underline]), (.held, .dim), (.done, []),
    ]
    for (role, attributes) in states {
      let look = looks[Int(role.rawValue)]
      #expect(look.attributes == attributes && look.foreground == -1 && look.background == -1, "\(role)")
    }
  }

  @Test(arguments: shelf.themes, [8, Look.direct])
  func `with eight numbered colours nothing is black on black`(theme: Theme, colours: Int) {
    guard theme.kind != .light else { return }
    for role in Role.allCases {
      #expect(theme.looks(colours: colours)[Int(role.rawValue)].foreground != 0, "\(role)")
    }
  }

  @Test func `a colour has a number at every depth`() throws {
    let dark = try #require(Self.shelf.themes.first { $0.id == "dark" })
    let numbers = [0, 8, 16, 256, Look.direct].map {
      dark.looks(colours: $0)[Int(Role.over.rawValue)].foreground
    }
    #expect(numbers == [-1, 1, 9, 203, Look.number(red: 0xFF, green: 0x6B, blue: 0x6B)])
  }

  /// A theme of one's own, with what it says beside its name.
  private func own(_ says: String, also: [(file: String, text: String)] = Self.files) -> ThemeShelf {
    ThemeShelf(
      [("mine", "{ schema: 1, id: \"mine\", name: { \"zh-Hans\": \"我的\", en: \"Mine\" },\n\(says) }")] + also)
  }

  @Test func `a theme takes from another what it does not say`() throws {
    let shelf = own(
      "inherits: \"dark\", palette: { red: { rgb: \"#ff0000\" } }, styles: { title: { fg: \"red\" } }")
    let (mine, dark) = (shelf.themes[0], try #require(shelf.themes.first { $0.id == "dark" }))
    #expect(shelf.faults == [] && mine.id == "mine" && mine.kind == .dark)
    #expect(mine.styles[.soon] == dark.styles[.soon])
    #expect(mine.styles[.over]?.foreground?.rgb == RGB("#ff0000"))
    #expect(mine.styles[.title]?.foreground?.x256 == 196)
    #expect(mine.styles[.title]?.attributes == [])
  }

  @Test(arguments: [
    ("inherits: \"night\"", 2, 1, SettingsError.Fault.inheritsTooFar("night")),
    ("inherits: \"mine\"", 2, 1, .inheritsTooFar("mine")),
    (
      "styles: { title: {\n  fg: \"blue\" } }", 3, 3,
      .badValue(key: "styles.title.fg", value: "blue", allowed: ["default"])
    ),
    (
      "styles: { \"sla.ok\": { attrs: [ \"blink\"] } }", 2, 32,
      .badValue(
        key: "styles.sla.ok.attrs[0]", value: "blink", allowed: ["bold", "dim", "reverse", "underline"])
    ),
    (
      "palette: { red: { rgb: \"red\" } }", 2, 19,
      .badValue(key: "palette.red.rgb", value: "red", allowed: ["#16181d", "default"])
    ),
    (
      "palette: { red: { x256: 256 } }", 2, 19,
      .badValue(key: "palette.red.x256", value: "256", allowed: ["0", "255", "default"])
    ),
    ("symbols: { over: \"！！\" }", 2, 12, .wrongWidth(key: "symbols.over", value: "！！", columns: 2)),
    (
      "symbols: { bar: \"#\" }", 2, 12,
      .unknownKey("symbols.bar", known: Symbols.Sign.allCases.map(\.rawValue))
    ),
    ("kind: \"dim\"", 2, 1, .badValue(key: "kind", value: "dim", allowed: ["dark", "light", "any"])),
    ("kind: \"any\", kind: \"any\"", 2, 14, .duplicateKey("kind")),
    ("kind: \"any\",,", 2, 13, .unexpected(",")),
  ])
  func `a fault of a theme is told with its place`(
    says: String, line: Int, column: Int, fault: SettingsError.Fault
  ) {
    let shelf = own(says)
    #expect(shelf.faults == [SettingsError(file: "mine", line: line, column: column, fault: fault)])
    #expect(!shelf.themes.contains { $0.id == "mine" } && shelf.themes.count == 10)
  }

  @Test func `a theme for those who see little keeps seven to one, whatever it says itself`() throws {
    let text = try #require(Self.files.first { $0.file == "hc-light.json5" }?.text)
    let weaker = text.replacing("contrast: 7,", with: "contrast: 3,").replacing("#3f3f3f", with: "#6f6f6f")
    let theme = try #require(ThemeShelf([("mine", weaker)] + Self.files).themes.first { $0.id == "hc-light" })
    #expect(
      ThemeReport(theme).findings.contains(.faint(role: "sla.held", depth: "rgb", contrast: 5, least: 7)))
  }

  @Test func `a role that nothing draws is a warning`() {
    let shelf = own("styles: {\n  \"sla.oops\": {} }")
    #expect(shelf.faults == [] && shelf.themes[0].id == "mine")
    #expect(shelf.warnings.map { [$0.line, $0.column] } == [[3, 3]])
  }

  @Test func `what a theme says of the cursor's row is laid over all that stands there`() throws {
    let shelf = own(
      """
      palette: { p: { rgb: "#ffffff", x256: 231, ansi: "white" }, q: { rgb: "#000080", x256: 18, ansi: "blue" } },
      paints: true, styles: { "row.cursor": { fg: "p", bg: "q", attrs: ["bold"] } }
      """)
    #expect(shelf.faults == [] && shelf.warnings == [])
    let looks = shelf.themes[0].looks(colours: 256)
    for role in [Role.text, .dim, .over] {
      let (plain, cursor) = (looks[Int(role.rawValue)], looks[Int(role.rawValue) | 0x80])
      #expect(cursor.foreground == 231 && cursor.background == 18)
      #expect(cursor.attributes == plain.attributes.union(.bold), "\(role) keeps what tells it from others")
    }
    let mono = Theme.mono.looks(colours: 0)
    #expect(mono[Int(Role.text.rawValue) | 0x80].attributes == .reverse)
    #expect(mono[Int(Role.over.rawValue) | 0x80].attributes == .bold, "what is in reverse stands out from it")
  }

  @Test func `of two themes with one id the first counts, and a broken one does not`() {
    let own = "{ schema: 1, id: \"dark\", name: { \"zh-Hans\": \"我\", en: \"Own\" } }"
    #expect(ThemeShelf([("own", own)] + Self.files).themes.first { $0.id == "dark" }?.name.en == "Own")
    #expect(ThemeShelf([("own", "{")] + Self.files).themes.first { $0.id == "dark" }?.name.en == "Dark")
    #expect(ThemeShelf([]).themes == [.mono])
  }

  @Test(arguments: [
    (
      "background: \"#000000\", palette: { p: { rgb: \"#222222\" } }, styles: { text: { fg: \"p\" } }",
      ThemeReport.Finding.faint(role: "text", depth: "rgb", contrast: 1.3, least: 4.5)
    ),
    (
      "kind: \"light\", background: \"#ffffff\", palette: { p: { rgb: \"#7a4f00\", ansi: \"yellow\" } }, "
        + "styles: { text: { fg: \"p\" } }",
      .faint(role: "text", depth: "8", contrast: 1.7, least: 3)
    ),
    (
      "contrast: 7, background: \"#ffffff\", palette: { p: { rgb: \"#3f3f3f\", x256: 238 } }, "
        + "styles: { \"sla.held\": { fg: \"p\", attrs: [\"dim\"] } }",
      .faint(role: "sla.held", depth: "x256", contrast: 3.8, least: 7)
    ),
    (
      "styles: { \"sla.over2\": { attrs: [\"bold\", \"reverse\"] } }, symbols: { over2: \"X \" }",
      .same("sla.over", "sla.over2")
    ),
    (
      "palette: { p: { rgb: \"#808080\" }, q: { rgb: \"#838383\" } }, "
        + "styles: { \"sla.ok\": { fg: \"p\" }, \"sla.done\": { fg: \"q\" } }",
      .alike("sla.ok", "sla.done", sight: "full", distance: 1)
    ),
    ("palette: { p: { x256: 20 } }, styles: { title: { bg: \"p\" } }", .painted(role: "title")),
  ])
  func `lint sees what cannot be read`(says: String, finding: ThemeReport.Finding) {
    let findings = ThemeReport(own(says).themes[0]).findings
    #expect(findings.contains(finding), "\(findings)")
  }

  @Test func `lint sees a cursor's row that cannot be read or told from the others`() {
    let dark = "background: \"#000000\", palette: { p: { rgb: \"#222222\" } }, "
    let faint = ThemeReport(
      own(dark + "styles: { \"row.cursor\": { fg: \"p\", attrs: [\"bold\"] } }").themes[0])
    #expect(
      faint.findings.contains(.faint(role: "row.cursor sla.over", depth: "rgb", contrast: 1.3, least: 4.5)))
    let none = ThemeReport(own("styles: { \"row.cursor\": {} }").themes[0])
    #expect(none.findings == [.same("text", "row.cursor")])
  }

  /// The figures of ux.md c.7, which were measured elsewhere.
  @Test func `colour-blind eyes see what was measured`() throws {
    let (over, done) = (try #require(RGB("#ff6b6b")), try #require(RGB("#98c379")))
    #expect(Int(over.distance(to: done, seenBy: .deutan).rounded()) == 7)
    for sight in Sight.allCases {
      let (grey, white) = (try #require(RGB("#808080")), try #require(RGB("#ffffff")))
      let full = grey.distance(to: white, seenBy: .full)
      #expect(abs(grey.distance(to: white, seenBy: sight) - full) < 0.1, "greys stay greys")
    }
  }

  @Test func `the order of wishes for a theme`() {
    var plan = ThemePlan()
    #expect(plan.theme(minute: 0) == "dark")
    plan.isLight = true
    #expect(plan.theme(minute: 0) == "light")
    plan.isPlain = true
    #expect(plan.theme(minute: 0) == "mono")
    plan.setting = .hours(day: "light", night: "night", from: 7 * 60, to: 19 * 60)
    #expect([419, 420, 1139, 1140].map(plan.theme) == ["night", "light", "light", "night"])
    plan.setting = .hours(day: "light", night: "night", from: 19 * 60, to: 7 * 60)
    #expect([419, 420, 1139, 1140].map(plan.theme) == ["light", "night", "night", "light"])
    plan.chosen = "wall"
    #expect(plan.theme(minute: 0) == "wall")
    plan.typed = "hc-dark"
    #expect(plan.theme(minute: 0) == "hc-dark")
  }

  @Test(arguments: [
    ("15;0", false), ("0;15", true), ("0;default;15", true), ("15;8", false), ("0;7", true), ("", nil),
    ("a", nil),
  ])
  func `a variable of the terminal may say how light it is`(text: String, isLight: Bool?) {
    #expect(ThemePlan.isLight(colorFGBG: text) == isLight)
  }

  @Test func `themes are tried on while their list is open, and Esc puts back what was worn`() {
    var seat = Seat()
    seat.model.themes = Self.shelf.themes
    seat.model.wear()
    let worn = seat.model.theme
    #expect(seat.model.themes[worn].id == "dark")
    seat.press("T", "Down")
    #expect(seat.model.theme == worn + 1)
    seat.wait(2)
    #expect(seat.model.theme == worn + 1, "the clock does not end a trial")
    seat.press("夜间")
    #expect(seat.model.themes[seat.model.theme].id == "night")
    seat.press("Esc")
    #expect(seat.model.theme == worn)
    seat.press("T", "高对比浅", "Enter")
    #expect(seat.model.themes[seat.model.theme].id == "hc-light" && seat.model.layers.isEmpty)
    seat.press("T", "Home", "自动", "Enter")
    #expect(seat.model.theme == worn)
  }

  @Test(arguments: Language.allCases)
  func `where no colours are used the list of themes says why nothing changes`(language: Language) {
    var seat = Seat(80, 24, language)
    let words = language == .chinese ? "这里不用颜色" : "no colours here"
    seat.press("T")
    #expect(seat.text.contains(words))
    seat.press("Esc")
    seat.model.colours = 256
    seat.press("T")
    #expect(!seat.text.contains(words))
  }

  @Test(arguments: [true, false])
  func `what the terminal answers of its background goes before what a variable says`(isLight: Bool) {
    var seat = Seat()
    seat.model.themes = Self.shelf.themes
    seat.model.themePlan.isLight = ThemePlan.isLight(colorFGBG: isLight ? "15;0" : "0;15")
    seat.take(.terminalTold(TerminalFacts()))
    #expect(seat.model.themes[seat.model.theme].id == (isLight ? "dark" : "light"), "it did not answer")
    var facts = TerminalFacts()
    facts.backgroundLuminance = isLight ? 0.9 : 0.1
    seat.take(.terminalTold(facts))
    #expect(seat.model.themes[seat.model.theme].id == (isLight ? "light" : "dark"))
  }

  /// The values of ux.md c.13, which were verified elsewhere.
  @Test(arguments: [
    (
      "dark", "#16181d", 5.8,
      "#d8dee9/253 #8fbcbb/109 #e5c07b/179 #ff9e64/215 #ff6b6b/203 #8a94a6/246 #98c379/150"
    ),
    (
      "light", "#ffffff", 6.1,
      "#1f2328/235 #0b6e6e/23 #7a4f00/94 #a83f00/130 #b00020/124 #57606a/59 #1a6b2d/22"
    ),
    (
      "cvd-dark", "#16181d", 6.7,
      "#e6e6e6/254 #56b4e9/74 #f0e442/227 #e69f00/214 #ff7a1a/208 #9aa0a6/247 #79b8ff/75"
    ),
    (
      "cvd-light", "#ffffff", 6.7,
      "#1a1a1a/234 #005a9c/25 #6b5900/58 #8a4b00/94 #a03000/88 #5c5c5c/59 #004a80/24"
    ),
    (
      "hc-dark", "#000000", 8.7,
      "#ffffff/231 #ffffff/231 #ffff00/226 #ffb000/214 #ff8080/210 #c0c0c0/250 #80ff80/120"
    ),
  ])
  func `a theme has the colours that were verified`(
    id: String, background: String, contrast: Double, colours: String
  ) throws {
    let theme = try #require(Self.shelf.themes.first { $0.id == id })
    let ground = try #require(RGB(background))
    #expect(theme.background == ground)
    let roles: [Role] = [.text, .title, .soon, .critical, .over, .held, .done]
    var least = Double.infinity
    for (role, colour) in zip(roles, colours.split(separator: " ")) {
      let parts = colour.split(separator: "/").map(String.init)
      let front = try #require(theme.styles[role]?.foreground)
      let rgb = try #require(RGB(parts[0]))
      #expect(front.rgb == rgb && front.x256 == Int(parts[1]), "\(role)")
      least = min(least, rgb.contrast(with: ground))
    }
    #expect(abs(least - contrast) < 0.06, "\(least)")
  }

  @Test func `the terminal's background and the hour choose where nobody did`() {
    var seat = Seat()
    seat.model.themes = Self.shelf.themes
    var facts = TerminalFacts()
    facts.backgroundLuminance = 0.9
    seat.take(.terminalTold(facts))
    #expect(seat.model.themes[seat.model.theme].id == "light")
    seat.model.themePlan.setting = .hours(day: "wall", night: "night", from: 0, to: 24 * 60)
    seat.wait(1)
    #expect(seat.model.themes[seat.model.theme].id == "wall")
  }
}
