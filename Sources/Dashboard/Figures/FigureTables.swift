package import Desk

extension FigureBook {
  /// Everything it holds as tables, those with no rows left out; people who are level stand by name, as the language has it.
  package func tables(_ language: Language) -> [FigureTable] {
    let all = [
      summary, hourTable, totals, clockTable, responseTable, stepTable, groupTable(language),
      peopleTable(language), starTable(language),
      hotSpotTable, themeTable, causeTable, failureTable, ratingTable, availabilityTable, patrolTable,
      rosterTable(language),
    ]
    return all.filter { !$0.rows.isEmpty }
  }

  private var totals: FigureTable {
    FigureTable(
      id: "totals", title: Words(zh: "总数", en: "Totals"),
      note: Words(
        zh: "期内受理的工单，按截至时刻的情形（后来补记的也算）；作废、并单、关闭早于受理的只计入「不计」一栏，但此前已超时的仍算没兑现。撤销的步骤和停表时间另列，不并入达标率。",
        en:
          "Tickets reported in the period, as they stood then, written down since or not; cancelled, merged and wrongly dated ones are only counted as left "
          + "out, but what they had missed by then stays missed. Undone steps and held time stand apart from every rate."
      ),
      source: "S111",
      columns: [.reported, .completed, .open, .reopened, .leftOut, .undone, .held, .heldTime],
      rows: total.reported == 0
        ? []
        : [
          [
            .count(total.reported), .count(total.completed), .count(total.open), .count(total.reopened),
            .count(total.leftOut), .count(total.undone), .count(total.held), .seconds(Int(total.heldSeconds)),
          ]
        ])
  }

  private var clockTable: FigureTable {
    FigureTable(
      id: "clocks", title: Words(zh: "时限达标率", en: "Promises kept"),
      note: Words(
        zh: "达标 ÷（达标 + 超时已答 + 超时未答）；未到期的不算样本。重开后另计一次；答应业主的时间一次一计。突发响应从宣布到第一步，演练不算。主管撤回的超时算在达标里，另列一栏。",
        en:
          "Kept ÷ (kept + answered late + overdue and unanswered); those still running are no sample. A reopened ticket counts "
          + "again, and each time promised to an owner by itself. Incidents are answered by their first step; drills are no sample. Breaches that a supervisor rescinded are among the kept, and stand apart."
      ),
      source: "S001 S002 S009 S078",
      columns: [.clock, .met, .late, .overdue, .running, .rescinded, .sample, .rate, .bar],
      rows: ClockID.allCases.compactMap { id in
        total.clocks[id].map { row(.words(id.words, id: id.rawValue), $0) }
      } + (incidents == ClockTally() ? [] : [row(Self.incident, incidents)]))
  }

  /// The promise to answer sudden trouble (S009).
  private static let incident = FigureCell.words(Words(zh: "突发响应", en: "incident response"), id: "incident")

  private func row(_ name: FigureCell, _ tally: ClockTally) -> [FigureCell] {
    [
      name, .count(tally.met), .count(tally.missed), .count(tally.late), .count(tally.running),
      .count(tally.rescinded), .count(tally.sample), .share(tally.permille, of: 1000),
      .bar(Double(tally.permille ?? 0) / 1000),
    ]
  }

  private var responseTable: FigureTable {
    FigureTable(
      id: "responses", title: Words(zh: "响应和办结用时", en: "Response and repair times"),
      note: Words(
        zh: "从受理（或重开）起，反馈从每位报修人来电起、每人一计；没走到那一步的不计；停表时间不扣。第几百分位取最近的实际值。",
        en:
          "From the report or reopening, feedback for each caller from their own call; those that never got there are left out; waits "
          + "are not taken off. Nearest rank."
      ),
      source: "S078", columns: [.until, .sample, .p50, .p90, .p95],
      rows: Response.allCases.compactMap { response in
        total.responses[response].map { row(.words(response.words, id: response.rawValue), $0) }
      } + (incidentResponses.count == 0 ? [] : [row(Self.incident, incidentResponses)]))
  }

  private func row(_ name: FigureCell, _ samples: Samples) -> [FigureCell] {
    [name, .count(samples.count)] + samples.percentiles([50, 90, 95]).map { .seconds($0) }
  }

  private var stepTable: FigureTable {
    let all = total.steps.values.reduce(0, +)
    return FigureTable(
      id: "steps", title: Words(zh: "流程瓶颈", en: "Where the time goes"),
      note: Words(
        zh: "各环节走完的时间之和，占比最大的就是瓶颈；没走完的环节不计；挂起单列，还挂着的算到截至时刻。",
        en:
          "The sum of each step that was finished; the largest share is the bottleneck. Waits are a step of their own, counted up to now while they last."
      ),
      source: "S112", columns: [.step, .time, .share, .bar],
      rows: all <= 0
        ? []
        : TimeSpent.allCases.map { step in
          let part = (total.steps[step] ?? 0) / all
          return [
            .words(step.words, id: step.rawValue), .seconds(Int(total.steps[step] ?? 0)),
            .share(Int((part * 1000).rounded()), of: 1000), .bar(part),
          ]
        })
  }

