extension Readings {
  /// The readings of a person's name: as the words are read, and with the surname read as a surname, so that 单 is found by
  /// `dan` and by `shan`.
  package mutating func read(name: String) -> String {
    let plain = read(name)
    guard !plain.isEmpty, let (surname, spoken) = Readings.surname(of: name) else { return plain }
    let given = read(String(name.dropFirst(surname.count)))
    let parts = given.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (full, initials) = (parts.first ?? "", parts.count > 1 ? parts[parts.count / 2] : "")
    let letters = spoken.split(separator: " ").compactMap(\.first).map(String.init).joined()
    return "\(plain)\n\(spoken.filter(\.isLetter))\(full)\n\(letters)\(initials)"
  }

  /// What a name is put in order by: a blank after every Han character's syllable, the surname read as a surname; letters stand as they
  /// are, in lower case.
  package mutating func order(name: String) -> String {
    learn(name)
    let surname = Readings.surname(of: name)
    let given = name.dropFirst(surname?.text.count ?? 0).map { character in
      let syllable = read(String(character)).prefix { $0 != "\n" }
      return syllable.isEmpty ? character.lowercased() : "\(syllable) "
    }
    return (surname.map { "\($0.reading) " } ?? "") + given.joined()
  }

  /// The surname a name begins with and its reading, where that is not the one of the transform.
  private static func surname(of name: String) -> (text: Substring, reading: String)? {
    for length in [2, 1] {
      let text = name.prefix(length)
      if text.count == length, let reading = surnames[String(text)] { return (text, reading) }
    }
    return nil
  }

  /// Surnames that are read otherwise than the word, or that Foundation's transform reads otherwise than the dictionary.
  ///
  /// - Source: the table of 1,806 surnames the tests compare with.
  private static let surnames: [String: String] = [
    "曾": "zeng", "覃": "qin", "翟": "zhai", "单": "shan", "解": "xie", "缪": "miao", "卜": "bu", "仇": "qiu",
    "查": "zha",
    "乐": "yue", "盖": "ge", "朴": "piao", "区": "ou", "都": "du", "薄": "bo", "扎": "za", "藏": "zang", "种": "chong",
    "么": "yao", "隗": "kui", "拓": "tuo", "六": "lu", "折": "she", "地": "di", "乜": "nie", "秘": "bi", "贠": "yun",
    "重": "chong", "粘": "nian", "不": "fou", "尉迟": "yu chi", "桔": "ju", "钭": "tou", "伽": "ga", "仔": "zai",
    "万俟": "mo qi", "浣": "wan", "阚": "han", "佴": "er",
  ]
}
