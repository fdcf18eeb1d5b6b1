package import Desk

extension QuickLine {
  /// The kind of ticket that a word asks for.
  package static func kind(_ word: String) -> TicketKind? {
    let typed = without(wishes, String(word.lowercased().prefix { !":：".contains($0) }))
    if ["咨询", "inquiry", "question", "query"].contains(typed) { return .enquiry }
    return TicketKind.allCases.first { $0.words.zh == typed || $0.rawValue == typed }
  }

  /// The kind that a caller begins with: 我要投诉楼上装修. What is said stays what it is about.
  static func spokenKind(_ word: String) -> TicketKind? {
    let said = without(wishes, word)
    if said.hasPrefix("投诉"), !said.hasPrefix("投诉箱") { return .complaint }
    return said.hasPrefix("咨询") ? .enquiry : nil
  }

  /// A word from its room on, where it begins with the kind that a caller wants: 我要投诉1-1-0301噪音.
  static func asked(in word: String) -> String? {
    let said = without(wishes, word)
    let rest = without(["咨询"] + TicketKind.allCases.map(\.words.zh), said)
    return rest != said && (Place(rest).isRoom || Place.leading(rest) != nil) ? rest : nil
  }

  /// How a caller begins to say what they want.
  private static let wishes = ["我要", "我想", "我来", "要", "想"]

  /// Reads the category off what it is about, where no word alone named it; and where that is none of a repair and no kind was written,
  /// the kind off it: noise is a complaint, and whoever asks has a question.
  mutating func takeCategory(_ named: String, isEnglish: Bool, at place: Place, _ policy: Policy) {
    guard category.isEmpty else { return }
    category = named
    guard named.isEmpty || isEnglish else { return }
    let meant = { (kind: TicketKind, text: String) in
      Category.spoken(of: text, at: place, policy.categories.filter { $0.kinds.contains(kind) })
    }
    // A parking space is where it is and what it is about.
    let subject = self.place.contains("车位") ? self.place + self.subject : self.subject
    category = meant(kind ?? .repair, subject) ?? named
    guard kind == nil, category.isEmpty else { return }
    // Who speaks of a neighbour or of the guards complains of nothing yet.
    let said = QuickLine.people.reduce(subject.lowercased()) { $0.replacing($1, with: " ") }
    let found = Category.spoken(of: said, at: place, policy.categories) ?? ""
    let isAsked = QuickLine.asks(subject.lowercased(), mayBeAsked: QuickLine.kinds(of: found, policy))
    let isTaken =
      found == "parking" && QuickLine.isTaken(said) && QuickLine.kinds(of: found, policy).contains(.complaint)
    guard let inferred = isAsked ? .enquiry : isTaken ? .complaint : QuickLine.kind(following: found, policy)
    else { return }
    (kind, isKindInferred) = (inferred, true)
    category = meant(inferred, isAsked ? subject : said) ?? ""
  }

  private static let people = ["邻居", "neighbours", "neighbour", "neighbors", "neighbor", "security"]

  private static func kinds(of category: String, _ policy: Policy) -> Set<TicketKind> {
    policy.categories.first { $0.id == category }?.kinds ?? []
  }

  /// Whether somebody complains that a parking space is not free; who asks what to do asks yet.
  private static func isTaken(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }
    return !notQuestions.contains(where: text.contains)
      && ([
        "被占", "占用", "占了", "占我", "占着", "停在我", "停了辆车", "停着车", "停满车", "乱停", "挡住", "parked in my",
        "parked in our",
      ].contains(
        where: text.contains)
        || ["taken", "occupied", "blocked", "blocking"].contains { words.contains($0[...]) })
  }

  /// The kind that a category means where nobody wrote one: a complaint, or a question, where it can be no repair and not the other; nil
  /// where it says nothing.
  package static func kind(following category: String, _ policy: Policy) -> TicketKind? {
    let kinds = kinds(of: category, policy)
    guard !kinds.contains(.repair), kinds.contains(.complaint) != kinds.contains(.enquiry) else { return nil }
    return kinds.contains(.complaint) ? .complaint : .enquiry
  }

  /// Whether a text asks something and reports no fault. Words that ask are sure where the category may be asked about, or where they end
  /// a text of none.
  private static func asks(_ text: String, mayBeAsked kinds: Set<TicketKind>) -> Bool {
    guard !text.contains(where: { "坏漏堵断裂掉修臭滴困催".contains($0) }) else { return false }
    if questions.contains(where: text.contains) { return true }
    if kinds.contains(.enquiry) {
      let plain = notQuestions.reduce(text) { $0.replacing($1, with: "") }
      return ["怎么", "如何", "哪里", "哪儿", "几点", "多少", "什么时候", "吗", "how", "where", "when"].contains(
        where: plain.contains)
    }
    let end = text.reversed().drop { "。？?！!呢啊呀吗 ".contains($0) }
    return kinds.isEmpty && ["哪里", "哪儿", "在哪", "几点", "多少钱"].contains { end.starts(with: $0.reversed()) }
  }

  private static let questions = [
    "问一下", "问下", "问问", "想问", "要问", "请问", "咨询", "打听", "了解一下", "想知道", "can i ask", "may i ask", "how do i",
    "how can i", "where can i", "where do i", "what time does", "how much is", "want to know",
    "wants to know", "would like to know", "want to ask", "wants to ask",
  ]

  /// 车位被占怎么办 complains.
  private static let notQuestions = ["怎么办", "怎么还", "怎么又", "怎么没", "怎么回事", "怎么这么", "怎么那么", "怎么总", "怎么老"]
}
