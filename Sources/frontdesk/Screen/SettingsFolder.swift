import Dashboard
import Desk
import Foundation

/// `config.json5`: the office's, then the person's over it.
enum SettingsFolder {
  /// The files, weakest first.
  static func files(_ environment: [String: String]) -> [String] {
    let folders = Folders(environment)
    return [folders.site, folders.configuration].map { "\($0)/config.json5" }
  }

  /// The settings in force and the first thing wrong; a file with a fault does not count at all. `categories` are those of the
  /// policy in force, where a record is open.
  static func load(
    _ environment: [String: String], categories: [String] = []
  ) -> (settings: Settings, fault: SettingsError?) {
    var settings = Settings()
    var fault: SettingsError?
    let known = categories + self.categories(environment)
    for file in files(environment) where FileManager.default.fileExists(atPath: file) {
      do throws(SettingsError) {
        try settings.apply(json5: text(of: file), file: file, categories: known)
      } catch {
        fault = fault ?? error
      }
    }
    return (settings, fault)
  }

  /// What a settings file says.
  ///
  /// - Throws: `unreadable` with the cause, or `notUTF8`.
  static func text(of file: String) throws(SettingsError) -> String {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    let isOpen = access(file, R_OK) == 0
    let number = isThere && isFolder.boolValue ? EISDIR : isOpen ? EIO : errno
    guard isOpen, !isFolder.boolValue, let data = FileManager.default.contents(atPath: file) else {
      let cause = String(cString: strerror(number))
      throw SettingsError(file: file, line: 1, column: 1, fault: .unreadable(cause: cause))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw SettingsError(file: file, line: 1, column: 1, fault: .notUTF8)
    }
    return text
  }

  /// The categories of the office's own policy file, which settings may name.
  static func categories(_ environment: [String: String]) -> [String] {
    guard case .success(let policy?) = PolicyFile.read(environment) else { return [] }
    return policy.categories.map(\.id)
  }

  /// What is wrong with a settings file, and what the desk goes by meanwhile.
  static func leftOut(_ fault: SettingsError) -> Words {
    let name = URL(filePath: fault.file).lastPathComponent
    let short = SettingsError(file: name, line: fault.line, column: fault.column, fault: fault.fault).words
    return Words(zh: "已用默认值：\(short.zh)", en: "Defaults hold: \(short.en)")
  }
}
