import Desk
import Foundation
import Testing

@testable import Journal

@Suite struct StatementTests {
  let store = Store()

  /// Binds one value to `SELECT ?` and reads the row.
  private func row(_ bind: (Statement) -> Void, _ read: (Statement) -> Void) throws {
    let connection = try store.open().connection
    let statement = try connection.statement("SELECT ?1, typeof(?1)")
    bind(statement)
    defer { statement.reset() }
    #expect(try statement.step())
    read(statement)
  }

  @Test(arguments: [0, 1, -1, Int64.max, Int64.min, 1 << 32])
  func `whole numbers of 64 bits survive`(number: Int64) throws {
    try row({ $0.bind(1, number) }) {
      #expect($0.int64(0) == number)
      #expect($0.text(1) == "integer")
    }
  }

  @Test(arguments: ["", "a", "漏水👷", "a\0b", String(repeating: "长", count: 100_000)])
  func `text survives`(text: String) throws {
    try row({ $0.bind(1, text) }) {
      #expect($0.text(0) == text)
      #expect($0.text(1) == "text")
    }
  }

  @Test(arguments: [[], [0], [0, 255, 0], [UInt8](repeating: 7, count: 100_000)] as [[UInt8]])
  func `bytes survive`(bytes: [UInt8]) throws {
    try row({ $0.bind(1, bytes) }) {
      #expect($0.blob(0) == bytes)
      #expect($0.text(1) == "blob")
    }
  }

  @Test func `nothing is NULL and not empty text`() throws {
    try row({ $0.bind(1, nil as String?) }) {
      #expect($0.isNull(0))
      #expect($0.textOrNil(0) == nil)
      #expect($0.dateOrNil(0) == nil)
    }
  }

  @Test func `identifiers survive`() throws {
    let command = id(7)
    try row({ $0.bind(1, command) }) { #expect(Statement.uuid($0.bytes(0)) == command) }
  }

  @Test func `instants are whole milliseconds, before 1970 too`() throws {
    for instant in [Date(timeIntervalSince1970: -1.5), nine, Date(timeIntervalSince1970: 1.0006)] {
      try row({ $0.bind(1, instant) }) { #expect($0.int64(0) == instant.milliseconds) }
    }
  }

  @Test func `a mistake in the SQL names its code and what SQLite says`() throws {
    let connection = try store.open().connection
    #expect(throws: JournalError.sqlite(code: 1, message: "no such table: nowhere")) {
      try connection.statement("SELECT * FROM nowhere")
    }
  }

  @Test func `a database beside a question mark in the folder name is the one that is opened`() throws {
    let folder = store.folder + "/报修 50%?#&"
    let journal = try Journal(path: folder, access: .readWrite(createZone: .gmt))
    #expect(FileManager.default.fileExists(atPath: folder + "/desk.db-wal"))
    #expect(journal.position == 0)
  }
}
