import CSodium
package import Foundation

/// Ids of commands, all shaped as UUIDv7: 48 bits of milliseconds first, so that they sort by time and an index of them grows at its end.
package enum CommandID {
  /// The id of the command that a row of a log becomes: the same row, read again, is the same command.
  ///
  /// BLAKE2b over the log's name and every value, each with its length before it, fills the bits after the time.
  package static func ofRow(log: String, _ values: [String], reportedAt instant: Date) -> UUID {
    var content: [UInt8] = []
    content.reserveCapacity(512)
    func add(_ value: String) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: value.utf8.count).littleEndian) {
        content.append(contentsOf: $0)
      }
      content.append(contentsOf: value.utf8)
    }
    add(log)
    for value in values { add(value) }
    var digest = [UInt8](repeating: 0, count: 16)
    crypto_generichash(&digest, digest.count, content, UInt64(content.count), nil, 0)
    return uuid(digest, at: instant)
  }

  /// A new id for something asked for at an instant.
  package static func new(at instant: Date) -> UUID {
    var bytes = [UInt8](repeating: 0, count: 16)
    randombytes_buf(&bytes, bytes.count)
    return uuid(bytes, at: instant)
  }

  private static func uuid(_ bytes: [UInt8], at instant: Date) -> UUID {
    var bytes = bytes
    let milliseconds = UInt64(max(0, instant.timeIntervalSince1970 * 1000))
    for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * UInt64(index))) }
    bytes[6] = bytes[6] & 0x0F | 0x70
    bytes[8] = bytes[8] & 0x3F | 0x80
    return UUID(
      uuid: (
        bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
        bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
      ))
  }
}
