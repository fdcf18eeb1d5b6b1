import Desk
import Foundation

/// Twenty thousand rows of Boston's 311 log of 2011, or as many made up in its shape where the log is not there.
enum SampleLog {
  /// How the program reads it.
  static let map = """
    { log: "boston-311", zone: "America/New_York", date: "yyyy-MM-dd HH:mm:ss",
      columns: { number: "case_enquiry_id", reported: "open_dt", due: "target_dt", closed: "closed_dt",
        category: "type", subject: "case_title", place: "location_street_name", channel: "source",
        text: "closure_reason" } }
    """

  /// What the shell does with it.
  static func script(_ csv: String) -> String {
    let columns = header.split(separator: ",").map {
      $0 == "case_enquiry_id" ? "\($0) TEXT PRIMARY KEY" : "\($0) TEXT"
    }
    return """
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      CREATE TABLE log (\(columns.joined(separator: ", ")));
      .import --csv --skip 1 '\(csv)' log

      """
  }

  /// The log as a CSV file.
  static func file(_ bench: Bench) throws -> String {
    let file = "\(bench.scratch.path)/log.csv"
    let data = ProcessInfo.processInfo.environment["FRONTDESK_DATA"] ?? "../shared/data"
    let packed = "\(data)/311/boston-2011h2.dev.csv.xz"
    if access(packed, R_OK) == 0, let xz = bench.tool("xz") {
      try Child(xz, ["-dc", packed], output: file).finish()
    } else {
      try Data(madeUp.utf8).write(to: URL(fileURLWithPath: file))
    }
    return file
  }

  private static let header =
    "case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_reason,case_title,subject,reason,type,"
    + "queue,department,submittedphoto,closedphoto,location,fire_district,pwd_district,city_council_district,"
    + "police_district,neighborhood,neighborhood_services_district,ward,precinct,location_street_name,"
    + "location_zipcode,latitude,longitude,source"

  private static var madeUp: String {
    var random = Seeded(13)
    let streets = [
      "39 Lorraine St", "1 River St", "77 High St", "500 Blue Hill Ave",
      "INTERSECTION Groveland St & River St",
    ]
    let types = [
      "Street Light Outages", "Schedule a Bulk Item Pickup", "Request for Pothole Repair", "Graffiti Removal",
    ]
    func time(_ seconds: Int) -> String {
      let (day, rest) = (seconds / 86_400, seconds % 86_400)
      return
        "2011-\((7 + day / 28 % 6).digits(2))-\((1 + day % 28).digits(2)) \((rest / 3600).digits(2)):\((rest / 60 % 60).digits(2)):\((rest % 60).digits(2))"
    }
    let rows = (0..<20_000).map { index in
      let start = index * 700
      let (type, street) = (random.pick(types), random.pick(streets))
      let closed = random.next() % 20 == 0 ? "" : time(start + 9_000)
      return "\(101_000_295_613 + index),\(time(start)),\(time(start + 86_400)),\(closed),ONTIME,Closed,"
        + "Case Closed Case Resolved replaced fuse and reset breaker \(random.next() % 1_000) ,\(type),"
        + "Public Works Department,\(type),\(type),PWDx_\(type),PWDx,,,\(street)  Mattapan  MA,8,07,3,B3,"
        + "Greater Mattapan,7,Ward 17,1714,\(street),,42.2715,-71.0772,Self Service"
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }
}
