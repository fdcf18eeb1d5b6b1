import CNcurses

extension Terminal {
  /// Chooses a locale that knows UTF-8: the person's own, or one that systems usually have; its name.
  ///
  /// - Throws: `noLocale` when none of them does.
  package static func useUTF8() throws(TerminalError) -> String {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      if let used = setlocale(LC_CTYPE, name), door_is_utf8() { return String(cString: used) }
    }
    throw .noLocale
  }
}
