import Dashboard
import Desk
import Foundation

/// Where theme files are found: the user's own first, then those that came with the program.
enum ThemeFolder {
  /// The themes in the order they are offered, and what could not be read.
  static func load(_ environment: [String: String]) -> (themes: [Theme], faults: [SettingsError]) {
    var themes: [Theme] = []
    var faults: [SettingsError] = []
    for folder in folders(environment) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".json5") {
        let path = "\(folder)/\(name)"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
        do {
          let theme = try Theme(json5: text, file: path)
          if !themes.contains(where: { $0.id == theme.id }) { themes.append(theme) }
        } catch {
          faults.append(error)
        }
      }
    }
    if !themes.contains(where: { $0.id == Theme.mono.id }) { themes.append(.mono) }
    return (themes, faults)
  }

  private static func folders(_ environment: [String: String]) -> [String] {
    let home = environment["HOME"] ?? "/root"
    let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.config"
    return ["\(config)/frontdesk/themes"] + besideProgram
  }

  /// `share/frontdesk/themes` of an installed program, or `themes` of the checkout it was built in.
  private static var besideProgram: [String] {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    var folders = [folder.deletingLastPathComponent().appendingPathComponent("share/frontdesk/themes").path]
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      let themes = folder.appendingPathComponent("themes")
      if FileManager.default.fileExists(atPath: themes.appendingPathComponent("dark.json5").path) {
        folders.append(themes.path)
        break
      }
    }
    return folders
  }
}
