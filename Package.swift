// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The product's areas, one folder each under `Sources`. Every area has the same three drawers:
/// `Domain` belongs to the target `AlisDomain`, `Store` and `Web` to `Alis`.
/// Two targets share the path `Sources`; their `sources` do not overlap, so the compiler keeps the domain pure.
let areas = try FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory + "/Sources")
    .filter { !["App", "CLI", "Cast"].contains($0) && !$0.hasPrefix(".") }.sorted()

/// `ALIS_ONLY=domain` leaves out everything that needs a package: rules build and test in seconds.
let domainOnly = ProcessInfo.processInfo.environment["ALIS_ONLY"] == "domain"

/// The folders of `drawers` that exist, in all areas, relative to `root`. SwiftPM keeps what it read here: after an area's first
/// file in a new drawer, build once with `--manifest-cache none`.
func part(_ drawers: String..., root: String = "Sources") -> [String] {
    areas.flatMap { area in drawers.map { "\(area)/\($0)" } }
        .filter { FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(root)/\($0)") }
}

func existing(_ names: [String], root: String) -> [String] {
    names.filter { FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(root)/\($0)") }
}

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let linker: [LinkerSetting] = [.unsafeFlags(["-use-ld=lld"])]

let package = Package(
    name: "alis",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "alis", targets: ["AlisCLI"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    ],
    targets: [
        .target(
            name: "AlisDomain",
            path: "Sources",
            exclude: part("Store", "Web") + ["App", "CLI", "Cast"],
            sources: part("Domain"),
            swiftSettings: strict
        ),
        .target(name: "AlisCast", dependencies: ["AlisDomain"], path: "Sources/Cast", swiftSettings: strict),
        .systemLibrary(name: "CPQ", path: "System/CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZip", path: "System/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CMalloc", path: "System/CMalloc"),
        .systemLibrary(name: "CCairo", path: "System/CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CExpat", path: "System/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", path: "System/CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Alis",
            dependencies: [
                "AlisDomain", "AlisCast", "CPQ", "CZip", "CExpat", "CMalloc", "CXlsxWriter", "CCairo",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Sources",
            exclude: part("Domain") + ["CLI", "Cast"],
            sources: part("Store", "Web") + ["App"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "AlisCLI",
            dependencies: [
                "Alis", "AlisDomain", "AlisCast",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Sources/CLI",
            swiftSettings: strict,
            linkerSettings: linker
        ),
        .testTarget(
            name: "AlisDomainTests",
            dependencies: ["AlisDomain", "AlisCast"],
            path: "Tests",
            exclude: part("Store", "Web", root: "Tests")
                + existing(["Architecture", "Browser", "App", "CLI", "Support", "Fixtures"], root: "Tests"),
            sources: part("Domain", root: "Tests") + existing(["Cast"], root: "Tests"),
            swiftSettings: strict,
            linkerSettings: linker
        ),
        .testTarget(
            name: "AlisTests",
            dependencies: [
                "Alis", "AlisDomain", "AlisCast",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests",
            exclude: part("Domain", root: "Tests") + existing(["Browser", "Cast", "Fixtures"], root: "Tests"),
            sources: part("Store", "Web", root: "Tests") + existing(["Architecture", "App", "CLI", "Support"], root: "Tests"),
            swiftSettings: strict,
            linkerSettings: linker
        ),
    ],
    swiftLanguageModes: [.v6]
)

if domainOnly {
    package.dependencies = []
    package.products = []
    package.targets.removeAll { !["AlisDomain", "AlisCast", "AlisDomainTests"].contains($0.name) }
}
