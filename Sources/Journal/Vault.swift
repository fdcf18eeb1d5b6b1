package import Desk

extension Journal {
  /// Reads names and phones by key; those that were erased or never kept are left out.
  package func contacts(_ ids: [String]) throws(JournalError) -> [String: Contact] {
    var contacts: [String: Contact] = [:]
    let statement = try connection.statement("SELECT name, phone FROM contact WHERE id = ?")
    for id in ids where contacts[id] == nil {
      statement.bind(1, id)
      defer { statement.reset() }
      if try statement.step() {
        contacts[id] = Contact(id: id, name: statement.text(0), phone: statement.text(1))
      }
    }
    return contacts
  }

  /// Keeps a name and phone, inside the transaction of the command that brought them.
  func keep(_ contact: Contact) throws(JournalError) {
    let statement = try connection.statement(
      "INSERT OR REPLACE INTO contact (id, name, phone) VALUES (?, ?, ?)")
    statement.bind(1, contact.id)
    statement.bind(2, contact.name)
    statement.bind(3, contact.phone)
    try statement.run()
  }
}
