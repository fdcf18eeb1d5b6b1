import CSQLite
import Desk
import Foundation

/// The names in the folder of a store, and what the file system says about them.
struct StoreFolder: Equatable {
  /// Without a slash at its end.
  let path: String
  // Put together once: every command looks at two of them.
  let database: String
  /// What SQLite has written and not yet moved into the database.
  let log: String
  let queue: String
  let write: String
  let head: String
  /// What the vault is sealed with.
  let key: String
  let fault: String

  /// Takes the folder, or the path of `desk.db` in it. Where that is a symbolic link, all files are those beside the file it leads
  /// to: beside the link they would be another lock, witness and key of the same store.
  init(_ path: String) {
    let plain = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    let isDatabase = parts.last == "desk.db"
    let folder = isDatabase ? parts.dropLast().joined(separator: "/") : plain
    let named = folder.isEmpty ? (plain.hasPrefix("/") ? "/" : ".") : folder
    let real = Self.target(named + "/desk.db")
    let own = real?.pathFolder ?? named
    self.path = own
    database = real ?? own + "/desk.db"
    log = database + "-wal"
    queue = own + "/desk.queue"
    write = own + "/desk.write"
    head = own + "/desk.head"
    key = own + "/desk.key"
    fault = own + "/desk.fault"
  }

  /// How records are called that stand beside the store's own.
  enum OtherRecord: String, CaseIterable {
    /// One that is being made.
    case new = "desk.new"
    /// One that is being put in this one's place.
    case restored = "desk.restored"
    /// What a restore put aside.
    case former = "desk.former"
    /// What a rebuild put aside.
    case damaged = "desk.damaged"
  }

  /// The path of one of them.
  func file(_ other: OtherRecord) -> String { "\(path)/\(other.rawValue)" }

  /// The identity of a file: another file under the same name has another one.
  struct Identity: Equatable {
    var device: UInt64
    var number: UInt64
    var names: UInt64
    var mode: UInt32
    var owner: uid_t
    var group: gid_t
    var size: Int
    var changed: Instant
    /// Whether it is too short for a database and not empty: SQLite would take it for nothing and write over it.
    var isFragment: Bool { (1..<512).contains(size) }

    func isSame(as other: Identity?) -> Bool { device == other?.device && number == other?.number }
  }

  /// When a file was written last, as finely as the file system tells.
  struct Instant: Equatable {
    private var seconds: Int
    private var nanoseconds: Int

    init(_ status: stat) {
      #if os(Linux)
        let time = status.st_mtim
      #else
        let time = status.st_mtimespec
      #endif
      (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec))
    }
  }

  /// What is under a name now; nil when nothing is.
  static func identity(_ file: String) -> Identity? {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    return Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino),
      names: UInt64(status.st_nlink), mode: UInt32(status.st_mode), owner: status.st_uid,
      group: status.st_gid,
      size: Int(status.st_size), changed: Instant(status))
  }

  /// The file a symbolic link leads to in the end; nil where there is no link, or it leads nowhere.
  private static func target(_ file: String) -> String? {
    guard isLink(file), let real = realpath(file, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether the database is a link to nothing, as to a disk that is not mounted.
  var leadsNowhere: Bool { Self.isLink(database) && access(database, F_OK) != 0 }

  private static func isLink(_ file: String) -> Bool {
    var status = stat()
    return lstat(file, &status) == 0 && UInt32(status.st_mode) & UInt32(S_IFMT) == UInt32(S_IFLNK)
  }

  /// Whether a folder is under its name, or nothing yet.
  var isFolder: Bool { Self.identity(path).map { $0.mode & UInt32(S_IFMT) == UInt32(S_IFDIR) } ?? true }

  /// Refuses a store on a network and one that others may write.
  func check() throws(JournalError) {
    if let type = networkType { throw .networkFileSystem(path: path, type: type) }
    for file in [path, database] {
      guard let mode = Self.identity(file)?.mode else { continue }
      // A sticky folder such as /tmp lets nobody replace the files of another.
      let sticky = file == path && mode & UInt32(S_ISVTX) != 0
      if mode & UInt32(S_IWOTH) != 0, !sticky {
        throw .unsafePermissions(path: file, mode: Int(mode & 0o7777))
      }
    }
  }

  /// Refuses a store that this person may not read.
  func checkReadable() throws(JournalError) {
    for file in [database, log, database + "-shm"] where access(file, F_OK) == 0 {
      guard access(file, R_OK) != 0 else { continue }
      throw .unreadable(path: file, errno: errno)
    }
  }

  /// Creates the folder and an empty file that SQLite fills, for its owner only or for a group too: then whatever is made in the
  /// folder belongs to the folder's group.
  func create(forGroup: Bool) throws(JournalError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: forGroup ? 0o2770 : 0o700])
    } catch {
      let number = errno
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
      throw .cannotCreate(path: path, errno: cause?.code.rawValue ?? number)
    }
    try check()
    if leadsNowhere { throw .damaged(.gone) }
    let file = Foundation.open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .notMade(database, errno) }
    // Past the umask, which is there for files nobody thought about.
    if forGroup { fchmod(file, 0o660) }
    hand(file, toOwnerOf: path)
    close(file)
  }

  /// The bits the files beside the database get: its own.
  var mode: mode_t { mode_t((Self.identity(database)?.mode ?? 0o600) & 0o660) }

  /// Opens a file beside the database, making it with the database's own bits whatever the umask says; below 0 when that fails.
  func open(_ file: String, _ flags: Int32) -> Int32 {
    let descriptor = Foundation.open(file, flags | O_CREAT | O_CLOEXEC, mode)
    // Only its maker may, and has to.
    if descriptor >= 0, mode & 0o060 != 0 { fchmod(descriptor, mode) }
    if descriptor >= 0 { hand(descriptor, toOwnerOf: database) }
    return descriptor
  }

  /// Gives what the administrator opens to the owner of another file, as SQLite does with `-wal` and `-shm`: a command that was run
  /// as root would keep everybody else out.
  func hand(_ descriptor: Int32, toOwnerOf file: String) {
    guard geteuid() == 0, let other = Self.identity(file) else { return }
    fchown(descriptor, other.owner, other.group)
  }

  /// The reason kept in `desk.fault`, one plain line or empty; nil when there is no fault.
  var faultReason: String? {
    guard access(fault, F_OK) == 0 else { return nil }
    return ((try? String(contentsOfFile: fault, encoding: .utf8)) ?? "").plainLine.trimmed
  }

  /// Leaves the mark that makes every process read-only; best effort, because the disk has just failed.
  func markFault(_ reason: String) {
    let file = open(fault, O_WRONLY | O_TRUNC)
    guard file >= 0 else { return }
    var reason = reason
    reason.withUTF8 { _ = Foundation.write(file, $0.baseAddress, $0.count) }
    fsync(file)
    close(file)
  }
}

extension StoreFolder {
  /// The kind of network file system the folder lies on; nil on a local one.
  private var networkType: String? {
    #if os(Linux)
      let names: [UInt32: String] = [
        0x6969: "nfs", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x517B: "smb", 0x0102_1997: "9p",
        0x5346_414F: "afs", 0x00C3_6400: "ceph", 0x7375_7245: "coda", 0x0BD0_0BD0: "lustre",
        0x0116_1970: "gfs2", 0x7461_636F: "ocfs2",
      ]
      return names[frontdesk_file_system_type(path)]
    #else
      var status = statfs()
      guard statfs(path, &status) == 0 else { return nil }
      return status.f_flags & UInt32(MNT_LOCAL) == 0 ? "network" : nil
    #endif
  }
}
