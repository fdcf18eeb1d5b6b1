extension String {
  /// The folder a path lies in; `.` where it names none.
  ///
  /// Decision: cut by hand, because Foundation's `deletingLastPathComponent` ends the program on a path of one character (Linux, 6.x).
  package var pathFolder: String {
    var path = self[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }
}
