using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Tests.Messaging;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Oversight;

/// <summary>A provider that wrote to a seeker, the office of the seeker's registration, and the bureau. The clock starts on 22 March 2026, 14:05.</summary>
public abstract class OversightContext : IAsyncLifetime
{
    protected const string Situation = "断ったあとも、化粧品の広告が続けて届きました。";
    protected static readonly DateOnly Today = new(2026, 3, 22);

    protected TestClock Clock { get; } = new();
    protected TestDatabase Database { get; private set; } = null!;
    protected Given Given { get; private set; } = null!;
    internal ProviderActor Provider { get; private set; } = null!;
    internal GivenSeeker Seeker { get; private set; } = null!;
    internal CounselorActor Counselor { get; private set; } = null!;
    internal BureauActor Officer { get; private set; } = null!;
    internal ConversationId Talk { get; private set; }

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Given = new Given(Database, Clock);
        (Provider, Seeker, Counselor, Officer) = (await Given.ProviderAsync(), await Given.ProvidedSeekerAsync(), await Given.CounselorAsync(), await Given.BureauOfficerAsync());
        Talk = await GivenMessages.ConversationAsync(Database, Clock, Provider, Seeker);
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    internal Task<ReportProvider.Result> ReportAsync(ViolationKind? kind = ViolationKind.UnrelatedAdvertising, string situation = Situation, Guid[]? evidence = null, ComplaintId? id = null, ConversationId? talk = null) =>
        new ReportProvider(Database, Clock).RunAsync(new(Seeker.Provision, talk ?? Talk, id ?? new ComplaintId(NewId.Next()), kind, situation, evidence ?? []), default);

    internal async Task<ComplaintId> ReportedAsync(ViolationKind kind = ViolationKind.UnrelatedAdvertising)
    {
        var id = new ComplaintId(NewId.Next());
        Assert.Null((await ReportAsync(kind, id: id)).Refusal);
        return id;
    }

    internal static OrderCorrection.Measures Measures(int answerDays = 14, int suspendedDays = 30) => new("広告の送信をやめ、防止策を報告してください。", Today.AddDays(answerDays), Today.AddDays(suspendedDays));

    internal Task<OrderRefusal?> OrderByOfficeAsync(ComplaintId complaint, OrderCorrection.Measures? measures = null, CounselorActor? counselor = null) =>
        new OrderCorrection(Database, Clock).RunAsync(new OrderCorrection.FromOffice(counselor ?? Counselor, complaint, measures ?? Measures()), default);

    internal Task<OrderRefusal?> OrderByBureauAsync(ViolationKind? kind = ViolationKind.DispatchSolicited, OrderCorrection.Measures? measures = null) =>
        new OrderCorrection(Database, Clock).RunAsync(new OrderCorrection.FromBureau(Officer, Provider.Provider, kind, measures ?? Measures()), default);

    internal async Task<ProviderStanding> StandingAsync() => (await new ViewOwnProvider(Database, Clock).RunAsync(new(Provider), default)).Standing;

    internal async Task<OpenProviderRecord.Result> RecordAsync(BureauActor? officer = null) =>
        (await new OpenProviderRecord(Database, Clock, new DeletionRules()).RunAsync(new(officer ?? Officer, Provider.Provider), default))!;
}
