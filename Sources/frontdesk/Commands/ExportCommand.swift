import Journal

/// `frontdesk export tickets`: every ticket there ever was, oldest first.
enum ExportCommand {
  static func run(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let rows = try inWords(journal.history(HistoryQuery(order: .oldestFirst)))
    if call.format == "json" {
      for row in rows { try call.output.json(.object(row.members)) }
      return
    }
    try call.output.csv(ListCommand.columns)
    for row in rows { try call.output.csv(row.cells(journal.zone)) }
  }
}
