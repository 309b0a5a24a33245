using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Messaging;

/// <summary>What both sides may write after the first guidance message, and what they read.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private ProviderActor _provider = null!;
    private GivenSeeker _seeker = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _provider = await _given.ProviderAsync();
        _seeker = await _given.ProvidedSeekerAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "MS-01")]
    public async Task Reply_ToAProviderThatNeverWrote_FindsNoConversation()
    {
        Assert.Equal(WriteRefusal.NotFound, await ReplyAsync(new ConversationId(NewId.Next())));
        await using var db = _database.CreateDbContext();
        Assert.Empty(await db.Messages.ToListAsync());
    }

    [Fact, Trait("Rule", "MS-06"), Trait("Rule", "MS-03")]
    public async Task Reply_ReachesTheProviderUnderItsOwnNumberOnlyAndWithoutMail()
    {
        var talk = await GuidedAsync();

        Assert.Null(await ReplyAsync(talk, "在宅勤務ができる求人はありますか。"));

        var seen = (await Open().RunAsync(new OpenConversation.ByProvider(_provider, talk), default)).Conversation!;
        Assert.Equal(["はじめまして", "Re: はじめまして"], seen.Messages.Select(m => m.Subject));
        Assert.Equal("在宅勤務ができる求人はありますか。", seen.Messages[1].Body);
        Assert.StartsWith("T-", seen.Seeker.Value, StringComparison.Ordinal);
        await using var db = _database.CreateDbContext();
        Assert.Equal([MailKind.GuidanceArrived], await db.OutboxMails.Select(m => m.Kind).ToListAsync());
    }

    [Theory, Trait("Rule", "MS-06")]
    [InlineData("電話は 090-1234-5678 です。")]
    [InlineData("taro＠example.jp までお願いします。")]
    [InlineData("氏名 山田太郎")]
    public async Task IdentifyingText_IsRefusedFromEitherSide(string body)
    {
        var talk = await GuidedAsync();

        Assert.Equal(WriteRefusal.Identifying, await ReplyAsync(talk, body));
        Assert.Equal(WriteRefusal.Identifying, await Send().RunAsync(new SendProvisionMessage.FollowUp(_provider, talk, NewId.Next(), body), default));
        Assert.Equal(WriteRefusal.Identifying, await Send().RunAsync(new SendProvisionMessage.Wish(_seeker.Provision, talk, NewId.Next(), true, body), default));
        await using var db = _database.CreateDbContext();
        Assert.Equal(1, await db.Messages.CountAsync());
    }

    [Fact, Trait("Rule", "MS-05"), Trait("Rule", "PV-08")]
    public async Task Block_StopsBothSidesAtOnce_AndTheProviderLearnsNoReason()
    {
        var talk = await GuidedAsync();
        var stranger = await Send().RunAsync(new SendProvisionMessage.FollowUp(_provider, talk, NewId.Next(), "その後いかがですか。"), default);
        Assert.Null(stranger);

        await new BlockProvider(_database, _clock).RunAsync(new(_seeker.Provision, _provider.Provider), default);

        Assert.Equal(WriteRefusal.Undeliverable, await Send().RunAsync(new SendProvisionMessage.FollowUp(_provider, talk, NewId.Next(), "お返事をお待ちしています。"), default));
        Assert.Equal(WriteRefusal.Undeliverable, await ReplyAsync(talk));
        var mine = (await Open().RunAsync(new OpenConversation.BySeeker(_seeker.Provision, talk), default))!;
        Assert.Equal(ContactBar.Blocked, mine.Bar);
        var theirs = (await Open().RunAsync(new OpenConversation.ByProvider(_provider, talk), default)).Conversation!;
        Assert.False(theirs.ProfileShown);
        Assert.Equal(2, theirs.Messages.Count);

        Assert.True(await new LiftBlock(_database, _clock).RunAsync(new(_seeker.Provision, _provider.Provider), default));
        Assert.Null(await ReplyAsync(talk));
        Assert.Null((await Open().RunAsync(new OpenConversation.BySeeker(_seeker.Provision, talk), default))!.Bar);
    }

    [Fact, Trait("Rule", "MS-07")]
    public async Task Wish_NeedsTheFeesAccepted_AndShowsTheProcedureFromThenOn()
    {
        var talk = await GuidedAsync();

        Assert.Equal(WriteRefusal.FeesNotAccepted, await Send().RunAsync(new SendProvisionMessage.Wish(_seeker.Provision, talk, NewId.Next(), false, ""), default));
        Assert.Null((await Open().RunAsync(new OpenConversation.BySeeker(_seeker.Provision, talk), default))!.WishedAt);

        Assert.Null(await Send().RunAsync(new SendProvisionMessage.Wish(_seeker.Provision, talk, NewId.Next(), true, ""), default));

        var mine = (await Open().RunAsync(new OpenConversation.BySeeker(_seeker.Provision, talk), default))!;
        Assert.Equal(_clock.UtcNow(), mine.WishedAt);
        Assert.Equal((await Open().RunAsync(new OpenConversation.ByProvider(_provider, talk), default)).Conversation!.Seeker, mine.Number);
        Assert.Contains("03-0000-1100", mine.Disclosures.ApplicationProcedure, StringComparison.Ordinal);
        Assert.Equal(WriteRefusal.AlreadyWished, await Send().RunAsync(new SendProvisionMessage.Wish(_seeker.Provision, talk, NewId.Next(), true, ""), default));
        Assert.Equal(_clock.UtcNow(), (await Open().RunAsync(new OpenConversation.ByProvider(_provider, talk), default)).Conversation!.WishedAt);
    }

    [Fact]
    public async Task OneFormSentTwentyTimesAtOnce_IsOneMessage()
    {
        var talk = await GuidedAsync();
        var key = NewId.Next();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Send().RunAsync(new SendProvisionMessage.Reply(_seeker.Provision, talk, key, "一度だけ届きますか。"), default))));

        Assert.All(answers, Assert.Null);
        await using var db = _database.CreateDbContext();
        Assert.Equal(2, await db.Messages.CountAsync());
    }

    [Fact, Trait("Rule", "MS-04")]
    public async Task Numbers_RunFromOneWithoutAGap_HoweverManyWriteAtOnce()
    {
        var talks = new List<(ProviderActor Actor, ConversationId Talk)>();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var provider = await _given.ProviderAsync();
            talks.Add((provider, await GuidedAsync(provider)));
        }

        await Task.WhenAll(talks.SelectMany(t => Enumerable.Range(0, 5).Select(n => Task.Run(() =>
            Send().RunAsync(new SendProvisionMessage.FollowUp(t.Actor, t.Talk, NewId.Next(), $"{n}通目のご案内です。"), default)))));

        await using var db = _database.CreateDbContext();
        Assert.Equal(Enumerable.Range(1, 24), await db.Messages.Where(m => m.SeekerId == _seeker.Id).OrderBy(m => m.Number).Select(m => m.Number).ToListAsync());
    }

    [Fact, Trait("Rule", "MS-04")]
    public async Task Inbox_CountsFiltersAndSorts_AndOpeningReads()
    {
        var other = await _given.ProviderAsync(ProviderKind.LocalGovernment, name: "見本市役所");
        var talk = await GuidedAsync();
        await GuidedAsync(other);
        await ReplyAsync(talk);

        var all = await InboxAsync(new(_seeker.Provision));
        Assert.Equal(new InboxCounts(2, 2, 1), all.Counts);
        Assert.Equal([2, 1], all.Rows.Items.Select(r => r.Number));
        Assert.Equal([3], (await InboxAsync(new(_seeker.Provision) { Filter = InboxFilter.Sent })).Rows.Items.Select(r => r.Number));
        Assert.Equal([1, 2], (await InboxAsync(new(_seeker.Provision) { Sort = InboxSort.Oldest })).Rows.Items.Select(r => r.Number));
        Assert.Equal(["見本市役所"], (await InboxAsync(new(_seeker.Provision) { Provider = other.Provider })).Rows.Items.Select(r => r.ProviderName));
        Assert.Equal(2, await new CountUnreadMessages(_database).RunAsync(_seeker.Provision, default));

        await Open().RunAsync(new OpenConversation.BySeeker(_seeker.Provision, talk), default);

        Assert.Equal([2], (await InboxAsync(new(_seeker.Provision) { Filter = InboxFilter.Unread })).Rows.Items.Select(r => r.Number));
        Assert.Equal([1], (await InboxAsync(new(_seeker.Provision) { Filter = InboxFilter.Read })).Rows.Items.Select(r => r.Number));
        Assert.Equal(1, await new CountUnreadMessages(_database).RunAsync(_seeker.Provision, default));
        Assert.Equal(0, await new CountUnreadMessages(_database).RunAsync(_seeker.Provision with { Account = other.Account }, default));
    }

    [Fact, Trait("Rule", "PV-07"), Trait("Rule", "PV-05")]
    public async Task AStoppedOrEndedService_KeepsWhatWasWritten_AndTakesNothingNew()
    {
        var talk = await GuidedAsync();
        await using (var db = _database.CreateDbContext())
        {
            (await db.ProvisionServices.FindAsync(_seeker.Id))!.Stop(_clock.UtcNow());
            await db.SaveChangesAsync();
        }

        var mine = (await Open().RunAsync(new OpenConversation.BySeeker(_seeker.Provision, talk), default))!;

        Assert.Equal(ContactBar.ServiceStopped, mine.Bar);
        Assert.Single(mine.Messages);
        Assert.Equal(WriteRefusal.Undeliverable, await ReplyAsync(talk));
        Assert.Equal(WriteRefusal.Undeliverable, await Send().RunAsync(new SendProvisionMessage.FollowUp(_provider, talk, NewId.Next(), "ご案内です。"), default));
    }

    [Fact]
    public async Task AConversation_IsNobodyElses()
    {
        var talk = await GuidedAsync();
        var (stranger, rival) = (await _given.ProvidedSeekerAsync(), await _given.ProviderAsync());

        Assert.Null(await Open().RunAsync(new OpenConversation.BySeeker(stranger.Provision, talk), default));
        Assert.Null((await Open().RunAsync(new OpenConversation.ByProvider(rival, talk), default)).Conversation);
        Assert.Equal(WriteRefusal.NotFound, await Send().RunAsync(new SendProvisionMessage.Reply(stranger.Provision, talk, NewId.Next(), "こんにちは。"), default));
        Assert.Equal(WriteRefusal.NotFound, await Send().RunAsync(new SendProvisionMessage.FollowUp(rival, talk, NewId.Next(), "こんにちは。"), default));
        await Assert.ThrowsAsync<NotAllowedException>(() => ReplyAsync(talk, sender: _seeker.Provision with { Account = stranger.Account }));
    }

    private Task<ListInbox.Result> InboxAsync(ListInbox.Query query) => new ListInbox(_database, _clock).RunAsync(query, default);

    private OpenConversation Open() => new(_database, _clock);

    private SendProvisionMessage Send() => new(_database, _clock);

    private Task<WriteRefusal?> ReplyAsync(ConversationId talk, string body = "質問があります。", ProvisionActor? sender = null) =>
        Send().RunAsync(new SendProvisionMessage.Reply(sender ?? _seeker.Provision, talk, NewId.Next(), body), default);

    private async Task<ConversationId> GuidedAsync(ProviderActor? by = null)
    {
        var provider = by ?? _provider;
        var found = await new SearchProvidedSeekers(_database, _clock).RunAsync(new SearchProvidedSeekers.Query(provider), default);
        var sent = await new SendGuidance(_database, _clock).RunAsync(new(provider, [found.Found.Items.Single().Number], "はじめまして", "求人のご案内です。"), default);
        Assert.Equal(1, sent.Sent);
        await using var db = _database.CreateDbContext();
        return await db.Conversations.Where(c => c.ProviderId == provider.Provider).Select(c => c.Id).SingleAsync();
    }
}
