import Dashboard
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

var mask = sigset_t()
sigemptyset(&mask)
sigprocmask(SIG_SETMASK, &mask, nil)
signal(SIGPIPE, SIG_IGN)
for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"] {
  setlocale(LC_CTYPE, name)
  if let charset = nl_langinfo(nl_item(CODESET)).map({ String(cString: $0) }), charset == "UTF-8" { break }
}
exit(CommandDoor.run(Array(CommandLine.arguments.dropFirst())).rawValue)
