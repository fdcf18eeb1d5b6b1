import Foundation

/// Where files of a person are, by the XDG rules: a variable counts when it is an absolute path.
struct Folders {
  /// Settings of the person: `config.json5`, `themes`.
  let configuration: String
  /// Settings of the office, weaker than the person's.
  let site: String
  /// What the dashboard leaves: its state, drafts, traces of crashes.
  let state: String
  /// The store's folder, unless `--store` names another file.
  let data: String

  init(_ environment: [String: String]) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    func folder(_ variable: String, or usual: String) -> String {
      let first = (environment[variable] ?? "").split(separator: ":").first.map(String.init) ?? ""
      return (first.hasPrefix("/") ? first : usual) + "/frontdesk"
    }
    configuration = folder("XDG_CONFIG_HOME", or: "\(home)/.config")
    site = folder("XDG_CONFIG_DIRS", or: "/etc/xdg")
    state = folder("XDG_STATE_HOME", or: "\(home)/.local/state")
    data = folder("XDG_DATA_HOME", or: "\(home)/.local/share")
  }

  /// Makes a folder of the state, with those it lies in, for this person alone; whether it is there then.
  @discardableResult
  static func make(_ folder: String) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return FileManager.default.fileExists(atPath: folder)
  }
}
