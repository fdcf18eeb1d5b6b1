import Foundation
import Terminal

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
  /// - Throws: why it cannot be started.
  init(_ program: String, _ arguments: some Sequence<String>, input: Int32) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Its copy is closed when the program begins, so that it has the input once.
    _ = fcntl(input, F_SETFD, FD_CLOEXEC)
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Whoever started this program may wait for everything that holds what it was given.
    Spawn.closeRest(&actions)
    let kept = ProcessInfo.processInfo.environment.filter { !ChildProcess.own.contains($0.key) }
    let variables = kept.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for variable in variables { free(variable) } }
    id = try Spawn.start(
      program, [program] + arguments, environment: variables, actions: &actions, inOwnGroup: true
    ).get()
  }

  /// Looks whether it has ended; nobody is kept waiting.
  mutating func look() {
    guard status == nil else { return }
    var raw: Int32 = 0
    let found = waitpid(id, &raw, WNOHANG)
    // One that is nobody's child any more is not asked for again.
    if found == id { status = Spawn.code(of: raw) }
    if found < 0, errno == ECHILD { status = 0 }
  }
}