  private func groupTable(_ language: Language) -> FigureTable {
    FigureTable(
      id: "groups", title: Words(zh: "分组", en: "By \(group?.rawValue ?? "group")"),
      note: Words(zh: "同总数和达标率，分组列出。", en: "Totals and promises kept, in groups."), source: "S111",
      columns: [.group, .reported, .completed, .open, .sample, .rate, .bar], rows: rows(groups, language))
  }

  private func peopleTable(_ language: Language) -> FigureTable {
    FigureTable(
      id: "people", title: Words(zh: "每人工作量和达标率", en: "Load per person"),
      note: Words(
        zh: "按最后的责任人；期内受理的单。没有派过的不在其中。评分是回访时业主给的，没评的不计。",
        en:
          "By who had it last, of tickets reported in the period; never assigned: not among them. Ratings are the owners', "
          + "from the follow-up; those not rated are left out."),
      source: "S075 S079 S088 S113",
      columns: [.person, .reported, .completed, .open, .sample, .rate, .rating, .bar],
      rows: rows(people, language) { [.decimal(tenths: $0.ratings.tenths)] })
  }

  private func rows(
    _ tallies: [String: Tally], _ language: Language, _ more: (Tally) -> [FigureCell] = { _ in [] }
  ) -> [[FigureCell]] {
    let places = NameOrder.places(tallies.keys, language)
    return tallies.sorted {
      ($1.value.reported, places[$0.key] ?? 0) < ($0.value.reported, places[$1.key] ?? 0)
    }.map { name, tally in
      let promises = tally.promises
      let words = name.isEmpty ? Words(zh: "（无）", en: "(none)") : groupWords(name)
      return [
        .words(words, id: name), .count(tally.reported), .count(tally.completed), .count(tally.open),
        .count(promises.sample), .share(promises.permille, of: 1000),
      ] + more(tally) + [.bar(Double(promises.permille ?? 0) / 1000)]
    }
  }

  private func groupWords(_ name: String) -> Words {
    switch group {
    case .category, .system: Category.words(name)
    case .channel: Channel(rawValue: name)?.words ?? Words(both: name)
    case .person, .building, nil: Words(both: name)
    }
  }

  private func starTable(_ language: Language) -> FigureTable {
    let places = NameOrder.places(people.keys, language)
    let stars = stars.sorted {
      ($1.score, $1.tally.completed, places[$0.name] ?? 0) < (
        $0.score, $0.tally.completed, places[$1.name] ?? 0
      )
    }
    return FigureTable(
      id: "star", title: Words(zh: "履约之星", en: "Star of the period"),
      note: Words(
        zh: "得分 = 达标率（千分）- 20 × 重开次数；办结满 5 单才排名（自定）。",
        en:
          "Score = promises kept in tenths of a percent - 20 for each reopening; five completed or no rank (design)."
      ),
      source: "S080 design", columns: [.person, .score, .completed, .reopened, .rate],
      rows: stars.prefix(10).map { row in
        [
          .name(row.name), .count(row.score), .count(row.tally.completed), .count(row.tally.reopened),
          .share(row.tally.promises.permille, of: 1000),
        ]
      })
  }

  private var themeTable: FigureTable {
    counts(
      themes, id: "themes", title: Words(zh: "常见需求", en: "Recurring themes"),
      note: Words(zh: "投诉以外的工单，按类别，最多十类。", en: "Tickets that are no complaints, by category, at most ten."),
      source: "S114")
  }

  private var causeTable: FigureTable {
    counts(
      causes, id: "causes", title: Words(zh: "投诉原因", en: "What complaints were about"),
      note: Words(zh: "投诉按类别，最多十类。", en: "Complaints by category, at most ten."), source: "S038")
  }

  private func counts(
    _ counts: [String: Int], id: String, title: Words, note: Words, source: String
  ) -> FigureTable {
    let sorted = counts.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10)
    let most = Double(sorted.first?.value ?? 1)
    return FigureTable(
      id: id, title: title, note: note, source: source, columns: [.category, .reported, .bar],
      rows: sorted.map { name, count in
        [.category(name), .count(count), .bar(Double(count) / most)]
      })
  }

  private var availabilityTable: FigureTable {
    let rows = [
      (Words(zh: "消防", en: "fire"), "fire", fireFaults, 10_000),
      (Words(zh: "公共照明", en: "public lighting"), "lighting", lightFaults, 9_900),
    ]
    return FigureTable(
      id: "availability", title: Words(zh: "正常率", en: "Availability"),
      note: Words(
        zh: "（期内时间 - 有故障单未修好的时间）÷ 期内时间，截至时刻为止。只看报修单：同时几处故障算一段，一处故障按整个系统计，没报的不知道。消防类别都当作消防供水。",
        en:
          "(Time - time with a fault open) ÷ time, up to the instant of the report. From repair tickets only: faults at the same "
          + "time count once, one fault stands for the whole system, what nobody reported is unknown, and every fault of category "
          + "fire is taken for fire water."),
      source: "S057 S058", columns: [.system, .faults, .downtime, .rate, .target],
      rows: elapsed.isEmpty
        ? []
        : rows.map { words, id, outage, target in
          [
            .words(words, id: id), .count(outage.count), .seconds(Int(outage.seconds)),
            .share(outage.availability(in: elapsed), of: 10_000), .share(target, of: 10_000),
          ]
        })
  }
}
