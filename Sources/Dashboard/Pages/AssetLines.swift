import Desk

/// A piece of equipment in words: what it is, how old, and what the record says comes next.
enum AssetLines {
  static func title(_ id: String, _ model: Model) -> Words {
    guard let state = model.desk.assets[id] else { return Words(zh: "设备 \(id)", en: "Equipment \(id)") }
    let asset = state.asset
    let retired = state.retiredAt == nil ? Words.none : Words(zh: "  已停用", en: "  out of use")
    return Words(
      zh: "设备 \(id)  \(asset.name)  \(asset.kind.words.zh)\(retired.zh)",
      en: "Equipment \(id)  \(asset.name)  \(asset.kind.words.en)\(retired.en)")
  }

  static func lines(_ id: String, _ model: Model) -> [TicketLines.Line] {
    guard let state = model.desk.assets[id] else { return [] }
    let language = model.language
    let forecast = AssetForecast(state, on: CivilDate(model.now, in: model.desk.zone), in: model.desk.zone)
    var lines = register(state.asset, forecast).filter { !$0.zh.isEmpty }
      .map { TicketLines.Line(text: $0(language)) }
    lines += forecast.words.map {
      TicketLines.Line(text: $0(language), role: forecast.isAlarming ? .critical : .text)
    }
    let days = state.services.suffix(6).reversed().map { CivilDate($0, in: model.desk.zone).description }
    let last = days.isEmpty ? Words(zh: "没有记录", en: "none on record")(language) : days.joined(separator: "  ")
    lines.append(
      TicketLines.Line(text: Words(zh: "保养  \(last)", en: "Serviced  \(last)")(language), role: .dim))
    let count = state.faultCount
    lines.append(
      TicketLines.Line(
        text: Words(zh: "故障  共 \(count) 次", en: "Faults  \(count) in all")(language), role: .title))
    return lines
  }

  /// Where it is and since when, and who looks after it until when; a line each.
  private static func register(_ asset: Asset, _ forecast: AssetForecast) -> [Words] {
    var first = [Words(both: asset.place.text)]
    if let installed = asset.installed {
      let age = forecast.age ?? 0
      first.append(Words(zh: "启用 \(installed)（\(age) 年）", en: "installed \(installed) (\(age) years)"))
    }
    if let years = asset.lifeYears { first.append(Words(zh: "设计年限 \(years) 年", en: "life \(years) years")) }
    var second: [Words] = []
    if let end = asset.contractEnd { second.append(Words(zh: "维保至 \(end)", en: "contract until \(end)")) }
    if let months = asset.serviceMonths {
      second.append(
        months == 1
          ? Words(zh: "每月保养", en: "serviced monthly")
          : Words(zh: "每 \(months) 个月保养", en: "serviced every \(months) months"))
    }
    return [first, second].map { parts in
      Words(list: parts.filter { !$0.zh.isEmpty }, zh: "   ", en: "   ")
    }
  }
}
