import Foundation
import TestSupport
import Testing

/// The record as a file: checked, copied, put back.
@Suite struct StoreTests {
  @Test func `a whole record is verified, and its end can be kept elsewhere`() throws {
    let folder = try Self.desk()
    let run = try folder.run("verify")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Whole: 3 events. 3 "))
    #expect(try folder.run("verify", "--anchor").output.hasPrefix("3 "))
    let line = try folder.run("verify", "--anchor").output.trimmingCharacters(in: .newlines)
    #expect(try folder.run("verify", "--against", line).code == 0)
    let changed = String(line.dropLast()) + (line.hasSuffix("0") ? "1" : "0")
    #expect(try folder.run("verify", "--against", changed).code == 11)
    #expect(try folder.run("verify", "--against", "soon").code == 64)
    #expect(try folder.run("verify", "--lang", "zh").output.hasPrefix("完好：3 条。"))
  }

  @Test func `a store is found by its path from here, and by one that begins with two slashes`() throws {
    let folder = try TestFolder()
    for (number, path) in ["near/desk.db", "/" + folder.store].enumerated() {
      let run = try Run(["new", "--place", "1-1-10\(number)", "灯", "--store", path], in: folder)
      #expect(run.code == 0, "\(path): \(run.errors)")
      #expect(try Run(["verify", "--store", path], in: folder).code == 0)
    }
    #expect(try folder.run("list").output.contains("1-1-101"))
  }

