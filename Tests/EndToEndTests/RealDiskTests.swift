import Foundation
import TestSupport
import Testing

/// Real file systems that turned read-only or are full, in a mount namespace of their own.
@Suite struct RealDiskTests {
  private static let canMount = (try? shell("mount -t tmpfs none /tmp"))?.code == 0

  @Test(.enabled(if: canMount, "this machine lets nobody mount"))
  func `a store on a disk that turned read-only is read whole, and a command says what to do`() throws {
    let folder = try TestFolder()
    let program = try #require(Run.process([], in: folder).executableURL?.path)
    let (disk, store) = ("\(folder.path)/disk", "--store \(folder.path)/disk/desk.db --lang")
    let run = try Self.shell(
      """
      export HOME=\(folder.path); mkdir \(disk) && mount -t tmpfs none \(disk) || exit 1
      \(program) new --place 3-2-1501 burst pipe \(store) en || exit 2
      mount -o remount,ro \(disk) || exit 3
      \(program) new --place 1-1-1 lamp \(store) en; echo "code $?"
      \(program) new --place 1-1-1 lamp \(store) zh; echo "code $?"
      \(program) list \(store) en; echo "code $?"
      \(program) verify \(store) en; echo "code $?"
      """)
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.hasPrefix("code") } == ["code 73", "code 73", "code 0", "code 0"])
    #expect(
      run.output.contains(
        "\(disk) can be read but not written. Check the folder's permissions, or choose another --store."))
    #expect(run.output.contains("\(disk) 只能看不能写。请检查文件夹权限，或换一个 --store。"))
    #expect(run.output.contains("burst pipe") && run.output.contains("Whole: 1 events"))
  }

  @Test(.enabled(if: canMount, "this machine lets nobody mount"))
  func `a full disk takes neither a command nor a copy, and leaves no half of either`() throws {
    let folder = try TestFolder()
    let program = try #require(Run.process([], in: folder).executableURL?.path)
    let (disk, store) = ("\(folder.path)/disk", "--store \(folder.path)/disk/desk.db --lang en")
    let run = try Self.shell(
      """
      export HOME=\(folder.path); mkdir \(disk) && mount -t tmpfs -o size=20k none \(disk) || exit 1
      \(program) new --place 3-2-1501 pipe \(store); echo "code $?"
      mount -o remount,size=2m \(disk) || exit 2
      \(program) new --place 3-2-1501 pipe \(store); echo "code $?"
      dd if=/dev/zero of=\(disk)/fill bs=4096 2>&-
      \(program) new --place 1-1-1 lamp \(store); echo "code $?"
      \(program) backup \(disk)/copy.db \(store); echo "code $?"
      ls \(disk)
      rm \(disk)/fill && \(program) backup \(disk)/copy.db \(store); echo "code $?"
      \(program) verify \(store); echo "code $?"
      """)
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasPrefix("code") }
        == ["code 74", "code 0", "code 74", "code 74", "code 0", "code 0"], "\(run.output)")
    #expect(lines.filter { $0.contains("Free some space and try again.") }.count == 3, "\(run.output)")
    #expect(!lines.contains { $0.hasPrefix("copy.db") || $0 == "desk.fault" })
    #expect(run.output.contains("Whole: 1 events"))
  }

  @Test(.enabled(if: canMount, "this machine lets nobody mount"))
  func `a disk that is full when the key is made is told as a full disk, and the key is made later`() throws {
    let folder = try TestFolder()
    let program = try #require(Run.process([], in: folder).executableURL?.path)
    let (disk, store) = ("\(folder.path)/disk", "--store \(folder.path)/disk/desk.db --lang en")
    let run = try Self.shell(
      """
      export HOME=\(folder.path); mkdir \(disk) && mount -t tmpfs -o size=4m none \(disk) || exit 1
      \(program) new --place 1-1-1 lamp \(store); echo "code $?"
      dd if=/dev/zero of=\(disk)/fill bs=4096 2>&-
      \(program) new --place 1-1-1 --reporter Li --phone 13812345678 pipe \(store); echo "code $?"
      rm \(disk)/fill
      \(program) new --place 1-1-1 --reporter Li --phone 13812345678 pipe \(store); echo "code $?"
      \(program) verify \(store); echo "code $?"; ls \(disk)
      """)
    #expect(run.code == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasPrefix("code") } == ["code 0", "code 74", "code 0", "code 0"], "\(run.output)")
    #expect(run.output.contains("Free some space and try again."), "\(run.output)")
    #expect(lines.contains("desk.key") && !lines.contains("desk.key.new"))
  }

  @Test(.enabled(if: canMount, "this machine lets nobody mount"))
  func `an import that fills the disk says how far it came, and the same file is imported again`() throws {
    let folder = try TestFolder()
    let program = try #require(Run.process([], in: folder).executableURL?.path)
    let rows = (1...6000).map { "\($0),2020-01-01 08:00,2020-01-01 09:00,leak,row \($0)\n" }
    _ = try folder.file("log.csv", BadInputTests.header + rows.joined())
    _ = try folder.file("m.json5", BadInputTests.map)
    let disk = "\(folder.path)/disk"
    let command = "\(program) import tickets log.csv --map m.json5 --store \(disk)/desk.db --lang"
    let run = try Self.shell(
      """
      export HOME=\(folder.path); cd $HOME; mkdir \(disk) && mount -t tmpfs -o size=3m none \(disk) || exit 1
      \(command) en; echo "code $?"
      mount -o remount,size=64m \(disk) || exit 2
      \(command) en; echo "code $?"
      """)
    #expect(run.code == 0)
    let first = try #require(run.output.firstMatch(of: /is full: (\d+) rows are on record, the rest is not/))
    #expect(run.output.contains("import the same file again") && !run.output.contains("nothing was recorded"))
    let second = try #require(
      run.output.firstMatch(of: /6000 rows: (\d+) imported, (\d+) known before, 0 rejected/))
    #expect(second.2 == first.1, "\(run.output)")
    let codes = run.output.split(separator: "\n").filter { $0.hasPrefix("code") }
    #expect(codes == ["code 74", "code 0"], "\(run.output)")
  }

  /// Runs a script where it may mount; both its outputs together.
  private static func shell(_ script: String) throws -> (code: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-rm", "sh", "-c", script]
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitForEnd()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
