#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// The panes beside the list and the keys of an office, from outside.
  @Suite struct PaneSittingTests {
    private func folder(_ settings: String) throws -> TestFolder {
      let folder = try TestFolder()
      try folder.done(
        [
          ["staff", "add", "老王", "--skill", "电工"],
          ["new", "--place", "1-1-101", "--category", "doors", "门响"],
          ["new", "complaint", "--place", "2-1-201", "--category", "noise", "装修噪音"],
        ], now: "2026-10-14T14:00:00")
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/config/frontdesk", withIntermediateDirectories: true)
      _ = try folder.file("config/frontdesk/config.json5", settings)
      return folder
    }

    @Test func `Tab goes to the complaints beside, and F5 gives that one to somebody`() throws {
      let folder = try folder("{}")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:10:00"], size: Sitting.medium)
      desk.expect("R-1")
      desk.press(.tab, .tab, .tab)
      desk.expect("==[4 投诉")
      desk.press(.function(5))
      desk.expect("派给")
      desk.type("1")
      desk.expect("可撤销: u")
      #expect(try folder.ticket("C-1")["assignee"] as? String == "老王")
      #expect(try folder.ticket("R-1")["assignee"] as? String == nil)
      desk.press(.escape)
      desk.expectNo("==[")
      #expect(desk.quit() == 0)
    }

    @Test func `a chosen key does what the office says, and a mistake is told with its place`() throws {
      let folder = try folder("{ keys: { bind: { \"ticket.note\": [\"j\"] } } }")
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:10:00"])
      desk.expect("R-1")
      desk.type("j")
      desk.expect("R-1 备注:")
      desk.press(.escape)
      #expect(desk.quit() == 0)
      let environment = ["XDG_CONFIG_HOME": "\(folder.path)/config"]
      let keys = try Run(["config", "keys", "--lang", "en"], in: folder, environment: environment)
      #expect(
        keys.output.split(separator: "\n").contains { $0.hasPrefix("ticket.note ") && $0.contains(" j ") })
      #expect(keys.output.contains("ticket.hold ") && !keys.output.contains("move.up"))
      for (bind, chinese, english) in [
        ("\"ticket.hodl\": [\"j\"]", "是不是 ticket.hold？", "Did you mean ticket.hold?"),
        ("\"ticket.note\": [\"p\"]", "p 已是 ticket.assign 的键", "p is ticket.assign's already"),
        ("\"ticket.note\": [\"F6\"]", "F6 一直是 ticket.answer", "F6 stays with ticket.answer"),
        ("\"ticket.note\": [\"Ctrl-A\"]", "Ctrl-A 留给终端", "Ctrl-A is kept for the terminal"),
      ] {
        _ = try folder.file("config/frontdesk/config.json5", "{\n  keys: { bind: { \(bind) } } }")
        for (language, words, place) in [("zh", chinese, "第 2 行第 "), ("en", english, "config.json5:2:")] {
          let check = try Run(["config", "check", "--lang", language], in: folder, environment: environment)
          #expect(check.code == 2 && check.errors.contains(words) && check.errors.contains(place), "\(bind)")
        }
      }
    }
  }
#endif
