import Desk
import Foundation
import Screen
import Testing

@testable import Dashboard

/// What a clerk says on the phone, and what a form shows below its fields.
@Suite struct ScriptTests {
  @Test func `what to say comes with the category, and ends with the promise`() {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501")
    #expect(!seat.text.contains("话术"))
    seat.press(" ls")
    #expect(seat.text.contains("请先关闭厨房角阀或入户总阀，挪开电器。师傅 30 分钟内到场，4 小时内给您回话。"))
    seat.press("Ctrl-U", "3-2-1501 门窗")
    #expect(seat.text.contains("请不要硬拉硬撬。里面有老人孩子吗？4 小时内给您回话。"))
  }

  @Test func `in English too, and a complaint has its own promises`() {
    var seat = Seat(200, 60, .english)
    seat.press("F2", "3-2-1501 leak")
    #expect(
      seat.text.contains(
        "is electric. Somebody is with you within 30 minutes, you hear from us within 4 hours."))
    seat.press("Ctrl-U", "3-2-1501 complaint noise")
    #expect(seat.text.contains("We are there within an hour, you hear from us within 4 hours."))
  }

  @Test func `every standard category has a line in both languages`() {
    for category in Policy.standard.categories {
      let advice = Script.advice(category.id, Settings())
      #expect(!advice.zh.isEmpty && !advice.en.isEmpty, "\(category.id)")
      #expect(advice.en.count <= 100 && displayWidth(advice.zh) <= 76, "\(category.id) is long to say")
    }
  }

  @Test(arguments: [
    "3-2-1501 天花板漏水", "3-2-1501 ls 楼上漏到我家厨房", "3-2-1501 吊顶滴水", "3-2-1501 楼上马桶漏水",
    "3-2-1501 water coming from the ceiling", "3-2-1501 leak from the flat above us",
  ])
  func `water from above has its own line: no valve of the caller's stops it`(call: String) {
    for language in Language.allCases {
      var seat = Seat(120, 40, language)
      seat.press("F2", call)
      let said =
        language == .chinese ? "我们马上去楼上查，请那户关总阀。" : "We go upstairs and have the main valve closed there."
      #expect(seat.text.contains(said), "\(seat.text)")
      #expect(!seat.text.contains("角阀") && !seat.text.contains("kitchen valve"))
    }
  }

  @Test(arguments: ["3-2-1501 厨房水管漏水，楼下来找了", "3-2-1501 leak under the sink"])
  func `water that runs down from the caller's is stopped there`(call: String) {
    var seat = Seat(120, 40)
    seat.press("F2", call)
    #expect(seat.text.contains("请先关闭厨房角阀或入户总阀"), "\(seat.text)")
  }

  @Test func `the office's own line goes before ours, and the promise follows it`() {
    var seat = Seat(80, 24)
    var settings = Settings()
    settings.scripts = ["leak": "总阀在水表旁边。"]
    seat.model.apply(settings)
    seat.press("F2", "3-2-1501 ls")
    #expect(seat.text.contains("总阀在水表旁边。师傅 30 分钟内到场"))
  }

  @Test func `a category the office made up has its promise, and may have its line`() throws {
    var settings = Settings()
    try settings.apply(json5: "{ scripts: { pool: \"请先上岸。\" } }", file: "c", categories: ["pool"])
    #expect(settings.scripts == ["pool": "请先上岸。"])
    var seat = Seat(80, 24)
    seat.press("F2", "Down", "3-2-1501", "Down", "Down", "Down", "泳池")
    #expect(seat.text.contains("4 小时内给您回话。"))
  }

  @Test func `a form says what breaks while it is open, and nothing that broke before`() {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501 ls")
    #expect(!seat.text.contains("仅显示"))
    let trip = TicketID(.repair, 13)
    seat.take(seat.clerk.submit(.recordCrossings, at: SampleDesk.now + 300, actor: .system, own: false))
    #expect(seat.text.contains("消息  通话中静音，仅显示"))
    #expect(seat.text.contains("14:36 \(trip) 到场超时"))
  }

  @Test func `a field that was typed over the quick line says so`() {
    var seat = Seat(80, 24)
    seat.press("F2", "3-2-1501 ls", "Down")
    #expect(!seat.text.contains("手改"))
    seat.press("Ctrl-U", "1-1-0801", "Down")
    #expect(seat.text.contains("手改  1栋1单元0801"))
    seat.press("Down", "Down", "Ctrl-U", "漏水", "Down")
    #expect(seat.text.components(separatedBy: "手改").count == 2, "漏水 is what ls means")
  }

  @Test(arguments: Language.allCases)
  func `of a call that was parked too long the form says what is late, and promises nothing anew`(
    language: Language
  ) {
    var seat = Seat(120, 40, language)
    seat.press("F2", "3-2-1501 门禁", "Esc")
    seat.take(.ticked(SampleDesk.now + 3600))
    seat.press("Shift-F2")
    #expect(seat.text.contains(language == .chinese ? "18:32 前给您回话" : "You hear from us by 18:32"))
    seat.press("Esc")
    seat.take(.ticked(SampleDesk.now + 5 * 3600))
    seat.press("Shift-F2")
    #expect(seat.text.contains(language == .chinese ? "反馈 超1时00分" : "fdbk late 1h00m"))
    #expect(
      seat.text.contains(
        language == .chinese ? "本该 18:32 前给您回话，已超1时00分，请先致歉" : "you hear from us by 18:32, now late 1h00m"))
    #expect(!seat.text.contains("4 小时内") && !seat.text.contains("4 hours"))
  }

  @Test func `a low window keeps the line to say and gives up the rest`() {
    var seat = Seat(80, 19)
    seat.press("F2", "3-2-1501 ls")
    #expect(seat.text.contains("请先关闭厨房角阀"))
    seat.model.size = Size(rows: 16, columns: 60)
    #expect(!seat.text.contains("话术"))
  }
}
