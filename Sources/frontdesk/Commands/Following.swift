import Foundation
import Journal

/// A look now, and again whenever another process recorded something or a second has passed.
enum Following {
  /// Looks until the look has seen enough, until nobody reads any more, or until SIGINT or SIGTERM, which are an end like any other.
  ///
  /// - Throws: what has become of the store, once what is recorded is not seen here any more.
  static func run(
    _ call: Invocation, _ journal: Journal, _ look: () throws(Failure) -> Bool
  ) throws(Failure) {
    // Nothing is half done here: the store is open for reading only.
    signal(SIGINT) { _ in _exit(0) }
    signal(SIGTERM) { _ in _exit(0) }
    let doorbell = Doorbell(journal.headPath)
    while !call.output.isClosed {
      let goesOn = try look()
      try call.output.flush()
      guard goesOn else { return }
      if let damage = journal.lookAround(), journal.isCutOff { throw Failure(.damaged(damage)) }
      doorbell.wait(orClosed: call.output)
    }
  }
}
