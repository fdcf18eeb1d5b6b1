import Screen
import Testing

@testable import Terminal

/// What comes in pieces, held against a clock that the test sets.
@Suite struct KeyDecoderTests {
  private func type(_ text: String, into decoder: inout KeyDecoder) {
    for scalar in text.unicodeScalars { decoder.add(character: scalar.value) }
  }

  @Test func `a paste goes on however long the desk was busy, and ends with the terminal's own silence`() {
    var decoder = KeyDecoder()
    var now = SuspendingClock.now
    decoder.add(code: KeyCodes.pasteBegins)
    type("漏水", into: &decoder)
    decoder.rest(at: now)
    now += .seconds(300)
    type(" 急", into: &decoder)
    decoder.rest(at: now)
    for second in 1...9 { decoder.rest(at: now + .seconds(second)) }
    now += .seconds(9)
    type("\r", into: &decoder)
    decoder.rest(at: now)
    #expect(decoder.take().isEmpty)
    for second in 1...11 { decoder.rest(at: now + .seconds(second)) }
    type("x", into: &decoder)
    #expect(decoder.take() == [.paste("漏水 急\n"), .character("x")])
  }

  @Test func `a sequence goes on however long the desk was busy, and is given up where its rest never comes`()
  {
    var decoder = KeyDecoder()
    var now = SuspendingClock.now
    type("\u{1B}[2", into: &decoder)
    decoder.rest(at: now)
    now += .seconds(60)
    type("4~", into: &decoder)
    #expect(decoder.take() == [.function(12)])
    type("\u{1B}[2", into: &decoder)
    decoder.rest(at: now)
    for second in 1...2 { decoder.rest(at: now + .seconds(second)) }
    type("4", into: &decoder)
    #expect(decoder.take() == [.character("4")])
  }
}
