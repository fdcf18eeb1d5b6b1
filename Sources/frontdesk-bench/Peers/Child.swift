import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program run beside this one, its output read when it is done.
final class Child {
  private let process: pid_t
  private let output: Int32

  /// Starts a program; standard input is a file, or nothing.
  init(_ program: String, _ arguments: [String], input: String = "/dev/null", output file: String? = nil)
    throws
  {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Broken("pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    if let file {
      posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    }
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let result = posix_spawn(&child, program, &actions, nil, &words, environ)
    close(ends[1])
    guard result == 0 else {
      close(ends[0])
      throw Broken("cannot start \(program)")
    }
    (process, output) = (child, ends[0])
  }

  /// Reads everything it says and waits for its end.
  ///
  /// - Throws: `Broken` with what it said when it failed.
  @discardableResult
  func finish() throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let text = String(decoding: bytes, as: UTF8.self)
    guard status == 0 else { throw Broken("a program failed with \(status): \(text.prefix(200))") }
    return text
  }

  /// Seconds from start to end of one run.
  static func time(
    _ program: String, _ arguments: [String], input: String = "/dev/null", output: String? = nil
  )
    throws -> Double
  {
    try seconds { try Child(program, arguments, input: input, output: output).finish() }
  }
}
