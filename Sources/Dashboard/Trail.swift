import Desk

/// Where somebody was, to go back to and forward again.
struct Trail: Equatable, Sendable {
  /// A view, or the page of a ticket over it.
  struct Spot: Equatable, Sendable {
    var view: View
    var page: TicketID?
  }

  private var spots: [Spot] = []
  private var index = 0

  /// The last so many are kept.
  private static let most = 50

  /// Takes note of where somebody is now; what lay ahead is forgotten when they went another way.
  mutating func note(_ spot: Spot) {
    guard !spots.indices.contains(index) || spots[index] != spot else { return }
    spots = Array((spots.prefix(index + 1) + [spot]).suffix(Trail.most))
    index = spots.count - 1
  }

  /// Goes one step back or forward; nil where there is none.
  mutating func step(_ by: Int) -> Spot? {
    guard spots.indices.contains(index + by) else { return nil }
    index += by
    return spots[index]
  }
}

extension Model {
  /// The pages below the topmost one, for its title: `工单 > 含「漏水」 > `; nothing where Esc leads straight back to the list. What lies
  /// over a page for a moment is none.
  var crumbs: String {
    let pages = layers.prefix { layer in
      switch layer {
      case .prompt, .picker: false
      default: true
      }
    }
    let below = pages.dropLast().compactMap { layer -> Words? in
      switch layer {
      case .results(let page): page.name
      case .detail(let page): Words(both: "\(page.id)")
      case .triage: Words(zh: "分诊", en: "Triage")
      case .figures: Words(zh: "报表", en: "Figures")
      default: nil
      }
    }
    guard !below.isEmpty else { return "" }
    let view = keyTable.binding(view.action)?.short ?? .none
    return ([view] + below).map { "\($0(language)) > " }.joined()
  }

  /// Takes note of the view or the page that is shown, unless something else lies over it.
  mutating func noteSpot() {
    switch layers.last {
    case nil: trail.note(Trail.Spot(view: view, page: nil))
    case .detail(let page): trail.note(Trail.Spot(view: view, page: page.id))
    default: break
    }
  }

  /// Goes to where one was before, or was before going back.
  mutating func walk(_ by: Int) -> [Effect] {
    guard let spot = trail.step(by) else {
      say(
        by < 0
          ? Words(zh: "没有更早的页面", en: "Nothing further back") : Words(zh: "没有更后的页面", en: "Nothing further on"))
      return []
    }
    let effects = go(spot.view)
    guard let page = spot.page else { return effects }
    return showDetail(page)
  }
}
