using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using HelloWork.Blazor.Hosting;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Domain.Jobs.Import;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Domain.Seekers.Saved;
using HelloWork.Tests.Access;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelloWork.Tests.Data;

/// <summary>
/// Every verb of the domain is driven, by itself: arguments are made from the types of its commands and a small world, so that a new
/// verb is in it from its first day. What it asks and saves is checked for SQL Server on the way (<see cref="SqlServerTwin"/>).
/// </summary>
public sealed class EveryVerbTests : IAsyncLifetime
{
    private const string Text = "月次決算の経験を生かしたいと考えております。";
    private const int Variants = 10;

    /// <summary>The small world takes half a second and is the same for every verb: made once, and copied.</summary>
    private static (string File, List<Dictionary<Type, object>> Worlds)? _made;

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;
    private List<Dictionary<Type, object>> _worlds = null!;
    private CountingContexts _contexts = null!;

    /// <summary>Verbs that are about all of the country's rows, or a good part.</summary>
    private static readonly Dictionary<Type, string> GoThroughAll = new()
    {
        [typeof(SearchJobs)] = Loading, [typeof(CountPublicJobs)] = Loading, [typeof(CountJobsByPrefecture)] = Loading, [typeof(ReadWages)] = Loading, [typeof(CompareWage)] = Loading,
        [typeof(FindSimilarJobs)] = Loading, [typeof(HelloWork.Domain.Applications.RecommendJobs)] = Loading, [typeof(ReadSearchAlert)] = Loading,
        [typeof(SearchSeekers)] = Loading, [typeof(SearchProvidedSeekers)] = Loading, [typeof(RecommendSeekers)] = Loading,
        [typeof(QueueRegistrationWork)] = "a sweep of all that end soon", [typeof(QueueWaitingWork)] = "once, when the schema has changed",
    };

    private const string Loading = "answers from the search's index; from the database only while that is loading";

    public static TheoryData<Type> Verbs => new(Services(null!, null!).Select(s => s.ServiceType).Where(IsVerb));

