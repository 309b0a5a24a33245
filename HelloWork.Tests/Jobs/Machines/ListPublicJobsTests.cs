using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Listing;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs.Machines;

public sealed class ListPublicJobsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "JO-02"), Trait("Rule", "JO-05")]
    public async Task TheParts_HoldEachPublicJobOnce_AndNoOther()
    {
        var employer = await _given.EmployerAsync();
        List<JobNumber> made = [];
        for (var i = 0; i < 7; i++)
            made.Add((await _given.JobAsync(employer)).Number);
        await _given.JobAsync(employer, published: false);
        await _given.JobAsync(employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NotPublic, AcceptsSelfApplication = false } });
        await _given.JobAsync(employer, acceptedOn: new DateOnly(2026, 1, 5), lastDay: new DateOnly(2026, 3, 30));
        _clock.SetJapan(2026, 3, 31);

        var parts = await new SplitPublicJobs(_database, _clock).RunAsync(3, default);

        Assert.Equal([3, 3, 1], parts.Select(p => p.Count));
        List<JobNumber> listed = [];
        for (var i = 0; i < parts.Count; i++)
            listed.AddRange((await new ListPublicJobs(_database, _clock).RunAsync(parts[i].From, i + 1 < parts.Count ? parts[i + 1].From : null, default)).Select(j => j.Number));
        Assert.Equal(made.OrderBy(n => n.Value, StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task APart_SaysWhenAnyOfItLastChanged()
    {
        var employer = await _given.EmployerAsync();
        await _given.JobAsync(employer);
        _clock.Advance(TimeSpan.FromHours(3));
        var last = await _given.JobAsync(employer);

        var part = Assert.Single(await new SplitPublicJobs(_database, _clock).RunAsync(null, default));

        Assert.Equal(last.ChangedAt, part.ChangedAt);
        Assert.Equal(DateTimeKind.Utc, part.ChangedAt.Kind);
    }
}
