// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "sayso",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Sayso", targets: ["Sayso"]),
        .library(name: "SaysoLedger", targets: ["SaysoLedger"]),
        .executable(name: "sayso", targets: ["SaysoCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.36.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // bytes → Article
        .target(name: "SaysoArticles"),

        // web archives: bytes → records, and back
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .systemLibrary(
            name: "CBrotli",
            pkgConfig: "libbrotlidec",
            providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]
        ),
        .target(
            name: "SaysoArchives",
            dependencies: ["CBrotli", "CZlib", .product(name: "Crypto", package: "swift-crypto")]
        ),

        // addresses → pages; but for the tool and its server, nothing else links NIO
        .target(
            name: "SaysoFetching",
            dependencies: [
                "SaysoArchives",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),

        // words → tags and links
        .target(name: "CSaysoKernels"),
        .target(name: "CSaysoWeights", exclude: ["model.safetensors"]),
        .target(name: "SaysoEncoder", dependencies: ["CSaysoKernels", "CSaysoWeights"]),

        // Article → statements
        .target(name: "SaysoStatements", dependencies: ["SaysoArticles", "SaysoEncoder"]),
        .target(name: "Sayso", dependencies: ["SaysoArticles", "SaysoStatements"]),

        // statements → one file that answers questions; nothing else links SQLite, but for the tool
        .target(name: "CSaysoPages", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "SaysoLedger",
            dependencies: [
                "CSaysoPages", "SaysoArchives", "SaysoArticles", "SaysoStatements",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            // goes with what is exported; the file itself is in Docs
            resources: [.embedInCode("Exporting/ledger.schema.json")]
        ),

        // the ledger in a browser, for programs, and for assistants
        .target(name: "CSaysoAssets", exclude: ["Assets", "Templates"]),
        .target(
            name: "SaysoServer",
            dependencies: [
                "CSaysoAssets", "CZlib", "SaysoArticles", "SaysoLedger", "SaysoStatements",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),

        // statements against gold
        .target(
            name: "SaysoEvaluation",
            dependencies: ["SaysoArchives", "SaysoArticles", "SaysoStatements"]
        ),

        // the tool
        .executableTarget(
            name: "SaysoCommand",
            dependencies: [
                "SaysoArchives", "SaysoArticles", "SaysoEncoder", "SaysoEvaluation", "SaysoFetching",
                "SaysoLedger", "SaysoServer", "SaysoStatements",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]
        ),

        .target(name: "TestSupport", dependencies: ["SaysoArticles"], path: "Tests/TestSupport"),
        .target(
            name: "TestServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Tests/TestServer"
        ),
        .testTarget(
            name: "SaysoFetchingTests",
            dependencies: ["SaysoArchives", "SaysoFetching", "TestServer", "TestSupport"]
        ),
        .testTarget(name: "SaysoArticlesTests", dependencies: ["SaysoArticles", "TestSupport"]),
        .testTarget(name: "SaysoArchivesTests", dependencies: ["CZlib", "SaysoArchives", "TestSupport"]),
        .testTarget(
            name: "SaysoEncoderTests",
            dependencies: ["SaysoEncoder", "CSaysoKernels"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "SaysoStatementsTests",
            dependencies: ["SaysoArticles", "SaysoStatements", "TestSupport"],
            exclude: ["Fixtures", "Speakers/Cases"]
        ),
        .testTarget(
            name: "SaysoLedgerTests",
            dependencies: [
                "SaysoArticles", "SaysoLedger", "SaysoStatements", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "SaysoServerTests",
            dependencies: [
                "SaysoArticles", "SaysoLedger", "SaysoServer", "SaysoStatements", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "SaysoEvaluationTests",
            dependencies: [
                "SaysoArchives", "SaysoArticles", "SaysoEvaluation", "SaysoStatements", "TestSupport",
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "SaysoCommandTests",
            dependencies: [
                "SaysoArchives", "SaysoArticles", "SaysoCommand", "SaysoStatements", "TestServer",
                "TestSupport",
            ],
            exclude: ["Golden"]
        ),

        // what training measures of pages; in no product either
        .executableTarget(
            name: "PageFeatures",
            dependencies: ["SaysoArticles"],
            path: "Training/pages/Features"
        ),

        // the encoder against the machine; in no product, so nobody who uses the package builds it
        .target(name: "CPeak", path: "Benchmarks/CPeak"),
        .executableTarget(
            name: "EncoderBenchmark",
            dependencies: ["CPeak", "CSaysoKernels", "SaysoEncoder"],
            path: "Benchmarks/Encoder"
        ),
        // a ledger of a million generated statements; in no product either
        .executableTarget(
            name: "LedgerBenchmark",
            dependencies: [
                "SaysoArticles", "SaysoLedger", "SaysoStatements",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks/LedgerBenchmark"
        ),
    ]
)

// Warnings are errors; imports are internal and explicit unless they say otherwise.
for target in package.targets where target.type != .system {
    var settings: [SwiftSetting] = target.swiftSettings ?? []
    settings += [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    ]
    target.swiftSettings = settings
}
