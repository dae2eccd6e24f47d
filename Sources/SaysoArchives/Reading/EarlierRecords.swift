import Crypto

/// Where the last records of an archive are, for the revisits that refer to them. Old ones are forgotten.
final class EarlierRecords {
    /// The beginning of a digest; nobody gains by two that are alike.
    private struct Key: Hashable {
        let high: UInt64
        let low: UInt64

        init(_ text: String) {
            var words: [UInt64] = [0, 0]
            for (index, byte) in SHA256.hash(data: Array(text.utf8)).prefix(16).enumerated() {
                words[index / 8] = words[index / 8] << 8 | UInt64(byte)
            }
            (high, low) = (words[0], words[1])
        }
    }

    private let limit: Int
    private var places: [Key: ArchiveLocation] = [:]
    /// The keys in a ring, the oldest at `oldest` once it is full.
    private var ring: [Key] = []
    private var oldest = 0

    /// Remembers so many records.
    init(limit: Int) {
        // By identifier, by address and date, by digest.
        self.limit = min(max(0, limit), 1 << 24) * 3
    }

    func remember(_ head: RecordHead, _ location: ArchiveLocation) {
        guard limit > 0 else { return }
        for key in keys(
            id: head.id,
            address: head.address,
            date: head.date,
            head.fields["WARC-Payload-Digest"]
        ) {
            // The first of several is the one that was not a repetition.
            guard places[key] == nil else { continue }
            if ring.count < limit {
                ring.append(key)
            } else {
                places[ring[oldest]] = nil
                ring[oldest] = key
                oldest = (oldest + 1) % limit
            }
            places[key] = location
        }
    }

    /// Where the record is to which a revisit refers: by its identifier, by address and date, by the payload's digest.
    func find(_ head: RecordHead, _ revisit: Revisit?) -> ArchiveLocation? {
        keys(
            id: revisit?.id,
            address: revisit?.address ?? head.address,
            date: revisit?.date,
            head.fields["WARC-Payload-Digest"]
        ).lazy.compactMap { self.places[$0] }.first
    }

    private func keys(id: String?, address: String, date: String?, _ digest: String?) -> [Key] {
        var keys: [Key] = []
        if let id { keys.append(Key("id " + id)) }
        if let date, !address.isEmpty { keys.append(Key("at \(date) \(address)")) }
        if let digest { keys.append(Key("digest " + digest)) }
        return keys
    }
}
