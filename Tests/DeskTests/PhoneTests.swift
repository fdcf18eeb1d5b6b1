import Desk
import Testing

/// What can be called.
@Suite struct PhoneTests {
  @Test(arguments: [
    "13812345678", "138 1234 5678", "138-1234-5678", "+8613812345678", "+86 138 1234 5678", "8613812345678",
    "１３８１２３４５６７８", "62345678", "5551234", "6234-5678", "021-62345678", "02162345678", "(021)62345678",
    "0573-82345678", "+86 21 62345678", "+86-021-62345678", "021-62345678-801", "021-62345678转801",
    "62345678 ext. 12", "400-820-8820", "+1 415 555 0100", "0085212345678",
    "0701-6234567",
  ])
  func `a number that can be called is a telephone's`(text: String) { #expect(text.isPhone) }

  @Test(arguments: [
    "", "-", "+", "无", "1", "110", "1381234567", "138123456789", "12812345678", "张三", "13812345678张三",
    "021-623456", "62345678-12345678", "x801", "0000000", "+86 138123", "138.1234.5678 无", "12345678",
    "0234567", "021-12345678",
  ])
  func `anything else is none`(text: String) { #expect(!text.isPhone) }

  @Test(arguments: [
    ("62345678", true), ("021-62345678", true), ("02162345678", true), ("0701-6234567", true),
    ("91234567", true), ("12345678", false), ("0234567", false),
  ])
  func `a number of a fixed line is one by itself and in a line`(text: String, isPhone: Bool) {
    #expect(PhoneNumber.isFixedLine(text) == isPhone && text.isPhone == isPhone)
  }
}
