import CNcurses

/// Finds a locale in which ncurses understands UTF-8.
enum Locale {
  /// Tries the person's own locale, then those that systems usually have; the name of the one that is used.
  ///
  /// - Throws: `noLocale` when none of them speaks UTF-8.
  static func useUTF8() throws(TerminalError) -> String {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      if let used = setlocale(LC_CTYPE, name), door_is_utf8() { return String(cString: used) }
    }
    throw .noLocale
  }
}
