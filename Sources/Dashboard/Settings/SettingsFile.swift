import Desk
import Foundation

/// Settings as they are written in `config.json5`.
struct SettingsFile: Decodable {
  struct Desk: Decodable {
    var name: String?
    var role: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case name, role }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      name = try it.decodeIfPresent(String.self, forKey: .name)
      role = try it.decodeIfPresent(String.self, forKey: .role)
    }
  }

  /// A theme by its id, or one by day and one by night.
  struct Theme: Decodable {
    var id: String?
    var day = "light"
    var night = "dark"
    var from = "07:00"
    var to = "19:00"

    enum CodingKeys: String, CodingKey, CaseIterable { case day, night, from, to }

    init(from decoder: any Decoder) throws {
      id = try? decoder.singleValueContainer().decode(String.self)
      guard id == nil else { return }
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      day = try it.decodeIfPresent(String.self, forKey: .day) ?? day
      night = try it.decodeIfPresent(String.self, forKey: .night) ?? night
      from = try it.decodeIfPresent(String.self, forKey: .from) ?? from
      to = try it.decodeIfPresent(String.self, forKey: .to) ?? to
    }
  }

  struct Keys: Decodable {
    var preset: String?
    var show: String?
    var escDelayMs: ThemeFile.Number?
    var bind: [String: [String]]?

    enum CodingKeys: String, CodingKey, CaseIterable { case preset, show, escDelayMs, bind }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      preset = try it.decodeIfPresent(String.self, forKey: .preset)
      show = try it.decodeIfPresent(String.self, forKey: .show)
      escDelayMs = try it.decodeIfPresent(ThemeFile.Number.self, forKey: .escDelayMs)
      bind = try it.decodeIfPresent([String: [String]].self, forKey: .bind)
    }
  }

  struct List: Decodable {
    var sort: String?
    var density: String?
    var freezeMs: Int?

    enum CodingKeys: String, CodingKey, CaseIterable { case sort, density, freezeMs }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      sort = try it.decodeIfPresent(String.self, forKey: .sort)
      density = try it.decodeIfPresent(String.self, forKey: .density)
      freezeMs = try it.decodeIfPresent(Int.self, forKey: .freezeMs)
    }
  }

  struct Undo: Decodable {
    var windowSec: Int?

    enum CodingKeys: String, CodingKey, CaseIterable { case windowSec }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      windowSec = try decoder.container(keyedBy: CodingKeys.self)
        .decodeIfPresent(Int.self, forKey: .windowSec)
    }
  }

  struct Print: Decodable {
    var command: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable { case command }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      command = try decoder.container(keyedBy: CodingKeys.self)
        .decodeIfPresent([String].self, forKey: .command)
    }
  }

  struct Notify: Decodable {
    var bell: Bool?
    var minGapSec: Int?
    var repeatSec: Int?
    var toast: String?
    var quiet: [String]?
    var command: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case bell, minGapSec, repeatSec, toast, quiet, command
    }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      bell = try it.decodeIfPresent(Bool.self, forKey: .bell)
      minGapSec = try it.decodeIfPresent(Int.self, forKey: .minGapSec)
      repeatSec = try it.decodeIfPresent(Int.self, forKey: .repeatSec)
      toast = try it.decodeIfPresent(String.self, forKey: .toast)
      quiet = try it.decodeIfPresent([String].self, forKey: .quiet)
      command = try it.decodeIfPresent([String].self, forKey: .command)
    }
  }

  struct Alert: Decodable {
    var pulse: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable { case pulse }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      pulse = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(Bool.self, forKey: .pulse)
    }
  }

  struct Wall: Decodable {
    var pageSec: Int?
    var pin: ThemeFile.Number?
    var dimAfter: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case pageSec, pin, dimAfter }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      let it = try decoder.container(keyedBy: CodingKeys.self)
      pageSec = try it.decodeIfPresent(Int.self, forKey: .pageSec)
      pin = try it.decodeIfPresent(ThemeFile.Number.self, forKey: .pin)
      dimAfter = try it.decodeIfPresent(String.self, forKey: .dimAfter)
    }
  }

  struct Privacy: Decodable {
    var wallRooms: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case wallRooms }

    init(from decoder: any Decoder) throws {
      try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
      wallRooms = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(
        String.self, forKey: .wallRooms)
    }
  }

  var lang: String?
  var desk: Desk?
  var theme: Theme?
  var color: String?
  var border: String?
  var ambiguousWidth: ThemeFile.Number?
  var keys: Keys?
  var list: List?
  var undo: Undo?
  var mouse: String?
  var syncOutput: String?
  var bracketedPaste: Bool?
  var notify: Notify?
  var alert: Alert?
  var print: Print?
  var wall: Wall?
  var privacy: Privacy?
  var scripts: [String: String]?
  var accessible: Bool?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case lang, desk, theme, color, border, ambiguousWidth, keys, list, undo, mouse, syncOutput,
      bracketedPaste, notify, alert, print,
      wall,
      privacy, scripts, accessible
  }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let it = try decoder.container(keyedBy: CodingKeys.self)
    lang = try it.decodeIfPresent(String.self, forKey: .lang)
    desk = try it.decodeIfPresent(Desk.self, forKey: .desk)
    theme = try it.decodeIfPresent(Theme.self, forKey: .theme)
    color = try it.decodeIfPresent(String.self, forKey: .color)
    border = try it.decodeIfPresent(String.self, forKey: .border)
    ambiguousWidth = try it.decodeIfPresent(ThemeFile.Number.self, forKey: .ambiguousWidth)
    keys = try it.decodeIfPresent(Keys.self, forKey: .keys)
    list = try it.decodeIfPresent(List.self, forKey: .list)
    undo = try it.decodeIfPresent(Undo.self, forKey: .undo)
    mouse = try it.decodeIfPresent(String.self, forKey: .mouse)
    syncOutput = try it.decodeIfPresent(String.self, forKey: .syncOutput)
    bracketedPaste = try it.decodeIfPresent(Bool.self, forKey: .bracketedPaste)
    notify = try it.decodeIfPresent(Notify.self, forKey: .notify)
    alert = try it.decodeIfPresent(Alert.self, forKey: .alert)
    print = try it.decodeIfPresent(Print.self, forKey: .print)
    wall = try it.decodeIfPresent(Wall.self, forKey: .wall)
    privacy = try it.decodeIfPresent(Privacy.self, forKey: .privacy)
    scripts = try it.decodeIfPresent([String: String].self, forKey: .scripts)
    accessible = try it.decodeIfPresent(Bool.self, forKey: .accessible)
  }
}