    public async Task InitializeAsync()
    {
        _database = _made is { } copied ? TestDatabase.CopyOf(copied.File) : await TestDatabase.CreateAsync();
        _contexts = new CountingContexts(_database);
        _services = Services(_contexts, _clock).BuildServiceProvider();
        if (_made is { } made)
        {
            _worlds = [.. made.Worlds.Select(world => new Dictionary<Type, object>(world))];
            return;
        }
        _worlds = [await BeforeAnythingAsync(), await AskedAsync(), await AppliedAsync(), await InvitedAsync(Role.Employer), await InvitedAsync(Role.Provider)];
        foreach (var world in _worlds)
        {
            await AddProvisionAsync(world);
            await AddJobCheckAsync(world);
            await AddSavedAsync(world);
        }
        if (TestDatabase.Server is null)
            _made = (_database.KeepCopy(), [.. _worlds.Select(world => new Dictionary<Type, object>(world))]);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task Verb_WithEveryKindOfArgument_RunsOnBothDatabases(Type verb)
    {
        var ended = 0;
        var before = _contexts.Created;
        for (var variant = 0; variant < Variants; variant++)
            foreach (var run in verb.GetMethods().Where(m => m.Name == "RunAsync"))
                if (await EndsAsync(verb, run, variant))
                    ended++;

        Assert.True(ended > 0, $"{verb.Name} never came to an end.");
        Assert.True(_contexts.Created > before, $"{verb.Name} never opened the database.");
        if (TestDatabase.Server is null && !GoThroughAll.ContainsKey(verb))
            Assert.Empty(await _contexts.Ways.LongOnesAsync(_database));
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task Verb_WithAnAccountThatIsntTheActors_IsNotAllowed(Type verb)
    {
        // A number in the menu, 0 for whoever it isn't about; marks on public pages, none for whoever has no list.
        if (verb == typeof(CountUnreadMessages) || verb == typeof(HelloWork.Domain.Seekers.Saved.MarkSavedJobs))
            return;
        var (world, other) = (_worlds[1], _worlds[2]);
        var foreign = new Dictionary<Type, object>(world);
        var (seeker, employer, provider) = ((SeekerActor)world[typeof(SeekerActor)], (EmployerActor)world[typeof(EmployerActor)], (ProviderActor)world[typeof(ProviderActor)]);
        foreign[typeof(SeekerActor)] = seeker with { Account = ((SeekerActor)other[typeof(SeekerActor)]).Account };
        foreign[typeof(ProvisionActor)] = new ProvisionActor(((SeekerActor)other[typeof(SeekerActor)]).Account, seeker.Seeker);
        foreign[typeof(EmployerActor)] = employer with { Account = ((EmployerActor)other[typeof(EmployerActor)]).Account };
        foreign[typeof(ProviderActor)] = provider with { Account = ((ProviderActor)other[typeof(ProviderActor)]).Account };
        // Each is somebody, and of the other desk.
        foreign[typeof(CounselorActor)] = new CounselorActor(((BureauActor)world[typeof(BureauActor)]).Account);
        foreign[typeof(BureauActor)] = new BureauActor(((CounselorActor)world[typeof(CounselorActor)]).Account);

        foreach (var run in verb.GetMethods().Where(m => m.Name == "RunAsync" && VerbsMatrixTests.ActorsOf(m).Any(a => a.EndsWith("Actor", StringComparison.Ordinal))))
        {
            var refused = 0;
            for (var variant = 0; variant < Variants && refused == 0; variant++)
                refused += await IsNotAllowedAsync(verb, run, new Arguments(foreign, variant)) ? 1 : 0;
            Assert.True(refused > 0, $"{verb.Name} takes {string.Join(", ", VerbsMatrixTests.ActorsOf(run))} and lets somebody else act.");
        }
    }

    /// <summary>What can't be meant at all may be answered before anybody asks who acts.</summary>
    private async Task<bool> IsNotAllowedAsync(Type verb, MethodInfo run, Arguments sample)
    {
        try
        {
            await (Task)run.Invoke(_services.GetRequiredService(verb), BindingFlags.DoNotWrapExceptions, null, run.GetParameters().Select(p => sample.Make(p.ParameterType, p.Name!)).ToArray(), null)!;
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (NotAllowedException)
        {
            return true;
        }
    }

    private async Task<bool> EndsAsync(Type verb, MethodInfo run, int variant)
    {
        var sample = new Arguments(_worlds[variant % _worlds.Count], variant);
        try
        {
            var arguments = run.GetParameters().Select(p => sample.Make(p.ParameterType, p.Name!)).ToArray();
            await (Task)run.Invoke(_services.GetRequiredService(verb), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotAllowedException)
        {
            // A value no page sends, or somebody an earlier variant took away.
            return false;
        }
    }

    private static bool IsVerb(Type type) =>
        type.Assembly == typeof(HelloWorkDbContext).Assembly && type != typeof(DatabaseMigration) && type.GetMethods().Any(m => m.Name == "RunAsync");

    private static ServiceCollection Services(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddHelloWorkVerbs();
        services.AddSingleton(_ => contexts).AddSingleton(_ => clock).AddSingleton(new ProfileQuota()).AddSingleton(new AuditSettings()).AddSingleton(new DeletionRules());
        services.AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 }))).AddSingleton<IPersonalDataProtector>(new NoProtection()).AddSingleton<IMailPost>(new NoPost());
        return services;
    }

    /// <summary>A job nobody was asked about, a seeker who can be, and drafts of both.</summary>
    private async Task<Dictionary<Type, object>> BeforeAnythingAsync()
    {
        var given = new Given(_database, _clock);
        var (employer, seeker) = (await given.EmployerAsync(), await given.ProvidedSeekerAsync());
        var job = (await given.JobAsync(employer)).Number;
        await new SaveRequestDraft(_database, _clock).RunAsync(new(employer, seeker.PublicNumber, job, Text, false), default);
        await new SaveApplicationDraft(_database, _clock).RunAsync(new(seeker.Actor, job, Text), default);
        return World(employer, seeker, job, default, default);
    }

    /// <summary>A request that waits for its answer, and another that ran out.</summary>
    private async Task<Dictionary<Type, object>> AskedAsync()
    {
        var given = new Given(_database, _clock);
        var (employer, seeker) = (await given.EmployerAsync(), await given.ProvidedSeekerAsync());
        var (job, late) = ((await given.JobAsync(employer)).Number, (await given.JobAsync(employer)).Number);
        _clock.Advance(TimeSpan.FromDays(-20));
        await SendAsync(employer, late, seeker);
        _clock.Advance(TimeSpan.FromDays(20));
        return World(employer, seeker, job, await SendAsync(employer, job, seeker), default);
    }

