import Screen
import Testing

/// Cases read like helix's: text with `|` for the caret, keys, text with the caret.
@Suite struct TextFieldTests {
  private func field(_ marked: String) -> TextField {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(parts.joined())
    field.caret = parts[0].count
    return field
  }

  private func marked(_ field: TextField) -> String {
    String(field.text.prefix(field.caret)) + "|" + String(field.text.dropFirst(field.caret))
  }

  @Test(
    arguments: [
      ("ab|c", [.character("x")], "abx|c"), ("|", [.character("张"), .character("三")], "张三|"),
      ("ab|c", [.backspace], "a|c"), ("|abc", [.backspace], "|abc"), ("ab|c", [.delete], "ab|"),
      ("e\u{301}|x", [.backspace], "|x"), ("👨‍👩‍👧|", [.left], "|👨‍👩‍👧"), ("a|👍🏽b", [.right], "a👍🏽|b"),
      ("ab|c", [.home, .character("x")], "x|abc"), ("a|bc", [.end], "abc|"),
      ("请联系 unit-5 物业|", [.wordLeft], "请联系 unit-5 |物业"), ("请联系 unit|", [.control("w")], "请联系 |"),
      ("电话 0571|", [.control("w"), .control("w")], "|"),
      ("|厨房leak 水", [.wordRight, .wordRight], "厨房leak| 水"),
      ("abc|def", [.control("u")], "|def"), ("abc|def", [.control("k")], "abc|"),
      ("a|", [.paste("一\r\n二\n\n三\n")], "a一；二；三|"), ("|", [.paste("x\u{1B}[31my\tz\u{7}")], "x[31my z|"),
      ("a|b", [.paste("很长 的 一段"), .control("z")], "a|b"),
      ("|", [.character("a"), .character("b"), .control("z")], "a|"),
      ("ab|c", [.control("u"), .control("z")], "ab|c"), ("ab|", [.control("z")], "ab|"),
      ("e|", [.character("\u{301}")], "e\u{301}|"), ("|", [.control("w"), .control("k"), .delete], "|"),
    ] as [(String, [Key], String)])
  func `a key changes the text as people expect`(before: String, keys: [Key], after: String) {
    var field = field(before)
    for key in keys {
      let taken = field.handle(key)
      #expect(taken)
    }
    #expect(marked(field) == after)
  }

  @Test func `short texts are remembered for long, long ones briefly`() {
    func undone(_ text: String, edits: Int) -> Int {
      var field = TextField()
      field.text = text
      for _ in 1...edits { field.insert("x") }
      var count = 0
      var before = field
      while field.handle(.control("z")), field != before { (count, before) = (count + 1, field) }
      return count
    }
    #expect(undone("一", edits: 300) == 200)
    #expect(undone(String(repeating: "一", count: 100_000), edits: 10) == 5)
  }

  @Test func `keys that are not for a field are left alone`() {
    var field = TextField("abc")
    for key in [Key.enter, .tab, .escape, .up, .function(2), .control("s"), .focusLost] {
      let taken = field.handle(key)
      #expect(!taken)
    }
    #expect(field == TextField("abc"))
  }

  @Test(arguments: [
    ("ab|c", 8, "abc     ", 2), ("abcdefgh|", 8, "~efgh   ", 5), ("|abcdefghij", 8, "abcdefg~", 0),
    ("物业前台忙|", 8, "~台忙   ", 5), ("abcdef|ghij", 8, "~cdefgh~", 5), ("abcdef|", 3, "ef ", 2),
    ("abc|", 1, " ", 0),
  ])
  func `the caret is always in sight`(text: String, width: Int, line: String, column: Int) {
    var frame = Frame(size: Size(rows: 1, columns: width))
    let place = field(text).draw(in: &frame, row: 0, column: 0, width: width, style: .plain)
    #expect(frame.line(0) == line)
    #expect(place == Position(row: 0, column: column))
  }

  @Test func `at every place of every text the caret stays in the field`() {
    let text = "a物e\u{301}👨‍👩‍👧业b楼1单元，电梯 lift 坏了🇨🇳"
    for width in 1...30 {
      for caret in 0...text.count {
        var field = TextField(text)
        field.caret = caret
        var frame = Frame(size: Size(rows: 1, columns: 40))
        let place = field.draw(in: &frame, row: 0, column: 4, width: width, style: .plain)
        #expect((4..<4 + width).contains(place.column))
        #expect(frame.isSound)
        #expect(frame.line(0).hasPrefix("    ") && displayWidth(frame.line(0)) == 40)
      }
    }
  }
}
