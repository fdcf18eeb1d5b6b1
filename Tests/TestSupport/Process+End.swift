package import Foundation

extension Process {
  /// Waits for the end of the program; one that does not end is killed, so that a test fails and none waits for ever.
  package func waitForEnd(within time: Duration = .seconds(120)) {
    let patience = ContinuousClock.now + time
    while isRunning, ContinuousClock.now < patience { usleep(1000) }
    guard isRunning else { return }
    kill(processIdentifier, SIGKILL)
    let end = ContinuousClock.now + .seconds(10)
    while isRunning {
      precondition(ContinuousClock.now < end, "\(executableURL?.path ?? "") \(arguments ?? []) never ended")
      usleep(1000)
    }
  }
}
