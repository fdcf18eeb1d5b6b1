import Dashboard
import Desk
import Foundation

/// Where themes are found: the user's own files first, then those that ship in the program.
enum ThemeFolder {
  /// The themes there are; of two with one id the first counts: of the files given, then the user's, then the program's, which have a name
  /// and no path.
  static func load(
    _ environment: [String: String], after first: [(file: String, text: String)] = []
  ) -> ThemeShelf {
    var files = first
    var faults: [SettingsError] = []
    for file in own(environment) {
      do throws(SettingsError) { files.append((file, try SettingsFolder.text(of: file))) } catch {
        faults.append(error)
      }
    }
    files += shipped.map { ($0.file, String(decoding: $0.bytes, as: UTF8.self)) }
    return ThemeShelf(files, unread: faults)
  }

  /// The user's own theme files; the folder itself where there is one that cannot be looked into.
  private static func own(_ environment: [String: String]) -> [String] {
    let folder = folder(environment)
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [folder] }
    return names.sorted().filter { $0.hasSuffix(".json5") }.map { "\(folder)/\($0)" }
  }

  /// The user's own folder.
  static func folder(_ environment: [String: String]) -> String {
    Folders(environment).configuration + "/themes"
  }

  /// The files of `themes/` at the top of the checkout, which the build puts into the program.
  private static var shipped: [(file: String, bytes: [UInt8])] {
    [
      ("ansi-16.json5", PackageResources.ansi_16_json5), ("cvd-dark.json5", PackageResources.cvd_dark_json5),
      ("cvd-light.json5", PackageResources.cvd_light_json5), ("dark.json5", PackageResources.dark_json5),
      ("hc-dark.json5", PackageResources.hc_dark_json5), ("hc-light.json5", PackageResources.hc_light_json5),
      ("light.json5", PackageResources.light_json5), ("mono.json5", PackageResources.mono_json5),
      ("night.json5", PackageResources.night_json5), ("wall.json5", PackageResources.wall_json5),
    ]
  }
}

extension ThemePlan.Setting {
  /// The themes it names.
  var ids: [String] {
    switch self {
    case .automatic: []
    case .always(let id): [id]
    case .hours(let day, let night, _, _): [day, night]
    }
  }
}

extension ThemeShelf {
  /// What settings may name: the themes there are, and those whose files say why they are not.
  var names: [String] {
    ["auto"] + themes.map(\.id)
      + faults.map { URL(filePath: $0.file).deletingPathExtension().lastPathComponent }
  }

  /// Why there is no theme of an id: its file is wrong, or there is none; nil where there is one.
  func obstacle(_ id: String) -> Words? {
    guard !themes.contains(where: { $0.id == id }) else { return nil }
    if let fault = faults.first(where: { $0.file.hasSuffix("/\(id).json5") }) { return fault.words }
    let known = themes.map(\.id).joined(separator: " ")
    return Words(zh: "没有主题 \(id)。可选：\(known)", en: "There is no theme \(id). Known: \(known)")
  }
}
