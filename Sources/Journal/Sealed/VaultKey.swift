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

  /// Makes a key, on disk before anything is sealed with it.
  static func create(_ folder: StoreFolder) throws(JournalError) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: length)
    randombytes_buf(&key, length)
    let file = folder.open(folder.key, O_WRONLY | O_EXCL)
    guard file >= 0 else {
      throw .cannotCreate(path: folder.key, errno: errno)
    }
    defer { close(file) }
    // Its name too: without the file nothing that was sealed is ever read again.
    guard write(file, key, length) == length, fsync(file) == 0, Journal.synchronise(folder.path) else {
      let number = errno
      unlink(folder.key)
      throw .cannotCreate(path: folder.key, errno: number)
    }
    return key
  }
}
