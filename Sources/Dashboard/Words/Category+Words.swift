package import Desk
import Foundation

extension Category {
  /// What people call a category of the standard policy; any other word is its own name.
  package static func words(_ id: String) -> Words { standard[id]?.name ?? Words(both: id) }

  /// What is recorded for the categories that are shown by a text in Chinese, by its initials or four letters and more of how it is read,
  /// or by just this word in English: `leak`, `loushui` and `ls` for 漏水.
  package static func ids(shownAs text: String) -> [String] {
    let text = text.trimmed.lowercased()
    guard !text.isEmpty else { return [] }
    // Only letters are a reading, and the first reading of all takes a while to get ready.
    let isReading = text.allSatisfy { $0.isASCII && $0.isLetter }
    return standard.filter { id, shown in
      shown.name.zh.contains(text) || shown.name.en.lowercased() == text
        || isReading && readings[id]?.contains { $0 == text || text.count >= 4 && $0.hasPrefix(text) } == true
    }.keys.sorted()
  }

  /// How the names are read, and their initials.
  private static let readings: [String: [String]] = {
    var readings = Readings()
    return standard.mapValues { readings.read($0.name.zh).split(separator: "\n").map(String.init) }
  }()

  /// What callers say when they mean it: found anywhere in a Chinese sentence, as words of an English one (*design*).
  static func sayings(_ id: String) -> (zh: [String], en: [String]) {
    guard let known = standard[id] else { return ([], []) }
    return ([known.name.zh] + known.zh, known.en)
  }

  /// How long the longest saying in Chinese is that a text begins with; 0 for none.
  static func spoken(atStartOf text: Substring) -> Int {
    words.lazy.filter { !$0.id.isEmpty && $0.word.first?.isASCII == false && text.hasPrefix($0.word) }
      .map(\.word.count).max() ?? 0
  }

  /// The one of those offered that a sentence speaks of, by its id; empty for none, nil where it has no word of any. The longest word
  /// counts and none within it. A thing goes before the sign of a fault, and before the place that it stands at; then the urgent one, to
  /// be on the safe side, then the one named last.
  static func spoken(of text: String, at place: Place, _ offered: [Category]) -> String? {
    let text = text.lowercased()
    let isLeak = offered.contains { $0.id == "leak" } && wateriness.contains(where: text.contains)
    let all = mentions(in: text).map { one in
      // Water from a ceiling is a leak above it.
      isLeak && ceilings.contains(String(text[one.range])) ? Mention(id: "leak", range: one.range) : one
    }
    guard !all.isEmpty else { return nil }
    var found = all.filter { one in
      offered.contains { $0.id == one.id }
        && !all.contains {
          $0.range != one.range && $0.range.lowerBound <= one.range.lowerBound
            && $0.range.upperBound >= one.range.upperBound
        }
    }
    for isLess in [{ (mention: Mention) in mention.isWhere(in: text) }, { $0.isSign(in: text) }] {
      if let more = found.filter({ !isLess($0) }).nonEmpty { found = more }
    }
    let urgent = Set(offered.filter(\.isUrgent).map(\.id))
    if let first = found.filter({ urgent.contains($0.id) }).nonEmpty { found = first }
    let meant = found.max { $0.range.lowerBound < $1.range.lowerBound }?.id ?? ""
    let isAtHome = place.isRoom || place.text.isEmpty
    guard meant == "lighting", isAtHome, !publicPlaces.contains(where: text.contains) else { return meant }
    return offered.contains { $0.id == "electrical" } ? "electrical" : ""
  }

  /// Whether a sentence says that the trouble is above those who call: on their ceiling, or in the flat upstairs.
  static func comesFromAbove(_ text: String) -> Bool {
    let text = text.lowercased()
    return ceilings.union(above).contains(where: text.contains)
  }

  private static let above = [
    "楼上", "顶上", "天花", "upstairs", "above me", "above us", "from above", "flat above",
  ]

  private static let ceilings: Set<String> = ["天花板", "吊顶", "ceiling"]

  /// What says that water comes from somewhere (*design*).
  private static let wateriness = [
    "滴水", "渗水", "漏水", "流水", "有水", "冒水", "出水", "水滴", "滴下", "下滴", "在滴", "渗下", "漏下", "水渍", "水印", "dripping",
    "drips",
    "leak", "water from", "water coming", "water is coming", "pouring", "water through", "water on",
    "water in", "water stain", "seeping",
  ]

