package import Desk

extension Journal {
  /// Computes `live`, `history` and the search index anew from the events.
  package func rebuild(policy: Policy) throws(JournalError) {
  }
}
