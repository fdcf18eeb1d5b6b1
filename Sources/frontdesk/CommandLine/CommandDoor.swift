import Dashboard
import Foundation

/// The second front door: carries out what was typed, and turns what went wrong into one sentence and a number.
enum CommandDoor {
  static func run(_ words: [String]) -> ExitCode {
    let environment = ProcessInfo.processInfo.environment
    let (output, errors) = (Output(1), Output(2))
    do {
      let call = try Invocation(words, environment: environment, output: output, errors: errors)
      try call.options.command.run(call)
      try output.flush()
      try errors.flush()
      return .done
    } catch {
      try? output.flush()
      let said = error.words.map { $0(Invocation.language(words, environment)) }
      if let said, !errors.hasSaid(said) { try? errors.line("frontdesk: \(said)") }
      try? errors.flush()
      return error.code
    }
  }
}
