import Dashboard
import Desk
import Foundation
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Screens {
  /// Runs the screen in a child, so that the terminal is given back whatever the child dies of.
  static func guarded(_ call: Invocation, isThrownAway: Bool = false) throws(Failure) {
    guard !TerminalGuard.isSupervised else { return Thread.detachNewThread { Readings.prepare() } }
    // What is only tried out leaves nothing behind, also no folder.
    let log = isThrownAway ? nil : CrashLog.path(call.environment)
    let folder = isThrownAway ? try demoFolder() : nil
    if let folder { setenv(demoMark, folder.path, 1) }
    let code = supervised(call, log, isThrownAway ? nil : OperatorLog(call.environment))
    if let folder { removeDemo(folder) }
    if code > 128, !TerminalGuard.wasEnded { tellOfDeath(code - 128, log, keepsDrafts: !isThrownAway, call) }
    exit(code)
  }

  /// One line in both languages: nobody knows which one the screen was in at last.
  private static func tellOfDeath(_ signal: Int32, _ log: String?, keepsDrafts: Bool, _ call: Invocation) {
    let drafts =
      keepsDrafts ? Words(zh: "，没写完的在草稿里", en: ", and what was being written is a draft") : .none
    let words = Words(
      zh: "屏幕意外结束（信号 \(signal)）；终端已恢复，已记录的内容都在\(drafts.zh)。",
      en:
        "The screen ended unexpectedly (signal \(signal)); the terminal is restored, nothing recorded is lost\(drafts.en)."
    )
    let details = CrashLog.details(log)
    try? call.tell(
      zh: "\(words.zh) \(words.en) \(details.zh)".trimmed, en: "\(words.en) \(words.zh)\(details.en)")
    try? call.errors.flush()
  }

  /// Runs the screen until it ends by itself; a kiosk's is started again when it died.
  private static func supervised(_ call: Invocation, _ log: String?, _ operators: OperatorLog?) -> Int32 {
    var pause = 1
    while true {
      let began = SystemClock.system.now
      LogFiles.turn(log)
      LogFiles.begin(log)
      let code = TerminalGuard.supervise(arguments: CommandLine.arguments, crashLog: log)
      // Ended from outside, as by closing the window, is no crash.
      let wasEnded = TerminalGuard.wasEnded
      if code > 128, !wasEnded {
        operators?.note(.crash, "signal \(code - 128)\(CrashLog.details(log).en)")
      }
      LogFiles.dropEmpty(log)
      guard call.options.has("kiosk"), code > 128, !wasEnded else { return code }
      if SystemClock.system.now.timeIntervalSince(began) > 60 { pause = 1 }
      try? call.tell(
        zh: "屏幕意外结束（信号 \(code - 128)），\(pause) 秒后重开。",
        en: "The screen ended unexpectedly (signal \(code - 128)); it is started again in \(pause) s.")
      try? call.errors.flush()
      // Nobody is there to pass signals on to: they end this process again.
      for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP] { signal(number, SIG_DFL) }
      signal(SIGUSR2, SIG_IGN)
      sleep(UInt32(pause))
      pause = min(30, pause * 2)
    }
  }
}
