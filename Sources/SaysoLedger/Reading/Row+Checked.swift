import GRDB

/// SQLite keeps whatever it is given in whatever column, and a damaged file says anything. GRDB's own subscripts end
/// the process where a value is not of the type that is asked for; these, which stand before them everywhere in this
/// module, throw instead.
extension Row {
    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) -> Value {
        get throws {
            do { return try decode(Value.self, forColumn: column) } catch { throw damage(column) }
        }
    }

    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
        get throws {
            do { return try decode(Value.self, atIndex: index) } catch {
                throw damage(Array(columnNames)[index])
            }
        }
    }

    /// Names what cannot be read as well as the row can.
    private func damage(_ column: String) -> LedgerError {
        let revision = (try? decode(Int64.self, forColumn: "uid")).map(RevisionID.init(number:))
        let row = try? decode(Int64.self, forColumn: "id")
        let owner = revision.map { "revision \($0)" } ?? row.map { "row \($0)" } ?? "a row"
        return LedgerError(.damaged, "\(owner): its \(column) cannot be read")
    }
}
