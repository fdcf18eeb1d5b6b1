import Desk
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that one process has for itself while it lives, and that is replaced as a whole or not at all.
final class LockedFile {
  let path: String
  private var descriptor: Int32

  /// Takes a file, made when it is not there; nil when another process has it or it cannot be made.
  init?(_ path: String) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, LockedFile.isThere(path, descriptor) else {
      close(descriptor)
      descriptor = -1
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What it says now; nil when it cannot be read.
  var content: Data? { try? Data(contentsOf: URL(filePath: path)) }

  /// Puts another content in its place; true when the disk has it, whatever happens next.
  func replace(_ data: Data) -> Bool {
    let beside = "\(path).new"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let isWritten =
      flock(file, LOCK_EX | LOCK_NB) == 0 && LockedFile.write(data, to: file) && fsync(file) == 0
      && rename(beside, path) == 0
    guard isWritten else {
      close(file)
      unlink(beside)
      return false
    }
    close(descriptor)
    descriptor = file
    return LockedFile.syncFolder(of: path)
  }

  /// Takes it away.
  func remove() -> Bool { unlink(path) == 0 && LockedFile.syncFolder(of: path) }

  /// Whether the path still names the open file: another process may have replaced it before the lock was taken.
  static func isThere(_ path: String, _ descriptor: Int32) -> Bool {
    let named = try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? NSNumber
    var opened = stat()
    return fstat(descriptor, &opened) == 0 && named?.uint64Value == UInt64(opened.st_ino)
  }

  private static func write(_ data: Data, to file: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        guard let start = bytes.baseAddress else { return false }
        let count = send(start + done, bytes.count - done, file)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  private static func send(_ start: UnsafeRawPointer, _ count: Int, _ file: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, start, count)
    #else
      Darwin.write(file, start, count)
    #endif
  }

  private static func syncFolder(of path: String) -> Bool {
    let folder = open(path.pathFolder, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    return fsync(folder) == 0
  }
}
