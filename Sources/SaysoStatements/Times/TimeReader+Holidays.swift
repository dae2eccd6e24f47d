extension TimeReader {
    /// "Christmas", "Christmas Eve 2019", "New Year's Day", "Easter weekend".
    mutating func readHoliday() -> StatedDate? {
        guard let holiday = readHolidayName() else { return nil }
        let year = readYearAfter()
        guard skip("weekend") else { return dated(.holiday(holiday), year: year) }
        return dated(.holidayWeekend(holiday), year: year ?? readYearAfter())
    }

    mutating func readHolidayName() -> Holiday? {
        guard Holiday.firstWords.contains(next) else { return nil }
        let isName = isCapitalised(index) || next != "may" && next != "new"
        guard isName else { return nil }
        var name = ""
        var best: (holiday: Holiday, end: Int)?
        var place = index
        while place < min(index + 8, sentence.upperBound) {
            let form = text(place)
            place += 1
            if ["'", "’", "."].contains(form) { continue }
            if form == "s", !isSpaced(place - 1) {
                name += "s"
            } else {
                name += (name.isEmpty ? "" : " ") + form
            }
            if let holiday = Holiday.names[name] { best = (holiday, place) }
        }
        guard let best else { return nil }
        index = best.end
        return best.holiday
    }
}
