import Dashboard
import Desk
import Journal

extension Journal {
  /// What is told after an erasure, of the files beside the store that were put aside before it; nil where there are none.
  var formerWords: Words? {
    let former = formerRecords.map(\.plainLine).joined(separator: " ")
    guard !former.isEmpty else { return nil }
    return Words(
      zh: "恢复或重算时另存的文件里还有：\(former)。确认用不着了，请删除。",
      en:
        "What a restore or a rebuild put aside still holds them: \(former). Remove it once it is not needed.")
  }
}
