#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Somebody in front of a dashboard: the real binary on a terminal of its own, and the keys pressed there.
  final class Sitting {
    let folder: TestFolder
    let outside: PseudoTerminal
    /// The modes of the terminal before the dashboard took it over.
    let modes: [UInt8]
    private let type: String

    /// Starts `frontdesk` on the folder's store, in Chinese unless the words say otherwise, as 李敏.
    ///
    /// Under its guard, as it always runs; nothing of the tester's own settings reaches it.
    init(
      _ folder: TestFolder, _ words: [String] = [], size: Size = Sitting.small,
      type: String = "xterm-256color",
      environment: [String: String] = [:], showsAtOnce: Bool = false
    ) throws {
      self.folder = folder
      self.type = type
      outside = try PseudoTerminal(size: size)
      modes = outside.modes
      outside.showsAtOnce = showsAtOnce
      let own = [
        "HOME": folder.path, "USER": "tester", "TZ": "Asia/Shanghai", "TERM": type, "NO_COLOR": "",
        "SSH_CONNECTION": "", "XDG_DATA_HOME": "\(folder.path)/data",
        "XDG_STATE_HOME": "\(folder.path)/state",
        "XDG_CONFIG_HOME": "\(folder.path)/config", "TMPDIR": folder.path,
      ]
      var all = words
      if !words.contains("--store"), !words.contains("--demo") { all += ["--store", folder.store] }
      if !words.contains("--lang") { all += ["--lang", "zh"] }
      if !words.contains("--as") { all += ["--as", "李敏"] }
      try outside.spawn(
        BuiltProduct.path("frontdesk"), all, environment: own.merging(environment) { $1 })
    }

    static let small = Size(rows: 24, columns: 80)
    static let medium = Size(rows: 40, columns: 120)
    static let large = Size(rows: 60, columns: 200)

    /// What is on screen.
    var text: String { outside.screen.text }

    /// Waits until a text is on screen.
    func expect(_ text: String, at location: SourceLocation = #_sourceLocation) {
      expect("\(text) on the screen", at: location) { $0.text.contains(text) }
    }

    /// Waits until a text is no longer on screen.
    func expectNo(_ text: String, at location: SourceLocation = #_sourceLocation) {
      expect("no \(text) on the screen", at: location) { !$0.text.contains(text) }
    }

    /// Waits until the screen shows what is wanted.
    func expect(
      _ what: String, at location: SourceLocation = #_sourceLocation, _ shows: (VirtualScreen) -> Bool
    ) {
      let isShown = outside.wait(for: .seconds(30)) { (screen: VirtualScreen) in shows(screen) }
      #expect(isShown, "expected \(what):\n\(text)", sourceLocation: location)
    }

    /// The row on screen that starts a ticket or anything else named so; empty when there is none.
    func row(_ name: String) -> String {
      outside.screen.lines.first { $0.split(separator: " ").contains(Substring(name)) } ?? ""
    }

    /// Presses keys one after another.
    func press(_ keys: Press...) { for key in keys { outside.send(key.bytes(type)) } }

    /// Presses a key that the clock may have given another meaning a moment ago, once more where the desk asks for that.
    func pressTurned(
      _ key: Press, until what: String, at location: SourceLocation = #_sourceLocation,
      _ shows: @escaping (VirtualScreen) -> Bool
    ) {
      func isAsked(_ screen: VirtualScreen) -> Bool {
        ["请再按一次", "press again"].contains { screen.text.contains($0) }
      }
      expect("nothing asked for again", at: location) { !isAsked($0) }
      press(key)
      expect("\(what), or again", at: location) { shows($0) || isAsked($0) }
      guard !shows(outside.screen) else { return }
      press(key)
      expect(what, at: location, shows)
    }

    /// Types a text.
    func type(_ text: String) { outside.send(text) }

    /// Looks up a command by some of its name and does it.
    func choose(_ command: String) {
      press(.function(9))
      type(command + "\r")
    }

    /// Pastes a text, as a terminal does that was asked to mark pastes.
    func paste(_ text: String) { outside.send("\u{1B}[200~" + text + "\u{1B}[201~") }

    /// Leaves by the key and returns the exit code.
    func quit() -> Int32? {
      press(.control("q"))
      return outside.waitForExit(within: .seconds(30))
    }

    /// The guarded process that draws, once there is one.
    var screenProcess: pid_t? {
      var found: pid_t?
      _ = outside.wait {
        let path = "/proc/\(outside.process)/task/\(outside.process)/children"
        let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        found = children.split(separator: " ").first.flatMap { pid_t($0) }
        return found != nil
      }
      return found
    }

    /// Whether modes and screen are as they were before: every mode byte, and the sequences of leaving. The strokes are plain, the cursor
    /// is seen, and no frame is held; where nothing is known of how the screen was left, all of that is said again.
    func expectGivenBack(isRescued: Bool = false, at location: SourceLocation = #_sourceLocation) {
      let isBack = outside.wait { outside.modes == modes }
      #expect(isBack, "the modes differ", sourceLocation: location)
      let isLeft = outside.wait {
        outside.hasWritten("\u{1B}[?2004l") && outside.hasWritten("\u{1B}[?1004l")
          && (type == "linux" || outside.hasWritten("\u{1B}[?1049l"))
      }
      #expect(isLeft, "the screen was not left", sourceLocation: location)
      let text = String(decoding: outside.output, as: UTF8.self)
      let said = isRescued ? text.components(separatedBy: "\u{1B}[?1004l").last ?? "" : text
      let strokes = said.matches(of: #/\u{1B}\[([0-9;]*)m/#).last?.1
      #expect(strokes == "" || strokes == "0", "attributes are left on", sourceLocation: location)
      let cursor = said.matches(of: #/\u{1B}\[\?25([hl])/#).last?.1
      #expect(
        cursor == "h" || cursor == nil && !isRescued, "the cursor is left unseen", sourceLocation: location)
      // Once for each frame, and once more.
      let (holds, shows) = (text.ranges(of: "\u{1B}[?2026h").count, text.ranges(of: "\u{1B}[?2026l").count)
      let isShown = holds == 0 || shows > holds
      #expect(isShown, "a frame is left held", sourceLocation: location)
    }
  }

  /// A key as the terminal sends it.
  enum Press {
    case function(Int), control(Character), enter, escape, tab, up, down, left, right, end, backspace, shiftF2
    case letter(Character)

    func bytes(_ type: String) -> String {
      switch self {
      case .function(let number):
        type == "linux" && number <= 5
          ? "\u{1B}[[" + ["A", "B", "C", "D", "E"][number - 1] : Press.functions[number - 1]
      case .control(let letter): String(UnicodeScalar((letter.asciiValue ?? 64) & 0x1F))
      case .enter: "\r"
      // What a person types after it comes later; here an answer of the terminal lies between, or it would be Alt.
      case .escape: "\u{1B}\u{1B}[0n"
      case .tab: "\t"
      case .up: "\u{1B}[A"
      case .down: "\u{1B}[B"
      case .right: "\u{1B}[C"
      case .left: "\u{1B}[D"
      case .end: "\u{1B}[F"
      case .backspace: "\u{7F}"
      case .shiftF2: type == "linux" ? "\u{1B}[26~" : "\u{1B}[1;2Q"
      case .letter(let letter): String(letter)
      }
    }

    private static let functions = [
      "\u{1B}OP", "\u{1B}OQ", "\u{1B}OR", "\u{1B}OS", "\u{1B}[15~", "\u{1B}[17~", "\u{1B}[18~", "\u{1B}[19~",
      "\u{1B}[20~",
    ]
  }
#endif
