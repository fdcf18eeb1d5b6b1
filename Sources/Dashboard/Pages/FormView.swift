import Desk
import Foundation
import Screen

/// The form of a new ticket.
enum FormView {
  static func draw(_ page: FormPage, _ model: Model, _ layout: Layout, in frame: inout Frame) {
    let rect = layout.page
    frame.rule(title(page, model), rect, rect.row)
    for (index, field) in FormPage.Field.allCases.enumerated() {
      let row = rect.row + 1 + index
      guard row < rect.endRow else { break }
      draw(field, row, page, model, rect, in: &frame)
    }
    drawBelow(page, model, rect.droppingTop(FormPage.Field.allCases.count + 1), in: &frame)
  }

  /// One field: its name, what stands there, and what is known of that.
  static func draw(
    _ field: FormPage.Field, _ row: Int, _ page: FormPage, _ model: Model, _ rect: Rect,
    in frame: inout Frame
  ) {
    let isFocused = field == page.focus
    frame.put(isFocused ? ">" : " ", row, 0, 1, .title)
    frame.put(field.label(model.language), row, 2, 10, isFocused ? .title : .dim)
    guard FormPage.isText(field) else {
      return drawChoices(field, row, isFocused, page, model, rect, in: &frame)
    }
    let own = page.texts[field] ?? TextField()
    let isSaid = own.isEmpty && !isFocused && !page.cleared.contains(field)
    let shown = isSaid ? TextField(page.offered(field, model.language)) : own
    draw(shown, field, row, isFocused, page, model, rect, in: &frame)
  }

  /// What it is, what it belongs to, and when it was kept.
  static func title(_ page: FormPage, _ model: Model) -> String {
    let minutes = Words.span(max(0, model.now.timeIntervalSince(page.openedAt)))
    let title = Words(
      zh: "新建\(page.kind.words.zh)  来电 \(minutes.zh)",
      en: "New \(page.kind.words.en)  on the phone \(minutes.en)")
    let tie = page.source.map { source in
      let name = model.name(of: source)
      return page.tie == nil
        ? Words(zh: "未关联 \(name.zh)", en: "not tied to \(name.en)")
        : Words(zh: "属于 \(name.zh)", en: "belongs to \(name.en)")
    }
    let kept = model.kept.fault == nil ? model.kept.draftedAt[page.id] : nil
    let drafted = kept.map { at in
      Words(zh: "已自动存草稿 \(model.dates.time(at))", en: "draft kept \(model.dates.time(at))")
    }
    return [title, tie, drafted].compactMap { $0?(model.language) }.joined(separator: "  ")
  }

  /// What is open at the place, then what to say: never so far down that the eye loses it on a tall screen.
  private static func drawBelow(_ page: FormPage, _ model: Model, _ rect: Rect, in frame: inout Frame) {
    let foot = FormFoot(page, model, rect)
    let context = rect.top(min(rect.rows - foot.rows, foot.rows == 0 ? rect.rows : 9))
    drawContext(page, model, context, in: &frame)
    foot.draw(rect.droppingTop(context.rows), in: &frame)
  }

  private static func draw(
    _ field: TextField, _ name: FormPage.Field, _ row: Int, _ isFocused: Bool, _ page: FormPage,
    _ model: Model,
    _ rect: Rect, in frame: inout Frame
  ) {
    let typedOver =
      page.isTypedOver(name, model.desk.policy) ? Words(zh: "手改", en: "own")(model.language) : ""
    let hint = [typedOver, hint(name, page, model)].filter { !$0.isEmpty }.joined(separator: "  ")
    let room = rect.columns - 14
    let isLong = [.quick, .subject, .text].contains(name)
    let width = isLong ? room - (hint.isEmpty ? 0 : displayWidth(hint) + 2) : min(28, room)
    let role: Role = isFocused ? .fieldFocus : .field
    let caret = field.draw(in: &frame, row: row, column: 13, width: width, style: role.style)
    if isFocused, model.layers.last.map({ if case .form = $0 { true } else { false } }) == true {
      frame.cursor = caret
    }
    // On a small card its beginning alone would say nothing.
    let left = rect.columns - width - 16
    if left >= min(12, displayWidth(hint)) { frame.put(hint, row, 13 + width + 2, left, .dim) }
  }

