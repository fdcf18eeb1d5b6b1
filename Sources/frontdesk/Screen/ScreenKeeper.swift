import Dashboard
import Foundation

/// Keeps drafts and the state of a screen on disk: a file for each draft, held while its desk lives, so that desks beside each
/// other never take each other's, and whoever comes next finds what a dead one left.
final class ScreenKeeper {
  private let folder: String
  private let store: String
  private var files: [Int: LockedFile] = [:]
  private let slot: LockedFile?
  /// What does not reach the disk.
  private var unkept: Set<Piece> = []

  private enum Piece { case draft, state }

  /// How many desks of one person have a state of their own.
  private static let slots = 9

  /// Takes the first state that no other desk has; `store` is the record that drafts and state are for.
  init(folder: String, store: String) {
    self.folder = folder
    self.store = URL(filePath: store).standardizedFileURL.path
    Folders.make("\(folder)/drafts")
    slot =
      (1...ScreenKeeper.slots).lazy.compactMap { number in
        LockedFile("\(folder)/ui\(number == 1 ? "" : "-\(number)").json")
      }.first
  }

  /// A draft's file: which record it is for, and what was typed.
  private struct File: Codable {
    var store: String
    var draft: KeptDraft
  }

  /// How the desk was left, of another record only how it looked; nil for a first time, or what cannot be read.
  func state() -> KeptState? {
    let kept = slot?.content.flatMap { try? JSONDecoder().decode(KeptState.self, from: $0) }
    guard var kept else { return nil }
    guard kept.store ?? store == store else { return kept.looks }
    kept.store = nil
    return kept
  }

  /// The drafts that no living desk has.
  func found() -> [Message] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/drafts")) ?? []
    var drafts: [Int: KeptDraft] = [:]
    var unread: [String] = []
    for name in files where name.hasSuffix(".new") { sweep("\(folder)/drafts/\(name)") }
    for name in files.sorted() where name.hasSuffix(".json") {
      guard let file = LockedFile("\(folder)/drafts/\(name)"), let data = file.content else { continue }
      guard let kept = try? JSONDecoder().decode(File.self, from: data) else {
        unread.append(name)
        continue
      }
      guard kept.store == store else { continue }
      let id = drafts.count + 1
      (drafts[id], self.files[id]) = (kept.draft, file)
    }
    let names = unread.joined(separator: " ")
    let lost = Words(
      zh: "有草稿读不出：\(folder)/drafts 里的 \(names)。文件留着没动。",
      en: "Drafts that cannot be read are left as they are in \(folder)/drafts: \(names).")
    return (drafts.isEmpty ? [] : [.draftsFound(drafts)]) + (unread.isEmpty ? [] : [.failed(lost)])
  }

  /// Takes away what a desk was writing when it died, long enough ago that no living one can be at it.
  private func sweep(_ path: String) {
    let written = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    guard let written, SystemClock.system.now.timeIntervalSince(written) > 60 else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Brings a draft to the disk.
  func keep(_ draft: KeptDraft, as id: Int) -> [Message] {
    let file = files[id] ?? LockedFile("\(folder)/drafts/\(UUID().uuidString.lowercased()).json")
    files[id] = file
    let data = try? JSONEncoder().encode(File(store: store, draft: draft))
    return told(data.flatMap { file?.replace($0) } ?? false, .draft)
  }

  /// Takes away the draft of a form that was saved or emptied.
  func drop(_ id: Int) -> [Message] {
    files.removeValue(forKey: id)?.remove() == false ? told(false, .draft) : []
  }

  /// Keeps how the screen is.
  func keep(_ state: KeptState) -> [Message] {
    guard let slot else { return [] }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var state = state
    state.store = store
    return told((try? encoder.encode(state)).map(slot.replace) ?? false, .state)
  }

  /// Tells once that something does not reach the disk, and once that everything does again; of drafts rather than of anything else.
  private func told(_ isKept: Bool, _ what: Piece) -> [Message] {
    let before = worst
    if isKept { unkept.remove(what) } else { unkept.insert(what) }
    guard worst != before else { return [] }
    let thing =
      worst == .draft
      ? Words(zh: "草稿", en: "Drafts do") : Words(zh: "屏幕的样子", en: "How the screen is left does")
    let words = Words(
      zh: "\(thing.zh)存不到 \(folder)。请看磁盘和权限；屏幕上的内容还在。",
      en:
        "\(thing.en) not reach \(folder). See the disk and its permissions; what is on screen is still there."
    )
    return [.draftsUnkept(worst == nil ? nil : words)]
  }

  private var worst: Piece? { unkept.contains(.draft) ? .draft : unkept.first }
}
