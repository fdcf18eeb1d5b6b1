import Desk

/// An import map as people write it, before its words are understood.
struct WrittenMap: Decodable {
  var log: String
  var zone: String
  var date: OneOrMore
  var columns: WrittenColumns
  var encoding: String?
  var separator: String?
  var kind: String?
  var kinds: [String: String]?
  var channel: String?
  var channels: [String: String]?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case log, zone, date, columns, encoding, separator, kind, kinds, channel, channels
  }

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(CodingKeys.self, in: decoder)
    let map = try decoder.container(keyedBy: CodingKeys.self)
    log = try map.decode(String.self, forKey: .log)
    zone = try map.decode(String.self, forKey: .zone)
    date = try map.decode(OneOrMore.self, forKey: .date)
    columns = try map.decode(WrittenColumns.self, forKey: .columns)
    encoding = try map.decodeIfPresent(String.self, forKey: .encoding)
    separator = try map.decodeIfPresent(String.self, forKey: .separator)
    kind = try map.decodeIfPresent(String.self, forKey: .kind)
    kinds = try map.decodeIfPresent([String: String].self, forKey: .kinds)
    channel = try map.decodeIfPresent(String.self, forKey: .channel)
    channels = try map.decodeIfPresent([String: String].self, forKey: .channels)
  }
}

/// The columns of a map; any may be left out.
struct WrittenColumns: Decodable {
  let names: [ImportColumn: String]

  init(from decoder: any Decoder) throws {
    try JSON5.refuseUnknown(ImportColumn.self, in: decoder)
    let columns = try decoder.container(keyedBy: ImportColumn.self)
    var names: [ImportColumn: String] = [:]
    for column in ImportColumn.allCases {
      names[column] = try columns.decodeIfPresent(String.self, forKey: column)
    }
    self.names = names
  }
}

/// A text, or a list of texts.
struct OneOrMore: Decodable {
  let texts: [String]

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      var texts: [String] = []
      while !list.isAtEnd { texts.append(try list.decode(String.self)) }
      self.texts = texts
    } else {
      texts = [try decoder.singleValueContainer().decode(String.self)]
    }
  }
}
