import SaysoLedger
import Testing

@Suite("When to look again")
struct WatchScheduleTests {
    private let schedule = WatchSchedule()

    private func young(_ now: Int = 0) -> WatchedAddress {
        WatchedAddress("https://coastwire.example/dam", kind: .article, pause: 900, now: now)
    }

    @Test("An article is looked at often at first, then ever less, and in the end no more")
    func article() {
        var (address, now, pauses) = (young(), 0, [Int]())
        while let next = address.nextCheck, pauses.count < 1000 {
            now = next
            address = schedule.next(address, .same, now: now, jitter: 0)
            if let next = address.nextCheck { pauses.append(next - now) }
        }
        #expect(pauses == pauses.sorted())
        #expect(pauses.first == schedule.least)
        #expect((20..<60).contains(pauses.count), "\(pauses.count)")
        #expect(now > schedule.patience)
    }

    @Test("A change makes it young again")
    func change() {
        var address = young()
        address.lastChanged = 0
        let old = schedule.next(address, .same, now: 20 * 86_400, jitter: 0)
        let new = schedule.next(address, .news, now: 20 * 86_400, jitter: 0)
        #expect(old.pause == 5 * 86_400)
        #expect(new.pause == schedule.least)
    }

    @Test("A feed is looked at more often the more it has", arguments: [(true, 900), (false, 86_400)])
    func feed(hasNews: Bool, pause: Int) {
        var address = WatchedAddress("https://coastwire.example/feed", kind: .feed, pause: 3600, now: 0)
        for now in 1...20 { address = schedule.next(address, hasNews ? .news : .same, now: now, jitter: 0) }
        #expect(address.pause == pause)
    }

    @Test("Failures double the pause, and the next success mends it")
    func failures() {
        var (address, pauses) = (young(), [Int]())
        for _ in 0..<12 {
            address = schedule.next(address, .failure, now: 0, jitter: 0)
            pauses.append(address.nextCheck ?? -1)
        }
        #expect(pauses[0] * 2 == pauses[1])
        #expect(pauses.last == schedule.most)
        #expect(schedule.next(address, .same, now: 0, jitter: 0).nextCheck == schedule.least)
    }

    @Test("What is gone thrice is left alone")
    func gone() {
        var address = young()
        for _ in 0..<3 { address = schedule.next(address, .gone, now: 0, jitter: 0) }
        #expect(address.nextCheck == nil)
        #expect(!schedule.isDue(address, now: .max / 2))
    }

    @Test("A clock that was set back stops nothing")
    func clock() {
        let address = schedule.next(young(100_000), .same, now: 100_000, jitter: 1)
        #expect(!schedule.isDue(address, now: 100_001))
        #expect(schedule.isDue(address, now: 5_000))
    }

    @Test("What is watched outlives the program")
    func stored() throws {
        try withLedger { ledger in
            let address = young(10)
            #expect(try ledger.watch([address, address]) == 1)
            var next = schedule.next(address, .news, now: 20, jitter: 0)
            next.entityTag = "\"7\""
            try ledger.update([next])
            #expect(try ledger.watch([young(500)]) == 0)
            #expect(try ledger.watched() == [next])
            try ledger.log([.init(time: 1, level: "info", address: nil, message: "began")])
            #expect(try ledger.events(last: 5).map(\.message) == ["began"])
        }
    }
}
