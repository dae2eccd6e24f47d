package import CoreMetrics
import Synchronization

/// Keeps what is counted and measured in memory, and writes it as Prometheus reads it.
package final class MetricsRegistry: MetricsFactory {
    fileprivate struct Key: Hashable {
        let name: String
        /// `{route="…"}`, or nothing.
        let labels: String

        init(_ label: String, _ dimensions: [(String, String)]) {
            name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
            let pairs = dimensions.map { name, value in
                let value = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                    .replacing("\n", with: "\\n")
                return "\(name)=\"\(value)\""
            }
            labels = pairs.isEmpty ? "" : "{" + pairs.joined(separator: ",") + "}"
        }
    }

    fileprivate enum Value {
        case counter(Double)
        case gauge(Double)
        case summary(count: Int, sum: Double)
    }

    private let values = Mutex<[Key: Value]>([:])

    /// Knows nothing yet.
    package init() {}

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Handler(key: Key(label + "_total", dimensions), registry: self)
    }

    package func makeFloatingPointCounter(label: String, dimensions: [(String, String)])
        -> any FloatingPointCounterHandler
    {
        Handler(key: Key(label + "_total", dimensions), registry: self)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        Handler(key: Key(label, dimensions), registry: self)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool)
        -> any RecorderHandler
    {
        Handler(key: Key(label, dimensions), registry: self)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        Handler(key: Key(label, dimensions), registry: self)
    }

    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// Everything in Prometheus' text format, in the order of names.
    package var text: String {
        let entries = values.withLock { Array($0) }.sorted { one, other in
            (one.key.name, one.key.labels) < (other.key.name, other.key.labels)
        }
        var (lines, last) = ("", "")
        for (key, value) in entries {
            let type: String
            let samples: [(String, String)]
            switch value {
            case .counter(let number): (type, samples) = ("counter", [("", "\(number)")])
            case .gauge(let number): (type, samples) = ("gauge", [("", "\(number)")])
            case .summary(let count, let sum):
                (type, samples) = ("summary", [("_count", "\(count)"), ("_sum", "\(sum)")])
            }
            if key.name != last { lines += "# TYPE \(key.name) \(type)\n" }
            last = key.name
            for (ending, number) in samples { lines += "\(key.name)\(ending)\(key.labels) \(number)\n" }
        }
        return lines
    }

    fileprivate func update(_ key: Key, _ change: (Value?) -> Value?) {
        values.withLock { $0[key] = change($0[key]) }
    }
}

/// One thing that is counted or measured.
private final class Handler: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler,
    TimerHandler
{
    private let key: MetricsRegistry.Key
    private let registry: MetricsRegistry

    init(key: MetricsRegistry.Key, registry: MetricsRegistry) {
        (self.key, self.registry) = (key, registry)
    }

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    func increment(by amount: Double) {
        registry.update(key) { value in
            if case .gauge(let number) = value { return .gauge(number + amount) }
            if case .counter(let number) = value { return .counter(number + amount) }
            return .counter(amount)
        }
    }

    func decrement(by amount: Double) { increment(by: -amount) }
    func reset() { registry.update(key) { _ in nil } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { registry.update(key) { _ in .gauge(value) } }
    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Double) {
        registry.update(key) { old in
            guard case .summary(let count, let sum) = old else { return .summary(count: 1, sum: value) }
            return .summary(count: count + 1, sum: sum + value)
        }
    }
}
