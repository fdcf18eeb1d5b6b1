import Desk
import Foundation
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// Whatever is pressed, typed or resized, the screen stays a screen.
@Suite struct RobustnessTests {
  /// A frame of the right size, with the cursor inside and nothing in a cell that could steer a terminal.
  private func isSound(_ frame: Frame, _ size: Size) -> Bool {
    guard frame.size == size else { return false }
    if let cursor = frame.cursor, !frame.bounds.contains(cursor) { return false }
    for cell in frame.cells
    where isControl(cell.base) || isControl(cell.firstMark) || isControl(cell.secondMark) {
      return false
    }
    return true
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value != 0 && scalar.value < 0x20 || scalar.value >= 0x7F && scalar.value < 0xA0
  }

  @Test(arguments: GoldenTests.pages)
  func `every page fits every size from 1x1 to 300x100`(page: GoldenTests.Page) {
    var generator = SeededGenerator(seed: 7)
    var seat = Seat(120, 40)
    page.reach(&seat)
    let edges = [
      (1, 1), (1, 300), (100, 1), (16, 60), (15, 60), (16, 59), (30, 159), (30, 160), (29, 160), (100, 300),
    ]
    let random = (0..<12).map { _ in
      (Int.random(in: 1...100, using: &generator), Int.random(in: 1...300, using: &generator))
    }
    for (rows, columns) in edges + random {
      let size = Size(rows: rows, columns: columns)
      seat.take(.resized(size))
      seat.model.language = columns % 2 == 0 ? .chinese : .english
      #expect(isSound(render(seat.model), size), "\(page.name) \(columns)x\(rows)")
    }
    seat.take(.resized(Size(rows: 0, columns: 0)))
    #expect(render(seat.model).cells.isEmpty)
  }

