// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "PlainText",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: ["FullFoundation"])
    ],
    targets: [.executableTarget(name: "PlainText", dependencies: [.product(name: "Hummingbird", package: "hummingbird")])]
)
