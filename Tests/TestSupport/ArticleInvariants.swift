public import SaysoArticles

extension Article {
    /// What must be true of every article, whatever bytes it was read from.
    ///
    /// - Parameters:
    ///   - source: the bytes it was read from.
    ///   - generator: chooses the ranges that are tried.
    /// - Returns: what is not true; empty for a sound article.
    public func brokenInvariants(source: [UInt8], using generator: inout SeededGenerator) -> [String] {
        var broken: [String] = []
        func require(_ condition: Bool, _ message: @autoclosure () -> String) {
            if !condition { broken.append(message()) }
        }
        require(String(validating: text.utf8, as: UTF8.self) != nil, "the text is not UTF-8")
        require(isSound(paragraphs.map(\.range)), "paragraphs overlap or are out of order")
        require(covers(paragraphs.map(\.range), 0..<text.count), "paragraphs leave out text")

        for paragraph in paragraphs {
            let sentences = sentences(in: paragraph.body)
            require(isSound(sentences), "sentences overlap or are out of order in \(paragraph)")
            require(covers(sentences, paragraph.body), "sentences leave out text of \(paragraph)")
            require(sentences.allSatisfy { $0.count <= 40_010 }, "a sentence is too long")
            if let dateline = paragraph.dateline {
                require(dateline.range.lowerBound == paragraph.range.lowerBound, "a dateline is not in front")
                require(
                    dateline.range.upperBound <= paragraph.body.lowerBound,
                    "a dateline reaches into the body"
                )
            }
        }
        for line in timeLines {
            require(
                paragraphs.contains { $0.range == line.range && $0.kind == .timeLine },
                "a stray time line"
            )
            require(line.stamps.allSatisfy { line.range.contains($0.range) }, "a stamp outside its line")
        }

        let reading = readingRanges
        require(isSound(reading), "reading ranges overlap or are out of order")
        require(isSound(repeats.map(\.range)), "repeats overlap or are out of order")
        let datelines = paragraphs.compactMap(\.dateline?.range)
        let all = (reading + repeats.map(\.range) + datelines + timeLines.map(\.range))
            .sorted { $0.lowerBound < $1.lowerBound }
        require(isSound(all), "what is read, repeated and metadata overlap")
        require(covers(all, 0..<text.count), "some text is neither read nor repeated")
        for copy in repeats {
            require(reading.contains { $0.contains(copy.original) }, "\(copy) repeats what is not read")
            if copy.isExact {
                require(letters(copy.range) == letters(copy.original), "\(copy) has other words")
            }
        }
        for range in reading {
            for occurrence in occurrences(of: range) {
                require(
                    text.utf8.indices.contains(occurrence.lowerBound) && !occurrence.overlaps(range),
                    "an occurrence \(occurrence) of \(range) is no other place"
                )
            }
        }
        broken += brokenOffsets(source: source, using: &generator)
        return broken
    }

    /// Checks conversions against the standard library's views of the same text.
    private func brokenOffsets(source: [UInt8], using generator: inout SeededGenerator) -> [String] {
        var broken: [String] = []
        let boundaries = (0...text.count).filter { $0 == text.count || text.utf8[$0] & 0xC0 != 0x80 }
        for _ in 0..<8 {
            let ends = [generator.pick(boundaries), generator.pick(boundaries)].sorted()
            let range = ends[0]..<ends[1]
            let original = source[offsetMap.sourceRange(of: range)]
            if !encoding.decode(original).utf8.elementsEqual(text.utf8[range]) {
                broken.append("the original at \(range) has other characters")
            }
            let before = text[0..<range.lowerBound]
            let counts: [OffsetUnit: Int] = [
                .utf8: before.utf8.count, .codePoints: before.unicodeScalars.count,
                .utf16: before.utf16.count,
            ]
            for (unit, count) in counts {
                if text.offset(range.lowerBound, in: unit) != count
                    || text.utf8Offset(of: count, in: unit) != range.lowerBound
                {
                    broken.append("offset \(range.lowerBound) is not \(count) \(unit)")
                }
            }
        }
        return broken
    }

    private func isSound(_ ranges: [Range<Int>]) -> Bool {
        ranges.allSatisfy { range in
            !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= text.count
                && text.utf8[range.lowerBound] & 0xC0 != 0x80
                && (range.upperBound == text.count || text.utf8[range.upperBound] & 0xC0 != 0x80)
        } && zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    }

    /// Whether nothing but white space lies in a whole between its parts.
    private func covers(_ parts: [Range<Int>], _ whole: Range<Int>) -> Bool {
        var start = whole.lowerBound
        for part in parts + [whole.upperBound..<whole.upperBound] {
            guard start <= part.lowerBound, isBlank(start..<part.lowerBound) else { return false }
            start = part.upperBound
        }
        return true
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        text[range].unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
        }
    }

    private func letters(_ range: Range<Int>) -> String {
        String(text[range].lowercased().unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic })
    }
}
