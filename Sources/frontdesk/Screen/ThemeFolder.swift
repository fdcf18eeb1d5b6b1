import Dashboard
import Desk
import Foundation

/// Where theme files are found: the user's own first, then those that came with the program.
enum ThemeFolder {
  /// The themes of the folders; of two with one id the user's counts.
  static func load(_ environment: [String: String]) -> ThemeShelf { ThemeShelf(files(environment)) }

  /// Every theme file in those folders.
  static func files(_ environment: [String: String]) -> [(file: String, text: String)] {
    folders(environment).flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted().filter { $0.hasSuffix(".json5") }.compactMap { name in
        let path = "\(folder)/\(name)"
        return (try? String(contentsOfFile: path, encoding: .utf8)).map { (path, $0) }
      }
    }
  }

  /// The user's own folder, then the program's.
  static func folders(_ environment: [String: String]) -> [String] {
    [Folders(environment).configuration + "/themes"] + besideProgram
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
