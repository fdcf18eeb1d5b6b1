import Dashboard
import Desk
import Foundation
import Journal

/// Rows of a log, as many as go into one transaction: each with what it asks of the clerk, or why it cannot.
struct LogPage: Sendable {
  static let size = 500

  var rows: [(record: CSVRecord, reading: Result<Submission, RowFault>)] = []
  /// How much of the log is read with it, from 0 to 1; nil for standard input.
  var share: Double?
}

/// The records of a log, read from a file or standard input piece by piece, and how far it is.
struct LogSource: Sendable {
  private let file: FileHandle
  private let name: String
  private let size: Double?
  private var reader: CSVReader
  private var taken = 0
  private var isAtEnd = false
  /// What the log is written in, by the map or by its first mebibyte.
  let encoding: TextEncoding

  /// Opens a log and finds out its encoding, unless it is known.
  init(_ path: String, separator: UInt8 = UInt8(ascii: ","), encoding known: TextEncoding? = nil)
    throws(Failure)
  {
    name = path.plainLine
    reader = CSVReader(separator: separator)
    if path == "-" {
      (file, size) = (.standardInput, nil)
    } else {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        throw Failure(
          .data, zh: "\(path.plainLine) 是文件夹。请写里面的文件。",
          en: "\(path.plainLine) is a folder. Name the file in it.")
      }
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw Failure(unreadable: path, errno: access(path, R_OK) == 0 ? EIO : errno)
      }
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      (file, size) = (handle, (attributes?[.size] as? NSNumber)?.doubleValue)
    }
    var sample: [UInt8] = []
    while sample.count < 1 << 20 {
      let piece = try LogSource.piece(file, name)
      if piece.isEmpty { break }
      sample.append(contentsOf: piece)
    }
    guard let encoding = known ?? TextEncoding.detect(sample) else {
      throw Failure(
        .data, zh: "\(name) 既不是 UTF-8 也不是 GB18030。请另存为 UTF-8 的 CSV。",
        en: "\(name) is neither UTF-8 nor GB18030. Save it as CSV in UTF-8.")
    }
    self.encoding = encoding
    taken = sample.count
    reader.append(sample)
  }

  private var share: Double? { size.map { $0 > 0 ? Double(taken) / $0 : 1 } }

  /// The first line, which must be there.
  mutating func header() throws(Failure) -> CSVRecord {
    guard let header = try next() else {
      throw Failure(.data, zh: "\(name) 是空的，连表头都没有。", en: "\(name) is empty: it has no first line.")
    }
    if let fault = header.fault {
      let words = RowFault.malformed(fault).words(zone: .gmt)
      throw Failure(
        .data, zh: "\(name) 的表头读不了：\(words.zh)", en: "The first line of \(name) cannot be read. \(words.en)")
    }
    return header
  }

  /// The next rows, read; nil after the last.
  mutating func page(_ read: (CSVRecord) throws(RowFault) -> Submission) throws(Failure) -> LogPage? {
    var page = LogPage()
    while page.rows.count < LogPage.size, let record = try next() {
      page.rows.append((record, Result { () throws(RowFault) in try read(record) }))
    }
    page.share = share
    return page.rows.isEmpty ? nil : page
  }

  /// The next record; nil at the end.
  mutating func next() throws(Failure) -> CSVRecord? {
    while true {
      if let record = reader.next() { return record }
      guard !isAtEnd else { return nil }
      let piece = try LogSource.piece(file, name)
      taken += piece.count
      if piece.isEmpty {
        isAtEnd = true
        reader.finish()
      } else {
        reader.append(piece)
      }
    }
  }

  private static func piece(_ file: FileHandle, _ name: String) throws(Failure) -> Data {
    do {
      return try file.read(upToCount: 1 << 18) ?? Data()
    } catch {
      throw Failure(
        .disk, zh: "\(name) 读到一半出错。已导入的都在，再导一次就好。",
        en: "\(name) failed half way. What was imported is safe: run the import again.")
    }
  }
}
