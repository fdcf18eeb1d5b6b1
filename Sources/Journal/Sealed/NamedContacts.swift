import Desk

/// Whom the events name: who has to be in the vault, and who was taken out of it on record.
struct NamedContacts {
  private var named: Set<String> = []
  private(set) var erased: Set<String> = []
  /// In whose directory somebody was written down last, and who is in each.
  private var places: [String: Place] = [:]
  private var people: [Place: Set<String>] = [:]

  /// Those that no erasure took out.
  var expected: Set<String> { named.subtracting(erased) }

  /// Takes in the next event of the log.
  mutating func take(_ event: Event) {
    guard case .household(let place, let happened) = event else {
      for key in event.contactKeys { named.insert(key) }
      return
    }
    switch happened {
    case .registered, .contactRevealed: break
    case .contactChanged(let key):
      leave(key)
      places[key] = place
      people[place, default: []].insert(key)
      named.insert(key)
      erased.remove(key)
    case .contactErased(let key?, _):
      leave(key)
      erased.insert(key)
    case .contactErased(nil, _):
      let gone = people.removeValue(forKey: place) ?? []
      for key in gone { places[key] = nil }
      erased.formUnion(gone)
    }
  }

  private mutating func leave(_ key: String) {
    if let place = places.removeValue(forKey: key) { people[place]?.remove(key) }
  }
}

extension Verifier {
  /// Opens every name the vault holds, and counts those that have to be in it and are not; `key` is what they were sealed with.
  mutating func checkNames(_ key: Result<Vault?, JournalError>) throws(JournalError) {
    // An older store that is only looked at has no vault yet.
    guard try connection.number("PRAGMA user_version") == Schema.format else { return }
    var expected = names.expected
    var (sealed, unopened) = (0, 0)
    let vault: Vault? = if case .success(let vault) = key { vault } else { nil }
    let statement = try connection.statement("SELECT id, sealed FROM vault")
    defer { statement.reset() }
    while try statement.step() {
      sealed += 1
      let id = statement.text(0)
      expected.remove(id)
      if let vault, vault.contact(id, household: nil, sealed: statement.blob(1)) == nil { unopened += 1 }
    }
    if case .failure(let error) = key, sealed > 0 {
      findings.keyFault = error
    } else if vault == nil, sealed > 0 {
      findings.keyFault = .vaultKeyMissing(path: keyPath)
    } else if unopened > 0, unopened == sealed {
      findings.keyFault = .vaultKeyWrong(path: keyPath)
    } else if unopened > 0 {
      findings.add(.vault, at: "vault", .unopened(unopened, of: sealed))
    }
    if !expected.isEmpty { findings.add(.vault, at: "vault", .lost(expected.count)) }
  }
}