    /// <summary>An application with a message, and another seeker without a MyPage whom Hello Work was asked about.</summary>
    private async Task<Dictionary<Type, object>> AppliedAsync()
    {
        var given = new Given(_database, _clock);
        var (employer, seeker, other) = (await given.EmployerAsync(), await given.ProvidedSeekerAsync(), await given.SeekerAsync(myPage: false));
        var job = (await given.JobAsync(employer)).Number;
        var request = await SendAsync(employer, job, seeker);
        await new SaveApplicationDraft(_database, _clock).RunAsync(new(seeker.Actor, job, Text), default);
        var preview = await new PreviewApplication(_database, _clock).RunAsync(new(seeker.Actor, job), default);
        var application = (await new ApplyToJob(_database, _clock).RunAsync(new(seeker.Actor, job, Text, preview!.Fingerprint), default)).Application!.Value;
        await new SendApplicationMessage(_database, _clock).RunAsync(new SendApplicationMessage.FromSeeker(seeker.Actor, application, Guid.NewGuid(), Text), default);
        var inquiry = (await new AskPlacementOffice(_database, _clock).RunAsync(new(employer, other.PublicNumber, job, Text), default)).Asked!.Value;
        await new AskForAdvice(_database, _clock).RunAsync(new(seeker.Actor, job, Text), default);
        await using var db = _database.CreateDbContext();
        var world = World(employer, seeker, job, request, application);
        world[typeof(ContactInquiryId)] = inquiry;
        var interview = new InterviewId(NewId.Next());
        await new OfferInterviewTimes(_database, _clock).RunAsync(new(employer, application, interview, [_clock.UtcNow().AddDays(3)], 60, Text, Text), default);
        world[typeof(InterviewId)] = interview;
        var number = await db.SeekerRegistrations.Where(r => r.SeekerId == seeker.Id).Select(r => r.Number).SingleAsync();
        world[typeof(ReferralId)] = (await new IssueReferral(_database, _clock).RunAsync(new(await given.CounselorAsync(), number, (await given.JobAsync(employer)).Number, ReferralWay.Online, Text, []), default)).Issued!.Value;
        world[typeof(ConsultationId)] = await db.Consultations.Where(c => c.SeekerId == seeker.Id).Select(c => c.Id).SingleAsync();
        return world;
    }

    /// <summary>An office or a provider that opened its account by code and hasn't entered the key yet.</summary>
    private async Task<Dictionary<Type, object>> InvitedAsync(Role role)
    {
        const string secret = "朝は五時に起きて川まで歩く習慣です";
        var given = new Given(_database, _clock);
        var (employer, seeker, provider) = (await given.EmployerAsync(), await given.SeekerAsync(), await given.ProviderAsync());
        var job = (await given.JobAsync(employer)).Number;
        if (role is Role.Employer)
        {
            var office = await OfficeNumberOfAsync(employer);
            var code = await new IssueOfficeCode(_database, _clock).RunAsync(new(office), default);
            await _services.GetRequiredService<OpenEmployerAccount>().RunAsync(new(office.Value, code!, "office@example.jp", secret, true, "test"), default);
        }
        else
        {
            var licence = await LicenceOfAsync(provider);
            var code = await new IssueProviderCode(_database, _clock).RunAsync(new(licence), default);
            await _services.GetRequiredService<OpenProviderAccount>().RunAsync(new(licence.Value, code!, "provider@example.jp", secret, true, "test"), default);
        }
        await using var db = _database.CreateDbContext();
        var waiting = await db.Users.SingleAsync(a => a.Role == role && a.ActivatedAt == null);
        var world = World(employer, seeker, job, default, default);
        world[typeof(Guid)] = waiting.Id;
        return world;
    }

    private async Task<LicenceNumber> LicenceOfAsync(ProviderActor provider)
    {
        await using var db = _database.CreateDbContext();
        return await db.Providers.Where(p => p.Id == provider.Provider).Select(p => p.Licence).SingleAsync();
    }

    private async Task<OfficeNumber> OfficeNumberOfAsync(EmployerActor employer)
    {
        await using var db = _database.CreateDbContext();
        return await db.Offices.Where(o => o.Id == employer.Office).Select(o => o.Number).SingleAsync();
    }

