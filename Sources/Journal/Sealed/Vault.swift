import CSodium
import Desk

/// Seals and opens contacts with the key of a store: XSalsa20-Poly1305 under a random nonce, which goes in front.
///
/// Who it is about is sealed with it, so that what was kept of one person opens as nobody else's. What an earlier program sealed does not
/// say it and opens all the same.
///
/// - Source: https://doc.libsodium.org/secret-key_cryptography/secretbox
struct Vault {
  private let key: [UInt8]

  init(_ key: [UInt8]) { self.key = key }

  /// What is kept of a contact: nothing of it can be read without the key, and nothing changed unnoticed.
  func seal(_ contact: Contact) -> [UInt8] {
    var writer = PayloadWriter()
    writer.put("id", contact.id)
    writer.put("name", contact.name)
    writer.put("phone", contact.phone)
    if !contact.otherPhones.isEmpty { writer.put("otherPhones", contact.otherPhones) }
    writer.put("role", contact.role.rawValue)
    if !contact.note.isEmpty { writer.put("note", contact.note) }
    return seal(writer.finished())
  }

  /// The box of a text.
  func seal(_ plain: [UInt8]) -> [UInt8] {
    var nonce = [UInt8](repeating: 0, count: VaultKey.nonceLength)
    randombytes_buf(&nonce, nonce.count)
    var sealed = [UInt8](repeating: 0, count: plain.count + VaultKey.overhead)
    crypto_secretbox_easy(&sealed, plain, UInt64(plain.count), nonce, key)
    return nonce + sealed
  }

  /// A contact as it was sealed; nil when it was sealed with another key or for another contact, or changed since.
  func contact(_ id: String, household: String?, sealed: [UInt8]) -> Contact? {
    let length = sealed.count - VaultKey.nonceLength - VaultKey.overhead
    guard length >= 0 else { return nil }
    let box = Array(sealed[VaultKey.nonceLength...])
    var plain = [UInt8](repeating: 0, count: length)
    guard crypto_secretbox_open_easy(&plain, box, UInt64(box.count), sealed, key) == 0 else { return nil }
    return try? plain.withUnsafeBytes { bytes throws(PayloadError) in
      let it = try PayloadObject(json: bytes)
      guard try it.textOrNil("id") ?? id == id else { return nil }
      return Contact(
        id: id, name: try it.text("name"), phone: try it.text("phone"),
        otherPhones: try it.texts("otherPhones"), household: household.map(Place.init(stored:)),
        role: try it.word("role"), note: try it.textOrNil("note") ?? "")
    }
  }
}
