import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that runs beside the desk, in a process group of its own.
///
/// Decision: Foundation's `Process` takes a program for running for as long as any job that it left behind does, and leaves it a zombie
/// that long; it also hands on that broken pipes are ignored here. So the system is asked itself.
struct ChildProcess {
  /// What it ended with: its exit code, or 128 + the signal that ended it; nil while it runs.
  private(set) var status: Int32?
  private let id: pid_t

  /// What says how this program's own crashes are traced.
  private static let own: Set = ["SWIFT_BACKTRACE", "SWIFT_ROOT"]

  /// Starts a program that reads `input` and whose words nobody hears, with every signal as at a login.
  ///
  /// - Throws: `POSIXError`, why it cannot be started.
  init(_ program: String, _ arguments: some Sequence<String>, input: Int32) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // Its copy is closed when the program begins, so that it has the input once.
    _ = fcntl(input, F_SETFD, FD_CLOEXEC)
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    let kept = ProcessInfo.processInfo.environment.filter { !ChildProcess.own.contains($0.key) }
    var words = ChildProcess.strings([program] + arguments)
    var variables = ChildProcess.strings(kept.map { "\($0.key)=\($0.value)" })
    defer { for string in words + variables { free(string) } }
    var id = pid_t()
    let fault = posix_spawn(&id, program, &actions, &attributes, &words, &variables)
    guard fault == 0 else { throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .ENOENT) }
    self.id = id
  }

  private static func strings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }

  /// Looks whether it has ended; nobody is kept waiting.
  mutating func look() {
    guard status == nil else { return }
    var raw: Int32 = 0
    let found = waitpid(id, &raw, WNOHANG)
    // One that is nobody's child any more is not asked for again.
    if found == id { status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F) }
    if found < 0, errno == ECHILD { status = 0 }
  }
}
