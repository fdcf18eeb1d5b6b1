import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk rebuild`, `backup`, `restore`: the record as a file.
enum StoreCommand {
  static func rebuild(_ call: Invocation) throws(Failure) {
    let journal = try call.writer(createZone: nil)
    let damaged = try inWords(journal.rebuild())
    let position = journal.position
    try call.say(zh: "已由 \(position) 条记录重算。", en: "Computed anew from \(position) events.")
    guard let words = damaged.map(exchanged) else { return }
    try call.say(zh: words.zh, en: words.en)
  }

  /// That a damaged file was exchanged for a new one, and where it is kept.
  static func exchanged(_ damaged: String) -> Words {
    let file = damaged.plainLine
    return Words(
      zh: "文件有损坏的页，已换成新文件，记录和姓名电话都在；坏文件另存在 \(file)。开着的前台请重新打开，并请检查磁盘。",
      en:
        "Pages of the file were damaged: it was exchanged for a new one with every event and name, and is kept as \(file). Open desks must be opened again, and the disk wants a check."
    )
  }

  static func backup(_ call: Invocation) throws(Failure) {
    let file = call.options.argument(0)
    guard file != "-" else {
      throw Failure(
        .usage, zh: "备份不能写到标准输出。请写文件名，如 frontdesk backup desk-copy.db；名字就叫 - 的写 ./-。",
        en:
          "A copy cannot go to standard output. Name a file, as frontdesk backup desk-copy.db; one called - is ./-."
      )
    }
    let journal = try call.reader()
    let (anchor, findings) = try copy(journal, to: file)
    OperatorLog(call.environment).note(.backup, "\(call.storePath) to \(file), event \(anchor.position)")
    try call.say(
      zh: "已备份到 \(file.plainLine)：第 \(anchor.position) 条，\(anchor.hash)",
      en: "Copied to \(file.plainLine): event \(anchor.position), \(anchor.hash)")
    if access(journal.keyPath, F_OK) == 0 {
      try call.tell(
        zh: "副本里的姓名和电话要用 \(journal.keyPath) 才读得出，请另存一份。",
        en: "Names and phones in it are read with \(journal.keyPath): keep a copy of that too.")
    }
    if let fault = findings.keyFault { try call.tell(zh: fault.words.zh, en: fault.words.en) }
    if let worst = findings.classes.first { throw Failure(worst.code, words(of: worst, findings)) }
  }

  /// What is wrong with a copy that was made all the same.
  private static func words(of worst: Findings.Class, _ findings: Findings) -> Words {
    let found = findings.findings.filter { $0.class == worst }
    let (zh, en) = (
      found.map(\.detail.words.zh).joined(separator: "；"),
      found.map(\.detail.words.en).joined(separator: "; ")
    )
    return switch worst {
    case .vault:
      Words(
        zh: "备份做好了，但里面的姓名电话不全：\(zh)。请别覆盖旧备份。",
        en: "The copy is made, but names and phones in it are not whole: \(en). Keep the older copies.")
    case .integrity:
      Words(
        zh: "备份做好了，记录和姓名电话都在，但数据文件坏了：\(zh)。请运行 frontdesk rebuild。",
        en:
          "The copy is made and holds every event and name, but the store's file is malformed: \(en). Run frontdesk rebuild."
      )
    default:
      Words(
        zh:
          "备份做好了，和记录一样，但记录里有一样东西版本不连续：\(found.map(\.at.plainLine).joined(separator: " "))。请运行 frontdesk verify。",
        en:
          "The copy is made and is what the record is, but in the record versions do not follow: \(found.map(\.at.plainLine).joined(separator: " ")). Run frontdesk verify."
      )
    }
  }

  private static func copy(_ journal: Journal, to file: String) throws(Failure) -> (Anchor, Findings) {
    do { return try journal.backup(to: file) } catch {
      switch error {
      case .notEmpty(let path):
        throw Failure(
          .cannotCreate, zh: "\(path.plainLine) 已经有了，备份不覆盖任何文件。请换一个名字。",
          en:
            "There is something at \(path.plainLine) already, and a copy overwrites nothing. Choose another name."
        )
      case .cannotCreate(file, let number):
        throw Failure(
          .cannotCreate, zh: "备份写不到 \(file.plainLine)：\(Words(errno: number).zh)。请先建好文件夹，或换一个地方。",
          en:
            "The copy \(file.plainLine) cannot be written: \(Words(errno: number).en). Make its folder first, or choose another place."
        )
      default: throw Failure(error)
      }
    }
  }

  static func restore(_ call: Invocation) throws(Failure) {
    let now = try call.clock(zone: .current).now
    let restored: Journal.Restored
    do {
      restored = try Journal.restore(
        from: call.options.argument(0), to: call.storePath, replace: call.options.has("replace"),
        by: Journal.Restoring(id: CommandID.new(at: now), actor: call.actor, at: now))
    } catch {
      throw failure(error, copy: call.options.argument(0))
    }
    OperatorLog(call.environment).note(
      .restore,
      "\(call.storePath) from \(call.options.argument(0)), event \(restored.anchor.position), left \(restored.left)"
    )
    try call.say(
      zh: "已恢复，现在到第 \(restored.anchor.position) 条。开着的前台请重新打开。",
      en:
        "Restored; the record now ends at event \(restored.anchor.position). Open desks must be opened again."
    )
    try tell(restored, call)
    let reader = try call.reader()
    do { try reader.checkVault() } catch { try call.tell(zh: error.words.zh, en: error.words.en) }
  }

  /// Why a copy was not put in place, in the words of whoever asked for it.
  private static func failure(_ error: JournalError, copy: String) -> Failure {
    switch error {
    case .notEmpty(let path):
      let folder = path.plainLine
      return Failure(
        .cannotCreate,
        zh: "\(folder) 里已有前台数据，什么也没有改。要用备份换掉它，加 --replace（原来的会另存在旁边）；不换就用 --store 写一个空文件夹。",
        en:
          "\(folder) has a store already, and nothing was changed. To put the copy in its place add --replace (what was there is kept beside it); to keep it name an empty folder with --store."
      )
    case .notFound(let copy):
      return Failure(
        .unavailable, zh: "没有备份 \(copy.plainLine)。请核对文件名。",
        en: "There is no copy at \(copy.plainLine). Check the name of the file.")
    case .unreadable(copy, let number):
      let (copy, why) = (copy.plainLine, Words(errno: number))
      return Failure(
        .unavailable, zh: "备份 \(copy) 读不了：\(why.zh)。请写备份文件的名字；没有权限就请管理员开读的权限。",
        en:
          "The copy \(copy) cannot be read: \(why.en). Name the file that backup wrote, and ask for permission where it is lacking."
      )
    case .notAStore(copy):
      let copy = copy.plainLine
      return Failure(
        .data, zh: "\(copy) 不是前台数据的备份。请核对文件名。",
        en: "\(copy) is no copy of a store. Check the name of the file.")
    default: return Failure(error)
    }
  }

  /// What the record had beyond the copy, and where it is now.
  private static func tell(_ restored: Journal.Restored, _ call: Invocation) throws(Failure) {
    if let former = restored.former?.plainLine {
      try call.say(
        zh: "恢复前的记录另存在 \(former)。", en: "What was on record before is kept as \(former).")
    }
    guard restored.left > 0 else { return }
    try call.tell(
      zh: "备份之后的 \(restored.left) 条记录不在里面了，其中的单号会再用。请补登缺的。",
      en:
        "Events recorded after the copy that are no longer in it: \(restored.left). Their ticket numbers are given out again. "
        + "Enter what is missing.")
  }
}
