import Alis
import AlisDomain
import ArgumentParser

extension Role: ExpressibleByArgument {}

/// A role and where it is held, as commands about people's access take them.
struct GrantOptions: ParsableArguments {
    @Option(name: .long, help: "The role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: Role

    @Option(
        name: .customLong("in"),
        help: """
            Where the role is held: an office's code (NORD), a municipality's name or number (Bodø, 1804), a trust's code (NLSH), \
            or a doctor's HPR number. Leave out for directorate, editor and administrator.
            """)
    var place: String?

    /// The grant that is meant, or an explanation and exit code 4.
    func grant(_ desk: any OrganisationDirectory) async throws -> Grant {
        switch try await desk.find(role, place ?? "") {
        case .found(let organisation): return Grant(role: role, organisation: organisation)
        case .ambiguous(let names):
            say("--in: “\(place ?? "")” may be any of these: \(names.joined(separator: ", ")). Say which.")
        case .unknown(let suggestions):
            let known = suggestions.isEmpty ? "" : " Did you mean \(suggestions.joined(separator: ", "))?"
            say(
                place == nil
                    ? "--in is needed for the role \(role.rawValue).\(known)" : "--in: nothing is known as “\(place ?? "")”.\(known)")
        }
        throw ExitStatus.notFound
    }
}

/// What the program's exit codes mean. 64 is a command written wrongly.
enum ExitStatus {
    /// What was read has problems; nothing was changed.
    static let problems = ExitCode(1)
    /// A rule says no; nothing was changed.
    static let refused = ExitCode(3)
    /// Who or what was named is not there.
    static let notFound = ExitCode(4)
}
