extension Character {
  /// Whether it is a Han character. The search index asks by ranges of its own: what a store was indexed by stays the same when the
  /// tables of Unicode grow.
  var isHan: Bool { unicodeScalars.first?.properties.isIdeographic ?? false }
}
