import GRDB
@testable import SaysoLedger
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Backups and rescues")
struct RescueTests {
    @Test("A backup is the ledger, while it is written")
    func backup() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            try ledger.add([.invented(1), .invented(2)])
            let copy = folder + "/copy.sayso"
            try ledger.backup(to: copy)
            try ledger.add([.invented(3)])
            let backup = try Ledger(copy)
            #expect(try backup.revisions() == Array(ledger.revisions().prefix(2)))
            #expect(try await backup.verify().isClean)
            try backup.close()
            // The next backup takes its place.
            try ledger.backup(to: copy)
            let second = try Ledger(copy)
            #expect(try second.revisions().count == 3)
            try second.close()
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!files.contains { $0.contains("partial") })
        }
    }

    @Test(
        "A backup that somebody reads is replaced by the next one, and what a killed backup left is removed"
    )
    func nextBackup() throws {
        try withFolder { folder in
            let ledger = try Ledger(folder + "/invented.sayso", mode: .create)
            try ledger.add([.invented(1)])
            let copy = folder + "/copy.sayso"
            try ledger.backup(to: copy)
            let reader = try Ledger(copy, mode: .readOnly)
            #expect(try reader.revisions().count == 1)
            try reader.close()
            // No process has such a number.
            for ending in ["", "-wal"] {
                try Data("begun".utf8).write(to: URL(fileURLWithPath: copy + ".2147483647.partial" + ending))
            }
            try ledger.add([.invented(2)])
            try ledger.backup(to: copy)
            let second = try Ledger(copy, mode: .readOnly)
            #expect(try second.revisions().count == 2)
            try second.close()
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!files.contains { $0.contains("partial") }, "\(files)")
        }
    }

    @Test("A backup takes no other ledger's place, and a rescue no other file's")
    func otherLedger() throws {
        try withFolder { folder in
            for name in ["one", "other"] {
                let ledger = try Ledger("\(folder)/\(name).sayso", mode: .create)
                try ledger.add([.of("Mara Osk", page: name)])
                try ledger.close()
            }
            let one = try Ledger("\(folder)/one.sayso")
            #expect { try one.backup(to: "\(folder)/other.sayso") } throws: {
                "\($0)".contains("is another ledger")
            }
            try one.close()
            let letter = "\(folder)/new.sayso.partial"
            try Data("precious".utf8).write(to: URL(fileURLWithPath: letter))
            _ = try Ledger.rescue("\(folder)/one.sayso", into: "\(folder)/new.sayso")
            #expect(try Data(contentsOf: URL(fileURLWithPath: letter)) == Data("precious".utf8))
            #expect(try Ledger("\(folder)/other.sayso", mode: .readOnly).revisions().count == 1)
        }
    }

    @Test("A backup takes no other file's place", arguments: ["itself", "a letter", "a folder"])
    func noBackup(place: String) throws {
        try withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            var copy = file
            if place == "a letter" {
                copy = folder + "/letter.txt"
                try Data("Dear Mara".utf8).write(to: URL(fileURLWithPath: copy))
            } else if place == "a folder" {
                copy = folder
            }
            #expect(throws: LedgerError.self) { try ledger.backup(to: copy) }
            if place == "a letter" {
                #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == Data("Dear Mara".utf8))
            }
        }
    }

    @Test("What can be read of a damaged ledger is saved, whole articles only")
    func rescue() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            for number in 0..<140 { try ledger.add([.invented(number)]) }
            let all = try ledger.revisions()
            // A page in the middle of the table of statements, and one of texts.
            let pages = try ["statement", "revision"].map { table in
                try ledger.read { database in
                    try Int.fetchOne(
                        database,
                        sql: """
                            SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 1
                            """,
                        arguments: [table]
                    ) ?? 0
                }
            }
            let size = try ledger.read { try Int.fetchOne($0, sql: "PRAGMA page_size") ?? 0 }
            try ledger.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            for page in pages { bytes[(page - 1) * size + 4000] ^= 0x40 }
            try bytes.write(to: URL(fileURLWithPath: file))
            let new = folder + "/saved.sayso"
            let rescue = try Ledger.rescue(file, into: new)
            let saved = try Ledger(new)
            #expect(try await saved.verify().isClean)
            let kept = try saved.revisions()
            #expect(kept.count == rescue.revisions && kept.count >= 70 && kept.count < 140)
            // Each lost article is named.
            for id in Set(all).subtracting(kept) {
                #expect(rescue.losses.contains { $0.contains("\(id)") || $0.contains("of revision") })
            }
        }
    }

    @Test("A ledger that was cut off is saved as far as it goes")
    func cutOff() async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            for number in 0..<140 { try ledger.add([.invented(number)]) }
            try ledger.close()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            try bytes.prefix(bytes.count * 95 / 100).write(to: URL(fileURLWithPath: file))
            let new = folder + "/saved.sayso"
            let rescue = try Ledger.rescue(file, into: new)
            #expect(rescue.revisions > 90 && !rescue.losses.isEmpty)
            #expect(try await Ledger(new).verify().isClean)
        }
    }

    @Test("An undamaged ledger is saved without a loss")
    func whole() throws {
        try withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            try ledger.add((0..<5).map(Revision.invented))
            let new = folder + "/saved.sayso"
            #expect(try Ledger.rescue(file, into: new) == Rescue(revisions: 5, statements: 10, losses: []))
            #expect(throws: LedgerError.self) { try Ledger.rescue(file, into: new) }
            #expect(try Ledger(new).revision(ledger.revisions()[2]) == ledger.revision(ledger.revisions()[2]))
        }
    }

    /// What happens to the pages that say where everything else is.
    enum Harm: String, CaseIterable {
        case firstPage, header, magic, applicationID, pageSize, bit, schema

        func harm(_ bytes: inout Data) {
            switch self {
            case .firstPage: bytes.replaceSubrange(0..<16384, with: Data(count: 16384))
            case .header: bytes.replaceSubrange(0..<100, with: Data(repeating: 0x58, count: 100))
            case .magic: bytes[3] = 0x58
            case .applicationID: bytes[70] = 0
            case .pageSize: bytes[16] = 0x20
            case .bit: bytes[3000] ^= 4
            case .schema: bytes.replaceSubrange(100..<16384, with: Data(repeating: 0xFF, count: 16284))
            }
        }
    }

    @Test("Where the first page is damaged, all the rest is saved", arguments: Harm.allCases)
    func firstPage(harm: Harm) async throws {
        try await withFolder { folder in
            let file = folder + "/invented.sayso"
            let ledger = try Ledger(file, mode: .create)
            for number in 0..<40 { try ledger.add([.invented(number)]) }
            let all = try ledger.revisions()
            try ledger.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            harm.harm(&bytes)
            try bytes.write(to: URL(fileURLWithPath: file))
            let new = folder + "/saved.sayso"
            let rescue = try Ledger.rescue(file, into: new)
            #expect(rescue.revisions == 40 && rescue.statements == 80, "\(rescue.losses)")
            let saved = try Ledger(new)
            #expect(try saved.revisions() == all)
            #expect(try await saved.verify().isClean)
            try saved.close()
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!files.contains { $0.contains("partial") }, "\(files)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
        }
    }

    @Test("What is no ledger is not rescued", arguments: ["text", "picture", "database", "empty", "folder"])
    func noLedger(kind: String) throws {
        try withFolder { folder in
            let file = folder + "/other"
            switch kind {
            case "text":
                try Data(String(repeating: "Dear Mara, ", count: 5000).utf8).write(
                    to: .init(fileURLWithPath: file)
                )
            case "picture":
                try Data((0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
                    .write(to: .init(fileURLWithPath: file))
            case "database":
                try DatabaseQueue(path: file).inDatabase {
                    try $0.execute(
                        sql: "CREATE TABLE letter (words TEXT); INSERT INTO letter VALUES ('Dear Mara')"
                    )
                }
            case "empty": try Data().write(to: .init(fileURLWithPath: file))
            default: try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
            }
            for mode in [Ledger.Mode.readOnly, .existing] {
                let error = #expect(throws: LedgerError.self) { try Ledger(file, mode: mode) }
                #expect(error?.code == .notALedger && error?.message.hasPrefix(file) == true)
            }
            let error = #expect(throws: LedgerError.self) {
                try Ledger.rescue(file, into: folder + "/new.sayso")
            }
            #expect(error?.code == .notALedger && error?.message.hasPrefix(file) == true)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files == ["other"], "\(files)")
        }
    }
}
