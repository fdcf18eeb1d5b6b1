package import Desk
package import Foundation

/// How another system's log is to be read: which column is what, how it writes times, and in which zone. Written by people, in JSON5.
package struct ImportMap: Sendable {
  /// The other system's name: a number is known by it, so that two logs may use the same numbers.
  let log: String
  package let zone: TimeZone
  /// Tried in order.
  let dates: [DateFormat]
  /// The column of each thing, by the name in the log's first line.
  package let columns: [ImportColumn: String]
  /// Nil to find out.
  package let encoding: TextEncoding?
  package let separator: UInt8
  /// The kind of a ticket whose row names none that `kinds` knows.
  let kind: TicketKind
  let kinds: [String: TicketKind]
  /// The channel of a ticket whose row names none that `channels` knows.
  let channel: Channel
  let channels: [String: Channel]
  private let document: JSON5.Document

  /// Reads a map; `file` is what errors call it.
  package init(_ text: String, file: String) throws(SettingsError) {
    document = try JSON5.Document(text, file: file)
    let map = try document.decode(WrittenMap.self)
    guard !map.log.trimmed.isEmpty else {
      throw document.bad("log", "", ["boston-311"])
    }
    log = map.log.plainLine
    guard let zone = TimeZone(identifier: map.zone) else {
      throw document.bad("zone", map.zone, ["Asia/Shanghai", "America/New_York"])
    }
    self.zone = zone
    dates = try ImportMap.dates(map.date.texts, document)
    columns = try ImportMap.columns(map.columns, document)
    encoding = try ImportMap.value(map.encoding, at: "encoding", document)
    separator = try ImportMap.separator(map.separator, document)
    kind = try ImportMap.value(map.kind, at: "kind", document) ?? .repair
    kinds = try ImportMap.values(map.kinds, at: "kinds", document)
    channel = try ImportMap.value(map.channel, at: "channel", document) ?? .log
    channels = try ImportMap.values(map.channels, at: "channels", document)
  }

  /// Finds the map's columns in a log's first line: the index of each.
  ///
  /// - Throws: the first column that is not there, at its place in the map.
  package func indices(in header: [String]) throws(SettingsError) -> [ImportColumn: Int] {
    var indices: [ImportColumn: Int] = [:]
    for (column, name) in columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let index = header.firstIndex(of: name) else {
        let key = "columns.\(column.rawValue)"
        throw document.bad(key, name, header)
      }
      indices[column] = index
    }
    return indices
  }

  private static func dates(_ patterns: [String], _ document: JSON5.Document) throws(SettingsError)
    -> [DateFormat]
  {
    var formats: [DateFormat] = []
    for (index, pattern) in patterns.enumerated() {
      guard let format = DateFormat(pattern) else {
        throw document.error(
          at: "date[\(index)]",
          .badValue(key: "date", value: pattern, allowed: ["yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy hh:mm:ss a"]))
      }
      formats.append(format)
    }
    guard !formats.isEmpty else { throw document.error(at: "date", .missingKey("date")) }
    return formats
  }

  private static func columns(_ written: WrittenColumns, _ document: JSON5.Document) throws(SettingsError)
    -> [ImportColumn: String]
  {
    let columns = written.names
    for needed in [ImportColumn.number, .reported] where columns[needed] == nil {
      throw document.error(at: "columns", .missingKey("columns.\(needed.rawValue)"))
    }
    guard columns[.category] != nil || columns[.subject] != nil else {
      throw document.error(at: "columns", .missingKey("columns.category"))
    }
    return columns
  }

  private static func separator(_ text: String?, _ document: JSON5.Document) throws(SettingsError) -> UInt8 {
    guard let text else { return UInt8(ascii: ",") }
    guard [",", ";", "\t", "|"].contains(text), let byte = text.utf8.first else {
      throw document.bad("separator", text, [",", ";", "\\t", "|"])
    }
    return byte
  }

  private static func value<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String?, at key: String, _ document: JSON5.Document
  ) throws(SettingsError) -> Value? {
    guard let text else { return nil }
    return try document.word(text, key)
  }

  private static func values<Value: RawRepresentable<String> & CaseIterable>(
    _ texts: [String: String]?, at key: String, _ document: JSON5.Document
  ) throws(SettingsError) -> [String: Value] {
    var values: [String: Value] = [:]
    for (word, text) in texts ?? [:] {
      values[word] = try value(text, at: "\(key).\(word)", document)
    }
    return values
  }
}

/// What a column of a log can be to the desk.
package enum ImportColumn: String, CaseIterable, CodingKey, Sendable {
  case number, reported, due, closed, category, subject, place, channel, kind, text
}
