extension Dictionary where Key == String {
  /// A key as the thing that has it is called on record, byte for byte; itself where nothing has it.
  func kept(_ key: String) -> String { index(forKey: key).map { keys[$0] } ?? key }
}
