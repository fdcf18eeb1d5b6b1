import Foundation
import Testing

/// What the office promised, as somebody at a shell publishes it.
@Suite struct PolicyTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// The standard policy as a file, with some of its words replaced.
  private func file(_ name: String, _ from: String, _ to: String) throws -> String {
    let text = try Run(["policy", "show", "--format", "json5"], in: folder).output
    #expect(text.contains(from))
    return try folder.file(name, text.replacing(from, with: to))
  }

  private func settings(_ text: String) throws {
    let path = "\(folder.path)/.config/frontdesk"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    _ = try folder.file(".config/frontdesk/policy.json5", text)
  }

  @Test func `a supervisor publishes a policy, and open tickets follow when it is applied`() throws {
    _ = try folder.run("new", "--place", "3-2-1501", "漏水", "--now", "2026-11-20T09:00")
    let path = try file("policy.json5", "target: \"4h\"", "target: \"3h\"")
    let refused = try folder.run("policy", "publish", path, "--as", "赵敏")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("frontdesk staff add NAME --role supervisor"))
    #expect(try folder.run("staff", "add", "赵敏", "--role", "supervisor").code == 0)
    #expect(try folder.run("policy", "publish", path, "--as", "小李").errors.contains("Ask 赵敏"))
    let published = try folder.run("policy", "publish", path, "--as", "赵敏")
    #expect(published.code == 0 && published.errors.contains("This is version"))
    #expect(try folder.run("policy", "show").output.contains("version 1"))
    #expect(try folder.run("show", "R-1").output.contains("2026-11-20 13:00:00"))
    #expect(try folder.run("policy", "apply", "--as", "赵敏").output.contains("R-1"))
    #expect(try folder.run("show", "R-1").output.contains("2026-11-20 12:00:00"))
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `a policy that gives repairs out does so at the shell too`() throws {
    #expect(try folder.run("staff", "add", "赵敏", "--role", "supervisor").code == 0)
    #expect(try folder.run("staff", "add", "老李", "--skill", "水工").code == 0)
    #expect(try folder.run("shift", "start", "early", "--on", "老李").code == 0)
    let path = try file(
      "policy.json5", "limits: {", "limits: {\n    dispatch: { value: \"automatic\", source: \"S015\" },")
    #expect(try folder.run("policy", "publish", path, "--as", "赵敏").code == 0)
    #expect(try folder.run("policy", "show").output.contains("who gives repairs out"))
    #expect(try folder.run("new", "3-2-1501", "漏水").output.contains("老李"))
    #expect(try !folder.run("new", "3-2-1502", "漏水", "@没有这人").output.contains("老李"))
    #expect(try folder.run("verify").code == 0)
  }

  @Test func `a store begins with the policy of the settings folder, and never again`() throws {
    let path = try file("policy.json5", "name: \"standard\"", "name: \"翠湖\"")
    try settings(String(contentsOfFile: path, encoding: .utf8))
    #expect(try folder.run("new", "--place", "大堂", "问路").code == 0)
    let shown = try folder.run("policy", "show").output
    #expect(shown.hasPrefix("翠湖: version 1"))
    try settings(String(contentsOfFile: file("other.json5", "\"standard\"", "\"别的\""), encoding: .utf8))
    #expect(try folder.run("new", "--place", "大堂", "问路").code == 0)
    #expect(try folder.run("policy", "show").output == shown)
  }

  @Test func `a bad policy in the settings folder is told with its place, and the desk works on`() throws {
    try settings("{\n  name: \"翠湖\",\n  nonsense: 1,\n}\n")
    let run = try folder.run("new", "--place", "大堂", "问路")
    #expect(run.code == 0)
    #expect(run.errors.contains("policy.json5:3:3"))
    #expect(run.errors.contains("hold meanwhile"))
    #expect(try folder.run("policy", "show").output.hasPrefix("standard: shipped with the program"))
  }

  @Test func `without a file the one of the settings folder is compared and published`() throws {
    #expect(try folder.run("staff", "add", "赵敏", "--role", "supervisor").code == 0)
    let none = try folder.run("policy", "publish", "--as", "赵敏")
    #expect(none.code == 64 && none.errors.contains("There is no policy.json5"))
    try settings(String(contentsOfFile: file("policy.json5", "\"standard\"", "\"翠湖\""), encoding: .utf8))
    // The store has published none, so the next one who writes begins with the file; a later change is published.
    #expect(try folder.run("new", "--place", "大堂", "问路").code == 0)
    try settings(
      String(contentsOfFile: file("later.json5", "target: \"4h\"", "target: \"3h\""), encoding: .utf8))
    #expect(try folder.run("policy", "diff").output.contains("target: \"3h\""))
    #expect(try folder.run("policy", "publish", "--as", "李敏").code == 1)
    #expect(try folder.run("policy", "publish", "--as", "赵敏").code == 0)
    #expect(try folder.run("policy", "show").output.contains("version 2"))
    try settings("{ nonsense: 1 }")
    #expect(try folder.run("policy", "publish", "--as", "赵敏").errors.contains("policy.json5:1:3"))
  }

  #if VTERM
    @Test func `a dashboard says when the file of the settings folder differs or is broken, and works on`()
      throws
    {
      #expect(try folder.run("staff", "add", "赵敏", "--role", "supervisor").code == 0)
      try settings(String(contentsOfFile: file("a.json5", "\"standard\"", "\"翠湖\""), encoding: .utf8))
      #expect(try folder.run("new", "--place", "大堂", "问路").code == 0)
      try settings(String(contentsOfFile: file("b.json5", "\"standard\"", "\"新\""), encoding: .utf8))
      let config = ["XDG_CONFIG_HOME": "\(folder.path)/.config"]
      let desk = try Sitting(folder, ["--as", "赵敏"], environment: config)
      desk.expect("主管按 F9 发布承诺")
      desk.choose("fbcn")
      desk.expect("发布承诺：新")
      try settings("{ nonsense: 1 }")
      desk.choose("重新读取")
      desk.expect("policy.json5 第 1 行第 3 列")
      desk.press(.function(2))
      desk.expect("新建报修")
      desk.press(.escape)
      desk.expectNo("新建报修")
      #expect(desk.quit() == 0)
      #expect(try folder.run("policy", "show").output.hasPrefix("新: version 2"))
    }
  #endif

  @Test func `the standards to be posted come from the policy in force, in both languages`() throws {
    _ = try folder.run("staff", "add", "赵敏", "--role", "supervisor")
    let path = try file(
      "policy.json5", "line: \"supervision\", phone: \"\"", "line: \"supervision\", phone: \"0571-8700\"")
    #expect(try folder.run("policy", "publish", path, "--as", "赵敏").code == 0)
    let text = try folder.run("standards", "--lang", "zh").output
    for line in [
      "报修 紧急：30 分钟内到场", "投诉 严重投诉：5 个工作日内办结", "电梯、供电、供水、漏水、燃气、消防", "疏通管道 60 元/次",
      "代收快递", "监督电话：0571-8700", "周一至周日 08:00-20:00",
    ] { #expect(text.contains(line)) }
    #expect(text.contains("突发事件：30 分钟内响应"))
    let shown = try folder.run("policy", "show", "--lang", "zh").output
    #expect(shown.contains("突发响应") && shown.contains("S009"))
    let page = try folder.run("standards", "--format", "md").output
    #expect(page.hasPrefix("# Posted standards: standard\n"))
    #expect(page.contains("\n## Urgent\n\n- lift, power, water, leak, gas, fire\n"))
    #expect(page.contains("- supervision line: 0571-8700\n"))
  }

  @Test func `a missed clock is acknowledged, and a breach rescinded by a supervisor, at the shell`() throws {
    _ = try folder.run("staff", "add", "赵敏", "--role", "supervisor")
    _ = try folder.run("new", "--urgent", "--place", "大堂", "跳闸", "--now", "2026-11-20T09:00")
    let heard = try folder.run("do", "R-1", "acknowledge", "--now", "2026-11-20T09:41")
    #expect(heard.code == 0, "\(heard.errors)")
    #expect(heard.output.contains("escalated to supervisor"))
    #expect(heard.output.contains("acknowledged"))
    let late = try folder.run(
      "do", "R-1", "rescind", "onSite", "门岗有记录", "--as", "赵敏", "--now", "2026-11-20T10:00")
    #expect(late.errors.contains("with --at"))
    let kept = try folder.run(
      "do", "R-1", "rescind", "onSite", "门岗有记录", "--at", "2026-11-20T09:20", "--as", "赵敏", "--now",
      "2026-11-20T10:00")
    #expect(kept.code == 0, "\(kept.errors)")
    let back = try folder.run("do", "R-1", "undo", "--as", "赵敏", "--now", "2026-11-20T10:01")
    #expect(back.code == 0 && back.output.contains("counts as missed again"), "\(back.errors)")
    func named(_ due: String) throws -> (code: Int32, errors: String) {
      let run = try folder.run(
        "do", "R-1", "rescind", "onSite", "门岗有记录", "--missed", due, "--at", "2026-11-20T09:20", "--as", "赵敏",
        "--now", "2026-11-20T10:02")
      return (run.code, run.errors)
    }
    #expect(try named("10:30").code == 1)
    let again = try named("09:30")
    #expect(again.code == 0, "\(again.errors)")
    let old = try folder.run("do", "R-1", "arrive", "--at", "2026-11-20T09:20", "--now", "2026-11-20T12:00")
    #expect(old.code == 1)
    #expect(old.errors.contains("Ask 赵敏"))
    #expect(try folder.run("verify").code == 0)
  }
}
