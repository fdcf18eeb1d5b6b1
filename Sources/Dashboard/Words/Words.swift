/// One phrase in both languages: a missing one does not compile.
package struct Words: Equatable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

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
