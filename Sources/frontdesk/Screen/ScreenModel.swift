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
  private let shelf: ThemeShelf

  /// Takes the themes; what was typed is looked at before anything is asked of a terminal.
  init(call: Invocation, journal: Journal, desk: Desk, now: Date, themes: ThemeShelf) throws(Failure) {
    (self.call, self.journal, self.desk, self.now) = (call, journal, desk, now)
    shelf = themes
    if let fault = call.options.value("theme").flatMap(shelf.obstacle) {
      throw Failure(.usage, zh: fault.zh, en: fault.en)
    }
  }

  /// Reads contacts and the latest events, and puts the themes in order.
  func make(size: Size, colours: Int, _ settings: Settings) throws(Failure) -> Model {
    let (contacts, erased) = try contacts()
    var model = Model(
      size: size, language: call.language, themes: shelf.themes, colours: colours,
      deskName: ScreenModel.deskName(call),
      actor: call.actor, now: now, desk: desk, contacts: contacts)
    model.erased = erased
    model.themePlan = plan
    model.apply(settings)
    do throws(JournalError) {
      model.recall(try journal.events(after: max(0, journal.position - 60), limit: 60))
    } catch {
      _ = model.update(.storeChanged(readOnly: error.brief))
    }
    if let damage = journal.damage { _ = model.update(.storeChanged(readOnly: damage.brief)) }
    if journal.isReadOnly, desk.policies.version == 0,
      case .failure(let fault) = PolicyFile.read(call.environment)
    {
      _ = model.update(.failed(PolicyFile.leftOut(fault)))
    }
    do throws(JournalError) { try journal.checkVault() } catch { _ = model.update(.failed(error.words)) }
    for fault in settings.theme.ids.compactMap(shelf.obstacle) { _ = model.update(.failed(fault)) }
    for fault in shelf.faults { _ = model.update(.failed(fault.words)) }
    return model
  }

  /// Finds what this person did here in the shift, or today where none is open, as far as the last thousand events tell. A record of
  /// which they cannot be read is only looked at.
  func recallSteps(into model: inout Model) {
    let since =
      desk.openShift?.startedAt ?? CivilDate(now, in: desk.zone).start(in: desk.zone)
    do throws(JournalError) {
      let events = try journal.events(
        after: max(0, journal.position - 1000), limit: 1000, recordedSince: since)
      var streams: [TicketID: [RecordedEvent]] = [:]
      for id in Set(events.filter { $0.actor == model.actor }.compactMap(\.stream.ticket)) {
        streams[id] = try journal.events(of: Stream(id))
      }
      model.recallSteps(events, streams)
    } catch {
      _ = model.update(.storeChanged(readOnly: error.brief))
    }
  }

  /// What the desk is called: as it was typed, else by what it is.
  static func deskName(_ call: Invocation) -> String {
    let name = call.actor.desk
    return name.isEmpty ? Model.unnamed(call.language) : name
  }

  private var plan: ThemePlan {
    var plan = ThemePlan()
    plan.isLight = call.environment["COLORFGBG"].flatMap(ThemePlan.isLight(colorFGBG:))
    plan.typed = call.options.value("theme")
    return plan
  }

  /// The names there are, and the keys of those that were erased.
  private func contacts() throws(Failure) -> ([String: Contact], Set<String>) {
    var keys: Set<String> = []
    for ticket in desk.tickets.values { keys.formUnion(ticket.work.reporters.compactMap(\.contact)) }
    keys.formUnion(desk.visits.values.compactMap(\.arrival.contact))
    let contacts = try inWords(journal.contacts(Array(keys)))
    return (contacts, try inWords(journal.erased(keys.subtracting(contacts.keys))))
  }

  /// Reads a screen's size, `120x40`, columns first.
  static func size(_ text: String) throws(Failure) -> Size {
    let parts = text.lowercased().split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else {
      throw Failure(
        .usage, zh: "尺寸要写成 120x40（列x行），各 1 到 1000。",
        en: "A size is written as 120x40, columns by rows, each from 1 to 1000.")
    }
    return Size(rows: rows, columns: columns)
  }
}
