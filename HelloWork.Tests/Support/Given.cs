using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Tests.Support;

/// <summary>What a test starts from, built through the domain's own doors; every number and name is fresh unless it is given.</summary>
public sealed class Given(TestDatabase database, TestClock clock)
{
    private static int _serial;

    private static int Next() => Interlocked.Increment(ref _serial);

    public async Task<EmployerActor> EmployerAsync(string name = "株式会社見本製作所")
    {
        var n = Next();
        await using var db = database.CreateDbContext();
        var office = new Office(OfficeNumber.Parse($"1301-{n:000000}-7"), name, "ミホンセイサクショ", "101-0051", "東京都千代田区神田神保町1-1", "13", "13101", "09");
        var account = new Account($"employer-{n}", Role.Employer, name, $"employer-{n}@example.jp", clock.UtcNow());
        account.Activate(clock.UtcNow());
        db.AddRange(office, account, new OfficeMember(office.Id, account.Id));
        await db.SaveChangesAsync();
        return new EmployerActor(account.Id, office.Id);
    }

    /// <summary>An active job that takes online self-applications, unless <paramref name="change"/> says otherwise.</summary>
    public async Task<JobOffer> JobAsync(EmployerActor employer, Func<JobCard, JobCard>? change = null, bool published = true, DateOnly? acceptedOn = null, DateOnly? lastDay = null)
    {
        await using var db = database.CreateDbContext();
        var office = await db.Offices.FindAsync(employer.Office) ?? throw new InvalidOperationException("No such office.");
        var card = Card(office.Name);
        var job = new JobOffer(JobNumber.Parse($"13010-{Next():00000000}"), office, change?.Invoke(card) ?? card, acceptedOn ?? clock.TodayInJapan(), lastDay, clock.UtcNow());
        if (published)
            job.Publish(clock.UtcNow());
        db.Add(job);
        await db.SaveChangesAsync();
        return job;
    }

    /// <summary>A seeker with an open registration, shown to employers and with a MyPage, unless told otherwise.</summary>
    public async Task<GivenSeeker> SeekerAsync(bool shown = true, bool myPage = true, RegistrationKind kind = RegistrationKind.VerifiedAtOffice,
        Func<SeekerStatement, SeekerStatement>? change = null, DateOnly? acceptedOn = null, string name = "青木 花子")
    {
        var n = Next();
        await using var db = database.CreateDbContext();
        var now = clock.UtcNow();
        var seeker = new Seeker(new PersonalDetails
        {
            Name = name, NameKana = "アオキ ハナコ", BirthDate = new DateOnly(1990, 4, 1), PostalCode = "156-0044",
            Address = "東京都世田谷区赤堤9-9-9", Phone = "03-0000-0000", Email = $"seeker-{n}@example.jp",
        });
        Account? account = null;
        if (myPage)
        {
            account = new Account($"seeker-{n}", Role.Seeker, name, $"seeker-{n}@example.jp", now);
            account.Activate(now);
            seeker.OpenMyPage(account.Id, now);
            db.Add(account);
        }
        var registration = new SeekerRegistration(seeker, RegistrationNumber.Parse($"13010-{n:00000000}"), kind, acceptedOn ?? clock.TodayInJapan());
        registration.RecordConsents(shown, ProvisionChoice.Neither);
        var statement = Statement();
        var profile = new SeekerProfile(seeker, PublicNumber.FromSerial(n), change?.Invoke(statement) ?? statement, now);
        db.AddRange(seeker, registration, profile);
        await db.SaveChangesAsync();
        return new GivenSeeker(seeker.Id, account?.Id ?? Guid.Empty, profile.PublicNumber, registration.Id);
    }

    /// <summary>A counselor of the office that seekers and jobs of a test belong to, unless told otherwise.</summary>
    public async Task<CounselorActor> CounselorAsync(string? placementOffice = "13010")
    {
        var account = new Account($"counselor-{Next()}", Role.Counselor, "飯田 一郎", null, clock.UtcNow());
        account.Activate(clock.UtcNow());
        await using var db = database.CreateDbContext();
        db.Add(account);
        if (placementOffice is not null)
            db.Add(new StaffPost(account.Id, placementOffice));
        await db.SaveChangesAsync();
        return new CounselorActor(account.Id);
    }

    public async Task<BureauActor> BureauOfficerAsync()
    {
        var account = new Account($"bureau-{Next()}", Role.BureauOfficer, "西 直子", null, clock.UtcNow());
        account.Activate(clock.UtcNow());
        await using var db = database.CreateDbContext();
        db.Add(account);
        await db.SaveChangesAsync();
        return new BureauActor(account.Id);
    }

