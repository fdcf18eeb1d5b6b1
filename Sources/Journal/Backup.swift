import CSQLite
import Desk
import Foundation

extension Journal {
  /// Writes a copy of the store as one file, checks the copy and only then gives it its name. Others may go on writing.
  ///
  /// - Throws: `notEmpty` when there is a file of that name; `damaged` when the copy is not sound.
  package func backup(to file: String) throws(JournalError) -> Anchor {
    guard access(file, F_OK) != 0 else { throw .notEmpty(path: file) }
    let temporary = file + ".part"
    unlink(temporary)
    defer { unlink(temporary) }
    let witnessed = WitnessFile.read(folder)
    let statement = try connection.statement("VACUUM INTO ?")
    statement.bind(1, temporary)
    try statement.run()
    chmod(temporary, folder.mode)
    let anchor = try Self.check(copy: temporary, witnessed: witnessed)
    guard Self.synchronise(temporary), rename(temporary, file) == 0 else {
      throw .cannotCreate(path: file, cause: String(cString: strerror(errno)))
    }
    _ = Self.synchronise(StoreFolder(file).parent)
    return anchor
  }

  /// Opens a copy and checks the file and the chain.
  static func check(copy file: String, witnessed: Witness? = nil) throws(JournalError) -> Anchor {
    let log = Log(open: { () throws(JournalError) in try Connection(file: file, path: file, readOnly: true) })
    let connection = try log.open()
    try checkFormat(connection)
    let meta = try Meta(connection)
    var verifier = Verifier(
      connection, log, beginning: HashChain.beginning(store: meta.store), desk: Desk(zone: meta.zone))
    try verifier.checkLog()
    let findings = verifier.findings
    guard let anchor = findings.anchor, findings.isClean else {
      throw .damaged(.malformed(message: findings.findings.first.map { "\($0)" } ?? ""))
    }
    // What was acknowledged before the copy began must be in it.
    if let witnessed, witnessed.store == meta.store, witnessed.position > anchor.position {
      throw .damaged(.lostTail(missing: witnessed.position - anchor.position))
    }
    return anchor
  }

  static func synchronise(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }
}

extension StoreFolder {
  /// The folder above.
  fileprivate var parent: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts.count == 1 && parts[0].isEmpty ? "/" : parts.joined(separator: "/")
  }
}
