import Dashboard
import Desk
import Foundation

/// `policy.json5` in the folder of the person's settings, or of the office's.
enum PolicyFile {
  /// The policy a store begins with that has published none; nil where there is no file.
  static func read(_ environment: [String: String]) -> Result<Policy?, SettingsError> {
    let folders = Folders(environment)
    let files = [folders.configuration, folders.site].map { "\($0)/policy.json5" }
    guard let file = files.first(where: FileManager.default.fileExists) else { return .success(nil) }
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      return .failure(SettingsError(file: file, line: 1, column: 1, fault: .unexpected("")))
    }
    return Result { () throws(SettingsError) in try Policy(json5: text, file: file) }
  }

  /// What is wrong with the policy file, and what the desk goes by meanwhile.
  static func leftOut(_ fault: SettingsError) -> Words {
    Words(
      zh: "\(fault.words.zh) 先按自带的标准承诺办。",
      en: "\(fault.words.en) The promises that ship with the program hold meanwhile.")
  }
}
