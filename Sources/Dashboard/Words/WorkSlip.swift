package import Desk
package import Foundation
import Screen

/// The slip a repairman takes along: 48 columns, which is a receipt printer's paper of 80 mm (*design*). What the work was and when it
/// was done is written on it by hand, and signed (S074) and checked (S018).
package struct WorkSlip {
  package static let columns = 48

  let ticket: Ticket
  let policy: Policy
  /// Everyone who reported it, with phones as they may be read.
  let callers: [String]
  let deskName: String
  let now: Date
  let zone: TimeZone

  /// A slip for a ticket as it is now.
  ///
  /// - Parameters:
  ///   - ticket: Whose it is.
  ///   - policy: The promises the ticket is held to.
  ///   - callers: Those who reported it; a phone is shown whole only where somebody asked for it on record.
  ///   - deskName: Who hands it out.
  ///   - now: When it is printed.
  ///   - zone: The desk's.
  package init(
    _ ticket: Ticket, _ policy: Policy, callers: [(contact: Contact, isRevealed: Bool)], deskName: String,
    now: Date, zone: TimeZone
  ) {
    self.ticket = ticket
    self.policy = policy
    self.callers = callers.map { caller in
      [caller.contact.name, caller.isRevealed ? caller.contact.phone : caller.contact.maskedPhone]
        .map(\.plainLine).filter { !$0.isEmpty }.joined(separator: " ")
    }
    self.deskName = deskName
    self.now = now
    self.zone = zone
  }

  private var dates: DateWords { DateWords(zone: zone) }

  /// Its lines, each ended, none wider than the paper and without control bytes.
  package func text(_ language: Language) -> String {
    let rule = String(repeating: "-", count: WorkSlip.columns)
    let lines =
      head(language) + [rule] + what(language) + [rule] + promises(language) + [rule] + done(language)
      + [rule] + signatures(language) + [rule] + [foot(language)]
    return lines.map { $0.plain.trimmedEnd + "\n" }.joined()
  }

  private func head(_ language: Language) -> [String] {
    let title = Words(zh: "\(ticket.kind.words.zh)工作单", en: "Work slip: \(ticket.kind.words.en)")(language)
    let urgency = ticket.work.urgency == .urgent ? "【\(ticket.work.urgency.words(language))】" : ""
    return [sides(deskName.plainLine, title), sides("\(ticket.id)", urgency)]
  }

  private func what(_ language: Language) -> [String] {
    let category = Category.words(ticket.work.category.plainLine)(language)
    let taken = Words(both: "\(dates.day(ticket.reportedAt)(language)) \(dates.time(ticket.reportedAt))")
    var lines = field(Words(zh: "地点", en: "Place"), ticket.place.spoken(language).plainLine, language)
    lines += field(Words(zh: "类别", en: "Type"), category, language)
    lines += field(Words(zh: "事项", en: "What"), ticket.subject.plainLine, language)
    lines += field(Words(zh: "说明", en: "Details"), ticket.text.plain.replacing("\t", with: " "), language)
    for caller in callers { lines += field(Words(zh: "报修", en: "Caller"), caller, language) }
    lines += field(
      Words(zh: "受理", en: "Taken"), "\(taken(language))  \(ticket.channel.words(language))", language)
    return lines
  }

  /// By when what is promised, and who goes.
  private func promises(_ language: Language) -> [String] {
    let clocks = ticket.clocks(policy).sorted { $0.due < $1.due }
    // One of another day dates them all: the slip is read on both days.
    let today = CivilDate(now, in: zone)
    let isToday = clocks.allSatisfy { CivilDate($0.due, in: zone) == today }
    var lines = clocks.flatMap { clock in
      let (day, time) = (dates.day(clock.due), dates.time(clock.due))
      let by = isToday ? Words(both: time) : Words(zh: "\(day.zh) \(time)", en: "\(day.en) \(time)")
      let kept = clock.stoppedAt == nil ? Words.none : Words(zh: "（已做到）", en: " (done)")
      return field(
        clock.id.words, Words(zh: "应于 \(by.zh)\(kept.zh)", en: "by \(by.en)\(kept.en)")(language), language)
    }
    let waiting = ticket.waiting { dates.short($0, near: now) }.map { [$0] } ?? []
    for line in waiting + ticket.paperLines(policy.limits, at: now, { dates.short($0, near: now) }) {
      lines += wrapped(line(language).plainLine, columns: WorkSlip.columns)
    }
    let staff = ticket.work.assignee?.plainLine ?? Words(zh: "未派", en: "nobody yet")(language)
    return lines + field(Words(zh: "责任人", en: "Staff"), staff, language)
  }

  private func done(_ language: Language) -> [String] {
    [
      line(Words(zh: "到场", en: "On site"), Words(zh: "完成", en: "Done"), language), "",
      Words(zh: "做了什么、用料、收费", en: "Work, parts, charge")(language), "", "", "",
    ]
  }

  /// Boxes to sign: whoever did the work (S074), whoever checked it (S018), and the household.
  private func signatures(_ language: Language) -> [String] {
    [
      Words(zh: "责任人签字", en: "Done by"), Words(zh: "验收签字", en: "Checked by"),
      Words(zh: "业户签字", en: "Resident"),
    ].flatMap { ["", line($0, Words(zh: "日期", en: "Date"), language)] }
  }

  private func foot(_ language: Language) -> String {
    let at = "\(dates.day(now)(language)) \(dates.time(now))"
    return Words(zh: "打印 \(at)", en: "Printed \(at)")(language)
  }

  /// A name and what it stands for, in further lines below itself.
  private func field(_ name: Words, _ text: String, _ language: Language) -> [String] {
    guard !text.isEmpty else { return [] }
    let name = name(language)
    let indent = max(language == .chinese ? 8 : 10, displayWidth(name) + 1)
    let lines = wrapped(text, columns: WorkSlip.columns - indent)
    return lines.enumerated().map { padded($0 == 0 ? name : "", to: indent) + $1 }
  }

  /// Two things to fill in by hand.
  private func line(_ left: Words, _ right: Words, _ language: Language) -> String {
    func blank(_ words: Words, to width: Int) -> String {
      let name = words(language) + " "
      return name + String(repeating: "_", count: max(4, width - displayWidth(name)))
    }
    return blank(left, to: 30) + "  " + blank(right, to: WorkSlip.columns - 32)
  }

  /// Left and right on one line, or on two where they have no room beside each other.
  private func sides(_ left: String, _ right: String) -> String {
    let gap = WorkSlip.columns - displayWidth(left) - displayWidth(right)
    if gap >= 1 { return left + String(repeating: " ", count: gap) + right }
    return (wrapped(left, columns: WorkSlip.columns) + [right]).joined(separator: "\n")
  }
}
