extension Readings {
  /// How a text is read, with the Han words that have characters of several readings read in each of them.
  package mutating func readAll(_ text: String) -> String {
    var ways = [read(text)]
    guard !ways[0].isEmpty else { return "" }
    let (words, most) = Readings.ambiguous(text)
    for rank in 0..<most {
      var other = String.UnicodeScalarView()
      for scalar in words {
        let others = Readings.several[scalar] ?? []
        other.append(others.isEmpty ? scalar : others[min(rank, others.count - 1)])
      }
      let way = read(String(other))
      if !ways.contains(way) { ways.append(way) }
    }
    return ways.joined(separator: "\n")
  }

  /// The Han words of a text that can be read in several ways, a line each, and the most other readings a character of them has.
  private static func ambiguous(_ text: String) -> (words: [Unicode.Scalar], most: Int) {
    var (words, most): ([Unicode.Scalar], Int) = ([], 0)
    var (start, isAmbiguous) = (0, false)
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x3400 else {
        if !isAmbiguous { words.removeSubrange(start...) }
        if words.count > start { words.append("\n") }
        (start, isAmbiguous) = (words.count, false)
        continue
      }
      words.append(scalar)
      guard let others = several[scalar] else { continue }
      (isAmbiguous, most) = (true, max(most, others.count))
    }
    if !isAmbiguous { words.removeSubrange(start...) }
    return (words, most)
  }

  /// Characters of several readings, each with others that are read as it may be: `行` as `航` and as `星`.
  ///
  /// - Source: *design*: those of everyday words about homes and those who live there; what is read in one way in all of them is left out.
  private static let several: [Unicode.Scalar: [Unicode.Scalar]] = Dictionary(
    uniqueKeysWithValues: """
      行航星 重虫众 单丹山 长常张 调条掉 乐勒月 朝潮招 都督兜 会汇快 还孩环 着者招卓 传船赚 率律帅 落洛辣烙 露路楼 弹丹谈 扎渣咱 折哲舌
      便变骗 差叉拆 降匠香 角脚决 觉决叫 卡咖掐 壳咳敲 没眉末 泊伯坡 圈全卷 塞腮涩 色涩晒 什神时 宿速秀 提题低 系细记 校笑叫 血学写
      粘沾年 模魔母 屏平兵 厦沙夏 车撤居 盛圣成 薄包伯 藏舱脏 曾层增 称撑趁 臭抽秀 大达代 度杜多 夹家嘎 解姐谢 劲近静 咳磕孩 勒乐雷
      了乐料 脉卖末 秘米币 尿鸟虽 弄农龙 亲琴庆 区渠欧 熟叔手 吓下贺 削消学 轧渣鸭 择责摘 爪抓找 柏百伯 剥包波 伺丝词 囤屯盾 给给几
      和河货 翘桥敲 嚼交决 颈景梗 摄射设 阿啊婀 拗傲牛 奔本笨 尽近锦 绿律路 陆路六 地弟的 得德的 似四是 识时志 石时丹 说硕税 拓托踏 吐土图
      """.split(whereSeparator: \.isWhitespace).map { word in
        (word.unicodeScalars.first ?? " ", Array(word.unicodeScalars.dropFirst()))
      })
}
