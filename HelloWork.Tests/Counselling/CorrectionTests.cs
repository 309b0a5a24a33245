using HelloWork.Domain.Accounts;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

/// <summary>What a counselor writes down anew of a person and of what they say (CO-01).</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private CounselorActor _counselor = null!;
    private GivenSeeker _seeker = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        (_counselor, _seeker) = (await _given.CounselorAsync(), await _given.ProvidedSeekerAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "CO-01"), Trait("Rule", "OV-05")]
    public async Task Details_AreCorrected_TheTrailNamesWhatChangedAndNoValue_AndTheSeekerIsTold()
    {
        var before = (await RecordAsync()).Details;

        Assert.Null(await DetailsAsync(before with { Phone = " 090-0000-9999 ", BirthDate = new DateOnly(1991, 4, 1) }, before));

        var after = (await RecordAsync()).Details;
        Assert.Equal(("090-0000-9999", new DateOnly(1991, 4, 1), before.Name), (after.Phone, after.BirthDate, after.Name));
        await using var db = _database.CreateDbContext();
        Assert.Equal("changed BirthDate Phone", (await db.AuditEntries.SingleAsync(e => e.Act == nameof(CorrectPersonalDetails))).Detail);
        var mail = await db.OutboxMails.SingleAsync(m => m.Kind == MailKind.PersonalDetailsCorrected);
        Assert.Equal(("BirthDate,Phone", _seeker.Provision.Account), (mail.ReadParameters()["fields"], mail.RecipientAccountId));
        // At the window they are found by what is right now.
        Assert.Equal(new DateOnly(1991, 4, 1), await db.Seekers.Where(s => s.Id == _seeker.Id).Select(s => s.BornOn).SingleAsync());
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Details_PressedTwice_AreOneCorrection_AndAColleaguesIsNotOverwritten()
    {
        var before = (await RecordAsync()).Details;

        Assert.Null(await DetailsAsync(before with { Phone = "090-0000-0001" }, before));
        Assert.Null(await DetailsAsync(before with { Phone = "090-0000-0001" }, before));
        Assert.Equal(RegisterRefusal.ChangedSince, await DetailsAsync(before with { Email = "new@example.jp" }, before));

        Assert.Equal(1, await CountAsync(nameof(CorrectPersonalDetails)));
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Details_ThatCannotBe_OrOfAnotherOfficeOrAnEndedRegistration_AreRefused()
    {
        var before = (await RecordAsync()).Details;

        Assert.Equal(RegisterRefusal.NameMissing, await DetailsAsync(before with { Name = " " }, before));
        Assert.Equal(RegisterRefusal.ContactMissing, await DetailsAsync(before with { Phone = null, Email = null, Address = null }, before));
        Assert.Equal(RegisterRefusal.NotFound, await new CorrectPersonalDetails(_database, _clock).RunAsync(
            new(await _given.CounselorAsync("13020"), _seeker.Registration, before.Fingerprint(), before with { Phone = "090-0000-0002" }), default));
        _clock.SetJapan(2026, 6, 1);
        Assert.Equal(RegisterRefusal.Ended, await DetailsAsync(before with { Phone = "090-0000-0002" }, before));
    }

    [Fact, Trait("Rule", "CO-01"), Trait("Rule", "PV-03")]
    public async Task Statement_ThatProvidersSee_ChangesOnlyOnceTheSeekerHasSeenThePage()
    {
        var record = await RecordAsync();
        Assert.True(record.ShownToProviders);
        var stated = record.Statement! with { WishedWork = "経理事務（在宅）" };

        Assert.Equal(new(null, true), await StateAsync(record, stated));

        Assert.Equal(record.Statement!.WishedWork, (await RecordAsync()).Statement!.WishedWork);
        Assert.Equal("経理事務（在宅）", (await new ReadStatement(_database, _clock).RunAsync(new(_seeker.Provision), default)).InHand.Statement.WishedWork);
        Assert.Equal(1, await MailsAsync(MailKind.StatementToReview));
        // The seeker's own draft is never written over.
        Assert.Equal(CorrectionRefusal.SeekerIsWriting, (await StateAsync(record, stated with { Appeal = "明るいです。" })).Refusal);

        Assert.Equal(new(null, false), await StateAsync(record, stated, reviewed: true));

        Assert.Equal("経理事務（在宅）", (await RecordAsync()).Statement!.WishedWork);
        Assert.Equal(1, await MailsAsync(MailKind.StatementCorrected));
        Assert.Equal(CorrectionRefusal.ChangedSince, (await StateAsync(record, stated with { Appeal = "明るいです。" }, reviewed: true)).Refusal);
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Statement_ThatWasChangedAfterItWasShown_IsntTaken()
    {
        var record = await RecordAsync();
        var shown = record.Statement! with { WishedWork = "経理事務（在宅）" };

        var refused = await StateAsync(record, shown with { Appeal = "明るいです。" }, reviewed: true, shown: shown);

        Assert.Equal(CorrectionRefusal.NotAsShown, refused.Refusal);
        Assert.Equal(record.Statement!.Fingerprint(), (await RecordAsync()).Statement!.Fingerprint());
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Statement_OfWhomNoProviderSees_IsInForceAtOnce_AndFoundByItsNewWords()
    {
        var seeker = await _given.SeekerAsync(myPage: false);
        var record = await RecordAsync(seeker);

        Assert.Equal(new(null, false), await StateAsync(record, record.Statement! with { WishedWork = "盆栽の手入れ", Places = [new("13", "13101")] }));

        await using var db = _database.CreateDbContext();
        Assert.Contains("盆栽", await db.SeekerProfiles.Where(p => p.SeekerId == seeker.Id).Select(p => p.SearchWords).SingleAsync());
        Assert.StartsWith("in force, changed WishedWork", (await db.AuditEntries.SingleAsync(e => e.Act == nameof(CorrectStatement))).Detail);
    }

    [Fact, Trait("Rule", "PV-04")]
    public async Task Statement_ThatTellsWhoTheSeekerIs_IsTakenOnlyWhenTheyKeepIt()
    {
        var record = await RecordAsync();
        var stated = record.Statement! with { Appeal = "090-1234-5678 にお電話ください。" };

        Assert.Equal(CorrectionRefusal.IdentifyingText, (await StateAsync(record, stated, reviewed: true)).Refusal);
        Assert.Equal(CorrectionRefusal.Faulty, (await StateAsync(record, stated with { WishedWork = "" }, reviewed: true)).Refusal);
        Assert.Null((await StateAsync(record, stated, reviewed: true, keeps: true)).Refusal);
    }

    private async Task<RegistrationRecord> RecordAsync(GivenSeeker? seeker = null) =>
        (await new OpenRegistrationRecord(_database, _clock).RunAsync(new(_counselor, (seeker ?? _seeker).Registration), default))!;

    private Task<RegisterRefusal?> DetailsAsync(PersonalDetails details, PersonalDetails seen) =>
        new CorrectPersonalDetails(_database, _clock).RunAsync(new(_counselor, _seeker.Registration, seen.Fingerprint(), details), default);

    private Task<CorrectStatement.Result> StateAsync(RegistrationRecord record, SeekerStatement stated, bool reviewed = false, bool keeps = false, SeekerStatement? shown = null) =>
        new CorrectStatement(_database, _clock).RunAsync(new(_counselor, record.Id, record.StatementVersion, stated, (shown ?? stated).Fingerprint(), keeps, reviewed), default);

    private async Task<int> CountAsync(string act)
    {
        await using var db = _database.CreateDbContext();
        return await db.AuditEntries.CountAsync(e => e.Act == act);
    }

    private async Task<int> MailsAsync(MailKind kind)
    {
        await using var db = _database.CreateDbContext();
        return await db.OutboxMails.CountAsync(m => m.Kind == kind);
    }
}
