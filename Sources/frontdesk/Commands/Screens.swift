import Dashboard
import Desk
import Foundation
import Journal
import Screen
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The commands that draw.
enum Screens {
  /// The dashboard itself, on the store or on a sample day.
  static func dashboard(_ call: Invocation) throws(Failure) {
    if call.options.has("version") { return try HelpCommand.version(call) }
    try guarded(call, isThrownAway: call.options.has("demo"))
    // The themes are read with the desk: what a theme is called makes no difference to the role.
    let role = SettingsFolder.load(call.environment, themes: ThemeShelf([])).settings.deskRole
    if role == .wall, !call.options.has("demo") { return try hangWall(call) }
    if call.options.has("demo") {
      return try tryOut(call, DemoStore.onDuty, nil) { store throws(JournalError) in try store.fill() }
    }
    let journal = try call.dashboardStore()
    try show(call, journal, themes(call), clerk: call.clerk(journal), isWall: false)
  }

  /// A throw-away store with guided tasks.
  static func tutor(_ call: Invocation) throws(Failure) {
    try guarded(call, isThrownAway: true)
    let settings = SettingsFolder.load(call.environment, themes: ThemeShelf([])).settings
    let language = call.options.value("lang") == nil ? settings.language ?? call.language : call.language
    try tryOut(call, DemoStore.practising(language), Tutor(sample: language)) { store throws(JournalError) in
      try store.fillForTutor(language)
    }
  }

  /// The wall, read-only.
  static func wall(_ call: Invocation) throws(Failure) {
    try guarded(call)
    try hangWall(call)
  }

  private static func hangWall(_ call: Invocation) throws(Failure) {
    var journal = try call.reader()
    while try show(call, journal, themes(call), clerk: call.clerk(journal), isWall: true) {
      journal = try again(call)
    }
  }

  /// Reads the themes on a thread of their own while the desk is opened, which takes longer.
  static func themes(_ call: Invocation) -> Aside<ThemeShelf> {
    Aside { [environment = call.environment] () throws(JournalError) in ThemeFolder.load(environment) }
  }

  /// Opens a store again that is only now being put back.
  private static func again(_ call: Invocation) throws(Failure) -> Journal {
    for _ in 0..<60 {
      do { return try call.reader() } catch { sleep(1) }
    }
    return try call.reader()
  }

  /// One frame without a terminal.
  static func render(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let size = try ScreenModel.size(call.options.value("size") ?? "80x24")
    let now = try call.instant("at", journal.zone, call.clock(zone: journal.zone).now)
    let desk = try desk(journal, asOf: now, call)
    let themes = ThemeFolder.load(call.environment)
    let settings = call.settings(policy: desk.policy, themes: themes).settings
    var model = try ScreenModel(call: call, journal: journal, desk: desk, now: now, themes: themes)
      .make(size: size, colours: 0, settings)
    try count(today: now, journal, desk, &model)
    // Of what time brought and nobody recorded figures have to hear apart: the desk has taken it in already.
    let recorded = call.options.value("at") == nil ? try call.clerk(journal).desk : desk
    if let page = call.options.value("view") { try open(page, journal, recorded, &model) }
    try look(into: journal, &model)
    let frame = Dashboard.render(model)
    for row in 0..<size.rows { try call.output.line(frame.line(row).trimmedEnd) }
  }

  /// Opens a page by its name, with what a screen would count for it.
  private static func open(
    _ name: String, _ journal: Journal, _ desk: Desk, _ model: inout Model
  ) throws(Failure) {
    let action = Action.pages.first { $0.page == name }
    for case .loadFigures(let period) in action.map({ model.perform($0) }) ?? [] {
      let book = try inWords(journal.figures(FigureBook(period, asOf: model.now), desk))
      _ = model.update(.figuresCounted(book))
    }
  }

  /// The figures of the day so far, which a screen would count once it is up.
  private static func count(
    today now: Date, _ journal: Journal, _ desk: Desk, _ model: inout Model
  ) throws(Failure) {
    let today = CivilDate(now, in: journal.zone)
    let book = FigureBook(FigurePeriod(first: today, last: today, in: journal.zone), asOf: now)
    _ = model.update(.todayCounted(try inWords(journal.traffic(book, desk.policies))))
  }

  /// What happened before where the cursor is, which a screen would ask for with its first second.
  private static func look(into journal: Journal, _ model: inout Model) throws(Failure) {
    for case .loadPast(let place, let since) in model.update(.ticked(model.now)) {
      _ = model.update(.pastRead(place, try inWords(journal.past(of: place, since: since))))
    }
  }

  /// The desk as it is, or as it was at an instant in the past.
  private static func desk(_ journal: Journal, asOf now: Date, _ call: Invocation) throws(Failure) -> Desk {
    guard call.options.value("at") != nil else { return try call.desk(journal) }
    return try inWords(journal.desk(asOf: now))
  }

