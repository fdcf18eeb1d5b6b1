import Desk

extension FigureBook {
  /// Where repairs come again and again, and how old what stands there is.
  var hotSpotTable: FigureTable {
    let worst = worst()
    let most = Double(worst.first?.count ?? 1)
    return FigureTable(
      id: "hotspots", title: Words(zh: "热点", en: "Hot spots"),
      note: Words(
        zh: "同一楼栋（或公共区域）同一系统期内两次以上的报修，最多十处。设备取单上写明的和该楼同类在用的，列最老的一台；台账没写启用日期的不计。",
        en:
          "Repairs of one system in one building or public area, two or more in the period, at most ten. Of the equipment that "
          + "tickets named or that is of the kind there and in use, the oldest; without a date on the register it is left out."
      ),
      source: "S110", columns: [.area, .system, .reported, .asset, .age, .aged, .bar],
      rows: worst.map { spot, count in
        let old = oldest[spot]
        return [
          .name(spot.area), .category(spot.system), .count(count),
          .name(old.map { "\($0.id) \($0.name)" } ?? ""), .figure(old?.age),
          old?.isAged == true ? .words(Words(zh: "是", en: "yes"), id: "yes") : .name(""),
          .bar(Double(count) / most),
        ]
      })
  }

  /// What the half-yearly review has to look at.
  var failureTable: FigureTable {
    let rows = failures.filter { $0.value.missed + $0.value.reopened > 0 }
      .sorted { ($1.value.missed, $1.value.reopened, $0.key) < ($0.value.missed, $0.value.reopened, $1.key) }
      .prefix(10)
    let most = Double(max(1, rows.first?.value.missed ?? 1))
    return FigureTable(
      id: "failures", title: Words(zh: "没做到的（评审用）", en: "What failed, for the review"),
      note: Words(
        zh: "期内受理的单没兑现的时限和重开的次数，按类别，最多十类；主管撤回的超时不计；作废和并单的，只计此前已超时的。评审的结论在 7 义务页按 F2 建成工单，挂在评审名下。",
        en:
          "Promises not kept and reopenings of tickets reported in the period, by category, at most ten; rescinded breaches are "
          + "left out, and of cancelled and merged tickets all but what they had missed by then. What the review decides becomes tickets by F2 on the page of duties."
      ),
      source: "S089 S111", columns: [.category, .broken, .reopened, .bar],
      rows: rows.map { name, tally in
        [
          .category(name), .count(tally.missed), .count(tally.reopened),
          .bar(Double(tally.missed) / most),
        ]
      })
  }

  /// What owners thought of the work.
  var ratingTable: FigureTable {
    let rows = ratings.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return FigureTable(
      id: "ratings", title: Words(zh: "业主评分", en: "Owners' ratings"),
      note: Words(
        zh: "回访时业主给的 1 到 5 分的平均，按类别；期内受理的单，没评的不计。保洁一行就是保洁质量评分。",
        en:
          "The average of 1 to 5 given at the follow-up, by category, of tickets reported in the period; those not rated are "
          + "left out. The line of cleaning is its score."),
      source: "S078 S088", columns: [.category, .rated, .rating, .lowest, .bar],
      rows: rows.map { name, ratings in
        [
          .category(name), .count(ratings.count), .decimal(tenths: ratings.tenths),
          .figure(ratings.lowest), .bar(Double(ratings.tenths ?? 0) / 50),
        ]
      })
  }

  /// How often every route was walked of what was planned.
  var patrolTable: FigureTable {
    let rows = patrol.filter { $0.value.planned > 0 }.sorted { $0.key < $1.key }
    return FigureTable(
      id: "patrol", title: Words(zh: "巡查频次", en: "Patrol"),
      note: Words(
        zh: "比率 = 走完 ÷ 应巡。应巡是计划在期内开始、已经结束的轮次，没人去的也算，没排而走的也算；没走到头的不算走完，还在走的先不计。没有前台开着、没排上的轮次不知道。",
        en:
          "Done ÷ planned. Planned are rounds that were to begin in the period and are over, those nobody began too, and walks that "
          + "nobody planned. Those still walked are left out; what was never planned, because no desk was open, is unknown."
      ),
      source: "S052 S078",
      columns: [
        .route, .rounds, .walked, .incomplete, .abandoned, .unstarted, .points, .reached, .rate,
      ],
      rows: rows.map { route, figures in
        [
          .name(route), .count(figures.planned), .count(figures.done), .count(figures.incomplete),
          .count(figures.abandoned), .count(figures.unstarted), .count(figures.points.values.reduce(0, +)),
          .count(figures.reached), .share(figures.done * 1000 / figures.planned, of: 1000),
        ]
      })
  }

  /// Who was on which shift, so that rotation can be seen.
  func rosterTable(_ language: Language) -> FigureTable {
    FigureTable(
      id: "roster", title: Words(zh: "班次轮换", en: "Roster"),
      note: Words(
        zh: "期内开始的班次各人在岗几次，中途来的也算；没有开班记录的不知道。一个人只有一种班，就是没有轮换。",
        en:
          "How often each person was on a shift that began in the period, also who came later; shifts nobody started are unknown. "
          + "Who has one kind only was not rotated."),
      source: "S008 S082", columns: [.person, .early, .lateShift, .night],
      rows: NameOrder.sorted(Array(roster.keys), language).map { name in
        [.name(name)] + ShiftName.allCases.map { .count(roster[name]?[$0] ?? 0) }
      })
  }
}