  private static func hint(_ field: FormPage.Field, _ page: FormPage, _ model: Model) -> String {
    let language = model.language
    switch field {
    case .place:
      let typed = page.text(.place)
      guard !typed.isEmpty else {
        return Words(zh: "3-2-1501 或公共区域", en: "3-2-1501 or a public area")(language)
      }
      let asset = page.tie?.asset.map { AssetLines.title($0, model)(language) } ?? ""
      let hints = [
        Place(typed).spoken(language), rooms(typed, model)(language), page.placeSource(language), asset,
        model.directory.lacks(Place(typed)) ? Directory.lacksPlace(language) : "", notes(page, model),
      ]
      return hints.filter { !$0.isEmpty }.joined(separator: "  ")
    case .category:
      guard !page.text(.category).isEmpty else {
        return Words(zh: "编号、名称、拼音或首字母", en: "number, name or the first letters")(language)
      }
      let offered = page.suggestions(model.desk.policy).map { Category.words($0.id)(language) }
      guard let first = offered.first else {
        return Words(zh: "按所写记录", en: "kept as written")(language)
      }
      let others = offered.dropFirst().prefix(6).joined(separator: " ")
      return others.isEmpty ? "= \(first)" : "= \(first)  (\(others))"
    case .reporter: return people(page, model)
    case .assignee: return hand(page, model)(language)
    case .phone:
      let typed = page.text(.phone)
      return typed.isEmpty ? page.caller?.maskedPhone ?? "" : doubt(ofPhone: typed)?(language) ?? ""
    default: return ""
    }
  }

  /// Which rooms it may be where no unit was said.
  private static func rooms(_ typed: String, _ model: Model) -> Words {
    let rooms = model.directory.rooms(of: Place(typed)).map(\.text)
    guard !rooms.isEmpty else { return .none }
    return Words(
      zh: "哪个单元：\(rooms.joined(separator: " "))", en: "which unit: \(rooms.joined(separator: " "))")
  }

  /// To whom it goes and what speaks for it: nobody of a name that is not on the staff.
  private static func hand(_ page: FormPage, _ model: Model) -> Words {
    let typed = page.text(.assignee)
    guard !typed.isEmpty else {
      return model.dispatched(page).map { Words(zh: "留空=自动派给 \($0)", en: "empty: goes to \($0)") }
        ?? Words(zh: "留空=进待派", en: "empty: to be assigned")
    }
    guard let name = page.assignee(model.desk.staff) else {
      return Words(zh: "名单上没有此人，不派工", en: "not on the staff: goes to nobody")
    }
    let known = model.hand(name, for: page)?.standing ?? .none
    return name == typed ? known : Words(zh: "= \(name)  \(known.zh)", en: "= \(name)  \(known.en)")
  }

  /// That a number has a digit too many or too few: it is kept as written, but the caller is still there to ask.
  private static func doubt(ofPhone typed: String) -> Words? {
    typed.split(separator: "/").lazy.map(String.init).compactMap { typed -> Words? in
      let number = typed.filter { !" -+".contains($0) }
      guard !number.isEmpty, number.allSatisfy(\.isNumber), !typed.isPhone else { return nil }
      return Words(zh: "\(number.count) 位，请核对", en: "\(number.count) digits: ask again")
    }.first
  }

  /// What the directory notes of those at the place; of a caller who is known it stands beside them.
  private static func notes(_ page: FormPage, _ model: Model) -> String {
    guard page.caller == nil else { return "" }
    let notes = Directory.notes(of: model.occupants(page))
    return notes.isEmpty ? "" : Words(zh: "备注 ", en: "note: ")(model.language) + notes
  }

  /// Who is known at the place, by the digits that choose them; with the caller known, who that is.
  private static func people(_ page: FormPage, _ model: Model) -> String {
    if let caller = page.caller {
      let note = caller.note.isEmpty ? "" : "  \(caller.note)"
      return "= \(caller.name) \(caller.role.words(model.language))\(note)"
    }
    guard page.text(.reporter).isEmpty else { return "" }
    return model.occupants(page).prefix(9).enumerated().map { index, person in
      "\(index + 1) \(person.name) \(person.role.words(model.language))"
    }.joined(separator: "  ")
  }

  private static func drawChoices(
    _ field: FormPage.Field, _ row: Int, _ isFocused: Bool, _ page: FormPage, _ model: Model, _ rect: Rect,
    in frame: inout Frame
  ) {
    var column = 13
    for (index, choice) in choices(field, page, model).enumerated() {
      let text = choice.isChosen ? "(\(choice.words(model.language)))" : " \(choice.words(model.language)) "
      let number = isFocused ? "\(index + 1)" : ""
      column += frame.put(
        "\(number)\(text)", row, column, rect.columns - column, choice.isChosen ? .title : .text)
    }
    if isFocused { frame.cursor = Position(row: row, column: 13) }
    if field == .urgency {
      let room = rect.columns - column - 3
      frame.put(promise(page, model, columns: room), row, column + 2, room, .dim)
    }
  }

