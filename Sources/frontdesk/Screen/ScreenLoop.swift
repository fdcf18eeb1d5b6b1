import Dashboard
import Foundation
import Journal
import Screen
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one thread that owns terminal, model and journal: waits, takes in, draws.
struct ScreenLoop: ~Copyable {
  private var terminal: Terminal
  private var model: Model
  private let runner: EffectRunner
  private let doorbell: Doorbell
  private let clock: SystemClock
  private let began = SuspendingClock.now
  /// When the keys had last been taken in, after the beginning.
  private var drained = Duration.zero
  private var bursts = BurstWatch()
  /// When others' news were last shown.
  private var newsShown = SuspendingClock.now - .seconds(1)
  private var watch: ClockWatch
  /// Whether there is something to see before the first second: then that comes first.
  private var hasTicked: Bool

  init(_ terminal: consuming Terminal, _ model: Model, _ runner: EffectRunner, headPath: String) {
    self.terminal = terminal
    self.model = model
    self.runner = runner
    clock = runner.clock
    hasTicked = !model.messages.isEmpty
    watch = ClockWatch(wall: clock.now, steady: .zero)
    doorbell = Doorbell(headPath)
  }

  /// Runs until somebody quits, the terminal goes or a signal asks for the end; whether it ended because a wall, where nobody stands to
  /// do it, has to open its store again.
  mutating func run() throws(TerminalError) -> Bool {
    do {
      try sit()
    } catch {
      leave()
      throw error
    }
    leave()
    return isToBeReopened
  }

  private mutating func leave() {
    _ = take(.left)
    let left = model.backlog.count
    if left > 0 { runner.log?.note(.store, "left with \(left) in line that the store did not take") }
  }

  private var isToBeReopened: Bool { model.isWall && runner.journal.isToBeReopened }

  private mutating func sit() throws(TerminalError) {
    var goesOn = true
    var hasNews = false
    for message in (runner.keeper?.found() ?? []) + runner.readPolicy() { _ = take(message) }
    tick()
    while goesOn, !isToBeReopened {
      terminal.listensToMouse = model.listensToMouse
      terminal.go(by: model.settings)
      terminal.paint(render(model), looks: model.looks)
      if hasNews { newsShown = .now }
      // Read before the second's work, which would make a paste look typed; taken in after it.
      let pressed = try keys(since: wait())
      tick()
      goesOn = takeSignals()
      if goesOn, terminal.isInBackground { goesOn = take(.stopped) }
      goesOn = take(pressed, goesOn: goesOn)
      if terminal.facts != model.terminal { _ = take(.terminalTold(terminal.facts)) }
      doorbell.drain()
      let (news, isHeard) = runner.catchUp(model)
      if isHeard { model.heardAt = model.now }
      hasNews = !news.isEmpty
      for message in news { goesOn = take(message) && goesOn }
    }
  }

  private mutating func takeSignals() -> Bool {
    var goesOn = true
    for signal in terminal.receivedSignals() { goesOn = take(signal) && goesOn }
    return goesOn
  }

  /// Takes keys in and looks for signals between them: a paste that nobody marked is thousands. Once a signal asks for the end, there is
  /// a moment for what was typed before that; more of it would keep whoever asks waiting. What came behind a key that leaves the desk
  /// was typed for nothing on it.
  private mutating func take(_ pressed: [Key], goesOn: Bool) -> Bool {
    var goesOn = goesOn
    var end: SuspendingClock.Instant?
    for key in pressed {
      if !goesOn, end == nil { end = .now + .milliseconds(300) }
      if let end, .now > end { break }
      guard take(.keyPressed(key)) else { return false }
      goesOn = takeSignals() && goesOn
    }
    return goesOn
  }

  /// The keys that came, none before `since`, looked through for a paste.
  private mutating func keys(since: Duration) throws(TerminalError) -> [Key] {
    let keys = try terminal.keys()
    drained = steady
    return bursts.fold(keys, since: since, until: drained, intoText: model.isTyping)
  }

  /// How long the desk has been open.
  private var steady: Duration { began.duration(to: .now) }

  /// Waits for a key, a signal, another process, or the next second of the clock; returns an instant before which no key that
  /// is there now came.
  private func wait() -> Duration {
    var descriptors = [terminal.input, terminal.signals, doorbell.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var since = drained
    if poll(&descriptors, 3, 0) == 0 {
      let now = clock.now.timeIntervalSince1970
      poll(&descriptors, 3, Int32((1 - (now - now.rounded(.down))) * 1000) + 1)
      since = steady
    }
    // Twenty frames a second are enough for what others write; the first of it comes at once, and a key is never kept waiting.
    let rest = 50 - newsShown.duration(to: .now) / .milliseconds(1)
    if descriptors[2].revents != 0, descriptors[0].revents | descriptors[1].revents == 0, rest > 0 {
      poll(&descriptors, 2, Int32(rest.rounded(.up)))
      since = steady
    }
    return since
  }

  private mutating func tick() {
    let now = clock.now
    if let seconds = watch.jump(wall: now, steady: steady) {
      runner.log?.note(.clock, "\(seconds > 0 ? "+" : "")\(Int(seconds)) s")
      _ = take(.clockJumped(by: seconds))
    }
    guard Int(now.timeIntervalSince1970) != Int(model.now.timeIntervalSince1970) || !hasTicked else { return }
    hasTicked = true
    _ = take(.ticked(now.wholeSecond))
    for message in runner.lookAround() { _ = take(message) }
    for message in runner.recordCrossings(model) + runner.programs.ended() { _ = take(message) }
  }

  private mutating func take(_ signal: Signal) -> Bool {
    switch signal {
    case .resized:
      terminal.resize()
      return take(.resized(terminal.size))
    case .stopped:
      let goesOn = terminal.suspend()
      return take(.resized(terminal.size)) && goesOn
    case .continued:
      terminal.redraw()
      return take(.resized(terminal.size))
    case .terminate, .hangUp, .interrupt: return false
    case .reload: return runner.readSettings().allSatisfy { take($0) }
    }
  }

  private static let tooLong = Words(
    zh: "太多了，没有复制。请少选几张。", en: "Too much to copy, nothing was copied. Mark fewer.")

  /// Takes in a message and everything that follows from it; false when the desk is to be left.
  private mutating func take(_ message: Message) -> Bool {
    var messages = [message]
    var goesOn = true
    while !messages.isEmpty {
      model.instant = clock.now
      for effect in model.update(messages.removeFirst()) {
        let (answers, order) = runner.run(effect, model)
        messages += answers
        switch order {
        case .quit: goesOn = false
        case .redraw: terminal.redraw()
        case .suspend:
          goesOn = terminal.suspend() && goesOn
          messages.append(.resized(terminal.size))
        case .bell: terminal.bell()
        case .copy(let text): if !terminal.copy(text) { messages.append(.failed(ScreenLoop.tooLong)) }
        case .toast(let text, let way): terminal.toast(text, way.rawValue)
        case nil: break
        }
      }
    }
    return goesOn
  }
}

extension Terminal {
  /// Goes by what the settings say of it, also while it is open.
  fileprivate mutating func go(by settings: Settings) {
    ambiguousWidth = settings.ambiguousWidth
    showsAtOnce = settings.syncOutput == .auto ? nil : settings.syncOutput == .on
    marksPastes = settings.marksPastes
    escapeDelay = settings.escapeDelay
  }
}
