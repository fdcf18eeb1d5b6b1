import Foundation
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

holdStandardFiles()
clearSignals()
// Without one the commands go on; a screen says that there is none.
_ = try? Terminal.useUTF8()
exit(CommandDoor.run(Array(CommandLine.arguments.dropFirst())).rawValue)

/// Gives 0, 1 and 2 to nobody else where they were closed: what is meant for people must not be written into a file of the store.
func holdStandardFiles() {
  for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
    // The wrong way round, so that using it fails as before.
    _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
  }
}

/// Takes over no signal mask from whoever started us; a reader that goes away is an error of a write, not the end.
func clearSignals() {
  var mask = sigset_t()
  sigemptyset(&mask)
  sigprocmask(SIG_SETMASK, &mask, nil)
  signal(SIGPIPE, SIG_IGN)
}
