import Dashboard
import Desk
import Foundation
import Journal

extension Invocation {
  /// The clerk of a store. One that may be written and has no policy of its own yet begins with that of the settings folder; a file
  /// there that cannot be used is told and changes nothing.
  func clerk(_ journal: Journal) throws(Failure) -> Clerk {
    let clerk = try inWords(Clerk(journal))
    guard !journal.isReadOnly, clerk.desk.policies.version == 0 else { return clerk }
    switch PolicyFile.read(environment) {
    case .success(nil): break
    case .success(let policy?): try begin(clerk, with: policy)
    case .failure(let fault): try errors.line("frontdesk: \(PolicyFile.leftOut(fault)(language))")
    }
    return clerk
  }

  private func begin(_ clerk: Clerk, with policy: Policy) throws(Failure) {
    let now = try clock(zone: clerk.desk.zone).now
    let submission = Submission(
      id: CommandID.new(at: now), .publishPolicy(policy), occurredAt: now.wholeSecond, recordedAt: now,
      actor: .system)
    _ = try inWords(clerk.submit(submission))
  }

  /// The policy in force in the store.
  func policy() throws(Failure) -> Policy { try policies().current }

  /// The policies of the store; where no store was named and none is there, the standard in the computer's zone.
  func policies() throws(Failure) -> Policies {
    do {
      return try Journal(path: storePath, access: .readOnly).policies()
    } catch {
      if case .notFound = error, options.value("store") == nil {
        return Desk(policy: .standard, zone: .current).policies
      }
      throw Failure(error)
    }
  }
}
