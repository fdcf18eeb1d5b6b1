#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waits for another process to record something: by inotify on the store's head, and by a look once a second where that is missing.
final class Doorbell {
  /// Readable when it rang; -1, which `poll` passes over, where there is no inotify.
  let descriptor: Int32

  init(_ path: String) {
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      if descriptor >= 0 { inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) }
    #else
      descriptor = -1
    #endif
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Returns when it rang, when the reader of the output has gone, or after a second.
  func wait(orClosed output: Output) {
    var states = [output.watch, pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    poll(&states, nfds_t(states.count), 1000)
    drain()
  }

  /// Takes what has rung; what it was does not matter.
  func drain() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while descriptor >= 0, read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
