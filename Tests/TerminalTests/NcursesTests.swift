import Testing

/// The tests that own ncurses, of which there is one in a process: one test at a time.
@Suite(.serialized) struct NcursesTests {}
