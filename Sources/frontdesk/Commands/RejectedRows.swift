import Dashboard
import Desk
import Foundation
import Journal

/// The rows of a log that were not imported, with line and reason before their own fields; the file is begun with the first of them.
struct RejectedRows {
  let path: String
  private let header: CSVRecord
  private let decoder: TextDecoder
  private var output: Output?
  private var file: FileHandle?

  /// Of the log that the first argument names.
  ///
  /// - Throws: a usage failure when they would go over the log itself.
  init(_ call: Invocation, header: CSVRecord, encoding: TextEncoding) throws(Failure) {
    let log = call.options.argument(0)
    path = call.options.value("rejects") ?? (log == "-" ? "frontdesk-rejects.csv" : "\(log).rejects.csv")
    func place(_ path: String) -> URL { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL }
    guard log == "-" || place(log) != place(path) else {
      throw Failure(
        .usage, zh: "--rejects 就是要导入的文件，会盖掉它。请换一个名字。",
        en: "--rejects names the file to be imported, and would overwrite it. Choose another name.")
    }
    self.header = header
    decoder = TextDecoder(encoding)
  }

  /// Writes one row.
  mutating func add(_ record: CSVRecord, _ reason: String) throws(Failure) {
    let output = try open()
    try output.csv(["\(record.line)", reason] + fields(record))
  }

  /// Hands over what was written. Where nothing was, the rows of an earlier import are removed: what they say holds no more; any other
  /// file stays.
  ///
  /// - Returns: what came of such a file; nil where there was none.
  func close() throws(Failure) -> Words? {
    try output?.flush()
    guard output == nil, isOurs else { return nil }
    let name = path.plainLine
    guard unlink(path) != 0 else {
      return Words(zh: "没有退回的行，旧的 \(name) 已经删掉。", en: "Nothing is rejected: the old \(name) is removed.")
    }
    let cause = Words(errno: errno)
    return Words(
      zh: "没有退回的行，旧的 \(name) 却删不掉：\(cause.zh)。请自己删掉它。",
      en: "Nothing is rejected, but the old \(name) cannot be removed: \(cause.en). Remove it yourself.")
  }

  /// Whether there is a file that an import wrote: one line that begins as its heading does.
  private var isOurs: Bool {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return false }
    return (try? file.read(upToCount: 12)) == Data("line,reason,".utf8)
  }

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
