package import Desk
import Foundation

extension QuickLine {
  /// Whom of the directory it means: the owner of the number, else the only one at the place who is called so. An owner's place is theirs
  /// when none was written; the names of those at the place leave what it is about.
  package mutating func find(in directory: Directory, at home: Place) -> Contact? {
    let people = home.text.isEmpty ? [] : directory.occupants(of: home)
    for person in people {
      if subject.cut(name: person.name), reporter.isEmpty, !isOnBehalf { reporter = person.name }
      // Within other words a name is no caller: they stay a sentence, as 张某和王某吵架.
      let isFull = (2...4).contains(person.name.count) && person.name.allSatisfy(\.isHan)
      if isFull { subject.replace(person.name, with: "\(person.name.prefix(1))某") }
    }
    for number in phones where number.count >= 7 {
      let owners = directory.owners(ofPhone: number)
      guard owners.count == 1, let household = owners[0].household,
        home.text.isEmpty || home == household
      else { continue }
      if home.text.isEmpty { place = household.text }
      return owners[0]
    }
    if let owner = takeTail(in: directory, at: home) { return owner }
    let called = people.filter { $0.name == reporter }
    let meant = called.isEmpty ? people.filter { $0.isCalled(reporter) } : called
    return meant.count == 1 ? meant[0] : nil
  }

  /// Whose number ends as the line says, where that is one household's; it leaves what it is about. Of several there only the place is
  /// known.
  private mutating func takeTail(in directory: Directory, at home: Place) -> Contact? {
    guard !tail.isEmpty else { return nil }
    let owners = directory.owners(ofPhone: tail).filter {
      $0.household != nil && (home.text.isEmpty || home == $0.household)
    }
    guard let household = owners.first?.household, owners.allSatisfy({ $0.household == household })
    else { return nil }
    if home.text.isEmpty { place = household.text }
    if let said = QuickLine.tail(in: subject)?.range {
      let isMark = { (character: Character) in character.isWhitespace || "，,；;。、".contains(character) }
      var before = subject[..<said.lowerBound]
      let after = subject[said.upperBound...].drop(while: isMark)
      if after.isEmpty { while before.last.map(isMark) == true { before.removeLast() } }
      subject = String(before + after)
    }
    return owners.count == 1 ? owners[0] : nil
  }

  /// Takes the unit of the only room that it may be, where building and room were said alone.
  package mutating func takeUnit(from rooms: [Place]) {
    if rooms.count == 1 { place = rooms[0].text }
  }

  /// Takes the place of the open ticket they call about, where none was said.
  package mutating func takePlace(of desk: Desk) {
    guard place.isEmpty, let about = ticket.flatMap({ desk.tickets[$0] }) else { return }
    place = about.place.text
  }
}

extension Contact {
  /// Whether somebody speaks of them so: `张先生`, `Mr Xu`.
  fileprivate func isCalled(_ word: String) -> Bool {
    // 王师傅 is how people speak of whoever repairs.
    guard let first = word.first, !word.hasSuffix("师傅"), !word.hasSuffix("老师"), !QuickLine.isTitled(word)
    else { return false }
    let last = word.split(separator: " ").last?.lowercased() ?? ""
    return first.isASCII
      ? name.lowercased().split(separator: " ").contains { $0 == last } : name.first == first
  }
}

extension String {
  /// Takes a name out where it stands as whole words; whether it did.
  package mutating func cut(name: String) -> Bool {
    guard name.count > 1, var range = range(of: name, options: .caseInsensitive) else { return false }
    // 张三家 is where he lives, which is said already.
    if self[range.upperBound...].first == "家" {
      range = range.lowerBound..<index(after: range.upperBound)
    }
    let isPart = { (character: Character?) in
      character.map { $0.isLetter || $0.isNumber || "'’".contains($0) } ?? false
    }
    guard !isPart(self[..<range.lowerBound].last), !isPart(self[range.upperBound...].first) else {
      return false
    }
    let marks = { (character: Character) in character.isWhitespace || "，,；;。、".contains(character) }
    let before = self[..<range.lowerBound]
    let after = self[range.upperBound...]
    let end = before.lastIndex { !marks($0) }.map(before.index(after:)) ?? before.startIndex
    let gap = before[end...] + after.prefix(while: marks)
    let rest = after.drop(while: marks)
    self = before[..<end] + (end == startIndex || rest.isEmpty ? "" : String(gap.prefix(1))) + rest
    return true
  }
}
