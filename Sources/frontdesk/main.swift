import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

clearSignals()
chooseLocale()
exit(CommandDoor.run(Array(CommandLine.arguments.dropFirst())).rawValue)

/// Takes over no signal mask from whoever started us; a reader that goes away is an error of a write, not the end.
func clearSignals() {
  var mask = sigset_t()
  sigemptyset(&mask)
  sigprocmask(SIG_SETMASK, &mask, nil)
  signal(SIGPIPE, SIG_IGN)
}

/// Chooses a locale that knows UTF-8: the user's own, or one that is always there.
func chooseLocale() {
  for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
    guard setlocale(LC_CTYPE, name) != nil, let charset = nl_langinfo(nl_item(CODESET)) else { continue }
    if String(cString: charset) == "UTF-8" { return }
  }
}
