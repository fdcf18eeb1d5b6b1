/// The kinds of characters whose runs a person calls a word.
enum WordClass: Equatable {
  case space, han, kana, word, punctuation

  /// Decides by the first scalar.
  init(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else {
      self = .space
      return
    }
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005, 0x3007: self = .han
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: self = .kana
    default:
      if character.isWhitespace {
        self = .space
      } else {
        self = character.isLetter || character.isNumber || character == "_" ? .word : .punctuation
      }
    }
  }
}
