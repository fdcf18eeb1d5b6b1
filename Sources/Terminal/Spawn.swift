// The signal sets of the C library are part of whichever module is read first, which differs from build to build.
import CTerminalGuard

#if canImport(Glibc)
  package import Glibc
#else
  package import Darwin
#endif

/// Starts programs, with every signal as at a login: what is ignored or blocked here is nobody else's.
package enum Spawn {
  /// Starts one; `words` begin with its own name.
  ///
  /// - Returns: its process id, or why it cannot be started, as `errno` says it.
  package static func start(
    _ program: String, _ words: [String],
    environment: UnsafePointer<UnsafeMutablePointer<CChar>?>?,
    actions: UnsafePointer<posix_spawn_file_actions_t>? = nil, inOwnGroup: Bool = false
  ) -> Result<Int32, Failure> {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let group = inOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group))
    var words = words.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: Int32 = 0
    let fault = posix_spawn(&child, program, actions, &attributes, &words, environment)
    return fault == 0 ? .success(child) : .failure(Failure(number: fault))
  }

  /// Has a program begin with nothing open but what it reads and writes.
  package static func closeRest(_ actions: inout posix_spawn_file_actions_t) { guard_close_from(&actions, 3) }

  /// Why a program was not started.
  package struct Failure: Error {
    /// As `errno` says it.
    package let number: Int32
  }

  /// What a process ended with, of what `waitpid` tells: its exit code, or 128 + the signal that ended it.
  package static func code(of status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
