package import Desk

extension Journal {
  /// Reads contacts by key; those that were erased, lost or cannot be opened are left out, and all of them while the key file cannot be
  /// used: `checkVault` says why.
  package func contacts(_ ids: [String]) throws(JournalError) -> [String: Contact] {
    var contacts: [String: Contact] = [:]
    guard let vault = try readingVault() else { return [:] }
    let statement = try connection.statement("SELECT household, sealed FROM vault WHERE id = ?")
    for id in ids where contacts[id] == nil {
      statement.bind(1, id)
      defer { statement.reset() }
      guard try statement.step() else { continue }
      contacts[id] = vault.contact(id, household: statement.textOrNil(0), sealed: statement.blob(1))
    }
    return contacts
  }

  /// Those of the keys that were erased on record; the first time this reads what happened to all households, then only what is new.
  package func erased(_ keys: Set<String>) throws(JournalError) -> Set<String> {
    guard !keys.isEmpty else { return [] }
    let statement = try connection.statement(
      EventRow.select
        + """
        INDEXED BY sqlite_autoindex_event_1
        WHERE stream >= 'household:' AND stream < 'household;' AND position > ? ORDER BY position
        """)
    statement.bind(1, namesReadTo)
    for recorded in try EventRow.collect(statement) {
      names.take(recorded.event)
      namesReadTo = recorded.position
    }
    return names.erased.intersection(keys)
  }

  /// The places somebody belongs to, without reading who.
  package func households() throws(JournalError) -> [Place] {
    let statement = try connection.statement(
      "SELECT DISTINCT household FROM vault WHERE household IS NOT NULL")
    defer { statement.reset() }
    var places: [Place] = []
    while try statement.step() { places.append(Place(stored: statement.text(0))) }
    return places
  }

  /// Everyone who belongs to a place, or to any; in the order they were written down. Nobody while the key file cannot be used.
  package func residents(of place: Place? = nil) throws(JournalError) -> [Contact] {
    guard let vault = try readingVault() else { return [] }
    let texts: [String?] = try place.map { (place) throws(JournalError) in try written(place) } ?? [nil]
    let statement = try connection.statement(
      "SELECT id, household, sealed FROM vault WHERE household IS NOT NULL AND (?1 IS NULL OR household = ?1) ORDER BY rowid"
    )
    var residents: [Contact] = []
    for text in texts {
      defer { statement.reset() }
      statement.bind(1, text)
      while try statement.step() {
        let contact = vault.contact(
          statement.text(0), household: statement.textOrNil(1), sealed: statement.blob(2))
        if let contact { residents.append(contact) }
      }
    }
    return residents
  }

  /// How a place may be written in the vault: a room with zeros and without, a public area as households have it.
  private func written(_ place: Place) throws(JournalError) -> [String] {
    place.isRoom ? place.spellings : try households().filter { $0 == place }.map(\.text)
  }

  /// Keeps a contact, inside the transaction of the command that brought it.
  func keep(_ contact: Contact) throws(JournalError) {
    let statement = try connection.statement(
      "INSERT INTO vault (id, household, sealed) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET household = excluded.household, sealed = excluded.sealed"
    )
    statement.bind(1, contact.id)
    statement.bind(2, contact.household?.text)
    statement.bind(3, try writingVault().seal(contact))
    try statement.run()
  }

  /// Takes one contact out, or everyone of a place; what was there can be read in no file once the log is moved into the database.
  func erase(_ contact: String?, of place: Place) throws(JournalError) {
    let statement = try connection.statement(
      contact == nil ? "DELETE FROM vault WHERE household = ?" : "DELETE FROM vault WHERE id = ?")
    let keys = if let contact { [contact] } else { try written(place) }
    for key in keys {
      statement.bind(1, key)
      try statement.run()
    }
  }

  /// The vault for reading; nil while its key file is not there or cannot be used.
  private func readingVault() throws(JournalError) -> Vault? {
    do { return try vault() } catch {
      switch error {
      case .keyReadable, .keyUnreadable, .vaultKeyWrong: return nil
      default: throw error
      }
    }
  }

  /// An older store that is only looked at has no vault yet.
  private var hasVault: Bool {
    get throws(JournalError) { try connection.number("PRAGMA user_version") == Schema.format }
  }

  /// The vault; nil while its key file is not there.
  func vault() throws(JournalError) -> Vault? {
    if let knownVault { return knownVault }
    guard try hasVault else { return nil }
    knownVault = try VaultKey.read(folder).map(Vault.init)
    return knownVault
  }

  /// The vault for writing; its key file is made with the first contact.
  private func writingVault() throws(JournalError) -> Vault {
    if fitsVault, let knownVault { return knownVault }
    let isEmpty = try connection.number("SELECT 1 FROM vault LIMIT 1") == nil
    // A key that is none, beside a vault with nobody in it, was begun and not finished.
    if let vault = try isEmpty ? VaultKey.readWhole(folder).map(Vault.init) : vault() {
      if !isEmpty { try checkVault() }
      (knownVault, fitsVault) = (vault, true)
      return vault
    }
    guard isEmpty else { throw .vaultKeyMissing(path: folder.key) }
    let vault = Vault(try VaultKey.create(folder))
    (knownVault, fitsVault) = (vault, true)
    return vault
  }

  /// Whether the key fits; a few names are tried, because one that is damaged opens with none. `verify` tries all.
  ///
  /// - Throws: `vaultKeyMissing`, `vaultKeyWrong` when none of them opens, `keyReadable` or `keyUnreadable`.
  package func checkVault() throws(JournalError) {
    guard try hasVault else { return }
    let statement = try connection.statement("SELECT id, sealed FROM vault LIMIT 100")
    defer { statement.reset() }
    guard try statement.step() else { return }
    guard let vault = try vault() else { throw .vaultKeyMissing(path: folder.key) }
    repeat {
      if vault.contact(statement.text(0), household: nil, sealed: statement.blob(1)) != nil { return }
    } while try statement.step()
    throw .vaultKeyWrong(path: folder.key)
  }
}
