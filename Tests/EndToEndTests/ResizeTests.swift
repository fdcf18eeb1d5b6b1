#if VTERM
  import Foundation
  import Screen
  import Testing
  import TestSupport

  /// Windows that change while somebody works.
  @Suite struct ResizeTests {
    private static func folder() throws -> TestFolder {
      let folder = try TestFolder()
      let calls = (1...30).map { ["new", "--place", "\($0)-1-101", "--reporter", "住户\($0)", "第\($0)件事"] }
      try folder.done(calls, now: "2026-10-14T14:00:00")
      return folder
    }

    @Test(arguments: [20_261_014, 1, 77] as [UInt64])
    func `a hundred sizes while typing lose nothing and end on the right picture`(_ seed: UInt64) throws {
      var random = SeededGenerator(seed: seed)
      let folder = try Self.folder()
      let desk = try Sitting(folder, ["--now", "2026-10-14T14:00:02", "--theme", "mono"])
      desk.expect("第1件事")
      desk.press(.function(2))
      desk.expect("新建报修")
      var typed = ""
      for _ in 0..<100 {
        let size = Size(
          rows: Int.random(in: 1...100, using: &random), columns: Int.random(in: 1...300, using: &random))
        desk.outside.resize(size, renewing: true)
        let letter = ["水", "a", "管", "７", "é"].randomElement(using: &random) ?? "a"
        typed += letter
        desk.type(letter)
        desk.outside.read(patience: 0)
      }
      desk.outside.resize(Sitting.large, renewing: true)
      desk.expect("新建报修")
      let end = typed.suffix(12)
      desk.expect("the end of \(typed) (seed \(seed))") { $0.text.contains(end) }
      desk.press(.control("u"), .escape)
      for size in [(2, 2), (8, 40), (16, 60), (24, 80), (100, 300), (40, 120)] {
        desk.outside.resize(Size(rows: size.0, columns: size.1), renewing: true)
        try desk.expectRendered("2026-10-14T14:00:30")
      }
      #expect(desk.quit() == 0)
      desk.expectGivenBack()
    }
  }
#endif