  /// Where a lamp is public lighting (S010); the lamp of a flat is its wiring.
  private static let publicPlaces = [
    "公共", "公区", "路灯", "楼道", "走廊", "过道", "楼梯", "大堂", "大厅", "门厅", "电梯", "门口", "口灯", "单元", "声控", "车库", "地库",
    "停车", "草坪",
    "花园", "园区", "小区", "大门", "应急灯", "消防", "儿童", "岗亭", "泳池", "球场", "广场", "会所", "健身",
    "public", "street", "corridor", "hall", "lobby", "stair", "landing", "lift", "entrance", "gate", "garage",
    "car park", "parking", "courtyard", "elevator", "basement", "playground", "pool", "court", "clubhouse",
    "gym",
  ]

  /// Where a sentence speaks of a category.
  private struct Mention {
    /// Empty where a longer word only sounds like one.
    var id: String
    var range: Range<String.Index>

    /// Whether it only says where: 电梯口 is no lift, nor is the lift lobby, and a lamp in the toilet is none of the drains.
    func isWhere(in text: String) -> Bool {
      let after = text[range.upperBound...]
      if after.first.map("口旁边厅间外前后".contains) == true { return true }
      // A lift is a room too.
      if id == "lift", ["里", "内", "门口"].contains(where: after.hasPrefix) { return true }
      if ["到", "到我家", "住"].contains(where: text[..<range.lowerBound].hasSuffix) { return true }
      // So is the way out: what is dark there is a lamp.
      if ["电梯", "消防"].contains(text[range]), Mention.ways.contains(where: { after.hasPrefix($0 + "灯") }) {
        return true
      }
      let next = after.split { !$0.isLetter }.first.map(String.init) ?? ""
      if id == "lift", ["light", "lights", "lamp", "lamps", "bulb"].contains(next) { return true }
      let before = text[..<range.lowerBound].split(separator: " ").suffix(2)
      let place =
        before.last.map { ["the", "my", "our", "a"].contains($0) } == true ? before.first : before.last
      return ["lobby", "lobbies", "hall", "landing", "area", "room"].contains(next)
        || place.map { ["in", "at", "by", "near", "outside", "behind", "under", "from", "on"].contains($0) }
          == true
    }

    private static let ways = ["", "里", "内", "厅", "间", "口", "门口", "按钮", "通道", "楼梯"]

    /// Whether it is what one notices, and not what is broken.
    func isSign(in text: String) -> Bool { signs.contains(String(text[range])) }
  }

  private static func mentions(in text: String) -> [Mention] {
    var found: [Mention] = []
    let letters = Set(text)
    for (id, word) in words where word.first.map(letters.contains) == true {
      var rest = text.startIndex..<text.endIndex
      while let range = text.range(of: word, range: rest) {
        if word.first?.isASCII == false || isWhole(range, in: text) {
          found.append(Mention(id: id, range: range))
        }
        rest = range.upperBound..<text.endIndex
      }
    }
    return found
  }

  /// Whether an English word stands alone, also as one of several.
  private static func isWhole(_ range: Range<String.Index>, in text: String) -> Bool {
    let after = text[range.upperBound...]
    let end = after.first == "s" ? after.dropFirst() : after
    return text[..<range.lowerBound].last?.isLetter != true && end.first?.isLetter != true
  }

  /// All sayings with their categories, and what only sounds like one of them.
  private static let words: [(id: String, word: String)] =
    standard.keys.flatMap { id in (sayings(id).zh + sayings(id).en).map { (id, $0) } }
    + nothing.map { ("", $0) }

  /// Words with a saying in them that speak of something else: 卫生间 of no cleaning, 打不着火 of no fire.
  private static let nothing = [
    "卫生间", "卫生巾", "停车场", "垃圾房", "垃圾站", "不着火", "won't light", "not light", "doesn't light", "next door",
    "消防通道", "water meter",
  ]

  private static let signs: Set<String> = [
    "没电", "没有电", "断电", "没水", "没有水", "没热水", "没有热水", "断水", "水压", "滴水", "渗水", "堵塞", "堵了", "积水", "短路", "脏",
    "blocked", "clogged", "dirty",
    "其他",
  ]