    /// <summary>A provider that knows the seeker by a number and, but in the first world, has written; a bureau officer, and a counselor with the seeker's number at Hello Work.</summary>
    private async Task AddProvisionAsync(Dictionary<Type, object> world)
    {
        var provider = await new Given(_database, _clock).ProviderAsync();
        await using var db = _database.CreateDbContext();
        var (seeker, number) = (((SeekerActor)world[typeof(SeekerActor)]).Seeker, AliasNumber.Draw());
        db.Add(new SeekerAlias(provider.Provider, seeker, number));
        await db.SaveChangesAsync();
        if (_worlds.IndexOf(world) > 0)
            await new SendGuidance(_database, _clock).RunAsync(new(provider, [number], "経理のご経験を生かせる求人のご案内", Text), default);
        world[typeof(ProviderActor)] = provider;
        world[typeof(ProviderId)] = provider.Provider;
        world[typeof(BureauActor)] = await new Given(_database, _clock).BureauOfficerAsync();
        world[typeof(AliasNumber)] = number;
        world[typeof(ConversationId)] = await db.Conversations.Where(c => c.SeekerId == seeker).Select(c => c.Id).SingleOrDefaultAsync();
        world[typeof(CounselorActor)] = await new Given(_database, _clock).CounselorAsync();
        var waiting = new Account($"staff-{_worlds.IndexOf(world)}", Role.Counselor, "小川 まり", "ogawa@office.example", _clock.UtcNow());
        db.Add(waiting);
        await db.SaveChangesAsync();
        world[typeof(OpenStaffAccount)] = waiting.Id;
        var pick = await Desk.GivenDesk.ItemAsync(_database, _clock);
        (world[typeof(DeskPick)], world[typeof(DeskItemId)]) = (pick, pick.Item);
        await AddOversightAsync(world, provider, number);
        world[typeof(RegistrationNumber)] = (await db.SeekerRegistrations.SingleAsync(r => r.SeekerId == seeker)).Number;
    }

    /// <summary>A report of the seeker's, and the bureau's measures against another provider, since a suspended one does nothing; in the first world neither.</summary>
    private async Task AddOversightAsync(Dictionary<Type, object> world, ProviderActor provider, AliasNumber number)
    {
        var (talk, officer, report) = ((ConversationId)world[typeof(ConversationId)], (BureauActor)world[typeof(BureauActor)], new ComplaintId(NewId.Next()));
        (world[typeof(ComplaintId)], world[typeof(CorrectionOrderId)], world[typeof(ViolationId)], world[typeof(RemovalProposalId)]) = (report, default(CorrectionOrderId), default(ViolationId), default(RemovalProposalId));
        world[typeof(OrderCorrection.Measures)] = new OrderCorrection.Measures(Text, _clock.TodayInJapan().AddDays(7), _clock.TodayInJapan());
        if (talk == default)
            return;
        await new OpenProvidedProfile(_database, _clock, new ProfileQuota()).RunAsync(new(provider, number), default);
        await new ReportProvider(_database, _clock).RunAsync(new((ProvisionActor)world[typeof(ProvisionActor)], talk, report, ViolationKind.UnrelatedAdvertising, Text, []), default);
        var (today, other) = (_clock.TodayInJapan(), (await new Given(_database, _clock).ProviderAsync()).Provider);
        await new OrderCorrection(_database, _clock).RunAsync(new OrderCorrection.FromBureau(officer, other, ViolationKind.DispatchSolicited, new(Text, today.AddDays(7), today)), default);
        await new RemoveProvider(_database, _clock).RunAsync(new RemoveProvider.Propose(await new Given(_database, _clock).BureauOfficerAsync(), other, RemovalGround.Malice, Text), default);
        await using var db = _database.CreateDbContext();
        world[typeof(CorrectionOrderId)] = (await db.CorrectionOrders.SingleAsync(o => o.ProviderId == other)).Id;
        world[typeof(ViolationId)] = (await db.Violations.SingleAsync(v => v.ProviderId == other)).Id;
        world[typeof(RemovalProposalId)] = (await db.RemovalProposals.SingleAsync(p => p.ProviderId == other)).Id;
    }

