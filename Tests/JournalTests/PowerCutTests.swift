import CFaultyDisk
import Desk
import Foundation
import TestSupport
import Testing

@testable import Journal

/// What is left on a disk when the power goes: everything that was synced, and of the rest any sectors.
@Suite(.serialized) struct PowerCutTests {
  let store = Store()

  @Test func `a power cut at any moment loses nothing that was acknowledged`() async throws {
    let trace = try await trace(settings: "PRAGMA synchronous = FULL")
    #expect(try lost(trace, cuts: 120, seed: 5) == 0)
  }

  @Test func `the same cuts lose acknowledged events when commits are not synced`() async throws {
    let trace = try await trace(settings: "PRAGMA synchronous = NORMAL")
    #expect(try lost(trace, cuts: 120, seed: 5) > 0, "the harness is blind")
  }

  /// One file operation of the traced process, or an acknowledgement.
  private struct Step {
    var kind: Int
    /// 0 the database, 1 its log.
    var file: Int
    var offset: Int
    var bytes: [UInt8]
  }

  /// Appends forty reports in a process of its own, moving the log in between, and returns all that reached the files.
  private func trace(settings: String) async throws -> [Step] {
    let folder = store.folder
    await #expect(processExitsWith: .success) { [folder = folder as String, settings = settings as String] in
      faulty_disk_install()
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      faulty_disk_trace(folder + "/trace")
      let clerk = try Clerk(
        Journal(path: folder, access: .readWrite(createZone: Store.zone)))
      try clerk.journal.connection.execute(settings)
      faulty_disk_mark(0)
      for n in 1...40 {
        try clerk.record(submission(n, leak("1-1-\(n)")))
        faulty_disk_mark(n)
        if n % 9 == 0 { _ = try clerk.journal.connection.checkpoint(0) }
      }
    }
    return try Self.steps(Array(Data(contentsOf: URL(fileURLWithPath: store.file("trace")))))
  }

  private static func steps(_ bytes: [UInt8]) throws -> [Step] {
    var steps: [Step] = []
    var at = 0
    while at < bytes.count {
      let numbers = bytes[at..<(at + 32)].withUnsafeBytes { raw in
        (0..<4).map { Int(raw.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self)) }
      }
      at += 32
      let length = numbers[0] == 1 ? numbers[3] : 0
      steps.append(
        Step(kind: numbers[0], file: numbers[1], offset: numbers[2], bytes: Array(bytes[at..<(at + length)])))
      at += length
    }
    return steps
  }

  /// How many cuts left a record without something that had been acknowledged by then, or one that cannot be opened.
  private func lost(_ steps: [Step], cuts: Int, seed: UInt64) throws -> Int {
    var random = SeededGenerator(seed: seed)
    let ready = try #require(steps.firstIndex { $0.kind == 4 })
    var losses = 0
    for _ in 0..<cuts {
      let end = Int.random(in: ready + 1..<steps.count, using: &random)
      let image = Store()
      let acknowledged = try Self.write(Array(steps[...end]), to: image, &random)
      try? FileManager.default.copyItem(atPath: store.file("desk.key"), toPath: image.file("desk.key"))
      let journal = try? image.open()
      if journal == nil || journal?.damage != nil || (journal?.position ?? 0) < acknowledged {
        losses += 1
      } else if let findings = try journal?.verify().findings,
        findings.contains(where: { $0.detail != .unwitnessed })
      {
        losses += 1
      }
    }
    return losses
  }

  /// Writes the two files as they may be after a cut; the last number that was acknowledged.
  private static func write(
    _ steps: [Step], to image: Store, _ random: inout SeededGenerator
  ) throws -> Int {
    var files: [[UInt8]] = [[], []]
    var pending: [[Step]] = [[], []]
    var acknowledged = 0
    for step in steps {
      switch step.kind {
      case 2:
        for step in pending[step.file] { apply(step, to: &files[step.file]) { true } }
        pending[step.file] = []
      case 4: acknowledged = step.offset
      default: pending[step.file].append(step)
      }
    }
    for file in 0..<2 {
      for step in pending[file] {
        apply(step, to: &files[file]) { Bool.random(using: &random) }
      }
    }
    try FileManager.default.createDirectory(
      atPath: image.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for (name, bytes) in zip(["desk.db", "desk.db-wal"], files) {
      try Data(bytes).write(to: URL(fileURLWithPath: image.file(name)))
    }
    return acknowledged
  }

  /// Applies the sectors of 512 bytes that are chosen.
  private static func apply(_ step: Step, to file: inout [UInt8], _ isKept: () -> Bool) {
    if step.kind == 3 {
      if isKept() { file = Array(file.prefix(step.offset)) }
      return
    }
    let end = step.offset + step.bytes.count
    if file.count < end { file += Array(repeating: 0, count: end - file.count) }
    var start = step.offset
    while start < end {
      let stop = min(end, (start / 512 + 1) * 512)
      if isKept() {
        file.replaceSubrange(start..<stop, with: step.bytes[(start - step.offset)..<(stop - step.offset)])
      }
      start = stop
    }
  }
}
