import Dashboard
import Desk

/// What the process says to the shell when it ends. From 64 on the numbers are those of `sysexits.h`; those below are our own, and a
/// screen's guard adds 71 (`EX_OSERR`) where no process can be started, and 128 and a signal's number.
enum ExitCode: Int32 {
  case done = 0
  /// A rule of the desk said no; nothing was changed.
  case refused = 1
  /// Settings cannot be used.
  case settings = 2
  /// What `verify` found, the gravest first.
  case integrity = 10
  case chain = 11
  case gaps = 12
  case streams = 13
  case witness = 14
  case derived = 15
  case payload = 16
  case vault = 17
  case usage = 64
  case data = 65
  case unavailable = 69
  case cannotCreate = 73
  case disk = 74
  case busy = 75
}

/// Why a command could not be carried out: one sentence for people, one number for scripts.
struct Failure: Error {
  let code: ExitCode
  /// Nil when there is nobody left to tell, as when the reader of a pipe has gone.
  let words: Words?

  init(_ code: ExitCode, zh: String, en: String) {
    self.code = code
    words = Words(zh: zh, en: en)
  }

  init(_ code: ExitCode, _ words: Words?) {
    self.code = code
    self.words = words
  }

  /// A file that a person named.
  init(unreadable path: String, errno number: Int32) {
    self.init(SettingsError(file: path, line: 1, column: 1, fault: .unreadable(errno: number)))
  }

  /// The reader of our output has closed it: a quiet end.
  static let closedPipe = Failure(.done, nil)
}
