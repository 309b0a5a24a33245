using HelloWork.Domain.Applications;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

/// <summary>An office with a job, a seeker, and what passes between them, through the verbs alone.</summary>
internal sealed class Exchange : IAsyncDisposable
{
    private Exchange(TestDatabase database) => (Database, Given) = (database, new Given(database, Clock));

    public TestClock Clock { get; } = new();
    public TestDatabase Database { get; }
    public Given Given { get; }
    public EmployerActor Employer { get; private set; } = null!;
    public JobOffer Job { get; private set; } = null!;
    public GivenSeeker Seeker { get; private set; } = null!;

    public static async Task<Exchange> CreateAsync()
    {
        var exchange = new Exchange(await TestDatabase.CreateAsync());
        exchange.Employer = await exchange.Given.EmployerAsync();
        exchange.Job = await exchange.Given.JobAsync(exchange.Employer);
        exchange.Seeker = await exchange.Given.SeekerAsync();
        return exchange;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public async Task<DirectRequestId> RequestAsync()
    {
        var result = await new SendDirectRequest(Database, Clock).RunAsync(new(Employer, Job.Number, Seeker.PublicNumber, "ご経験を拝見し、ご連絡しました。", NoticeConfirmed: true), default);
        return result.Sent ?? throw new InvalidOperationException($"Refused: {result.Refusal} {result.Bar}");
    }

    public Task<ReceivedRequest?> OpenAsync(DirectRequestId request) => new OpenReceivedRequest(Database, Clock).RunAsync(new(Seeker.Actor, request), default);

    public Task<DeclineRefusal?> DeclineAsync(DirectRequestId request, string? reason = null) =>
        new DeclineDirectRequest(Database, Clock).RunAsync(new(Seeker.Actor, request, reason), default);

    public async Task<ApplicationPreview> PreviewAsync(string motivation = "月次決算の経験を生かしたいです。")
    {
        await new SaveApplicationDraft(Database, Clock).RunAsync(new(Seeker.Actor, Job.Number, motivation), default);
        return (await new PreviewApplication(Database, Clock).RunAsync(new(Seeker.Actor, Job.Number), default))!;
    }

    public async Task<ApplyToJob.Result> ApplyAsync()
    {
        var preview = await PreviewAsync();
        return await SendAsync(preview);
    }

    public Task<ApplyToJob.Result> SendAsync(ApplicationPreview preview) =>
        new ApplyToJob(Database, Clock).RunAsync(new(Seeker.Actor, Job.Number, preview.Papers.Motivation, preview.Fingerprint), default);

    public async Task<SelfApplicationId> AppliedAsync() => (await ApplyAsync()).Application!.Value;

    public Task<ApplicationView?> EmployerOpensAsync(SelfApplicationId application) => new OpenReceivedApplication(Database, Clock).RunAsync(new(Employer, application), default);

    public Task<ApplicationView?> SeekerOpensAsync(SelfApplicationId application) => new OpenOwnApplication(Database, Clock).RunAsync(new(Seeker.Actor, application), default);

    public Task<StepRefusal?> RecordAsync(SelfApplicationId application, ApplicationStatus step, string? note = null, int seen = 1) =>
        new RecordApplicationStep(Database, Clock).RunAsync(new(Employer, application, step, note, seen), default);

    public Task<WithdrawRefusal?> WithdrawAsync(SelfApplicationId application, string? reason = null) =>
        new WithdrawApplication(Database, Clock).RunAsync(new(Seeker.Actor, application, reason), default);

    public async Task<DirectRequestState> StateAsync(DirectRequestId request)
    {
        await using var db = Database.CreateDbContext();
        return (await db.DirectRequests.AsNoTracking().Where(r => r.Id == request).InContext(db).SingleAsync()).StateAt(Clock.GetUtcNow().UtcDateTime);
    }

    public async Task<T> ReadAsync<T>(Func<HelloWorkDbContext, Task<T>> read)
    {
        await using var db = Database.CreateDbContext();
        return await read(db);
    }

    public async Task ChangeAsync(Func<HelloWorkDbContext, Task> change)
    {
        await using var db = Database.CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }
}