  private static let standard: [String: (name: Words, zh: [String], en: [String])] = [
    "lift": (Words(zh: "电梯", en: "lift"), ["困人", "轿厢"], ["lift", "elevator", "trapped"]),
    "power": (
      Words(zh: "供电", en: "power"), ["停电", "没电", "没有电", "断电"],
      ["power", "blackout", "outage", "no electricity"]
    ),
    "water": (
      Words(zh: "供水", en: "water"), ["停水", "没水", "没有水", "没热水", "没有热水", "断水", "水压"],
      ["no water", "hot water", "water pressure", "water supply", "water off"]
    ),
    "lighting": (
      Words(zh: "公共照明", en: "lighting"), ["灯", "照明"], ["lighting", "light", "lamp", "bulb", "streetlight"]
    ),
    "plumbing": (
      Words(zh: "水管", en: "plumbing"), ["龙头", "阀门", "阀门坏", "阀门打不开", "阀门开不", "阀门关不", "渗水", "滴水"],
      ["plumbing", "plumber", "tap", "faucet", "pipe", "water dripping"]
    ),
    "leak": (
      Words(zh: "漏水", en: "leak"), ["跑水", "爆管", "冒水", "管爆"],
      [
        "leak", "leaking", "water coming", "water is coming", "water pouring", "water is pouring", "burst",
        "flooded",
        "flooding",
      ]
    ),
    "electrical": (
      Words(zh: "电路", en: "electrical"), ["跳闸", "插座", "空开", "电箱", "短路", "开关"],
      [
        "electrical", "electrician", "tripped", "socket", "fuse", "breaker", "power socket", "power outlet",
        "power point",
        "light switch",
      ]
    ),
    "drainage": (
      Words(zh: "排水", en: "drainage"), ["马桶", "下水", "地漏", "堵塞", "堵了", "返水", "反水", "返味", "反味", "积水"],
      ["drainage", "toilet", "drain", "blocked", "clogged", "sewage"]
    ),
    "gas": (
      Words(zh: "燃气", en: "gas"), ["煤气", "天然气", "漏气", "灶有味", "灶有异味", "灶漏", "灶泄"],
      ["gas", "gas leak", "gas leaking", "gas stove leak", "gas stove leaking", "gas stove smell"]
    ),
    "doors": (
      Words(zh: "门窗", en: "doors"),
      [
        "锁", "把手", "窗户", "玻璃", "房门", "入户门", "单元门", "大门", "车库门", "防盗门", "卷帘门", "门坏", "门打不开", "门开不", "门关不",
        "门框",
      ],
      ["door", "lock", "window"]
    ),
    "intercom": (
      Words(zh: "对讲", en: "intercom"), ["门禁", "门铃", "刷卡"], ["intercom", "doorbell", "door bell"]
    ),
    "fire": (
      Words(zh: "消防", en: "fire"), ["着火", "起火", "冒烟", "焦味", "糊味", "烟感", "喷淋", "灭火器", "消火栓"],
      ["fire", "smoke", "burning smell", "sprinkler"]
    ),
    "structure": (
      Words(zh: "房屋", en: "structure"), ["外墙", "墙面", "墙皮", "裂缝", "空鼓", "天花板", "吊顶", "屋顶", "屋面", "地砖", "瓷砖"],
      ["structure", "wall", "ceiling", "roof", "tile"]
    ),
    "greenery": (Words(zh: "绿化", en: "greenery"), ["树枝", "草坪", "修剪", "树倒"], ["greenery", "tree"]),
    "noise": (
      Words(zh: "噪音", en: "noise"), ["噪声", "太吵", "很吵", "好吵", "吵死", "吵闹", "扰民", "麻将", "狗叫", "广场舞"],
      ["noise", "noisy", "loud", "barking", "music", "hammering", "drilling"]
    ),
    "parking": (
      Words(zh: "停车", en: "parking"), ["车位", "通道被占", "停了辆车", "停着车", "停满车"],
      ["parking", "parked in my", "parked in our"]
    ),
    "cleaning": (
      Words(zh: "保洁", en: "cleaning"), ["垃圾", "打扫", "卫生", "脏"],
      ["cleaning", "rubbish", "garbage", "trash", "dirty"]
    ),
    "security": (
      Words(zh: "秩序", en: "security"), ["陌生人", "可疑", "打架", "被盗"], ["security", "stranger", "theft"]
    ),
    "attitude": (Words(zh: "态度", en: "attitude"), [], ["attitude", "rude"]),
    "neighbours": (
      Words(zh: "邻里", en: "neighbours"), ["邻居", "高空抛物", "宠物"], ["neighbour", "neighbor", "dog"]
    ),
    "fees": (
      Words(zh: "费用", en: "fees"), ["物业费", "管理费", "停车费", "缴费", "发票", "账单", "水费", "电费", "燃气费"],
      ["fee", "invoice", "bill", "water bill", "gas bill", "power bill", "parking fee"]
    ),
    "procedure": (Words(zh: "办事", en: "procedure"), ["手续", "证明", "办卡"], ["procedure"]),
    "other": (
      Words(zh: "其他", en: "other"), ["空调", "空调外机", "燃气灶", "煤气灶", "热水器", "燃气热水器"],
      ["aircon", "gas stove", "gas cooker", "gas hob", "stove", "water heater", "hot water heater", "boiler"]
    ),
  ]
}

extension Array {
  /// Itself, nil when there is nothing in it.
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
