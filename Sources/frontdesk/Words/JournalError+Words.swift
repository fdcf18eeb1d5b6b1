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
    case .otherName(let path):
      Words(
        zh: "\(path) 不是前台数据：它是一个文件夹，或里面的 desk.db。备份要核对，先恢复到空文件夹：frontdesk restore \(path) --store 文件夹。",
        en:
          "\(path) is no store: that is a folder, or the desk.db in it. To check a copy, restore it to an empty folder: frontdesk restore \(path) --store FOLDER."
      )
    case .cannotCreate(let path, let number):
      Words(
        zh: "建不了 \(path)：\(Words(errno: number).zh)。请检查文件夹，或换一个 --store。",
        en:
          "\(path) cannot be created: \(Words(errno: number).en). Check the folder, or choose another --store."
      )
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
    case .notComputed(let path):
      Words(
        zh: "\(path.plainLine) 的清单不是这个版本算的，现在查不准。请先运行一次 frontdesk rebuild；如果是备份，请先用 frontdesk restore 恢复。",
        en:
          "The lists of \(path.plainLine) were not computed by this version, so nothing can be looked up in them. Run frontdesk rebuild once; a copy, restore it first with frontdesk restore."
      )
    case .isCopy(let path):
      Words(
        zh: "\(path.plainLine) 里是备份出来的文件，只能看。要接着用，请先移开它，再用 frontdesk restore 恢复。",
        en:
          "\(path.plainLine) holds a copy that backup made, which is only for looking. To go on with it, move it away and use frontdesk restore."
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
    case .keyReadable(let path, let mode):
      Words(
        zh: "别人能读姓名和电话的钥匙 \(path)（权限 \(String(mode, radix: 8))），所以不用它。请先 chmod o-rwx。",
        en:
          "Others can read the key to names and phones, \(path) (mode \(String(mode, radix: 8))), so it is not used. Run chmod o-rwx on it."
      )
    case .keyUnreadable(let path, let number):
      Words(
        zh: "姓名和电话读不出：它们的钥匙 \(path) 打不开（\(Words(errno: number).zh)）。请管理员开读的权限。",
        en:
          "Names and phones cannot be read: their key, \(path), cannot be opened (\(Words(errno: number).en)). "
          + "Ask for permission to read it.")
    case .unreadable(let path, let number):
      Words(
        zh: "读不了 \(path)：\(Words(errno: number).zh)。请管理员开读的权限，或核对 --store。",
        en:
          "\(path) cannot be read: \(Words(errno: number).en). Ask for permission to read it, or check --store."
      )
    case .copyDamaged(let path, let damage):
      Words(
        zh: "备份 \(path.plainLine) 不完好：\(damage.fault.zh)。原来的数据没有动。请换一份备份。",
        en:
          "The copy \(path.plainLine) is not sound: \(damage.fault.en). The store was not touched. Choose another copy."
      )
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
    case .sqlite(let code, let message) where cannotOpen:
      Words(
        zh: "数据库打不开（\(code)）：\(message.sentence)。请检查数据文件夹和里面文件的权限。",
        en:
          "The database cannot be opened (\(code)): \(message.sentence). Check the permissions of the store's folder and of its files."
      )
    case .sqlite(let code, let message):
      Words(
        zh: "数据库出错（\(code)）：\(message.sentence)。请看磁盘满没满、能不能写，再运行 frontdesk verify。",
        en: """
          The database failed (\(code)): \(message.sentence). See that the disk has room and can be written, then run \
          frontdesk verify.
          """)
    }
  }

  /// The same on a screen of 80 columns, where what is to be done must be seen whole.
  var brief: Words {
    switch self {
    case .damaged(let damage): damage.brief
    case .unknownOutcome: Damage.faulted(reason: "").brief
    default: words
    }
  }

  /// The number the shell gets.
  var code: ExitCode {
    switch self {
    case .busy: .busy
    case .diskFull, .unknownOutcome: .disk
    case .sqlite: cannotOpen ? .cannotCreate : .disk
    case .readOnly, .cannotCreate, .notEmpty: .cannotCreate
    case .notFound, .otherName, .newerFormat, .notComputed, .networkFileSystem, .unsafePermissions:
      .unavailable
    case .vaultKeyMissing, .vaultKeyWrong: .unavailable
    case .keyReadable, .keyUnreadable, .unreadable: .unavailable
    // The documented number of a disk that failed.
    case .damaged(.faulted): .disk
    case .damaged, .copyDamaged, .notAStore, .isCopy: .data
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
