/// The small part of Python in which a corpus of feeds states what should come out of each.
indirect enum PythonExpression {
    case literal(Value)
    /// `feed.title`, `entries[0].content[1].value`: subscripts with names and attributes are the same.
    case path(String)
    case length(String)
    case not(PythonExpression)
    case and(PythonExpression, PythonExpression)
    case or(PythonExpression, PythonExpression)
    /// `a == b == c`; each sign with whether it means equality.
    case comparison([PythonExpression], equal: [Bool])

    enum Value: Equatable {
        case none
        case integer(Int)
        case string(String)
        case tuple([Value])
    }

    /// Something that is not in the part; the whole expression cannot be judged.
    struct Unsupported: Error {}

    init(_ text: String) throws(Unsupported) {
        var parser = Parser(text)
        self = try parser.disjunction()
        guard parser.isAtEnd else { throw Unsupported() }
    }

    /// Every path that is asked about.
    var paths: [String] {
        switch self {
        case .literal: []
        case .path(let path), .length(let path): [path]
        case .not(let operand): operand.paths
        case .and(let one, let other), .or(let one, let other): one.paths + other.paths
        case .comparison(let operands, _): operands.flatMap(\.paths)
        }
    }
}

/// Recursive descent over the grammar of expressions.
private struct Parser {
    typealias Unsupported = PythonExpression.Unsupported
    typealias Value = PythonExpression.Value

    private let text: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    var isAtEnd: Bool { text[index...].allSatisfy(\.properties.isWhitespace) }

    private mutating func skip(_ sign: String) -> Bool {
        while index < text.count, text[index].properties.isWhitespace { index += 1 }
        let scalars = Array(sign.unicodeScalars)
        guard text[index...].starts(with: scalars) else { return false }
        let end = index + scalars.count
        if scalars[0].properties.isAlphabetic, end < text.count, Self.isName(text[end]) { return false }
        index = end
        return true
    }

    private mutating func need(_ sign: String) throws(Unsupported) {
        if !skip(sign) { throw Unsupported() }
    }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
    }

    mutating func disjunction() throws(Unsupported) -> PythonExpression {
        var left = try conjunction()
        while skip("or") { left = .or(left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws(Unsupported) -> PythonExpression {
        var left = try negation()
        while skip("and") { left = .and(left, try negation()) }
        return left
    }

    private mutating func negation() throws(Unsupported) -> PythonExpression {
        skip("not") ? .not(try negation()) : try comparison()
    }

    private mutating func comparison() throws(Unsupported) -> PythonExpression {
        var operands = [try sum()]
        var equal: [Bool] = []
        while true {
            if skip("==") { equal.append(true) } else if skip("!=") { equal.append(false) } else { break }
            operands.append(try sum())
        }
        return equal.isEmpty ? operands[0] : .comparison(operands, equal: equal)
    }

    /// Strings put together.
    private mutating func sum() throws(Unsupported) -> PythonExpression {
        var left = try operand()
        while skip("+") {
            guard case .literal(.string(let start)) = left, case .literal(.string(let end)) = try operand()
            else { throw Unsupported() }
            left = .literal(.string(start + end))
        }
        return left
    }

    private mutating func operand() throws(Unsupported) -> PythonExpression {
        if skip("(") {
            if skip(")") { return .literal(.tuple([])) }
            let first = try disjunction()
            if skip(")") { return first }
            var values: [Value] = []
            guard case .literal(let value) = first else { throw Unsupported() }
            values.append(value)
            while skip(",") {
                if skip(")") { return .literal(.tuple(values)) }
                guard case .literal(let value) = try operand() else { throw Unsupported() }
                values.append(value)
            }
            try need(")")
            return .literal(.tuple(values))
        }
        if skip("None") { return .literal(.none) }
        if skip("len") {
            try need("(")
            guard case .path(let path) = try operand() else { throw Unsupported() }
            try need(")")
            return .length(path)
        }
        for prefix in ["u", "r", ""] {
            for quote in ["\"\"\"", "'''", "\"", "'"] where skip(prefix + quote) {
                return .literal(.string(try string(to: quote, isRaw: prefix == "r")))
            }
        }
        if index < text.count, let number = integer() { return .literal(.integer(number)) }
        return .path(try path())
    }

    private mutating func integer() -> Int? {
        let digits = text[index...].prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { return nil }
        index += digits.count
        return Int(String(String.UnicodeScalarView(digits)))
    }

    private mutating func name() throws(Unsupported) -> String {
        let scalars = text[index...].prefix(while: Self.isName)
        guard !scalars.isEmpty else { throw Unsupported() }
        index += scalars.count
        return String(String.UnicodeScalarView(scalars))
    }

    private mutating func path() throws(Unsupported) -> String {
        var path = try name()
        while true {
            if skip(".") {
                path += "." + (try name())
            } else if skip("[") {
                if let number = integer() {
                    path += "[\(number)]"
                } else {
                    guard skip("'") || skip("\"") else { throw Unsupported() }
                    path += "." + (try name())
                    guard skip("'") || skip("\"") else { throw Unsupported() }
                }
                try need("]")
            } else if skip("(") || skip("{") {
                throw Unsupported()
            } else {
                return path
            }
        }
    }

    private mutating func string(to quote: String, isRaw: Bool) throws(Unsupported) -> String {
        let quote = Array(quote.unicodeScalars)
        var result = String.UnicodeScalarView()
        while index < text.count {
            if text[index...].starts(with: quote) {
                index += quote.count
                return String(result)
            }
            let scalar = text[index]
            index += 1
            if scalar == "\\", !isRaw { try escape(to: &result) } else { result.append(scalar) }
        }
        throw Unsupported()
    }

    private mutating func escape(to result: inout String.UnicodeScalarView) throws(Unsupported) {
        guard index < text.count else { throw Unsupported() }
        let letter = text[index]
        index += 1
        let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
        if let count = digits[letter] {
            let digits = text[index...].prefix(count)
            guard let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { throw Unsupported() }
            index += count
            result.append(scalar)
            return
        }
        let letters: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "t": "\t", "r": "\r"]
        result.append(letters[letter] ?? letter)
    }
}
