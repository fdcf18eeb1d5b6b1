import Desk

/// One phrase in both languages: a missing one does not compile.
package struct Words: Equatable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same in both languages: names, numbers, what a person wrote.
  package init(both text: String) { self.init(zh: text, en: text) }

  /// Says it in one language.
  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}

extension Words {
  /// What is left empty in both languages.
  package static let none = Words(both: "")

  /// In place of a name, where nobody has the work.
  package static let nobody = Words(zh: "未派", en: "nobody")

  /// Several one after the other, with what stands between them in either language.
  init(list words: some Sequence<Words>, zh: String = "、", en: String = ", ") {
    self.init(zh: words.map(\.zh).joined(separator: zh), en: words.map(\.en).joined(separator: en))
  }
}

extension Words {
  /// That what stands somewhere is no telephone number, and how one is written.
  package init(noPhone what: Words) {
    self.init(
      zh: "\(what.zh.plainLine) 不是电话号码：写手机 11 位，或座机（可带区号、分机，如 021-62345678转801），几个用 / 隔开，不知道就留空。",
      en:
        "\(what.en.plainLine) is no telephone number: write the 11 digits of a mobile, or a fixed line such as "
        + "021-62345678x801, several with / between; or leave it empty.")
  }
}

extension Words {
  /// A phrase with what a person wrote after it, when they wrote anything.
  init(_ zh: String, _ en: String, _ text: String) {
    self.init(zh, en, Words(both: text))
  }

  init(_ zh: String, _ en: String, _ text: Words) {
    let (textZh, textEn) = (text.zh.plainLine, text.en.plainLine)
    self.init(zh: textZh.isEmpty ? zh : "\(zh)：\(textZh)", en: textEn.isEmpty ? en : "\(en): \(textEn)")
  }
}
