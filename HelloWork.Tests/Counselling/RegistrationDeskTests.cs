using HelloWork.Domain.Accounts;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class RegistrationDeskTests : IAsyncLifetime
{
    private Exchange _it = null!;
    private CounselorActor _counselor = null!;

    public async Task InitializeAsync()
    {
        _it = await Exchange.CreateAsync();
        _counselor = await _it.Given.CounselorAsync();
    }

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Theory, Trait("Rule", "CO-01")]
    [InlineData("青木花子", true)]
    [InlineData("ｱｵｷ　ﾊﾅｺ", true)]
    [InlineData("アオキ ハナコ", true)]
    [InlineData("青木", false)]
    public async Task Find_ByNameAndBirthDate_InAnyWidthAndSpacing(string name, bool expected)
    {
        var found = await new FindRegistrations(_it.Database, _it.Clock).RunAsync(new(_counselor, null, name, new DateOnly(1990, 4, 1)), default);

        Assert.Equal(expected ? [_it.Seeker.Registration] : [], found.Select(f => f.Id));
        Assert.Equal(1, await _it.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Act == nameof(FindRegistrations) && e.AccountId == _counselor.Account)));
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task AnotherOfficesRegistration_IsNotFound()
    {
        var (elsewhere, key) = (await _it.Given.CounselorAsync("13020"), _it.Seeker.Registration);

        Assert.Empty(await new FindRegistrations(_it.Database, _it.Clock).RunAsync(new(elsewhere, await NumberAsync()), default));
        Assert.Null(await new OpenRegistrationRecord(_it.Database, _it.Clock).RunAsync(new(elsewhere, key), default));
        Assert.Null(await new PreviewClosing(_it.Database, _it.Clock).RunAsync(new(elsewhere, key), default));
        Assert.Equal(RegistrationRefusal.NotFound, await new ConfirmRegistration(_it.Database, _it.Clock).RunAsync(new(elsewhere, key), default));
        Assert.Equal(RegistrationRefusal.NotFound, await new RenewRegistration(_it.Database, _it.Clock).RunAsync(new(elsewhere, key, default), default));
        Assert.Equal(RegistrationRefusal.NotFound, await new RecordPublicationConsent(_it.Database, _it.Clock).RunAsync(new(elsewhere, key, false), default));
        Assert.Equal(RegistrationRefusal.NotFound, await new CloseRegistration(_it.Database, _it.Clock).RunAsync(new(elsewhere, key, RegistrationEndReason.Other), default));
        Assert.Equal(ProvisionChoiceRefusal.NotFound, await new ChangeProvisionChoice(_it.Database, _it.Clock).RunAsync(new(elsewhere, await NumberAsync(), ProvisionChoice.Both), default));
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Register_SomebodyNew_DrawsANumberAndShowsThemToEmployersAtOnce()
    {
        var result = await RegisterAsync(Details("山田 太郎"));

        var record = await new OpenRegistrationRecord(_it.Database, _it.Clock).RunAsync(new(_counselor, result.Registered!.Value), default);
        Assert.Equal(("13010-20000001", RegistrationKind.VerifiedAtOffice, true, ProvisionChoice.Both, "経理事務", new DateOnly(2026, 5, 31)),
            (record!.Number.Value, record.Kind, record.ShownToEmployers, record.Choice, record.Statement!.WishedWork, record.LastDay));
        Assert.Equal(2, await _it.ReadAsync(db => db.ShownToEmployers(new DateOnly(2026, 3, 22)).CountAsync()));
        Assert.Equal(new(result.Registered, RegisterRefusal.AlreadyRegistered), await RegisterAsync(Details("山田　太郎")));
    }

    [Fact, Trait("Rule", "CO-01"), Trait("Rule", "AC-05")]
    public async Task Register_SomebodyWhoComesBack_KeepsAccountAndPublicNumberUnderANewNumber()
    {
        _it.Clock.SetJapan(2026, 6, 1);

        var result = await RegisterAsync(Details("青木 花子") with { BirthDate = new DateOnly(1990, 4, 1) }, _it.Seeker.Registration);

        Assert.Null(result.Refusal);
        var registrations = await _it.ReadAsync(db => db.SeekerRegistrations.OrderBy(r => r.AcceptedOn).ToListAsync());
        Assert.Equal([_it.Seeker.Id, _it.Seeker.Id], registrations.Select(r => r.SeekerId));
        Assert.Equal(RegistrationEndReason.LastDayPassed, registrations[0].EndReason);
        Assert.Equal(_it.Seeker.PublicNumber, await _it.ReadAsync(db => db.SeekerProfiles.Select(p => p.PublicNumber).SingleAsync()));
    }

    [Theory, Trait("Rule", "CO-01")]
    [InlineData(RegisterRefusal.NameMissing)]
    [InlineData(RegisterRefusal.KanaMissing)]
    [InlineData(RegisterRefusal.BirthDateImpossible)]
    [InlineData(RegisterRefusal.ContactMissing)]
    [InlineData(RegisterRefusal.EmailImpossible)]
    public async Task Register_WhereSomethingIsMissing_SaysWhat(RegisterRefusal expected)
    {
        var details = Details("山田 太郎");
        details = expected switch
        {
            RegisterRefusal.NameMissing => details with { Name = " " },
            RegisterRefusal.KanaMissing => details with { NameKana = "" },
            RegisterRefusal.BirthDateImpossible => details with { BirthDate = new DateOnly(2011, 3, 23) },
            RegisterRefusal.ContactMissing => details with { Phone = " " },
            _ => details with { Email = "hanako@" },
        };

        Assert.Equal(expected, (await RegisterAsync(details)).Refusal);
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task OnlineRegistration_StandsOnTheDeskUntilItIsConfirmed()
    {
        var online = await _it.Given.SeekerAsync(kind: RegistrationKind.RegisteredOnline);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());
        var item = await _it.ReadAsync(db => db.DeskItems.SingleAsync());
        // 14 days from 22 March are a Sunday: the last open day before.
        Assert.Equal((online.Registration.Value, "13010", new DateOnly(2026, 4, 3)), (item.RecordId, item.PlacementOfficeCode, item.DueOn));

        Assert.Null(await new ConfirmRegistration(_it.Database, _it.Clock).RunAsync(new(_counselor, online.Registration), default));

        Assert.Equal(RegistrationKind.VerifiedAtOffice, await _it.ReadAsync(db => db.SeekerRegistrations.Where(r => r.Id == online.Registration).Select(r => r.Kind).SingleAsync()));
        Assert.Equal(0, await _it.ReadAsync(db => db.DeskItems.CountAsync(i => i.ClosedAt == null)));
        Assert.Equal(0, await SweepAsync());
    }

    [Fact, Trait("Rule", "CO-01"), Trait("Rule", "CO-06")]
    public async Task MoreThanAStepOfOneDay_AndOfALaterOne_AreQueuedOnce_AlsoByTwoSweepsAtATime()
    {
        const int each = Domain.Data.Sweeping.RowsPerStep + 30;
        await using (var db = _it.Database.CreateDbContext())
        {
            for (var n = 0; n < each * 2; n++)
            {
                var seeker = new Seeker(Details($"山田 {n}郎"));
                db.Add(seeker);
                db.Add(n < each
                    ? new SeekerRegistration(seeker, RegistrationNumber.Parse($"13010-5000{n:0000}"), RegistrationKind.VerifiedAtOffice, new DateOnly(2026, 3, 20))
                    : new SeekerRegistration(seeker, RegistrationNumber.Parse($"13010-5000{n:0000}"), RegistrationKind.RegisteredOnline, new DateOnly(2026, 4, 20)));
            }
            await db.SaveChangesAsync();
        }
        _it.Clock.SetJapan(2026, 5, 20, 9);

        var queued = await Task.WhenAll(SweepAsync(), SweepAsync());

        // With the one who was there before.
        Assert.Equal(each * 2 + 1, queued.Sum());
        Assert.Equal(each * 2 + 1, await _it.ReadAsync(db => db.DeskItems.Where(i => i.Kind == DeskItemKind.Registration).Select(i => i.RecordId).Distinct().CountAsync()));
        Assert.Equal(2, await _it.ReadAsync(db => db.SeekerRegistrations.Select(r => r.LastDay).Distinct().CountAsync()));
        Assert.Equal(0, await SweepAsync());
    }

    [Theory, Trait("Rule", "CO-01"), Trait("Rule", "PV-05")]
    [InlineData(4, 30, RegistrationRefusal.TooEarly)]
    [InlineData(5, 1, null)]
    [InlineData(5, 31, null)]
    [InlineData(6, 1, RegistrationRefusal.Ended)]
    public async Task Renew_InTheLastMonth_AddsOneMonth(int month, int day, RegistrationRefusal? expected)
    {
        _it.Clock.SetJapan(2026, month, day);

        var refusal = await RenewAsync(new DateOnly(2026, 5, 31));

        Assert.Equal(expected, refusal);
        Assert.Equal(new DateOnly(2026, expected is null ? 6 : 5, expected is null ? 30 : 31), (await RegistrationAsync()).LastDay);
    }

    [Fact, Trait("Rule", "CO-01"), Trait("Rule", "PV-05")]
    public async Task Renew_TakesTheWorkOffTheDesk_ForetellsTheEndAnew_AndPressedTwiceIsOneMonth()
    {
        _it.Clock.SetJapan(2026, 5, 17, 9);
        Assert.Equal(1, await SweepAsync());
        await new WarnOfRegistrationEnd(_it.Database, _it.Clock).RunAsync(default);
        Assert.Equal((byte)14, (await RegistrationAsync()).EndForetold);

        Assert.Null(await RenewAsync(new DateOnly(2026, 5, 31)));
        Assert.Null(await RenewAsync(new DateOnly(2026, 5, 31)));

        Assert.Equal((new DateOnly(2026, 6, 30), (byte?)null), ((await RegistrationAsync()).LastDay, (await RegistrationAsync()).EndForetold));
        Assert.Equal(0, await _it.ReadAsync(db => db.DeskItems.CountAsync(i => i.ClosedAt == null)));
        _it.Clock.SetJapan(2026, 6, 16);
        Assert.Equal(1, await SweepAsync());
    }

    [Fact, Trait("Rule", "CO-01"), Trait("Rule", "DR-11")]
    public async Task Close_IsCountedBefore_EndsOpenRequestsAtOnceAndLeavesApplications()
    {
        var request = await _it.RequestAsync();
        var other = await _it.Given.JobAsync(_it.Employer);
        await new IssueReferral(_it.Database, _it.Clock).RunAsync(new(_counselor, await NumberAsync(), other.Number, ReferralWay.AtWindow, null, []), default);

        Assert.Equal(new ClosingPreview(1, 0, true, false, 0, 1, 0), await new PreviewClosing(_it.Database, _it.Clock).RunAsync(new(_counselor, _it.Seeker.Registration), default));
        _it.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await CloseAsync(RegistrationEndReason.Employed));
        Assert.Null(await CloseAsync(RegistrationEndReason.Employed));

        Assert.Equal(DirectRequestState.RegistrationEnded, await _it.StateAsync(request));
        Assert.Equal(RegistrationEndReason.Employed, (await RegistrationAsync()).EndReason);
        Assert.Equal(0, await _it.ReadAsync(db => db.ShownToEmployers(new DateOnly(2026, 3, 22)).CountAsync()));
        Assert.Equal(1, await _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == MailKind.RegistrationEnded)));
        Assert.Equal(ReferralState.Referred, Assert.Single((await new ListReferrals(_it.Database).RunAsync(new ListReferrals.OfDesk(_counselor), default)).Page.Items).State);
        Assert.Equal(RegistrationRefusal.Ended, await CloseAsync(RegistrationEndReason.Withdrawn));
        Assert.Equal(RegistrationRefusal.ReasonMissing, await CloseAsync(RegistrationEndReason.LastDayPassed));
    }

    [Theory, Trait("Rule", "CO-01")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RegistrationThatEndsByItself_OrByTheSeeker_LeavesTheDesk(bool byTheSeeker)
    {
        _it.Clock.SetJapan(2026, 5, 20);
        await SweepAsync();

        if (byTheSeeker)
            await new EndRegistration(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, RegistrationEndReason.Withdrawn), default);
        else
        {
            _it.Clock.SetJapan(2026, 6, 1);
            await new EndRegistrations(_it.Database, _it.Clock).RunAsync(default);
        }

        Assert.Equal((1, 0), (await _it.ReadAsync(db => db.DeskItems.CountAsync()), await _it.ReadAsync(db => db.DeskItems.CountAsync(i => i.ClosedAt == null))));
    }

    [Fact, Trait("Rule", "CO-01"), Trait("Rule", "SS-02")]
    public async Task PublicationConsent_OnTheSeekersWord_TakesEffectAtOnce()
    {
        Assert.Null(await new RecordPublicationConsent(_it.Database, _it.Clock).RunAsync(new(_counselor, _it.Seeker.Registration, false), default));

        Assert.Equal(0, await _it.ReadAsync(db => db.ShownToEmployers(new DateOnly(2026, 3, 22)).CountAsync()));
        Assert.Equal("not shown", await _it.ReadAsync(db => db.AuditEntries.Where(e => e.Act == nameof(RecordPublicationConsent)).Select(e => e.Detail).SingleAsync()));
    }

    private static PersonalDetails Details(string name) => new() { Name = name, NameKana = "ヤマダ タロウ", BirthDate = new DateOnly(1985, 1, 2), Phone = "03-0000-0001" };

    private Task<RegisterSeeker.Result> RegisterAsync(PersonalDetails details, SeekerRegistrationId? former = null) =>
        new RegisterSeeker(_it.Database, _it.Clock).RunAsync(new(_counselor, former, details, RegistrationKind.VerifiedAtOffice, true, ProvisionChoice.Both, "経理事務", WorkingStyle.FullTime), default);

    private Task<int> SweepAsync() => new QueueRegistrationWork(_it.Database, _it.Clock).RunAsync(default);

    private Task<RegistrationRefusal?> RenewAsync(DateOnly seen) => new RenewRegistration(_it.Database, _it.Clock).RunAsync(new(_counselor, _it.Seeker.Registration, seen), default);

    private Task<RegistrationRefusal?> CloseAsync(RegistrationEndReason reason) => new CloseRegistration(_it.Database, _it.Clock).RunAsync(new(_counselor, _it.Seeker.Registration, reason), default);

    private Task<SeekerRegistration> RegistrationAsync() => _it.ReadAsync(db => db.SeekerRegistrations.AsNoTracking().SingleAsync(r => r.Id == _it.Seeker.Registration));

    private Task<RegistrationNumber> NumberAsync() => _it.ReadAsync(db => db.SeekerRegistrations.Where(r => r.Id == _it.Seeker.Registration).Select(r => r.Number).SingleAsync());
}
