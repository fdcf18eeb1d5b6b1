import Desk
import Screen

/// What stands below the fields of a form as soon as it is known: what to say to the caller, and what broke while they spoke.
struct FormFoot {
  private let script: [String]
  private let alarm: String?
  private let language: Language

  /// Where rows are few the script keeps one line and the rest goes.
  init(_ page: FormPage, _ model: Model, _ rect: Rect) {
    language = model.language
    let said = rect.rows < 4 ? [] : wrapped(FormFoot.script(page, model), columns: rect.columns - 4)
    script = Array(said.prefix(rect.rows < 8 ? 1 : 2))
    alarm = rect.rows < 8 ? nil : FormFoot.alarm(since: page, model)
  }

  /// How many rows it takes.
  var rows: Int { (script.isEmpty ? 0 : script.count + 1) + (alarm == nil ? 0 : 2) }

  func draw(_ rect: Rect, in frame: inout Frame) {
    var row = rect.row
    if !script.isEmpty {
      frame.rule(Words(zh: "话术  口播提示", en: "Say to the caller")(language), rect, row)
      for line in script {
        row += 1
        frame.put(line, row, rect.column + 2, rect.columns - 3, .toast)
      }
      row += 1
    }
    guard let alarm else { return }
    frame.rule(Words(zh: "消息  通话中静音，仅显示", en: "Messages, silent while you speak")(language), rect, row)
    frame.put(alarm, row + 1, rect.column + 2, rect.columns - 3, .critical)
  }

  /// What to say once the category is known: what to do at once, and the promise.
  private static func script(_ page: FormPage, _ model: Model) -> String {
    let report = page.report(model.desk.policy)
    guard !report.category.isEmpty else { return "" }
    let (ticket, policy, _) = model.promised(page)
    let said = "\(report.subject) \(report.text)"
    let advice = Script.advice(report.category, of: said, model.settings)(model.language)
    let promise = Script.promise(ticket, policy, model.dates, at: model.now)(model.language)
    return [advice, promise].filter { !$0.isEmpty }.joined(separator: model.language == .chinese ? "" : " ")
  }

  /// The latest promise that broke since the form was opened.
  private static func alarm(since page: FormPage, _ model: Model) -> String? {
    for line in model.messages.reversed().prefix(50) {
      guard case .event(let recorded) = line, recorded.event.role == .critical else { continue }
      guard recorded.recordedAt > page.openedAt else { return nil }
      return
        "\(model.dates.time(recorded.occurredAt)) \(recorded.event.named(model.language, on: model.desk))"
    }
    return nil
  }
}
