using System.Text.Json;
using System.Text.Json.Serialization;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Applications;

/// <summary>Personal data goes to an employer with an application and not before (AP-01, SS-03).</summary>
public sealed class ApplicationPrivacyTests : IAsyncLifetime
{
    /// <summary>Of the seeker of <see cref="Given.SeekerAsync"/>: name, reading, birth date, address, phone, and the mail's beginning.</summary>
    private static readonly string[] Secrets = ["青木", "花子", "アオキ", "ハナコ", "1990", "156-0044", "赤堤", "03-0000-0000", "seeker-", "@example.jp"];

    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-01"), Trait("Rule", "SS-03")]
    public async Task BeforeAnApplication_NothingAnEmployerReadsNamesTheSeeker()
    {
        var request = await _it.RequestAsync();
        await _it.OpenAsync(request);
        await _it.PreviewAsync("青木花子と申します。");
        await _it.DeclineAsync(request, "今回は見送ります。");

        var read = await AllAnEmployerReadsAsync();

        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, read, StringComparison.Ordinal));
        Assert.Contains(_it.Seeker.PublicNumber.Value, read, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task AfterAnApplication_TheOfficeItWentToReadsThemAndNoOther()
    {
        await _it.AppliedAsync();

        var read = await AllAnEmployerReadsAsync();
        var other = await _it.Given.EmployerAsync("株式会社よそ");
        await _it.Given.JobAsync(other);
        var readElsewhere = await AllAnEmployerReadsAsync(other);

        Assert.Contains("青木 花子", read, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, readElsewhere, StringComparison.Ordinal));
    }

    /// <summary>Everything the employer's verbs hand out, as text.</summary>
    private async Task<string> AllAnEmployerReadsAsync(EmployerActor? employer = null)
    {
        var (db, clock, actor) = (_it.Database, _it.Clock, employer ?? _it.Employer);
        var found = await new SearchSeekers(db, clock).RunAsync(new(actor), default);
        var profile = await new OpenSeekerProfile(db, clock, new ProfileQuota()).RunAsync(new(actor, _it.Seeker.PublicNumber), default);
        var sent = await new ListSentRequests(db, clock).RunAsync(new(actor), default);
        var earlier = await new FindEarlierRequests(db, clock).RunAsync(actor, [_it.Seeker.PublicNumber], default);
        var applications = await new ListReceivedApplications(db).RunAsync(new(actor), default);
        var awaiting = await new ListAwaitingApplications(db, clock).RunAsync(actor, 10, default);
        return JsonSerializer.Serialize(new object[] { found, profile, sent, earlier.SelectMany(e => e).ToList(), applications, awaiting }, new JsonSerializerOptions(Domain.Data.JsonDocuments.Options) { ReferenceHandler = ReferenceHandler.IgnoreCycles });
    }
}
