using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Messaging;

/// <summary>Guidance that was begun and not sent: one for each it was begun for.</summary>
public sealed class GuidanceDraftTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private ProviderActor _provider = null!;
    private AliasNumber _one, _two;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _provider = await _given.ProviderAsync();
        var (first, second) = (await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync());
        (_one, _two) = (await GivenMessages.AliasAsync(_database, _clock, _provider, first), await GivenMessages.AliasAsync(_database, _clock, _provider, second));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "MS-01")]
    public async Task WhatIsBegunForASecondSeeker_LeavesTheFirstOnesAlone_InWhateverOrderTheyAreNamed()
    {
        await SaveAsync("一人目へ", _one);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync("二人目へ", _two);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync("お二人へ", _two, _one);
        await SaveAsync("誰にでも");

        Assert.Equal(("一人目へ", "二人目へ", "お二人へ", "誰にでも"), ((await ReadAsync(_one))!.Body, (await ReadAsync(_two))!.Body, (await ReadAsync(_one, _two))!.Body, (await ReadAsync())!.Body));
        var listed = await new ListGuidanceDrafts(_database, _clock).RunAsync(new(_provider), default);
        Assert.Equal([0, 2, 1, 1], listed.Select(d => d.Asked.Count));
        Assert.Equal([_two], listed[2].Asked);
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task Sent_TheDraftGoes_WithColleaguesForThatSeeker_AndOthersStay()
    {
        var colleague = await ColleagueAsync();
        await SaveAsync("一人目へ", _one);
        await SaveAsync("二人目へ", _two);
        await SaveAsync(colleague, "同僚から", _one);
        await SaveAsync(colleague, "同僚から", _two);

        var sent = await new SendGuidance(_database, _clock).RunAsync(new(_provider, [_one], GivenMessages.Subject, GivenMessages.Body, [_one]), default);

        Assert.Equal(1, sent.Sent);
        await using var db = _database.CreateDbContext();
        Assert.Equal([_two.Value, _two.Value], await db.GuidanceDrafts.Select(d => d.Key).ToListAsync());
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task NothingTyped_IsNoDraft_AndTheOldestGoesWhereThereAreTooMany()
    {
        await SaveAsync("一人目へ", _one);
        Assert.NotNull(await new SaveGuidanceDraft(_database, _clock).RunAsync(new(_provider, [_one], " ", "\r\n", [_one]), default));
        Assert.Null(await ReadAsync(_one));

        for (var i = 0; i <= GuidanceDraft.Most; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await SaveAsync("文章", new AliasNumber($"T-0000-{i:0000}"));
        }
        Assert.Equal(GuidanceDraft.Most, (await new ListGuidanceDrafts(_database, _clock).RunAsync(new(_provider), default)).Count);
        Assert.Null(await ReadAsync(new AliasNumber("T-0000-0000")));
        Assert.True(await new DiscardGuidanceDraft(_database, _clock).RunAsync(new(_provider, [new AliasNumber("T-0000-0001")]), default));
        Assert.False(await new DiscardGuidanceDraft(_database, _clock).RunAsync(new(_provider, [new AliasNumber("T-0000-0001")]), default));
    }

    [Fact, Trait("Rule", "MS-03")]
    public async Task BegunForSeveral_ItGoesWithTheLastWhoIsWrittenTo_AndWhatIsBegunAfterwardsIsntListed()
    {
        var colleague = await ColleagueAsync();
        await SaveAsync(colleague, "お二人へ", _one, _two);
        await SendAsync(_one);
        Assert.Equal(1, await CountAsync());
        await SendAsync(_two);
        Assert.Equal(0, await CountAsync());

        await SaveAsync("遅れて", _one);
        await SaveAsync("誰にでも");
        Assert.Equal([0], (await new ListGuidanceDrafts(_database, _clock).RunAsync(new(_provider), default)).Select(d => d.Asked.Count));
    }

    [Fact, Trait("Rule", "MS-01")]
    public async Task BegunForNobodyInParticular_ItKeepsThoseItLastWasFor_AndGoesWhenNobodyTouchesItForHalfAYear()
    {
        await new SaveGuidanceDraft(_database, _clock).RunAsync(new(_provider, [_one], "ご案内", "文章"), default);
        await new SaveGuidanceDraft(_database, _clock).RunAsync(new(_provider, [], "ご案内", "文章の続き"), default);
        Assert.Equal([_one], (await ReadAsync())!.Recipients);

        _clock.Advance(TimeSpan.FromDays(FormDraft.DaysKept));
        Assert.Equal(0, await new RemoveOldFormDrafts(_database, _clock).RunAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await new RemoveOldFormDrafts(_database, _clock).RunAsync(default));
        Assert.Equal(0, await CountAsync());
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task ASavedTemplate_TakesColleaguesDraftsOfItAlong_AndNobodyElses()
    {
        var (colleague, other) = (await ColleagueAsync(), await _given.ProviderAsync());
        foreach (var account in new[] { _provider.Account, colleague.Account, other.Account })
            await new SaveFormDraft(_database, _clock).RunAsync(new(account, DraftForm.GuidanceTemplate, "", new(new Dictionary<string, IReadOnlyList<string>> { ["Input.JobsHandled"] = ["前の定型"] })), default);

        Assert.Null((await new SaveGuidanceTemplate(_database, _clock).RunAsync(new(_provider, Given.Disclosures()), default)).Refusal);

        await using var db = _database.CreateDbContext();
        Assert.Equal([other.Account], await db.FormDrafts.Select(d => d.AccountId).ToListAsync());
    }

    private async Task SendAsync(AliasNumber to) =>
        Assert.Equal(1, (await new SendGuidance(_database, _clock).RunAsync(new(_provider, [to], GivenMessages.Subject, GivenMessages.Body, [to]), default)).Sent);

    private async Task<int> CountAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.GuidanceDrafts.CountAsync();
    }

    private async Task<ProviderActor> ColleagueAsync()
    {
        var other = await _given.ProviderAsync();
        await using var db = _database.CreateDbContext();
        db.RemoveRange(await db.ProviderMembers.Where(m => m.AccountId == other.Account).ToListAsync());
        await db.SaveChangesAsync();
        db.Add(new ProviderMember(_provider.Provider, other.Account));
        await db.SaveChangesAsync();
        return new(other.Account, _provider.Provider);
    }

    private Task SaveAsync(string body, params AliasNumber[] asked) => SaveAsync(_provider, body, asked);

    private async Task SaveAsync(ProviderActor sender, string body, params AliasNumber[] asked) =>
        Assert.NotNull(await new SaveGuidanceDraft(_database, _clock).RunAsync(new(sender, asked, "ご案内", body, asked), default));

    private Task<GuidanceDraft?> ReadAsync(params AliasNumber[] asked) => new ReadGuidanceDraft(_database, _clock).RunAsync(new(_provider, asked), default);
}