    /// <summary>A draft that changes the job, and the job on a counselor's desk.</summary>
    private async Task AddJobCheckAsync(Dictionary<Type, object> world)
    {
        var (employer, number) = ((EmployerActor)world[typeof(EmployerActor)], (JobNumber)world[typeof(JobNumber)]);
        world[typeof(JobDraftId)] = (await new StartJobDraft(_database, _clock).RunAsync(new(employer, number, JobDraftOrigin.Change), default)).Draft!.Value;
        world[typeof(byte[])] = Jobs.PictureFileTests.SmallPng;
        world[typeof(JobDraftValues)] = JobDraftValues.Of(Given.Card());
        world[typeof(TypedFields)] = new TypedFields(new Dictionary<string, IReadOnlyList<string>> { ["Input.Body"] = [Text] });
        world[typeof(JobComments)] = new JobComments(new Dictionary<string, string> { ["Work.Title"] = Text });
        await using var db = _database.CreateDbContext();
        var job = await db.JobOffers.SingleAsync(j => j.Number == number);
        await db.QueueAsync(JobDesk.WorkOf(job, job.Card, await db.Offices.SingleAsync(o => o.Id == job.OfficeId), Jst.DayOf(_clock.UtcNow())), _clock.UtcNow(), default);
        await db.SaveChangesAsync();
    }

    /// <summary>A saved job, and a saved search that has told of it.</summary>
    private async Task AddSavedAsync(Dictionary<Type, object> world)
    {
        var (seeker, number) = ((SeekerActor)world[typeof(SeekerActor)], (JobNumber)world[typeof(JobNumber)]);
        await new SaveJob(_database, _clock).RunAsync(new(seeker, number), default);
        var search = new SavedSearch(seeker.Seeker, 1, Text, new() { Prefectures = ["13"] }, AlertFrequency.Daily, _clock.UtcNow());
        await using var db = _database.CreateDbContext();
        db.AddRange(search, new SearchAlert(search.Id, (DateOnly)world[typeof(DateOnly)], 1), new SearchAlertJob(search.Id, number, (DateOnly)world[typeof(DateOnly)], 1),
            new ToldJobOffer(seeker.Seeker, number, (DateOnly)world[typeof(DateOnly)]));
        await db.SaveChangesAsync();
        world[typeof(SavedSearchId)] = search.Id;
    }

    private async Task<DirectRequestId> SendAsync(EmployerActor employer, JobNumber job, GivenSeeker seeker)
    {
        var result = await new SendDirectRequest(_database, _clock).RunAsync(new(employer, job, seeker.PublicNumber, Text, NoticeConfirmed: true), default);
        return result.Sent ?? throw new InvalidOperationException($"Refused: {result.Refusal} {result.Bar}");
    }

