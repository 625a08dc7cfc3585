import Foundation
import Testing

@testable import Alis

/// The rules of docs/conventions that the compiler does not guard, read off the source files.
@Suite struct ArchitectureTests {
    private let files = SourceFile.all

    @Test func `there are source files to judge`() { #expect(files.count > 150) }

    // MARK: Layers

    @Test func `each drawer imports only what belongs in it`() {
        for file in files {
            let isCommon = file.area == "Common"
            let allowed: Set<String> =
                switch (file.area, file.drawer) {
                case (_, "Domain"): ["Foundation"]
                case ("Cast", _): ["AlisDomain", "Foundation"]
                // Compares the synthetic register with the public figures it was tuned to.
                case ("Statistics", _): ["AlisDomain", "AlisCast", "Foundation", "Synchronization"]
                case ("Exchange", "Store"): ["AlisDomain", "Foundation", "CZip", "CExpat", "CXlsxWriter", "Crypto"]
                // Reading a large file takes its own threads, not those that answer requests.
                case ("Exchange", "Web"): ["AlisDomain", "Foundation", "NIOPosix"]
                case (_, "Store"):
                    isCommon
                        ? [
                            "AlisDomain", "Foundation", "GRDB", "GRDBSQLite", "CMalloc", "CPQ", "NIOPosix", "NIOCore", "Synchronization",
                            "Logging", "CXlsxWriter",
                        ]
                        : ["AlisDomain", "Foundation", "Crypto", "Synchronization"]
                case (_, "Web"): isCommon ? ["AlisDomain", "Foundation", "Logging", "CCairo"] : ["AlisDomain", "Foundation"]
                case ("App", _):
                    [
                        "AlisDomain", "AlisCast", "Foundation", "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore",
                        "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "ServiceLifecycle", "UnixSignals", "Crypto", "Synchronization",
                    ]
                default: ["Alis", "AlisDomain", "AlisCast", "ArgumentParser", "Foundation", "Logging"]
                }
            for module in file.imports where !allowed.contains(module) { Issue.record("\(file.path) imports \(module)") }
        }
    }

    @Test func `the domain and the cast know no clock, randomness, files or network`() {
        let banned: Set<String> = [
            "SystemRandomNumberGenerator", "UUID", "ContinuousClock", "SuspendingClock", "FileManager", "URLSession", "ProcessInfo",
            "FileHandle", "getenv", "arc4random", "clock_gettime",
        ]
        for file in files where file.drawer == "Domain" || file.area == "Cast" {
            for word in banned.intersection(file.words) { Issue.record("\(file.path) uses \(word)") }
            for call in ["Date()", "Date.now", ".random(", "print("] where file.code.contains(call) {
                Issue.record("\(file.path) calls \(call)")
            }
        }
    }

    @Test func `the real clock is read in one place, and by no test`() throws {
        // A time that has been given may be made into Foundation's; what takes the machine's may not. Elapsed time is no time of day.
        let calls = [
            "Date()", "Date.now", "Date.init()", "timeIntervalSinceNow", "CFAbsoluteTimeGetCurrent", "gettimeofday", "clock_gettime",
            "time(nil)", "time(NULL)", "DispatchWallTime", "NSDate",
        ]
        for file in files + SourceFile.read("Tests") where file.path != "CLI/ProgramClock.swift" {
            for call in calls where file.code.contains(call) {
                Issue.record("\(file.path) calls \(call): ask Surroundings.now or the test")
            }
        }
        let place = try #require(files.first { $0.path == "CLI/ProgramClock.swift" })
        #expect(place.code.contains("Date()"), "the one place has moved: name it here")
        // The database's clock is the machine's too.
        for file in files where file.drawer == "Store" || file.area == "App" {
            for word in ["current_timestamp", "current_date", "'now'", "unixepoch(", "clock_timestamp(", "select now("]
            where file.text.lowercased().contains(word) { Issue.record("\(file.path) has \(word): bind the time") }
        }
        // The pages are told what day it is; the browser's tests tell the browser.
        let texts =
            try TestApplication.files(under: "Public/js", ending: "js") + TestApplication.files(under: "Tests/Browser", ending: "py")
        #expect(texts.count > 5)
        let inScripts = ["new Date()", "Date.now"]
        let inTests = ["date.today", "datetime.now", "utcnow", "time.time(", "localtime", "gmtime", "strftime"]
        for (name, text) in texts {
            for call in name.hasSuffix(".js") ? inScripts : inTests where text.contains(call) {
                Issue.record("\(name) calls \(call): ask server.day")
            }
            let windows = text.components(separatedBy: "browser.new_context(").count - 1
            #expect(windows == (name == "pages.py" ? 1 : 0), "\(name): a window that does not know the day; use new_context of pages.py")
        }
    }

    /// An area and those it may use besides itself. The application and the command line may use all.
    private static let mayUse: [String: Set<String>] = Dictionary(
        AlisApplication.areas.map { ($0.name, $0.uses.union(["Common"])) } + [
            ("Common", []), ("Cast", ["Common", "Register", "Supervision"]),
        ],
        uniquingKeysWith: { first, _ in first })

    @Test func `areas are one below the other, and every folder is one`() {
        var below: Set<String> = []
        for area in AlisApplication.areas {
            #expect(area.uses.subtracting(["Cast"]).isSubset(of: below), "\(area.name) uses what is not below it")
            below.insert(area.name)
        }
        #expect(Set(files.map(\.area)).subtracting(below) == ["Common", "Cast", "App", "CLI"])
    }

    @Test func `every kind of change is in its area's value`() {
        let declared = files.filter { $0.drawer == "Domain" }.flatMap { file in
            file.text.matches(of: /= ChangeAct\(\s*"(\w+)"/).map { (area: file.area, code: String($0.1)) }
        }
        #expect(declared.count > 50 && Set(declared.map(\.code)).count == declared.count)
        for area in AlisApplication.areas {
            #expect(area.acts.map(\.code).sorted() == declared.filter { $0.area == area.name }.map(\.code).sorted(), "\(area.name)")
        }
    }

    @Test func `areas use only what lies below them`() {
        var owners: [String: Set<String>] = [:]
        for file in files { for type in file.declaredTypes { owners[type.name, default: []].insert(file.area) } }
        for file in files {
            guard let below = Self.mayUse[file.area] else { continue }
            for word in file.words {
                guard let areas = owners[word], areas.count == 1, let owner = areas.first else { continue }
                // A type of its own by the same name, inside another.
                if ["struct", "enum", "class", "case"].contains(where: { file.code.contains("\($0) \(word)") }) { continue }
                if owner != file.area, !below.contains(owner) { Issue.record("\(file.path) uses \(owner)'s \(word)") }
            }
        }
    }

    // MARK: Files

    @Test func `files are short`() {
        for file in files where file.lines.count > 301 { Issue.record("\(file.path) has \(file.lines.count - 1) lines") }
    }

    @Test func `no folder is a lumber room`() {
        let banned: Set<String> = [
            "Utils", "Util", "Utilities", "Helpers", "Helper", "Extensions", "Misc", "Managers", "Services", "Shared", "Models", "Base",
        ]
        for file in files {
            for part in file.path.split(separator: "/").dropLast() where banned.contains(String(part)) {
                Issue.record("\(file.path): the folder says nothing of what is in it")
            }
        }
    }

    @Test func `file names are unique within their target`() {
        for (name, same) in Dictionary(grouping: files, by: { "\($0.target)/\($0.name)" }) where same.count > 1 {
            Issue.record("\(name) is there \(same.count) times: \(same.map(\.path))")
        }
    }

    // MARK: Safety

    @Test func `nothing ends the server on purpose, and no conversion is forced`() {
        let banned = ["fatalError(", "preconditionFailure(", "assertionFailure(", "try!", " as! "]
        for file in files {
            for word in banned where file.code.contains(word) { Issue.record("\(file.path) has \(word)") }
        }
    }

    @Test func `statements are literals with bound values`() {
        for file in files where file.path != "Common/Store/SQL.swift" {
            let mayWriteText = file.path.hasPrefix("Common/Store/")
            if !mayWriteText, file.code.contains("SQL(program:") || file.code.contains("SQL(stringLiteral:") {
                Issue.record("\(file.path) makes SQL from text")
            }
            if !mayWriteText, file.code.contains(".run(script:") { Issue.record("\(file.path) runs a script outside a migration") }
            if file.drawer == "Web", ["connection.execute(", "connection.rows(", "connection.first("].contains(where: file.code.contains) {
                Issue.record("\(file.path): queries belong in Store")
            }
        }
    }

    @Test func `pages hold no style and no script of their own`() {
        for file in files where file.drawer == "Web" || file.area == "App" {
            for banned in ["style=\\\"", " onclick=", " onchange=", " onsubmit=", "<script>", "javascript:"]
            where file.text.contains(banned) { Issue.record("\(file.path) has \(banned), which the page's policy forbids") }
        }
    }

    // MARK: Words

    @Test func `addresses are Norwegian words in plain letters`() async throws {
        let test = try await TestApplication.make(isFilled: false)
        let english: Set<String> = [
            "overview", "trainee", "trainees", "import", "export", "settings", "users", "user", "edit", "delete", "new", "list", "search",
            "login", "logout", "municipality", "office", "history", "merge", "undo", "access", "figures", "template", "confirm",
        ]
        for route in test.routes {
            let plain = route.path.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || "/-:.".contains($0)) }
            #expect(plain || route.path.contains(":"), "\(route.path)")
            for part in route.path.split(whereSeparator: { "/.-".contains($0) }) where !part.hasPrefix(":") {
                #expect(!english.contains(String(part)), "\(route.path)")
            }
        }
        #expect(Set(test.routes.map { "\($0.method) \($0.path)" }).count == test.routes.count, "an address is declared twice")
    }

