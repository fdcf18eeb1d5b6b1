import Foundation

extension String {
  /// Itself as what a thing is called by in the record: one plain line, composed. An accent typed apart looks the same and is the same to
  /// Swift, but another name to the record, which compares bytes.
  package var plainKey: String {
    utf8.allSatisfy { $0 < 0x80 } ? plainLine : plainLine.precomposedStringWithCanonicalMapping
  }
}
