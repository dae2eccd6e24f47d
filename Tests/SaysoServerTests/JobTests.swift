import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SaysoLedger
import Synchronization
import Testing

@testable import SaysoServer

@Suite("Adding while nobody waits")
struct JobTests {
    private static let article = AddedArticle(
        result: "added",
        revision: nil,
        statements: 2,
        changes: 0,
        article: "coastwire.example/quay",
        path: "-"
    )

    private static func bytes(_ name: String) -> Submission {
        .bytes([0x61], type: nil, address: nil, name: name)
    }

    /// Asks until a job is over.
    private static func end(of id: String, in jobs: AdditionJobs) async throws -> AdditionJob {
        for _ in 0..<1000 {
            if let job = jobs.job(id), job.isOver { return job }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw CancellationError()
    }

    private static func jobs(
        most: Int = 8,
        time: Double = 60,
        add: @escaping @Sendable (Submission, @Sendable (AdditionStep) -> Void) async throws -> Void
    ) -> AdditionJobs {
        AdditionJobs(
            ledger: "/nowhere/news.sayso",
            intake: Intake(extract: { _ in [] }, add: add),
            most: most,
            time: time
        )
    }

    @Test("A job tells of each step, and what cannot be read does not keep the rest")
    func steps() async throws {
        let jobs = Self.jobs { submission, tell in
            if submission.path == "-:bad.bin" { throw IntakeError(code: "binary", message: "not a text") }
            tell(.found(2))
            tell(.problem(IntakeError(code: "language", message: "not English"), path: "feed#1"))
            tell(.read)
            tell(.added(Self.article))
            tell(.read)
        }
        let job = try jobs.start([Self.bytes("bad.bin"), Self.bytes("feed.xml")])
        #expect(job.state == .waiting)
        #expect(job.title == "-:bad.bin and 1 more")
        let end = try await Self.end(of: job.id, in: jobs)
        #expect(end.state == .done)
        #expect(end.problems.map(\.path) == ["-:bad.bin", "feed#1"])
        #expect(end.added == [Self.article])
        #expect((end.documents, end.documentsRead) == (2, 2))
        #expect(end.ended != nil)
        #expect(jobs.job("0") == nil)
        try await jobs.stop()
    }

    @Test("A ledger that cannot be written ends a job, with what to do")
    func failed() async throws {
        let jobs = Self.jobs { _, tell in
            tell(.added(Self.article))
            throw LedgerError(.full, "/nowhere/news.sayso: the disk is full")
        }
        let job = try await Self.end(of: try jobs.start([Self.bytes("a")]).id, in: jobs)
        #expect(job.state == .failed)
        #expect(job.failure?.status.code == 507)
        #expect(job.failure?.detail == "the disk is full")
        #expect(job.added.count == 1)
        try await jobs.stop()
    }

    @Test("Jobs run one after the other, too many are refused, and old ones are forgotten")
    func bounds() async throws {
        let running = Mutex(0)
        let most = Mutex(0)
        let jobs = Self.jobs(most: 3) { _, _ in
            let now = running.withLock { count in
                count += 1
                return count
            }
            most.withLock { $0 = max($0, now) }
            try await Task.sleep(for: .milliseconds(20))
            running.withLock { $0 -= 1 }
        }
        let first = try (0..<3).map { _ in try jobs.start([Self.bytes("a")]) }
        let refused = #expect(throws: Problem.self) { try jobs.start([Self.bytes("a")]) }
        #expect(refused?.status == .serviceUnavailable)
        for job in first { _ = try await Self.end(of: job.id, in: jobs) }
        #expect(most.withLock { $0 } == 1)
        for _ in 0..<AdditionJobs.kept {
            _ = try await Self.end(of: try jobs.start([]).id, in: jobs)
        }
        #expect(jobs.job(first[0].id) == nil)
        try await jobs.stop()
    }

    @Test("A job that takes too long, or a server that stops, gives it up")
    func givenUp() async throws {
        let late = Self.jobs(time: 0.05) { _, _ in try await Task.sleep(for: .seconds(60)) }
        let job = try await Self.end(of: try late.start([Self.bytes("a")]).id, in: late)
        #expect(job.failure?.detail.contains("longer") == true)
        try await late.stop()

        let stopped = Self.jobs { _, tell in
            tell(.added(Self.article))
            try await Task.sleep(for: .seconds(60))
        }
        let ids = try (0..<2).map { _ in try stopped.start([Self.bytes("a")]).id }
        while stopped.job(ids[0])?.added.isEmpty != false { try await Task.sleep(for: .milliseconds(5)) }
        try await stopped.stop()
        for (id, count) in zip(ids, [1, 0]) {
            #expect(stopped.job(id)?.failure?.detail.contains("stopped") == true)
            #expect(stopped.job(id)?.added.count == count)
        }
        #expect(throws: Problem.self) { try stopped.start([Self.bytes("a")]) }
    }

    @Test("Over HTTP, the answer says where to look, and there it ends")
    func served() async throws {
        let ledger = try ServedLedger()
        let server = try ledger.server(intake: DocumentTests.intake(ledger.path))
        try await server.application.test(.router) { client in
            let begun = try await client.execute(
                uri: "/api/v1/add",
                method: .post,
                headers: [.contentType: "text/plain"],
                body: ByteBuffer(string: "Mara Osk said nothing.")
            )
            #expect(begun.status == .accepted)
            let place = try #require(begun.headers[.location])
            let document = try APIDocument()
            let operation = try #require(document.paths["/api/v1/add/{job}"]?["get"])
            var job = begun
            for _ in 0..<1000 {
                job = try await client.execute(uri: place, method: .get)
                #expect(try document.flaws(of: job, operation) == [])
                if try job.json["ended"] is String { break }
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(try job.json["state"] as? String == "done")
            #expect(try job.list("articles").count == 1)
            let other = try await client.execute(uri: "/api/v1/add/0123456789abcdef", method: .get)
            #expect(other.status == .notFound)
        }
    }
}
