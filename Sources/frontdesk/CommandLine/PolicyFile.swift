import Dashboard
import Desk
import Foundation

/// `policy.json5` in the folder of the person's settings, or of the office's.
enum PolicyFile {
  /// Where it is; nil where there is none.
  static func path(_ environment: [String: String]) -> String? {
    let folders = Folders(environment)
    return [folders.configuration, folders.site].map { "\($0)/policy.json5" }
      .first(where: FileManager.default.fileExists)
  }

  /// The policy a store begins with that has published none; nil where there is no file.
  static func read(_ environment: [String: String]) -> Result<Policy?, SettingsError> {
    guard let file = path(environment) else { return .success(nil) }
    return Result { () throws(SettingsError) in
      try Policy(json5: SettingsFolder.text(of: file), file: file)
    }
  }

  /// The same for a dashboard, which says what differs from the promises in force.
  static func message(_ environment: [String: String], _ desk: Desk) -> Message {
    switch read(environment) {
    case .success(let policy): .policyFound(policy, fault: nil)
    case .failure(let fault):
      .policyFound(nil, fault: leftOut(fault.named("policy.json5"), isPublished: desk.policies.version > 0))
    }
  }

  /// What is wrong with the policy file, and what the desk goes by meanwhile.
  static func leftOut(_ fault: SettingsError, isPublished: Bool = false) -> Words {
    let (zh, en) =
      isPublished
      ? ("现行承诺照旧。", "The promises in force stay.")
      : ("先按自带的标准承诺办。", "The promises that ship with the program hold meanwhile.")
    return Words(zh: "\(fault.words.zh) \(zh)", en: "\(fault.words.en) \(en)")
  }
}