    /// <summary>A provider in good standing that handles everything, with a complete template, unless told otherwise.</summary>
    public async Task<ProviderActor> ProviderAsync(ProviderKind kind = ProviderKind.PaidAgency, Handling? handling = null, bool privacyMark = true, bool template = true,
        string name = "見本人材紹介株式会社")
    {
        var n = Next();
        await using var db = database.CreateDbContext();
        var now = clock.UtcNow();
        var provider = new Provider(LicenceNumber.Parse($"13-ユ-{n:000000}"), kind, name, handling ?? Handling.Everything,
            privacyMark ? PrivacyMarkNumber.Parse($"{n:00000000}(01)") : null, "東京都千代田区", now, now);
        var account = new Account($"provider-{n}", Role.Provider, name, $"provider-{n}@example.jp", now);
        account.Activate(now);
        db.AddRange(provider, account, new ProviderMember(provider.Id, account.Id));
        if (template)
        {
            var guidance = new GuidanceTemplate(provider.Id);
            guidance.Save(Disclosures(), now);
            db.Add(guidance);
        }
        await db.SaveChangesAsync();
        return new ProviderActor(account.Id, provider.Id);
    }

    /// <summary>A seeker on the provision site whose profile both kinds of provider may see, unless told otherwise.</summary>
    public async Task<GivenSeeker> ProvidedSeekerAsync(ProvisionChoice choice = ProvisionChoice.Both, bool published = true, bool myPage = true,
        Func<SeekerStatement, SeekerStatement>? change = null, DateOnly? acceptedOn = null)
    {
        var seeker = await SeekerAsync(myPage: true, change: change, acceptedOn: acceptedOn);
        await using var db = database.CreateDbContext();
        var now = clock.UtcNow();
        var registration = (await db.SeekerRegistrations.FindAsync(seeker.Registration))!;
        registration.RecordConsents(registration.ShownToEmployers, choice is ProvisionChoice.Neither ? ProvisionChoice.Both : choice);
        var service = new ProvisionService(registration, ProvisionTerms.CurrentVersion, now);
        if (published)
            service.Publish(now);
        registration.RecordConsents(registration.ShownToEmployers, choice);
        db.Add(service);
        if (!myPage)
            (await db.Seekers.FindAsync(seeker.Id))!.CloseMyPage(now);
        await db.SaveChangesAsync();
        return seeker;
    }

    public static Disclosures Disclosures() => new()
    {
        PlacementRecord = "2025年度の就職者数 100人", JobsHandled = "経理と総務の求人", Fee = FeeKind.NoneFromSeekers,
        PersonalDataOfficer = "個人情報管理責任者 佐伯（03-0000-1101）", ComplaintsOfficer = "苦情処理責任者 野村（03-0000-1102）",
        ApplicationProcedure = "電話（03-0000-1100）で申し込んでください。",
    };

    public static JobCard Card(string officeName = "株式会社見本製作所") => new()
    {
        Header = new() { Kind = "一般", FullOrPart = "フルタイム", AcceptsSelfApplication = true, Disclosure = Disclosure.NameToAll },
        Office = new() { Name = officeName, NameKana = "ミホンセイサクショ", Address = "東京都千代田区神田神保町1-1" },
        Work = new()
        {
            Title = "経理事務", Description = "月次決算と請求書の処理をお願いします。", EmploymentType = EmploymentType.Regular, OccupationCode = "038-01",
            Workplaces = [new() { PrefectureCode = "13", MunicipalityCode = "13101", Address = "東京都千代田区神田神保町1-1" }],
        },
        Pay = new() { Form = "月給", TotalFrom = 248_000, TotalTo = 310_000, BaseFrom = 230_000, BaseTo = 290_000 },
        Hours = new() { Shifts = [new("09:00", "17:45")], DaysOffPerYear = 124 },
        Selection = new() { Headcount = 1, Methods = ["面接", "書類選考"] },
    };

    public static SeekerStatement Statement() => new()
    {
        WishedWork = "経理事務", OccupationCodes = ["038-01"], Style = WorkingStyle.FullTime, WantsRegular = true,
        Places = [new WishedPlace("13", "13101")], WishedMonthlyIncome = 240_000, Licences = ["日商簿記検定2級"],
        PastWork = [new PastWork("卸売業の経理", 72)], Appeal = "月次決算まで担当しました。",
    };
}

/// <summary>A seeker of a test. <see cref="Account"/> is empty without a MyPage.</summary>
public sealed record GivenSeeker(SeekerId Id, Guid Account, PublicNumber PublicNumber, SeekerRegistrationId Registration)
{
    public SeekerActor Actor => new(Account, Id);

    public ProvisionActor Provision => new(Account, Id);
}
