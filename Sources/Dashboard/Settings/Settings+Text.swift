import Desk

extension Settings {
  /// The settings in force as a file that would bring them about.
  package var json5: String {
    let notify = notify
    return """
      {
        lang: "\(language?.rawValue ?? "auto")",
        desk: {\(deskName.map { " name: \(JSON5.quoted($0))," } ?? "") role: "\(deskRole.rawValue)" },
        theme: \(themeText),
        color: "\(colour.rawValue)", border: "\(border.rawValue)", ambiguousWidth: \(ambiguousWidth.map { "\($0)" } ?? "\"auto\""),
        keys: { preset: "\(keys.rawValue)", show: "\(keyNames.rawValue)", escDelayMs: \(escapeDelay.map { "\($0)" } ?? "\"auto\""), bind: {\(bindText)} },
        list: { sort: "\(sort.rawValue)", density: "\(density.rawValue)", freezeMs: \(Int(freeze * 1000)) }, undo: { windowSec: \(Int(undoWindow)) },
        mouse: "\(mouse.rawValue)", syncOutput: "\(syncOutput.rawValue)", bracketedPaste: \(marksPastes),
        notify: {
          bell: \(notify.bell), minGapSec: \(Int(notify.gap)), repeatSec: \(Int(notify.again)), toast: "\(notify.toast.rawValue)",
          quiet: [\(notify.quiet.map { "\"\(time($0.lowerBound))\", \"\(time($0.upperBound))\"" } ?? "")],
          command: \(list(notify.command)),
        },
        alert: { pulse: \(pulses) },
        privacy: { wallRooms: "\(wall.rooms.rawValue)" },
        wall: { pageSec: \(Int(wall.pageSpan)), pin: \(pinText), dimAfter: \(wall.dimAfter.map { "\"\(time($0))\"" } ?? "null") },
        print: { command: \(list(printer)) },
        scripts: {\(scriptsText)},
        accessible: \(isAccessible),
      }

      """
  }

  private var pinText: String {
    switch wall.pin {
    case nil: "null"
    case .initials: "\"initials\""
    case .digits(let digits): JSON5.quoted(digits)
    }
  }

  private var bindText: String {
    let bound = keyTable.bound.sorted { $0.key.rawValue < $1.key.rawValue }
    let lines = bound.map { " \(JSON5.quoted($0.key.rawValue)): \(list($0.value.map(\.name)))," }
    return lines.isEmpty ? "" : lines.joined() + " "
  }

  private var scriptsText: String {
    let lines = scripts.keys.sorted().map { " \(JSON5.quoted($0)): \(JSON5.quoted(scripts[$0] ?? ""))," }
    return lines.isEmpty ? "" : lines.joined() + " "
  }

  private func list(_ command: [String]?) -> String {
    command.map { "[\($0.map(JSON5.quoted).joined(separator: ", "))]" } ?? "null"
  }

  private var themeText: String {
    switch theme {
    case .automatic: "\"auto\""
    case .always(let id): JSON5.quoted(id)
    case .hours(let day, let night, let from, let to):
      "{ day: \(JSON5.quoted(day)), night: \(JSON5.quoted(night)), from: \"\(time(from))\", to: \"\(time(to))\" }"
    }
  }

  private func time(_ minute: Int) -> String {
    let minute = minute % 1440
    return "\((minute / 60).digits(2)):\((minute % 60).digits(2))"
  }
}
