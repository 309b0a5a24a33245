using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Messaging;

public sealed class SendGuidanceTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private ProviderActor _provider = null!;

    public static TheoryData<DisclosureField> Fields => [.. Enum.GetValues<DisclosureField>()];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _provider = await _given.ProviderAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory, MemberData(nameof(Fields)), Trait("Rule", "MS-02")]
    public async Task Send_WithAnyOneDisclosureMissing_IsRefusedAndNothingIsWritten(DisclosureField missing)
    {
        var seeker = await AliasAsync(await _given.ProvidedSeekerAsync());
        var kept = await new SaveGuidanceTemplate(_database, _clock).RunAsync(new(_provider, Without(missing)), default);

        var result = await SendAsync(seeker);

        Assert.Null(kept.Refusal);
        Assert.Equal([missing], kept.Faults.Select(f => f.Field));
        Assert.Equal(GuidanceRefusal.TemplateIncomplete, result.Refusal);
        await using var db = _database.CreateDbContext();
        Assert.Equal((0, 0, 0), (await db.Conversations.CountAsync(), await db.Messages.CountAsync(), await db.OutboxMails.CountAsync()));
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task Sent_CarriesTheDisclosuresAsTheyStood_WhateverBecomesOfTheTemplate()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var sent = await SendAsync(await AliasAsync(seeker));

        await new SaveGuidanceTemplate(_database, _clock).RunAsync(new(_provider, Given.Disclosures() with { PlacementRecord = "あとで変えた実績" }), default);

        Assert.Equal((null, 1, GuidanceCount.MostPerDay - 1), (sent.Refusal, sent.Sent, sent.LeftToday));
        await using var db = _database.CreateDbContext();
        var message = await db.Messages.SingleAsync();
        Assert.Equal((Given.Disclosures(), MessageKind.Guidance, 1), (message.Disclosures, message.Kind, message.Number));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Act == nameof(SendGuidance) && a.AccountId == _provider.Account));
    }

    [Fact, Trait("Rule", "MS-03"), Trait("Rule", "MS-01")]
    public async Task OnlyTheFirstGuidanceOfEachProvider_IsMailed_AndASecondOneIsRefused()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var number = await AliasAsync(seeker);
        await SendAsync(number);
        var again = await SendAsync(number);
        var conversation = await ConversationOfAsync(seeker);
        var more = await new SendProvisionMessage(_database, _clock).RunAsync(new SendProvisionMessage.FollowUp(_provider, conversation, NewId.Next(), "追加でご案内します。"), default);
        var other = await _given.ProviderAsync();
        await GivenMessages.ConversationAsync(_database, _clock, other, seeker);

        Assert.Equal(new Delivery(number, DeliveryBar.AlreadyWritten), Assert.Single(again.Deliveries));
        Assert.Null(more);
        await using var db = _database.CreateDbContext();
        Assert.Equal(3, await db.Messages.CountAsync());
        Assert.Equal(2, await db.OutboxMails.CountAsync(m => m.Kind == MailKind.GuidanceArrived && m.RecipientAccountId == seeker.Account));
        Assert.Equal(2, await db.OutboxMails.CountAsync());
    }

    [Fact, Trait("Rule", "MS-01")]
    public async Task ASeekerWithoutGuidance_HasNothingToWriteTo()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var strangers = await GivenMessages.ConversationAsync(_database, _clock, _provider, await _given.ProvidedSeekerAsync());

        foreach (var conversation in new[] { new ConversationId(NewId.Next()), strangers })
            Assert.Equal(WriteRefusal.NotFound, await new SendProvisionMessage(_database, _clock).RunAsync(new SendProvisionMessage.Reply(seeker.Provision, conversation, NewId.Next(), "ご連絡ください。"), default));
    }

    [Fact, Trait("Rule", "MS-01"), Trait("Rule", "MS-03")]
    public async Task Send_OneHundredTimesAtOnceToOneSeeker_MakesOneConversationAndOneMail()
    {
        var number = await AliasAsync(await _given.ProvidedSeekerAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => SendAsync(number))));

        Assert.Equal(1, results.Sum(r => r.Sent));
        Assert.Equal(99, results.Count(r => r.Deliveries.Single().Bar is DeliveryBar.AlreadyWritten));
        await using var db = _database.CreateDbContext();
        Assert.Equal((1, 1, 1), (await db.Conversations.CountAsync(), await db.Messages.CountAsync(), await db.OutboxMails.CountAsync()));
        Assert.Equal(1, (await db.GuidanceCounts.SingleAsync()).Sent);
    }

    [Fact, Trait("Rule", "MS-02")]
    public async Task Send_WithFiveLeftOfTheDay_SendsFiveOfTwentyAtOnce_AndMoreTomorrow()
    {
        var seekers = new List<AliasNumber>();
        for (var i = 0; i < 20; i++)
            seekers.Add(await AliasAsync(await _given.ProvidedSeekerAsync(acceptedOn: _clock.TodayInJapan())));
        await using (var db = _database.CreateDbContext())
        {
            var count = new GuidanceCount(_provider.Provider, _clock.TodayInJapan());
            for (var i = 0; i < GuidanceCount.MostPerDay - 5; i++)
                count.Note();
            db.Add(count);
            await db.SaveChangesAsync();
        }

        var results = await Task.WhenAll(seekers.Select(s => Task.Run(() => SendAsync(s))));
        var several = await SendAsync([.. seekers]);

        Assert.Equal(5, results.Sum(r => r.Sent));
        Assert.All(results.Where(r => r.Sent == 0), r => Assert.Equal((GuidanceRefusal.DailyCap, 0), (r.Refusal, r.LeftToday)));
        Assert.Equal((GuidanceRefusal.DailyCap, 0), (several.Refusal, several.LeftToday));
        _clock.SetJapan(2026, 3, 23, 0);
        var tomorrow = await SendAsync([.. seekers]);
        Assert.Equal((15, GuidanceCount.MostPerDay - 15), (tomorrow.Sent, tomorrow.LeftToday));
    }

    [Fact, Trait("Rule", "MS-05"), Trait("Rule", "PV-08"), Trait("Rule", "MS-01")]
    public async Task WhoCannotBeReached_LooksTheSame_WhateverTheReason()
    {
        var (blocked, stopped, outside, ended) = (await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync(), await _given.ProvidedSeekerAsync());
        var numbers = new List<AliasNumber>();
        foreach (var seeker in new[] { blocked, stopped, outside, ended })
            numbers.Add(await AliasAsync(seeker));
        await ChangeAsync(async db =>
        {
            db.Add(new ProviderBlock(blocked.Id, _provider.Provider, _clock.UtcNow()));
            (await db.ProvisionServices.FindAsync(stopped.Id))!.Stop(_clock.UtcNow());
            var conditions = new ReceiveConditions(outside.Id);
            (await db.Providers.FindAsync(_provider.Provider))!.Handle(new Handling(["27"], [], []), null);
            conditions.Set(new Handling(["13"], [], []), privacyMarkOnly: false, _clock.UtcNow());
            db.Add(conditions);
            (await db.SeekerRegistrations.FindAsync(ended.Registration))!.End(Domain.Seekers.RegistrationEndReason.Employed, _clock.UtcNow());
        });
        numbers.Add(AliasNumber.TryParse("T-0000-0001", out var unknown) ? unknown : default);

        var each = new List<(GuidanceRefusal?, DeliveryBar?)>();
        foreach (var number in numbers)
            each.Add(await SendAsync(number) is var r ? (r.Refusal, r.Deliveries.Single().Bar) : default);

        Assert.All(each, outcome => Assert.Equal((null, DeliveryBar.Undeliverable), outcome));
        await using var db = _database.CreateDbContext();
        Assert.Equal(0, await db.Conversations.CountAsync());
    }

    [Theory, Trait("Rule", "MS-06")]
    [InlineData("お電話ください 090-1234-5678", GivenMessages.Body, GuidanceRefusal.SubjectRefused)]
    [InlineData(GivenMessages.Subject, "くわしくは entry@mihon.example.jp まで。", GuidanceRefusal.BodyRefused)]
    public async Task TextThatIdentifies_IsCaughtBeforeSending_ButNotInTheOfficersContact(string subject, string body, GuidanceRefusal expected)
    {
        var number = await AliasAsync(await _given.ProvidedSeekerAsync());

        var refused = await new SendGuidance(_database, _clock).RunAsync(new(_provider, [number], subject, body), default);
        var sent = await SendAsync(number);

        Assert.Equal(expected, refused.Refusal);
        Assert.Equal(1, sent.Sent);
        await using var db = _database.CreateDbContext();
        Assert.Contains("03-0000-1101", (await db.Messages.SingleAsync()).Disclosures!.PersonalDataOfficer);
    }

    [Fact]
    public async Task ASuspendedProvider_IsRefusedByEveryVerb_UntilTheVeryInstantOfTheEnd()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var number = await AliasAsync(seeker);
        var conversation = await GivenMessages.ConversationAsync(_database, _clock, _provider, seeker);
        var until = _clock.UtcNow().AddDays(7);
        await ChangeAsync(db => Task.FromResult(db.Add(new ProviderSuspension(_provider.Provider, _clock.UtcNow(), until))));

        Assert.Equal(GuidanceRefusal.NotInGoodStanding, (await SendAsync(number)).Refusal);
        Assert.Equal(WriteRefusal.NotInGoodStanding, await FollowUpAsync(conversation));
        Assert.Equal(TemplateRefusal.NotInGoodStanding, (await new SaveGuidanceTemplate(_database, _clock).RunAsync(new(_provider, Given.Disclosures()), default)).Refusal);
        Assert.Null((await new OpenConversation(_database, _clock).RunAsync(new OpenConversation.ByProvider(_provider, conversation), default)).Conversation);
        Assert.Null(await new CountConversations(_database, _clock).RunAsync(new(_provider), default));
        Assert.Empty(await new FindConversations(_database, _clock).RunAsync(new(_provider, [number]), default));
        Assert.Equal((ProviderStanding.Suspended, until), await new ViewOwnProvider(_database, _clock).RunAsync(new(_provider), default) is var own ? (own.Standing, own.SuspendedUntil) : default);

        _clock.SetUtc(until);
        Assert.Null(await FollowUpAsync(conversation));
    }

    private Task<WriteRefusal?> FollowUpAsync(ConversationId conversation) =>
        new SendProvisionMessage(_database, _clock).RunAsync(new SendProvisionMessage.FollowUp(_provider, conversation, NewId.Next(), "追加でご案内します。"), default);

    private Task<AliasNumber> AliasAsync(GivenSeeker seeker) => GivenMessages.AliasAsync(_database, _clock, _provider, seeker);

    private Task<SendGuidance.Result> SendAsync(params AliasNumber[] to) => GivenMessages.SendAsync(_database, _clock, _provider, to);

    private async Task<ConversationId> ConversationOfAsync(GivenSeeker seeker)
    {
        await using var db = _database.CreateDbContext();
        return await db.Conversations.Where(c => c.SeekerId == seeker.Id && c.ProviderId == _provider.Provider).Select(c => c.Id).SingleAsync();
    }

    private async Task ChangeAsync(Func<HelloWorkDbContext, Task> change)
    {
        await using var db = _database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }

    private static Disclosures Without(DisclosureField missing)
    {
        var whole = Given.Disclosures() with { Fee = FeeKind.ChargedByException, FeeDetails = "年収700万円を超える経営管理者の紹介。入社後に理論年収の10%。6か月以内の退職は全額を返戻。" };
        return missing switch
        {
            DisclosureField.PlacementRecord => whole with { PlacementRecord = " " },
            DisclosureField.JobsHandled => whole with { JobsHandled = "" },
            DisclosureField.Fee => whole with { Fee = null },
            DisclosureField.FeeDetails => whole with { FeeDetails = "" },
            DisclosureField.PersonalDataOfficer => whole with { PersonalDataOfficer = "" },
            DisclosureField.ComplaintsOfficer => whole with { ComplaintsOfficer = "\n" },
            DisclosureField.ApplicationProcedure => whole with { ApplicationProcedure = "" },
            _ => throw new ArgumentOutOfRangeException(nameof(missing), missing, null),
        };
    }
}
