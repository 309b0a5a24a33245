using HelloWork.Domain.Applications;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Applications;

/// <summary>What employer01 and seeker01 of the demonstration have between them.</summary>
internal static class PortalExchange
{
    public static readonly JobNumber Job = JobNumber.Parse("13010-00000101");

    public static async Task<EmployerActor> EmployerAsync(this PortalHost portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var account = await db.Users.SingleAsync(u => u.UserName == "employer01");
        return new EmployerActor(account.Id, (await db.OfficeMembers.SingleAsync(m => m.AccountId == account.Id)).OfficeId);
    }

    public static async Task<SeekerActor> SeekerAsync(this PortalHost portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var account = await db.Users.SingleAsync(u => u.UserName == "seeker01");
        return new SeekerActor(account.Id, (await db.Seekers.SingleAsync(s => s.AccountId == account.Id)).Id);
    }

    /// <summary>employer01 asks seeker01 for the job.</summary>
    public static async Task<DirectRequestId> RequestAsync(this PortalHost portal)
    {
        var seeker = (await portal.SeekerAsync()).Seeker;
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var number = await db.SeekerProfiles.Where(p => p.SeekerId == seeker).Select(p => p.PublicNumber).SingleAsync();
        var sent = await portal.Services.GetRequiredService<SendDirectRequest>()
            .RunAsync(new(await portal.EmployerAsync(), Job, number, "ぜひご検討ください。", NoticeConfirmed: true), default);
        return sent.Sent ?? throw new InvalidOperationException($"Refused: {sent.Refusal} {sent.Bar}");
    }

    /// <summary>seeker01 applies for the job.</summary>
    public static async Task<SelfApplicationId> ApplyAsync(this PortalHost portal)
    {
        const string motivation = "月次決算の経験を生かしたいです。";
        var seeker = await portal.SeekerAsync();
        await portal.Services.GetRequiredService<SaveApplicationDraft>().RunAsync(new(seeker, Job, motivation), default);
        var preview = await portal.Services.GetRequiredService<PreviewApplication>().RunAsync(new(seeker, Job), default);
        var sent = await portal.Services.GetRequiredService<ApplyToJob>().RunAsync(new(seeker, Job, motivation, preview!.Fingerprint), default);
        return sent.Application ?? throw new InvalidOperationException($"Refused: {sent.Refusal}");
    }
}
