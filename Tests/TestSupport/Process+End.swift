import Dispatch
package import Foundation

extension Process {
  /// Waits for the end of the program; one that does not end is killed, so that a test fails and none waits for ever.
  package func waitForEnd(within seconds: Double = 120) {
    let end = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      self.waitUntilExit()
      end.signal()
    }
    guard end.wait(timeout: .now() + seconds) == .timedOut else { return }
    kill(processIdentifier, SIGKILL)
    precondition(
      end.wait(timeout: .now() + 10) == .success,
      "\(executableURL?.path ?? "") \(arguments ?? []) never ended")
  }
}
