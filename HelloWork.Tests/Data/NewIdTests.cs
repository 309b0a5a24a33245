using System.Data.SqlTypes;
using HelloWork.Domain.Common;

namespace HelloWork.Tests.Data;

/// <summary>Keys grow with time in the order of either database, as it sorts them.</summary>
public sealed class NewIdTests
{
    private static Guid At(DateTimeOffset moment) => NewId.From(Guid.CreateVersion7(moment));

    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void On_SQLite_a_later_millisecond_sorts_behind()
    {
        var texts = Enumerable.Range(0, 2_000).Select(at => At(Start.AddMilliseconds(at * 7)).ToString().ToUpperInvariant()).ToList();
        Assert.Equal(texts.Order(StringComparer.Ordinal), texts);
    }

    [Fact]
    public void On_SQL_Server_a_later_second_sorts_behind()
    {
        // Over the years in which a signed number would change its sign.
        var ids = Enumerable.Range(0, 2_000).Select(at => new SqlGuid(At(Start.AddDays(at * 14)))).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.True(new SqlGuid(At(Start)).CompareTo(new SqlGuid(At(Start.AddSeconds(1)))) < 0);
    }

    [Fact]
    public void Those_of_one_moment_differ()
    {
        var ids = Enumerable.Range(0, 2_000).Select(_ => At(Start)).ToHashSet();
        Assert.Equal(2_000, ids.Count);
    }
}
