// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// A release for Linux holds the Swift libraries: it starts in half the time and runs where no Swift is installed.
let release = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let whole: [LinkerSetting] = [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], release)]

/// Three upcoming features that make imports and existentials say what they are.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-static-stdlib"], release),
]

/// The libvterm oracle of the terminal tests is optional: without its header those tests say so and are left out. SwiftPM keeps what it has
/// read of this file without looking for the header again: hence `--manifest-cache none` where the tests are run.
let vterm = ["/usr/include/vterm.h", "/opt/homebrew/include/vterm.h"]
  .contains { FileManager.default.fileExists(atPath: $0) }

/// A target of `Sources/`, with the arrows it may follow.
func layer(_ name: String, _ arrows: [Target.Dependency] = [], links: [LinkerSetting] = []) -> Target {
  .target(name: name, dependencies: arrows, swiftSettings: settings, linkerSettings: links)
}

/// A test suite; goldens and fixtures are read from disk, never compiled.
func suite(_ name: String, _ arrows: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: ["TestSupport"] + arrows, exclude: exclude,
    swiftSettings: settings + (vterm ? [.define("VTERM")] : []))
}

/// What lies at the top of the checkout besides the program and the themes that are built into it.
let besideProgram =
  ["README.md", "Tests"]
  + [
    "CNcurses", "CSQLite", "CSodium", "CTerminalGuard", "Dashboard", "Desk", "Journal", "Screen", "Terminal",
    "frontdesk-bench",
  ].map { "Sources/\($0)" }

let package = Package(
  name: "FrontDesk",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "frontdesk", targets: ["frontdesk"]),
    .executable(name: "frontdesk-bench", targets: ["frontdesk-bench"]),
  ],
  targets: [
    layer("Desk"),
    layer("Screen"),
    layer("Dashboard", ["Desk", "Screen"]),
    layer("Journal", ["Desk", "CSQLite", "CSodium"]),
    layer(
      "Terminal", ["Screen", "CNcurses", "CTerminalGuard"],
      links: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .executableTarget(
      name: "frontdesk", dependencies: ["Dashboard", "Desk", "Journal", "Screen", "Terminal"],
      path: ".", exclude: besideProgram, sources: ["Sources/frontdesk"],
      resources: [.embedInCode("themes")], swiftSettings: settings, linkerSettings: whole),
    .executableTarget(
      name: "frontdesk-bench", dependencies: ["Dashboard", "Desk", "Journal", "Screen", "CSQLite"],
      swiftSettings: settings, linkerSettings: whole),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CSodium"),
    .target(name: "CTerminalGuard"),
    .target(
      name: "TestSupport", dependencies: ["Desk", "Screen", "CPseudoTerminal"] + (vterm ? ["CVTerm"] : []),
      path: "Tests/TestSupport",
      swiftSettings: settings + (vterm ? [.define("VTERM")] : [])),
    .systemLibrary(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "Screen", "CNcurses"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    suite("DeskTests", ["Desk"]),
    suite("ScreenTests", ["Screen"]),
    suite("DashboardTests", ["Dashboard", "Desk", "Screen"], exclude: ["Goldens"]),
    .target(name: "CFaultyDisk", dependencies: ["CSQLite"], path: "Tests/CFaultyDisk"),
    suite("JournalTests", ["Journal", "Desk", "CSQLite", "CFaultyDisk"], exclude: ["Fixtures"]),
    suite("TerminalTests", ["Terminal", "Screen", "CNcurses", "terminal-probe"] + (vterm ? ["CVTerm"] : [])),
    suite(
      "EndToEndTests",
      ["frontdesk", "Dashboard", "Journal", "Desk", "Terminal", "Screen", "CFaultyDisk"]
        + (vterm ? ["CVTerm"] : []),
      exclude: ["Fixtures"]),
    suite("HouseTests", []),
  ] + (vterm ? [.systemLibrary(name: "CVTerm", path: "Tests/CVTerm")] : []),
  swiftLanguageModes: [.v6]
)
