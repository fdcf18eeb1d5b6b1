import Desk

/// Settings as they are written in `config.json5`.
struct SettingsFile: WrittenObject {
  struct Desk: WrittenObject {
    var name: String?
    var role: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case name, role }
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

  struct Keys: WrittenObject {
    var preset: String?
    var show: String?
    var escDelayMs: NumberOrWord?
    var bind: [String: [String]]?

    enum CodingKeys: String, CodingKey, CaseIterable { case preset, show, escDelayMs, bind }
  }

  struct List: WrittenObject {
    var sort: String?
    var density: String?
    var freezeMs: WholeNumber?

    enum CodingKeys: String, CodingKey, CaseIterable { case sort, density, freezeMs }
  }

  struct Undo: WrittenObject {
    var windowSec: WholeNumber?

    enum CodingKeys: String, CodingKey, CaseIterable { case windowSec }
  }

  struct Print: WrittenObject {
    var command: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable { case command }
  }

  struct Notify: WrittenObject {
    var bell: Bool?
    var minGapSec: WholeNumber?
    var repeatSec: WholeNumber?
    var toast: String?
    var quiet: [String]?
    var command: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case bell, minGapSec, repeatSec, toast, quiet, command
    }
  }

  struct Alert: WrittenObject {
    var pulse: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable { case pulse }
  }

  struct Wall: WrittenObject {
    var pageSec: WholeNumber?
    var pin: NumberOrWord?
    var dimAfter: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case pageSec, pin, dimAfter }
  }

  struct Privacy: WrittenObject {
    var wallRooms: String?
    var maskPhone: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable { case wallRooms, maskPhone }
  }

  /// How early clocks warn, which the policy says: it may be repeated here.
  struct Warnings: WrittenObject {
    struct Minutes: WrittenObject {
      var respond: WholeNumber?
      var fix: WholeNumber?

      enum CodingKeys: String, CodingKey, CaseIterable { case respond, fix }
    }

    var soonMin: Strict<Minutes>?
    var criticalMin: Strict<Minutes>?

    enum CodingKeys: String, CodingKey, CaseIterable { case soonMin, criticalMin }
  }

  var lang: String?
  var desk: Strict<Desk>?
  var theme: Theme?
  var color: String?
  var border: String?
  var ambiguousWidth: NumberOrWord?
  var keys: Strict<Keys>?
  var list: Strict<List>?
  var undo: Strict<Undo>?
  var mouse: String?
  var syncOutput: String?
  var bracketedPaste: Bool?
  var notify: Strict<Notify>?
  var alert: Strict<Alert>?
  var print: Strict<Print>?
  var wall: Strict<Wall>?
  var privacy: Strict<Privacy>?
  var sla: Strict<Warnings>?
  var scripts: [String: String]?
  var accessible: Bool?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case lang, desk, theme, color, border, ambiguousWidth, keys, list, undo, mouse, syncOutput,
      bracketedPaste, notify, alert, print,
      wall,
      privacy, sla, scripts, accessible
  }
}
