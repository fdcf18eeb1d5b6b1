package import Screen

/// What a piece of the screen means; a theme says how each looks. The raw value is the style number on screen.
package enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, header, headerAlert, rule, title, marked, ok, soon, critical, over, ignored, held, done
  case field, fieldFocus, keyName, keyLabel, toast, headerSoon
  /// What lies over the others where the cursor is: nothing is drawn in it alone.
  case rowCursor

  /// The name themes use.
  package var name: String {
    switch self {
    case .text: "text"
    case .dim: "text.dim"
    case .header: "header"
    case .headerAlert: "header.alert"
    case .headerSoon: "header.soon"
    case .rule: "rule"
    case .title: "title"
    case .rowCursor: "row.cursor"
    case .marked: "row.marked"
    case .ok: "sla.ok"
    case .soon: "sla.soon"
    case .critical: "sla.critical"
    case .over: "sla.over"
    case .ignored: "sla.over2"
    case .held: "sla.held"
    case .done: "sla.done"
    case .field: "field"
    case .fieldFocus: "field.focus"
    case .keyName: "key.name"
    case .keyLabel: "key.label"
    case .toast: "toast"
    }
  }

  /// The style that draws it.
  package var style: Style { Style(rawValue: rawValue) }

  /// The same style under the cursor: what the theme says of `row.cursor` is laid over it.
  package static func underCursor(_ style: Style) -> Style { Style(rawValue: style.rawValue | 0x80) }
}
