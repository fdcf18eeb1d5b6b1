import CSodium
import Foundation

/// The 32 bytes that tie an event to every event before it.
typealias Hash = [UInt8]

/// BLAKE2b over the hash before, the numbers of the event, and its length-prefixed fields.
enum HashChain {
  static let length = 32

  /// The hash before the first event: the store itself.
  static func beginning(store: UUID) -> Hash { digest(Array(store.uuidString.utf8)[...], length: length) }

  /// BLAKE2b of 16 to 64 bytes. libsodium chooses its code at the first call of `sodium_init`.
  static func digest(_ bytes: ArraySlice<UInt8>, length: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      bytes.withUnsafeBufferPointer { bytes in
        _ = crypto_generichash(start, length, bytes.baseAddress, UInt64(bytes.count), nil, 0)
      }
      count = length
    }
  }

  /// Prepares libsodium; cheap after the first time.
  static func prepare() { _ = sodium_init() }
}

/// Gathers what a hash covers; one buffer serves all events of a connection.
struct HashInput {
  private var bytes = ByteBuffer(capacity: 1024)

  mutating func begin(after previous: Hash) {
    bytes.clear()
    previous.withUnsafeBytes { bytes.append($0) }
  }

  mutating func add(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { bytes.append($0) } }

  mutating func add(_ field: UnsafeRawBufferPointer) {
    add(Int64(field.count))
    bytes.append(field)
  }

  mutating func add(_ field: [UInt8]) { field.withUnsafeBytes { add($0) } }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  var hash: Hash { HashChain.digest(bytes.bytes, length: HashChain.length) }
}
