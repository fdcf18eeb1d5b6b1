import Dashboard
import Desk
import Journal

extension Damage {
  /// Why nothing may be written, and what to do now.
  var words: Words {
    let (fault, remedy) = (fault, remedy)
    return isOfRecord
      ? Words(
        zh: "记录不可信，只能看：\(fault.zh)。\(remedy.zh)。",
        en: "The record cannot be trusted and is read-only: \(fault.en). \(remedy.en).")
      : Words(zh: "只能看：\(fault.zh)。\(remedy.zh)。", en: "Read-only: \(fault.en). \(remedy.en).")
  }

  /// Whether the events themselves are in doubt.
  private var isOfRecord: Bool {
    switch self {
    case .lostTail, .rewritten, .olderCopy, .otherStore, .undecodable, .derived, .malformed, .unsound:
      true
    case .replaced, .linked, .gone, .back, .restored, .rebuilt, .faulted, .newerEvents, .unknownEvent: false
    }
  }

  /// What is wrong, as a part of a sentence.
  var fault: Words {
    switch self {
    case .lostTail(nil): Words(zh: "记录不见了", en: "the events are missing")
    case .lostTail(1?): Words(zh: "最后 1 条不见了", en: "the last event is missing")
    case .lostTail(let missing?):
      Words(zh: "最后 \(missing) 条不见了", en: "the last \(missing) events are missing")
    case .rewritten(let position): Words(zh: "第 \(position) 条被改过", en: "event \(position) was changed")
    case .olderCopy: Words(zh: "这是恢复以前的旧文件", en: "this is a file from before the store was restored")
    case .otherStore: Words(zh: "旁边的见证文件是别的数据的", en: "the witness beside it belongs to another store")
    case .replaced: Words(zh: "文件在使用中被换掉了", en: "the file was replaced while it was open")
    case .linked: Words(zh: "desk.db 有两个名字（硬链接）", en: "desk.db has a second name (a hard link)")
    case .gone: Words(zh: "desk.db 不在了，或到不了", en: "desk.db is gone, or cannot be reached")
    case .back: Words(zh: "数据中断过，现在又好了", en: "the store was cut off and is back")
    case .restored: Words(zh: "数据刚从备份恢复过", en: "the store was restored meanwhile")
    case .rebuilt(let found, let known) where found > known:
      Words(zh: "更新版本的程序重算过这份数据", en: "a newer program has rebuilt this store")
    case .rebuilt: Words(zh: "旧版本的程序重算过这份数据", en: "an older program has rebuilt this store")
    case .faulted(""): Words(zh: "磁盘写坏过", en: "the disk failed in a write")
    case .faulted(let reason):
      Words(zh: "磁盘写坏过（\(reason.plainLine)）", en: "the disk failed in a write (\(reason.plainLine))")
    case .newerEvents: Words(zh: "里面有更新版本的程序写的事件", en: "it holds events of a newer program")
    case .unknownEvent(let position, let name, _):
      Words(
        zh: "第 \(position) 条的种类 \(name.plainLine) 不认识",
        en: "event \(position) is of an unknown kind, \(name.plainLine)")
    case .undecodable(let position, let name):
      Words(
        zh: "第 \(position) 条 \(name.plainLine) 读不出来",
        en: "event \(position), \(name.plainLine), cannot be read")
    case .derived(let stream):
      Words(zh: "\(stream.plainLine) 的状态读不出来", en: "the state of \(stream.plainLine) cannot be read")
    case .malformed(let message):
      Words(zh: "文件坏了（\(message.plainLine)）", en: "the file is malformed (\(message.plainLine))")
    case .unsound(let finding):
      Words(
        zh: "\(finding.class.words.zh)：\(finding.at.plainLine) \(finding.detail.words.zh)",
        en: "\(finding.class.words.en): \(finding.at.plainLine) \(finding.detail.words.en)")
    }
  }

