/// One line of text being typed, with the caret between two characters.
///
/// Keys it knows are always taken, even when there is nothing to do, so that a Backspace or a Control-Z in an
/// empty field never reaches the page behind it.
package struct TextField: Sendable {
  /// What an undo goes back to.
  struct Moment: Equatable, Sendable {
    var text: [Character]
    var caret: Int
  }

  private var characters: [Character]
  private var place: Int
  private var past: [Moment] = []

  /// How many edits can be undone, and how many characters they remember together.
  private static let memory = (edits: 200, characters: 1 << 19)

  /// Starts with that text and the caret behind it.
  package init(_ text: String = "") {
    characters = Array(TextField.cleaned(text))
    place = characters.count
  }

  /// What has been typed; setting it puts the caret at the end and can be undone.
  package var text: String {
    get { String(characters) }
    set {
      edit {
        $0.text = Array(TextField.cleaned(newValue))
        $0.caret = $0.text.count
      }
    }
  }

  /// The number of characters before the caret; numbers outside the text go to its nearest end.
  package var caret: Int {
    get { place }
    set { place = min(max(0, newValue), characters.count) }
  }

  /// Whether nothing has been typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// The characters, for drawing.
  var content: [Character] { characters }

  /// Whether a key is one for a field.
  package static func takes(_ key: Key) -> Bool {
    var field = TextField()
    return field.handle(key)
  }

  /// Carries out a key and returns whether it was one for a field.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .backspace: remove(from: place - 1, to: place)
    case .delete: remove(from: place, to: place + 1)
    case .left: caret = place - 1
    case .right: caret = place + 1
    case .wordLeft: caret = wordStart
    case .wordRight: caret = wordEnd
    case .home: caret = 0
    case .end: caret = characters.count
    case .control("w"): remove(from: wordStart, to: place)
    case .control("u"): remove(from: 0, to: place)
    case .control("k"): remove(from: place, to: characters.count)
    case .control("z"): undo()
    default: return false
    }
    return true
  }

  /// Puts a text before the caret, in one step.
  package mutating func insert(_ text: String) {
    let text = TextField.cleaned(text)
    guard !text.isEmpty else { return }
    edit {
      let before = String($0.text[..<$0.caret]) + text
      let behind = String($0.text[$0.caret...])
      $0.text = Array(before + behind)
      $0.caret = min($0.text.count, before.count)
    }
  }

  private mutating func remove(from start: Int, to end: Int) {
    let range = max(0, start)..<min(characters.count, end)
    guard !range.isEmpty else { return }
    edit {
      $0.text = Array(String($0.text[..<range.lowerBound]) + String($0.text[range.upperBound...]))
      $0.caret = min(range.lowerBound, $0.text.count)
    }
  }

  private mutating func undo() {
    guard let moment = past.popLast() else { return }
    characters = moment.text
    place = moment.caret
  }

  private mutating func edit(_ change: (inout Moment) -> Void) {
    let before = Moment(text: characters, caret: place)
    var after = before
    change(&after)
    characters = after.text
    place = after.caret
    guard after != before else { return }
    past.append(before)
    var characters = past.reduce(0) { $0 + $1.text.count }
    while past.count > TextField.memory.edits || characters > TextField.memory.characters {
      characters -= past.removeFirst().text.count
    }
  }

  private var wordStart: Int {
    var at = place
    while at > 0, WordClass(characters[at - 1]) == .space { at -= 1 }
    guard at > 0 else { return 0 }
    let kind = WordClass(characters[at - 1])
    while at > 0, WordClass(characters[at - 1]) == kind { at -= 1 }
    return at
  }

  private var wordEnd: Int {
    var at = place
    while at < characters.count, WordClass(characters[at]) == .space { at += 1 }
    guard at < characters.count else { return at }
    let kind = WordClass(characters[at])
    while at < characters.count, WordClass(characters[at]) == kind { at += 1 }
    return at
  }
}

/// Two fields are equal when they show the same; what could be undone does not count.
extension TextField: Equatable {
  /// Compares text and caret.
  package static func == (one: TextField, other: TextField) -> Bool {
    one.place == other.place && one.characters == other.characters
  }
}
