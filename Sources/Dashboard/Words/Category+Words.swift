package import Desk
import Foundation

extension Category {
  /// What people call a category of the standard policy; any other word is its own name.
  package static func words(_ id: String) -> Words { standard[id]?.name ?? Words(zh: id, en: id) }

  /// What callers say when they mean it: found anywhere in a Chinese sentence, as a word of an English one (*design*).
  static func sayings(_ id: String) -> (zh: [String], en: [String]) {
    guard let known = standard[id] else { return ([], []) }
    return ([known.name.zh] + known.zh, known.en)
  }

  /// The one of those offered that a sentence speaks of, by its id; empty for none. A thing goes before the sign of a fault, and before
  /// the place that it stands at; then the urgent one, to be on the safe side, then the one named last.
  static func spoken(of text: String, _ offered: [Category]) -> String {
    var found = offered.flatMap { mentions(of: $0, in: text) }
    found = found.filter { one in
      !found.contains {
        $0.range != one.range && $0.range.lowerBound <= one.range.lowerBound
          && $0.range.upperBound >= one.range.upperBound
      }
    }
    for isLess in [{ (mention: Mention) in mention.isWhere(in: text) }, { $0.isSign(in: text) }] {
      if let more = found.filter({ !isLess($0) }).nonEmpty { found = more }
    }
    if let urgent = found.filter(\.category.isUrgent).nonEmpty { found = urgent }
    return found.max { $0.range.lowerBound < $1.range.lowerBound }?.category.id ?? ""
  }

  /// Where a sentence speaks of a category.
  private struct Mention {
    var category: Category
    var range: Range<String.Index>

    /// Whether it only says where: 电梯口 is no lift.
    func isWhere(in text: String) -> Bool {
      text[range.upperBound...].first.map("口旁边厅间外前后".contains) ?? false
    }

    /// Whether it is what one notices, and not what is broken.
    func isSign(in text: String) -> Bool { signs.contains(String(text[range])) }
  }

  private static func mentions(of category: Category, in text: String) -> [Mention] {
    let sayings = sayings(category.id)
    let han = sayings.zh.filter { $0.count >= 2 }.compactMap { text.range(of: $0, options: .backwards) }
    let words = text.split { !$0.isLetter }.filter { sayings.en.contains($0.lowercased()) }
    return (han + words.map { $0.startIndex..<$0.endIndex }).map { Mention(category: category, range: $0) }
  }

  private static let signs: Set<String> = ["没电", "断电", "没水", "断水", "水压", "滴水", "渗水", "堵塞", "堵了", "短路"]

  private static let standard: [String: (name: Words, zh: [String], en: [String])] = [
    "lift": (Words(zh: "电梯", en: "lift"), ["困人", "轿厢"], ["elevator"]),
    "power": (Words(zh: "供电", en: "power"), ["停电", "没电", "断电"], ["blackout", "outage"]),
    "water": (Words(zh: "供水", en: "water"), ["停水", "没水", "断水", "水压"], []),
    "lighting": (
      Words(zh: "公共照明", en: "lighting"),
      ["路灯", "楼道灯", "走廊灯", "声控灯", "车库灯", "草坪灯", "口灯", "楼梯灯", "大堂灯", "门厅灯", "电梯厅灯"],
      ["streetlight", "streetlights"]
    ),
    "plumbing": (Words(zh: "水管", en: "plumbing"), ["龙头", "阀门", "渗水", "滴水"], ["tap", "faucet", "pipe"]),
    "leak": (
      Words(zh: "漏水", en: "leak"), ["跑水", "爆管", "冒水", "管爆"], ["leaking", "leaks", "burst", "flooded"]
    ),
    "electrical": (
      Words(zh: "电路", en: "electrical"), ["跳闸", "插座", "空开", "电箱", "短路"], ["tripped", "socket", "fuse"]
    ),
    "drainage": (
      Words(zh: "排水", en: "drainage"), ["马桶", "下水", "地漏", "堵塞", "堵了", "返水", "反水", "返味"],
      ["toilet", "drain", "blocked", "clogged"]
    ),
    "gas": (Words(zh: "燃气", en: "gas"), ["煤气", "天然气"], []),
    "doors": (Words(zh: "门窗", en: "doors"), ["门锁", "锁坏", "窗户", "玻璃"], ["door", "lock", "window"]),
    "intercom": (Words(zh: "对讲", en: "intercom"), ["门禁", "门铃", "刷卡"], ["doorbell"]),
    "fire": (
      Words(zh: "消防", en: "fire"), ["着火", "起火", "烟感", "喷淋", "灭火器", "消火栓"], ["smoke", "sprinkler"]
    ),
    "structure": (
      Words(zh: "房屋", en: "structure"), ["外墙", "墙面", "墙皮", "裂缝", "空鼓", "天花板"], ["wall", "ceiling", "roof"]
    ),
    "greenery": (Words(zh: "绿化", en: "greenery"), ["树枝", "草坪", "修剪"], ["tree", "trees"]),
    "noise": (Words(zh: "噪音", en: "noise"), ["噪声", "太吵", "扰民"], ["noisy", "loud"]),
    "parking": (Words(zh: "停车", en: "parking"), ["车位"], []),
    "cleaning": (Words(zh: "保洁", en: "cleaning"), ["垃圾", "打扫", "卫生"], ["rubbish", "garbage", "dirty"]),
    "security": (Words(zh: "秩序", en: "security"), ["陌生人", "可疑", "打架", "被盗"], ["stranger", "theft"]),
    "attitude": (Words(zh: "态度", en: "attitude"), [], ["rude"]),
    "neighbours": (
      Words(zh: "邻里", en: "neighbours"), ["邻居", "高空抛物", "宠物"], ["neighbour", "neighbor", "dog"]
    ),
    "fees": (Words(zh: "费用", en: "fees"), ["物业费", "缴费", "发票", "账单"], ["invoice", "bill", "fee"]),
    "procedure": (Words(zh: "办事", en: "procedure"), ["手续", "证明", "办卡"], []),
    "other": (Words(zh: "其他", en: "other"), ["空调"], ["aircon"]),
  ]
}

extension Array {
  /// Itself, nil when there is nothing in it.
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
