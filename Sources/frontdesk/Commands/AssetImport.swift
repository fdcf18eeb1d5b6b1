import Dashboard
import Desk
import Foundation
import Journal

/// `frontdesk import assets`: the register of equipment, a row each.
enum AssetImport {
  /// The columns of the table, in the words of `names`.
  enum Column: String, CaseIterable {
    case id, kind, name, place, installed, contract, life, service
  }

  private static let names: [Column: [String]] = [
    .id: ["编号", "设备编号", "asset", "number"], .kind: ["类别", "类型", "class", "system"],
    .name: ["名称", "设备名称"], .place: ["位置", "安装位置", "location"],
    .installed: ["启用", "启用日期", "安装日期", "installed on", "since"],
    .contract: ["维保至", "维保到期", "合同到期", "contract end", "contract until"],
    .life: ["年限", "设计年限", "life years", "years"], .service: ["保养周期", "保养月数", "service months", "months"],
  ]

  static func run(_ call: Invocation) throws(Failure) {
    var table = try TableImport(names, needed: [.id, .name], call)
    let reader = table.reader
    try table.all { record throws(RowFault) in
      let asset = try asset(reader.read(record), reader)
      return (.asset(asset.id, .keep(asset)), nil)
    }
  }

  private static func asset(
    _ row: [Column: String], _ table: TableReader<Column>
  ) throws(RowFault) -> Asset {
    guard let id = row[.id], !id.isEmpty else { throw .missing(column: table.heading(.id)) }
    guard let name = row[.name], !name.isEmpty else { throw .missing(column: table.heading(.name)) }
    return Asset(
      id: id, kind: AssetKind(written: row[.kind] ?? "") ?? .other, name: name,
      place: Place(row[.place] ?? ""),
      installed: try day(row[.installed], table.heading(.installed)),
      contractEnd: try day(row[.contract], table.heading(.contract)),
      lifeYears: try number(row[.life], table.heading(.life)),
      serviceMonths: try number(row[.service], table.heading(.service)))
  }

  private static func day(_ text: String?, _ heading: String) throws(RowFault) -> CivilDate? {
    guard let text, !text.isEmpty else { return nil }
    let parts = text.split(whereSeparator: { "-/.年月日".contains($0) }).map(String.init)
    let padded = parts.enumerated().map {
      $0.offset > 0 && $0.element.count == 1 ? "0\($0.element)" : $0.element
    }
    guard let day = CivilDate(padded.joined(separator: "-")) else {
      throw .unreadableDate(column: heading, value: text, forms: ["2026-10-01"])
    }
    return day
  }

  private static func number(_ text: String?, _ heading: String) throws(RowFault) -> Int? {
    guard let text, !text.isEmpty else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = String(text.dropFirst(digits.count)).trimmed.lowercased()
    guard let number = Int(digits), number > 0, ["", "年", "个月", "月", "years", "months"].contains(unit) else {
      throw .unreadableNumber(column: heading, value: text)
    }
    return number
  }
}
