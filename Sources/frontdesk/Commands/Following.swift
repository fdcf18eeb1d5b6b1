#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A look now, and again whenever another process recorded something or a second has passed.
enum Following {
  /// Looks until the look has seen enough, until nobody reads any more, or until SIGINT or SIGTERM, which are an end like any other.
  static func run(
    _ call: Invocation, _ headPath: String, _ look: () throws(Failure) -> Bool
  ) throws(Failure) {
    // Nothing is half done here: the store is open for reading only.
    signal(SIGINT) { _ in _exit(0) }
    signal(SIGTERM) { _ in _exit(0) }
    let doorbell = Doorbell(headPath)
    while !call.output.isClosed {
      let goesOn = try look()
      try call.output.flush()
      guard goesOn else { return }
      doorbell.wait(orClosed: call.output)
    }
  }
}
