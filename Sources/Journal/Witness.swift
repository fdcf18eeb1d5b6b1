import Foundation

/// What `desk.head` says: the last event that was acknowledged. It is written after each commit, so it is never ahead of an honest log;
/// writing it also rings the doorbell of every process that watches the file.
struct Witness: Equatable {
  /// The store's id, as 16 bytes.
  var store: UUID
  var epoch: Int
  var position: Int
  var hash: Hash

  private static let magic = Array("FDHEAD1\n".utf8)
  static let size = 8 + 16 + 8 + 8 + 32 + 16

  init(store: UUID, epoch: Int, position: Int, hash: Hash) {
    self.store = store
    self.epoch = epoch
    self.position = position
    self.hash = hash
  }

  /// Reads the bytes of the file; nil when they are not whole.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size, Array(bytes[..<8]) == Self.magic,
      HashChain.digest(bytes[..<72], length: 16) == Array(bytes[72...])
    else { return nil }
    self = bytes.withUnsafeBytes { raw in
      Witness(
        store: UUID(uuid: raw.loadUnaligned(fromByteOffset: 8, as: uuid_t.self)),
        epoch: Int(Int64(littleEndian: raw.loadUnaligned(fromByteOffset: 24, as: Int64.self))),
        position: Int(Int64(littleEndian: raw.loadUnaligned(fromByteOffset: 32, as: Int64.self))),
        hash: Array(raw[40..<72]))
    }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.size)
    bytes += Self.magic
    withUnsafeBytes(of: store.uuid) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: Int64(epoch).littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: Int64(position).littleEndian) { bytes.append(contentsOf: $0) }
    bytes += hash
    bytes += HashChain.digest(bytes[...], length: 16)
    return bytes
  }
}

/// The file `desk.head`, kept open by the one connection that writes it.
final class WitnessFile {
  private let file: Int32

  /// Opens it for writing, and makes it when it is not there.
  init(_ folder: StoreFolder) throws(JournalError) {
    file = folder.open(folder.head, O_RDWR)
    guard file >= 0 else {
      throw .notMade(folder.head, errno)
    }
  }

  deinit { close(file) }

  /// Writes it in one call, and takes away what does not belong to it. A failure is no harm: the witness is then older than the log.
  func write(_ witness: Witness) {
    let bytes = witness.bytes
    _ = pwrite(file, bytes, bytes.count, 0)
    // Not by `fstat`: a file whose times were asked for costs its next write more.
    guard lseek(file, 0, SEEK_END) > bytes.count else { return }
    ftruncate(file, off_t(bytes.count))
  }

  /// Reads it as it is now; nil when there is none, or it is not whole.
  static func read(_ folder: StoreFolder) -> Witness? {
    let file = open(folder.head, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    // A reader may meet a writer half way; the next look meets it whole.
    for _ in 0..<3 {
      var bytes = [UInt8](repeating: 0, count: Witness.size)
      let count = pread(file, &bytes, bytes.count, 0)
      if count > 0, let witness = Witness(Array(bytes[..<count])) { return witness }
    }
    return nil
  }
}
