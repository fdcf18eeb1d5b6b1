import Dashboard
import Desk
import Journal

extension Invocation {
  /// Tells the program of the settings what broke, where a command recorded it: nobody else will. It is not waited for; one that cannot be
  /// started is said and changes nothing of the command. What an import records is long past, and told to nobody.
  func sound(_ events: [RecordedEvent], _ journal: Journal, _ policy: Policy) {
    let alarms = events.compactMap { recorded -> Alarm? in
      guard case .ticket(let id, let event) = recorded.event, recorded.event.isCrossing,
        let ticket = try? journal.ticket(id)
      else { return nil }
      return Alarm(id, event, place: ticket.place.text, at: recorded.occurredAt)
    }
    guard !alarms.isEmpty else { return }
    // What a theme is called makes no difference to the program.
    let settings = SettingsFolder.load(environment, policy: policy, themes: ThemeShelf([])).settings
    let programs = Programs(environment, OperatorLog(environment))
    var told: Words?
    for alarm in alarms {
      let said = programs.start(settings.notify.command, key: "notify.command", with: Hook.line(alarm))
      for case .failed(let words) in said where words != told {
        told = words
        try? errors.line("frontdesk: \(words(language))")
      }
    }
  }
}
