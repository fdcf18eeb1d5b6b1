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
  package static let none = Words(zh: "", en: "")
}

extension Words {
  /// A phrase with what a person wrote after it, when they wrote anything.
  init(_ zh: String, _ en: String, _ text: String) {
    self.init(zh, en, Words(zh: text, en: text))
  }

  init(_ zh: String, _ en: String, _ text: Words) {
    let (textZh, textEn) = (text.zh.plainLine, text.en.plainLine)
    self.init(zh: textZh.isEmpty ? zh : "\(zh)：\(textZh)", en: textEn.isEmpty ? en : "\(en): \(textEn)")
  }
}
