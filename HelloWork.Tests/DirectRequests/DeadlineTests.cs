using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.DirectRequests;

public sealed class DeadlineTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    [Fact, Trait("Rule", "DR-06")]
    public void Deadline_OfTenThousandSendingTimes_IsWhatTheCalendarOfTokyoSays()
    {
        const int seed = 20260322;
        var random = new Random(seed);
        var (from, to) = (new DateTime(2000, 1, 1).Ticks, new DateTime(2100, 1, 1).Ticks);
        for (var i = 0; i < 10_000; i++)
        {
            var sent = new DateTime(random.NextInt64(from, to), DateTimeKind.Utc);

            Assert.True(ByTheCalendarOfTokyo(sent) == DirectRequest.DeadlineOf(sent), $"seed {seed}, time {i}: sent {sent:O}");
        }
    }

    [Fact, Trait("Rule", "DR-06")]
    public void Deadline_AroundEveryJapaneseMidnightOfALeapYear_MovesByADayAtTheTickOfMidnight()
    {
        for (var day = new DateOnly(2028, 1, 1); day.Year == 2028; day = day.AddDays(1))
        {
            var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(9)).UtcDateTime;
            foreach (var ticks in new[] { -1, 0, 1 })
                Assert.Equal(ByTheCalendarOfTokyo(midnight.AddTicks(ticks)), DirectRequest.DeadlineOf(midnight.AddTicks(ticks)));

            Assert.Equal(TimeSpan.FromDays(1), DirectRequest.DeadlineOf(midnight) - DirectRequest.DeadlineOf(midnight.AddTicks(-1)));
            Assert.Equal(DirectRequest.DeadlineOf(midnight), DirectRequest.DeadlineOf(midnight.AddDays(1).AddTicks(-1)));
        }
    }

    [Theory, Trait("Rule", "DR-06")]
    // The leaflet's own example, at the first and the last second of the day: 29 March 24:00 in Japan.
    [InlineData("2026-03-21T15:00:00Z", "2026-03-29T15:00:00Z")]
    [InlineData("2026-03-22T14:59:59Z", "2026-03-29T15:00:00Z")]
    // One second of difference in March 2026.
    [InlineData("2026-03-01T14:59:59Z", "2026-03-08T15:00:00Z")]
    [InlineData("2026-03-01T15:00:00Z", "2026-03-09T15:00:00Z")]
    // Over a leap day and over new year.
    [InlineData("2028-02-23T00:00:00Z", "2028-03-01T15:00:00Z")]
    [InlineData("2026-12-28T00:00:00Z", "2027-01-04T15:00:00Z")]
    public void Deadline_OfKnownDays_IsTheEndOfTheSeventhDayAfter(string sent, string expected) =>
        Assert.Equal(Instant(expected), DirectRequest.DeadlineOf(Instant(sent)));

    [Fact, Trait("Rule", "DR-06"), Trait("Rule", "DR-09")]
    public void State_OneTickBeforeAtAndAfterTheDeadline_TurnsAtTheVeryInstant()
    {
        var random = new Random(7);
        var job = Job();
        for (var i = 0; i < 1_000; i++)
        {
            var sent = Instant("2026-03-22T05:05:00Z").AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 365));
            var request = new DirectRequest(job, new SeekerId(Guid.NewGuid()), Guid.NewGuid(), 1, "ご連絡しました。", sent);
            var deadline = ByTheCalendarOfTokyo(sent);

            Assert.Equal(DirectRequestState.Unread, request.StateAt(deadline.AddTicks(-1), default));
            Assert.Equal(DirectRequestState.Lapsed, request.StateAt(deadline, default));
            Assert.Equal(DirectRequestState.Lapsed, request.StateAt(deadline.AddTicks(1), default));
            Assert.Equal((DirectRequestEnd.Lapsed, deadline), request.ImpliedEnd(deadline.AddDays(10), default));
        }
    }

    [Fact, Trait("Rule", "DR-09")]
    public void Answer_AtTheInstantOfTheDeadline_IsTooLate()
    {
        var request = new DirectRequest(Job(), new SeekerId(Guid.NewGuid()), Guid.NewGuid(), 1, "ご連絡しました。", Instant("2026-03-22T05:05:00Z"));

        Assert.Throws<InvalidOperationException>(() => request.Decline(null, request.ExpiresAt));
        Assert.Throws<InvalidOperationException>(() => request.MarkApplied(request.ExpiresAt));
        request.Decline(null, request.ExpiresAt.AddTicks(-1));
        Assert.Equal(DirectRequestEnd.Declined, request.End);
    }

    /// <summary>Written differently on purpose: the time zone's own rules and calendar arithmetic with an offset.</summary>
    private static DateTime ByTheCalendarOfTokyo(DateTime sentUtc)
    {
        var there = TimeZoneInfo.ConvertTime(new DateTimeOffset(sentUtc), Tokyo);
        var startOfTheDay = new DateTimeOffset(there.Year, there.Month, there.Day, 0, 0, 0, there.Offset);
        return startOfTheDay.AddDays(1).AddDays(7).UtcDateTime;
    }

    private static DateTime Instant(string utc) => DateTimeOffset.Parse(utc).UtcDateTime;

    private static JobOffer Job()
    {
        var clock = new TestClock();
        var office = new Office(OfficeNumber.Parse("1301-000001-7"), "株式会社見本製作所", null, null, null, "13", "13101", "09");
        return new JobOffer(JobNumber.Parse("13010-1"), office, Given.Card(), clock.TodayInJapan(), null, clock.UtcNow());
    }
}
