import SaysoArticles
import Testing

@testable import SaysoStatements

/// Expressions in invented sentences of an article of Saturday, 26 April 2025, unless they say otherwise.
@Suite("Time expressions")
struct ExpressionTests {
    private static let day = "2025-04-26"

    @Test(
        "Days in full",
        arguments: [
            ("The treaty entered into force on December 4, 2024.", ["December 4, 2024 = 2024-12-04"]),
            ("It was signed on 4 December 2024 in Orlo.", ["4 December 2024 = 2024-12-04"]),
            ("On Wednesday, Dec. 4, 2024, it rained.", ["Wednesday, Dec. 4, 2024 = 2024-12-04"]),
            ("She was born on the 4th of December, 1987.", ["the 4th of December, 1987 = 1987-12-04"]),
            ("It opened on May twenty-first, 1995.", ["May twenty-first, 1995 = 1995-05-21"]),
            ("Filed 2024-12-04, heard 04.12.2024.", ["2024-12-04 = 2024-12-04", "04.12.2024 = 2024-12-04"]),
            ("The letter of 25/12/2024 is lost.", ["25/12/2024 = 2024-12-25"]),
            ("The ship sank on 14 April 1812.", ["14 April 1812 = 1812-04-14"]),
            ("A charter of 5 December 1391 says so.", ["5 December 1391 = 1391-12-05"]),
            ("It fell on 5/26/98.", ["5/26/98 = 1998-05-26"]),
        ]
    )
    func days(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "Days without their year, by the tense of the clause",
        arguments: [
            ("The mayor resigned on Monday.", ["Monday = 2025-04-21"]),
            ("The council will vote on Monday.", ["Monday = 2025-04-28"]),
            ("The bridge is to open on Monday.", ["Monday = 2025-04-28"]),
            ("She plans to sail on Thursday.", ["Thursday = 2025-05-01"]),
            ("He said the strike would begin on Tuesday.", ["Tuesday = 2025-04-29"]),
            ("On Monday, the council will vote.", ["Monday = 2025-04-28"]),
            ("On Monday, the council voted.", ["Monday = 2025-04-21"]),
            (
                "Officials said Saturday that talks will resume on Monday.",
                ["Saturday = 2025-04-26", "Monday = 2025-04-28"]
            ),
            ("The ferry sank on Saturday.", ["Saturday = 2025-04-26"]),
            ("The ferry will sail on Saturday.", ["Saturday = 2025-04-26"]),
            ("He was arrested on April 26.", ["April 26 = 2025-04-26"]),
            ("He was arrested on 27 April.", ["27 April = 2024-04-27"]),
            ("The court will sit on 27 April.", ["27 April = 2025-04-27"]),
            ("It closed in October.", ["October = 2024-10"]),
            ("It will close in October.", ["October = 2025-10"]),
            ("The bill was paid on the 20th.", ["the 20th = 2025-04-20"]),
            ("The bill will be paid on the 20th.", ["the 20th = 2025-05-20"]),
            ("The verdict, due on Friday, May 2, is awaited.", ["Friday, May 2 = 2025-05-02"]),
            ("Voters left Will Marn out on Sunday.", ["Sunday = 2025-04-20"]),
            ("“Let’s meet on Sunday.”", ["Sunday = 2025-04-27"]),
            ("The trial was set for the 22nd.", ["the 22nd = 2025-04-22"]),
            (
                "It is shut this Friday, May 2, and today (26.04.2025).",
                [
                    "this Friday, May 2 = 2025-05-02", "today (26.04.2025) = 2025-04-26",
                ]
            ),
        ]
    )
    func tense(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "From the article's day",
        arguments: [
            (
                "It snowed yesterday and the day before yesterday.",
                [
                    "yesterday = 2025-04-25", "the day before yesterday = 2025-04-24",
                ]
            ),
            ("Earlier in the day the mayor wept.", ["Earlier in the day = 2025-04-26"]),
            ("It fell last week, will rise next month.", ["last week = 2025-W16", "next month = 2025-05"]),
            (
                "Earlier this month and late last year.",
                ["Earlier this month = 2025-04", "late last year = 2024"]
            ),
            (
                "It opens this summer; last winter was hard.",
                ["this summer = 2025-SU", "last winter = 2024-WI"]
            ),
            ("The fair of last April and of next June.", ["last April = 2024-04", "next June = 2025-06"]),
            (
                "Friday next week, and last Friday.",
                ["Friday next week = 2025-05-02", "last Friday = 2025-04-18"]
            ),
            ("It was sold two days ago.", ["two days ago = 2025-04-24"]),
            ("It was built half a century ago.", ["half a century ago = 1975"]),
            ("It was built nearly five years ago.", ["nearly five years ago = 2020"]),
            ("The hall will open in two weeks.", ["two weeks = 2025-W19"]),
            ("He wrote it in two weeks.", ["two weeks = P2W (duration)"]),
            ("It grew over the past five years.", ["the past five years = 2020-04-26/2025-04-26"]),
            ("Rain is due in the next three days.", ["the next three days = 2025-04-27/2025-04-29"]),
            ("Over the weekend it rained.", ["the weekend = 2025-W17-WE"]),
            (
                "It broke a few days ago and in recent years.",
                ["a few days ago = PAST_REF", "recent years = PAST_REF"]
            ),
            ("It will end soon; now it is calm.", ["soon = FUTURE_REF", "now = PRESENT_REF"]),
            ("The first Friday of next month.", ["The first Friday of next month = 2025-05-02"]),
            ("The rest of the week is free.", ["The rest of the week = 2025-04-26/2025-04-27"]),
            ("Sales fell 3% in the year to date.", ["the year to date = 2025-01-01/2025-04-26"]),
            ("It is the longest to date.", ["to date = PRESENT_REF"]),
            ("They must go by the end of the day.", ["the end of the day = 2025-04-26"]),
            (
                "Work ends in the next four business days.",
                [
                    "the next four business days = 2025-04-27/2025-05-01"
                ]
            ),
            ("It will end next week on Tuesday.", ["next week on Tuesday = 2025-04-29"]),
            (
                "It will end on Wednesday evening next week.",
                ["Wednesday evening next week = 2025-04-30TEV (time)"]
            ),
            ("Pupils of this school year.", ["this school year = ?"]),
        ]
    )
    func relative(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "Weeks, parts of years, decades and centuries",
        arguments: [
            ("It rose in the first quarter of 2024.", ["the first quarter of 2024 = 2024-Q1"]),
            (
                "Sales for Q3 2023 and the second half of 2021.",
                [
                    "Q3 2023 = 2023-Q3", "the second half of 2021 = 2021-H2",
                ]
            ),
            ("In fiscal 2023 and FY2022 it lost money.", ["fiscal 2023 = FY2023", "FY2022 = FY2022"]),
            (
                "In the spring of 1978 and in fall 2019.",
                ["the spring of 1978 = 1978-SP", "fall 2019 = 2019-FA"]
            ),
            (
                "In the 1990s, the '80s and the nineties.",
                [
                    "the 1990s = 199X", "the '80s = 198X", "the nineties = 199X",
                ]
            ),
            ("A vase of the 15th century.", ["the 15th century = 14XX"]),
            ("In April 2024 and mid-2019.", ["April 2024 = 2024-04", "mid-2019 = 2019"]),
            ("A club founded in 1848, reopened in '98.", ["1848 = 1848", "'98 = 1998"]),
            ("It began in nineteen twenty-eight.", ["nineteen twenty-eight = 1928"]),
            ("In the first nine months of 2021.", ["the first nine months of 2021 = 2021-01/2021-09"]),
            ("The second week of 2015.", ["The second week of 2015 = 2015-W02"]),
            ("The third month of next year.", ["The third month of next year = 2026-03"]),
            (
                "In the twenty-tens and the two thousands.",
                [
                    "the twenty-tens = 201X", "the two thousands = 200X",
                ]
            ),
        ]
    )
    func longer(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "From one to another",
        arguments: [
            ("It was shut from Monday to Thursday.", ["from Monday to Thursday = 2025-04-21/2025-04-24"]),
            ("It will be shut between 3 and 5 May.", ["between 3 and 5 May = 2025-05-03/2025-05-05"]),
            ("The fair of May 3-5, 2024.", ["May 3-5, 2024 = 2024-05-03/2024-05-05"]),
            ("He ruled from 2014 to 2018.", ["from 2014 to 2018 = 2014/2018"]),
            ("The 2014-15 season.", ["2014-15 = 2014/2015"]),
            ("It lasted from November 2023 until May.", ["from November 2023 until May = 2023-11/2024-05"]),
            ("It ran from Dec. 28 to Jan. 3.", ["from Dec. 28 to Jan. 3 = 2024-12-28/2025-01-03"]),
            (
                "Open from 3 to 5 p.m. on Friday.",
                ["from 3 to 5 p.m. on Friday = 2025-04-25T15:00/2025-04-25T17:00 (time)"]
            ),
            (
                "It will be shut next week from Tuesday to Friday.",
                ["next week from Tuesday to Friday = 2025-04-29/2025-05-02"]
            ),
            ("Open 10:00-12:00 daily.", ["10:00-12:00 = T10:00/T12:00 (time)", "daily = P1D (set)"]),
        ]
    )
    func stretches(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "Times of day keep their zones",
        arguments: [
            (
                "It begins at 4 p.m. ET on Friday, Jan. 3, 2025.",
                ["4 p.m. ET on Friday, Jan. 3, 2025 = 2025-01-03T16:00-05:00 (time)"]
            ),
            ("It began at 4 p.m. ET on Friday.", ["4 p.m. ET on Friday = 2025-04-25T16:00-04:00 (time)"]),
            ("It began at 4 p.m. EST on Friday.", ["4 p.m. EST on Friday = 2025-04-25T16:00-05:00 (time)"]),
            ("The quake struck at 16:19 GMT on Friday.", ["16:19 GMT on Friday = 2025-04-25T16:19Z (time)"]),
            ("On Friday at 0730 GMT it struck.", ["Friday at 0730 GMT = 2025-04-25T07:30Z (time)"]),
            ("They met at 18:05 (UTC+3).", ["18:05 (UTC+3) = T18:05+03:00 (time)"]),
            ("By noon it was over.", ["noon = T12:00 (time)"]),
            (
                "Half past seven on Tuesday was too late.",
                ["Half past seven on Tuesday = 2025-04-22T07:30 (time)"]
            ),
            ("He left at 8.30pm yesterday.", ["8.30pm yesterday = 2025-04-25T20:30 (time)"]),
            ("He slept until seven o'clock.", ["seven o'clock = T07:00 (time)"]),
            ("They fled on Monday night.", ["Monday night = 2025-04-21TNI (time)"]),
            (
                "Late last night and this morning.",
                ["Late last night = 2025-04-25TNI (time)", "this morning = 2025-04-26TMO (time)"]
            ),
            ("Tonight at 8 it ends.", ["Tonight at 8 = 2025-04-26T20:00 (time)"]),
            ("On the morning of March 3 it rang.", ["the morning of March 3 = 2025-03-03TMO (time)"]),
            ("It was dark at 5 in the afternoon.", ["5 in the afternoon = T17:00 (time)"]),
            ("It opens at 2 p.m. local time.", ["2 p.m. local time = T14:00 (time)"]),
            ("She woke at eight forty-five.", ["eight forty-five = T08:45 (time)"]),
            (
                "The bell rang at seven thirty p.m. on Friday.",
                [
                    "seven thirty p.m. on Friday = 2025-04-25T19:30 (time)"
                ]
            ),
            (
                "It began at mid-morning and ended at midday.",
                [
                    "mid-morning = TMO (time)", "midday = T12:00 (time)",
                ]
            ),
            (
                "He will reply on Friday, no later than 6 p.m.",
                ["Friday, no later than 6 p.m. = 2025-05-02T18:00 (time)"]
            ),
            ("The plane left a day and two hours later.", ["a day and two hours later = ? (time)"]),
        ]
    )
    func clocks(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "How long and how often",
        arguments: [
            (
                "A three-week strike, two and a half hours long.",
                ["three-week = P3W (duration)", "two and a half hours = PT2.5H (duration)"]
            ),
            ("The talks took an hour and a half.", ["an hour and a half = PT1.5H (duration)"]),
            ("It is expected to last three weeks.", ["three weeks = P3W (duration)"]),
            ("For 1 year and 2 months he waited.", ["1 year and 2 months = P1Y2M (duration)"]),
            ("Two days after the vote he left.", ["Two days = P2D (duration)"]),
            (
                "Every Monday at 9 a.m. and twice a week.",
                ["Every Monday at 9 a.m. = XXXX-WXX-1T09:00 (set)", "twice a week = P1W (set)"]
            ),
            (
                "It meets on Tuesdays and every two years.",
                ["Tuesdays = XXXX-WXX-2 (set)", "every two years = P2Y (set)"]
            ),
        ]
    )
    func lengths(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "What the text spoke of before",
        arguments: [
            (
                "He came on April 3. The next day he left.",
                ["April 3 = 2025-04-03", "The next day = 2025-04-04"]
            ),
            (
                "He came on April 3, 2020; two weeks later he left.",
                ["April 3, 2020 = 2020-04-03", "two weeks later = 2020-W16"]
            ),
            ("It rained in March. That month two ships sank.", ["March = 2025-03", "That month = 2025-03"]),
            (
                "It broke on Monday. Three days earlier it had held.",
                ["Monday = 2025-04-21", "Three days earlier = 2025-04-18"]
            ),
            ("The next day he left.", ["The next day = ?"]),
            ("That week he left.", ["That week = ?"]),
            ("He left a month before Christmas 2020.", ["a month before Christmas 2020 = 2020-11-25"]),
        ]
    )
    func anaphora(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "Holidays",
        arguments: [
            ("The shops were shut on Christmas Day.", ["Christmas Day = 2024-12-25"]),
            ("They will meet on New Year's Eve.", ["New Year's Eve = 2025-12-31"]),
            ("Thanksgiving 2023 was cold.", ["Thanksgiving 2023 = 2023-11-23"]),
            ("On Good Friday and at Easter 2019.", ["Good Friday = 2025-04-18", "Easter 2019 = 2019-04-21"]),
            ("It was shut on Labor Day weekend.", ["Labor Day weekend = 2024-W35-WE"]),
            ("It was shut in the week of Christmas 2024.", ["the week of Christmas 2024 = 2024-W52"]),
        ]
    )
    func holidays(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "Capitals everywhere or nowhere",
        arguments: [
            (
                "THE MAYOR SAID ON MONDAY, MAY 3, 2021, THAT IN MARCH IT WILL CLOSE.",
                ["MONDAY, MAY 3, 2021 = 2021-05-03", "MARCH = 2026-03"]
            ),
            ("the mayor came on monday in april 2024.", ["monday = 2025-04-21", "april 2024 = 2024-04"]),
            ("the mayor may go on may 5.", ["may 5 = 2025-05-05"]),
        ]
    )
    func capitals(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "With brackets",
        arguments: ["Today (Nov. 18) the dam broke.", "On Monday (Nov. 18) the dam broke."]
    )
    func brackets(text: String) {
        #expect(times(text, on: "2024-11-18").map { $0.suffix(10) } == ["2024-11-18"])
    }

