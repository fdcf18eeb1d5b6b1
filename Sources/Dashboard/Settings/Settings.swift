package import Desk
package import Foundation
import Screen

/// What a person or an office sets: every key is read by something, and each has a default.
package struct Settings: Equatable, Sendable {
  /// How many colours are used at most; never more than the terminal has.
  package enum Colour: String, CaseIterable, Sendable {
    case auto, never
    case few = "16"
    case many = "256"
    case direct
  }

  /// How lines between panes are drawn.
  package enum Border: String, CaseIterable, Sendable {
    /// Thin lines where the terminal says that they are one column wide, else ASCII.
    case auto
    case ascii, lines
  }

  /// What the mouse does.
  package enum Mouse: String, CaseIterable, Sendable {
    /// What it does in every terminal: mark text.
    case off
    case click
  }

  /// Which letters move about.
  package enum Keys: String, CaseIterable, Sendable {
    case desk
    /// `j k g G` too, as in vi; the newest alarm is on Ctrl-G alone.
    case vim

    /// Where a letter moves to; nil for any other key.
    func moves(_ key: Key) -> Key? {
      guard self == .vim, case .character(let letter) = key else { return nil }
      return [Character("j"): Key.down, "k": .up, "g": .home, "G": .end][letter]
    }
  }

  /// By which of its keys an action is named on the key line.
  package enum KeyNames: String, CaseIterable, Sendable {
    case f, letter, both
  }

  /// How much of the screen the list has.
  package enum Density: String, CaseIterable, Sendable {
    case normal
    /// Fewer lines of preview and messages, more rows.
    case compact
  }

  /// What a desk that is opened without another word is for.
  package enum DeskRole: String, CaseIterable, Sendable {
    case reception
    /// The wall, which only looks.
    case wall
  }

  /// Whether a frame is shown at once, and not while it is being drawn.
  package enum SyncOutput: String, CaseIterable, Sendable {
    /// Where the terminal says that it can.
    case auto
    case on, off
  }

  /// Which letters move; the table of keys follows it.
  package var keys = Keys.desk {
    didSet { keyTable = KeyTable(bound: keyTable.bound, preset: keys) }
  }
  package var keyNames = KeyNames.f
  /// Every key, with those the office chose.
  package var keyTable = KeyTable.standard
  /// The language of the screen; nil for the locale's.
  package var language: Language?
  /// What the desk is called in the header; nil for the name given with `--desk`.
  package var deskName: String?
  package var deskRole = DeskRole.reception
  package var theme = ThemePlan.Setting.automatic
  package var colour = Colour.auto
  package var border = Border.auto
  /// The columns of ambiguous characters, 1 or 2; nil to ask the terminal.
  package var ambiguousWidth: Int?
  /// Milliseconds to wait after an Escape for the rest of a sequence; nil for what suits the line.
  package var escapeDelay: Int?
  package var sort = ListSort.governing
  package var density = Density.normal
  /// How long rows stay after a key, in seconds.
  package var freeze: TimeInterval = 3
  /// How long what leaves the desk waits, so that undo can still stop it, in seconds.
  package var undoWindow: TimeInterval = 8
  package var mouse = Mouse.off
  package var syncOutput = SyncOutput.auto
  /// Whether the terminal is asked to mark what is pasted.
  package var marksPastes = true
  package var notify = NotifySettings()
  /// Whether what is broken and ignored stands out in turns, a second each.
  package var pulses = false
  package var wall = WallSettings()
  /// The program and its arguments that print what they are given; nil for none.
  package var printer: [String]?
  /// What the clerk says on the phone, by category, in place of the line that ships with the program.
  package var scripts: [String: String] = [:]
  /// For screen readers: no seconds, no lines, no bars, no signs but words.
  package var isAccessible = false

  package init() {}

  /// How many colours to use of those there are.
  func colours(of available: Int) -> Int {
    switch colour {
    case .never: 0
    case .few: min(16, available)
    case .many: min(256, available)
    case .auto, .direct: available
    }
  }

  /// Lays what a settings file says over these, but for what cannot be used.
  ///
  /// - Parameters:
  ///   - text: What the file says.
  ///   - file: What it is called in errors.
  ///   - categories: What `scripts` may name besides the categories of the standard policy.
  ///   - policy: The promises in force, which `sla` may repeat.
  ///   - themes: What `theme` may name, asked for where it names one; nil for anything.
  /// - Returns: What was left out and why, in the order of the file; what stood before holds in its place.
  /// - Throws: what is wrong with a text that cannot be read, or of which nothing would be left; nothing of it counts then.
  @discardableResult
  package mutating func apply(
    json5 text: String, file: String, categories: [String] = [], policy: Policy = .standard,
    themes: @escaping () -> [String]? = { nil }
  ) throws(SettingsError) -> [SettingsError] {
    var document = try JSON5.Document(text, file: file)
    var faults: [SettingsError] = []
    while true {
      do {
        self = try SettingsReader(document: document, categories: categories, policy: policy, themes: themes)
          .settings(over: self)
        return faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
      } catch {
        faults.append(error)
        // So many are another file (*design*); each costs one more reading.
        guard faults.count < 100, let rest = try document.leavingOut(error) else { throw error }
        document = rest
      }
    }
  }
}

/// What the wall shows and how fast.
package struct WallSettings: Equatable, Sendable {
  /// Whether visitors may read the numbers of rooms.
  package enum Rooms: String, CaseIterable, Sendable {
    case full, masked
  }

  package var rooms = Rooms.full
  /// How long a page of cards stays, in seconds.
  package var pageSpan: TimeInterval = 15
  /// What F6 on the wall asks for; nil for nothing.
  package var pin: Pin?
  /// From when on the night theme is worn until the morning, in minutes after midnight; nil for never.
  package var dimAfter: Int?

  /// Who may acknowledge on the wall, where anybody can reach the keys.
  package enum Pin: Hashable, Sendable {
    /// Whoever knows these digits.
    case digits(String)
    /// Whoever says by name or initials which of the staff they are; the ticket keeps it as a note.
    case initials
  }

  package init() {}
}

/// When the desk makes itself heard.
package struct NotifySettings: Equatable, Sendable {
  /// How a word reaches a person who looks elsewhere.
  package enum Toast: String, CaseIterable, Sendable {
    /// The way the terminal is known to understand; none where none is known, as the bell tells too.
    case auto
    case off, osc9, osc777, osc99
  }

  package var bell = true
  package var toast = Toast.auto
  /// A program and its arguments that are told of what broke; nil for none.
  package var command: [String]?
  /// The least time between two bells, in seconds.
  package var gap: TimeInterval = 20
  /// How often a broken promise rings until somebody looks after it, in seconds.
  package var again: TimeInterval = 60
  /// Hours without bells for what is only a warning; minutes after midnight, empty for none.
  package var quiet: Range<Int>?

  package init() {}

  /// Whether a minute of the day is quiet; hours may run over midnight, as `22:00` to `07:00` does.
  func isQuiet(_ minute: Int) -> Bool {
    guard let quiet else { return false }
    return quiet.contains(minute) || quiet.contains(minute + 1440)
  }
}