  /// Shows a desk or a wall until it is left; whether its store has to be opened again.
  @discardableResult
  static func show(
    _ call: Invocation, _ journal: Journal, _ themes: Aside<ThemeShelf>, clerk: Clerk, isWall: Bool,
    onDuty: Actor? = nil, tutor: Tutor? = nil
  ) throws(Failure) -> Bool {
    let clock = try call.runningClock(journal)
    let themes = try inWords(themes.value())
    let reading = call.settings(policy: clerk.desk.policy, themes: themes)
    let start = try ScreenModel(
      call: call, journal: journal, desk: clerk.desk, now: clock.now.wholeSecond, themes: themes)
    let terminal = try terminal(reading.settings)
    var model = try start.make(size: terminal.size, colours: terminal.colours, reading.settings)
    if isWall { model.hangOnWall() }
    if !isWall, journal.isReadOnly, model.readOnly == nil {
      _ = model.update(.storeChanged(readOnly: Screens.mayNotWrite))
    }
    if let onDuty, call.options.value("as") == nil { (model.actor, model.deskName) = (onDuty, onDuty.desk) }
    if let damaged = journal.exchanged { _ = model.update(.failed(StoreCommand.exchanged(damaged))) }
    if let notice = reading.notice() { _ = model.update(.failed(notice)) }
    if let tutor { model.begin(tutor) }
    let keeps = !isWall && onDuty == nil
    if onDuty == nil { model.hearAgain() }
    let keeper = keeps ? ScreenKeeper(folder: Folders(call.environment).state, store: call.storePath) : nil
    if let state = keeper?.state() {
      model.restore(state, keepingLanguage: call.options.value("lang") != nil)
    }
    if keeps { start.recallSteps(into: &model) }
    let log = onDuty == nil ? OperatorLog(call.environment) : nil
    let runner = EffectRunner(
      clerk: clerk, journal: journal, clock: clock, isReadOnly: isWall, keeper: keeper,
      call: call, programs: Programs(call.environment, log), log: log)
    log?.note(.start, "\(HelpCommand.version) \(isWall ? "wall" : "desk") \(facts(model, call))")
    var loop = ScreenLoop(terminal, model, runner, headPath: journal.headPath)
    do {
      let isToBeReopened = try loop.run()
      log?.note(.end)
      return isToBeReopened
    } catch {
      log?.note(.end, "the terminal was lost")
      throw Failure(error)
    }
  }

  private static let mayNotWrite = Words(
    zh: "只能看：没有权限写数据的文件夹。请管理员开权限，再重新打开",
    en: "Read-only: ask for permission to write the store's folder, then open again")

  private static func terminal(_ settings: Settings) throws(Failure) -> Terminal {
    do {
      return try Terminal(escapeDelay: settings.escapeDelay, marksPastes: settings.marksPastes)
    } catch { throw Failure(error) }
  }

  /// What the terminal is, and which record is shown on it.
  private static func facts(_ model: Model, _ call: Invocation) -> String {
    "\(call.environment["TERM"] ?? "-") \(model.size.columns)x\(model.size.rows) colours \(model.colours) store \(call.storePath)"
  }
}

extension Invocation {
  /// The store of a dashboard: one that may not be written is shown read-only.
  fileprivate func dashboardStore() throws(Failure) -> Journal {
    do {
      return try opened(.readWrite(createZone: .current, forGroup: options.has("group")))
    } catch {
      switch error {
      case .readOnly, .damaged, .newerFormat: return try reader()
      default: throw Failure(error)
      }
    }
  }
}

extension Failure {
  /// Why there is no screen.
  init(_ error: TerminalError) {
    switch error {
    case .notATerminal:
      self.init(
        .unavailable, zh: "这里不是终端，画不了屏幕。脚本里请用 frontdesk list、show、do，或 frontdesk render 打印一屏。",
        en:
          "This is not a terminal, so there is no screen. In scripts use frontdesk list, show and do, or frontdesk render to print one frame."
      )
    case .unknownType(let type):
      // In both languages, on a line each: the settings that say which one to use are mostly wrong together.
      let zh = "不认识终端类型 TERM=\(type)，或它画不了整屏。请设 TERM=xterm-256color，或安装 ncurses-term。"
      let en =
        "The terminal type TERM=\(type) is not known, or cannot draw a full screen. Set TERM=xterm-256color, or install ncurses-term."
      self.init(.unavailable, zh: "\(zh)\n\(en)", en: "\(en)\n\(zh)")
    case .noLocale:
      // In letters that every terminal shows: where there is no UTF-8, Chinese would be noise.
      let words = "No UTF-8 locale could be set. Set LANG=C.UTF-8."
      self.init(.unavailable, zh: words, en: words)
    case .noSignals:
      self.init(
        .unavailable, zh: "文件描述符用完了，收不到信号。请关掉一些程序。",
        en: "No file descriptors are left to receive signals. Close some programs.")
    case .lost: self.init(.unavailable, nil)
    }
  }
}