  @Test(arguments: [UInt64](1...10))
  func `random keys keep the model consistent`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var seat = Seat(120, 40)
    for step in 0..<1000 {
      seat.take(Self.randomMessage(&generator))
      if step % 97 == 0 {
        if let id = seat.model.desk.tickets.keys.sorted().randomElement(using: &generator) {
          seat.elsewhere(id, .note(text: "看过"))
          seat.hear()
        }
      }
      let fault = faults(seat)
      #expect(fault == [], "seed \(seed), step \(step)")
      if !fault.isEmpty { return }
      if step % 25 == 0 {
        #expect(isSound(render(seat.model), seat.model.size), "seed \(seed), step \(step)")
      }
    }
    #expect(seat.model.desk.tickets == seat.clerk.desk.tickets, "seed \(seed)")
    #expect(seat.model.desk.brokenInvariants() == [], "seed \(seed)")
    var board = Board(seat.model.desk)
    board.sort(seat.model.desk, by: seat.model.sort)
    #expect(board == seat.model.board, "seed \(seed)")
  }

  private func faults(_ seat: Seat) -> [String] {
    let model = seat.model
    var faults: [String] = []
    faults += self.faults(model, model.view, model.rows(model.view), height: model.layout.listRows)
    if let pane = model.pane {
      faults += self.faults(model, pane.view, model.rows(pane), height: model.visibleRows)
      if pane.view == model.view { faults.append("a pane shows what the list shows") }
    }
    if model.layers.count(where: { if case .form = $0 { true } else { false } }) > 1 {
      faults.append("two forms")
    }
    if !model.batch.waiting.isEmpty { faults.append("an answer is missing") }
    if !model.marked.isSubset(of: model.desk.tickets.keys) { faults.append("a mark on nothing") }
    if let frozen = model.frozen, !Set(frozen.departed.keys).isDisjoint(with: model.desk.tickets.keys) {
      faults.append("departed and open")
    }
    return faults
  }

  private func faults(_ model: Model, _ view: View, _ rows: Rows, height: Int) -> [String] {
    var faults: [String] = []
    let list = model.lists[view] ?? ListState()
    if rows.count == 0, list.selected != nil { faults.append("a cursor without rows") }
    if rows.count > 0 {
      if !(0..<rows.count).contains(list.index) {
        faults.append("the cursor is off the list")
      } else if rows[list.index] != list.selected {
        faults.append("the cursor is on another row")
      }
      if !(list.top...(list.top + max(1, height))).contains(list.index) {
        faults.append("the cursor is not shown")
      }
    }
    return faults
  }

  private static func randomMessage(_ generator: inout SeededGenerator) -> Message {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: .ticked(SampleDesk.now.addingTimeInterval(Double(Int.random(in: 0..<9000, using: &generator))))
    case 1:
      .resized(
        Size(
          rows: Int.random(in: 1...60, using: &generator), columns: Int.random(in: 1...200, using: &generator)
        ))
    default: .keyPressed(keys.randomElement(using: &generator) ?? .enter)
    }
  }

  /// Every key but those that quit, and some that nobody bound.
  private static let keys: [Key] =
    KeyTable.standard.bindings.filter { $0.action != .quit }.flatMap { $0.keys.map(\.key) }
    + [.enter, .enter, .enter, .escape, .down, .down, .up, .shiftDown, .left, .right, .backspace, .delete]
    + [.control("s"), .control("u"), .function(10), .insert, .focusGained, .focusLost, .paste("厨房\n漏水")]
    + "12345漏水老王wang-R１／".map { .character($0) }

  @Test(
    .enabled(if: ReferenceData.hasNaughtyStrings), arguments: ReferenceData.naughtyStrings)
  func `naughty strings as words of people put no control character on screen`(file: String) throws {
    let texts = Self.strings(try JSONSerialization.jsonObject(with: ReferenceData.bytes(file)))
    #expect(texts.count > 5)
    for text in texts { checkScreen(text) }
  }

  @Test(arguments: [UInt64](1...5))
  func `mixed scripts put no control character on screen`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 { checkScreen(MixedText.random(12, using: &generator)) }
  }

  /// Plants a text wherever a desk of the past, or a key now, may bring one in.
  private func checkScreen(_ text: String) {
    var desk = Desk(zone: SampleDesk.zone)
    let id = TicketID(.repair, 1)
    var report = Reported(NewTicket(kind: .repair, place: Place(stored: text), subject: ""))
    (report.subject, report.text, report.category, report.contact) = (text, text, text, "c")
    let events: [Event] = [
      .ticket(id, .reported(report)), .ticket(id, .assigned(staff: text)), .ticket(id, .noted(text: text)),
      .ticket(id, .held(.other, evidence: text)), .staffJoined(StaffMember(name: text, skills: [text])),
      .route(Route(id: "A", name: text, points: [Checkpoint(id: text, name: text, within: 5)])),
    ]
    var recorded: [RecordedEvent] = []
    for (index, event) in events.enumerated() {
      recorded.append(
        RecordedEvent(
          position: index + 1, command: UUID(), sequence: 0, version: index + 1, occurredAt: SampleDesk.now,
          recordedAt: SampleDesk.now, actor: Actor(name: text, desk: text), event: event))
      desk.evolve(recorded[index])
    }
    let size = Size(rows: 40, columns: 120)
    var model = Model(
      size: size, language: .english, themes: [.mono], colours: 0, deskName: text,
      actor: Actor(name: text, desk: text), now: SampleDesk.now, desk: desk,
      contacts: ["c": Contact(id: "c", name: text, phone: text)])
    model.recall(recorded)
    var frames = [render(model)]
    for key in [Key.enter, .function(5), .escape, .character("b"), .paste(text), .enter, .escape, .escape] {
      if model.update(.keyPressed(key)).contains(.loadTimeline(id)) {
        _ = model.update(.timelineLoaded(id, desk.tickets[id], recorded, contacts: [:]))
      }
      frames.append(render(model))
    }
    for key in [Key.function(2), .paste(text), .escape, .paste(text), .function(3), .character("3")] {
      _ = model.update(.keyPressed(key))
      frames.append(render(model))
    }
    for frame in frames { #expect(isSound(frame, size), "\(text.debugDescription)") }
  }

  private static func strings(_ json: Any) -> [String] {
    switch json {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let table as [String: Any]: table.values.flatMap(strings)
    default: []
    }
  }
}
