import Dashboard
import Desk
import Foundation
import Journal

/// The rows of a log that were not imported, with line and reason before their own fields; the file is begun with the first of them.
struct RejectedRows {
  let path: String
  private(set) var count = 0
  /// What came of such a file of an earlier import; nil where there was none.
  private(set) var earlier: Words?
  private let language: Language
  private let zone: TimeZone
  private let header: CSVRecord
  private let decoder: TextDecoder
  private var output: Output?
  private var file: FileHandle?

  /// Of the log that the first argument names.
  ///
  /// - Throws: a usage failure when they would go over the log itself; `cannotCreate` when there is a file that no import wrote.
  init(
    _ call: Invocation, header: CSVRecord, encoding: TextEncoding, zone: TimeZone
  ) throws(Failure) {
    let log = call.options.argument(0)
    path = call.options.value("rejects") ?? (log == "-" ? "frontdesk-rejects.csv" : "\(log).rejects.csv")
    func place(_ path: String) -> URL { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL }
    guard log == "-" || place(log) != place(path) else {
      throw Failure(
        .usage, zh: "--rejects 就是要导入的文件，会盖掉它。请换一个名字。",
        en: "--rejects names the file to be imported, and would overwrite it. Choose another name.")
    }
    guard RejectedRows.mayWrite(over: path) else {
      throw Failure(
        .cannotCreate, zh: "\(path.plainLine) 里有别的内容，不会盖掉，什么也没有导入。请用 --rejects 换一个名字，或移开它。",
        en:
          "\(path.plainLine) holds something else and is not overwritten; nothing was imported. Choose another name "
          + "with --rejects, or move it away.")
    }
    (self.header, self.zone, language) = (header, zone, call.language)
    decoder = TextDecoder(encoding)
  }

  /// Whether nothing is lost when a file is written there: there is none, none of a disk, an empty one, or one that an import wrote.
  private static func mayWrite(over path: String) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0 else { return true }
    return isOurs(path)
  }

  /// Writes one row, with what is wrong with it.
  mutating func add(_ record: CSVRecord, _ fault: RowFault) throws(Failure) {
    count += 1
    let output = try open()
    try output.csv(["\(record.line)", fault.words(zone: zone)(language)] + fields(record))
  }

  /// Hands over what was written. Where nothing was, the rows of an earlier import are removed: what they say holds no more; any other
  /// file stays.
  mutating func close() throws(Failure) {
    try output?.flush()
    earlier = output == nil ? removeEarlier() : nil
  }

  private func removeEarlier() -> Words? {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, RejectedRows.isOurs(path) else {
      return nil
    }
    let name = path.plainLine
    guard unlink(path) != 0 else {
      return Words(zh: "没有退回的行，旧的 \(name) 已经删掉。", en: "Nothing is rejected: the old \(name) is removed.")
    }
    let cause = Words(errno: errno)
    return Words(
      zh: "没有退回的行，旧的 \(name) 却删不掉：\(cause.zh)。请自己删掉它。",
      en: "Nothing is rejected, but the old \(name) cannot be removed: \(cause.en). Remove it yourself.")
  }

  /// Whether an import wrote a file: it begins as the heading does.
  private static func isOurs(_ path: String) -> Bool {
    let file = FileHandle(forReadingAtPath: path)
    return (try? file?.read(upToCount: 12)) == Data("line,reason,".utf8)
  }

  private mutating func open() throws(Failure) -> Output {
    if let output { return output }
    // What is there is written to, also where it is no file; rows of a household file hold names and phones.
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(
        .cannotCreate, zh: "写不了 \(path.plainLine)。请用 --rejects 换一个地方。",
        en: "\(path.plainLine) cannot be written. Choose another place with --rejects.")
    }
    var facts = stat()
    if fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG { fchmod(descriptor, 0o600) }
    let output = Output(descriptor)
    (file, self.output) = (FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), output)
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