    @Test func `an address is written out only where it is declared`() {
        let assets = ["/css/", "/js/", "/bilder/"]
        let declarations = files.filter { $0.name.hasSuffix("Addresses.swift") || $0.name == "Address.swift" }
        #expect(declarations.count > 4)
        // What the databases are run with lies in folders of the machine.
        let known = Set(declarations.map(\.path) + files.map(\.path).filter { $0.hasPrefix("Common/Store/") })
        for file in files where !known.contains(file.path) {
            // At the beginning, within quotes, or after what is put in.
            for text in SwiftScanner.literals(of: file.text).map({ $0.pieces.joined(separator: "=") }) where text.contains("/") {
                for found in text.matches(of: /(?:^|["=])(\/[a-zæøå][^"=\s]*)/) where !assets.contains(where: found.1.hasPrefix) {
                    Issue.record("\(file.path) writes \(found.1): declare it among its area's Addresses")
                }
            }
        }
    }

    @Test func `every suite that the threat model names is there`() throws {
        let page = try String(contentsOfFile: TestApplication.root + "/docs/operations/threats.md", encoding: .utf8)
        let named = Set(page.matches(of: /`([A-Za-z]+Tests)`/).map { String($0.1) })
        #expect(named.count > 15)
        let files = FileManager.default.enumerator(atPath: TestApplication.root + "/Tests")?.compactMap { $0 as? String } ?? []
        let suites = Set(files.filter { $0.hasSuffix("Tests.swift") }.map { String($0.split(separator: "/").last?.dropLast(6) ?? "") })
        #expect(named.subtracting(suites).sorted() == [])
    }

    @Test func `the glossary has every word of the domain`() throws {
        let glossary = try String(contentsOfFile: TestApplication.root + "/docs/glossary.md", encoding: .utf8)
        let words = Set(glossary.split { !($0.isLetter || $0.isNumber) }.map(String.init))
        for file in files where file.drawer == "Domain" {
            for type in file.declaredTypes where type.isPackage && !words.contains(type.name) {
                Issue.record("docs/glossary.md lacks `\(type.name)` (\(file.path)); Scripts/glossary.py adds a row to fill in")
            }
        }
    }
}
