import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk import tickets`: another system's log, row by row, each row one command.
enum ImportCommand {
  static func run(_ call: Invocation) throws(Failure) {
    guard let mapPath = call.options.value("map") else {
      throw Failure(
        .usage, zh: "请用 --map 写对照表。格式见 frontdesk help import tickets。",
        en: "Name the map of its columns with --map. See frontdesk help import tickets.")
    }
    let text = try call.text(of: mapPath)
    let map = try inWords(file: ImportMap(text, file: mapPath))
    var source = try LogSource(
      call.options.argument(0), separator: map.separator, encoding: map.encoding)
    let header = try source.header()
    let reader = try inWords(file: ImportReader(map, header: header, encoding: source.encoding))
    let journal = try call.writer(createZone: map.zone)
    try settleZone(journal, map.zone, call)
    var run = try ImportRun(source, header: header, journal, call)
    let pages = read(source, reader, actor: call.actor)
    defer { pages.leave() }
    try run.all { before throws(Failure) in try pages.take(after: before.map { .success($0) })?.get() }
    try tell(run.tally, call)
  }

  /// Reads a log on a thread of its own, while the rows before are recorded.
  private static func read(
    _ source: LogSource, _ reader: ImportReader, actor: Actor
  ) -> BoundedQueue<Result<LogPage, Failure>> {
    let pages = BoundedQueue<Result<LogPage, Failure>>()
    Thread.detachNewThread {
      var (source, reader) = (source, reader)
      func next() throws(Failure) -> LogPage? {
        try source.page { record throws(RowFault) in
          let (id, ticket) = try reader.read(record)
          return Submission(
            id: id, .importTicket(ticket), occurredAt: ticket.reportedAt, recordedAt: ticket.reportedAt,
            actor: actor)
        }
      }
      do throws(Failure) {
        while let page = try next() { guard pages.hand(.success(page)) else { return } }
      } catch { _ = pages.hand(.failure(error)) }
      pages.end()
    }
    return pages
  }

  /// An empty store lives where the log does; one with a life of its own keeps its zone.
  private static func settleZone(_ journal: Journal, _ zone: TimeZone, _ call: Invocation) throws(Failure) {
    guard journal.position == 0 else { return }
    try inWords(journal.setZone(zone))
    try call.tell(
      zh: "数据还是空的，时区定为 \(zone.identifier)。", en: "The store is empty: its zone is \(zone.identifier).")
  }

  static func tell(_ tally: ImportTally, _ call: Invocation) throws(Failure) {
    OperatorLog(call.environment).note(
      .imported,
      "\(call.options.argument(0)): \(tally.rows) rows, \(tally.imported) imported, \(tally.known) known, \(tally.rejects.count) rejected, store \(call.storePath)"
    )
    try call.say(
      zh: "读到 \(tally.rows) 行：新导入 \(tally.imported)，早已有 \(tally.known)，没能导入 \(tally.rejects.count)。",
      en:
        "\(tally.rows) \(tally.rows == 1 ? "row" : "rows"): \(tally.imported) imported, \(tally.known) known before, \(tally.rejects.count) rejected."
    )
    if tally.masked > 0 {
      try call.say(
        zh: "其中 \(tally.masked) 行的文字里有电话号码，只记成 138****2217 这样；姓名照原文记，删不掉。",
        en:
          "\(tally.masked) of them \(tally.masked == 1 ? "has" : "have") a telephone number in the words: it is kept only as "
          + "138****2217. Names are kept as they are written, and cannot be erased.")
    }
    if let earlier = tally.rejects.earlier { try call.say(zh: earlier.zh, en: earlier.en) }
    guard tally.rejects.count > 0 else { return }
    try call.say(
      zh: "没能导入的行和原因在 \(tally.rejects.path)。",
      en: "The rejected rows and their reasons are in \(tally.rejects.path).")
    if tally.imported + tally.known == 0 {
      throw Failure(.data, zh: "没有一行能导入。请看每行的原因。", en: "No row could be imported. See the reason of each.")
    }
  }
}

/// What came of an import.
struct ImportTally {
  var rows = 0
  var imported = 0
  var known = 0
  /// Of those imported, rows with a telephone number in their words, which is kept masked.
  var masked = 0
  var rejects: RejectedRows
}