  struct Harm: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let sql: String
    let code: Int32
    let says: String
  }

  static let harms = [
    Harm(
      testDescription: "an event was changed",
      sql: "DROP TRIGGER event_is_never_changed; UPDATE event SET actor = 'x' WHERE position = 2",
      code: 11,
      says: "the chain is broken"),
    Harm(
      testDescription: "an event was deleted",
      sql: "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position = 2", code: 11,
      says: "the chain is broken"),
    Harm(
      testDescription: "the last event was deleted",
      sql: "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position = 3", code: 14,
      says: "the last event is missing"),
    Harm(
      testDescription: "a derived row was deleted", sql: "DELETE FROM live WHERE stream = 'R-1'",
      code: 15,
      says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "the pinyin of a ticket was changed", sql: "UPDATE history SET reading = 'x'",
      code: 15, says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "a trigger was dropped", sql: "DROP TRIGGER event_is_never_deleted", code: 15,
      says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "an index was dropped", sql: "DROP INDEX event_by_command", code: 15,
      says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "a trigger was added",
      sql: "CREATE TRIGGER \"a \"\"b\" AFTER INSERT ON event BEGIN DELETE FROM live; END", code: 15,
      says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "a trigger was emptied",
      sql:
        "DROP TRIGGER event_is_never_deleted; CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN SELECT 1; END",
      code: 15, says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "the index claims too much",
      sql: "INSERT OR REPLACE INTO meta VALUES ('indexed', '99')",
      code: 15, says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "the search index was dropped", sql: "DROP TABLE words", code: 15,
      says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "a derived table was dropped", sql: "DROP TABLE live", code: 15,
      says: "Run frontdesk rebuild"),
    Harm(
      testDescription: "the table of names was dropped", sql: "DROP TABLE vault", code: 17,
      says: "names and phones are lost or damaged"),
    Harm(
      testDescription: "the names were deleted", sql: "DELETE FROM vault", code: 17,
      says: "names and phones are lost or damaged"),
  ]

  @Test(arguments: harms) func `harm is found and named by its class`(_ harm: Harm) throws {
    let folder = try Self.desk()
    try folder.sql(harm.sql)
    let run = try folder.run("verify")
    #expect(run.code == harm.code, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(harm.says), "\(run.errors)")
    if harm.code == 15 {
      #expect(try folder.run("rebuild").code == 0)
      #expect(try folder.run("verify").code == 0)
    } else if harm.code == 14 {
      let write = try folder.run("do", "R-1", "accept")
      #expect(write.code == 65)
      #expect(write.errors.contains("cannot be trusted"))
      #expect(try folder.run("list").code == 0)
    }
  }

  @Test func `every finding is told in both languages`() throws {
    let folder = try Self.desk()
    let sql = """
      DROP TRIGGER event_is_never_changed; UPDATE event SET payload = '{}' WHERE position = 1;
      UPDATE event SET version = 7 WHERE position = 3; DELETE FROM live WHERE stream = 'R-1';
      """
    try folder.sql(sql)
    let english = try folder.run("verify").output
    for said in [
      "the hash does not follow", "event 1, ticket.reported.1, cannot be read", "numbered", "rows for",
    ] {
      #expect(english.contains(said), "\(english)")
    }
    let chinese = try folder.run("verify", "--lang", "zh").output
    for said in ["校验值接不上", "第 1 条 ticket.reported.1 读不出来", "编号", "行，应有"] {
      #expect(chinese.contains(said), "\(chinese)")
    }
  }

  @Test func `a copy that was cut short is named, and the store is left alone`() throws {
    let folder = try Self.desk()
    _ = try folder.run("backup", "copy.db")
    let whole = try Data(contentsOf: URL(filePath: "\(folder.path)/copy.db"))
    _ = try folder.file("short.db", whole.prefix(whole.count / 2))
    let run = try folder.run("restore", "short.db", "--replace")
    #expect(run.code == 65)
    #expect(run.errors.contains("The copy short.db is not sound"), "\(run.errors)")
    #expect(run.errors.contains("The store was not touched"), "\(run.errors)")
    #expect(try folder.run("verify").code == 0)
    let nowhere = try folder.run("backup", "none/copy.db")
    #expect(nowhere.code == 73)
    #expect(nowhere.errors.contains("Make its folder first"), "\(nowhere.errors)")
  }

  @Test
  func `a file that SQLite cannot read through is of the gravest class, a disk that failed is disk trouble`()
    throws
  {
    let folder = try Self.desk()
    try folder.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    let sound = try Data(contentsOf: URL(filePath: folder.store))
    var codes: Set<Int32> = []
    for page in 1..<sound.count / 4096 {
      var harmed = sound
      harmed.replaceSubrange(page * 4096..<(page * 4096 + 64), with: Data(repeating: 0xA5, count: 64))
      try harmed.write(to: URL(filePath: folder.store))
      let run = try folder.run("verify")
      codes.insert(run.code)
      #expect((10...17).contains(run.code) || run.code == 0, "page \(page): \(run.code) \(run.errors)")
    }
    #expect(codes.contains(10))
    try sound.write(to: URL(filePath: folder.store))
    _ = try folder.file("store/desk.fault", "")
    let refused = try folder.run("do", "R-1", "accept")
    #expect(refused.code == 74)
    #expect(refused.errors.contains("the disk failed in a write. Check the disk"), "\(refused.errors)")
  }

  @Test func `what was recorded is told though the output cannot be written`() throws {
    let folder = try Self.desk()
    let process = Run.process(["new", "--place", "1-1-102", "x", "--store", folder.store], in: folder)
    let file = try folder.file("err", Data())
    process.arguments =
      ["-c", "exec \"$0\" \"$@\" >&-", process.executableURL?.path ?? ""] + (process.arguments ?? [])
    process.executableURL = URL(filePath: "/bin/sh")
    process.standardError = try FileHandle(forWritingTo: URL(filePath: file))
    try process.run()
    process.waitForEnd()
    #expect(process.terminationStatus == 74)
    let errors = try String(contentsOfFile: file, encoding: .utf8)
    #expect(errors.contains("R-2 is on record: do not enter it again."), "\(errors)")
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `a copy is put back, but over another store only when asked to`() throws {
    let folder = try Self.desk()
    #expect(try folder.run("backup", "copy.db").code == 0)
    let again = try folder.run("backup", "copy.db")
    #expect(again.code == 73)
    #expect(again.errors.contains("a copy overwrites nothing"), "there is no --replace here: \(again.errors)")
    _ = try folder.run("do", "R-1", "note", "after the copy")
    let refused = try folder.run("restore", "copy.db")
    #expect(refused.code == 73)
    #expect(
      refused.errors.contains("--replace") && refused.errors.contains("\(folder.path)/store has"),
      "\(refused.errors)")
    #expect(refused.errors.contains("nothing was changed"), "\(refused.errors)")
    let chinese = try folder.run("restore", "copy.db", "--lang", "zh")
    #expect(chinese.errors.contains("\(folder.path)/store 里已有前台数据，什么也没有改"), "\(chinese.errors)")
    let restored = try folder.run("restore", "copy.db", "--replace")
    #expect(restored.code == 0 && restored.output.contains("desk.former"))
    #expect(restored.errors.contains("no longer in it: 1."), "\(restored.errors)")
    #expect(!(try folder.run("show", "R-1").output.contains("after the copy")))
    #expect(try folder.run("events").output.contains("restored from a copy that ended at 3"))
    #expect(try folder.run("verify").code == 0)
    let elsewhere = try Run(["restore", "copy.db", "--store", "new/desk.db"], in: folder)
    #expect(elsewhere.code == 0, "\(elsewhere.errors)")
    #expect(try Run(["show", "R-1", "--store", "new/desk.db"], in: folder).code == 0)
    #expect(try folder.run("restore", "missing.db", "--replace").code == 69)
    _ = try folder.file("other.db", Data("no database at all, only some bytes".utf8))
    let other = try folder.run("restore", "other.db", "--replace")
    #expect(other.code == 65)
    #expect(other.errors.contains("other.db is no copy of a store"), "\(other.errors)")
  }

  @Test func `a store whose files are gone is not begun anew, and is told in both languages`() throws {
    let folder = try Self.desk()
    let names = ["desk.db", "desk.db-wal", "desk.db-shm"].filter {
      FileManager.default.fileExists(atPath: "\(folder.path)/store/\($0)")
    }
    for name in names { rename("\(folder.path)/store/\(name)", "\(folder.path)/\(name)") }
    for words in [["new", "--place", "1-1-102", "灯"], ["list"], ["verify"], ["rebuild"]] {
      let run = try Run(words + ["--store", folder.store], in: folder)
      #expect(run.code == (words == ["verify"] ? 14 : 65), "\(words)")
      #expect(run.errors.contains("the last 3 events are missing"), "\(run.errors)")
      #expect(run.errors.contains("desk.db, desk.db-wal and desk.db-shm"), "\(run.errors)")
    }
    #expect(try folder.run("list", "--lang", "zh").errors.contains("最后 3 条不见了"))
    #expect(try folder.run("doctor").output.contains("the last 3 events are missing"))
    #expect(!FileManager.default.fileExists(atPath: folder.store))
    for name in names { rename("\(folder.path)/\(name)", "\(folder.path)/store/\(name)") }
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `a witness that is gone is told with the number of its class, and what to do instead`() throws {
    let folder = try Self.desk()
    unlink("\(folder.path)/store/desk.head")
    let run = try folder.run("verify")
    #expect(run.code == 14)
    #expect(run.output.contains("desk.head  is gone or cannot be read"), "\(run.output)")
    #expect(run.errors.contains("The record of 3 events is sound"), "\(run.errors)")
    #expect(!run.errors.contains("restore"), "\(run.errors)")
    #expect(try folder.run("verify", "--lang", "zh").errors.contains("没有见证文件"))
    #expect(try folder.run("do", "R-1", "note", "x").code == 0)
    #expect(try folder.run("verify").code == 0)
  }

  @Test(arguments: [["--store", ""], ["--store="]])
  func `an empty name of a store, as of an unset variable, begins none in the current folder`(words: [String])
    throws
  {
    let folder = try TestFolder()
    for command in [["new", "--place", "1-1-101", "灯"], ["list"], []] {
      let run = try Run(command + words, in: folder)
      #expect(run.code == 64 && run.errors.contains("--store is empty"), "\(run.errors)")
    }
    #expect(try Run(["list", "--lang", "zh"] + words, in: folder).errors.contains("--store 后面是空的"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a folder in the place of a copy is named, and what to write instead`() throws {
    let folder = try Self.desk()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/copies", withIntermediateDirectories: true)
    for words in [["restore", "copies"], ["restore", "copies", "--replace"]] {
      let run = try Run(words + ["--store", folder.store], in: folder)
      #expect(run.code == 69, "\(run.errors)")
      #expect(run.errors.contains("The copy copies cannot be read: Is a directory"), "\(run.errors)")
    }
    #expect(try folder.run("restore", "copies", "--lang", "zh").errors.contains("备份 copies 读不了：这是文件夹"))
    #expect(try folder.run("verify").code == 0)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a copy that may not be read is named, with the cause`() throws {
    let folder = try Self.desk()
    chmod(try folder.file("copy.db", "x"), 0)
    let run = try folder.run("restore", "copy.db", "--replace")
    #expect(
      run.code == 69 && run.errors.contains("The copy copy.db cannot be read: Permission"), "\(run.errors)")
  }

  @Test func `a backup tells to keep the key only where there is one`() throws {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "灯")
    let without = try folder.run("backup", "without.db")
    #expect(without.code == 0 && !without.errors.contains("desk.key"), "\(without.errors)")
    _ = try folder.run("new", "--place", "1-1-101", "--reporter", "张三", "灯")
    #expect(try folder.run("backup", "with.db").errors.contains("desk.key"))
  }

  private static func desk() throws -> TestFolder {
    let folder = try TestFolder()
    _ = try folder.run("new", "--place", "1-1-101", "--reporter", "张三", "灯")
    let none = try folder.run("events", "--stream", "NOPE")
    #expect(none.code == 1 && none.output.isEmpty && none.errors.contains("\"NOPE\""))
    #expect(try folder.run("events", "--stream", "R-1", "--after", "99").code == 0)
    _ = try folder.run("do", "R-1", "assign", "老王")
    return folder
  }

  @Test
  func `a store that cannot be dropped from is computed anew beside, and where the old file is gets told`()
    throws
  {
    let folder = try Self.desk()
    let page = try folder.sqlText("SELECT rootpage FROM sqlite_schema WHERE name = 'history'")
    try folder.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    var bytes = try Data(contentsOf: URL(filePath: folder.store))
    let start = (try #require(Int(page)) - 1) * 4096
    bytes.replaceSubrange(start..<start + 64, with: Data(repeating: 0xA5, count: 64))
    try bytes.write(to: URL(filePath: folder.store))
    let copy = try folder.run("backup", "copy.db")
    #expect(copy.code == 10 && copy.errors.contains("frontdesk rebuild"), "\(copy.errors)")
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/copy.db"))
    #expect(try folder.run("verify").errors.contains("frontdesk rebuild"))
    let run = try folder.run("rebuild")
    #expect(run.code == 0 && run.output.contains("\(folder.path)/store/desk.damaged"), "\(run.errors)")
    #expect(try folder.run("verify").code == 0)
    #expect(try folder.run("show", "R-1").code == 0)
  }
}
