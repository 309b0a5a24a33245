using HelloWork.Blazor.Guide;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Access;

/// <summary>The portal of <see cref="PagesMatrixTests"/> in which also Hello Work has something to do: each page that is about a record has one.</summary>
public sealed class FullPortal : IAsyncLifetime
{
    private const string Text = "月次決算の経験を生かしたいと考えております。";

    private readonly Dictionary<string, string> _filled = [];

    public FullPortal() : this(new PagesMatrixTests.Portal()) { }

    internal FullPortal(PagesMatrixTests.Portal pages) => Pages = pages;

    public PagesMatrixTests.Portal Pages { get; }

    /// <summary>What <see cref="PagesMatrixTests.Portal.AddressesOf"/> says, filled with the further records.</summary>
    public IEnumerable<(string Address, string Row)> PagesOf(string? role) => Pages.AddressesOf(role).Select(a => (_filled.GetValueOrDefault(a.Row, a.Address), a.Row));

    public async Task InitializeAsync()
    {
        await Pages.InitializeAsync();
        await using var scope = Pages.Host.Services.CreateAsyncScope();
        T Verb<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        await using var db = await Pages.Host.Contexts.CreateDbContextAsync();
        var accounts = await db.Users.Where(a => a.UserName!.EndsWith("01") || a.UserName == "provider02" || a.UserName == "seeker02").ToDictionaryAsync(a => a.UserName!, a => a.Id);
        var seeker = new SeekerActor(accounts["seeker01"], await db.Seekers.Where(s => s.AccountId == accounts["seeker01"]).Select(s => s.Id).SingleAsync());
        var provision = new ProvisionActor(seeker.Account, seeker.Seeker);
        var employer = new EmployerActor(accounts["employer01"], await db.OfficeMembers.Where(m => m.AccountId == accounts["employer01"]).Select(m => m.OfficeId).SingleAsync());
        var provider = new ProviderActor(accounts["provider01"], Pages.Records.Provider);
        var (counselor, officer) = (new CounselorActor(accounts["counselor01"]), new BureauActor(accounts["bureau01"]));
        var jobs = await db.JobOffers.Where(j => j.OfficeId == employer.Office).OrderBy(j => j.Number).Select(j => j.Number).ToListAsync();
        var registration = await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == seeker.Seeker);
        var today = Pages.Host.Clock.TodayInJapan();

        var withoutMyPage = await db.SeekerProfiles.Where(p => p.PublicNumber == PublicNumber.Parse("K-2047-7307")).Select(p => p.PublicNumber).SingleAsync();
        var inquiry = (await Verb<AskPlacementOffice>().RunAsync(new(employer, withoutMyPage, jobs[0], Text), default)).Asked;
        Assert.Null(await Verb<AskForAdvice>().RunAsync(new(seeker, jobs[1], Text), default));
        var issued = await Verb<IssueReferral>().RunAsync(new(counselor, registration.Number, jobs[1], ReferralWay.Online, Text, Enum.GetValues<ReferralWarning>()), default);
        Assert.Null(issued.Refusal);
        var referral = issued.Issued!.Value;
        // Only then the employer has it, too.
        Assert.Null(await Verb<AnswerReferral>().RunAsync(new(seeker, referral, TakesUp: true, null), default));
        var draft = (await Verb<StartJobDraft>().RunAsync(new(employer, jobs[0], JobDraftOrigin.Change), default)).Draft!.Value;
        await QueueJobAsync(db, jobs[2]);
        Assert.Null(await Verb<SaveSearch>().RunAsync(new(seeker, "東京の経理", new JobSearchQuery { Prefectures = ["13"] }, AlertFrequency.Daily), default));
        foreach (var job in (JobNumber[])[jobs[0], jobs[2]])
            Assert.Null(await Verb<SaveJob>().RunAsync(new(seeker, job), default));
        await Verb<SaveApplicationDraft>().RunAsync(new(seeker, jobs[0], Text), default);
        var applicant = new SeekerActor(accounts["seeker02"], await db.Seekers.Where(s => s.AccountId == accounts["seeker02"]).Select(s => s.Id).SingleAsync());
        await Verb<SaveApplicationDraft>().RunAsync(new(applicant, jobs[0], Text), default);
        var seen = (await Verb<PreviewApplication>().RunAsync(new(applicant, jobs[0]), default))!.Fingerprint;
        var application = (await Verb<ApplyToJob>().RunAsync(new(applicant, jobs[0], Text, seen), default)).Application!.Value;
        var search = await db.SavedSearches.Where(s => s.SeekerId == seeker.Seeker).Select(s => s.Id).SingleAsync();

