package import Desk

extension Journal {
  /// A policy as this store reads it: in its zone, with the holidays published in it. One look-up.
  package func settled(_ policy: Policy) throws(JournalError) -> Policy {
    var desk = Desk(policy: policy, zone: zone)
    let statement = try connection.statement("SELECT state, version FROM live WHERE stream = ?")
    statement.bind(1, Stream.calendar.rawValue)
    defer { statement.reset() }
    guard try statement.step() else { return desk.policy }
    do {
      desk.adopt(
        announced: try StateCodec.decode([HolidayYear].self, statement.bytes(0)), version: statement.int(1))
    } catch { throw .damaged(.derived(stream: Stream.calendar.rawValue)) }
    return desk.policy
  }
}
