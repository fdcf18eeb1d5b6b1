import Dashboard
import Desk
import Journal

/// `frontdesk verify`: whether the record is whole, with a number for each way in which it is not.
enum VerifyCommand {
  static let details = Words(
    zh: "完好是 0；否则是最重的一类："
      + Findings.Class.allCases.map { "\($0.code.rawValue) \($0.words.zh)" }.joined(separator: "，")
      + "。记录没有问题、但姓名电话因为 desk.key 不在或用不了而没法核对，是 \(ExitCode.unavailable.rawValue)。--anchor 只印一行（第几条和校验值），可以抄存在别处；日后用 --against \"那一行\" 看记录到那一条还是不是原样。",
    en: "0 when it is whole; otherwise the gravest class: "
      + Findings.Class.allCases.map { "\($0.code.rawValue) \($0.words.en)" }.joined(separator: ", ")
      + ". Where the record is sound but names and phones cannot be checked, because desk.key is missing or of no use, it is "
      + "\(ExitCode.unavailable.rawValue). --anchor prints the one line (position and hash) that an office can keep elsewhere; "
      + "--against \"THAT LINE\" tells later whether the record up to there is still what it was.")

  static func run(_ call: Invocation) throws(Failure) {
    let journal = try whole(Journal(path: call.storePath, access: .readOnly))
    try call.tell(damageOf: journal)
    if call.options.has("anchor") {
      return try call.output.line(inWords(journal.anchor()).description)
    }
    if let line = call.options.value("against") { return try compare(journal, with: line, call) }
    let findings = try whole(journal.verify())
    for finding in findings.findings {
      try call.output.line(
        "\(finding.class.words(call.language))  \(finding.at.plainLine)  \(finding.detail.words(call.language))"
      )
    }
    guard let worst = findings.classes.first else {
      let anchor = findings.anchor?.description ?? "0"
      guard let fault = findings.keyFault else {
        return try call.say(
          zh: "完好：\(findings.events) 条。\(anchor)", en: "Whole: \(findings.events) events. \(anchor)")
      }
      throw Failure(
        fault.code, zh: "记录 \(findings.events) 条没有问题，但姓名电话没法核对。\(fault.words.zh)",
        en:
          "The record of \(findings.events) events is sound, but names and phones cannot be checked. \(fault.words.en)"
      )
    }
    if let fault = findings.keyFault { try call.tell(zh: fault.words.zh, en: fault.words.en) }
    guard findings.findings.contains(where: { $0.detail != .unwitnessed }) else {
      throw Failure(
        worst.code,
        zh: "记录 \(findings.events) 条没有问题，但没有见证文件。请和抄存的一行核对（--against）；下一条记录会重写它。",
        en:
          "The record of \(findings.events) events is sound, but nothing witnesses its end. Compare it with a line that was kept (--against); the next event writes the witness anew."
      )
    }
    let fault = worst.words
    throw Failure(
      worst.code, zh: "记录不完好：\(fault.zh)。\(worst.remedy.zh)",
      en: "The record is not whole: \(fault.en). \(worst.remedy.en)")
  }

  /// Whether the record holds what a line of `--anchor` says.
  private static func compare(_ journal: Journal, with line: String, _ call: Invocation) throws(Failure) {
    guard let anchor = Anchor(line) else {
      throw Failure(
        .usage, zh: "--against 要写 verify --anchor 印的那一行：第几条和 64 位校验值。",
        en: "Give --against the line that verify --anchor printed: a position and a hash of 64 digits.")
    }
    guard try inWords(journal.holds(anchor)) else {
      throw Failure(
        .chain, zh: "到第 \(anchor.position) 条为止的记录已经不是抄存时的样子。请保留现场，运行 frontdesk verify。",
        en:
          "The record up to event \(anchor.position) is not what it was when the line was kept. Keep the files, and run frontdesk verify."
      )
    }
    try call.say(
      zh: "到第 \(anchor.position) 条为止和抄存时一样；后面的请用 frontdesk verify 核对。",
      en: "Up to event \(anchor.position) the record ends as it did then; frontdesk verify checks the rest.")
  }

