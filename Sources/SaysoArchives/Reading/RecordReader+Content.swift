/// Making what is handed over of a head and a block.
extension RecordReader {
    func hand(over head: RecordHead, block: [UInt8], location: ArchiveLocation, flaws: [Flaw]) {
        var head = head
        if case .arc = syntax, head.kind == .resource, block.starts(with: "HTTP/".utf8) {
            head.kind = .response
        }
        counts[head.kind, default: 0] += 1

        var record = ArchiveRecord(
            kind: head.kind,
            address: head.address,
            date: head.date,
            id: head.id,
            ip: head.ip,
            location: location,
            fields: head.fields
        )
        record.truncated = head.fields["WARC-Truncated"]
        record.payloadDigest = head.fields["WARC-Payload-Digest"]
        record.contentType = head.mediaType

        var flaws = flaws
        var message: HTTPMessage?
        if head.kind == .response || head.kind == .revisit, !block.isEmpty {
            message = HTTPMessage(response: block[...])
            let isHTTP = head.mediaType?.lowercased().hasPrefix("application/http") ?? false
            if message == nil, isHTTP {
                flaws.append(Flaw(code: .badHTTP, message: "the block is no HTTP response"))
            }
        }
        checkDigests(head, block, message, &flaws)
        guard head.kind.isContent else {
            queue += flaws.map { .problem(ArchiveProblem($0.code, $0.message, at: location)) }
            return
        }

        if let message {
            record.status = message.status
            record.headers = message.headers
            record.contentType = message.headers["Content-Type"]
            if !message.isWhole { flaws.append(Flaw(code: .badHTTP, message: "the HTTP header has no end")) }
        }
        if head.kind == .revisit {
            var revisit = Revisit(head.fields)
            revisit.location = earlier.find(head, revisit)
            record.revisit = revisit
        } else {
            fill(&record, block, message, &flaws)
            earlier.remember(head, location)
        }
        if head.fields["WARC-Segment-Number"] == "1" {
            flaws.append(
                Flaw(
                    code: .segmented,
                    message: "this is the first of several segments; it is not joined to them"
                )
            )
        }
        record.problems = flaws.map { ArchiveProblem($0.code, $0.message, at: location) }
        queue.append(.record(record))
    }

    private func fill(
        _ record: inout ArchiveRecord,
        _ block: [UInt8],
        _ message: HTTPMessage?,
        _ flaws: inout [Flaw]
    ) {
        guard let message else {
            record.body = block
            return
        }
        if message.missing > 0, record.truncated == nil {
            let text =
                "the HTTP body has \(message.body.count) bytes, \(message.missing) fewer than its header says"
            flaws.append(Flaw(code: .shortBody, message: text))
        }
        let decoded = message.decodedBody(limits: options.limits)
        record.body = decoded.bytes
        flaws += decoded.flaws
    }

    private func checkDigests(
        _ head: RecordHead,
        _ block: [UInt8],
        _ message: HTTPMessage?,
        _ flaws: inout [Flaw]
    ) {
        guard options.checksDigests else { return }
        if let text = head.fields["WARC-Block-Digest"], let digest = RecordDigest(text),
            !digest.matches(block[...])
        {
            flaws.append(
                Flaw(code: .digestMismatch, message: "the block has another digest than \(text.prefix(140))")
            )
        }
        // A revisit's payload is elsewhere.
        guard head.kind != .revisit, let text = head.fields["WARC-Payload-Digest"],
            let digest = RecordDigest(text)
        else { return }
        // Writers differ in whether chunks are part of the payload.
        let matches: Bool
        if let message {
            matches =
                digest.matches(message.body[...])
                || (message.headers["Transfer-Encoding"] != nil
                    && digest.matches(message.transferDecodedBody(limits: options.limits).bytes[...]))
        } else if head.kind == .request {
            var position = block[...].line(at: 0).next
            _ = HeaderFields.read(block[...], from: &position)
            matches = digest.matches(block[position...])
        } else {
            matches = digest.matches(block[...])
        }
        if !matches {
            flaws.append(
                Flaw(
                    code: .digestMismatch,
                    message: "the payload has another digest than \(text.prefix(140))"
                )
            )
        }
    }
}
