import CNcurses
import Glibc
import Screen
import Terminal

/// The least program with a guarded screen: it shows what it is told and dies in every way a program can.
func run() throws(TerminalError) -> Int32 {
  var terminal = try Terminal()
  var told = "ready"
  while true {
    var frame = Frame(size: terminal.size)
    frame.write("探 \(told) \(getpid())", row: 0, column: 0, width: terminal.size.columns)
    frame.write("\(terminal.size.rows)x\(terminal.size.columns)", row: 1, column: 0, width: 20)
    frame.write("Esc \(get_escdelay())", row: 2, column: 0, width: 20)
    terminal.paint(frame, looks: [Look()])
    var waiting = [
      pollfd(fd: terminal.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: terminal.signals, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, 2, -1)
    for signal in terminal.receivedSignals() {
      switch signal {
      case .resized: terminal.resize()
      case .continued: terminal.redraw()
      case .terminate: return 4
      case .hangUp: return 5
      default: told = "\(signal)"
      }
    }
    for key in try terminal.keys() {
      told = "\(key)"
      switch key {
      case .character("q"): return 3
      case .character("t"): preconditionFailure("The probe was asked to trap.")
      case .character("a"): abort()
      case .character("k"): kill(getpid(), SIGKILL)
      case .character("z"): kill(getpid(), SIGSTOP)
      default: break
      }
    }
  }
}

let words = CommandLine.arguments
if !TerminalGuard.isSupervised, !words.contains("alone") {
  exit(TerminalGuard.supervise(arguments: words, crashLog: words.count > 1 ? words[1] : nil))
}
do { exit(try run()) } catch { exit(error == .lost ? 6 : 7) }
