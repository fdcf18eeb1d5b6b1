import Desk

/// The views of the dashboard, each under its digit.
package enum View: String, CaseIterable, Sendable {
  case tickets, timers, patrol, complaints, staff, duties, incidents, handover, visitors

  /// Those with a digit: what Tab goes through. The others are on the list of commands.
  package static let numbered = allCases.filter { $0.digit != nil }

  /// The digit that opens it; nil for one without.
  package var digit: Int? {
    switch self {
    case .tickets: 1
    case .timers: 2
    case .patrol: 3
    case .complaints: 4
    case .staff: 6
    case .duties: 7
    case .incidents: 8
    case .handover: 9
    case .visitors: nil
    }
  }

  /// Whether its rows are tickets.
  var listsTickets: Bool { self == .tickets || self == .complaints }

  /// Whether what the cursor is on is told below the list.
  var hasPreview: Bool {
    switch self {
    case .tickets, .timers, .complaints, .duties, .incidents, .visitors: true
    case .patrol, .staff, .handover: false
    }
  }
}

extension TicketID {
  /// The view whose list has it.
  var list: View { kind == .complaint ? .complaints : .tickets }
}