        await Verb<OpenProvidedProfile>().RunAsync(new(provider, Pages.Records.Alias), default);
        var complaint = new ComplaintId(NewId.Next());
        Assert.NotNull((await Verb<ReportProvider>().RunAsync(new(provision, Pages.Records.Conversation, complaint, ViolationKind.UnrelatedAdvertising, Text, []), default)).Number);
        var other = await db.ProviderMembers.Where(m => m.AccountId == accounts["provider02"]).Select(m => m.ProviderId).SingleAsync();
        await Verb<OrderCorrection>().RunAsync(new OrderCorrection.FromBureau(officer, other, ViolationKind.DispatchSolicited, new(Text, today.AddDays(7), today)), default);
        var consultation = await db.Consultations.Where(c => c.SeekerId == seeker.Seeker).Select(c => c.Id).SingleAsync();
        var item = await db.DeskItems.Where(i => i.PlacementOfficeCode == "13010").Select(i => i.Id).FirstAsync();

        Fill($"{inquiry}", "/desk/inquiries/{Id:guid}");
        Fill($"{consultation}", "/desk/inquiries/consultations/{Id:guid}");
        Fill($"{referral}", "/desk/referrals/{Id:guid}", "/employer/referrals/{Id:guid}", "/seeker/referrals/{Id:guid}",
            "/desk/referrals/{Id:guid}/letter", "/employer/referrals/{Id:guid}/letter", "/seeker/referrals/{Id:guid}/letter");
        Fill($"{complaint}", "/desk/complaints/{Id:guid}", "/desk/complaints/{Id:guid}/order");
        Fill($"{Pages.Records.Conversation}", "/desk/evidence/{Id:guid}");
        Fill($"{item}", "/desk/items/{Id:guid}");
        Fill($"{jobs[2]}", "/desk/jobs/{Number}");
        Fill($"{registration.Id}", "/desk/seekers/{Id:guid}", "/desk/seekers/{Id:guid}/close", "/desk/seekers/{Id:guid}/details", "/desk/seekers/{Id:guid}/statement");
        Fill($"{Pages.Records.Alias}", "/provider/deletions/{Number}/registered");
        Fill($"{search}", "/seeker/saved/searches/{Id:guid}");
        Fill("K-2047-7307", "/employer/seekers/{Number}/inquiry");
        // One that isn't saved: of a saved one this page leads to the job.
        Fill($"{jobs[1]}", "/seeker/saved/jobs/{Number}");
        Fill("work", "/provision/profile/{StepWord}");
        Fill($"{jobs[0]}", "/seeker/applications/new/{Number}", "/seeker/applications/new/{Number}/confirm");
        Fill($"{application}", "/employer/applications/{Id:guid}/interview");
        _filled["/jobs/compare"] = $"/jobs/compare?{string.Join('&', jobs.Select(j => $"n={j}"))}";
        _filled["/seeker/saved/searches/new"] = "/seeker/saved/searches/new?pref=13&type=regular";
        _filled["/guide/{Slug}"] = GuideTopic.All[0].Href;
        _filled["/employer/jobs/drafts/{Id}/{StepWord}"] = $"/employer/jobs/drafts/{draft}/work";
        _filled["/employer/jobs/drafts/{Id}/review"] = $"/employer/jobs/drafts/{draft}/review";
    }

    public async Task DisposeAsync() => await Pages.DisposeAsync();

    private void Fill(string record, params IEnumerable<string> rows)
    {
        // Without a record the list above it would be taken for its page.
        Assert.NotEqual("", record);
        foreach (var row in rows)
            _filled[row] = $"{row[..row.IndexOf('{')]}{record}{row[(row.LastIndexOf('}') + 1)..]}";
    }

    private async Task QueueJobAsync(HelloWorkDbContext db, JobNumber number)
    {
        var job = await db.JobOffers.SingleAsync(j => j.Number == number);
        await db.QueueAsync(JobDesk.WorkOf(job, job.Card, await db.Offices.SingleAsync(o => o.Id == job.OfficeId), Pages.Host.Clock.TodayInJapan()), Pages.Host.Clock.UtcNow(), default);
        await db.SaveChangesAsync();
    }
}
