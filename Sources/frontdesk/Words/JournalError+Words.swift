import Dashboard
import Desk
import Journal

extension JournalError {
  /// What is wrong with the store, and what to do now.
  var words: Words {
    switch self {
    case .busy(let path):
      Words(zh: "\(path) 正忙，什么也没有记。请再试。", en: "\(path) is busy and nothing was recorded. Try again.")
    case .diskFull(let path):
      Words(
        zh: "\(path) 所在的磁盘满了，什么也没有记。请腾出空间再试。",
        en: "The disk of \(path) is full and nothing was recorded. Free some space and try again.")
    case .readOnly(let folder):
      Words(
        zh: "\(folder) 只能看不能写。请检查文件夹权限，或换一个 --store。",
        en:
          "\(folder) can be read but not written. Check the folder's permissions, or choose another --store.")
    case .notFound(let path):
      Words(
        zh: "\(path) 没有前台数据。请核对 --store，或用 frontdesk new 新建。",
        en: "There is no store at \(path). Check --store, or begin one with frontdesk new.")
    case .cannotCreate(let path, let cause):
      Words(
        zh: "建不了 \(path)：\(cause.sentence)。请检查文件夹，或换一个 --store。",
        en: "\(path) cannot be created: \(cause.sentence). Check the folder, or choose another --store.")
    case .unknownOutcome(let path, let cause):
      Words(
        zh: "写 \(path) 时磁盘出错（\(cause.sentence)），不知道记上没有。请先看 frontdesk verify。",
        en:
          "The disk failed while \(path) was written (\(cause.sentence)); whether it was recorded is not known. Run frontdesk verify first."
      )
    case .damaged(let damage): damage.words
    case .newerFormat(let found, let known):
      Words(
        zh: "数据是更新版本的程序写的（格式 \(found)，本程序到 \(known)）。请升级 frontdesk。",
        en:
          "The store was written by a newer program (format \(found), this one knows \(known)). Update frontdesk."
      )
    case .notAStore(let path):
      Words(zh: "\(path) 不是前台的数据文件。请核对 --store。", en: "\(path) is not a store of frontdesk. Check --store.")
    case .networkFileSystem(let path, let type):
      Words(
        zh: "\(path) 在网络文件系统（\(type)）上，会丢数据。请放到本机磁盘。",
        en: "\(path) is on a network file system (\(type)), which loses data. Put it on a local disk.")
    case .unsafePermissions(let path, let mode):
      Words(
        zh: "\(path) 别人也能改（权限 \(String(mode, radix: 8))）。请先 chmod o-w。",
        en: "\(path) can be changed by others (mode \(String(mode, radix: 8))). Run chmod o-w first.")
    case .vaultKeyMissing(let path):
      Words(
        zh: "姓名和电话的钥匙 \(path) 不见了，读不了也记不了。请把备份的钥匙放回去。",
        en: "The key to names and phones, \(path), is gone: none can be read or written. Put its copy back.")
    case .vaultKeyWrong(let path):
      Words(
        zh: "\(path) 不是这份数据的钥匙，姓名和电话读不了。请换回原来的。",
        en: "\(path) is not the key of this store: names and phones cannot be read. Put the right one back.")
    case .notEmpty(let path):
      Words(
        zh: "\(path) 已经有内容。请换一个地方，或用 --replace。",
        en: "There is something at \(path) already. Choose another place, or use --replace.")
    case .sqlite(let code, let message):
      Words(
        zh: "数据库出错（\(code)）：\(message.sentence)。请看磁盘满没满、能不能写，再运行 frontdesk verify。",
        en: """
          The database failed (\(code)): \(message.sentence). See that the disk has room and can be written, then run \
          frontdesk verify.
          """)
    }
  }

  /// The number the shell gets.
  var code: ExitCode {
    switch self {
    case .busy: .busy
    case .diskFull, .unknownOutcome: .disk
    // SQLite's own "cannot open the file".
    case .sqlite(let code, _): code & 0xFF == 14 ? .cannotCreate : .disk
    case .readOnly, .cannotCreate, .notEmpty: .cannotCreate
    case .notFound, .newerFormat, .networkFileSystem, .unsafePermissions: .unavailable
    case .vaultKeyMissing, .vaultKeyWrong: .unavailable
    case .damaged, .notAStore: .data
    }
  }
}

extension Damage {
  /// Why the record cannot be trusted, and what to do now.
  var words: Words {
    let fault = fault
    if case .faulted = self {
      return Words(
        zh: """
          \(fault.zh)，现在只能看。请先查磁盘，再运行 frontdesk verify：\
          完好就删除数据旁边的 desk.fault，不完好就从备份恢复（frontdesk restore）。
          """,
        en: """
          Read-only: \(fault.en). Check the disk, then run frontdesk verify: when the record is whole, remove desk.fault beside it; \
          when it is not, restore a copy with frontdesk restore.
          """)
    }
    return Words(
      zh: "记录不可信，只能看：\(fault.zh)。请保留现场，从备份恢复（frontdesk restore）。",
      en:
        "The record cannot be trusted and is read-only: \(fault.en). Keep the files, and restore a copy with frontdesk restore."
    )
  }

  /// What is wrong, as a part of a sentence.
  var fault: Words {
    switch self {
    case .lostTail(let missing): Words(zh: "最后 \(missing) 条不见了", en: "the last \(missing) events are missing")
    case .rewritten(let position): Words(zh: "第 \(position) 条被改过", en: "event \(position) was changed")
    case .olderCopy: Words(zh: "这是恢复以前的旧文件", en: "this is a file from before the store was restored")
    case .otherStore: Words(zh: "旁边的见证文件是别的数据的", en: "the witness beside it belongs to another store")
    case .replaced: Words(zh: "文件在使用中被换掉了", en: "the file was replaced while it was open")
    case .restored: Words(zh: "数据刚被恢复过，请重新打开", en: "the store was restored meanwhile; open it again")
    case .faulted(let reason): Words(zh: "磁盘写坏过（\(reason)）", en: "the disk failed in a write (\(reason))")
    case .newerEvents:
      Words(zh: "里面有更新版本的程序写的事件，请升级 frontdesk", en: "it holds events of a newer program; update frontdesk")
    case .unknownEvent(let position, let name, _):
      Words(
        zh: "第 \(position) 条的种类 \(name.plainLine) 不认识",
        en: "event \(position) is of an unknown kind, \(name.plainLine)")
    case .undecodable(let position, let name):
      Words(
        zh: "第 \(position) 条 \(name.plainLine) 读不出来",
        en: "event \(position), \(name.plainLine), cannot be read")
    case .derived(let stream):
      Words(
        zh: "\(stream.plainLine) 的状态读不出来，请先试 frontdesk rebuild",
        en: "the state of \(stream.plainLine) cannot be read; try frontdesk rebuild first")
    case .malformed(let message):
      Words(zh: "文件坏了（\(message.plainLine)）", en: "the file is malformed (\(message.plainLine))")
    }
  }
}

extension String {
  /// Itself as a part of a sentence: one plain line without a full stop at its end.
  fileprivate var sentence: String {
    let line = plainLine
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}
