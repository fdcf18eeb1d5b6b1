package import Desk
package import struct Desk.Stream

extension Journal {
  /// The policies as this store reads them: those published in it, in its zone, with its holidays. Two look-ups.
  package func policies() throws(JournalError) -> Policies {
    var desk = Desk(zone: zone)
    let statement = try connection.statement("SELECT state, version FROM live WHERE stream = ?")
    for stream in [Stream.policy, .calendar] {
      statement.bind(1, stream.rawValue)
      defer { statement.reset() }
      guard try statement.step() else { continue }
      do { try StateCodec.adopt(stream, statement.bytes(0), version: statement.int(1), by: &desk) } catch {
        throw .damaged(.derived(stream: stream.rawValue))
      }
    }
    return desk.policies
  }
}
