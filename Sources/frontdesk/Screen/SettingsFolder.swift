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

  /// What the files say together.
  struct Reading {
    /// What can be used of them.
    var settings = Settings()
    /// What cannot, file by file.
    var faults: [SettingsError] = []
    /// Why a file cannot be read at all.
    var unread: SettingsError?
  }

  /// Reads the settings; what cannot be used is left out alone, a file that cannot be read as a whole. `policy` is the one
  /// in force, where a record is open, else the office's own file goes for it; `themes` those there are, read for it where they are not given.
  static func load(
    _ environment: [String: String], policy: Policy? = nil, themes: ThemeShelf? = nil
  ) -> Reading {
    var reading = Reading()
    let own = self.policy(environment)
    let known = [policy, own].compactMap { $0?.categories.map(\.id) }.flatMap(\.self)
    for file in files(environment) where FileManager.default.fileExists(atPath: file) {
      do throws(SettingsError) {
        reading.faults += try reading.settings.apply(
          json5: text(of: file), file: file, categories: known, policy: policy ?? own ?? .standard,
          themes: { (themes ?? ThemeFolder.load(environment)).names })
      } catch {
        reading.unread = reading.unread ?? error
        reading.faults.append(error)
      }
    }
    return reading
  }

  /// What a settings file says.
  ///
  /// - Throws: `unreadable` with the cause, or `notUTF8`.
  static func text(of file: String) throws(SettingsError) -> String {
    guard let text = String(validating: try bytes(of: file), as: UTF8.self) else {
      throw SettingsError(file: file, line: 1, column: 1, fault: .notUTF8)
    }
    return text
  }

  /// What is in a file that a person wrote.
  ///
  /// - Throws: `unreadable` with the cause.
  static func bytes(of file: String) throws(SettingsError) -> Data {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    let isOpen = access(file, R_OK) == 0
    let number = isThere && isFolder.boolValue ? EISDIR : isOpen ? EIO : errno
    guard isOpen, !isFolder.boolValue, let data = FileManager.default.contents(atPath: file) else {
      throw SettingsError(file: file, line: 1, column: 1, fault: .unreadable(errno: number))
    }
    return data
  }

  /// The promises of the office's own policy file, whose categories settings may name; nil where it has none.
  static func policy(_ environment: [String: String]) -> Policy? {
    guard case .success(let policy?) = PolicyFile.read(environment) else { return nil }
    return policy
  }
}

extension Invocation {
  /// The settings a screen goes by, at its start and whenever they are read again: what was typed for this run goes before the files.
  func settings(policy: Policy, themes: ThemeShelf?) -> SettingsFolder.Reading {
    var reading = SettingsFolder.load(environment, policy: policy, themes: themes)
    func isSet(_ variable: String) -> Bool { !(environment[variable] ?? "").isEmpty }
    if options.value("lang") != nil { reading.settings.language = nil }
    if options.value("desk") != nil { reading.settings.deskName = nil }
    if isSet("ACCESSIBLE") { reading.settings.isAccessible = true }
    if let colour = options.value("color").flatMap(Settings.Colour.init) { reading.settings.colour = colour }
    if reading.settings.colour == .auto, isSet("NO_COLOR") { reading.settings.colour = .never }
    return reading
  }
}

extension SettingsFolder.Reading {
  /// The first thing wrong, and what the desk goes by meanwhile, or how many things there are; nil where all is well. Read again, a file
  /// that cannot be read changes nothing.
  func notice(isAgain: Bool = false) -> Words? {
    guard let fault = unread ?? faults.first else { return nil }
    let head =
      if unread == nil, faults.count > 1 {
        Words(zh: "设置 \(faults.count) 处不对（config check）", en: "\(faults.count) settings wrong (config check)")
      } else if unread == nil {
        Words(zh: "这一项用默认", en: "Its default holds")
      } else if isAgain {
        Words(zh: "设置照旧", en: "The settings stay")
      } else {
        Words(zh: "已用默认值", en: "Defaults hold")
      }
    let said = fault.named(URL(filePath: fault.file).lastPathComponent).words
    return Words(zh: "\(head.zh)：\(said.zh)", en: "\(head.en): \(said.en)")
  }
}

extension SettingsError {
  /// The same of a file that is called otherwise: on a screen there is no room for the folder.
  func named(_ file: String) -> SettingsError {
    SettingsError(file: file, line: line, column: column, fault: fault)
  }
}
