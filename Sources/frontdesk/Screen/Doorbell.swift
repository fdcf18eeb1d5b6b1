import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells when another process has written to the store: it watches `desk.head`, which is rung after each commit.
///
/// Where there is no inotify the descriptor is -1, which `poll` passes over; the look once a second finds everything.
struct Doorbell: ~Copyable {
  let descriptor: Int32

  init(headPath: String) {
    #if canImport(Glibc)
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      let folder = (headPath as NSString).deletingLastPathComponent
      if descriptor >= 0 {
        inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE))
      }
    #else
      descriptor = -1
    #endif
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Takes what has rung; what it was does not matter.
  func drain() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
