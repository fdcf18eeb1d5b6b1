import Dashboard
import Desk
import Foundation
import Journal
import Screen

/// Makes the model a screen starts with, from what was typed, the settings and the store.
struct ScreenModel {
  let call: Invocation
  let journal: Journal
  let desk: Desk
  let now: Date

  /// Reads contacts and the latest events, and puts the themes in order.
  func make(size: Size, colours: Int) throws(Failure) -> Model {
    let themes = ThemeFolder.load(call.environment)
    var model = Model(
      size: size, language: call.language, themes: themes.themes, colours: isPlain ? 0 : colours,
      deskName: deskName,
      actor: call.actor, now: now, desk: desk, contacts: try contacts())
    model.theme = try themeIndex(themes.themes)
    do {
      let start = max(0, journal.position - 60)
      model.recall(try journal.events(after: start, limit: 60))
    } catch {
      throw Failure(error)
    }
    if let damage = journal.damage { model.readOnly = damage.words }
    if let view = call.options.value("view") { model.view = try ScreenModel.view(view) }
    for fault in themes.faults { _ = model.update(.failed(fault.words)) }
    return model
  }

  /// Whether colour is unwelcome: `NO_COLOR`, or `--color never`.
  private var isPlain: Bool {
    switch call.options.value("color") {
    case "never": true
    case nil, "auto": !(call.environment["NO_COLOR"] ?? "").isEmpty
    default: false
    }
  }

  private var deskName: String {
    let name = call.actor.desk
    return name.isEmpty ? Words(zh: "前台", en: "Front desk")(call.language) : name
  }

  private func themeIndex(_ themes: [Theme]) throws(Failure) -> Int {
    guard let id = call.options.value("theme") else {
      return themes.firstIndex { $0.id == (isPlain ? "mono" : "dark") } ?? 0
    }
    guard let index = themes.firstIndex(where: { $0.id == id }) else {
      let known = themes.map(\.id).joined(separator: " ")
      throw Failure(.usage, zh: "没有主题 \(id)。可选：\(known)", en: "There is no theme \(id). Known: \(known)")
    }
    return index
  }

  private func contacts() throws(Failure) -> [String: Contact] {
    var keys: Set<String> = []
    for ticket in desk.tickets.values { keys.formUnion(ticket.work.reporters.compactMap(\.contact)) }
    do {
      return try journal.contacts(Array(keys))
    } catch {
      throw Failure(error)
    }
  }

  /// Reads `tickets`, `timers`, `patrol` or `complaints`.
  static func view(_ text: String) throws(Failure) -> View {
    guard let view = View(rawValue: text) else {
      let known = View.allCases.map(\.rawValue).joined(separator: " ")
      throw Failure(.usage, zh: "没有视图 \(text)。可选：\(known)", en: "There is no view \(text). Known: \(known)")
    }
    return view
  }

  /// Reads a screen's size, `120x40`, columns first.
  static func size(_ text: String) throws(Failure) -> Size {
    let parts = text.lowercased().split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else {
      throw Failure(.usage, zh: "尺寸要写成 120x40（列x行）。", en: "A size is written as 120x40, columns by rows.")
    }
    return Size(rows: rows, columns: columns)
  }
}