  /// What the store gives; a file so malformed that it cannot be read through is of the gravest class, and one of which nothing can be
  /// read is not what the witness has seen.
  private static func whole<Value>(
    _ value: @autoclosure () throws(JournalError) -> Value
  ) throws(Failure) -> Value {
    do { return try value() } catch {
      switch error {
      case .damaged(.malformed): throw Failure(.integrity, error.words)
      case .damaged(.lostTail): throw Failure(.witness, error.words)
      default: throw Failure(error)
      }
    }
  }
}

extension Findings.Class {
  var code: ExitCode {
    switch self {
    case .integrity: .integrity
    case .chain: .chain
    case .gaps: .gaps
    case .streams: .streams
    case .witness: .witness
    case .derived: .derived
    case .payload: .payload
    case .vault: .vault
    }
  }

  var words: Words {
    switch self {
    case .integrity: Words(zh: "文件坏了", en: "the file is malformed")
    case .chain: Words(zh: "校验链断了", en: "the chain is broken")
    case .gaps: Words(zh: "位置有缺", en: "positions are missing")
    case .streams: Words(zh: "版本不连续", en: "versions do not follow")
    case .witness: Words(zh: "和见证文件不符", en: "the witness disagrees or is gone")
    case .derived: Words(zh: "重算的表不符", en: "derived tables differ")
    case .payload: Words(zh: "内容读不出", en: "a payload cannot be read")
    case .vault: Words(zh: "姓名电话缺失或损坏", en: "names and phones are lost or damaged")
    }
  }

  fileprivate var remedy: Words {
    switch self {
    case .derived: Words(zh: "请运行 frontdesk rebuild。", en: "Run frontdesk rebuild.")
    case .integrity:
      Words(
        zh: "请保留现场，先运行 frontdesk rebuild；不行再用 frontdesk restore 从备份恢复。",
        en:
          "Keep the files and run frontdesk rebuild; where that fails, restore a copy with frontdesk restore."
      )
    case .vault:
      Words(
        zh: "事件都在。请保留现场，旧备份里也许还有这些姓名电话。",
        en: "The events are all there. Keep the files: an older copy may still have those names and phones.")
    default:
      Words(
        zh: "请保留现场，用 frontdesk restore 从备份恢复。",
        en: "Keep the files, and restore a copy with frontdesk restore.")
    }
  }
}

extension Findings.Detail {
  var words: Words {
    switch self {
    case .file(let line): Words(both: line.plainLine)
    case .hash: Words(zh: "校验值接不上", en: "the hash does not follow")
    case .follows(let position): Words(zh: "前一条是第 \(position) 条", en: "follows \(position)")
    case .versions(let count, let first, let last):
      Words(zh: "\(count) 条，编号 \(first) 到 \(last)", en: "\(count) events numbered \(first) to \(last)")
    case .outOfOrder(let stream, let version):
      Words(
        zh: "\(stream.plainLine) 的第 \(version) 版接不上", en: "\(stream.plainLine) \(version) does not follow")
    case .damage(let damage): damage.fault
    case .unwitnessed:
      Words(
        zh: "不在或读不出，最后有没有缺看不出来",
        en: "is gone or cannot be read, so whether the last events are missing cannot be told")
    case .absent: Words(zh: "不在了", en: "is missing")
    case .stranger: Words(zh: "是别的程序加的或改的触发器", en: "is a trigger that another program added or changed")
    case .indexed(let position):
      Words(zh: "自称到第 \(position) 条，比记录还长", en: "claims to go on to event \(position), beyond the last one")
    case .undated:
      Words(zh: "时间不在公元 1 年到 9999 年之间", en: "its time lies outside the years 1 to 9999")
    case .differs: Words(zh: "和重算的不同", en: "differs from the record")
    case .rows(let rows, let expected):
      Words(zh: "\(rows) 行，应有 \(expected) 行", en: "\(rows) rows for \(expected)")
    case .unopened(let count, let all):
      Words(zh: "\(all) 人中有 \(count) 人的打不开", en: "\(count) of \(all) cannot be opened")
    case .lost(let count):
      Words(zh: "少了 \(count) 人的，而没有删除的记录", en: "\(count) are gone, and no erasure of them is on record")
    }
  }
}
