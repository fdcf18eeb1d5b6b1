import Foundation
import Testing

/// README says what the program says, and CI runs what README says.
@Suite struct ReadmeTests {
  private let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: checkout.appending(path: path), encoding: .utf8)
  }

  @Test func `the keys and commands of README are those of the program`() throws {
    let help = try TestFolder().run("help", "--format", "md", "--lang", "en").output
    #expect(help.contains("Ctrl-Z"))
    #expect(try text("README.md").contains(help.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  @Test func `CI runs the second command of README to the letter`() throws {
    let commands = try text("README.md").components(separatedBy: "\n").filter {
      $0.hasPrefix("apt-get update")
    }
    #expect(commands.count == 2)
    #expect(commands[0].hasSuffix("swift run -c release frontdesk"))
    #expect(try text(".ci/run").contains(commands[1]))
  }
}