  /// What to do about it, as a sentence without its full stop.
  private var remedy: Words {
    switch self {
    case .lostTail:
      Words(
        zh: "请保留现场：desk.db、desk.db-wal、desk.db-shm 要一起放回原处；找不回就从备份恢复（frontdesk restore）",
        en:
          "Keep the files: desk.db, desk.db-wal and desk.db-shm have to be put back together; when they are lost, restore a copy with frontdesk restore"
      )
    case .rewritten, .undecodable, .unsound:
      Words(
        zh: "请保留现场，从备份恢复（frontdesk restore）", en: "Keep the files, and restore a copy with frontdesk restore")
    case .malformed:
      Words(
        zh: "请保留现场，先运行 frontdesk rebuild；不行再从备份恢复（frontdesk restore）",
        en:
          "Keep the files and run frontdesk rebuild; where that fails, restore a copy with frontdesk restore")
    case .olderCopy:
      Words(
        zh: "请放回新的 desk.db；没有就从备份恢复（frontdesk restore --replace）",
        en: "Put the newer desk.db back, or restore a copy with frontdesk restore --replace")
    case .otherStore:
      Words(
        zh: "请让 desk.db 和 desk.head 成对放回，或从备份恢复（frontdesk restore --replace）",
        en: "Put desk.db and desk.head back as a pair, or restore a copy with frontdesk restore --replace")
    case .replaced, .back, .restored: Words(zh: "请重新打开前台", en: "Open the desk again")
    case .rebuilt:
      Words(
        zh: "请都用同一版本：关掉这个程序，再打开", en: "Use one version everywhere: close this program and start it again")
    case .linked:
      Words(zh: "请删掉另一个名字，再重新打开前台", en: "Remove the other name, then open the desk again")
    case .gone:
      Words(
        zh: "请把它放回原处，再重新打开前台；找不回就从备份恢复（frontdesk restore）",
        en:
          "Put it back and open the desk again; when it is lost, restore a copy with frontdesk restore"
      )
    case .faulted:
      Words(
        zh:
          "请先查磁盘，再运行 frontdesk verify：完好就删除数据旁边的 desk.fault，再重新打开前台；不完好就从备份恢复（frontdesk restore）",
        en:
          "Check the disk, then run frontdesk verify: when the record is whole, remove desk.fault beside it and open the desk again; when it is not, restore a copy with frontdesk restore"
      )
    case .newerEvents, .unknownEvent: Words(zh: "请升级 frontdesk", en: "Update frontdesk")
    case .derived:
      Words(zh: "请运行 frontdesk rebuild，再重新打开前台", en: "Run frontdesk rebuild, then open the desk again")
    }
  }

  /// The same in one line of a screen of 80 columns: at most 72.
  var brief: Words {
    switch self {
    case .lostTail:
      Words(
        zh: "只能看：\(fault.zh)，请把文件一起放回，或恢复备份",
        en: "Read-only: \(fault.en). Put the files back or restore")
    case .rewritten, .undecodable, .malformed, .unsound:
      Words(
        zh: "只能看：记录不可信，请保留现场，从备份恢复", en: "Read-only: the record is damaged. Keep the files, restore a copy")
    case .olderCopy:
      Words(
        zh: "只能看：这是旧文件，请放回新的 desk.db 或恢复备份",
        en: "Read-only: an old file. Put the newer desk.db back, or restore")
    case .otherStore:
      Words(zh: "只能看：desk.head 是别的数据的，请成对放回", en: "Read-only: desk.head is another store's. Put its own back")
    case .linked:
      Words(zh: "只能看：desk.db 有两个名字，删掉一个再重新打开", en: "Read-only: desk.db has two names. Remove one, open again")
    case .gone:
      Words(
        zh: "只能看：数据不在了，请放回原处，再重新打开", en: "Read-only: the store is gone. Put it back, open the desk again")
    case .faulted:
      Words(
        zh: "只能看：磁盘写坏过。查磁盘，frontdesk verify，再删 desk.fault 重开",
        en: "Read-only: disk failed. frontdesk verify, rm desk.fault, open again")
    case .rebuilt(let found, let known):
      found > known
        ? Words(
          zh: "只能看：新版本重算过数据，请关掉再打开前台",
          en: "Read-only: rebuilt by a newer program. Close this one, start it again")
        : Words(
          zh: "只能看：旧版本重算过数据，请都用同一版本再打开",
          en: "Read-only: rebuilt by an older program. Use one version, open again")
    case .unknownEvent:
      Words(zh: "只能看：有新版本写的事件，请升级 frontdesk", en: "Read-only: events of a newer program. Update frontdesk")
    case .derived: Words(zh: "只能看：\(remedy.zh)", en: "Read-only: \(remedy.en)")
    case .replaced, .back, .restored, .newerEvents: words
    }
  }
}
