namespace HelloWork.Tests.Support;

/// <summary>A clock that stands still until told.</summary>
public sealed class TestClock(DateTime utcNow) : TimeProvider
{
    private DateTimeOffset _now = new(DateTime.SpecifyKind(utcNow, DateTimeKind.Utc));

    /// <summary>22 March 2026, 14:05 in Japan.</summary>
    public TestClock() : this(new DateTime(2026, 3, 22, 5, 5, 0)) { }

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
    public void SetUtc(DateTime utc) => _now = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
    /// <summary>Sets the wall clock in Japan.</summary>
    public void SetJapan(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        SetUtc(new DateTime(year, month, day, hour, minute, second).AddHours(-9));
}
