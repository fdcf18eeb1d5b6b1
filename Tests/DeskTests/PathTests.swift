import Desk
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("x", "."), ("-", "."), ("", "."), ("y/", "."), ("/", "/"), ("/x", "/"), ("a/b", "a"), ("/a/b", "/a"),
    ("a//b", "a/"),
    ("./x", "."), ("a/b/", "a"), ("备份/一", "备份"),
  ])
  func `the folder of a path is what stands before its last part`(path: String, folder: String) {
    #expect(path.pathFolder == folder)
  }
}
