import Dashboard
import Foundation

extension Words {
  /// What the operating system says by a number, as a part of a sentence; in Chinese only what can be expected of files and pipes.
  init(errno number: Int32) {
    let said = String(cString: strerror(number))
    self.init(zh: Words.expected[number] ?? said, en: said)
  }

  private static let expected: [Int32: String] = [
    ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EPERM: "系统不允许", ENOSPC: "磁盘满了", EROFS: "这个磁盘只能读",
    EIO: "读写磁盘时出错", EISDIR: "这是文件夹，不是文件", ENOTDIR: "路径中间有一段不是文件夹", EEXIST: "已经有了",
    EMFILE: "同时打开的文件太多", ENAMETOOLONG: "名字太长", EBUSY: "正被占用", EPIPE: "读的一方已经走了", ELOOP: "链接绕成了圈",
    EDQUOT: "磁盘配额用完了",
  ]
}
