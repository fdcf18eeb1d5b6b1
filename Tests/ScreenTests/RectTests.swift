import Screen
import Testing

@Suite struct RectTests {
  private let rect = Rect(row: 2, column: 3, rows: 10, columns: 20)

  @Test(arguments: [-5, 0, 1, 9, 10, 11, .max])
  func `the two parts of a split make the whole`(count: Int) {
    #expect(rect.top(count).rows + rect.droppingTop(count).rows == 10)
    #expect(rect.bottom(count).rows + rect.droppingBottom(count).rows == 10)
    #expect(rect.left(count).columns + rect.droppingLeft(count).columns == 20)
    #expect(rect.right(count).columns + rect.droppingRight(count).columns == 20)
    #expect(rect.top(count).endRow == rect.droppingTop(count).row)
    #expect(rect.droppingRight(count).endColumn == rect.right(count).column)
  }

  @Test func `rectangles that do not meet have nothing in common`() {
    #expect(rect.intersection(Rect(row: 12, column: 3, rows: 4, columns: 4)).isEmpty)
    #expect(rect.intersection(Rect(row: 0, column: 0, rows: 3, columns: 4)).rows == 1)
    #expect(rect.contains(Position(row: 11, column: 22)))
    #expect(!rect.contains(Position(row: 12, column: 22)))
  }
}
