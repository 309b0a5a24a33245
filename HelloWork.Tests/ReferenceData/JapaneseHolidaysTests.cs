using HelloWork.Domain.Common;

namespace HelloWork.Tests.ReferenceData;

public sealed class JapaneseHolidaysTests
{
    [Theory]
    [InlineData("2026-01-01", "元日")]
    [InlineData("2026-05-06", "振替休日")]
    [InlineData("2026-09-22", "国民の休日")]
    [InlineData("2026-03-20", "春分の日")]
    [InlineData("2019-05-01", "天皇の即位の日")]
    [InlineData("2000-01-01", "元日")]
    [InlineData("2050-11-23", "勤労感謝の日")]
    [InlineData("2050-12-31", null)]
    [InlineData("2026-05-07", null)]
    [InlineData("2026-12-23", null)]
    [InlineData("2018-12-23", "天皇誕生日")]
    public void Holiday_HasItsName(string day, string? name)
    {
        Assert.Equal(name, JapaneseHolidays.NameOf(DateOnly.Parse(day)));
        Assert.Equal(name is not null, JapaneseHolidays.IsHoliday(DateOnly.Parse(day)));
    }

    [Fact]
    public void EveryYear_HasFifteenToTwentyTwoHolidays()
    {
        for (var year = 2000; year <= 2050; year++)
        {
            var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
            Assert.InRange(days.Count(JapaneseHolidays.IsHoliday), 15, 22);
        }
    }

    [Fact]
    public void HolidayOnASunday_IsFollowedByADayOff()
    {
        for (var day = JapaneseHolidays.FirstDay; day < JapaneseHolidays.LastDay; day = day.AddDays(1))
            if (day.DayOfWeek is DayOfWeek.Sunday && JapaneseHolidays.IsHoliday(day))
                Assert.True(JapaneseHolidays.IsHoliday(day.AddDays(1)), $"{day:O}");
    }

    [Theory]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)]
    [InlineData("2027-01-03", true)]
    [InlineData("2027-01-04", false)]
    public void YearEnd_IsFrom29DecemberTo3January(string day, bool isYearEnd) =>
        Assert.Equal(isYearEnd, JapaneseHolidays.IsYearEnd(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-03-19", false)]
    [InlineData("2026-03-20", true)]
    [InlineData("2026-03-21", true)]
    [InlineData("2026-03-22", true)]
    [InlineData("2026-12-30", true)]
    public void Offices_AreClosedOnWeekendsHolidaysAndYearEnd(string day, bool closed) =>
        Assert.Equal(closed, JapaneseHolidays.IsClosed(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-12-28", "2026-12-28", "2026-12-28")]
    [InlineData("2026-12-31", "2027-01-04", "2026-12-28")]
    [InlineData("2026-05-02", "2026-05-07", "2026-05-01")]
    public void OpenDays_AreFoundOnBothSides(string day, string from, string until)
    {
        Assert.Equal(DateOnly.Parse(from), JapaneseHolidays.OpenDayFrom(DateOnly.Parse(day)));
        Assert.Equal(DateOnly.Parse(until), JapaneseHolidays.OpenDayUntil(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2051-01-01")]
    public void DayOutsideTheTable_IsNotGuessed(string day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JapaneseHolidays.IsHoliday(DateOnly.Parse(day)));
}
