import Foundation

/// Reads the command line, measures what was asked for and prints the table.
enum BenchRun {
  private static let usage = """
    frontdesk-bench [--only NAME]… [--rounds N] [--program FILE] [--full] [--list]
      --only NAME     one figure; may come again
      --rounds N      alternated rounds, at least 5 for a ratio worth printing; 5 otherwise
      --program FILE  the frontdesk program; the one beside this otherwise
      --full          search over 1,000,000 closed tickets, and 60 s of idling
      --list          the names

    """

  /// Measures, and returns the exit code: 64 for a wrong command line, 70 when something broke.
  static func run(_ words: [String]) -> Int32 {
    guard let wish = Wish(words), wish.only.allSatisfy({ Figure.named($0) != nil }) else {
      FileHandle.standardError.write(Data(usage.utf8))
      return 64
    }
    if wish.isList {
      for figure in Figure.all { print(figure.name.padded(to: 12) + figure.question) }
      return 0
    }
    let bench: Bench
    do { bench = try Bench(wish) } catch {
      FileHandle.standardError.write(Data("frontdesk-bench: \(error)\n".utf8))
      return 70
    }
    defer { bench.scratch.remove() }
    return measure(wish, bench)
  }

  /// Prints a line at once, also into a file.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  private static func measure(_ wish: Wish, _ bench: Bench) -> Int32 {
    var table = Table()
    var code: Int32 = 0
    say(table.head)
    for figure in Figure.all where wish.only.isEmpty || wish.only.contains(figure.name) {
      do {
        for measurement in try figure.measure(bench) { say(table.add(measurement)) }
      } catch let missing as Missing {
        say(table.add(Measurement(figure.name, missing.what, note: "not measured: \(missing.why)")))
      } catch {
        say(table.add(Measurement(figure.name, figure.question, note: "broke: \(error)")))
        code = 70
      }
    }
    say(table.foot)
    return code
  }
}

/// What was typed.
struct Wish {
  private(set) var only: [String] = []
  private(set) var rounds = 5
  private(set) var program: String?
  private(set) var isFull = false
  private(set) var isList = false

  /// Reads the command line; nil when it makes no sense.
  init?(_ words: [String]) {
    var words = words[...]
    while let word = words.popFirst() {
      switch word {
      case "--only":
        guard let name = words.popFirst() else { return nil }
        only.append(name)
      case "--rounds":
        guard let count = words.popFirst().flatMap({ Int($0) }), count > 0 else { return nil }
        rounds = count
      case "--program":
        guard let path = words.popFirst() else { return nil }
        program = path
      case "--full": isFull = true
      case "--list": isList = true
      default: return nil
      }
    }
  }
}
