import CSQLite
import Desk
import Foundation

extension Journal {
  /// Writes a copy of the store as one file, checks the copy and only then gives it its name. Others may go on writing.
  ///
  /// A copy with names that cannot be read, or of a record in which a thing has two names, is a copy all the same; so is one of a file
  /// that cannot be read through, when what cannot be read is computed: the findings tell of it, and what is computed is not in the copy.
  ///
  /// - Throws: `notEmpty` when there is a file of that name; `cannotCreate` when its folder is not there or may not be written;
  ///   `damaged` when the copy is not sound.
  package func backup(to file: String) throws(JournalError) -> (anchor: Anchor, findings: Findings) {
    guard access(file, F_OK) != 0 else { throw .notEmpty(path: file) }
    let temporary = Self.temporary(for: file)
    guard access(file.pathFolder, W_OK | X_OK) == 0 else {
      throw .notMade(file, errno)
    }
    defer { StoreFolder.remove(database: temporary) }
    let witnessed = WitnessFile.read(folder)
    let fault = try write(to: temporary)
    let key = (path: folder.key, vault: Result { () throws(JournalError) in try vault() })
    let (anchor, found) = try Self.check(copy: temporary, witnessed: witnessed, key: key)
    var findings = found
    if let fault { findings.add(.integrity, at: "desk.db", .file(fault)) }
    guard Self.synchronise(temporary) else { throw .notMade(file, errno) }
    try Self.name(temporary, file)
    _ = Self.synchronise(file.pathFolder)
    return (anchor, findings)
  }

  /// Writes everything there is into a file; where the store's file cannot be read through, all that is not computed, and what SQLite
  /// says of the file comes back.
  private func write(to file: String) throws(JournalError) -> String? {
    guard folder.makeEmpty(file) else { throw .notMade(file, errno) }
    do throws(JournalError) {
      try connection.write(to: file)
      return nil
    } catch {
      guard case .damaged(.malformed(let message)) = error else { throw error }
      StoreFolder.remove(database: file)
      guard folder.makeEmpty(file) else { throw .notMade(file, errno) }
      try connection.writeLog(to: file)
      return message
    }
  }

  /// A name beside a copy while it is made, of this process alone; those that killed processes left are removed.
  private static func temporary(for file: String) -> String {
    let folder = file.pathFolder
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
    // The chain tells that this is the record; that a thing has two names in it, or a version twice, is so in the record too.
    let finding = verifier.findings.findings.first { $0.class != .streams }
    if let finding { throw .damaged(.unsound(finding)) }
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
    do throws(JournalError) { try statement.run() } catch {
      // SQLite refuses it for a file that was opened as one nobody writes; of such a one the bytes are all there is.
      guard isImmutable, case .readOnly = error else { throw error }
      try copyBytes(to: file)
      try Connection(file: file, path: path, readOnly: false).execute("PRAGMA journal_mode = DELETE")
    }
  }

  private func copyBytes(to target: String) throws(JournalError) {
    do {
      let source = try FileHandle(forReadingFrom: URL(filePath: file))
      let copy = try FileHandle(forWritingTo: URL(filePath: target))
      try copy.truncate(atOffset: 0)
      while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty {
        try copy.write(contentsOf: piece)
      }
    } catch {
      throw .notMade(target, errno)
    }
  }

  /// Writes what is not computed into an empty file - the events, the names, and what the store says of itself - by reading no page of
  /// anything else. What is computed stays empty: whoever opens the file for writing computes it.
  func writeLog(to file: String) throws(JournalError) {
    guard try number("PRAGMA user_version") == Schema.format else {
      throw .damaged(.malformed(message: "user_version"))
    }
    let copy = try Connection(file: file, path: path, readOnly: false)
    // Nobody misses it when it is not finished: it needs no journal on the disk.
    try copy.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = MEMORY")
    copy.configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    try copy.attach(self, as: "whole")
    try copy.transaction("BEGIN IMMEDIATE") { () throws(JournalError) in
      // In the order of the tables themselves, because an index may be what is damaged.
      try copy.execute(
        Schema.log + Schema.derivedTables
          + """
          INSERT INTO meta SELECT key, value FROM whole.meta WHERE key NOT IN ('derived', 'indexed');
          INSERT INTO meta VALUES ('derived', '0');
          INSERT INTO event SELECT * FROM whole.event NOT INDEXED ORDER BY position;
          INSERT INTO vault SELECT * FROM whole.vault NOT INDEXED ORDER BY rowid;
          PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(Schema.format)
          """)
    }
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
}
