import Screen

/// A text in lines of at most so many columns: broken where it says so, after a blank or a wide character, and within a word only
/// when that alone is longer than a line.
func wrapped(_ text: String, columns: Int) -> [String] {
  guard !text.isEmpty else { return [] }
  return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    var lines: [String] = []
    var (line, width) = ("", 0)
    for word in words(paragraph) {
      let cells = displayWidth(word)
      if width + displayWidth(word.trimmedEnd) > columns, width > 0 {
        // The blank that it is broken at has no column of its own.
        lines.append(line.trimmedEnd)
        (line, width) = ("", 0)
      }
      guard cells > columns else {
        line += word
        width += cells
        continue
      }
      for character in word {
        let cells = displayWidth(String(character))
        if width + cells > columns {
          lines.append(line)
          (line, width) = ("", 0)
        }
        line.append(character)
        width += cells
      }
    }
    return lines + [line]
  }
}

/// Pieces that stay together: words with the blanks after them, and single wide characters with the mark after them.
private func words(_ paragraph: Substring) -> [String] {
  var words: [String] = []
  var word = ""
  for character in paragraph {
    let isWide = displayWidth(String(character)) > 1
    let isMark = "，。、；：！？）】》”’".contains(character)
    if isMark, word.isEmpty, !words.isEmpty {
      words[words.count - 1].append(character)
      continue
    }
    if isWide, !isMark, !word.isEmpty {
      words.append(word)
      word = ""
    }
    word.append(character)
    if character == " " || (isWide && !"（【《“‘".contains(character)) {
      words.append(word)
      word = ""
    }
  }
  return word.isEmpty ? words : words + [word]
}
