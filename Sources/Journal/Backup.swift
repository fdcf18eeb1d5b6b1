import CSQLite
import Desk
import Foundation

extension Journal {
  /// Writes a copy of the store as one file, checks the copy and only then gives it its name. Others may go on writing.
  ///
  /// A copy with names that cannot be read is a copy all the same: the findings tell of them.
  ///
  /// - Throws: `notEmpty` when there is a file of that name; `cannotCreate` when its folder is not there or may not be written;
  ///   `damaged` when the copy is not sound.
  package func backup(to file: String) throws(JournalError) -> (anchor: Anchor, findings: Findings) {
    guard access(file, F_OK) != 0 else { throw .notEmpty(path: file) }
    let temporary = Self.temporary(for: file)
    guard access(StoreFolder(file).parent, W_OK | X_OK) == 0 else {
      throw .notMade(file, errno)
    }
    defer { unlink(temporary) }
    let witnessed = WitnessFile.read(folder)
    guard folder.makeEmpty(temporary) else { throw .notMade(file, errno) }
    try connection.write(to: temporary)
    let key = (path: folder.key, vault: Result { () throws(JournalError) in try vault() })
    let (anchor, findings) = try Self.check(copy: temporary, witnessed: witnessed, key: key)
    guard Self.synchronise(temporary) else { throw .notMade(file, errno) }
    try Self.name(temporary, file)
    _ = Self.synchronise(StoreFolder(file).parent)
    return (anchor, findings)
  }

  /// A name beside a copy while it is made, of this process alone; those that killed processes left are removed.
  private static func temporary(for file: String) -> String {
    let folder = StoreFolder(file).parent
    let name = file.split(separator: "/").last ?? ""
    for left in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard left.hasPrefix("\(name)."), left.hasSuffix(".part"),
        let process = pid_t(left.dropFirst(name.count + 1).dropLast(5)), process > 0,
        process == getpid() || kill(process, 0) != 0 && errno == ESRCH
      else { continue }
      unlink("\(folder)/\(left)")
    }
    return "\(file).\(getpid()).part"
  }

  /// Gives a copy its name, unless another process was first.
  private static func name(_ temporary: String, _ file: String) throws(JournalError) {
    if link(temporary, file) == 0 { return }
    // Some file systems know no second name.
    guard errno != EEXIST, access(file, F_OK) != 0 else { throw .notEmpty(path: file) }
    guard rename(temporary, file) == 0 else { throw .notMade(file, errno) }
  }

  /// Opens a copy and checks the file and the chain; the names too, where the key they were sealed with is known.
  static func check(
    copy file: String, witnessed: Witness? = nil,
    key: (path: String, vault: Result<Vault?, JournalError>)? = nil
  ) throws(JournalError) -> (anchor: Anchor, findings: Findings) {
    let log = Log(open: { () throws(JournalError) in try Connection(file: file, path: file, readOnly: true) })
    let connection = try log.open()
    try checkFormat(connection)
    let meta = try Meta(connection)
    var verifier = Verifier(
      connection, log, beginning: HashChain.beginning(store: meta.store), desk: Desk(zone: meta.zone),
      keyPath: key?.path ?? "")
    try verifier.checkLog()
    if let finding = verifier.findings.findings.first { throw .damaged(.unsound(finding)) }
    guard let anchor = verifier.findings.anchor else { throw .damaged(.malformed(message: "")) }
    // What was acknowledged before the copy began must be in it.
    if let witnessed, witnessed.store == meta.store, witnessed.position > anchor.position {
      throw .damaged(.lostTail(missing: witnessed.position - anchor.position))
    }
    if let key { try verifier.checkNames(key.vault) }
    return (anchor, verifier.findings)
  }

  static func synchronise(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }
}

extension Connection {
  /// Writes everything there is into an empty file.
  func write(to file: String) throws(JournalError) {
    let statement = try statement("VACUUM INTO ?")
    statement.bind(1, file)
    try statement.run()
  }
}

extension StoreFolder {
  /// Makes an empty file for SQLite to fill, with the store's own bits: nobody else may read a copy from its first byte on.
  func makeEmpty(_ file: String) -> Bool {
    let empty = Foundation.open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard empty >= 0 else { return false }
    fchmod(empty, mode)
    hand(empty, toOwnerOf: database)
    close(empty)
    return true
  }

  /// The folder above.
  fileprivate var parent: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts.count == 1 && parts[0].isEmpty ? "/" : parts.joined(separator: "/")
  }
}
