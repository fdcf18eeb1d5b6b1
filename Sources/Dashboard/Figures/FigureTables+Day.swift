import Desk

extension FigureBook {
  /// What there is to know of a day in one line.
  var summary: FigureTable {
    FigureTable(
      id: "summary", title: Words(zh: "概况", en: "At a glance"),
      note: Words(
        zh: "受理是期内受理的；完成是期内办结、没有再重开的，受理得早的也算，作废和并单不算。达标和平均用时只看期内受理的单，到场和反馈连投诉的一起算，样本见下。",
        en:
          "Reported in the period; done is completed in it and not open again, whenever it was reported, cancelled and merged ones "
          + "left out. Rates and mean times are of tickets reported in the period, complaints among them; their samples are below."
      ),
      source: "S078 S111",
      columns: [.reported, .finished, .onSiteRate, .feedbackRate, .meanOnSite, .meanFeedback],
      rows: total.reported == 0 && finished == 0
        ? []
        : [
          [
            .count(total.reported), .count(finished), .share(total.onSite.permille, of: 1000),
            .share(total.feedback.permille, of: 1000),
            .seconds(total.responses[.onSite]?.mean), .seconds(total.responses[.feedback]?.mean),
          ]
        ])
  }

  /// When it was busy.
  var hourTable: FigureTable {
    let most = hours.max() ?? 0
    let unit = max(1, (most + 9) / 10)
    let busy = hours.indices.filter { hours[$0] > 0 }
    let span = busy.first.flatMap { first in busy.last.map { first...$0 } }
    return FigureTable(
      id: "hours", title: Words(zh: "每时受理", en: "Reported by the hour"),
      note: Words(
        zh: "期内受理的单，按受理的钟点，多日的合在一起；一个 # 是 \(unit) 单\(unit > 1 ? "，不足的也画一个" : "")。",
        en:
          "Tickets reported in the period by the hour of the day, all days together; a # is "
          + (unit > 1 ? "\(unit) tickets or part of that." : "one ticket.")
      ),
      source: "S111", columns: [.hour, .reported, .bar],
      rows: (span.map(Array.init) ?? []).map { hour in
        [
          .name(hour.digits(2)), .count(hours[hour]),
          .marks((hours[hour] + unit - 1) / unit),
        ]
      }, isStrip: true)
  }
}

extension Tally {
  /// Whether somebody came in time, to repairs and to complaints.
  var onSite: ClockTally { promises(.onSite, .complaintOnSite) }
  /// Whether whoever waited was told in time, of both.
  var feedback: ClockTally { promises(.feedback, .complaintFeedback) }
}
