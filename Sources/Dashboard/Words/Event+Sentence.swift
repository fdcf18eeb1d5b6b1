package import Desk
package import Foundation

extension Event {
  /// What happened as one sentence, to be read aloud or kept in a log: `14:32 李敏：R-12 3-2-1501 派工给 老王。`
  ///
  /// - Parameters:
  ///   - instant: When it happened.
  ///   - actor: Who did it; the system's own is told without a name.
  ///   - place: Where, for a ticket; nil when nobody knows.
  ///   - desk: The desk after it.
  ///   - told: What it was, where that is known from what came before; nil where the event says it.
  ///   - language: The language to say it in.
  /// - Returns: One line without control characters.
  package func sentence(
    at instant: Date, by actor: Actor, place: Place?, on desk: Desk, told: Words?,
    _ language: Language
  ) -> String {
    var what =
      told.map { "\(stream.rawValue) \($0(language))" } ?? named(language, on: desk)
    if case .ticket(let id, _) = self, let place, what.hasPrefix("\(id) ") {
      what = "\(id) \(place.shown(language))" + what.dropFirst("\(id)".count)
    }
    let start = DateWords(zone: desk.zone).time(instant) + (actor == .system ? "" : " \(actor.name)")
    return Words(zh: "\(start)：\(what)。", en: "\(start): \(what).")(language).plainLine
  }
}
