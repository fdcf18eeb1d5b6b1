import Foundation

extension Journal {
  /// Looks whether the store is still the one that was opened and may be written: one `access` and one `stat`. What is newly found comes
  /// back, and nothing is written from then on.
  package func lookAround() -> Damage? {
    let found = foundAmiss
    switch (damage, found) {
    case (.faulted, .faulted?): return nil
    // Where the disk failed so badly that it could not even be marked, nobody has mended it.
    case (.faulted, nil): if hasSeenFault { damage = .back } else { return nil }
    case (.gone, nil): damage = .back
    case (_, let found?) where found != damage: damage = found
    default: return nil
    }
    return damage
  }

  /// Whether what is known here may be older than what others know: the file under the store's name is another one, or nobody may write.
  package var isCutOff: Bool {
    switch damage {
    case .gone, .replaced, .restored, .rebuilt, .faulted, .back: true
    default: false
    }
  }

  /// Whether opening the store again is all it takes to read it on.
  package var isToBeReopened: Bool {
    switch damage {
    case .back, .replaced, .restored, .rebuilt: true
    default: false
    }
  }

  private var foundAmiss: Damage? {
    if let reason = folder.faultReason {
      hasSeenFault = true
      return .faulted(reason: reason)
    }
    guard let now = StoreFolder.identity(folder.database) else { return .gone }
    guard let identity, now.device == identity.device, now.number == identity.number else { return .replaced }
    return now.names > 1 ? .linked : nil
  }
}
