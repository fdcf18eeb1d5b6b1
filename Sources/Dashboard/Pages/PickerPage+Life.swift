import Desk
import Foundation

extension PickerPage {
  /// What the reporter thought of it: the digit is the rating.
  static func ratings(_ model: Model) -> PickerPage {
    let ids = model.targets
    let ticket = ids.first.flatMap { model.desk.tickets[$0] }
    let limits = ticket.map { model.desk.policy(of: $0).limits } ?? model.desk.policy.limits
    let marks = [
      Words(zh: "很不满意", en: "very poor"), Words(zh: "不满意", en: "poor"), Words(zh: "一般", en: "fair"),
      Words(zh: "满意", en: "good"), Words(zh: "很满意", en: "very good"),
    ]
    var items = marks.enumerated().map { index, mark in
      let reopens = index + 1 <= limits.lowRating
      return PickerItem(
        mark,
        detail: reopens ? Words(zh: "自动重开", en: "opens it again") : .none,
        .paper(.followUp(rating: index + 1, text: "")))
    }
    let attempts = ticket?.work.papers.attempts ?? 0
    items.append(
      PickerItem(
        Words(zh: "没有联系上", en: "nobody reached"),
        detail: Words(
          zh: "已 \(attempts)/\(limits.followUps) 次", en: "\(attempts) of \(limits.followUps) attempts so far"),
        .paper(.reachNobody(text: ""))))
    var page = PickerPage(
      Words(zh: "回访评分  \(Model.names(ids))", en: "Follow-up of \(Model.names(ids))"), items,
      seen: model.versions(ids))
    // Enter alone must not open the ticket again.
    page.index = min(limits.lowRating, marks.count - 1)
    return page
  }

  /// Who may check the work: anybody but those who did it.
  static func checkers(_ model: Model, _ tickets: [Ticket]) -> PickerPage {
    let items = model.staff.members.filter { member in tickets.allSatisfy { $0.maySecond(member.name) } }
      .map { PickerItem(Words(both: $0.name), .paper(.passCheck(by: $0.name))) }
    let ids = tickets.map(\.id)
    return PickerPage(
      Words(zh: "谁来验收  \(Model.names(ids))", en: "Who checks \(Model.names(ids))"), items,
      seen: model.versions(ids), typed: .paper(.passCheck(by: "")))
  }

  /// Who answers for the complaint next.
  static func successors(_ model: Model) -> PickerPage {
    let ids = model.targets
    let now = Set(ids.compactMap { model.desk.tickets[$0]?.work.papers.inCharge })
    let items = model.staff.members.filter { !now.contains($0.name) }
      .map { PickerItem(Words(both: $0.name), .paper(.handOff(to: $0.name))) }
    return PickerPage(
      Words(zh: "移交给谁负责  \(Model.names(ids))", en: "Who answers for \(Model.names(ids))"), items,
      seen: model.versions(ids), typed: .paper(.handOff(to: "")))
  }

  /// The answer to a quote that is open, and the posted prices (S023); `换水管 80` can be typed.
  static func charges(_ model: Model) -> PickerPage {
    let ids = model.targets
    let charge = ids.first.flatMap { model.desk.tickets[$0]?.work.papers.charge }
    var items: [PickerItem] = []
    if charge?.answer == .open {
      items = [
        PickerItem(Words(zh: "业主同意收费", en: "The owner pays"), .paper(.acceptCharge)),
        PickerItem(Words(zh: "业主不同意", en: "The owner does not pay"), .paper(.declineCharge(reason: ""))),
      ]
    }
    items += model.desk.policy.terms.tariffs.filter { $0.yuan > 0 }.map { tariff in
      PickerItem(
        tariff.words, detail: tariff.price, .paper(.quote(amount: tariff.yuan * 100, what: tariff.item)))
    }
    return PickerPage(
      Words(
        zh: "报价（可输入 换水管 80）  \(Model.names(ids))", en: "Quote (or type: new pipe 80)  \(Model.names(ids))"),
      items, seen: model.versions(ids), typed: .paper(.quote(amount: 0, what: "")))
  }

  /// Those who wait to be told, one by one, and all of them.
  static func owedReporters(_ model: Model, _ ticket: Ticket) -> PickerPage {
    let owed = ticket.work.reporters.indices.filter { ticket.work.reporters[$0].toldAt == nil }
    let all = PickerItem(Words(zh: "全部 \(owed.count) 位", en: "All \(owed.count) of them"), .told(nil))
    let items = owed.map { index in
      let words = model.reporter(index, of: ticket)
      return PickerItem(words.name, detail: words.since, .told(index))
    }
    return PickerPage(
      Words(zh: "已反馈给谁  \(ticket.id)", en: "Who was told about \(ticket.id)"), items + [all],
      seen: model.versions([ticket.id]))
  }

  /// Who leaves into a ticket of their own.
  static func leavers(_ model: Model, _ ticket: Ticket) -> PickerPage {
    let items = ticket.work.reporters.indices.map { index in
      let words = model.reporter(index, of: ticket)
      return PickerItem(words.name, detail: words.since, .leaving(index))
    }
    return PickerPage(
      Words(zh: "谁单独成单  \(ticket.id)", en: "Who gets a ticket of their own  \(ticket.id)"), items,
      seen: model.versions([ticket.id]))
  }
}

extension Model {
  /// A reporter by name, and when they reported it.
  fileprivate func reporter(_ index: Int, of ticket: Ticket) -> (name: Words, since: Words) {
    let reporter = ticket.work.reporters[index]
    let name = person(reporter.contact)
    let nobody = Words(zh: "第 \(index + 1) 位（未留姓名）", en: "caller \(index + 1), no name")
    let since = dates.short(reporter.joinedAt, near: now)
    return (name.map(Words.init(both:)) ?? nobody, Words(zh: "\(since.zh) 报", en: "called \(since.en)"))
  }
}

extension PaperCommand {
  /// Itself with what was typed where nothing on the list was meant; nil when that cannot be read.
  func typed(_ text: String) -> PaperCommand? {
    switch self {
    case .passCheck: return .passCheck(by: text)
    case .handOff: return .handOff(to: text)
    case .quote: return Money.taken(outOf: text).map { .quote(amount: $0.amount, what: $0.what) }
    default: return nil
    }
  }
}
