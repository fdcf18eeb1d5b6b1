import Dashboard
import Desk
import Foundation
import Journal

/// The rows of a log that were not imported, with line and reason before their own fields; the file is begun with the first of them.
struct RejectedRows {
  private let path: String
  private let header: CSVRecord
  private let decoder: TextDecoder
  private var output: Output?
  private var file: FileHandle?

  init(_ path: String, header: CSVRecord, encoding: TextEncoding) {
    self.path = path
    self.header = header
    decoder = TextDecoder(encoding)
  }

  /// Writes one row.
  mutating func add(_ record: CSVRecord, _ reason: String) throws(Failure) {
    let output = try open()
    try output.csv(["\(record.line)", reason] + fields(record))
  }

  /// Hands over what was written.
  func close() throws(Failure) { try output?.flush() }

  private mutating func open() throws(Failure) -> Output {
    if let output { return output }
    guard
      // Rows of a household file hold names and phones.
      FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      throw Failure(
        .cannotCreate, zh: "写不了 \(path.plainLine)。请用 --rejects 换一个地方。",
        en: "\(path.plainLine) cannot be written. Choose another place with --rejects.")
    }
    let output = Output(handle.fileDescriptor)
    (file, self.output) = (handle, output)
    try output.csv(["line", "reason"] + fields(header))
    return output
  }

  private func fields(_ record: CSVRecord) -> [String] {
    (0..<record.count).map { column in
      let bytes = record.bytes(column).prefix(1 << 16)
      return decoder.text(bytes) ?? String(decoding: bytes, as: UTF8.self)
    }
  }
}