    @Test(
        "An article without a day leaves open what depends on it",
        arguments: [
            ("He came on Monday.", ["Monday = ?"]),
            ("He came yesterday at 4 p.m.", ["yesterday at 4 p.m. = ? (time)"]),
            ("He came on April 3.", ["April 3 = ?"]),
            ("He came on April 3, 2024 and last week.", ["April 3, 2024 = 2024-04-03", "last week = ?"]),
            ("He stayed for two days.", ["two days = P2D (duration)"]),
        ]
    )
    func noDay(text: String, expected: [String]) {
        #expect(times(text) == expected)
    }

    @Test(
        "Days that the calendar does not have, or that read both ways",
        arguments: [
            ("On 31 February he came.", ["31 February = ?"]),
            ("On February 30, 2024 he came.", ["February 30, 2024 = ?"]),
            ("On 29 February 2023 he came.", ["29 February 2023 = ?"]),
            ("On 31.04.2025 he came.", ["31.04.2025 = ?"]),
            ("On 5/6/98 he came.", ["5/6/98 = ?"]),
        ]
    )
    func impossible(text: String, expected: [String]) {
        #expect(times(text, on: Self.day) == expected)
    }

    @Test(
        "Words that only look like times",
        arguments: [
            "May said that he may go, and Will may march on.", "April Ryan and August Falk met June Orr.",
            "The 26-year-old, aged 31 years old, won 3-1.", "Call 206-555-1212 or 138-2010-2015.",
            "He sat in the Sun and read the Daily Mail.", "The second man came second a second time.",
            "Prices fall and rivers spring.", "It cost $2015 and 1,900 people saw it.",
            "At 60 miles an hour, for $15 an hour.", "Three quarters of the voters stayed at home.",
            "In his twenties he was on the 26th floor.", "The score was 12:10, the ratio 4:3.",
            "She wanted to date him, at the end of the day.", "He paid for eight forty-dollar tickets.",
            "It came at the last minute.", "The 2 second-placed teams.", "Boeing 747, Flight 1549.",
        ]
    )
    func lookalikes(text: String) {
        #expect(times(text, on: Self.day) == [])
    }
}