    private static Dictionary<Type, object> World(EmployerActor employer, GivenSeeker seeker, JobNumber job, DirectRequestId request, SelfApplicationId application) => new()
    {
        [typeof(EmployerActor)] = employer, [typeof(SeekerActor)] = seeker.Actor, [typeof(ProvisionActor)] = seeker.Provision, [typeof(JobNumber)] = job, [typeof(PublicNumber)] = seeker.PublicNumber,
        [typeof(DirectRequestId)] = request, [typeof(SelfApplicationId)] = application, [typeof(Guid)] = seeker.Account,
        [typeof(InterviewId)] = default(InterviewId), [typeof(ContactInquiryId)] = default(ContactInquiryId), [typeof(ConsultationId)] = default(ConsultationId), [typeof(ReferralId)] = default(ReferralId),
        [typeof(SeekerRegistrationId)] = seeker.Registration, [typeof(long)] = 1L, [typeof(AuditPlace)] = new AuditPlace(new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc), 1000),
        [typeof(LiveTopic)] = LiveTopic.Account(seeker.Account), [typeof(DateTime)] = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        [typeof(OfficeNumber)] = OfficeNumber.Parse("1301-000001-7"), [typeof(LicenceNumber)] = LicenceNumber.Parse("13-ユ-000001"), [typeof(DateOnly)] = new DateOnly(1990, 4, 1), [typeof(TimeSpan)] = TimeSpan.FromMinutes(30),
        [typeof(UserPasskeyInfo)] = new UserPasskeyInfo([1, 2], [3], DateTimeOffset.UnixEpoch, 0, [], true, false, false, [4], [5]),
        [typeof(ImportSource)] = new ImportSource(() => new MemoryStream(Encoding.UTF8.GetBytes($"""
            kjno,uktkymd_seireki,kokaikibo,jgshno,jgshmei,jgshszci,sksu,koyokeitai_n,hakenukeoitoshgkeitai,shgbsjusho1_c
            {job},2026/03/20,1,1301-000001-7,株式会社見本製作所,東京都千代田区神田神保町1-1,人事事務,正社員,派遣・請負ではない,13101
            27010-{job.Value[6..]},2026/03/20,1,2701-000001-7,株式会社例示商会,大阪府大阪市北区梅田1-1,経理事務,正社員,派遣・請負ではない,27127
            """))),
    };

    /// <summary>Makes any argument out of its type and name; variants alternate between all and nothing, and walk through every enum.</summary>
    private sealed class Arguments(Dictionary<Type, object> world, int variant)
    {
        private bool All => variant % 2 == 0;

        public object? Make(Type type, string name)
        {
            if (Nullable.GetUnderlyingType(type) is { } inner)
                return All ? Make(inner, name) : null;
            if (type == typeof(Guid) && name == "Message")
                return Guid.NewGuid();
            if (type == typeof(Guid) && name == "Staff")
                return world[typeof(OpenStaffAccount)];
            if (world.TryGetValue(type, out var known))
                return known;
            if (type == typeof(CancellationToken))
                return CancellationToken.None;
            if (type == typeof(string))
                return TextFor(name);
            if (type == typeof(bool))
                return All;
            if (type == typeof(int))
                return name == "Minutes" ? 60 : 1;
            if (type.IsEnum)
                return Enum.GetValues(type).GetValue(variant % Enum.GetValues(type).Length);
            if (type.IsInterface && type.IsGenericType && type.GetGenericArguments() is [var element])
                return type.IsAssignableFrom(element.MakeArrayType()) ? Many(element, name) : null;
            return type.IsClass ? Whole(type) : throw new NotSupportedException($"No sample of {type} {name}: give {nameof(EveryVerbTests)} one.");
        }

        private Array Many(Type element, string name)
        {
            var many = Array.CreateInstance(element, All ? 1 : 0);
            if (All)
                many.SetValue(Make(element, name), 0);
            return many;
        }

        private object Whole(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new NotSupportedException($"No sample of {type}: give {nameof(EveryVerbTests)} one.");
            var whole = constructor.Invoke(constructor.GetParameters().Select(p => Make(p.ParameterType, p.Name!)).ToArray());
            foreach (var property in type.GetProperties().Where(p => All && p.CanWrite && constructor.GetParameters().All(c => c.Name != p.Name)))
                property.SetValue(whole, Make(property.PropertyType, property.Name));
            return whole;
        }

        private string TextFor(string name) => name.ToUpperInvariant() switch
        {
            "PREFECTURES" => "13",
            "INDUSTRIES" => "E",
            "MUNICIPALITIES" => variant % 4 == 0 ? "13101" : "14100",
            "OCCUPATIONS" => variant % 4 == 0 ? "038-01" : "03",
            "LICENCES" => ReferenceDataSample.Licence,
            "USERID" => "seeker-1",
            "EMAIL" or "NEWEMAIL" => "someone@example.jp",
            "NUMBER" => "13010-00000001",
            "OFFICE" => "1301-000001-7",
            "RECORD" => "13010-00000001",
            "LICENCE" => "13-ユ-000001",
            "KEY" or "OLDKEY" or "NEWKEY" => "7KMQ-3XWA-9TRD",
            "WORDS" or "FREEWORDS" => "経理　月次決算",
            _ => Text,
        };
    }

    private static class ReferenceDataSample
    {
        public static string Licence { get; } = HelloWork.Domain.ReferenceData.Licences.ByName("日商簿記検定2級")?.Code ?? "0000";
    }

    private sealed class CountingContexts(TestDatabase inner) : IDbContextFactory<HelloWorkDbContext>
    {
        public int Created { get; private set; }

        public WaysToRows Ways { get; } = new();

        public HelloWorkDbContext CreateDbContext()
        {
            Created++;
            return inner.CreateDbContext(Ways);
        }
    }

    private sealed class NoProtection : IPersonalDataProtector
    {
        [return: NotNullIfNotNull(nameof(data))]
        public string? Protect(string? data) => data;
        [return: NotNullIfNotNull(nameof(data))]
        public string? Unprotect(string? data) => data;
    }

    private sealed class NoPost : IMailPost
    {
        public Task<bool> HandOverAsync(OutgoingMail mail, CancellationToken ct) => Task.FromResult(true);
    }
}