  private static func choices(_ field: FormPage.Field, _ page: FormPage, _ model: Model) -> [(
    words: Words, isChosen: Bool
  )] {
    switch field {
    case .urgency:
      let urgency = page.urgency(model.desk.policy)
      return Urgency.allCases.map { ($0.words, $0 == urgency) }
    case .kind: return TicketKind.allCases.map { ($0.words, $0 == page.kind) }
    case .channel: return FormPage.channels.map { ($0.words, $0 == page.channel) }
    default: return []
    }
  }

  /// The clocks the ticket would start, and by when: with the day where it is another, while there is room for it. Of one that is joined
  /// what is left of those that run.
  private static func promise(_ page: FormPage, _ model: Model, columns: Int) -> String {
    let (ticket, policy, isJoined) = model.promised(page)
    let clocks = ticket.clocks(policy).filter(\.isOpen).sorted { $0.due < $1.due }
    guard !isJoined else {
      let left = clocks.map { clock in
        let words = Countdown(clock, at: model.now, seconds: false).words(model.language)
        return "\(clock.id.short(model.language)) \(words)"
      }
      return (["\(ticket.id)"] + left).joined(separator: "  ")
    }
    let whole = clocks.map { clock in
      // A call that was parked may have run out by now.
      if clock.due < model.now { return late(clock, model) }
      let by = model.dates.short(clock.due, near: model.now)
      return Words(zh: "\(by.zh) 前\(clock.id.short.zh)", en: "\(clock.id.short.en) by \(by.en)")(
        model.language)
    }.joined(separator: "  ")
    guard displayWidth(whole) > columns else { return whole }
    return clocks.map {
      $0.due < model.now ? late($0, model) : "\($0.id.short(model.language)) \(model.dates.time($0.due))"
    }.joined(separator: "  ")
  }

  private static func late(_ clock: Clock, _ model: Model) -> String {
    "\(clock.id.short(model.language)) \(Words.late(model.now.timeIntervalSince(clock.due))(model.language))"
  }

  /// Below the fields: the categories while one is chosen, else what is open at the same place.
  private static func drawContext(_ page: FormPage, _ model: Model, _ rect: Rect, in frame: inout Frame) {
    if page.focus == .quick, page.texts[.quick]?.isEmpty ?? true {
      drawExample(model, rect, in: &frame)
    } else if page.focus == .category, page.text(.category).isEmpty {
      drawCategories(page, model, rect, in: &frame)
    } else {
      FormPast.draw(page, model, rect, in: &frame)
    }
  }

  /// How a call is written in one line.
  private static func drawExample(_ model: Model, _ rect: Rect, in frame: inout Frame) {
    guard rect.rows > 2 else { return }
    frame.rule(Words(zh: "速记", en: "Quick line")(model.language), rect, rect.row)
    let lines = [
      Words(zh: "一行写完，次序不限：", en: "All in one line, in any order:"),
      Words(zh: "3-2-1501 漏水 13812345678 张先生 急 @老王", en: "3-2-1501 leak 13812345678 Mr Xu ! @老王 kitchen tap"),
      Words(
        zh: "房号  事项(可用拼音首字母)  电话  称呼  急  @派给谁",
        en: "room  category  phone  caller  ! for urgent  @staff  what it is about"),
    ]
    for (index, line) in lines.enumerated() where rect.row + 1 + index < rect.endRow {
      frame.put(line(model.language), rect.row + 1 + index, 2, rect.columns - 3, .dim)
    }
  }

  private static func drawCategories(
    _ page: FormPage, _ model: Model, _ rect: Rect, in frame: inout Frame
  ) {
    guard rect.rows > 1 else { return }
    frame.rule(Words(zh: "类别", en: "Categories")(model.language), rect, rect.row)
    var (row, column) = (rect.row + 1, 2)
    for (index, category) in page.suggestions(model.desk.policy).enumerated() {
      let text = "\(index + 1) \(Category.words(category.id)(model.language))"
      if column + displayWidth(text) >= rect.columns { (row, column) = (row + 1, 2) }
      guard row < rect.endRow else { return }
      frame.put(text, row, column, rect.columns - column)
      column += 15
    }
  }
}

extension FormPage.Field {
  func label(_ language: Language) -> String {
    switch self {
    case .quick: Words(zh: "速记", en: "Quick")(language)
    case .place: Words(zh: "位置", en: "Place")(language)
    case .reporter: Words(zh: "报修人", en: "Caller")(language)
    case .phone: Words(zh: "电话", en: "Phone")(language)
    case .category: Words(zh: "类别", en: "Category")(language)
    case .subject: Words(zh: "事项", en: "Subject")(language)
    case .text: Words(zh: "描述", en: "Details")(language)
    case .urgency: Words(zh: "紧急", en: "Urgency")(language)
    case .assignee: Words(zh: "派给", en: "Give to")(language)
    case .kind: Words(zh: "种类", en: "Kind")(language)
    case .channel: Words(zh: "来源", en: "Channel")(language)
    }
  }
}
