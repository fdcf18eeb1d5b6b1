#if VTERM
  import Foundation
  import Testing
  import TestSupport

  /// A desk that was closed and opened again in the middle of a shift.
  @Suite struct ReopeningTests {
    @Test func `what was done to marked tickets is taken back together after the desk was opened again`()
      throws
    {
      let folder = try TestFolder()
      try folder.done([
        ["staff", "add", "老王"], ["new", "--place", "1-1-101", "灯"], ["new", "--place", "1-1-102", "门"],
        ["new", "--place", "1-1-103", "窗"],
      ])
      let desk = try Sitting(folder)
      desk.expect("R-3")
      desk.type("  ")
      desk.expect("已选 2 张")
      desk.press(.function(5))
      desk.expect("1  老王")
      desk.type("1")
      desk.expect("对 2 张工单")
      #expect(desk.quit() == 0)
      let again = try Sitting(folder)
      again.expect("R-3")
      again.type("u")
      again.expect("已撤销：对 2 张工单")
      #expect(again.quit() == 0)
    }
  }
#endif
