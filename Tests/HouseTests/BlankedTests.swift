import Testing

@Suite struct BlankedTests {
  @Test(arguments: [
    ("a // b", "a     "), ("a \"b\" c", "a     c"), ("\"\\\"{\" x", "      x"), ("/* { */ }", "     */ }"),
    ("\"\\(f(\"{\")) {\" }", "              }"), ("#\"\\\"# {", "      {"),
  ]) func `strings and comments are blanked`(source: String, code: String) {
    #expect(Blanked(source).text == code)
  }
}
