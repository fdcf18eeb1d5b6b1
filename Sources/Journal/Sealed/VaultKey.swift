import CSodium
import Foundation

/// The key file beside the store, readable by its owner only: without it no name and no phone can be read.
enum VaultKey {
  static let length = Int(crypto_secretbox_KEYBYTES)
  static let nonceLength = Int(crypto_secretbox_NONCEBYTES)
  static let overhead = Int(crypto_secretbox_MACBYTES)

  /// The key; nil when there is no file.
  ///
  /// - Throws: `vaultKeyWrong` when the file is no key; `keyReadable` when others may read it, `keyUnreadable` when this person may not.
  static func read(_ folder: StoreFolder) throws(JournalError) -> [UInt8]? {
    guard let identity = StoreFolder.identity(folder.key) else { return nil }
    guard identity.mode & 0o007 == 0 else {
      throw .keyReadable(path: folder.key, mode: Int(identity.mode & 0o7777))
    }
    guard access(folder.key, R_OK) == 0 else { throw .keyUnreadable(path: folder.key, errno: errno) }
    guard let data = FileManager.default.contents(atPath: folder.key), data.count == length else {
      throw .vaultKeyWrong(path: folder.key)
    }
    return Array(data)
  }

  /// Makes a key, on disk before anything is sealed with it. It gets its name whole and over no other key; what is no key is replaced,
  /// so nothing may have been sealed yet.
  static func create(_ folder: StoreFolder) throws(JournalError) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: length)
    randombytes_buf(&key, length)
    let temporary = folder.key + ".new"
    unlink(temporary)
    defer { unlink(temporary) }
    let file = folder.open(temporary, O_WRONLY | O_EXCL)
    guard file >= 0 else { throw .notMade(folder.key, errno) }
    let isWritten = write(file, key, length) == length && fsync(file) == 0
    let number = errno
    close(file)
    guard isWritten else { throw .notMade(folder.key, number) }
    if link(temporary, folder.key) != 0 {
      guard errno == EEXIST else { throw .notMade(folder.key, errno) }
      if let other = try readWhole(folder) { return other }
      guard rename(temporary, folder.key) == 0 else { throw .notMade(folder.key, errno) }
    }
    // Its name too: without the file nothing that was sealed is ever read again.
    guard Journal.synchronise(folder.path) else { throw .notMade(folder.key, errno) }
    return key
  }

  /// The key; nil when there is none, or a file that is no key, such as one that was never written to its end.
  static func readWhole(_ folder: StoreFolder) throws(JournalError) -> [UInt8]? {
    do { return try read(folder) } catch {
      guard case .vaultKeyWrong = error else { throw error }
      return nil
    }
  }
}
