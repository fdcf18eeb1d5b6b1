import CNcurses
import CTerminalGuard
package import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one owner of ncurses: a frame goes out, keys and signals come in, and the terminal is given back at
/// the end.
///
/// It is not copyable, so that the compiler knows who gives it back; going out of scope is enough. Nothing
/// here waits for the person: the caller polls `input` and `signals`.
package struct Terminal: ~Copyable {
  /// The extent in cells, at least 1x1; changes only by `resize()`.
  package private(set) var size: Size
  /// The descriptor that becomes readable when keys come.
  package let input: Int32
  /// The descriptor that becomes readable when signals come.
  package let signals: Int32
  /// How many colours there are: 0, 8, 16, 256, or `Look.direct` where the terminal database says so.
  package let colours: Int

  private let locale: String
  private let curses: Curses
  private var decoder = KeyDecoder()
  private var painter = Painter()

  /// Takes the terminal over: full screen, every key as it is typed, own handlers for signals.
  ///
  /// - Parameters:
  ///   - input: a descriptor of the terminal to read from.
  ///   - output: a descriptor of the same terminal to draw on.
  ///   - type: the name in the terminal database; left out, `TERM`.
  ///   - escapeDelay: what `escapeDelay` begins with.
  ///   - marksPastes: what `marksPastes` begins with.
  /// - Throws: `notATerminal`, `noLocale`, `unknownType`; `noSignals`; `lost` when the guarding parent is
  /// gone already.
  package init(
    input: Int32 = 0, output: Int32 = 1, type: String? = nil, escapeDelay: Int? = nil,
    marksPastes: Bool = true
  ) throws(TerminalError) {
    guard_clear_mask()
    guard TerminalGuard.followParent() else { throw .lost }
    guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
    let locale = try Terminal.useUTF8()
    let signals = guard_watch()
    guard signals >= 0 else { throw .noSignals }
    do {
      curses = try Curses(
        input: input, output: output, signals: signals, type: type, escapeDelay: escapeDelay)
    } catch {
      guard_unwatch()
      throw error
    }
    self.input = input
    self.signals = signals
    self.marksPastes = marksPastes
    self.escapeDelay = escapeDelay
    self.locale = locale
    let name = type ?? getenv("TERM").map { String(cString: $0) } ?? ""
    colours = Terminal.colours(Int(door_colours()))
    size = Size(rows: 1, columns: 1)
    send(TerminalModes.enter(marksPastes: marksPastes))
    resize()
    guard size.rows > 1, colours >= 8 else { return }
    asked = .now
    let introductions = name.hasPrefix("linux") ? "" : TerminalModes.introductions
    curses.wire.send(TerminalModes.questions + introductions + TerminalModes.last)
  }

  /// Colours by their components are used only where the terminal database knows the sequence for them.
  private static func colours(_ count: Int) -> Int {
    if count <= 256 { return count }
    return tigetflag("RGB") > 0 ? Look.direct : 256
  }

  /// When the terminal was asked what it can do.
  private var asked: SuspendingClock.Instant?

  /// Whether answers may still be on their way (*design*: three seconds are more than any line takes).
  private var awaitsAnswers: Bool {
    guard let asked, !decoder.hasAnswered else { return false }
    return asked.duration(to: .now) < .seconds(3)
  }

  /// The columns of ambiguous characters where somebody has said so; the terminal's answer counts otherwise.
  package var ambiguousWidth: Int?

  /// Whether a frame is shown at once where somebody has said so; the terminal's answer counts otherwise.
  package var showsAtOnce: Bool?

  /// Whether the terminal is asked to mark what is pasted.
  package var marksPastes: Bool {
    didSet {
      if marksPastes != oldValue { send(TerminalModes.mark(pastes: marksPastes)) }
    }
  }

  /// Milliseconds to wait after an Escape for the rest of a sequence; nil for 25, or 100 over SSH.
  package var escapeDelay: Int? {
    didSet { if escapeDelay != oldValue { Curses.wait(afterEscape: escapeDelay) } }
  }

  /// What is known of the terminal; its own answers come in with the keys.
  ///
  /// Where ambiguous characters take two columns, `paint` replaces them: their rows would be shifted otherwise.
  package var facts: TerminalFacts {
    var facts = decoder.facts
    (facts.colours, facts.locale) = (colours, locale)
    facts.ambiguousWidth = ambiguousWidth ?? facts.ambiguousWidth
    facts.showsAtOnce = showsAtOnce ?? facts.showsAtOnce
    return facts
  }

  /// The most rows and columns that are used: a screen has fewer, and ncurses counts no further than a short integer.
  private static let most: Int32 = 1000

  /// Asks the terminal for its extent; the next paint draws everything.
  package mutating func resize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    if !door_window_size(curses.wire.descriptor, &rows, &columns) {
      rows = getmaxy(door_screen())
      columns = getmaxx(door_screen())
    }
    rows = min(Terminal.most, max(1, rows))
    columns = min(Terminal.most, max(1, columns))
    resizeterm(rows, columns)
    size = Size(rows: Int(rows), columns: Int(columns))
    forget()
  }

  /// Returns the keys that have come, without waiting longer than a sequence needs to be complete.
  ///
  /// - Throws: `lost` when there is nobody any more who could type.
  package mutating func keys() throws(TerminalError) -> [Key] {
    guard !isInBackground else { return [] }
    let isLost = curses.read(input, into: &decoder)
    let keys = decoder.take()
    if isLost, keys.isEmpty { throw .lost }
    return keys
  }

  /// Returns the signals that have come since the last time, each at most once.
  package mutating func receivedSignals() -> [Signal] {
    let taken = guard_taken()
    let meanings: [(Int32, Signal)] = [
      (SIGHUP, .hangUp), (SIGTERM, .terminate), (SIGINT, .interrupt), (SIGQUIT, .terminate),
      (SIGTSTP, .stopped), (SIGCONT, .continued), (SIGUSR2, .reload), (SIGWINCH, .resized),
    ]
    return meanings.filter { taken & (1 << UInt64($0.0)) != 0 }.map(\.1)
  }

  /// Waits at most so many milliseconds for the terminal to say what it can do, and returns what it said; keys that come
  /// meanwhile are lost.
  package mutating func introduced(within patience: Int32) -> TerminalFacts {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, patience) > 0, (try? keys()) != nil {}
    return facts
  }

  /// Shows a frame; sends nothing when it equals the one before.
  ///
  /// What lies beyond the terminal's extent is not shown. A style without a look is drawn like the first. A terminal that does not
  /// read is waited for until a signal comes, which is not to wait for it; the next frame is then sent whole.
  package mutating func paint(_ frame: Frame, looks: [Look]) {
    guard !isInBackground else { return }
    let facts = facts
    painter.areSquaresWide = facts.ambiguousWidth == 2
    let renewal = isInDoubt ? curses.renewal + (TerminalModes.leave + modes).utf8 : []
    let bytes = curses.gathering {
      if painter.draw(frame, looks: looks, colours: colours) { doupdate() }
    }
    guard !bytes.isEmpty else { return }
    isInDoubt = !curses.wire.send(
      renewal + (facts.showsAtOnce ? TerminalModes.hold.utf8 + bytes + TerminalModes.show.utf8 : bytes))
    if isInDoubt { forget() }
  }

  /// Whether something that was to be sent did not go out whole: the terminal is not what ncurses and the modes believe.
  private var isInDoubt = false

  /// Sends a sequence; where it does not go out whole, the next paint ends it and sends all modes again.
  private mutating func send(_ sequence: String) {
    guard !curses.wire.send(Array(sequence.utf8)) else { return }
    isInDoubt = true
    forget()
  }

  /// All that the terminal is asked for while the screen is there.
  private var modes: String {
    "\u{1B}[?1049h" + TerminalModes.enter(marksPastes: marksPastes)
      + (listensToMouse ? TerminalModes.mouse(true) : "")
  }

  /// Whether the mouse is asked for; off, all of it is the terminal's own.
  package var listensToMouse = false {
    didSet {
      guard listensToMouse != oldValue else { return }
      decoder.hearsMouse = listensToMouse
      send(TerminalModes.mouse(listensToMouse))
    }
  }

  /// Sounds or flashes, as the person has set the terminal.
  package mutating func bell() { send("\u{7}") }

  /// Tells a person who looks elsewhere by the way asked for, `osc9`, `osc777` or `osc99`, else by what the terminal's name
  /// says it understands, else not at all; never with a sound, which is for `bell`. Under tmux it is handed through.
  package mutating func toast(_ text: String, _ way: String) {
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0 != ";" }))
    let sequence = TerminalModes.toast(plain, way, name: decoder.facts.name)
    guard !sequence.isEmpty else { return }
    send(isInside ? Terminal.handedThrough(sequence) : sequence)
  }

  /// Whether tmux lies between this and the terminal a person sits at.
  private var isInside: Bool { decoder.facts.name.hasPrefix("tmux") }

  /// A sequence as tmux hands it to the terminal around it.
  private static func handedThrough(_ sequence: String) -> String {
    "\u{1B}Ptmux;"
      + sequence.split(separator: "\u{1B}", omittingEmptySubsequences: false).joined(
        separator: "\u{1B}\u{1B}")
      + "\u{1B}\\"
  }

  /// Hands a text to the clipboard of the person's own machine (OSC 52); false when it is too long.
  ///
  /// Whether it got there cannot be known: many terminals have this switched off.
  package mutating func copy(_ text: String) -> Bool {
    let encoded = Base64.encode(Array(text.utf8))
    guard encoded.utf8.count <= 74_994 else { return false }
    let sequence = "\u{1B}]52;c;" + encoded + "\u{7}"
    // tmux keeps the first for itself where it is allowed to, and hands the second on where that is.
    send(isInside ? sequence + Terminal.handedThrough(sequence) : sequence)
    return true
  }

  /// Takes the terminal over again and lets the next paint draw everything: after a stop, or when something
  /// else wrote on it.
  package mutating func redraw() {
    guard !isInBackground else { return }
    isAway = false
    curses.takeOver()
    send(modes)
    resize()
  }

  /// Gives the terminal back and stops this process, as the shell's own key would; when it goes on, the terminal is taken over again.
  /// Where no shell could ever go on with it, the system leaves the stop out. Returns false when the terminal is another's for good.
  package mutating func suspend() -> Bool {
    if !isAway {
      decoder = hearingAnswers()
      curses.leave()
    }
    isAway = true
    let wasStopped = guard_stop()
    redraw()
    return wasStopped || !isInBackground
  }

  /// Whether the terminal was given back and not taken over again since.
  private var isAway = false

  /// Whether the shell has the terminal, although nobody asked this process to stop; nothing is read and shown meanwhile.
  package var isInBackground: Bool { curses.wire.isInBackground }

  deinit {
    _ = hearingAnswers()
    if !isAway { curses.leave() }
    curses.end()
    // Last: a second hang-up must not find the old handlers before the terminal is given back.
    guard_unwatch()
  }

  /// What has been heard once the answers that are on their way have come, after half a second at most: the shell would read them as
  /// typed.
  private func hearingAnswers() -> KeyDecoder {
    var decoder = decoder
    guard awaitsAnswers, !isInBackground else { return decoder }
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    let end = SuspendingClock.now + .milliseconds(500)
    while !decoder.hasAnswered {
      let left = SuspendingClock.now.duration(to: end) / .milliseconds(1)
      guard left > 0 else { break }
      let ready = poll(&waiting, 1, Int32(left.rounded(.up)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { break }
      if curses.read(input, into: &decoder) { break }
    }
    return decoder
  }

  private mutating func forget() {
    painter = Painter()
    door_clear_next()
  }
}
