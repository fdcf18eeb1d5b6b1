/// A day of the week, Monday first, by the name settings files use.
package enum Weekday: String, CaseIterable, Sendable {
  case mon, tue, wed, thu, fri, sat, sun
}
