import Desk

extension PayloadWriter {
  mutating func put(asset: Asset) {
    put("kind", asset.kind.rawValue)
    put("name", asset.name)
    put("place", asset.place.text)
    put("installed", asset.installed?.description)
    put("contractEnd", asset.contractEnd?.description)
    if let years = asset.lifeYears { put("lifeYears", years) }
    if let months = asset.serviceMonths { put("serviceMonths", months) }
  }
}

extension PayloadObject {
  func asset(_ id: String) throws(PayloadError) -> Asset {
    Asset(
      id: id, kind: try word("kind"), name: try text("name"), place: Place(stored: try text("place")),
      installed: try textOrNil("installed").flatMap { CivilDate($0) },
      contractEnd: try textOrNil("contractEnd").flatMap { CivilDate($0) },
      lifeYears: try numberOrNil("lifeYears").map { Int($0) },
      serviceMonths: try numberOrNil("serviceMonths").map { Int($0) })
  }
}
