/// The languages the desk speaks.
package enum Language: String, CaseIterable, Sendable {
  case chinese = "zh-Hans"
  case english = "en"

  /// Reads a tag or a locale's name, such as `zh`, `zh_CN.UTF-8`, `en_US` or `C`; nil for a language the desk does not speak.
  package init?(tag: String) {
    let letters = tag.prefix { $0.isASCII && $0.isLetter }.lowercased()
    switch letters {
    case "zh": self = .chinese
    case "en", "c", "posix": self = .english
    default: return nil
    }
  }
}
