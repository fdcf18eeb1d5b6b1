import CSQLite
import Foundation

extension JournalError {
  /// Translates an extended result code.
  ///
  /// - Source: https://sqlite.org/rescode.html
  init(code: Int32, message: String, path: String) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_READONLY: self = .readOnly(folder: path)
    case SQLITE_CORRUPT: self = .damaged(.malformed(message: message))
    case SQLITE_NOTADB: self = .notAStore(path: path)
    default: self = .sqlite(code: code, message: message)
    }
  }

  /// What the operating system says when a file cannot be made; a full disk is one whatever was to be written.
  static func notMade(_ path: String, _ number: Int32) -> JournalError {
    number == ENOSPC || number == EDQUOT ? .diskFull(path: path) : .cannotCreate(path: path, errno: number)
  }

  /// Whether SQLite could not open a file.
  package var cannotOpen: Bool {
    if case .sqlite(let code, _) = self { code & 0xFF == SQLITE_CANTOPEN } else { false }
  }

  /// Whether the file system failed under SQLite, so that what is on disk is not known.
  var isInputOutput: Bool {
    if case .sqlite(let code, _) = self { code & 0xFF == SQLITE_IOERR } else { false }
  }
}
