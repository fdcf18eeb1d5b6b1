package import Desk

extension Category {
  /// What people call a category of the standard policy; any other word is its own name.
  package static func words(_ id: String) -> Words { standard[id]?.name ?? Words(zh: id, en: id) }

  /// What callers say when they mean it: found anywhere in a Chinese sentence, as a word of an English one (*design*).
  static func sayings(_ id: String) -> (zh: [String], en: [String]) {
    guard let known = standard[id] else { return ([], []) }
    return ([known.name.zh] + known.zh, known.en)
  }

  private static let standard: [String: (name: Words, zh: [String], en: [String])] = [
    "lift": (Words(zh: "电梯", en: "lift"), ["困人", "轿厢"], ["elevator"]),
    "power": (Words(zh: "供电", en: "power"), ["停电", "没电", "断电"], ["blackout", "outage"]),
    "water": (Words(zh: "供水", en: "water"), ["停水", "没水", "断水", "水压"], []),
    "lighting": (
      Words(zh: "公共照明", en: "lighting"), ["路灯", "楼道灯", "走廊灯", "声控灯", "车库灯", "草坪灯"],
      ["streetlight", "streetlights"]
    ),
    "plumbing": (Words(zh: "水管", en: "plumbing"), ["龙头", "阀门", "渗水", "滴水"], ["tap", "faucet", "pipe"]),
    "leak": (Words(zh: "漏水", en: "leak"), ["跑水", "爆管", "冒水"], ["leaking", "leaks", "burst", "flooded"]),
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
    "other": (Words(zh: "其他", en: "other"), [], []),
  ]
}
