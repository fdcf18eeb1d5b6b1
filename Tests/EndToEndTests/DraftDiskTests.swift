import CFaultyDisk
import Foundation
import Screen
import Testing

@testable import Dashboard
@testable import frontdesk

#if os(Linux)
  /// What was typed is on the disk, not on its way there.
  @Suite(.serialized) struct DraftDiskTests {
    private let folder: TestFolder
    private let keeper: ScreenKeeper
    private let drafts: String
    private let draft: KeptDraft

    init() throws {
      folder = try TestFolder()
      let state = URL(filePath: folder.path).resolvingSymlinksInPath().path + "/state"
      keeper = ScreenKeeper(folder: state, store: folder.store)
      drafts = "\(state)/drafts"
      var page = FormPage(openedAt: Date(timeIntervalSince1970: 1_791_959_520))
      page.texts[.quick] = TextField("3-2-1501 漏水")
      draft = KeptDraft(page)
    }

    /// What was brought to the disk while something was done, as it was called then.
    private func synced(refusing which: Int = 0, _ body: () -> [Message]) -> ([String], [Message]) {
      faulty_sync_watch(drafts, which)
      defer { faulty_sync_watch("", 0) }
      let messages = body()
      return (String(cString: faulty_sync_paths()).split(separator: "\n").map(String.init), messages)
    }

    @Test func `a draft is written out before it has its name, and its name after that`() {
      for _ in 0..<2 {
        let (paths, messages) = synced { keeper.keep(draft, as: 1) }
        #expect(messages.isEmpty && paths.count == 2)
        #expect(paths.first?.hasSuffix(".json.new") == true && paths.last == drafts, "\(paths)")
      }
      let (paths, messages) = synced { keeper.drop(1) }
      #expect(messages.isEmpty && paths == [drafts], "neither does one come back that was saved")
    }

    @Test(arguments: [1, 2])
    func `a draft that does not reach the disk is told, and once that it does again`(refused: Int) {
      let (_, told) = synced(refusing: refused) { keeper.keep(draft, as: 1) }
      guard case .draftsUnkept(let words?)? = told.first else {
        Issue.record("\(told)")
        return
      }
      #expect(words.zh.contains("草稿存不到"))
      let (_, again) = synced { keeper.keep(draft, as: 1) }
      #expect(again == [.draftsUnkept(nil)])
      #expect(synced { keeper.keep(draft, as: 1) }.1.isEmpty)
    }
  }
#endif
