import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk assets …`: the register of equipment, its faults and its services.
enum AssetCommands {
  static func list(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let states = try call.clerk(journal).desk.assets.values.sorted { $0.asset.id < $1.asset.id }
    let today = CivilDate(try call.clock(zone: journal.zone).now, in: journal.zone)
    let rows = states.map { ($0, AssetForecast($0, on: today, in: journal.zone)) }
    try call.list(
      json: [("assets", .list(rows.map { json($0, $1) }))], csv: columns, rows.map { cells($0, $1) },
      text: table(rows, call.language))
  }

  static func show(_ call: Invocation) throws(Failure) {
    let journal = try call.reader()
    let desk = try call.clerk(journal).desk
    let id = call.options.argument(0).plainLine
    guard let state = desk.assets[id] else {
      throw Failure(.refused, Refusal.assetUnknown(id).words(zone: journal.zone))
    }
    let today = CivilDate(try call.clock(zone: journal.zone).now, in: journal.zone)
    let forecast = AssetForecast(state, on: today, in: journal.zone)
    let events = try inWords(journal.events(of: Stream(asset: id)))
    if call.format == "json" { return try call.output.json(json(state, forecast)) }
    try call.output.text(table([(state, forecast)], call.language))
    for words in forecast.words { try call.output.line("  \(words(call.language))") }
    for event in events { try call.output.line(EventText.line(event, journal.zone, call.language)) }
    for fault in state.faults.reversed() {
      guard let ticket = try inWords(journal.ticket(fault.ticket)) else { continue }
      try call.output.line(
        "\(ticket.id)  \(fault.at.deskText(journal.zone))  \(ticket.stage.words(call.language))  \(ticket.subject.plainLine)"
      )
    }
  }

  static func service(_ call: Invocation) throws(Failure) {
    try submit(call, .service(text: call.text))
  }

  static func retire(_ call: Invocation) throws(Failure) {
    try submit(call, .retire(reason: call.text))
  }

  private static func submit(_ call: Invocation, _ command: AssetCommand) throws(Failure) {
    try call.carryOut(
      .asset(call.options.argument(0).plainLine, command), call.writer(createZone: nil))
  }

  private static let columns = [
    "id", "class", "name", "place", "installed", "age_years", "aged", "contract_end", "next_service",
    "faults", "days_between_faults", "service_overdue",
  ]

  private static func cells(_ state: AssetState, _ forecast: AssetForecast) -> [String] {
    let asset = state.asset
    return [
      asset.id, asset.kind.rawValue, asset.name, asset.place.text, asset.installed?.description ?? "",
      forecast.age.map { "\($0)" } ?? "", forecast.isAged ? "yes" : "", asset.contractEnd?.description ?? "",
      forecast.nextService?.description ?? "", "\(state.faultCount)",
      forecast.daysBetweenFaults.map { "\($0)" } ?? "", forecast.isServiceOverdue ? "yes" : "",
    ]
  }

  private static func json(_ state: AssetState, _ forecast: AssetForecast) -> JSONText {
    let pairs = zip(columns, cells(state, forecast)).map { ($0, JSONText.optional($1.isEmpty ? nil : $1)) }
    return .object(pairs + [("tickets", .list(state.faults.map { .text($0.ticket.description) }))])
  }

  private static func table(_ rows: [(AssetState, AssetForecast)], _ language: Language) -> String {
    var table = TextTable(
      [
        Words(zh: "编号", en: "Id"), Words(zh: "类别", en: "Class"), Words(zh: "名称", en: "Name"),
        Words(zh: "位置", en: "Place"), Words(zh: "年", en: "Years"), Words(zh: "维保至", en: "Contract"),
        Words(zh: "下次保养", en: "Service"), Words(zh: "故障", en: "Faults"), Words(zh: "注意", en: "Note"),
      ], language)
    for (state, forecast) in rows {
      let asset = state.asset
      let aged = forecast.isAged ? Words(zh: "超龄", en: "aged")(language) : ""
      let ended = (forecast.contractDays ?? 0) < 0 ? Words(zh: "合同过期", en: "contract ended")(language) : ""
      let overdue = forecast.isServiceOverdue ? Words(zh: "保养逾期", en: "service overdue")(language) : ""
      let retired = state.retiredAt == nil ? "" : Words(zh: "停用", en: "out of use")(language)
      table.add([
        asset.id, asset.kind.words(language), asset.name, asset.place.text,
        forecast.age.map { "\($0)" } ?? "",
        asset.contractEnd?.description ?? "", forecast.nextService?.description ?? "", "\(state.faultCount)",
        [retired, ended, overdue, aged].filter { !$0.isEmpty }.joined(separator: " "),
      ])
    }
    return rows.isEmpty ? nothing(language) : table.text
  }

  private static let nothing = Words(
    zh: "还没有设备档案。导入：frontdesk import assets FILE.csv\n",
    en: "No equipment on the register. Import it: frontdesk import assets FILE.csv\n")
}
