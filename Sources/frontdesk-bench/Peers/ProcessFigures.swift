import Foundation

/// What the system says about a process and those it has started: the dashboard runs under a guard process of its own.
enum ProcessFigures {
  /// The process, its children and theirs.
  static func family(_ process: pid_t) -> [pid_t] {
    let children = text("/proc/\(process)/task/\(process)/children").split(separator: " ").compactMap {
      pid_t($0)
    }
    return [process] + children.flatMap(family)
  }

  /// Seconds of processor time used so far.
  static func processorTime(_ process: pid_t) -> Double {
    family(process).map { member in
      Double(text("/proc/\(member)/schedstat").split(separator: " ").first ?? "0") ?? 0
    }.reduce(0, +) / 1e9
  }

  /// Megabytes of memory in use, by process; empty where the system does not tell.
  static func residentMegabytes(_ process: pid_t) -> [Double] {
    family(process).compactMap { member in
      let line = text("/proc/\(member)/status").split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
      return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
    }
  }

  private static func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}

/// Seconds of processor time the body takes on this thread: what a page costs, and not what else the machine does.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}
