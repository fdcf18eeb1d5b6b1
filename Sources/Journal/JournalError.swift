/// What can go wrong between the desk and its record. The caller finds the words for it.
package enum JournalError: Error, Equatable, Sendable {
  /// Others kept the store occupied for the whole waiting time; nothing happened.
  case busy(path: String)
  /// No room left: the command was taken back, reading goes on.
  case diskFull(path: String)
  case readOnly(folder: String)
  case notFound(path: String)
  /// A store is a folder, or the `desk.db` in it; this is a file of another name.
  case otherName(path: String)
  /// `errno` is what the operating system said.
  case cannotCreate(path: String, errno: Int32)
  /// A write failed half way: whether the command is in the record is not known until the store is opened again.
  case unknownOutcome(path: String, cause: String)
  case damaged(Damage)
  /// The store was written by a newer program.
  case newerFormat(found: Int, known: Int)
  /// What lists and searches go by was computed by a program of another version, or, in a copy, by none.
  case notComputed(path: String)
  /// The file is something else.
  case notAStore(path: String)
  /// A copy as `backup` makes it, opened for writing.
  case isCopy(path: String)
  case networkFileSystem(path: String, type: String)
  /// Others than its owner and group may write the store.
  case unsafePermissions(path: String, mode: Int)
  /// Others than its owner and group may read or write the key to names and phones.
  case keyReadable(path: String, mode: Int)
  /// This person may not read the key to names and phones.
  case keyUnreadable(path: String, errno: Int32)
  /// The store is there, and this person may not read it.
  case unreadable(path: String, errno: Int32)
  /// A copy that was to be restored is not sound; the store was not touched.
  case copyDamaged(path: String, Damage)
  /// Names and phones are there, but the file they were sealed with is not.
  case vaultKeyMissing(path: String)
  /// The file is not what names and phones were sealed with.
  case vaultKeyWrong(path: String)
  /// There is something where an empty place is needed.
  case notEmpty(path: String)
  /// Anything else that SQLite says, with its extended result code.
  case sqlite(code: Int32, message: String)
}

/// Why the record cannot be trusted; the desk goes read-only and says so.
package enum Damage: Equatable, Sendable {
  /// The witness has seen more events than the log holds; nil where only other files tell that there was a store at all.
  case lostTail(missing: Int?)
  /// The event at this position is not the one the witness has seen.
  case rewritten(position: Int)
  /// The file is a copy from before the store was restored.
  case olderCopy(epoch: Int, witnessed: Int)
  /// The witness belongs to another store.
  case otherStore
  /// Another file took the place of the store while it was open.
  case replaced
  /// The file has a second name, so that what is written through it is not seen here.
  case linked
  /// The file was moved or deleted while it was open.
  case gone
  /// What had cut this process off is over, and it has to open the store again.
  case back
  /// The store was restored from a copy while it was open: open it again.
  case restored(epoch: Int)
  /// A program of another version computed anew what is derived, in its own shape, while this one had the store open.
  case rebuilt(found: Int, known: Int)
  /// A write failed with its outcome unknown; the reason as it was kept in `desk.fault`.
  case faulted(reason: String)
  /// The log may hold events that this program does not know.
  case newerEvents(found: Int, known: Int)
  case unknownEvent(position: Int, name: String, schema: Int)
  case undecodable(position: Int, name: String)
  /// A derived row cannot be read; `rebuild` makes it anew.
  case derived(stream: String)
  /// SQLite finds the file itself malformed.
  case malformed(message: String)
  /// The first thing that is wrong with a copy.
  indirect case unsound(Findings.Finding)
}
