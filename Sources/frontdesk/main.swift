import Dashboard
import Desk
import Foundation
import Journal
import Screen
setlocale(LC_ALL, "C.UTF-8")
let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fd-\(getpid())").path
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
let zone = TimeZone(identifier: "Asia/Shanghai")!
let journal = try Journal(path: folder + "/desk.db", access: .readWrite(createZone: zone))
let clerk = try Clerk(journal, policy: .standard)
let now = Date(timeIntervalSince1970: 1_760_423_520)
try DemoStore(clerk, now: now).fill()
let a = CommandLine.arguments
let parts = a[1].split(separator: "x").map { Int($0)! }
var keys = Set<String>()
for t in clerk.desk.tickets.values { for r in t.work.reporters { if let c = r.contact { keys.insert(c) } } }
let themes = ThemeFolder.load(ProcessInfo.processInfo.environment)
print(themes.faults)
var model = Model(size: Size(rows: parts[1], columns: parts[0]), language: a[2] == "zh" ? .chinese : .english, themes: themes.themes, colours: 256, deskName: "翠湖花园前台", actor: Actor(name: "李敏", desk: "前台"), now: now, desk: clerk.desk, contacts: try journal.contacts(Array(keys)))
let runner = EffectRunner(clerk: clerk, journal: journal, clock: .standing(now))
for word in a.dropFirst(3) {
  var ks: [Key] = []
  switch word {
  case "enter": ks = [.enter]
  case "esc": ks = [.escape]
  case "down": ks = [.down]
  case "tab": ks = [.tab]
  case let f where f.hasPrefix("f") && Int(f.dropFirst()) != nil: ks = [.function(Int(f.dropFirst())!)]
  case "^s": ks = [.control("s")]
  default: ks = word.map { .character($0) }
  }
  for k in ks {
    var messages: [Message] = [.keyPressed(k)]
    while !messages.isEmpty { for e in model.update(messages.removeFirst()) { messages += runner.run(e, model).messages } }
  }
}
print(render(model).text)
